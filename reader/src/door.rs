//! The way in for the page: a name and bytes → what was read, as JSON. Everything crosses at once,
//! so that the worker needs no state.

use gaozhi_core::backup;
use gaozhi_core::draft::Unreadable;
use gaozhi_core::reading::{Reading, Refusal, RepairKind, Source, settled};
use gaozhi_core::setup::text::print_part;
use gaozhi_core::template::{parse, print};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use self::decoder::gb18030;
use crate::open::MOST;
use crate::{Opened, Returned, Way, docx, open, returned as back};

/// What was read of a file, or of what was pasted (in UTF-8), as [`Reading::to_json`] writes it. `way`
/// is `file`, `text` or `html`; `switched` names the kinds of repair that the person wants the other
/// way, with blanks between them.
///
/// # Errors
/// The word of a [`Refusal`].
#[wasm_bindgen]
pub fn read(name: &str, bytes: &[u8], way: &str, switched: &str) -> Result<String, JsValue> {
    reading(name, bytes, way, switched)
        .map(|reading| reading.to_json())
        .map_err(|refusal| JsValue::from_str(refusal.id()))
}

/// What came back in a file, as [`Returned::to_json`] writes it.
///
/// # Errors
/// The word of a [`Refusal`].
#[wasm_bindgen]
pub fn returned(name: &str, bytes: &[u8]) -> Result<String, JsValue> {
    returned_of(name, bytes)
        .map(|returned| returned.to_json())
        .map_err(|refusal| JsValue::from_str(refusal.id()))
}

/// The same for Rust.
///
/// # Errors
/// Why nothing was read; see [`Refusal`].
pub fn returned_of(name: &str, bytes: &[u8]) -> Result<Returned, Refusal> {
    if bytes.starts_with(b"PK\x03\x04") && bytes.len() <= MOST {
        return back::of_word(bytes);
    }
    Ok(back::of_source(&match open(name, bytes, Way::File, &gb18030)? {
        Opened::Source(source) => source,
        Opened::Template(text) => Source::from_text(&text),
    }))
}

/// The page setup that a Word file was made with, in its text form, under the name of the file; what it
/// does not tell is left out.
///
/// # Errors
/// The word of a [`Refusal`].
#[wasm_bindgen]
pub fn habits(name: &str, bytes: &[u8]) -> Result<String, JsValue> {
    habits_of(name, bytes).map_err(|refusal| JsValue::from_str(refusal.id()))
}

/// The same for Rust.
///
/// # Errors
/// Why nothing was learned; see [`Refusal`]. Of what is read but is no Word file, that it is of another
/// kind.
pub fn habits_of(name: &str, bytes: &[u8]) -> Result<String, Refusal> {
    if !bytes.starts_with(b"PK\x03\x04") || bytes.len() > MOST {
        return open(name, bytes, Way::File, &gb18030).and(Err(Refusal::OtherOffice));
    }
    let (setup, told) = docx::habits(bytes)?;
    let name = name.rsplit_once('.').map_or(name, |(name, _)| name);
    Ok(print_part(name, &setup, |key| told.contains(&key)))
}

/// The template of a plain text as a person gets it without a review, in the text form.
#[wasm_bindgen]
#[must_use]
pub fn template(text: &str) -> String {
    print(&settled(&gaozhi_core::reading::read(&Source::from_text(text), &[])))
}

/// What restoring a backup keeps, as [`Plan::to_json`](backup::Plan::to_json) writes it. `here` is a
/// backup of what is kept already.
///
/// # Errors
/// `newer` where a newer version of this program wrote the backup, `damaged` where nothing in it is
/// whole.
#[wasm_bindgen]
pub fn plan(text: &str, here: &str) -> Result<String, JsValue> {
    let here = backup::read(here).unwrap_or_default();
    match backup::read(text) {
        Ok(backup) => Ok(backup::plan(backup, &here.items).to_json()),
        Err(Unreadable::Newer(_)) => Err("newer".into()),
        Err(Unreadable::Damaged(_) | Unreadable::Foreign) => Err("damaged".into()),
    }
}

/// What [`read`] reads, for Rust. A template in the text form is taken as it is.
///
/// # Errors
/// Why nothing was read; see [`Refusal`].
pub fn reading(name: &str, bytes: &[u8], way: &str, switched: &str) -> Result<Reading, Refusal> {
    let way = match way {
        "text" => Way::Text,
        "html" => Way::Html,
        _ => Way::File,
    };
    Ok(match open(name, bytes, way, &gb18030)? {
        Opened::Source(source) => {
            let switched: Vec<RepairKind> =
                switched.split_whitespace().filter_map(RepairKind::from_id).collect();
            gaozhi_core::reading::read(&source, &switched)
        }
        Opened::Template(text) => Reading { template: parse(&text).0, text, ..Reading::default() },
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
