//! Records by key. What cannot be stored is kept for as long as this window lives, and is found
//! there first.

use std::cell::RefCell;

use crate::browser::clock;
use crate::browser::storage::{self, StorageError};

thread_local! {
    /// What could not be stored, by key.
    static UNSAVED: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// The newest text of a record.
pub(super) fn get(key: &str) -> Option<String> {
    let unsaved = UNSAVED
        .with_borrow(|unsaved| unsaved.iter().find(|(other, _)| other == key).map(|(_, text)| text.clone()));
    unsaved.or_else(|| storage::get(key))
}

/// Stores a record; when it fails, the record before it stays whole, and the text is kept in this
/// window.
pub(super) fn keep(key: &str, text: &str) -> Result<(), StorageError> {
    let result = storage::set(key, text);
    UNSAVED.with_borrow_mut(|unsaved| {
        unsaved.retain(|(other, _)| other != key);
        if result.is_err() {
            unsaved.push((key.to_owned(), text.to_owned()));
        }
    });
    result
}

/// Takes a record out.
pub(super) fn remove(key: &str) {
    storage::remove(key);
    UNSAVED.with_borrow_mut(|unsaved| unsaved.retain(|(other, _)| other != key));
}

/// Whether the newest text of a record is in this window only.
pub(super) fn is_unsaved(key: &str) -> bool {
    UNSAVED.with_borrow(|unsaved| unsaved.iter().any(|(other, _)| other == key))
}

/// The keys that begin with `prefix`, without it, in no order.
pub(super) fn ids(prefix: &str) -> Vec<String> {
    let mut ids = storage::keys(prefix);
    UNSAVED.with_borrow(|unsaved| {
        for id in unsaved.iter().filter_map(|(key, _)| key.strip_prefix(prefix)) {
            if !ids.iter().any(|other| other == id) {
                ids.push(id.to_owned());
            }
        }
    });
    ids
}

/// Moves a record from one prefix to another. Taken out before it is put in, so that a full
/// storage has room; put back when that fails.
pub(super) fn shift(from: &str, to: &str, id: &str) -> Result<(), StorageError> {
    let (from, mut to) = (format!("{from}{id}"), format!("{to}{id}"));
    let Some(text) = get(&from) else { return Ok(()) };
    if get(&to).is_some() {
        // The same link begun anew meanwhile: neither takes the place of the other.
        to = format!("{to}-{}", clock::fresh_id());
    }
    let was_stored = !is_unsaved(&from);
    remove(&from);
    match keep(&to, &text) {
        Err(error) if was_stored => {
            remove(&to);
            // There was room for it a moment ago.
            let _ = keep(&from, &text);
            Err(error)
        }
        // What was in this window only is no worse off under the other key.
        Ok(()) | Err(_) => Ok(()),
    }
}
