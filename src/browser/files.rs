//! Files given to and taken from the person.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{
    Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, TextDecoder, TextDecoderOptions, Url,
};

pub(crate) use web_sys::File;

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

/// The file chosen in a file input; the choice is cleared so that the same file can be chosen again.
pub(crate) fn chosen(event: &leptos::ev::Event) -> Option<File> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(file)
}

/// Calls `then` with the text of a file, in whatever way it is written; with nothing where the
/// file cannot be read any more.
pub(crate) fn text(file: &File, then: impl FnOnce(Option<String>) + 'static) {
    promise::then(file.array_buffer(), move |bytes| {
        then(bytes.ok().and_then(|bytes| decode(&Uint8Array::new(&bytes).to_vec())));
    });
}

/// By its mark, or else UTF-8 if it is that without a fault, or else the way of Chinese Windows.
fn decode(bytes: &[u8]) -> Option<String> {
    let labels: &[&str] = match bytes {
        [0xff, 0xfe, ..] => &["utf-16le"],
        [0xfe, 0xff, ..] => &["utf-16be"],
        _ => &["utf-8", "gb18030"],
    };
    let options = TextDecoderOptions::new();
    options.set_fatal(true);
    labels.iter().find_map(|label| {
        let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    })
}

/// Prints the page.
pub(crate) fn print() {
    if let Some(window) = web_sys::window() {
        // A browser without printing has no way to say so that would help the person.
        let _ = window.print();
    }
}
