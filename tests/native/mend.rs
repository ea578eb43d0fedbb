//! Words put right where they stand: only there, only while they are the same, and back again.

use gaozhi_core::draft::{Draft, Edit, Holder, Target, mend};
use gaozhi_core::field::FieldId;
use gaozhi_core::template::{Block, Span};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::Index;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{draft, text};
use crate::check::check;

/// All that holds words in a draft, with them.
fn holders(draft: &Draft) -> Vec<(Holder, String)> {
    let values = draft.fields().iter().map(|field| &field.id);
    let values = values.map(|id| (Holder::Field(id.clone()), draft.value(id).into_owned()));
    let halves = draft.entries().iter().enumerate().flat_map(|(at, entry)| {
        let Block { lead, text, .. } = &entry.block;
        [(at, true, lead), (at, false, text)]
    });
    let texts = halves.flat_map(|(entry, in_lead, spans)| {
        spans.iter().enumerate().filter_map(move |(span, piece)| match piece {
            Span::Text(text) => Some((Holder::Text { entry, in_lead, span }, text.clone())),
            Span::Blank(_) => None,
        })
    });
    values.chain(texts).collect()
}

fn bounds(text: &str, ends: [Index; 2]) -> std::ops::Range<usize> {
    let all: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let [a, b] = ends.map(|end| all[end.index(all.len())]);
    a.min(b)..a.max(b)
}

#[test]
fn words_that_are_put_right_are_put_back() {
    let places = vec((any::<Index>(), any::<[Index; 2]>(), text()), 1..6);
    check("mend and its inverse", 500, &(draft(), places), |(mut draft, places)| {
        for (which, ends, replacement) in places {
            let holders = holders(&draft);
            if holders.is_empty() {
                continue;
            }
            let (holder, words) = holders[which.index(holders.len())].clone();
            let range = bounds(&words, ends);
            let expected = words[range.clone()].to_owned();
            let target = Target { holder, range: range.clone() };
            prop_assert_eq!(Target::parse(&target.print()), Some(target.clone()));
            prop_assert_eq!(mend(&draft, &target, &format!("{expected}？"), &replacement), None);
            let Some(edit) = mend(&draft, &target, &expected, &replacement) else { continue };
            let is_small = matches!(edit, Edit::Answer { .. } | Edit::Rewrite { .. });
            prop_assert!(is_small);
            let before = draft.clone();
            let applied = draft.apply(edit);
            prop_assert!(applied.is_some());
            if let Holder::Field(id) = &target.holder {
                let mended = [&words[..range.start], &replacement, &words[range.end..]].concat();
                prop_assert_eq!(draft.answer(id), Some(mended.as_str()));
            }
            let mut back = draft.clone();
            prop_assert!(applied.and_then(|applied| back.apply(applied.inverse)).is_some());
            prop_assert_eq!(&back, &before);
        }
        Ok(())
    });
}

#[test]
fn a_place_that_is_not_there_is_no_edit() {
    let numbers = any::<(usize, usize, usize, usize)>();
    let values = (draft(), numbers, any::<bool>(), text());
    check("mend at any place", 500, &values, |(draft, (entry, span, start, end), in_lead, expected)| {
        let small = (entry % 9, span % 5, start % 40, end % 40);
        for (entry, span, start, end) in [(entry, span, start, end), small] {
            let text = Holder::Text { entry, in_lead, span };
            for holder in [text, Holder::Field(FieldId::new(&expected)), Holder::Field(FieldId::new("n"))] {
                let target = Target { holder, range: start..end };
                if let Some(edit) = mend(&draft, &target, &expected, "改") {
                    prop_assert!(draft.clone().apply(edit).is_some());
                }
            }
        }
        Ok(())
    });
}
