//! Comparing two drafts: in a worker, which ends with its answer.

use super::worker;

/// How long the worker may take, in milliseconds: drafts of a million characters take seconds.
const PATIENCE: u64 = 30_000;

/// Calls `then` with what differs between two drafts (as JSON), a line for each row, as
/// `proof/src/marked.rs` says; with nothing where the module could not be loaded or gave up.
pub(crate) fn compare(before: &str, after: &str, then: impl FnOnce(Option<String>) + 'static) {
    let request = [("kind", "compare"), ("before", before), ("after", after)];
    let request = request.map(|(name, text)| (name, text.into()));
    worker::ask("gaozhi-proof", &request, PATIENCE, move |answer| {
        let text = answer.ok().and_then(|answer| worker::part(&answer, "text"));
        then(text.and_then(|text| text.as_string()));
    });
}
