//! The modules that work beside the page, each in a worker that is fetched at its first use and
//! lives for one answer. What happens there cannot hurt the page.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::{clock, dom};

/// Why a worker gave no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Silence {
    /// It could not be loaded.
    Unloaded,
    /// It took longer than it may.
    GaveUp,
}

type Then = Box<dyn FnOnce(Result<JsValue, Silence>)>;

/// Asks the module whose address the page tells in the `<meta>` of that name, and calls `then` with its answer. `request` are the parts of the
/// message; `patience` is how long the answer may take, in milliseconds.
pub(crate) fn ask(
    module: &'static str,
    request: &[(&str, JsValue)],
    patience: u64,
    then: impl FnOnce(Result<JsValue, Silence>) + 'static,
) {
    let then: Then = Box::new(then);
    match start(module, request) {
        Ok(worker) => listen(worker, patience, then),
        Err(_) => then(Err(Silence::Unloaded)),
    }
}

/// A worker that was asked.
fn start(module: &'static str, request: &[(&str, JsValue)]) -> Result<Worker, JsValue> {
    // Its name holds the hash of its contents, so the build says it in the page.
    let address = dom::meta(module).ok_or("the page names no such module")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address, &options)?;
    let message = Object::new();
    for (key, value) in request {
        Reflect::set(&message, &JsValue::from_str(key), value)?;
    }
    worker.post_message(&message)?;
    Ok(worker)
}

/// A worker answers with a message; one whose script does not load, with another event.
fn listen(worker: Worker, patience: u64, then: Then) {
    let to = worker.clone();
    let late = worker.clone();
    let then = Rc::new(Cell::new(Some(then)));
    let given_up = Rc::clone(&then);
    clock::after(patience, move || {
        if let Some(then) = given_up.take() {
            late.terminate();
            then(Err(Silence::GaveUp));
        }
    });
    let answered = Closure::once_into_js(move |event: JsValue| {
        worker.terminate();
        let Some(then) = then.take() else { return };
        then(event.dyn_ref::<MessageEvent>().map(MessageEvent::data).ok_or(Silence::Unloaded));
    });
    to.set_onmessage(Some(answered.unchecked_ref()));
    to.set_onerror(Some(answered.unchecked_ref()));
}

/// A part of an answer; nothing if it has none of that name.
pub(crate) fn part(answer: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(answer, &name.into()).ok().filter(|part| !part.is_undefined())
}
