//! The bar above a draft: its name, what is open, whether it is kept, undo, print, export.

use gaozhi_core::draft::Edit;
use gaozhi_core::export::Markup;
use leptos::prelude::*;

use super::fill::Desk;
use super::findings::PROOFREAD;
use super::notices::Notices;
use super::{live, takeaway, words};
use crate::browser::dom::{self, Control};
use crate::browser::{clock, files};
use crate::route::Route;
use crate::session::{SaveState, Session};

/// The id of the bar.
pub(super) const BAR: &str = "toolbar";
pub(super) const NAME: &str = "draft-name";
/// Says that another window writes.
pub(super) const FOLLOWING: &str = "following";
/// Writes here from now on.
pub(super) const TAKE_OVER: &str = "take-over";
const SAVE_STATE: &str = "save-state";
const UNDO: &str = "undo";
const REDO: &str = "redo";
const NEXT: &str = "next-blank";
const PROGRESS: &str = "progress";
const COPY: &str = "copy";
const PRINT: &str = "print";

#[component]
pub(crate) fn Toolbar() -> impl IntoView {
    let desk = Desk::get();
    let session = desk.session;
    follow(session);
    live::follow(move || paint_progress(session));
    let notices = Notices::get();
    live::listen(BAR, "click", move |event| {
        let button = dom::closest(event, "button").map(|button| button.id());
        match button.as_deref() {
            Some(NEXT) => desk.go_to_next_open(),
            Some(COPY) => takeaway::copy(session, notices),
            Some(PRINT) => files::print(),
            Some(_) | None => {}
        }
    });
    takeaway::follow(session);
    live::part(markup(&session.id()))
}

/// Keeps what [`begin`] wrote alive: the name, whether it is kept, undo and redo.
pub(super) fn follow(session: Session) {
    live::follow(move || paint_name(session));
    live::follow(move || paint_save_state(session));
    live::follow(move || paint_steps(session));
    live::listen(NAME, "change", move |event| {
        let name = Control::target(event).map(|control| control.value()).unwrap_or_default();
        if !name.trim().is_empty() {
            session.edit(Edit::Rename(name.trim().to_owned()));
        }
    });
    live::listen(UNDO, "click", move |_| session.undo());
    live::listen(REDO, "click", move |_| session.redo());
}

/// The beginning of a bar: the way home, the name, whether it is kept, undo and redo.
pub(super) fn begin(out: &mut Markup) {
    out.raw("<header class=\"toolbar\"").attr("id", BAR);
    out.raw("><a class=\"home-link\" href=\"#/\"")
        .attr("title", words().home)
        .raw(">")
        .text(words().app_name);
    out.raw("</a><input class=\"draft-name\" autocomplete=\"off\" spellcheck=\"false\"").attr("id", NAME);
    out.attr("aria-label", words().rename_ask);
    out.raw("><span class=\"save-state\" data-testid=\"save-state\"").attr("id", SAVE_STATE);
    out.raw("></span><span class=\"following\" role=\"status\" hidden").attr("id", FOLLOWING);
    out.attr("data-testid", FOLLOWING).raw(">").text(words().following).raw(" ");
    button(out, "", TAKE_OVER, words().take_over);
    out.raw("</span><span class=\"spring\"></span><span class=\"steps\">");
    button(out, "plain", UNDO, words().undo);
    button(out, "plain", REDO, words().redo);
    out.raw("</span>");
}

/// The bar of the draft of that id.
fn markup(draft: &str) -> Markup {
    let mut out = Markup::new();
    begin(&mut out);
    out.raw("<button type=\"button\" class=\"next\"").attr("id", NEXT).attr("data-testid", NEXT);
    out.attr("title", words().next_blank);
    out.raw("><span").attr("id", PROGRESS).attr("data-testid", PROGRESS).raw("></span></button>");
    out.raw("<a class=\"button\" data-testid=\"design\"").attr("href", &Route::design(draft)).raw(">");
    out.text(words().design).raw("</a>");
    out.raw("<a class=\"button\" data-testid=\"setup\"").attr("href", &Route::setup(draft)).raw(">");
    out.text(words().setup).raw("</a>");
    out.raw("<a class=\"button\" data-testid=\"versions\"").attr("href", &Route::versions(draft)).raw(">");
    out.text(words().versions).raw("</a>");
    button(&mut out, "", PROOFREAD, words().proofread);
    button(&mut out, "", COPY, words().copy);
    button(&mut out, "", PRINT, words().print);
    takeaway::menu(&mut out);
    out.raw("</header>");
    out
}

/// A button whose id is its hook too.
pub(super) fn button(out: &mut Markup, class: &'static str, id: &'static str, label: &str) {
    out.raw("<button type=\"button\"").attr("class", class).attr("id", id).attr("data-testid", id);
    out.raw(">").text(label).raw("</button>");
}

/// The draft's name, changed where it stands.
fn paint_name(session: Session) {
    let name = session.name.get();
    if let Some(control) = Control::by_id(NAME) {
        control.set_value(&name);
    }
}

/// Whether what was typed is kept: the truth, in words.
fn paint_save_state(session: Session) {
    let Some(element) = dom::by_id(SAVE_STATE) else { return };
    let (state, line) = match session.save_state.get() {
        SaveState::Saved(at) => {
            let (hours, minutes) = clock::hours_minutes(at);
            ("saved", Some((words().saved)(hours, minutes)))
        }
        // The time of the last save still holds; only the dot before it changes, so that typing
        // does not lay the bar out anew.
        SaveState::Pending if element.has_child_nodes() => ("pending", None),
        SaveState::Pending => ("pending", Some(words().saving.to_owned())),
        SaveState::Failed(_) => ("failed", Some(words().save_failed.to_owned())),
    };
    dom::set_attr(&element, "data-state", Some(state));
    if let Some(line) = line {
        dom::set_words(&element, &line);
    }
}

fn paint_steps(session: Session) {
    let (can_undo, can_redo) = session.steps.get();
    for (id, can) in [(UNDO, can_undo), (REDO, can_redo)] {
        if let Some(button) = dom::by_id(id) {
            dom::set_attr(&button, "disabled", (!can).then_some(""));
        }
    }
}

fn paint_progress(session: Session) {
    let tally = session.progress.get();
    if let (Some(next), Some(progress)) = (dom::by_id(NEXT), dom::by_id(PROGRESS)) {
        dom::set_attr(&next, "data-done", (tally.open() + tally.unconfirmed == 0).then_some(""));
        dom::set_attr(&progress, "data-total", Some(&tally.total.to_string()));
        dom::set_attr(&progress, "data-filled", Some(&tally.filled.to_string()));
        dom::set_attr(&progress, "data-unconfirmed", Some(&tally.unconfirmed.to_string()));
        let line = match (tally.open(), tally.unconfirmed) {
            (0, 0) => words().all_filled.to_owned(),
            (0, unconfirmed) => (words().unconfirmed)(unconfirmed),
            (open, _) => (words().open_blanks)(open),
        };
        dom::set_words(&progress, &line);
    }
}
