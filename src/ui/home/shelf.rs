//! The list of drafts, the bin, and what could not be read: painted from one signal, with one set
//! of listeners for all rows.

use leptos::ev;
use leptos::prelude::*;

use super::super::notices::{Level, Notices};
use super::super::{live, words};
use super::SHELF;
use super::markup::{self, NAME};
use crate::browser::dom::{self, Control};
use crate::browser::storage::StorageError;
use crate::browser::{clock, files};
use crate::store::{self, Shelf};

/// What the list shows.
struct State {
    shelf: Shelf,
    /// The draft whose name is being changed.
    renaming: Option<String>,
}

/// The list, as a handle.
#[derive(Clone, Copy)]
struct List {
    state: RwSignal<State>,
    notices: Notices,
}

/// Keeps the list in home alive.
pub(super) fn follow() {
    let state = RwSignal::new(State { shelf: store::shelf(), renaming: None });
    let list = List { state, notices: Notices::get() };
    live::follow(move || list.paint());
    live::listen(SHELF, "click", move |event| list.clicked(event));
    live::listen(SHELF, "keydown", move |event| list.key(event));
    live::listen(SHELF, "focusout", move |event| list.left(event));
}

impl List {
    fn paint(self) {
        let Some(root) = dom::by_id(SHELF) else { return };
        let here = dom::focused().map(|element| element.id()).filter(|id| !id.is_empty());
        let markup = self.state.with(|state| markup::shelf(&state.shelf, state.renaming.as_deref()));
        dom::fill(&root, &markup);
        if let Some(name) = Control::by_id(NAME) {
            dom::focus(name.element());
            name.select();
        } else if let Some(element) = here.and_then(|id| dom::by_id(&id)) {
            dom::focus(&element);
        }
    }

    fn clicked(self, event: &ev::Event) {
        let act = dom::closest_data(event, "data-act");
        let Some((act, id)) = act.zip(dom::closest_data(event, "data-kept")) else { return };
        match act.as_str() {
            "rename" => self.state.update(|state| state.renaming = Some(id)),
            "duplicate" => self.report(store::duplicate(&id, &clock::fresh_id(), words().copy_of)),
            "to-file" => to_file(&id, &self.name(&id)),
            "damaged-to-file" => to_file(&id, &id),
            "delete" => self.delete(id),
            "restore" => self.report(store::restore(&id)),
            _ => {}
        }
    }

    /// Enter takes the new name, Escape does not.
    fn key(self, event: &ev::Event) {
        let Some(key) = dom::key(event) else { return };
        match key.key().as_str() {
            "Enter" if !key.is_composing() => self.left(event),
            "Escape" => self.state.update(|state| state.renaming = None),
            _ => {}
        }
    }

    /// So does leaving the box. It is left once more as it goes; by then nothing is renamed.
    fn left(self, event: &ev::Event) {
        let Some(control) = Control::target(event) else { return };
        let renaming = self.state.try_update(|state| state.renaming.take()).flatten();
        let Some(id) = renaming else { return };
        let to = control.value();
        if !to.trim().is_empty() {
            self.report(store::rename(&id, to.trim()));
        }
    }

    fn delete(self, id: String) {
        let text = (words().deleted)(&self.name(&id));
        self.report(store::delete(&id));
        self.notices.offer(Level::Info, text, words().restore, move || self.report(store::restore(&id)));
    }

    fn name(self, id: &str) -> String {
        self.state.with_untracked(|state| {
            let row = state.shelf.drafts.iter().find(|row| row.id == id);
            row.map(|row| row.name.clone()).unwrap_or_default()
        })
    }

    /// Says what went wrong, and shows what is kept now.
    fn report(self, result: Result<(), StorageError>) {
        if result.is_err() {
            self.notices.error(words().storage_full);
        }
        self.state.try_update(|state| state.shelf = store::shelf());
    }
}

/// Offers a stored record as a file, exactly as it is.
fn to_file(id: &str, name: &str) {
    if let Some(text) = store::raw(id) {
        let name: String = name.chars().filter(|c| !"\\/:*?\"<>|".contains(*c)).collect();
        files::download(&format!("{name}.json"), "application/json", text.as_bytes());
    }
}
