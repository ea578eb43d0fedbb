//! What is said beside a field once the person left it: why its text was refused, or what was
//! changed in it. Nothing is said while they type.

use gaozhi_core::draft::Edit;
use gaozhi_core::field::{FieldId, read};

use super::super::words;
use super::markup::remark_id;
use crate::browser::dom::{self, Control};
use crate::session::Session;

/// Reads what stands in a field: normalises what was understood, says why the rest was refused.
pub(super) fn settle(session: Session, id: &FieldId, control: &Control) {
    let Some((text, remark, refused)) = session.field(id, |field, value| {
        let reading = read(field, value);
        let remark = match &reading.refusal {
            Some(refusal) => (words().refusal)(refusal, field),
            None => reading.changes.iter().map(|change| (words().change)(*change, field)).collect(),
        };
        ((reading.text != value).then_some(reading.text), remark, reading.refusal.is_some())
    }) else {
        return;
    };
    if let Some(text) = text {
        session.edit(Edit::Answer { field: id.clone(), text: Some(text) });
    }
    dom::set_attr(control.element(), "aria-invalid", refused.then_some("true"));
    clear(id);
    if !remark.is_empty() {
        say(id, control, &remark, if refused { "error" } else { "info" });
    }
}

fn say(id: &FieldId, control: &Control, remark: &str, level: &str) {
    let fit = control.element().parent_element();
    let Some(element) = fit.and_then(|fit| dom::append_after(&fit, "em", "remark")) else { return };
    dom::set_attr(&element, "id", Some(&remark_id(id)));
    dom::set_attr(&element, "data-level", Some(level));
    dom::set_attr(&element, "role", Some("status"));
    dom::set_attr(control.element(), "aria-describedby", Some(&remark_id(id)));
    dom::set_words(&element, remark);
}

/// Takes back what was said.
pub(super) fn clear(id: &FieldId) {
    if let Some(remark) = dom::by_id(&remark_id(id)) {
        remark.remove();
    }
}
