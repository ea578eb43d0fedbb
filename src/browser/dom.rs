//! The document: elements by id, what stands in a control, where the caret is. Markup comes in
//! through [`fill`] only, and only as [`Markup`], which escapes what people typed.

use gaozhi_core::export::Markup;
use leptos::ev;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CharacterData, Document, Element, FocusOptions, HtmlDialogElement, HtmlElement, HtmlInputElement,
    HtmlSelectElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

pub(crate) use web_sys::Element as Node;

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Says to outside programs that the page takes input.
pub(crate) fn set_ready() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-ready", "");
    }
}

/// What the tab is called.
pub(crate) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// The element of that id.
pub(crate) fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The element that has the focus.
pub(crate) fn focused() -> Option<Element> {
    document()?.active_element()
}

/// The elements inside `root` that match; `selector` is the program's own.
pub(crate) fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// Puts markup into an element in place of what it held.
pub(crate) fn fill(element: &Element, markup: &Markup) {
    element.set_inner_html(markup.as_str());
}

/// A new element of that class at the end of `parent`.
pub(crate) fn append(parent: &Element, tag: &'static str, class: &'static str) -> Option<Element> {
    let child = document()?.create_element(tag).ok()?;
    child.set_class_name(class);
    parent.append_child(&child).ok()?;
    Some(child)
}

/// A new element of that class right after another.
pub(crate) fn append_after(before: &Element, tag: &'static str, class: &'static str) -> Option<Element> {
    let element = document()?.create_element(tag).ok()?;
    element.set_class_name(class);
    before.insert_adjacent_element("afterend", &element).ok()?
}

/// Moves an element to the end of another.
pub(crate) fn move_into(parent: &Element, child: &Element) {
    if child.parent_element().as_ref() != Some(parent) {
        // Refused only when the parent stands inside the child, which no caller does.
        let _ = parent.append_child(child);
    }
}

/// Sets the words of an element that holds one text; the text node itself is kept.
pub(crate) fn set_words(element: &Element, words: &str) {
    match element.first_child().and_then(|child| child.dyn_into::<CharacterData>().ok()) {
        Some(text) => text.set_data(words),
        None => element.set_text_content(Some(words)),
    }
}

/// Sets or takes away an attribute.
pub(crate) fn set_attr(element: &Element, name: &str, value: Option<&str>) {
    // Fails only for a name that is no name.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Adds or takes away a class.
pub(crate) fn set_class(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on);
}

/// Calls `act` for the events of that kind in an element. The browser lets go of it with the element.
pub(crate) fn listen(element: &Element, kind: &'static str, act: Box<dyn FnMut(ev::Event)>) {
    let act = Closure::wrap(act).into_js_value();
    // Fails only for what is no function.
    let _ = element.add_event_listener_with_callback(kind, act.unchecked_ref());
}

/// The element that an event happened on.
pub(crate) fn target(event: &ev::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The key in storage that another window changed.
pub(crate) fn stored_key(event: &ev::Event) -> Option<String> {
    event.dyn_ref::<web_sys::StorageEvent>()?.key()
}

/// The key that an event is about.
pub(crate) fn key(event: &ev::Event) -> Option<&ev::KeyboardEvent> {
    event.dyn_ref()
}

/// The nearest element around an event's target, itself included, that matches.
pub(crate) fn closest(event: &ev::Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok()?
}

/// The value of a data attribute of the nearest element that has it.
pub(crate) fn closest_data(event: &ev::Event, name: &str) -> Option<String> {
    closest(event, &format!("[{name}]"))?.get_attribute(name)
}

/// Gives an element declarations of its own in place of those that it had.
pub(crate) fn set_style(element: &Element, declarations: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.style().set_css_text(declarations);
    }
}

/// The nearest element around another, or that itself, which the selector picks.
pub(crate) fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// Brings an element into view, in the middle of its pane, if it is not in view.
pub(crate) fn reveal(element: &Element) {
    if is_in_view(element) {
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn is_in_view(element: &Element) -> bool {
    let (Ok(Some(pane)), inner) = (element.closest("[data-pane]"), element.get_bounding_client_rect()) else {
        return false;
    };
    let outer = pane.get_bounding_client_rect();
    const MARGIN: f64 = 40.0;
    inner.top() >= outer.top() + MARGIN && inner.bottom() <= outer.bottom() - MARGIN && inner.height() > 0.0
}

/// What a `<meta>` of the page says.
pub(crate) fn meta(name: &'static str) -> Option<String> {
    let selector = format!("meta[name=\"{name}\"]");
    document()?.query_selector(&selector).ok()??.get_attribute("content")
}

/// Takes what a script of the page left in the window under that name.
pub(crate) fn take_global(name: &'static str) -> Option<JsValue> {
    let window = web_sys::window()?;
    let name = JsValue::from_str(name);
    let left = js_sys::Reflect::get(&window, &name).ok().filter(|left| !left.is_undefined())?;
    js_sys::Reflect::set(&window, &name, &JsValue::UNDEFINED).ok()?;
    Some(left)
}

/// Runs the module script of that address, one of the page's own. Calls `failed` where it cannot be
/// fetched.
pub(crate) fn run_script(address: &str, failed: fn()) {
    let body = document().and_then(|document| document.body());
    let Some(script) = body.and_then(|body| append(&body, "script", "")) else { return failed() };
    set_attr(&script, "type", Some("module"));
    listen(&script, "error", Box::new(move |_| failed()));
    set_attr(&script, "src", Some(address));
}

/// What is selected of the words of one element, outside of controls, in UTF-16 units.
pub(crate) fn selected() -> Option<(Element, std::ops::Range<usize>)> {
    let selection = web_sys::window()?.get_selection().ok()??;
    let node = selection.anchor_node()?;
    if selection.focus_node()? != node {
        return None;
    }
    let (one, other) = (selection.anchor_offset() as usize, selection.focus_offset() as usize);
    let words = node.dyn_into::<CharacterData>().ok()?;
    (one != other).then_some((words.parent_element()?, one.min(other)..one.max(other)))
}

/// Whether fingers are the main way to point: focusing would open an on-screen keyboard.
pub(crate) fn is_touch() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(pointer: coarse)").ok().flatten());
    query.is_some_and(|query| query.matches())
}

/// Whether the page is being put away.
pub(crate) fn is_hidden() -> bool {
    document().is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Hidden)
}

