//! The drafts, the templates, the bin, and what could not be read: painted from one signal, with one set
//! of listeners for all rows.

use std::sync::Arc;

use gaozhi_core::export::is_refused_in_names;
use leptos::ev;
use leptos::prelude::*;

use super::super::notices::{Level, Notices};
use super::super::{live, words};
use super::rows::{self, NAME, named, start_id};
use super::{SHELF, begin, search};
use crate::browser::dom::{self, Control};
use crate::browser::storage::StorageError;
use crate::browser::{clock, files};
use crate::store::{self, Shelf, TemplateRow};

/// What the list shows.
struct State {
    shelf: Shelf,
    /// The draft or template whose name is being changed.
    renaming: Option<String>,
}

/// The list, as a handle.
#[derive(Clone, Copy)]
pub(super) struct List {
    state: RwSignal<State>,
    notices: Notices,
}

/// Keeps the list in home alive.
pub(super) fn follow() -> List {
    let state = RwSignal::new(State { shelf: store::shelf(), renaming: None });
    let list = List { state, notices: Notices::get() };
    live::follow(move || list.paint());
    if state.with_untracked(|state| !state.shelf.damaged.is_empty()) {
        store::heal(move |is_healed| {
            if is_healed {
                list.report(Ok(()));
            }
        });
    }
    live::listen(SHELF, "click", move |event| list.clicked(event));
    live::listen(SHELF, "keydown", move |event| list.key(event));
    live::listen(SHELF, "focusout", move |event| list.left(event));
    list
}

impl List {
    fn paint(self) {
        let Some(root) = dom::by_id(SHELF) else { return };
        let here = dom::focused().map(|element| element.id()).filter(|id| !id.is_empty());
        let markup = self.state.with(|state| rows::shelf(&state.shelf, state.renaming.as_deref()));
        dom::fill(&root, &markup);
        search::filter();
        if let Some(name) = Control::by_id(NAME) {
            dom::focus(name.element());
            name.select();
        } else if let Some(element) = here.and_then(|id| dom::by_id(&id)) {
            dom::focus(&element);
        }
    }

    fn clicked(self, event: &ev::Event) {
        let Some(act) = dom::closest_data(event, "data-act") else { return };
        if act == "empty-bin" {
            return self.ask_to_purge(words().empty_bin_ask.to_owned(), words().empty_bin, store::empty_bin);
        }
        let Some(id) = dom::closest_data(event, "data-kept") else { return };
        match (act.as_str(), self.template(&id)) {
            ("purge", row) => {
                let (purge, name) = match row {
                    Some(row) => (store::purge_template as fn(&str) -> _, row.name),
                    None => (store::purge as fn(&str) -> _, self.name(&id)),
                };
                let text = (words().purge_ask)(named(&name));
                self.ask_to_purge(text, words().purge, move || purge(&id));
            }
            ("rename", _) => self.state.update(|state| state.renaming = Some(id)),
            (act, Some(row)) => self.act_on_template(act, row),
            (act, None) => self.act_on_draft(act, id),
        }
    }

    fn act_on_draft(self, act: &str, id: String) {
        match act {
            "duplicate" => {
                let copy = clock::fresh_id();
                store::duplicate(&id, copy, words().copy_of, move |result| self.report(result));
            }
            "to-file" => {
                to_file(&id, &self.name(&id));
                store::took(&id);
                self.report(Ok(()));
            }
            "damaged-to-file" => to_file(&id, &id),
            "delete" => {
                let result = store::delete(&id);
                self.deleted(&self.name(&id), result, move || store::restore(&id));
            }
            "restore" => self.report(store::restore(&id)),
            _ => {}
        }
    }

    fn act_on_template(self, act: &str, row: TemplateRow) {
        let TemplateRow { id, name, pinned, .. } = row;
        match act {
            "start" => store::template(&id).map_or((), begin),
            "duplicate" => self.report(store::duplicate_template(&id, &(words().copy_of)(named(&name)))),
            "pin" => self.report(store::pin_template(&id, !pinned)),
            "to-file" => template_to_file(&id, named(&name)),
            "delete" => {
                let result = store::delete_template(&id);
                self.deleted(named(&name), result, move || store::restore_template(&id));
            }
            "restore" => self.report(store::restore_template(&id)),
            _ => {}
        }
    }

    /// What is deleted for good cannot come back, so it is asked for once more.
    fn ask_to_purge(
        self,
        text: String,
        label: &'static str,
        purge: impl Fn() -> Result<(), StorageError> + Send + Sync + 'static,
    ) {
        self.notices.ask(text, vec![("purge", label, Arc::new(move || self.report(purge())))]);
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
            let to = to.trim();
            if self.template(&id).is_some() {
                self.report(store::rename_template(&id, to));
            } else {
                store::rename(&id, to.to_owned(), move |result| self.report(result));
            }
        }
    }

    fn deleted(
        self,
        name: &str,
        result: Result<(), StorageError>,
        restore: impl Fn() -> Result<(), StorageError> + Send + Sync + 'static,
    ) {
        self.report(result);
        let text = (words().deleted)(name);
        self.notices.offer(Level::Info, text, words().restore, move || self.report(restore()));
    }

    /// The template of that id, deleted or not.
    fn template(self, id: &str) -> Option<TemplateRow> {
        self.state.with_untracked(|state| {
            let Shelf { templates, template_bin, .. } = &state.shelf;
            templates.iter().chain(template_bin).find(|row| row.id == id).cloned()
        })
    }

    /// Brings the person to a template of the list, once it is painted.
    pub(super) fn go_to_template(self, id: &str) {
        let id = start_id(id);
        clock::after(0, move || {
            if let Some(button) = dom::by_id(&id) {
                dom::focus(&button);
                dom::reveal(&button);
            }
        });
    }

    fn name(self, id: &str) -> String {
        self.state.with_untracked(|state| {
            let Shelf { drafts, bin, .. } = &state.shelf;
            let row = drafts.iter().chain(bin).find(|row| row.id == id);
            row.map(|row| row.name.clone()).unwrap_or_default()
        })
    }

    /// Looks at what is kept here, and follows it.
    pub(super) fn with<T>(self, look: impl FnOnce(&Shelf) -> T) -> T {
        self.state.with(|state| look(&state.shelf))
    }

    /// Says what went wrong, and shows what is kept now.
    pub(super) fn report(self, result: Result<(), StorageError>) {
        if let Err(error) = result {
            self.notices.unstored(error);
        }
        self.state.try_update(|state| state.shelf = store::shelf());
    }
}

/// Offers a stored record as a file, exactly as it is.
fn to_file(id: &str, name: &str) {
    let name = format!("{}.json", file_name(name));
    store::raw(id, move |text| {
        files::download(&name, "application/json", text.as_bytes());
    });
}

/// Offers a template as a file that can be mailed.
fn template_to_file(id: &str, name: &str) {
    if let Some(text) = store::template_text(id) {
        let name = (words().template_file)(&file_name(name));
        files::download(&name, "text/plain;charset=utf-8", store::template_file(&text).as_bytes());
    }
}

/// Without the marks that a file system refuses.
fn file_name(name: &str) -> String {
    name.chars().filter(|c| !is_refused_in_names(*c)).collect()
}
