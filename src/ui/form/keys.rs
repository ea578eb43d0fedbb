//! The keys of the form. None of them acts while an input method composes.

use gaozhi_core::draft::outline;
use gaozhi_core::field::FieldId;
use leptos::ev;

use super::Form;
use super::tools;
use crate::browser::dom::Control;

/// What `keyCode` is while an input method handles the key; Safari says only this after the end
/// of a composition.
const IN_COMPOSITION: u32 = 229;

impl Form {
    pub(super) fn key(&self, event: &ev::KeyboardEvent) {
        if self.composing.get() || event.is_composing() || event.key_code() == IN_COMPOSITION {
            return;
        }
        let Some(control) = Control::target(event.as_ref()) else { return };
        if control.data("data-edit").is_some() {
            return self.key_in_editor(event);
        }
        let Some(field) = control.data("data-field").map(|id| FieldId::new(&id)) else { return };
        let command = event.ctrl_key() || event.meta_key();
        let done = match event.key().as_str() {
            // Where each line is an item of a list Enter begins the next item.
            "Enter" if command || !(event.shift_key() || control.data("data-by-line").is_some()) => {
                self.desk.go_to_next_open();
                true
            }
            "Tab" if !command && !event.alt_key() => {
                let next = self.desk.session.neighbour(&field, !event.shift_key());
                next.map(|next| self.desk.go(&next)).is_some()
            }
            "F2" => self.at_block(event, |form, block| form.open_editor(block)),
            "ArrowUp" if event.alt_key() => {
                self.at_block(event, |form, block| form.shift(block, outline::move_up))
            }
            "ArrowDown" if event.alt_key() => {
                self.at_block(event, |form, block| form.shift(block, outline::move_down))
            }
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    }

    fn at_block(&self, event: &ev::KeyboardEvent, act: impl Fn(&Self, gaozhi_core::draft::BlockId)) -> bool {
        tools::block_of(event.as_ref()).map(|block| act(self, block)).is_some()
    }
}
