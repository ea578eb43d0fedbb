//! The Word writer: a module of its own in a worker, fetched at its first use. What happens there
//! cannot hurt the page.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::{clock, dom};

/// How long the worker may take, in milliseconds: a report of a million characters takes seconds.
const PATIENCE: u64 = 60_000;

/// Calls `then` with a draft (as JSON) as a Word file; with nothing where the module could not be
/// loaded or gave up.
pub(crate) fn docx(draft: &str, then: impl FnOnce(Option<Vec<u8>>) + 'static) {
    let then: Box<dyn FnOnce(Option<Vec<u8>>)> = Box::new(then);
    match ask(draft) {
        Ok(worker) => listen(worker, then),
        Err(_) => then(None),
    }
}

/// A worker that was asked for the file.
fn ask(draft: &str) -> Result<Worker, JsValue> {
    // Its name holds the hash of its contents, so the build says it in the page.
    let address = dom::meta("gaozhi-office").ok_or("the page names no office module")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address, &options)?;
    let request = Object::new();
    Reflect::set(&request, &"id".into(), &1.into())?;
    Reflect::set(&request, &"draft".into(), &draft.into())?;
    worker.post_message(&request)?;
    Ok(worker)
}

/// A worker answers with a message, with or without bytes; one that breaks, with another event.
fn listen(worker: Worker, then: Box<dyn FnOnce(Option<Vec<u8>>)>) {
    let to = worker.clone();
    let late = worker.clone();
    let then = Rc::new(Cell::new(Some(then)));
    let given_up = Rc::clone(&then);
    clock::after(PATIENCE, move || {
        if let Some(then) = given_up.take() {
            late.terminate();
            then(None);
        }
    });
    let answered = Closure::once_into_js(move |event: JsValue| {
        worker.terminate();
        let Some(then) = then.take() else { return };
        let answer = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
        let bytes = answer.and_then(|answer| Reflect::get(&answer, &"bytes".into()).ok());
        then(bytes.filter(|bytes| !bytes.is_undefined()).map(|bytes| Uint8Array::new(&bytes).to_vec()));
    });
    to.set_onmessage(Some(answered.unchecked_ref()));
    to.set_onerror(Some(answered.unchecked_ref()));
}
