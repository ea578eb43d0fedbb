//! What happens when the program breaks: `crash.js`, which stands in the page, is told, for by then
//! no handler of the program lives any more.

use super::{events, storage};

/// To `crash.js`: the program broke; tells where.
const PANIC: &str = "gaozhi:panic";

/// Tells it of a panic.
pub(crate) fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(|at| [at.file(), ":", &at.line().to_string()].concat());
        events::send(PANIC, &at.unwrap_or_default().into());
    }));
}

/// Whether a draft made the program break twice. `crash.js` counts, and shows its safe page in place
/// of its own address.
pub(crate) fn is_feared(draft: &str) -> bool {
    storage::get(&["gaozhi/crashed/", draft].concat()).is_some_and(|panics| panics != "1")
}
