//! Designing: what a field is, where blanks stand, what a paragraph is. Only makes [`Edit`]s, each
//! one step of undo; the draft applies them. `None` where there is nothing to change.

mod blanks;
mod blocks;
mod repeat;

use super::edit::Edit;
use super::model::{Draft, references};
use crate::field::{Field, FieldId};
use crate::template::{Span, Template};

pub use blanks::{link, make_blank, unblank};
pub use blocks::{indent, mark, outdent, set_kind};
pub use repeat::repeat;

/// Declares `field`, or makes the field of its id what `field` says. `None` also where its id cannot
/// be written in the text form. Empty choices are dropped.
#[must_use]
pub fn set_field(draft: &Draft, mut field: Field) -> Option<Edit> {
    field.choices.retain(|choice| !choice.is_empty());
    let is_new = draft.field(&field.id) != Some(&field);
    (is_new && FieldId::is_valid(field.id.as_str()))
        .then(|| Edit::Field { id: field.id.clone(), to: Some(Box::new(field)) })
}

/// The fields and paragraphs of `template` instead of those of the draft; its name and answers
/// stay.
#[must_use]
pub fn replace(draft: &Draft, template: Template) -> Option<Edit> {
    let blocks = draft.entries().iter().map(|entry| &entry.block);
    if draft.fields() == template.fields && blocks.eq(&template.blocks) {
        return None;
    }
    Some(Edit::Replace { fields: template.fields, entries: draft.fresh_entries(template.blocks) })
}

/// An id that no field of the draft has, no blank shows and no answer is for: f1, f2 …
#[must_use]
pub fn fresh_field(draft: &Draft) -> FieldId {
    fresh_fields(draft).next().unwrap_or_else(|| FieldId::new("f"))
}

/// Ids as [`fresh_field`] gives them, each different.
pub(crate) fn fresh_fields(draft: &Draft) -> impl Iterator<Item = FieldId> {
    let is_free = move |id: &FieldId| {
        draft.field(id).is_none()
            && draft.answer(id).is_none()
            && !draft.entries().iter().any(|entry| entry.block.blanks().any(|blank| blank == id))
    };
    (draft.fields().len().saturating_add(1)..).map(|n| FieldId::new(&format!("f{n}"))).filter(is_free)
}

/// `default` with every `{from}` in it replaced by `to`.
pub(crate) fn refer(default: &str, from: &FieldId, to: &str) -> String {
    let mut out = String::with_capacity(default.len());
    for piece in references(default) {
        match piece {
            Span::Text(text) => out.push_str(&text),
            Span::Blank(id) if id == *from => out.push_str(to),
            Span::Blank(id) => out.extend(["{", id.as_str(), "}"]),
        }
    }
    out
}

/// Several edits as one; one stays itself.
fn all(mut edits: Vec<Edit>) -> Option<Edit> {
    if edits.len() > 1 { Some(Edit::All(edits)) } else { edits.pop() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::model::BlockId;
    use crate::field::Kind;
    use crate::template::{parse, print};
    use std::collections::BTreeMap;

    pub(super) fn draft(text: &str) -> Draft {
        Draft::new(parse(text).0, BTreeMap::new())
    }

    /// The text form of the body after the change, a line for each paragraph; taking it back
    /// restores the draft.
    #[track_caller]
    pub(super) fn body(draft: &Draft, edit: Edit) -> Vec<String> {
        let mut after = draft.clone();
        let applied = after.apply(edit).expect("it changes something");
        let text = print(&after.to_template());
        after.apply(applied.inverse);
        assert_eq!(&after, draft);
        text.lines().skip_while(|line| *line != "[正文]").skip(1).map(str::to_owned).collect()
    }

    #[test]
    fn a_field_is_declared_and_changed() {
        let mut draft = draft("[正文]\n{n}");
        let mut field = draft.fields()[0].clone();
        assert_eq!(set_field(&draft, field.clone()), None);
        field.kind = Kind::Choice;
        field.choices = vec!["甲".into(), String::new()];
        draft.apply(set_field(&draft, field).expect("another kind"));
        assert_eq!(draft.fields()[0].choices, ["甲"]);
        assert_eq!(fresh_field(&draft).as_str(), "f2");
        assert_eq!(set_field(&draft, Field::new("a b", Kind::Text, "", "")), None);
    }

    #[test]
    fn a_draft_takes_over_another_outline_and_back() {
        let old = draft("[正文]\n# 甲\n{n}");
        let (new, _) = parse("[正文]\n# 乙\n{m}\n丙");
        let edit = replace(&old, new.clone()).expect("it differs");
        assert_eq!(body(&old, edit.clone()), ["# 乙", "{m}", "丙"]);
        let mut draft = old.clone();
        draft.apply(edit);
        assert_eq!(draft.entries()[0].id, BlockId(2));
        assert_eq!(replace(&draft, new), None);
    }
}
