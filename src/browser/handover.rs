//! What the modules of this program tell each other: events on the window. Each module has a
//! memory of its own, so what crosses is a value of the browser's.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AddEventListenerOptions, CustomEvent, CustomEventInit};

/// Tells `detail` to whoever listens for that kind.
pub(crate) fn send(kind: &str, detail: &JsValue) {
    let init = CustomEventInit::new();
    init.set_detail(detail);
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new_with_event_init_dict(kind, &init))
    {
        // Fails only for an event that is on its way already.
        let _ = window.dispatch_event(&event);
    }
}

/// Calls `then` with the detail of the next event of that kind.
pub(crate) fn once(kind: &'static str, then: impl FnOnce(JsValue) + 'static) {
    let mut then: Option<Box<dyn FnOnce(JsValue)>> = Some(Box::new(then));
    listen(
        kind,
        true,
        Box::new(move |detail| {
            if let Some(then) = then.take() {
                then(detail)
            }
        }),
    );
}

/// Calls `then` with the detail of each event of that kind, for as long as the page lives.
pub(crate) fn on(kind: &'static str, then: impl Fn(JsValue) + 'static) {
    listen(kind, false, Box::new(then));
}

fn listen(kind: &str, once: bool, mut then: Box<dyn FnMut(JsValue)>) {
    let hear: Box<dyn FnMut(CustomEvent)> = Box::new(move |event| then(event.detail()));
    let options = AddEventListenerOptions::new();
    options.set_once(once);
    if let Some(window) = web_sys::window() {
        let hear = Closure::wrap(hear).into_js_value();
        // Fails only for what is no function.
        let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
            kind,
            hear.unchecked_ref(),
            &options,
        );
    }
}
