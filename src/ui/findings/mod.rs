//! The findings: what the proofreader, which works beside the page, has to say about the draft. While
//! the list is open the draft is checked again after a pause; while it is closed nothing runs.

mod list;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gaozhi_core::draft::{Holder, Target, mend};
use gaozhi_core::export::Markup;
use leptos::ev::Event;
use leptos::prelude::*;

use super::fill::{self, Desk, FINDINGS};
use super::form::block_id;
use super::{live, words};
use crate::browser::dom::{self, Node};
use crate::browser::proof::Proofreader;
use crate::debounce::Debounce;
use crate::store;

/// The id of the button that opens the list.
pub(super) const PROOFREAD: &str = "proofread";
const LIST: &str = "findings-list";

/// A handle: cheap to copy.
#[derive(Clone, Copy)]
struct Findings {
    desk: Desk,
    state: StoredValue<Rc<State>, LocalStorage>,
}

#[derive(Default)]
struct State {
    /// What was pressed to open the list, while it is open.
    opener: RefCell<Option<Node>>,
    reader: Cell<Option<Proofreader>>,
    /// The number of the newest question; an answer to an older one comes too late.
    turn: Cell<u32>,
    is_asked: Cell<bool>,
    /// Something changed since it was asked.
    is_late: Cell<bool>,
    /// Paragraphs came, went or moved since it was asked.
    is_moved: Cell<bool>,
    shows_ignored: Cell<bool>,
    /// The sheet that is listed.
    sheet: RefCell<String>,
}

#[component]
pub(crate) fn FindingsPane() -> impl IntoView {
    let this = Findings { desk: Desk::get(), state: StoredValue::new_local(Rc::default()) };
    let pause = Debounce::new(1000.0, 5000.0, move || this.check());
    this.desk.session.watch(move |touched| {
        if let Some(state) = this.open_state() {
            state.is_moved.set(state.is_moved.get() | touched.outline);
            pause.touch();
        }
    });
    live::listen(PROOFREAD, "click", move |event| match this.open_state() {
        Some(_) => this.close(),
        None => this.open(event),
    });
    live::listen(fill::TABS, "click", move |event| {
        if dom::closest_data(event, fill::TAB).as_deref() == Some(FINDINGS) {
            match this.open_state() {
                Some(_) => this.check(),
                None => this.open(event),
            }
        }
    });
    live::listen(FINDINGS, "click", move |event| this.clicked(event));
    live::listen(FINDINGS, "keydown", move |event| {
        if dom::key(event).is_some_and(|event| event.key() == "Escape") {
            this.close();
        }
    });
    let mut out = Markup::new();
    out.raw("<aside class=\"findings\" hidden tabindex=\"-1\"").attr("id", FINDINGS);
    out.attr("aria-label", words().proofread).raw("><header><h2>").text(words().proofread);
    out.raw("</h2><button type=\"button\" class=\"plain\" data-act=\"close\">").text(words().fold);
    out.raw("</button></header><div class=\"findings-list\" data-pane=\"\"").attr("id", LIST);
    out.raw("></div></aside>");
    live::part(out)
}

impl Findings {
    /// What is known, while the list is open.
    fn open_state(self) -> Option<Rc<State>> {
        self.state.try_get_value().filter(|state| state.opener.borrow().is_some())
    }

    fn open(self, event: &Event) {
        let Some(state) = self.state.try_get_value() else { return };
        *state.opener.borrow_mut() = dom::closest(event, "button");
        state.sheet.borrow_mut().clear();
        say(words().proofreading, false);
        show(true);
        fill::show(FINDINGS);
        if let Some(pane) = dom::by_id(FINDINGS) {
            dom::focus(&pane);
        }
        self.check();
    }

    fn close(self) {
        let Some(state) = self.open_state() else { return };
        drop(state.reader.take());
        state.turn.set(state.turn.get().wrapping_add(1));
        state.is_asked.set(false);
        show(false);
        fill::show(fill::FORM);
        if let Some(opener) = state.opener.take() {
            dom::focus(&opener);
        }
    }

