//! Where the person was in each draft.

use crate::browser::storage;

const PLACE: &str = "gaozhi/place/";

/// Where the person was in a draft: the field and the caret.
pub(crate) fn place(id: &str) -> Option<(String, Option<u32>)> {
    let text = storage::get(&format!("{PLACE}{id}"))?;
    let (field, caret) = text.split_once(' ').unwrap_or((&text, ""));
    Some((field.to_owned(), caret.parse().ok()))
}

/// Remembers that. Losing it loses no text, so a failure is not told.
pub(crate) fn set_place(id: &str, field: &str, caret: Option<u32>) {
    let caret = caret.map(|at| at.to_string()).unwrap_or_default();
    let _ = storage::set(&format!("{PLACE}{id}"), &format!("{field} {caret}"));
}

/// Forgets it.
pub(crate) fn forget_place(id: &str) {
    storage::remove(&format!("{PLACE}{id}"));
}
