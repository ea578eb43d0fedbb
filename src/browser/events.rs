//! Events of this program's own on the window: what its modules tell each other. Each module has a
//! memory of its own, so what crosses is a value of the browser's.

use leptos::ev;
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

/// Calls `then` with the next event of that kind.
pub(crate) fn once(kind: &str, then: impl FnOnce(&ev::Event) + 'static) {
    let hear: Box<dyn FnOnce(ev::Event)> = Box::new(move |event| then(&event));
    let options = AddEventListenerOptions::new();
    options.set_once(true);
    if let Some(window) = web_sys::window() {
        let hear = Closure::once_into_js(hear);
        // Fails only for what is no function.
        let _ = window.add_event_listener_with_callback_and_add_event_listener_options(
            kind,
            hear.unchecked_ref(),
            &options,
        );
    }
}

/// What an event tells.
pub(crate) fn detail(event: &ev::Event) -> JsValue {
    event.dyn_ref::<CustomEvent>().map(CustomEvent::detail).unwrap_or_default()
}
