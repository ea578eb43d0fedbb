//! Edits: each has an exact inverse and says what it touched; history goes all the way back.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Write, stderr};

use gaozhi_core::draft::{BlockId, Draft, Edit, Entry, History};
use gaozhi_core::template::{Block, BlockKind};
use proptest::collection::vec;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{draft_and_edits, edits_of};
use crate::check::{built_in, check};
use crate::codec::file;

fn json(draft: &Draft) -> String {
    file(draft, 1, 2)
}

#[test]
fn the_inverse_of_an_edit_restores_the_draft_and_its_inverse_the_change() {
    check("apply∘inverse is nothing", 600, &draft_and_edits(1..8), |(mut draft, edits)| {
        for edit in edits {
            let before = draft.clone();
            let Some(applied) = draft.apply(edit) else {
                prop_assert_eq!(&draft, &before, "an edit that did nothing changed something");
                continue;
            };
            prop_assert!(draft != before, "an edit that changed nothing has an inverse");
            let mut other = draft.clone();
            let back = other.apply(applied.inverse);
            prop_assert_eq!(&other, &before);
            let again = back.and_then(|back| other.apply(back.inverse));
            prop_assert!(again.is_some());
            prop_assert_eq!(&other, &draft);
        }
        Ok(())
    });
}

#[test]
fn inverses_in_reverse_order_restore_the_first_draft() {
    check("a sequence of edits and its inverses", 300, &draft_and_edits(0..30), |(mut draft, edits)| {
        let first = draft.clone();
        let inverses: Vec<Edit> =
            edits.into_iter().filter_map(|edit| Some(draft.apply(edit)?.inverse)).collect();
        for inverse in inverses.into_iter().rev() {
            prop_assert!(draft.apply(inverse).is_some());
        }
        prop_assert_eq!(&draft, &first);
        prop_assert_eq!(json(&draft), json(&first));
        Ok(())
    });
}

#[test]
fn what_an_edit_did_not_touch_is_as_it_was() {
    let shape = |draft: &Draft| {
        let of = |entry: &Entry| {
            (entry.id, entry.block.kind, entry.block.marks, entry.block.blanks().cloned().collect::<Vec<_>>())
        };
        draft.entries().iter().map(of).collect::<Vec<_>>()
    };
    check("touched names every change", 500, &draft_and_edits(1..8), |(mut draft, edits)| {
        for edit in edits {
            let before = draft.clone();
            let Some(applied) = draft.apply(edit) else { continue };
            let touched = applied.touched;
            prop_assert_eq!(touched.name, draft.name() != before.name());
            prop_assert_eq!(touched.setup, draft.setup() != before.setup());
            let changed = |id| draft.answer(id) != before.answer(id);
            let answered = draft.answers().keys().chain(before.answers().keys());
            prop_assert!(answered.filter(|id| changed(id)).all(|id| touched.fields.contains(id)));
            prop_assert!(touched.fields.iter().all(changed));
            if !touched.outline {
                prop_assert_eq!(shape(&draft), shape(&before));
                let changed: BTreeSet<BlockId> = draft
                    .entries()
                    .iter()
                    .zip(before.entries())
                    .filter(|(now, then)| now != then)
                    .map(|(now, _)| now.id)
                    .collect();
                prop_assert_eq!(changed, touched.blocks.into_iter().collect::<BTreeSet<_>>());
            }
        }
        Ok(())
    });
}

/// Applies each edit and remembers it; `seals` says after which one a step ends.
fn do_all(draft: &mut Draft, history: &mut History, edits: Vec<Edit>, seals: &[bool]) {
    for (edit, seal) in edits.into_iter().zip(seals.iter().cycle()) {
        if let Some(applied) = draft.apply(edit) {
            history.record(applied.inverse);
        }
        if *seal {
            history.seal();
        }
    }
}

