//! What the browser promises for later, told to a callback. Every future that waits for itself
//! would be compiled with the machinery of tasks around it; here it is one.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Calls `then` with what was promised, or with why the promise is broken.
pub(crate) fn then(promise: Promise, then: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    wait(promise, Box::new(then));
}

/// Not generic, so that the future is compiled once.
fn wait(promise: Promise, then: Box<dyn FnOnce(Result<JsValue, JsValue>)>) {
    leptos::task::spawn_local(async move { then(JsFuture::from(promise).await) });
}
