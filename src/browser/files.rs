//! Files given to and taken from the person.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use super::clock;

/// Offers `bytes` as a download of that name. Gives false where the browser refuses.
pub(crate) fn download(name: &str, media: &str, bytes: &[u8]) -> bool {
    try_download(name, media, bytes).is_some()
}

fn try_download(name: &str, media: &str, bytes: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(media);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let document = web_sys::window()?.document()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // Safari reads the blob after the click has returned.
    clock::after(60_000, move || {
        let _ = Url::revoke_object_url(&url);
    });
    Some(())
}

/// The file chosen in a file input, as its name and its text (UTF-8); the choice is cleared so
/// that the same file can be chosen again.
pub(crate) async fn chosen(event: leptos::ev::Event) -> Option<(String, String)> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok().as_ref().and_then(JsValue::as_string)?;
    input.set_value("");
    Some((file.name(), text))
}

/// Prints the page.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser without printing has no way to say so that would help the person.
        let _ = window.print();
    }
}
