//! A draft that comes back as a file: whether it is here already, and what to do with both.

use std::vec::IntoIter;

use gaozhi_core::draft::Stored;
use gaozhi_core::record::{Record, Shelf};

use super::drafts::{self, body, put};
use super::records::{self, Found, Kind};
use super::taken;
use crate::browser::storage::StorageError;
use crate::browser::{clock, json};

type Then = Box<dyn FnOnce(Option<(String, Stored)>)>;

/// Calls `then` with the draft here that the file is one of: begun at the same time under the same
/// name. One that says the same is found before one that does not.
pub(crate) fn counterpart(file: Stored, then: impl FnOnce(Option<(String, Stored)>) + 'static) {
    let mut maybe = Vec::new();
    for (id, found) in records::all(Kind::Draft) {
        // The record of an earlier release says nothing of its draft.
        let is_named = |name: &str| name.is_empty() || name == file.draft.name();
        match found {
            Found::Record(record) if record.shelf == Shelf::Kept && is_named(&record.name) => {
                maybe.push((id, *record));
            }
            Found::Record(_) | Found::Missing | Found::Damaged | Found::Newer => {}
        }
    }
    look(file, maybe.into_iter(), None, Box::new(then));
}

fn look(file: Stored, mut maybe: IntoIter<(String, Record)>, found: Option<(String, Stored)>, then: Then) {
    let Some((id, record)) = maybe.next() else { return then(found) };
    body(record, move |json| match json.and_then(|json| json::draft(&json).ok()) {
        Some(stored) if stored.created == file.created && stored.draft.name() == file.draft.name() => {
            if stored.draft == file.draft {
                return then(Some((id, stored)));
            }
            look(file, maybe, Some((id, stored)), then);
        }
        _ => look(file, maybe, found, then),
    });
}

/// Stores a draft that came as a file beside all others.
pub(crate) fn add_from_file(file: &Stored) -> String {
    let id = drafts::add(file);
    taken::took(&id);
    id
}

/// Puts a draft that came as a file in the place of the one that is here, which goes to the bin.
pub(crate) fn replace(id: &str, here: &Stored, file: &Stored) -> Result<(), StorageError> {
    put(&clock::fresh_id(), here, Shelf::Bin).told()?;
    taken::took(id);
    put(id, file, Shelf::Kept).told()
}
