//! Files given to and taken from the person.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use super::{clock, promise};

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

/// Calls `then` with the file chosen in a file input, its name and its text (UTF-8); the choice is
/// cleared so that the same file can be chosen again.
pub(crate) fn chosen(event: &leptos::ev::Event, then: impl FnOnce(&str, &str) + 'static) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some((input, file)) = input.and_then(|input| input.files()?.get(0).map(|file| (input, file))) else {
        return;
    };
    let name = file.name();
    promise::then(file.text(), move |text| {
        if let Some(text) = text.ok().and_then(|text| text.as_string()) {
            input.set_value("");
            then(&name, &text);
        }
    });
}

/// Prints the page.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser without printing has no way to say so that would help the person.
        let _ = window.print();
    }
}
