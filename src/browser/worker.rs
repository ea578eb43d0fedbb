//! The modules that work beside the page, each in a worker that is fetched at its first use and
//! lives for one answer, unless it only ever sees files of the site. What happens there cannot hurt the page.

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

type Then = Box<dyn FnOnce(&Worker, Result<JsValue, Silence>)>;

/// Asks a new worker of the module whose address the page tells in the `<meta>` of that name, calls
/// `then` with its answer, and ends it. `request` are the parts of the message; `patience` is how long
/// the answer may take, in milliseconds.
pub(crate) fn ask(
    module: &'static str,
    request: &[(&str, JsValue)],
    patience: u64,
    then: impl FnOnce(Result<JsValue, Silence>) + 'static,
) {
    let Ok(worker) = hire(module) else { return then(Err(Silence::Unloaded)) };
    let end = |worker: &Worker, answer| {
        worker.terminate();
        then(answer);
    };
    ask_kept(&worker, request, patience, end);
}

/// A new worker of the module of that name.
pub(crate) fn hire(module: &'static str) -> Result<Worker, JsValue> {
    // Its name holds the hash of its contents, so the build says it in the page.
    let address = dom::meta(module).ok_or("the page names no such module")?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    Worker::new_with_options(&address, &options)
}

/// Asks a worker that may be asked again once it has answered. One that gave no answer is of no more
/// use.
pub(crate) fn ask_kept(
    worker: &Worker,
    request: &[(&str, JsValue)],
    patience: u64,
    then: impl FnOnce(&Worker, Result<JsValue, Silence>) + 'static,
) {
    let then: Then = Box::new(then);
    let message = Object::new();
    let put = |(key, value): &(&str, JsValue)| Reflect::set(&message, &JsValue::from_str(key), value);
    if request.iter().try_for_each(|part| put(part).map(drop)).is_err()
        || worker.post_message(&message).is_err()
    {
        return then(worker, Err(Silence::Unloaded));
    }
    listen(worker, patience, then);
}

/// A worker answers with a message; one whose script does not load, with another event.
fn listen(worker: &Worker, patience: u64, then: Then) {
    let then = Rc::new(Cell::new(Some(then)));
    let (late, given_up) = (worker.clone(), Rc::clone(&then));
    clock::after(patience, move || {
        if let Some(then) = given_up.take() {
            late.terminate();
            then(&late, Err(Silence::GaveUp));
        }
    });
    let from = worker.clone();
    let answered = Closure::once_into_js(move |event: JsValue| {
        from.set_onmessage(None);
        from.set_onerror(None);
        let Some(then) = then.take() else { return };
        then(&from, event.dyn_ref::<MessageEvent>().map(MessageEvent::data).ok_or(Silence::Unloaded));
    });
    worker.set_onmessage(Some(answered.unchecked_ref()));
    worker.set_onerror(Some(answered.unchecked_ref()));
}

/// A part of an answer; nothing if it has none of that name.
pub(crate) fn part(answer: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(answer, &name.into()).ok().filter(|part| !part.is_undefined())
}
