//! The part of the address after `#`, and files of the same origin.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

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

/// Calls `then` whenever the part after `#` changes, for as long as the page lives.
pub(crate) fn on_change(then: impl Fn() + 'static) {
    leptos::prelude::window_event_listener(leptos::ev::hashchange, move |_| then());
}

/// The text of a file of the same origin; nothing for another origin, a missing file or no
/// network.
pub(crate) async fn fetch_text(path: &str) -> Option<String> {
    let window = web_sys::window()?;
    let base = window.location().href().ok()?;
    let url = web_sys::Url::new_with_base(path, &base).ok()?;
    if url.origin() != window.location().origin().ok()? {
        return None;
    }
    let response = JsFuture::from(window.fetch_with_str(&url.href())).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}
