//! The Word writer: a module of its own in a worker.

use js_sys::Uint8Array;

use super::worker;

/// How long the worker may take, in milliseconds: a report of a million characters takes seconds.
const PATIENCE: u64 = 60_000;

/// Calls `then` with a draft (as JSON) as a Word file, which `carries` the draft or not and has `mark`
/// above its text; with nothing where the module could not be loaded or gave up.
pub(crate) fn docx(draft: &str, carries: bool, mark: &str, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    worker::ask(
        "gaozhi-office",
        &[("draft", draft.into()), ("carries", carries.into()), ("mark", mark.into())],
        PATIENCE,
        move |answer| {
            let bytes = answer.ok().and_then(|answer| worker::part(&answer, "bytes"));
            then(bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()));
        },
    );
}
