//! The designer: a second module of this program, fetched when it is first needed. Its script is
//! put into the page by address, as the policy of the page wants it.

use std::cell::Cell;

use super::{dom, events};

/// Told by the script once it ran, with whether the designer is there.
const ARRIVED: &str = "gaozhi:designer";

thread_local! {
    static IS_THERE: Cell<bool> = const { Cell::new(false) };
}

/// Whether it is there.
pub(crate) fn is_there() -> bool {
    IS_THERE.get()
}

/// Calls `then` once the designer listens, with whether it could be loaded. After a failure the
/// next call tries again.
pub(crate) fn load(then: impl FnOnce(bool) + 'static) {
    if is_there() {
        return then(true);
    }
    events::once(ARRIVED, move |event| {
        let is_there = events::detail(event).as_bool() == Some(true);
        IS_THERE.set(is_there);
        then(is_there);
    });
    // Its name holds the hash of its contents, so the build says it in the page.
    let address = dom::meta("gaozhi-designer").unwrap_or_default();
    dom::run_script(&address, || events::send(ARRIVED, &false.into()));
}