#[test]
fn undo_goes_back_to_the_beginning_and_redo_to_the_end() {
    let values = (draft_and_edits(0..30), vec(proptest::bool::ANY, 1..5), draft_and_edits(1..2));
    check("undo all, redo all", 300, &values, |((mut draft, edits), seals, (_, late))| {
        let (first, mut history) = (draft.clone(), History::default());
        do_all(&mut draft, &mut history, edits, &seals);
        let last = draft.clone();
        for _ in 0..2 {
            while history.undo(&mut draft).is_some() {}
            prop_assert_eq!(&draft, &first);
            prop_assert!(!history.can_undo());
            while history.redo(&mut draft).is_some() {}
            prop_assert_eq!(&draft, &last);
            prop_assert!(!history.can_redo());
        }
        // A new edit after going half way back forgets what could have been done again.
        history.undo(&mut draft);
        if let Some(applied) = draft.apply(late[0].clone()) {
            history.record(applied.inverse);
            prop_assert!(!history.can_redo());
        }
        while history.undo(&mut draft).is_some() {}
        prop_assert_eq!(&draft, &first);
        Ok(())
    });
}

#[test]
fn a_thousand_edits_are_taken_back_to_the_same_bytes() {
    check("1000 edits and back", 6, &draft_and_edits(1000..1001), |(mut draft, edits)| {
        let (first, mut history) = (json(&draft), History::default());
        do_all(&mut draft, &mut history, edits, &[true]);
        let last = json(&draft);
        prop_assert!(last != first);
        while history.undo(&mut draft).is_some() {}
        prop_assert_eq!(json(&draft), first);
        while history.redo(&mut draft).is_some() {}
        prop_assert_eq!(json(&draft), last);
        Ok(())
    });
}

#[test]
fn a_thousand_edits_of_the_duty_report_are_taken_back_to_the_same_bytes() {
    const STEPS: usize = 1000;
    let first = Draft::new(built_in("duty_report"), Default::default());
    check("1000 edits of the duty report and back", 3, &edits_of(&first, 4 * STEPS), |edits| {
        let (mut draft, mut history) = (first.clone(), History::default());
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for edit in edits {
            let kind = kind(&edit);
            if counts.values().sum::<usize>() == STEPS {
                break;
            }
            if let Some(applied) = draft.apply(edit) {
                history.record(applied.inverse);
                history.seal();
                *counts.entry(kind).or_default() += 1;
            }
        }
        let _ = writeln!(stderr(), "  {counts:?}");
        prop_assert_eq!((counts.values().sum::<usize>(), counts.len()), (STEPS, 11));
        let last = json(&draft);
        let (mut undone, mut redone) = (0, 0);
        while history.undo(&mut draft).is_some() {
            undone += 1;
        }
        prop_assert_eq!((json(&draft), undone), (json(&first), STEPS));
        while history.redo(&mut draft).is_some() {
            redone += 1;
        }
        prop_assert_eq!((json(&draft), redone), (last, STEPS));
        Ok(())
    });
}

fn kind(edit: &Edit) -> &'static str {
    match edit {
        Edit::Answer { .. } => "answer",
        Edit::Rewrite { .. } => "rewrite",
        Edit::Insert { .. } => "insert",
        Edit::Remove { .. } => "remove",
        Edit::Move { .. } => "move",
        Edit::Rename(_) => "rename",
        Edit::Field { .. } => "field",
        Edit::Declare { .. } => "declare",
        Edit::Replace { .. } => "replace",
        Edit::Setup(_) => "setup",
        Edit::All(_) => "all",
    }
}

#[test]
fn no_two_paragraphs_share_an_id() {
    check("ids of paragraphs are unique", 300, &draft_and_edits(1..20), |(mut draft, edits)| {
        for edit in edits {
            draft.apply(edit);
            let ids: BTreeSet<BlockId> = draft.entries().iter().map(|entry| entry.id).collect();
            prop_assert_eq!(ids.len(), draft.entries().len());
            prop_assert!(!ids.contains(&draft.fresh_block()));
        }
        Ok(())
    });
}

#[test]
fn inserting_an_id_in_use_makes_a_fresh_one_and_undo_keeps_the_old() {
    let block = |kind| Block::new(kind, Vec::new());
    let blocks = vec![block(BlockKind::Body), block(BlockKind::Closing)];
    let mut draft =
        Draft::new(gaozhi_core::template::Template { blocks, ..Default::default() }, Default::default());
    let entries = vec![Entry { id: BlockId(1), block: block(BlockKind::Date) }; 2];
    let applied = draft.apply(Edit::Insert { at: usize::MAX, entries }).unwrap();
    let ids: Vec<u32> = draft.entries().iter().map(|entry| entry.id.0).collect();
    assert_eq!(ids, [0, 1, 2, 3]);
    assert_eq!(applied.inverse, Edit::Remove { at: 2, count: 2 });
}
