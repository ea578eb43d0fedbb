//! What the app and the module for reading and designing tell each other: events on the window.

use js_sys::{Object, Reflect};
use leptos::ev;
use wasm_bindgen::JsValue;
use web_sys::File;

use super::events;

/// To the module: read this.
pub(crate) const READ: &str = "gaozhi:read";
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

/// What the module is asked to read.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// `text`, `html` or `file`.
    pub(crate) kind: String,
    /// What the person calls it, or empty.
    pub(crate) name: String,
    /// A text, or a file.
    pub(crate) what: JsValue,
}

impl Asked {
    /// What an event asks for.
    pub(crate) fn of(event: &ev::Event) -> Self {
        let detail = events::detail(event);
        let part = |name: &str| Reflect::get(&detail, &name.into()).unwrap_or_default();
        let kind = part("kind").as_string().unwrap_or_default();
        let what = part(if kind == "file" { "file" } else { "text" });
        Self { kind, name: part("name").as_string().unwrap_or_default(), what }
    }

    /// A text to be read.
    pub(crate) fn text(kind: &str, name: &str, text: &str) -> Self {
        Self { kind: kind.to_owned(), name: name.to_owned(), what: text.into() }
    }

    /// The text, unless it is a file.
    pub(crate) fn as_text(&self) -> Option<String> {
        self.what.as_string()
    }
}

/// Tells the person, where they are in the app, why something was not read.
pub(crate) fn refuse(sentence: &str) {
    events::send(REFUSED, &sentence.into());
}

/// Gives the app a draft, as JSON, to keep and to open.
pub(crate) fn give(draft: &str) {
    events::send(DRAFT, &draft.into());
}

/// What an event tells, if that is one text.
pub(crate) fn told(event: &ev::Event) -> Option<String> {
    events::detail(event).as_string()
}
