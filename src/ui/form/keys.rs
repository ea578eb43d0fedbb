//! The keys of the form. None of them acts while an input method composes.

use gaozhi_core::draft::outline;
use gaozhi_core::field::FieldId;
use leptos::ev;

use super::Form;
use super::tools;
use crate::browser::dom::Control;

// `keyCode` is 229 while an input method handles the key, also in Safari, which says nothing else
// of it right after a composition.
const TAB: u32 = 9;
const ENTER: u32 = 13;
const ESCAPE: u32 = 27;
const UP: u32 = 38;
const DOWN: u32 = 40;
const DELETE: u32 = 46;
const F2: u32 = 113;

impl Form {
    pub(super) fn key(&self, event: &ev::KeyboardEvent) {
        // Most keys are letters: they are told by their number, without fetching a string.
        let known = [ENTER, TAB, ESCAPE, UP, DOWN, DELETE, F2].contains(&event.key_code());
        if !known || self.composing.get() || event.is_composing() {
            return;
        }
        let Some(control) = Control::target(event.as_ref()) else { return };
        if control.data("data-edit").is_some() {
            return self.key_in_editor(event);
        }
        let Some(field) = control.data("data-field").map(|id| FieldId::new(&id)) else { return };
        let command = event.ctrl_key() || event.meta_key();
        let done = match event.key_code() {
            ENTER if event.alt_key() => self.at_block(event, Self::repeat_around),
            DELETE if event.alt_key() => self.at_block(event, Self::omit_around),
            // Where each line is an item of a list Enter begins the next item.
            ENTER if command || !(event.shift_key() || control.data("data-by-line").is_some()) => {
                self.confirm(&field);
                self.desk.go_to_next_open();
                true
            }
            TAB if !command && !event.alt_key() => {
                let next = self.desk.session.neighbour(&field, !event.shift_key());
                next.map(|next| self.desk.go(&next)).is_some()
            }
            F2 => self.at_block(event, |form, block| form.open_editor(block)),
            // There they open and close the list.
            UP | DOWN if control.is_choice() => false,
            UP if event.alt_key() => self.at_block(event, |form, block| form.shift(block, outline::move_up)),
            DOWN if event.alt_key() => {
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
