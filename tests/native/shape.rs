//! Designing: any place of any draft may be asked for, what comes back is one exact step, and no
//! word is lost by it.

use gaozhi_core::draft::{BlockId, Draft, Edit, Entry, outline, shape};
use gaozhi_core::field::{Field, FieldId, Kind};
use gaozhi_core::template::{BlockKind, Marks, Span};
use proptest::prelude::any;
use proptest::test_runner::TestCaseError;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{block_kind, draft, marks, template};
use crate::check::check;

/// Applies the edit, sees that it changes the draft and is taken back exactly, and gives what came
/// of it.
fn step(before: &Draft, edit: Edit) -> Result<Draft, TestCaseError> {
    let mut after = before.clone();
    let applied = after.apply(edit);
    prop_assert!(applied.is_some() && after != *before, "it changes nothing");
    let mut back = after.clone();
    if let Some(applied) = applied {
        back.apply(applied.inverse);
    }
    prop_assert_eq!(&back, before);
    Ok(after)
}

/// The text of a draft, its blanks left out.
fn words(draft: &Draft) -> String {
    let spans = draft.entries().iter().flat_map(|entry| entry.block.spans());
    let text = |span: &Span| match span {
        Span::Text(text) => text.clone(),
        Span::Blank(_) => String::new(),
    };
    spans.map(text).collect()
}

fn blanks(draft: &Draft) -> usize {
    draft.entries().iter().map(|entry| entry.block.blanks().count()).sum()
}

/// An id of a paragraph, or of none.
fn block(draft: &Draft, at: usize) -> BlockId {
    draft.entries().get(at % (draft.entries().len() + 1)).map_or(BlockId(99), |entry| entry.id)
}

#[test]
fn text_becomes_a_blank_and_a_blank_text() {
    let places = (any::<usize>(), any::<bool>(), 0..4_usize, 0..8_usize, 0..8_usize);
    check("make_blank and unblank", 800, &(draft(), places), |(draft, (at, in_lead, span, from, to))| {
        let block = block(&draft, at);
        let field = Field::new("n", Kind::Text, "标签", "X");
        if let Some(edit) = shape::make_blank(&draft, block, in_lead, span, from..to, field) {
            let after = step(&draft, edit)?;
            prop_assert_eq!(blanks(&after), blanks(&draft) + 1);
            prop_assert_eq!(after.fields().len(), draft.fields().len() + 1);
            let before: usize = words(&draft).chars().count();
            prop_assert_eq!(words(&after).chars().count() + (to - from), before);
        }
        if let Some(edit) = shape::unblank(&draft, block, in_lead, span) {
            let after = step(&draft, edit)?;
            prop_assert_eq!(blanks(&after) + 1, blanks(&draft));
        }
        Ok(())
    });
}

#[test]
fn linked_fields_become_one() {
    check("link", 500, &(draft(), any::<(usize, usize)>()), |(draft, (a, b))| {
        let id = |at: usize| -> Option<FieldId> {
            let fields = draft.fields();
            fields.get(at % fields.len().max(1)).map(|field| field.id.clone())
        };
        let (Some(from), Some(to)) = (id(a), id(b)) else { return Ok(()) };
        let Some(edit) = shape::link(&draft, &from, &to) else {
            prop_assert_eq!(from, to);
            return Ok(());
        };
        let after = step(&draft, edit)?;
        prop_assert!(after.field(&from).is_none() && after.answer(&from).is_none());
        prop_assert!(!after.placed().contains(&from));
        prop_assert_eq!((blanks(&after), words(&after)), (blanks(&draft), words(&draft)));
        Ok(())
    });
}

#[test]
fn levels_kinds_and_marks_keep_every_word() {
    let values = (draft(), any::<usize>(), block_kind(), marks());
    check("indent, outdent, set_kind, mark", 800, &values, |(draft, at, kind, marks)| {
        let block = block(&draft, at);
        // These lose the word and number that are printed before them anyhow.
        let is_labelled = matches!(kind, BlockKind::Attachment | BlockKind::Annex);
        let kind = if is_labelled { BlockKind::Remark } else { kind };
        let edits = [
            shape::indent(&draft, block),
            shape::outdent(&draft, block),
            shape::set_kind(&draft, block, kind),
            shape::mark(&draft, block, marks),
        ];
        for edit in edits.into_iter().flatten() {
            let after = step(&draft, edit)?;
            prop_assert_eq!((blanks(&after), words(&after)), (blanks(&draft), words(&draft)));
        }
        Ok(())
    });
}

#[test]
fn a_copy_stands_behind_and_says_the_same() {
    check("repeat", 500, &(draft(), any::<usize>()), |(draft, at)| {
        let Some((edit, copy)) = shape::repeat(&draft, block(&draft, at)) else { return Ok(()) };
        let after = step(&draft, edit)?;
        let from = after.index_of(copy).unwrap();
        let at = at % (draft.entries().len() + 1);
        let count = outline::extent(draft.entries(), at);
        prop_assert_eq!(from, at + count);
        let said = |entry: &Entry| {
            let texts = entry.block.spans().map(|span| match span {
                Span::Text(text) => text.clone(),
                Span::Blank(_) => "{}".to_owned(),
            });
            (entry.block.kind, Marks { omitted: false, ..entry.block.marks }, texts.collect::<String>())
        };
        let (old, new) = (&after.entries()[at..from], &after.entries()[from..from + count]);
        prop_assert_eq!(old.iter().map(said).collect::<Vec<_>>(), new.iter().map(said).collect::<Vec<_>>());
        let added = &after.fields()[draft.fields().len()..];
        prop_assert!(added.iter().all(|field| after.answer(&field.id).is_none()));
        Ok(())
    });
}

#[test]
fn another_outline_is_taken_over_whole() {
    check("replace", 300, &(draft(), template()), |(draft, template)| {
        let Some(edit) = shape::replace(&draft, template.clone()) else { return Ok(()) };
        let after = step(&draft, edit)?;
        let now = after.to_template();
        prop_assert_eq!((&now.fields, &now.blocks), (&template.fields, &template.blocks));
        prop_assert_eq!((after.name(), after.answers()), (draft.name(), draft.answers()));
        Ok(())
    });
}
