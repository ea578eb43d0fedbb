//! Locks among the windows of the site, where the browser gives any: only on secure addresses.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};

use super::promise;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_js(name: &str, options: &Object, then: &Function) -> Result<Promise, JsValue>;
}

/// A lock that is held, until it is dropped.
pub(crate) struct Lock(Function);

impl Drop for Lock {
    fn drop(&mut self) {
        // The promise that keeps the lock is kept.
        let _ = self.0.call0(&JsValue::UNDEFINED);
    }
}

/// How a lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Whoever holds it keeps it; once it is free it comes.
    Wait,
    /// Only if nobody holds it.
    IfFree,
    /// Whoever holds it loses it.
    Steal,
}

/// Asks for the lock of that name. Calls `got` with it, or with nothing where it was not free; and
/// `lost` when somebody stole it. Says whether there are locks at all.
pub(crate) fn ask(
    name: &str,
    manner: Manner,
    got: impl FnOnce(Option<Lock>) + 'static,
    lost: impl FnOnce() + 'static,
) -> bool {
    let options = Object::new();
    let option = match manner {
        Manner::Wait => None,
        Manner::IfFree => Some("ifAvailable"),
        Manner::Steal => Some("steal"),
    };
    if let Some(option) = option {
        // Fails only for a frozen object.
        let _ = Reflect::set(&options, &option.into(), &JsValue::TRUE);
    }
    let then: Box<dyn FnOnce(JsValue) -> JsValue> = Box::new(move |lock: JsValue| {
        if lock.is_null() {
            got(None);
            return JsValue::UNDEFINED;
        }
        let mut end = None;
        let held = Promise::new(&mut |resolve, _| end = Some(resolve));
        got(end.map(Lock));
        held.into()
    });
    let then = Closure::once_into_js(then);
    let Ok(held) = request_js(name, &options, then.unchecked_ref()) else { return false };
    promise::then(held, |ended| {
        if ended.is_err() {
            lost();
        }
    });
    true
}
