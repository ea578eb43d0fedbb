//! Filling one draft: tools above, outline, form and page side by side.

use gaozhi_core::field::FieldId;
use leptos::prelude::*;

use super::form::FormPane;
use super::live;
use super::notices::{Level, Notices};
use super::outline::Outline;
use super::paper::Paper;
use super::takeaway;
use super::toolbar::Toolbar;
use super::words;
use crate::browser::{dom, storage};
use crate::session::{SaveState, Session};

/// What the panes of a draft share besides the session.
#[derive(Clone, Copy)]
pub(crate) struct Desk {
    /// The open draft.
    pub(crate) session: Session,
    /// The field that has the focus, or had it last.
    pub(crate) here: RwSignal<Option<FieldId>>,
}

impl Desk {
    /// That of the draft on the screen.
    pub(crate) fn get() -> Self {
        expect_context()
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
            None => Notices::get().info(words().all_filled),
        }
    }
}

#[component]
pub(crate) fn Fill(session: Session) -> impl IntoView {
    let desk = Desk { session, here: RwSignal::new(None) };
    provide_context(desk);
    // On a narrow screen one of the panes is shown.
    let view_of = RwSignal::new("form");
    tell_of_failure(session);
    keep_on_leaving(session);
    let on_key = window_event_listener(leptos::ev::keydown, move |event| shortcut(&event, session));
    on_cleanup(move || on_key.remove());
    view! {
        <div class="fill" data-view=live::attribute(move || view_of.get().to_owned())>
            <Toolbar/>
            <nav class="views">
                {[("form", words().form), ("paper", words().preview)].map(|(id, label)| view! {
                    <button type="button" aria-pressed=live::attribute(move || (view_of.get() == id).to_string()) on:click=move |_| view_of.set(id)>
                        {label}
                    </button>
                })}
            </nav>
            <Outline/>
            <FormPane/>
            <Paper/>
        </div>
    }
}

/// Says at once when the draft cannot be kept, and offers the file.
fn tell_of_failure(session: Session) {
    let notices = Notices::get();
    let failed = Memo::new(move |_| match session.save_state.get() {
        SaveState::Failed(error) => Some(error == storage::StorageError::Denied),
        SaveState::Saved(_) | SaveState::Pending => None,
    });
    Effect::new(move |shown: Option<Option<()>>| {
        let Some(denied) = failed.get() else { return shown.flatten() };
        if shown.flatten().is_none() {
            let text = if denied { words().storage_denied } else { words().storage_full };
            notices.offer(Level::Error, text, words().save_file_now, move || takeaway::json(session));
        }
        Some(())
    });
}

/// A page that goes away may be given no time later.
fn keep_on_leaving(session: Session) {
    let flush = move || {
        if let Some(control) = dom::Control::focused()
            && let Some(field) = control.data("data-field")
        {
            crate::store::set_place(&session.id(), &field, control.caret());
        }
        session.flush();
    };
    let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| {
        if dom::is_hidden() {
            flush();
        }
    });
    let away = window_event_listener(leptos::ev::pagehide, move |_| flush());
    on_cleanup(move || {
        session.close();
        hidden.remove();
        away.remove();
    });
}

fn shortcut(event: &leptos::ev::KeyboardEvent, session: Session) {
    if event.is_composing() || event.key_code() == 229 || !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => session.undo(),
        ("z", true) | ("y", false) => session.redo(),
        ("s", false) => session.save(),
        _ => return,
    }
    event.prevent_default();
}
