//! The reader: a module of its own in a worker, fetched at its first use.

use gaozhi_core::reading::{Reading, RepairKind, Source, read as read_source, settled};
use gaozhi_core::template::print;

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

/// Calls `then` with the template of a plain text as a person gets it without a review, in the text
/// form; with nothing where the module could not be loaded.
pub(crate) fn template(text: &str, then: impl FnOnce(Option<String>) + 'static) {
    then(Some(print(&settled(&read_source(&Source::from_text(text), &[])))));
}
