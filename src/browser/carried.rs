//! What a person carries into the page by the clipboard or by dragging.

use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, File};

/// What was pasted or dropped.
pub(crate) struct Carried {
    /// The first file, and how many there are.
    pub(crate) file: Option<(File, u32)>,
    /// The text with its markup, or empty.
    pub(crate) html: String,
    /// The plain text, or empty.
    pub(crate) text: String,
}

/// What an event of the clipboard or of dragging carries.
pub(crate) fn carried(event: &ev::Event) -> Option<Carried> {
    let transfer = transfer(event)?;
    let files = transfer.files();
    let file = files.and_then(|files| Some((files.get(0)?, files.length())));
    let of = |kind: &str| transfer.get_data(kind).unwrap_or_default();
    Some(Carried { file, html: of("text/html"), text: of("text/plain") })
}

fn transfer(event: &ev::Event) -> Option<DataTransfer> {
    match event.dyn_ref::<ClipboardEvent>() {
        Some(event) => event.clipboard_data(),
        None => event.dyn_ref::<DragEvent>()?.data_transfer(),
    }
}

/// Whether a file is among what is dragged; which one is told only when it is dropped.
pub(crate) fn has_files(event: &ev::Event) -> bool {
    transfer(event).is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

/// Whether what is dragged over the page has just left the window.
pub(crate) fn has_left(event: &ev::Event) -> bool {
    event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none())
}
