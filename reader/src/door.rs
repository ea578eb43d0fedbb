//! The way in for the page: a name and bytes → what was read, as texts. Everything crosses at once,
//! so that the worker needs no state.

use gaozhi_core::reading::{Refusal, RepairKind, settled};
use gaozhi_core::template::print;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use self::decoder::gb18030;
use crate::{Opened, Way, open};

/// Reads a file, or what was pasted. `way` is `file`, `text` or `html`; `switched` names the kinds of
/// repair that the person wants the other way, with blanks between them.
///
/// Answers a list of texts that begins with what it is:
/// - `reading`, the reading as JSON, the template as it is without a review, `garbled` or nothing;
/// - `template` and its text, where the file is a template in the text form;
/// - `json` and its text.
///
/// # Errors
/// The word of a [`Refusal`].
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8], way: &str, switched: &str) -> Result<Vec<String>, JsValue> {
    answer(name, bytes, way, switched).map_err(|refusal| JsValue::from_str(refusal.id()))
}

fn answer(name: &str, bytes: &[u8], way: &str, switched: &str) -> Result<Vec<String>, Refusal> {
    let way = match way {
        "text" => Way::Text,
        "html" => Way::Html,
        _ => Way::File,
    };
    Ok(match open(name, bytes, way, &gb18030)? {
        Opened::Source { source, garbled } => {
            let switched: Vec<RepairKind> =
                switched.split_whitespace().filter_map(RepairKind::from_id).collect();
            let reading = gaozhi_core::reading::read(&source, &switched);
            let template = print(&settled(&reading));
            let garbled = if garbled { "garbled" } else { "" };
            vec!["reading".to_owned(), reading.to_json(), template, garbled.to_owned()]
        }
        Opened::Template(text) => vec!["template".to_owned(), text],
        Opened::Json(text) => vec!["json".to_owned(), text],
    })
}

#[cfg(target_arch = "wasm32")]
mod decoder {
    use wasm_bindgen::JsValue;
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen]
    extern "C" {
        type TextDecoder;
        #[wasm_bindgen(constructor, catch)]
        fn new(label: &str) -> Result<TextDecoder, JsValue>;
        #[wasm_bindgen(method, catch)]
        fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
    }

    /// The browser's own decoder: its table would be larger than all of this module.
    pub(super) fn gb18030(bytes: &[u8]) -> Option<String> {
        TextDecoder::new("gb18030").ok()?.decode(bytes).ok()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod decoder {
    /// The same table as in browsers, for tests and other programs.
    pub(super) fn gb18030(bytes: &[u8]) -> Option<String> {
        Some(encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned())
    }
}
