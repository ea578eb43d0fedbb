//! The mark beside a figure that came with the template: nobody has said yet that it holds for this
//! report. One click, or Enter in the control, does.

use gaozhi_core::field::FieldId;

use super::super::words;
use super::Form;
use super::markup::control_id;
use crate::browser::dom::{self, Control};

fn mark_id(id: &FieldId) -> String {
    ["confirm-", id.as_str()].concat()
}

impl Form {
    /// Brings the mark of a field up to date.
    pub(super) fn mark(&self, id: &FieldId) {
        let session = self.desk.session;
        match (dom::by_id(&mark_id(id)), session.is_unconfirmed(id)) {
            (Some(mark), false) => mark.remove(),
            (None, true) => {
                let fit =
                    Control::by_id(&control_id(id)).and_then(|control| control.element().parent_element());
                let Some(mark) = fit.and_then(|fit| dom::append_after(&fit, "button", "confirm")) else {
                    return;
                };
                let name = session.field(id, |field, value| (words().confirm_of)(&field.label, value));
                for (attribute, value) in [
                    ("id", mark_id(id).as_str()),
                    ("type", "button"),
                    // Between controls the Tab key goes past it: Enter does the same.
                    ("tabindex", "-1"),
                    ("data-testid", "confirm"),
                    ("data-confirm", id.as_str()),
                    ("title", words().confirm_hint),
                    ("aria-label", name.as_deref().unwrap_or_default()),
                ] {
                    dom::set_attr(&mark, attribute, Some(value));
                }
                dom::set_words(&mark, words().confirm);
            }
            (Some(_), true) | (None, false) => {}
        }
    }

    /// Brings all marks up to date, after the form was painted.
    pub(super) fn mark_all(&self) {
        for id in self.desk.session.unconfirmed_fields() {
            self.mark(&id);
        }
    }

    /// The person says that what stands there holds.
    pub(super) fn confirm(&self, id: &FieldId) {
        let session = self.desk.session;
        if session.is_unconfirmed(id)
            && let Some(edit) = session.with(|draft, _| draft.confirm(id))
        {
            session.seal();
            session.edit(edit);
            session.seal();
        }
    }
}
