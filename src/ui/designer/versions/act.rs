//! What can be done with a version: going back to it, making a draft of it, naming, deleting.

use std::rc::Rc;

use gaozhi_core::draft::{Draft, Edit, OutlineJson, to_json};
use gaozhi_core::versions::{restore_section, restore_whole};
use leptos::ev;

use super::super::super::notices::Level;
use super::super::super::{naming, words};
use super::super::said;
use super::list::{KEEP, when};
use super::marked::{COPY, DELETE, RENAME, RESTORE, SECTION};
use super::{Handle, History, here};
use crate::browser::{clock, dom, handover};
use crate::store;

/// Does what a button says.
pub(super) fn clicked(history: &Rc<History>, handle: Handle, event: &ev::Event) {
    let Some(button) = dom::closest(event, "button") else { return };
    if let Some(section) = button.get_attribute(SECTION).and_then(|section| section.parse().ok()) {
        return restore(history, handle, |now, then| restore_section(now, then, section));
    }
    let chosen = history.version(history.chosen.get());
    match (button.id().as_str(), chosen) {
        (KEEP, _) => naming::ask("", &naming::usual(clock::now())),
        (RESTORE, Some(_)) => restore(history, handle, |now, then| Some(restore_whole(now, then))),
        (COPY, Some(version)) => copy(history, version.at),
        (RENAME, Some(version)) => {
            let name = if version.name.is_empty() { naming::usual(version.at) } else { version.name };
            naming::ask(&version.at.to_string(), &name);
        }
        (DELETE, Some(version)) => delete(history, handle, version),
        _ => {}
    }
}

/// Takes the name that was asked for: of that version, or of a new one.
pub(super) fn named(history: &Rc<History>, handle: Handle, of: &str, name: String) {
    let Some(version) = history.version(of.parse().ok()) else {
        return naming::keep(history.desk, name, move || reload(handle));
    };
    match store::rename_version(&history.id(), &version, name) {
        Ok(()) => reload(handle),
        Err(error) => history.desk.notices.unstored(error),
    }
}

/// The list and what is compared once more, as something else is stored now.
fn reload(handle: Handle) {
    if let Some(history) = here(handle) {
        history.reload();
        history.compare();
    }
}

/// Puts something of the version back, once the draft as it is is kept as a version too.
fn restore(history: &Rc<History>, handle: Handle, back: impl FnOnce(&Draft, &Draft) -> Option<Edit>) {
    let (session, notices) = (history.desk.session, history.desk.notices);
    let edit = match history.then.borrow().as_ref() {
        Some(then) => session.with(|now, _| back(now, then)),
        None => return,
    };
    let changes = |edit: &Edit| !matches!(edit, Edit::All(edits) if edits.is_empty());
    let Some(edit) = edit.filter(changes) else { return notices.info(said().nothing_to_restore) };
    session.flush();
    let name = said().before_restoring.to_owned();
    session.keep_version(name, session.json(), move |kept| match kept {
        Err(error) => notices.unstored(error),
        Ok(()) => {
            if let Some(history) = here(handle) {
                history.reload();
            }
            session.seal();
            session.edit(edit);
            notices.offer(Level::Info, said().restored, words().undo, move || session.undo());
        }
    });
}

/// Makes a draft of its own of the version.
fn copy(history: &History, at: i64) {
    let Some(mut draft) = history.then.borrow().clone() else { return };
    let name = (said().version_of)(draft.name(), &when(at));
    draft.apply(Edit::Rename(name));
    let now = clock::now();
    history.desk.session.flush();
    handover::give(&to_json(&draft, &OutlineJson::of(&draft), now, now));
}

/// Deletes the version; it can be had back.
fn delete(history: &Rc<History>, handle: Handle, version: store::Version) {
    let (id, notices) = (history.id(), history.desk.notices);
    let Some(record) = store::remove_version(&id, &version) else { return };
    let next = {
        let list = history.list.borrow();
        let at = list.iter().position(|other| *other == version).unwrap_or_default();
        list.get(at + 1).or_else(|| list.get(at.checked_sub(1)?)).map(|other| other.at)
    };
    history.chosen.set(next);
    reload(handle);
    notices.offer(Level::Info, said().version_deleted, words().undo, move || {
        match store::put_version_back(&id, &version, &record) {
            Ok(()) => reload(handle),
            Err(error) => notices.unstored(error),
        }
    });
}
