//! The durable twin of localStorage, which `twin.js` holds: what was put there survives the end of
//! the browser, however it comes. Where the browser gives none, all that is asked of it fails.

use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::promise;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = gaozhiTwin, js_name = mirrored, catch)]
    fn mirrored_js() -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = gaozhiTwin, js_name = get, catch)]
    fn get_js(keys: &Array) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = gaozhiTwin, js_name = put, catch)]
    fn put_js(keys: &Array, texts: &Array, drops: &Array) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = gaozhiTwin, js_name = pack, catch)]
    fn pack_js(text: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_namespace = gaozhiTwin, js_name = unpack, catch)]
    fn unpack_js(packed: &str) -> Result<Promise, JsValue>;
}

/// What follows. One type for all, so that what comes between is compiled once.
pub(crate) type Then<T> = Box<dyn FnOnce(T)>;

/// What the twin is asked for: an answer for later.
pub(crate) struct Asked(Result<Promise, JsValue>);

impl Asked {
    /// Calls `then` with the answer; with nothing where there is none.
    fn then(self, then: Then<Option<JsValue>>) {
        match self.0 {
            Ok(promise) => promise::then(promise, |answer| then(answer.ok())),
            Err(_) => then(None),
        }
    }

    /// Calls `then` with whether it was done.
    pub(crate) fn done(self, then: Then<bool>) {
        self.then(Box::new(|answer| then(answer.is_some())));
    }

    /// Calls `then` with the texts that were asked for; empty ones where there are none.
    pub(crate) fn texts(self, then: Then<Option<Vec<String>>>) {
        self.then(Box::new(|answer| {
            let text = |text: JsValue| text.as_string().unwrap_or_default();
            then(answer.map(|list| Array::from(&list).iter().map(text).collect()));
        }));
    }

    /// Calls `then` with the text that was asked for.
    pub(crate) fn text(self, then: Then<Option<String>>) {
        self.then(Box::new(|answer| then(answer.and_then(|text| text.as_string()))));
    }
}

/// Once the two stores hold the same: keys and texts, by turns, for which localStorage has no room.
pub(crate) fn mirrored() -> Asked {
    Asked(mirrored_js())
}

/// The texts under those keys.
pub(crate) fn get(keys: &[String]) -> Asked {
    Asked(get_js(&list(keys)))
}

/// Puts a text under a key and takes others out: all of it or nothing.
pub(crate) fn put(key: &str, text: &str, drops: &[String]) -> Asked {
    Asked(put_js(&Array::of1(&key.into()), &Array::of1(&text.into()), &list(drops)))
}

/// Takes texts out.
pub(crate) fn remove(keys: &[String]) -> Asked {
    let none = Array::new();
    Asked(put_js(&none, &none, &list(keys)))
}

/// A text in a sixth of the room, or so.
pub(crate) fn pack(text: &str) -> Asked {
    Asked(pack_js(text))
}

/// What [`pack`] packed.
pub(crate) fn unpack(packed: &str) -> Asked {
    Asked(unpack_js(packed))
}

fn list(texts: &[String]) -> Array {
    texts.iter().map(|text| JsValue::from_str(text)).collect()
}
