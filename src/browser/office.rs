//! The Word writer: a module of its own in a worker, fetched at its first use. What happens there
//! cannot hurt the page.

use super::dom;
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// A draft (as JSON) as a Word file; an error where the module could not be loaded or gave up.
pub(crate) async fn docx(draft: &str) -> Result<Vec<u8>, String> {
    run(draft).await.map_err(|error| {
        error.as_string().or_else(|| js_sys::Error::from(error).message().as_string()).unwrap_or_default()
    })
}

async fn run(draft: &str) -> Result<Vec<u8>, JsValue> {
    // Its name holds the hash of its contents, so the build says it in the page.
    let address = dom::meta("gaozhi-office").ok_or("the page names no office module")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address, &options)?;
    let request = Object::new();
    Reflect::set(&request, &"id".into(), &1.into())?;
    Reflect::set(&request, &"draft".into(), &draft.into())?;
    let answer = js_sys::Promise::new(&mut |resolve, reject| {
        let reject_too = reject.clone();
        let on_message = Closure::once_into_js(move |event: MessageEvent| {
            let _ = resolve.call1(&JsValue::NULL, &event.data());
        });
        let on_error = Closure::once_into_js(move |event: JsValue| {
            let _ = reject_too.call1(&JsValue::NULL, &event);
        });
        worker.set_onmessage(Some(on_message.unchecked_ref()));
        worker.set_onerror(Some(on_error.unchecked_ref()));
        if let Err(error) = worker.post_message(&request) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    let answer = JsFuture::from(answer).await;
    worker.terminate();
    let answer = answer?;
    let bytes = Reflect::get(&answer, &"bytes".into())?;
    if bytes.is_undefined() {
        return Err(Reflect::get(&answer, &"error".into())?);
    }
    Ok(Uint8Array::new(&bytes).to_vec())
}
