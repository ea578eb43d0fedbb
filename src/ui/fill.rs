//! Filling one draft: tools above, outline, form and page side by side.

use gaozhi_core::export::Markup;
use gaozhi_core::field::FieldId;
use leptos::prelude::*;

use super::findings::FindingsPane;
use super::form::{self, FormPane};
use super::live;
use super::naming;
use super::notices::{Level, Notices};
use super::outline::Outline;
use super::paper::Paper;
use super::returned;
use super::takeaway;
use super::toolbar::{self, Toolbar};
use super::words;
use crate::browser::{clock, dom, storage};
use crate::session::{SaveState, Session};
use crate::store::{self, Turn};

const FILL: &str = "fill";
/// The panes that take turns on a narrow screen: the form, the pages, the findings.
pub(super) const FORM: &str = "form";
const PAPER: &str = "paper";
pub(super) const FINDINGS: &str = "findings";
/// The id of what they are chosen with there.
pub(super) const TABS: &str = "views";
/// Which pane a tab shows.
pub(super) const TAB: &str = "data-pane-of";

/// What the panes of a draft share besides the session.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    /// The open draft.
    pub(crate) session: Session,
    /// The field that has the focus, or had it last.
    pub(crate) here: RwSignal<Option<FieldId>>,
    /// The messages of the app.
    pub(crate) notices: Notices,
    /// Whether the work is done in the form: it takes the focus when it comes, and its paragraphs
    /// can be changed there.
    pub(crate) leads: bool,
}

impl Desk {
    /// That of the draft on the screen.
    pub(crate) fn get() -> Self {
        use_context().expect("a pane stands in the filling of a draft")
    }

    /// Brings the person to a field.
    pub(crate) fn go(self, field: &FieldId) {
        if let Some(control) = dom::Control::by_id(&super::form::control_id(field)) {
            control.focus();
            control.select();
        }
    }

    /// Brings the person to the next open field after the one where they are.
    pub(crate) fn go_to_next_open(self) {
        let next = self.here.with_untracked(|here| self.session.next_open(here.as_ref()));
        match next {
            Some(field) => self.go(&field),
            None => self.notices.info(words().all_filled),
        }
    }
}

#[component]
pub(crate) fn Fill(session: Session) -> impl IntoView {
    let desk = Desk { session, here: RwSignal::new(None), notices: Notices::get(), leads: true };
    provide_context(desk);
    returned::make(session, desk.notices);
    tell_of_failure(desk);
    keep_on_leaving(session, desk.here);
    share(session);
    live::listen_everywhere("keydown", move |event| {
        if let Some(event) = dom::key(event) {
            shortcut(event, session);
        }
    });
    naming::follow(move |_, name| naming::keep(desk, name, || {}));
    view! {
        <div class="fill" id=FILL data-view=FORM data-draft=session.id()>
            <Toolbar/>
            <Views/>
            <Outline/>
            <FormPane/>
            <Paper/>
            <FindingsPane/>
            {live::part(naming::dialog())}
        </div>
    }
}

/// On a narrow screen one of the panes is shown.
#[component]
fn Views() -> impl IntoView {
    live::listen(TABS, "click", move |event| {
        if let Some(view) = dom::closest_data(event, TAB) {
            show(&view);
        }
    });
    let mut out = Markup::new();
    out.raw("<nav class=\"views\"").attr("id", TABS).raw(">");
    let views = [(FORM, words().form), (PAPER, words().preview), (FINDINGS, words().proofread)];
    for (view, label) in views {
        out.raw("<button type=\"button\"").attr(TAB, view);
        out.raw(if view == FORM { " aria-pressed=\"true\">" } else { " aria-pressed=\"false\">" });
        out.text(label).raw("</button>");
    }
    out.raw("</nav>");
    live::part(out)
}

