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

/// From the module: a draft that came as a file, as JSON.
pub(crate) const BROUGHT: &str = "gaozhi:brought";
/// From the module: a draft in which changes were accepted: its id, how many, and itself as JSON, a
/// line each.
pub(crate) const ACCEPTED: &str = "gaozhi:accepted";

/// What is to be read.
pub(crate) enum ToRead {
    Text(String),
    /// As the clipboard gives it.
    Html(String),
    File(File),
    /// A file in which the report of the draft of that id came back.
    Returned(File, String),
}

/// The kind of such a file, before the id.
const RETURNED: &str = "returned ";

/// Asks the module to read something; `name` is what the person calls it, or empty.
pub(crate) fn read(name: &str, what: ToRead) {
    let (kind, key, what) = match what {
        ToRead::Text(text) => ("text".to_owned(), "text", text.into()),
        ToRead::Html(html) => ("html".to_owned(), "text", html.into()),
        ToRead::File(file) => ("file".to_owned(), "file", JsValue::from(file)),
        ToRead::Returned(file, id) => ([RETURNED, &id].concat(), "file", JsValue::from(file)),
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
    /// `text`, `html` or `file`, or names the draft whose report came back.
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
        let what = part(if matches!(kind.as_str(), "text" | "html") { "text" } else { "file" });
        Self { kind, name: part("name").as_string().unwrap_or_default(), what }
    }

    /// The id of the draft whose report came back in the file.
    pub(crate) fn returned(&self) -> Option<&str> {
        self.kind.strip_prefix(RETURNED)
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

/// Gives the app a draft that came as a file, as JSON, to open as such.
pub(crate) fn brought(draft: &str) {
    events::send(BROUGHT, &draft.into());
}

/// Gives the app the draft of that id with so many changes accepted, as JSON.
pub(crate) fn accepted(id: &str, count: usize, draft: &str) {
    events::send(ACCEPTED, &[id, &count.to_string(), draft].join("\n").into());
}

/// Gives the app a draft, as JSON, to keep and to open.
pub(crate) fn give(draft: &str) {
    events::send(DRAFT, &draft.into());
}

/// What an event tells, if that is one text.
pub(crate) fn told(event: &ev::Event) -> Option<String> {
    events::detail(event).as_string()
}
