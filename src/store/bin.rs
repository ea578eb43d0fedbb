//! Deleting for good. Only what is in the bin can be.

use gaozhi_core::record::Shelf;

use super::records::{self, Facts, Found, Kind};
use super::{place, taken, versions};
use crate::browser::clock;
use crate::browser::storage::StorageError;

/// Deletes a draft of the bin, with its versions.
pub(crate) fn purge(id: &str) -> Result<(), StorageError> {
    end(Kind::Draft, id)?;
    versions::remove_all(id);
    place::forget_place(id);
    taken::forget(id);
    Ok(())
}

/// Deletes a template of the bin.
pub(crate) fn purge_template(id: &str) -> Result<(), StorageError> {
    end(Kind::Template, id)
}

/// Deletes all that is in it.
pub(crate) fn empty_bin() -> Result<(), StorageError> {
    let mut result = Ok(());
    for (kind, purge) in [(Kind::Draft, purge as fn(&str) -> _), (Kind::Template, purge_template)] {
        for (id, found) in records::all(kind) {
            if matches!(found, Found::Record(record) if record.shelf == Shelf::Bin) {
                result = result.and(purge(&id));
            }
        }
    }
    result
}

/// Leaves a record that says so and nothing else.
fn end(kind: Kind, id: &str) -> Result<(), StorageError> {
    let facts = Facts { shelf: Shelf::Gone, changed: clock::now(), tally: (0, 0), name: String::new() };
    let result = records::keep(kind, id, facts, String::new()).told();
    if result.is_ok() {
        // Looking there takes out what was before.
        let _ = records::find(kind, id);
    }
    result
}
