//! The way in for the page: a stored draft as JSON → the sheet of findings; two of them → what differs;
//! one and the paragraphs that came back → the changes, and the draft with some of them made.
//! Everything crosses as one text, so that the worker needs no state.

use gaozhi_core::draft::{Draft, OutlineJson, from_json, to_json};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Wish, accepted, compare, listed, marked, sheet};

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

/// The changes of a report that came back: see [`listed`]. `sent` is the draft that its file carries, or
/// empty; `paragraphs` is a line each.
///
/// # Errors
/// The word `damaged` where the first text is no draft.
#[wasm_bindgen]
pub fn list_returned(draft: &str, sent: &str, paragraphs: &str) -> Result<String, JsValue> {
    match from_json(draft) {
        Ok(stored) => Ok(listed(&stored.draft, carried(sent).as_ref(), paragraphs)),
        Err(_) => Err(JsValue::from_str("damaged")),
    }
}

/// The draft with those changes made; `chosen` are their places in the list, with blanks between them.
///
/// # Errors
/// The word `damaged` where the first text is no draft.
#[wasm_bindgen]
pub fn accept_returned(draft: &str, sent: &str, paragraphs: &str, chosen: &str) -> Result<String, JsValue> {
    let Ok(stored) = from_json(draft) else { return Err(JsValue::from_str("damaged")) };
    let chosen = chosen.split(' ').filter_map(|at| at.parse().ok()).collect();
    let stored = accepted(stored, carried(sent).as_ref(), paragraphs, &chosen);
    Ok(to_json(&stored.draft, &OutlineJson::of(&stored.draft), stored.created, stored.changed))
}

fn carried(sent: &str) -> Option<Draft> {
    from_json(sent).ok().map(|stored| stored.draft)
}
