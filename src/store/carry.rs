//! Whether Word files carry their draft. They do until the person says otherwise.

use crate::browser::storage;

const BARE: &str = "gaozhi/docx-bare";

/// Whether they do.
pub(crate) fn carries() -> bool {
    storage::get(BARE).is_none()
}

/// Remembers that. What could not be kept is asked again, which tells enough.
pub(crate) fn set_carries(on: bool) {
    if on {
        storage::remove(BARE);
    } else {
        let _ = storage::set(BARE, "1");
    }
}
