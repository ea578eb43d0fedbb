//! Fields: what Word computes shows as its last result; what it asks for becomes a blank.

use gaozhi_core::field::Kind;

use super::tree::Element;
use crate::paragraph::{Declared, Mark, Paragraph};

/// The fields that are open, the innermost last.
#[derive(Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// Whether the paragraph has shown a page number.
    page_number: bool,
}

struct Field {
    instruction: String,
    /// Whether its result has begun.
    shown: bool,
    from: Mark,
    form: Form,
}

/// What a legacy form field says of itself.
#[derive(Default)]
struct Form {
    declared: Declared,
    /// Whether a check box is ticked.
    ticked: bool,
}

impl Fields {
    /// A `w:fldChar`: a field begins, its result begins, or it ends.
    pub(super) fn turn(&mut self, element: Element, paragraph: &mut Paragraph) {
        match element.attribute("fldCharType").as_deref() {
            Some("begin") => {
                self.begin(paragraph);
                if let (Some(field), Some(data)) = (self.open.last_mut(), element.child("ffData")) {
                    field.form = form(data);
                }
            }
            Some("separate") => self.show(paragraph),
            Some("end") => self.end(paragraph),
            _ => {}
        }
    }

    pub(super) fn begin(&mut self, paragraph: &mut Paragraph) {
        let from = paragraph.mark();
        self.open.push(Field { instruction: String::new(), shown: false, from, form: Form::default() });
    }

    /// Adds to the instruction of the innermost field.
    pub(super) fn instruct(&mut self, text: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.shown) {
            field.instruction.push_str(text);
        }
    }

    /// The result begins.
    pub(super) fn show(&mut self, paragraph: &mut Paragraph) {
        if let Some(field) = self.open.last_mut() {
            field.shown = true;
            field.from = paragraph.mark();
        }
    }

    pub(super) fn end(&mut self, paragraph: &mut Paragraph) {
        let Some(Field { instruction, from, form, .. }) = self.open.pop() else { return };
        // What stands in the instruction of another field is no text of the page.
        if !self.is_shown() {
            return;
        }
        let mut words = instruction.split_whitespace();
        match words.next().unwrap_or_default().to_ascii_uppercase().as_str() {
            "MERGEFIELD" => {
                let label = words.next().unwrap_or_default().trim_matches('"').to_owned();
                paragraph.declare(from, Declared { label, ..Declared::default() });
            }
            "FORMTEXT" => paragraph.declare(from, form.declared),
            "FORMDROPDOWN" => {
                paragraph.truncate(from);
                if let Some(first) = form.declared.choices.first() {
                    paragraph.text(first, false);
                }
                paragraph.declare(from, form.declared);
            }
            "FORMCHECKBOX" => {
                paragraph.truncate(from);
                paragraph.text(if form.ticked { "☑" } else { "□" }, false);
            }
            "PAGE" | "NUMPAGES" | "SECTIONPAGES" => {
                paragraph.truncate(from);
                self.page_number = true;
            }
            _ => {}
        }
    }

    /// Whether words are results, or outside of all fields.
    pub(super) fn is_shown(&self) -> bool {
        self.open.iter().all(|field| field.shown)
    }

    /// A field whose instruction does not end with its paragraph is broken: it must not hide the
    /// rest of the text.
    pub(super) fn end_paragraph(&mut self) {
        self.open.retain(|field| field.shown);
    }

    /// Whether the paragraph that ends has shown a page number.
    pub(super) fn end_page_number(&mut self) -> bool {
        std::mem::take(&mut self.page_number)
    }
}

/// Reads `w:ffData`.
fn form(data: Element) -> Form {
    let label = ["statusText", "helpText", "name"]
        .iter()
        .filter_map(|name| data.value(name))
        .find(|label| !label.trim().is_empty())
        .unwrap_or_default()
        .into_owned();
    let mut form = Form { declared: Declared { label, ..Declared::default() }, ticked: false };
    if let Some(list) = data.child("ddList") {
        let entries = list.children().filter(|entry| entry.name() == "listEntry");
        form.declared.choices =
            entries.filter_map(|entry| Some(entry.attribute("val")?.into_owned())).collect();
        form.declared.kind = Some(Kind::Choice).filter(|_| !form.declared.choices.is_empty());
    }
    if let Some(check) = data.child("checkBox") {
        form.ticked = check.switch("checked").or(check.switch("default")).unwrap_or(false);
    }
    if let Some(kind) = data.child("textInput").and_then(|input| input.value("type")) {
        form.declared.kind = match kind.as_ref() {
            "number" => Some(Kind::Decimal),
            "date" => Some(Kind::Date),
            _ => None,
        };
    }
    form
}
