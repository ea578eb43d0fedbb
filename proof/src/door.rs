//! The way in for the page: a stored draft as JSON → the sheet of findings; two of them → what differs.
//! Everything crosses as one text, so that the worker needs no state.

use gaozhi_core::draft::from_json;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Wish, compare, marked, sheet};

/// The sheet of a draft: see [`sheet`]. `ignored` are the lines that the person put away, `shown` asks
/// for what they hide too.
///
/// # Errors
/// The word `damaged` where the text is no draft.
#[wasm_bindgen]
pub fn proofread(draft: &str, id: &str, ignored: &str, shown: bool) -> Result<String, JsValue> {
    match from_json(draft) {
        Ok(stored) => Ok(sheet(&stored.draft, &Wish { id, ignored, shown })),
        Err(_) => Err(JsValue::from_str("damaged")),
    }
}

/// What differs between two drafts, the earlier one first: see [`marked`].
///
/// # Errors
/// The word `damaged` where one of the texts is no draft.
#[wasm_bindgen]
pub fn compare_drafts(before: &str, after: &str) -> Result<String, JsValue> {
    match (from_json(before), from_json(after)) {
        (Ok(before), Ok(after)) => Ok(marked(&compare(&before.draft, &after.draft))),
        _ => Err(JsValue::from_str("damaged")),
    }
}
