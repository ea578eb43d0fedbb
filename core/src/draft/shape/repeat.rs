//! Another paragraph like this one: the same words, fields of its own.

use super::super::edit::Edit;
use super::super::model::{BlockId, Draft, Entry};
use super::super::outline::extent;
use super::{fresh_fields, refer};
use crate::field::{Field, FieldId};
use crate::template::{Block, Marks, Span};
use crate::text::part;

/// A copy of the paragraph and all that belongs to it, right behind. Its fields are copies too,
/// empty and with numbered labels; one that also stands elsewhere is shared. Gives the id of the
/// copy.
#[must_use]
pub fn repeat(draft: &Draft, block: BlockId) -> Option<(Edit, BlockId)> {
    let at = draft.index_of(block)?;
    let count = extent(draft.entries(), at);
    let (before, rest) = draft.entries().split_at(at);
    let (copied, after) = rest.split_at(count);
    let elsewhere: Vec<&FieldId> =
        before.iter().chain(after).flat_map(|entry| entry.block.blanks()).collect();
    let mut own: Vec<&Field> = Vec::new();
    for id in copied.iter().flat_map(|entry| entry.block.blanks()) {
        if let Some(field) = draft.field(id)
            && !elsewhere.contains(&id)
            && !own.contains(&field)
        {
            own.push(field);
        }
    }
    let names: Vec<(&FieldId, FieldId)> =
        own.iter().map(|field| &field.id).zip(fresh_fields(draft)).collect();
    let number = free_number(draft, &own);
    let mut edits: Vec<Edit> = own
        .iter()
        .zip(&names)
        .map(|(field, (_, id))| {
            let mut field =
                Field { id: id.clone(), label: numbered(draft, &field.label, number), ..(*field).clone() };
            for (old, new) in &names {
                field.default = refer(&field.default, old, &format!("{{{}}}", new.as_str()));
            }
            Edit::Field { id: id.clone(), to: Some(Box::new(field)) }
        })
        .collect();
    let blocks = copied.iter().map(|entry| copy(entry, &names)).collect();
    edits.push(Edit::Insert { at: at + count, entries: draft.fresh_entries(blocks) });
    Some((Edit::All(edits), draft.fresh_block()))
}

/// The block of `entry` with the new fields, not left out.
fn copy(entry: &Entry, names: &[(&FieldId, FieldId)]) -> Block {
    let mut block = entry.block.clone();
    block.marks = Marks { omitted: false, ..block.marks };
    for span in block.lead.iter_mut().chain(&mut block.text) {
        if let Span::Blank(id) = span
            && let Some((_, new)) = names.iter().find(|(old, _)| *old == id)
        {
            id.clone_from(new);
        }
    }
    block
}

/// The first number from 2 with which no label is taken.
fn free_number(draft: &Draft, fields: &[&Field]) -> usize {
    let is_taken = |label: String| draft.fields().iter().any(|field| field.label == label);
    (2..).find(|n| !fields.iter().any(|field| is_taken(numbered(draft, &field.label, *n)))).unwrap_or(2)
}

/// 问题 or 问题2 → 问题3; the number stands before a remark in brackets: 名称3（引号内）.
fn numbered(draft: &Draft, label: &str, number: usize) -> String {
    let (name, remark) = match label.rfind('（').filter(|at| *at > 0 && label.ends_with('）')) {
        Some(at) => (part(label, ..at), part(label, at..)),
        None => (label, ""),
    };
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    // A number at the end is ours if there is a label without it.
    let is_ours = draft.fields().iter().any(|field| field.label.strip_prefix(bare) == Some(remark));
    format!("{}{number}{remark}", if is_ours { bare } else { name })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{body, draft};
    use super::*;

    #[test]
    fn a_copy_has_fields_of_its_own_and_shares_what_stands_elsewhere() {
        let text = "[字段]\na | 文本 | 问题（一句）\nb | 文本 | 措施 | 默认 针对{a}\n[正文]\n{town}\n@可增 ## {a}。 | {town}{b}，{a}。\n### 又{b}\n# 乙";
        let mut draft = draft(text);
        draft.apply(Edit::Answer { field: FieldId::new("a"), text: Some("甲".into()) });
        let (edit, id) = repeat(&draft, BlockId(1)).expect("the paragraph is there");
        let copy = ["@可增 ## {f4}。 | {town}{f5}，{f4}。", "### 又{f5}"];
        assert_eq!(body(&draft, edit.clone())[3..5], copy);
        draft.apply(edit);
        assert_eq!(draft.index_of(id), Some(3));
        let new = draft.field(&FieldId::new("f5")).expect("declared");
        assert_eq!((new.label.as_str(), new.default.as_str()), ("措施2", "针对{f4}"));
        assert_eq!(draft.value(&new.id), "针对");
        let (edit, _) = repeat(&draft, id).expect("the copy is there");
        draft.apply(edit);
        let labels: Vec<_> = draft.fields().iter().map(|field| field.label.as_str()).collect();
        assert_eq!(
            labels,
            ["问题（一句）", "措施", "town", "问题2（一句）", "措施2", "问题3（一句）", "措施3"]
        );
    }

    #[test]
    fn a_copy_of_words_alone_is_a_copy() {
        let draft = draft("[正文]\n@略去 # 甲\n段");
        let (edit, _) = repeat(&draft, BlockId(0)).expect("the paragraph is there");
        assert_eq!(body(&draft, edit), ["@略去 # 甲", "段", "@可略 # 甲", "段"]);
    }
}
