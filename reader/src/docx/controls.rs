//! Content controls (`w:sdt`): what they ask for.

use gaozhi_core::field::Kind;

use super::tree::Element;
use crate::paragraph::Declared;

/// The blank that a content control declares. One that only wraps text which is there, such as a
/// group or a repeated section, declares none.
pub(super) fn declared(control: Element) -> Option<Declared> {
    let properties = control.child("sdtPr")?;
    let list = properties.child("dropDownList").or_else(|| properties.child("comboBox"));
    let is_date = properties.child("date").is_some();
    let asks = list.is_some() || is_date || properties.child("text").is_some();
    let is_open = properties.switch("showingPlcHdr") == Some(true);
    if !(asks || is_open) || properties.child("checkbox").is_some() || properties.child("picture").is_some() {
        return None;
    }
    let choices: Vec<String> = list.map(choices).unwrap_or_default();
    let is_closed = properties.child("dropDownList").is_some() && !choices.is_empty();
    let kind = match () {
        () if is_date => Some(Kind::Date),
        () if is_closed => Some(Kind::Choice),
        () => None,
    };
    let label =
        properties.value("alias").or_else(|| properties.value("tag")).unwrap_or_default().into_owned();
    Some(Declared { kind, label, choices })
}

/// Whether it holds a table of contents, which Word makes out of the headings.
pub(super) fn is_contents(control: Element) -> bool {
    let gallery = control
        .child("sdtPr")
        .and_then(|properties| properties.child("docPartObj"))
        .and_then(|part| part.value("docPartGallery"));
    gallery.as_deref() == Some("Table of Contents")
}

/// What may be chosen; the entry without a value is the invitation to choose.
fn choices(list: Element) -> Vec<String> {
    let items = list.children().filter(|item| item.name() == "listItem");
    items
        .filter_map(|item| {
            let value = item.attribute("value").unwrap_or_default();
            let shown = item.attribute("displayText").unwrap_or_else(|| value.clone());
            (!value.is_empty() && !shown.is_empty()).then(|| shown.into_owned())
        })
        .collect()
}
