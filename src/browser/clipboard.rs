//! Giving text with its markup to the clipboard.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect};
use leptos::ev;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, Clipboard, ClipboardEvent, ClipboardItem, HtmlDocument};

use super::promise;

const COPY: &str = "copy";
const HTML: &str = "text/html";
const TEXT: &str = "text/plain";

/// Puts both ways of one text into the clipboard and says whether the browser let it. Must be called
/// while a click is handled.
///
/// First by the event of copying, old as it is: it works in every page, also one from a file or
/// without https, and hands the markup over as it is, while the newer way rewrites it.
pub(crate) fn copy(html: String, text: String, then: impl FnOnce(bool) + 'static) {
    let (html, text) = (Rc::<str>::from(html), Rc::<str>::from(text));
    if by_event(&html, &text).unwrap_or(false) {
        return then(true);
    }
    match by_promise(&html, &text) {
        Some(written) => promise::then(written, move |result| then(result.is_ok())),
        None => then(false),
    }
}

fn by_event(html: &Rc<str>, text: &Rc<str>) -> Option<bool> {
    let document = web_sys::window()?.document()?.dyn_into::<HtmlDocument>().ok()?;
    let taken = Rc::new(Cell::new(false));
    let hear: Box<dyn FnMut(ev::Event)> = {
        let (taken, html, text) = (Rc::clone(&taken), Rc::clone(html), Rc::clone(text));
        Box::new(move |event| {
            let transfer = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
            let Some(transfer) = transfer else { return };
            if transfer.set_data(HTML, &html).and_then(|()| transfer.set_data(TEXT, &text)).is_ok() {
                event.prevent_default();
                event.stop_propagation();
                taken.set(true);
            }
        })
    };
    let hear = Closure::wrap(hear);
    let listener = hear.as_ref().unchecked_ref();
    document.add_event_listener_with_callback_and_bool(COPY, listener, true).ok()?;
    let is_done = document.exec_command(COPY);
    document.remove_event_listener_with_callback_and_bool(COPY, listener, true).ok()?;
    Some(is_done.unwrap_or(false) && taken.get())
}

fn by_promise(html: &str, text: &str) -> Option<Promise> {
    // Missing where the page came by http.
    let clipboard = Reflect::get(&web_sys::window()?.navigator(), &"clipboard".into()).ok()?;
    let clipboard = clipboard.is_object().then(|| clipboard.unchecked_into::<Clipboard>())?;
    let item = Object::new();
    for (kind, words) in [(HTML, html), (TEXT, text)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&words.into()), &options).ok()?;
        Reflect::set(&item, &kind.into(), &Promise::resolve(&blob)).ok()?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&item).ok()?;
    Some(clipboard.write(&JsValue::from(Array::of1(&item))))
}