    /// Asks for the findings in the draft as it is now; once more afterwards where it is asked already.
    fn check(self) {
        let Some(state) = self.open_state() else { return };
        if state.is_asked.replace(true) {
            return state.is_late.set(true);
        }
        let turn = state.turn.get().wrapping_add(1);
        state.turn.set(turn);
        state.is_late.set(false);
        state.is_moved.set(false);
        let Some(reader) = state.reader.take().or_else(Proofreader::hire) else {
            return self.answered(turn, None);
        };
        let session = self.desk.session;
        let shown = if state.shows_ignored.get() { "shown" } else { "" };
        reader.check(&session.json(), &session.id(), &store::ignored(), shown, move |answer| {
            self.answered(turn, answer);
        });
        state.reader.set(Some(reader));
    }

    fn answered(self, turn: u32, answer: Option<String>) {
        let Some(state) = self.open_state().filter(|state| state.turn.get() == turn) else { return };
        state.is_asked.set(false);
        let Some(sheet) = answer else {
            drop(state.reader.take());
            state.sheet.borrow_mut().clear();
            return say(words().proofread_failed, true);
        };
        if *state.sheet.borrow() != sheet {
            list::paint(LIST, &sheet);
            *state.sheet.borrow_mut() = sheet;
        }
        if state.is_late.get() {
            self.check();
        }
    }

    fn clicked(self, event: &Event) {
        let Some(state) = self.open_state() else { return };
        let row = dom::closest_data(event, "data-row").and_then(|row| row.parse().ok());
        let row = row.and_then(|row| list::Row::read(&state.sheet.borrow(), row));
        match (dom::closest_data(event, "data-act").as_deref(), row) {
            (Some("close"), _) => return self.close(),
            (Some("retry"), _) => say(words().proofreading, false),
            (Some("more"), _) => state.shows_ignored.set(!state.shows_ignored.get()),
            (Some("fix"), Some(row)) => self.fix(&state, &row),
            (Some("ignore"), Some(row)) => store::ignore(&row.line),
            (Some("ignore-rule"), Some(row)) => store::ignore(&row.rule),
            (Some("back"), Some(row)) => store::heed(&row.line),
            (_, Some(row)) => return self.go(&row),
            (_, None) => return,
        }
        self.check();
    }

    /// Puts the proposed words there, as a step of undo of its own.
    fn fix(self, state: &State, row: &list::Row) {
        let session = self.desk.session;
        let target = Target::parse(&row.goes).filter(|_| !state.is_moved.get());
        let edit =
            target.and_then(|target| session.with(|draft, _| mend(draft, &target, &row.words, &row.fix)));
        // What changed meanwhile is checked again and not touched.
        if let Some(edit) = edit {
            session.seal();
            session.edit(edit);
            session.seal();
        }
    }

    /// Brings the person to the words of a finding.
    fn go(self, row: &list::Row) {
        fill::show(fill::FORM);
        match Target::parse(&row.goes).map(|target| target.holder) {
            Some(Holder::Field(id)) => self.desk.go(&id),
            Some(Holder::Text { entry, .. }) => {
                let entry =
                    self.desk.session.with(|draft, _| draft.entries().get(entry).map(|entry| entry.id));
                if let Some(block) = entry.and_then(|id| dom::by_id(&block_id(id))) {
                    dom::set_attr(&block, "tabindex", Some("-1"));
                    dom::reveal(&block);
                    dom::focus(&block);
                }
            }
            None if row.goes == "next" => self.desk.go_to_next_open(),
            None => {}
        }
    }
}

fn show(is_open: bool) {
    if let (Some(pane), Some(button)) = (dom::by_id(FINDINGS), dom::by_id(PROOFREAD)) {
        dom::set_attr(&pane, "hidden", (!is_open).then_some(""));
        dom::set_attr(&button, "aria-expanded", Some(if is_open { "true" } else { "false" }));
    }
}

/// Says a sentence in the place of the list.
fn say(sentence: &str, can_retry: bool) {
    let Some(list) = dom::by_id(LIST) else { return };
    let mut out = Markup::new();
    out.raw("<p class=\"nothing\" role=\"status\">").text(sentence).raw("</p>");
    if can_retry {
        out.raw("<button type=\"button\" data-act=\"retry\">").text(words().retry).raw("</button>");
    }
    dom::fill(&list, &out);
}
