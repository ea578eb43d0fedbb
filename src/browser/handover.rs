//! What the app and the module for reading and designing tell each other: events on the window.

use js_sys::{Object, Reflect};
use leptos::ev;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, File};

/// To the module: read this.
const READ: &str = "gaozhi:read";
/// From the module: it was not read; the detail says what and why.
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
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new_with_event_init_dict(READ, &init))
    {
        // Fails only while the same event is being sent.
        let _ = window.dispatch_event(&event);
    }
}

/// What an event tells, if that is one text.
pub(crate) fn told(event: &ev::Event) -> Option<String> {
    detail(event)?.as_string()
}

/// The part of that name of what an event tells; empty where there is none.
pub(crate) fn told_of(event: &ev::Event, part: &str) -> String {
    let part = detail(event).and_then(|detail| Reflect::get(&detail, &part.into()).ok());
    part.and_then(|part| part.as_string()).unwrap_or_default()
}

fn detail(event: &ev::Event) -> Option<JsValue> {
    event.dyn_ref::<CustomEvent>().map(CustomEvent::detail)
}
