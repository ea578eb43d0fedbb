//! The part of the address after `#`, and files of the same origin.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use web_sys::Response;

use super::promise;

/// The part after `#`, percent-decoded; as written where it cannot be decoded.
pub(crate) fn hash() -> String {
    let raw = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    let raw = raw.strip_prefix('#').unwrap_or(&raw);
    js_sys::decode_uri_component(raw).map_or_else(|_| raw.to_owned(), String::from)
}

/// Goes to another place of the app.
pub(crate) fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Fails only for a document without a window; there is no place to go then.
        let _ = window.location().set_hash(hash);
    }
}

/// Says that this place of the app has another address from now on. Nobody is told.
pub(crate) fn replace(hash: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Refused only when done hundreds of times a minute; the place then keeps its address.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// Calls `then` whenever the part after `#` changes, for as long as the page lives.
pub(crate) fn on_change(then: impl Fn() + 'static) {
    leptos::prelude::window_event_listener(leptos::ev::hashchange, move |_| then());
}

/// Calls `then` with the text of a file of the same origin; with nothing for another origin, a
/// missing file or no network.
pub(crate) fn fetch_text(path: &str, then: impl FnOnce(Option<String>) + 'static) {
    let Some(response) = fetch(path) else { return then(None) };
    promise::then(response, move |response| {
        let response = response.ok().and_then(|response| response.dyn_into::<Response>().ok());
        match response.filter(Response::ok).and_then(|response| response.text().ok()) {
            Some(text) => promise::then(text, move |text| then(text.ok().and_then(|text| text.as_string()))),
            None => then(None),
        }
    });
}

fn fetch(path: &str) -> Option<Promise> {
    let window = web_sys::window()?;
    let base = window.location().href().ok()?;
    let url = web_sys::Url::new_with_base(path, &base).ok()?;
    (url.origin() == window.location().origin().ok()?).then(|| window.fetch_with_str(&url.href()))
}
