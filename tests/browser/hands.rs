//! The app in the test page, and events sent to it by hand.

use std::cell::Cell;

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, HtmlElement, Window};

// An input and a textarea are alike to these.
#[wasm_bindgen(inline_js = "
    export const send = (target, kind, type, more) => target.dispatchEvent(
        new globalThis[kind](type, { bubbles: true, cancelable: true, ...JSON.parse(more) }));
    export const value = control => control.value;
    export const set_value = (control, text) => { control.value = text; };
    export const caret = control => control.selectionStart;
    export const set_caret = (control, at) => control.setSelectionRange(at, at);
    export const serve = text => { window.fetch = async () => new Response(text); };
")]
extern "C" {
    /// Sends an event of that kind and type; `more` is JSON. Gives whether nobody prevented what follows.
    pub(crate) fn send(target: &JsValue, kind: &str, r#type: &str, more: &str) -> bool;
    /// What stands in a control.
    pub(crate) fn value(control: &Element) -> String;
    pub(crate) fn set_value(control: &Element, text: &str);
    pub(crate) fn caret(control: &Element) -> u32;
    pub(crate) fn set_caret(control: &Element, at: u32);
    /// Answers every fetch with that text: the test page stands alone, without the files of the site.
    fn serve(text: &str);
}

pub(crate) fn window() -> Window {
    web_sys::window().unwrap()
}

pub(crate) fn document() -> Document {
    window().document().unwrap()
}

pub(crate) fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).unwrap()
}

/// Gives the page that time.
pub(crate) async fn pause(milliseconds: i32) {
    let promise = Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

/// Waits until there is such an element.
pub(crate) async fn wait(selector: &str) -> Element {
    for _ in 0..500 {
        if let Some(element) = find(selector) {
            return element;
        }
        pause(10).await;
    }
    panic!("waited 5 s in vain for {selector}");
}

/// A new draft of the built-in template, open in the app, which is mounted when this is first called.
pub(crate) async fn draft() {
    thread_local!(static STARTED: Cell<bool> = const { Cell::new(false) });
    window().location().set_hash("#/").unwrap();
    if !STARTED.replace(true) {
        serve(include_str!("../../core/templates/duty_report.txt"));
        // The app's own hook says less than the test runner's.
        let hook = std::panic::take_hook();
        gaozhi::start();
        std::panic::set_hook(hook);
    }
    let card = wait("[data-testid=template][data-template=duty_report]").await;
    card.unchecked_into::<HtmlElement>().click();
    wait("[data-testid=preview] [data-for=reporter_name]").await;
}

/// The control of a field, with the focus.
pub(crate) fn enter(field: &str) -> Element {
    let control: HtmlElement = find(&format!("[data-field={field}]")).unwrap().unchecked_into();
    control.focus().unwrap();
    control.into()
}

/// Puts a text into a control and says so, as a browser does for every key.
pub(crate) fn input(control: &Element, text: &str) {
    set_value(control, text);
    send(control, "InputEvent", "input", "{}");
}

/// What the preview shows for a field.
pub(crate) fn shown(field: &str) -> String {
    find(&format!("[data-testid=preview] [data-for={field}]")).unwrap().text_content().unwrap()
}
