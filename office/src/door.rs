//! The way in for the page: a stored draft as JSON → a Word file. Everything crosses as one text and
//! one array of bytes, so that the worker needs no state.

use gaozhi_core::draft::{Unreadable, from_json};
use gaozhi_core::report::compose;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Properties, write_docx};

/// The Word file of a draft, which `carries` the draft itself for the program to open again, or not.
/// `mark` stands above the text of the first page.
///
/// # Errors
/// Says why the text is no draft; see [`from_json`].
pub fn docx_of(draft: &str, carries: bool, mark: &str) -> Result<Vec<u8>, Unreadable> {
    let carried = carries.then(|| draft.trim_start_matches('\u{feff}').to_owned());
    let draft = from_json(draft)?.draft;
    let mut report = compose(&draft);
    mark.clone_into(&mut report.mark);
    let title = report.title();
    let title = if title.is_empty() { draft.name().to_owned() } else { title };
    Ok(write_docx(&report, &Properties { title, draft: carried }))
}

/// The same for JavaScript.
///
/// # Errors
/// A word for the program to look up, no sentence for a person: `damaged`, `foreign` or `newer`.
#[wasm_bindgen]
pub fn docx(draft: &str, carries: bool, mark: &str) -> Result<Vec<u8>, JsValue> {
    docx_of(draft, carries, mark).map_err(|error| JsValue::from_str(word(&error)))
}

fn word(error: &Unreadable) -> &'static str {
    match error {
        Unreadable::Damaged(_) => "damaged",
        Unreadable::Foreign => "foreign",
        Unreadable::Newer(_) => "newer",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_draft_is_told_apart() {
        let told = |text| docx_of(text, true, "").map_err(|error| word(&error));
        assert_eq!(told("{"), Err("damaged"));
        assert_eq!(told("{}"), Err("foreign"));
        assert_eq!(told("{\"format\":\"gaozhi-draft\",\"version\":99}"), Err("newer"));
    }
}
