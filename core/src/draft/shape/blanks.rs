//! Text that becomes a blank, a blank that becomes text, two blanks that become one field.

use std::ops::Range;

use super::super::edit::Edit;
use super::super::model::{BlockId, Draft, references};
use super::{all, fresh_field, refer};
use crate::field::{Field, FieldId};
use crate::template::{Block, Span, tidy};

/// Makes a stretch of text a blank of `field`; `chars` counts characters of that span. The stretch
/// becomes the mark of the open blank; of none, `field` keeps its own. `field` gets a fresh id if
/// its own is taken or cannot be written.
#[must_use]
pub fn make_blank(
    draft: &Draft,
    block: BlockId,
    in_lead: bool,
    span: usize,
    chars: Range<usize>,
    mut field: Field,
) -> Option<Edit> {
    let (mut to, at) = half(draft, block, in_lead, span)?;
    let spans = half_of(&mut to, in_lead);
    let Span::Text(text) = &spans[at] else { return None };
    let (from, end) = (byte(text, chars.start)?, byte(text, chars.end)?);
    let chosen = text.get(from..end)?;
    if !chosen.is_empty() {
        chosen.clone_into(&mut field.literal);
    }
    if draft.field(&field.id).is_some() || !FieldId::is_valid(field.id.as_str()) {
        field.id = fresh_field(draft);
    }
    let id = field.id.clone();
    let pieces =
        [Span::Text(text[..from].to_owned()), Span::Blank(id.clone()), Span::Text(text[end..].to_owned())];
    spans.splice(at..=at, pieces);
    *spans = tidy(std::mem::take(spans));
    all(vec![Edit::Field { id, to: Some(Box::new(field)) }, Edit::Rewrite { block, to }])
}

/// Makes one blank text again: its mark, XX where it has none. The field goes with its answer when
/// nothing shows or follows it any more.
#[must_use]
pub fn unblank(draft: &Draft, block: BlockId, in_lead: bool, span: usize) -> Option<Edit> {
    let (mut to, at) = half(draft, block, in_lead, span)?;
    let spans = half_of(&mut to, in_lead);
    let Span::Blank(id) = spans[at].clone() else { return None };
    let mark = draft.field(&id).map(|field| field.literal.as_str()).filter(|mark| !mark.is_empty());
    spans[at] = Span::Text(mark.unwrap_or("XX").to_owned());
    *spans = tidy(std::mem::take(spans));
    let mut edits = vec![Edit::Rewrite { block, to }];
    let places = draft.entries().iter().flat_map(|entry| entry.block.blanks());
    let is_followed = draft.followed().contains(&id);
    if places.filter(|blank| **blank == id).count() == 1 && !is_followed {
        edits.extend(gone(id));
    }
    all(edits)
}

/// Lets every place of `from`, in the text and in defaults, show `to`, and takes `from` away. Its
/// answer goes over where `to` has none.
#[must_use]
pub fn link(draft: &Draft, from: &FieldId, to: &FieldId) -> Option<Edit> {
    let (old, kept) = (draft.field(from)?, draft.field(to)?);
    if from == to {
        return None;
    }
    let mut edits = Vec::new();
    for entry in draft.entries().iter().filter(|entry| entry.block.blanks().any(|id| id == from)) {
        let mut block = entry.block.clone();
        for span in block.lead.iter_mut().chain(&mut block.text) {
            if *span == Span::Blank(from.clone()) {
                *span = Span::Blank(to.clone());
            }
        }
        edits.push(Edit::Rewrite { block: entry.id, to: block });
    }
    let reference = format!("{{{}}}", to.as_str());
    for field in draft.fields().iter().filter(|field| field.id != *from) {
        if !references(&field.default).contains(&Span::Blank(from.clone())) {
            continue;
        }
        // The kept field does not follow itself.
        let instead = if field.id == kept.id { &old.default } else { &reference };
        let default = refer(&field.default, from, instead);
        let field = Field { default, ..field.clone() };
        edits.push(Edit::Field { id: field.id.clone(), to: Some(Box::new(field)) });
    }
    if let (Some(answer), None) = (draft.answer(from), draft.answer(to)) {
        edits.push(Edit::Answer { field: to.clone(), text: Some(answer.to_owned()) });
    }
    edits.extend(gone(from.clone()));
    all(edits)
}

