//! Comparing two drafts, or a draft with a report that came back: in a worker, which ends with its
//! answer.

use wasm_bindgen::JsValue;

use super::worker;

/// How long the worker may take, in milliseconds: drafts of a million characters take seconds.
const PATIENCE: u64 = 30_000;

/// Calls `then` with what differs between two drafts (as JSON), a line for each row, as
/// `proof/src/marked.rs` says; with nothing where the module could not be loaded or gave up.
pub(crate) fn compare(before: &str, after: &str, then: impl FnOnce(Option<String>) + 'static) {
    ask(&[("kind", "compare"), ("before", before), ("after", after)], then);
}

/// Calls `then` with the changes of a report that came back, a line each, as
/// `proof/src/returned/wire.rs` says; with nothing where the module could not be loaded or gave up.
/// `sent` is the draft that the file carries, or empty; `paragraphs` is a line each.
pub(crate) fn returned(
    draft: &str,
    sent: &str,
    paragraphs: &str,
    then: impl FnOnce(Option<String>) + 'static,
) {
    ask(&[("kind", "returned"), ("draft", draft), ("sent", sent), ("paragraphs", paragraphs)], then);
}

/// Calls `then` with the draft in which those of the changes are made that `chosen` names by their
/// places, with blanks between them.
pub(crate) fn accept(
    [draft, sent, paragraphs]: [&str; 3],
    chosen: &str,
    then: impl FnOnce(Option<String>) + 'static,
) {
    let back = [("kind", "returned"), ("draft", draft), ("sent", sent), ("paragraphs", paragraphs)];
    ask(&[back.as_slice(), &[("chosen", chosen)]].concat(), then);
}

fn ask(request: &[(&str, &str)], then: impl FnOnce(Option<String>) + 'static) {
    let request: Vec<(&str, JsValue)> = request.iter().map(|(name, text)| (*name, (*text).into())).collect();
    worker::ask("gaozhi-proof", &request, PATIENCE, move |answer| {
        let text = answer.ok().and_then(|answer| worker::part(&answer, "text"));
        then(text.and_then(|text| text.as_string()));
    });
}
