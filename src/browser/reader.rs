//! The reader: a module of its own in a worker, fetched at its first use.

use gaozhi_core::reading::{Reading, RepairKind, Source, read as read_source};

use super::handover::Asked;

/// Calls `then` with what was read, or with a word that says why nothing was.
pub(crate) fn read(
    asked: &Asked,
    switched: &[RepairKind],
    then: impl FnOnce(Result<Reading, String>) + 'static,
) {
    match asked.as_text() {
        Some(text) => then(Ok(read_source(&Source::from_text(&text), switched))),
        None => then(Err("damaged".to_owned())),
    }
}