/// Takes a field out with its answer.
fn gone(id: FieldId) -> [Edit; 2] {
    [Edit::Answer { field: id.clone(), text: None }, Edit::Field { id, to: None }]
}

/// A copy of the paragraph, and the index of that span of that half.
fn half(draft: &Draft, block: BlockId, in_lead: bool, span: usize) -> Option<(Block, usize)> {
    let mut copy = draft.entry(block)?.block.clone();
    (span < half_of(&mut copy, in_lead).len()).then_some((copy, span))
}

fn half_of(block: &mut Block, in_lead: bool) -> &mut Vec<Span> {
    if in_lead { &mut block.lead } else { &mut block.text }
}

/// Where that character begins; the end of the text for the one past its last.
fn byte(text: &str, char: usize) -> Option<usize> {
    text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(char)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{body, draft};
    use super::*;
    use crate::field::Kind;

    fn new() -> Field {
        Field::new("", Kind::Integer, "次数", "X")
    }

    #[test]
    fn chosen_text_becomes_a_blank_and_its_mark() {
        let draft = draft("[正文]\n## 讲课。 | 全年讲课三次{n}。");
        let id = draft.entries()[0].id;
        let edit = make_blank(&draft, id, false, 0, 4..5, new()).expect("there is text");
        let Edit::All(edits) = &edit else { panic!("{edit:?}") };
        assert!(matches!(&edits[0], Edit::Field { to: Some(field), .. } if field.literal == "三"));
        assert_eq!(body(&draft, edit), ["## 讲课。 | 全年讲课{f2}次{n}。"]);
        let edit = make_blank(&draft, id, true, 0, 3..3, new()).expect("the end of the heading");
        assert_eq!(body(&draft, edit), ["## 讲课。{f2} | 全年讲课三次{n}。"]);
        for (span, chars) in [(0, 5..8), (1, 0..1), (9, 0..0)] {
            assert_eq!(make_blank(&draft, id, false, span, chars, new()), None);
        }
        assert_eq!(make_blank(&draft, BlockId(9), false, 0, 0..1, new()), None);
    }

    #[test]
    fn a_blank_becomes_its_mark_and_a_field_that_nothing_shows_goes() {
        let draft = draft("[字段]\na | 整数 | 甲 | 占位 X\n[正文]\n讲{a}次，又{a}次，{b}");
        let id = draft.entries()[0].id;
        let fields = |edit: Edit| {
            let mut after = draft.clone();
            after.apply(edit);
            after.fields().len()
        };
        let edit = unblank(&draft, id, false, 1).expect("a blank");
        assert_eq!(body(&draft, edit.clone()), ["讲X次，又{a}次，{b}"]);
        assert_eq!(fields(edit), 2);
        let edit = unblank(&draft, id, false, 5).expect("a blank");
        assert_eq!(body(&draft, edit.clone()), ["讲{a}次，又{a}次，XX"]);
        assert_eq!(fields(edit), 1);
        assert_eq!(unblank(&draft, id, false, 0), None);
    }

    #[test]
    fn linked_blanks_show_one_field_with_one_answer() {
        let text = "[字段]\na | 文本 | 甲\nb | 文本 | 乙 | 默认 {a}市\nc | 文本 | 丙 | 默认 {a}{b}\n[正文]\n{a}和{b}";
        let mut draft = draft(text);
        let (a, b, c) = (FieldId::new("a"), FieldId::new("b"), FieldId::new("c"));
        draft.apply(Edit::Answer { field: a.clone(), text: Some("县".into()) });
        let edit = link(&draft, &a, &b).expect("two fields");
        assert_eq!(body(&draft, edit.clone()), ["{b}和{b}"]);
        draft.apply(edit);
        assert_eq!((draft.field(&a), draft.answer(&a), draft.answer(&b)), (None, None, Some("县")));
        assert_eq!(draft.field(&c).map(|field| field.default.as_str()), Some("{b}{b}"));
        assert_eq!(draft.field(&b).map(|field| field.default.as_str()), Some("市"));
        assert_eq!(link(&draft, &b, &b), None);
    }
}
