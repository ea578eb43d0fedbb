//! What hands do: keys, clicks, and the strokes of an input method.

use std::thread;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::By;

use crate::page::Page;
use crate::report;
use crate::wait::wait;

pub const BACKSPACE: &str = "\u{e003}";
pub const TAB: &str = "\u{e004}";
pub const ENTER: &str = "\u{e007}";
pub const SHIFT: &str = "\u{e008}";
pub const CONTROL: &str = "\u{e009}";
pub const ALT: &str = "\u{e00a}";
pub const ESCAPE: &str = "\u{e00c}";
pub const END: &str = "\u{e010}";
pub const HOME: &str = "\u{e011}";
pub const UP: &str = "\u{e013}";
pub const DOWN: &str = "\u{e015}";
pub const DELETE: &str = "\u{e017}";
pub const F2: &str = "\u{e032}";

impl Page {
    /// Types into whatever has the focus. A modifier holds until the end of the text.
    #[track_caller]
    pub fn keys(&self, text: &str) {
        let here = self.driver.get(self.driver.session().active_element());
        self.driver.get(here.send_keys(text));
    }

    /// Clicks the first such element.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let element = self.driver.get(self.driver.session().find(By::Css(selector)));
        // As far into view as a person brings what they mean to click.
        let script =
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'center', inline: 'nearest' })";
        self.run(script, &[selector.into()]);
        self.driver.get(element.click());
    }

    /// Starts a draft of a template of the gallery, and waits for its form.
    #[track_caller]
    pub fn start(&self, template: &str) {
        self.click(&format!("[data-testid=template][data-template={template}]"));
        self.wait_form();
    }

    /// Waits until a form is there to be filled.
    #[track_caller]
    pub fn wait_form(&self) {
        wait("the form", || (self.exists("[data-field]") && self.exists("[data-testid=page]")).then_some(()));
    }

    /// Goes into a field with a click.
    #[track_caller]
    pub fn enter(&self, field: &str) {
        self.click(&format!("[data-field={field}]"));
        assert_eq!(self.focused(), field);
    }

    /// Types a text in place of what stands in a field. Does not leave it.
    #[track_caller]
    pub fn type_into(&self, field: &str, text: &str) {
        self.enter(field);
        self.keys(&format!("{CONTROL}a"));
        self.keys(text);
    }

    /// Types a text in place of what stands in a field, and leaves it.
    #[track_caller]
    pub fn fill(&self, field: &str, text: &str) {
        self.type_into(field, text);
        self.keys(TAB);
        assert_ne!(self.focused(), field, "Tab leaves the field");
    }

    /// Fills the blanks that ask for something with the sample answers, in one go and without the keyboard:
    /// for stories that are about something else.
    pub fn fill_all(&self) {
        let answers: Vec<Value> = report::answers().iter().map(|(id, text)| json!([id, text])).collect();
        let script = "for (const [id, text] of arguments[0]) {
            const control = document.querySelector(`[data-field=\"${id}\"]`);
            control.focus();
            control.value = text;
            control.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        document.activeElement.blur();";
        self.run(script, &[Value::Array(answers)]);
        self.wait_saved();
    }

    /// Pauses where the time itself is what the story is about.
    pub fn pause(&self, milliseconds: u64) {
        thread::sleep(Duration::from_millis(milliseconds));
    }

    /// The input method shows what it makes of the keys so far.
    pub fn compose(&self, text: &str) {
        let end = text.encode_utf16().count();
        let so_far = json!({ "text": text, "selectionStart": end, "selectionEnd": end });
        self.cdp("Input.imeSetComposition", &so_far);
    }

    /// The input method hands its text over.
    pub fn commit(&self, text: &str) {
        self.cdp("Input.insertText", &json!({ "text": text }));
    }

    /// Dispatches an event of an input method on what has the focus: `compositionstart`, `compositionend`,
    /// `input`. Before `input` the text after the field's own is set to `text`, as a browser does.
    pub fn dispatch(&self, event: &str, text: &str) {
        let script = "const [event, text] = arguments, control = document.activeElement;
            if (event === 'input') {
                control.value = text;
                control.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
            } else {
                control.dispatchEvent(new CompositionEvent(event, { bubbles: true, data: text }));
            }";
        self.run(script, &[event.into(), text.into()]);
    }
}
