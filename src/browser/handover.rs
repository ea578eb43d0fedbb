//! What the app and the module for reading and designing tell each other: events on the window.

use js_sys::{Object, Reflect};
use leptos::ev;
use wasm_bindgen::JsValue;
use web_sys::File;

use super::events;

/// To the module: read this.
const READ: &str = "gaozhi:read";
/// From the module: it was not read; tells the sentence that says why.
pub(crate) const REFUSED: &str = "gaozhi:refused";
/// From the module: a draft to keep and to open, as JSON.
pub(crate) const DRAFT: &str = "gaozhi:draft";

/// What is to be read.
pub(crate) enum ToRead {
    Text(String),
    /// As the clipboard gives it.
    Html(String),
    File(File),
}

/// Asks the module to read something; `name` is what the person calls it, or empty.
pub(crate) fn read(name: &str, what: ToRead) {
    let (kind, key, what) = match what {
        ToRead::Text(text) => ("text", "text", text.into()),
        ToRead::Html(html) => ("html", "text", html.into()),
        ToRead::File(file) => ("file", "file", JsValue::from(file)),
    };
    let detail = Object::new();
    for (key, value) in [("kind", kind.into()), ("name", name.into()), (key, what)] {
        // Fails only for what is no object.
        let _ = Reflect::set(&detail, &key.into(), &value);
    }
    events::send(READ, &detail);
}

/// What an event tells, if that is one text.
pub(crate) fn told(event: &ev::Event) -> Option<String> {
    events::detail(event).as_string()
}