/// Shows a pane, where the screen is too narrow for several.
pub(super) fn show(view: &str) {
    let Some(fill) = dom::by_id(FILL) else { return };
    dom::set_attr(&fill, "data-view", Some(view));
    for button in dom::all(&fill, "[data-pane-of]") {
        let is_shown = button.get_attribute(TAB).as_deref() == Some(view);
        dom::set_attr(&button, "aria-pressed", Some(if is_shown { "true" } else { "false" }));
    }
}

/// Says at once when the draft cannot be kept, and offers the file.
fn tell_of_failure(desk: Desk) {
    let Desk { session, notices, .. } = desk;
    let mut is_told = false;
    live::follow(move || {
        if let SaveState::Failed(error) = session.save_state.get()
            && !std::mem::replace(&mut is_told, true)
        {
            let denied = error == storage::StorageError::Denied;
            let text = if denied { words().storage_denied } else { words().storage_full };
            notices.offer(Level::Error, text, words().save_file_now, move || {
                takeaway::json(session, notices);
            });
        }
    });
}

/// The same draft in several windows: one writes, the others show what it does.
pub(super) fn share(session: Session) {
    let id = session.id();
    let prefix = store::draft_keys(&id);
    let turn = StoredValue::new_local(Some(Turn::claim(&id, move |is_writing| {
        if session.is_following.try_get_untracked().is_none() {
            // The draft was closed.
        } else if is_writing {
            session.take_turn();
        } else {
            session.give_way();
        }
    })));
    live::listen_everywhere("storage", move |event| {
        let Some(key) = dom::stored_key(event) else { return };
        turn.with_value(|turn| turn.iter().for_each(|turn| turn.hear(&key)));
        if key.starts_with(&prefix) {
            session.catch_up(|| {});
        }
    });
    live::listen(toolbar::TAKE_OVER, "click", move |_| {
        turn.with_value(|turn| turn.iter().for_each(Turn::take_over));
    });
    live::follow(move || {
        let is_following = session.is_following.get();
        for (id, name, on) in [
            (toolbar::FOLLOWING, "hidden", !is_following),
            (toolbar::NAME, "inert", is_following),
            (form::FORM, "inert", is_following),
        ] {
            if let Some(element) = dom::by_id(id) {
                dom::set_attr(&element, name, on.then_some(""));
            }
        }
    });
    live::listen_everywhere("pagehide", move |_| turn.set_value(None));
    on_cleanup(move || turn.set_value(None));
}

/// A page that goes away may be given no time later.
pub(super) fn keep_on_leaving(session: Session, here: RwSignal<Option<FieldId>>) {
    let flush = move || {
        if let Some(control) = dom::Control::focused()
            && let Some(field) = control.data("data-field")
        {
            crate::store::set_place(&session.id(), &field, control.caret());
        }
        session.flush();
    };
    live::listen_everywhere("visibilitychange", move |_| {
        if dom::is_hidden() {
            flush();
        }
    });
    live::listen_everywhere("pagehide", move |_| flush());
    // Comes before `hashchange`, on which the other module may open the same draft.
    live::listen_everywhere("popstate", move |_| flush());
    on_cleanup(move || {
        if let Some(field) = here.try_get_untracked().flatten() {
            crate::store::set_place(&session.id(), field.as_str(), None);
        }
        session.close();
    });
}

/// Undo, redo and saving by their usual keys. What was saved gets a name where the place asks for it.
pub(super) fn shortcut(event: &leptos::ev::KeyboardEvent, session: Session) {
    if event.is_composing() || event.key_code() == 229 || !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    let is_naming = dom::closest(event, "dialog").is_some();
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("s", false) if is_naming => {}
        ("s", false) => {
            if !matches!(session.save_state.get_untracked(), SaveState::Saved(_)) {
                session.save();
            }
            naming::ask("", &naming::usual(clock::now()));
        }
        _ if is_naming => return,
        ("z", false) => session.undo(),
        ("z", true) | ("y", false) => session.redo(),
        _ => return,
    }
    event.prevent_default();
}