/// A control: an input, a textarea or a select. All that is asked of it, they have under the same
/// name, so each goes by the type of an input: each name is then in the module once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Control {
    control: HtmlInputElement,
    is_area: bool,
    is_choice: bool,
}

impl Control {
    /// The control that an element is.
    pub(crate) fn of(element: Element) -> Option<Self> {
        let is_area = element.is_instance_of::<HtmlTextAreaElement>();
        let is_choice = element.is_instance_of::<HtmlSelectElement>();
        (is_area || is_choice || element.is_instance_of::<HtmlInputElement>()).then(|| Self {
            control: element.unchecked_into(),
            is_area,
            is_choice,
        })
    }

    /// The control that an event happened on.
    pub(crate) fn target(event: &ev::Event) -> Option<Self> {
        Self::of(target(event)?)
    }

    /// The control of that id.
    pub(crate) fn by_id(id: &str) -> Option<Self> {
        Self::of(by_id(id)?)
    }

    /// The control that has the focus.
    pub(crate) fn focused() -> Option<Self> {
        Self::of(focused()?)
    }

    /// The element itself.
    pub(crate) fn element(&self) -> &HtmlElement {
        &self.control
    }

    /// A data attribute.
    pub(crate) fn data(&self, name: &str) -> Option<String> {
        self.element().get_attribute(name)
    }

    /// What stands in it.
    pub(crate) fn value(&self) -> String {
        self.control.value()
    }

    /// Puts other text in, unless it stands there already: setting moves the caret.
    pub(crate) fn set_value(&self, value: &str) {
        if self.control.value() != value {
            self.control.set_value(value);
        }
    }

    /// Tells the box around it how much room the text wants.
    pub(crate) fn fit(&self, room: &str) {
        let Some(fit) = self.element().parent_element() else { return };
        if fit.get_attribute("data-v").is_some_and(|before| before != room) {
            set_attr(&fit, "data-v", Some(room));
        }
    }

    /// Whether it takes several lines.
    pub(crate) fn is_area(&self) -> bool {
        self.is_area
    }

    /// Whether it offers choices.
    pub(crate) fn is_choice(&self) -> bool {
        self.is_choice
    }

    /// Where the caret is, in UTF-16 units; nothing for a selection.
    pub(crate) fn caret(&self) -> Option<u32> {
        let (start, end) = (self.control.selection_start(), self.control.selection_end());
        let (start, end) = (start.ok()??, end.ok()??);
        (start == end).then_some(start)
    }

    /// What is selected in it, in UTF-16 units, unless nothing is.
    pub(crate) fn selection(&self) -> Option<std::ops::Range<usize>> {
        let (start, end) = (self.control.selection_start(), self.control.selection_end());
        let (start, end) = (start.ok()?? as usize, end.ok()?? as usize);
        (start < end).then_some(start..end)
    }

    /// Whether its box is ticked.
    pub(crate) fn is_ticked(&self) -> bool {
        self.control.checked()
    }

    /// Ticks its box, or takes the tick away.
    pub(crate) fn tick(&self, on: bool) {
        self.control.set_checked(on);
    }

    /// Puts the caret there.
    pub(crate) fn set_caret(&self, at: u32) {
        // Refused by a select, which has no caret.
        let _ = self.control.set_selection_range(at, at);
    }

    /// Selects all of it, so that typing replaces.
    pub(crate) fn select(&self) {
        if !self.is_choice {
            self.control.select();
        }
    }

    /// Gives it the focus and brings it into view.
    pub(crate) fn focus(&self) {
        focus(self.element());
        reveal(self.element());
    }
}

/// Opens a dialog over the page; where the person was, the focus comes back to.
pub(crate) fn show_modal(dialog: &Element) {
    let dialog: &HtmlDialogElement = dialog.unchecked_ref();
    // What it was closed with last would stay when it is closed by Escape.
    dialog.set_return_value("");
    // Refused only while it is open.
    let _ = dialog.show_modal();
}

/// Whether a dialog was closed with a button that has a value.
pub(crate) fn is_agreed(dialog: &Element) -> bool {
    !dialog.unchecked_ref::<HtmlDialogElement>().return_value().is_empty()
}

/// Gives an element the focus without scrolling.
pub(crate) fn focus(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // Refused only by an element that left the page.
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Whether focus goes from an event to somewhere inside `element`.
pub(crate) fn stays_inside(event: &ev::Event, element: &Element) -> bool {
    let to: Option<Element> =
        event.dyn_ref::<ev::FocusEvent>().and_then(|event| event.related_target()?.dyn_into().ok());
    to.is_some_and(|to| element.contains(Some(&to)))
}
