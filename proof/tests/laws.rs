//! What comparing promises, for any two drafts: nothing is lost, nothing made up, and it ends soon.

#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "../../tests/native/arbitrary.rs"]
mod arbitrary;
#[allow(dead_code)]
#[path = "../../tests/native/check.rs"]
mod check;

use std::collections::BTreeMap;
use std::io::{Write, stderr};
use std::time::Instant;

use gaozhi_core::draft::Draft;
use gaozhi_core::draft::outline::sections;
use gaozhi_core::report::{Origin, compose};
use gaozhi_core::template::{Block, BlockKind, Span, Template};
use gaozhi_proof::{Change, Comparison, Mark, compare, marked};
use proptest::strategy::Strategy;
use proptest::{prop_assert, prop_assert_eq, prop_oneof};

use arbitrary::{draft, draft_and_edits};
use check::check;

/// A draft and what became of it, or two that have nothing to do with each other.
fn two_drafts() -> impl Strategy<Value = (Draft, Draft)> {
    let edited = draft_and_edits(0..8).prop_map(|(before, edits)| {
        let mut after = before.clone();
        for edit in edits {
            after.apply(edit);
        }
        (before, after)
    });
    prop_oneof![4 => edited, 1 => (draft(), draft())]
}

/// The printed paragraphs without their numbers.
fn printed(draft: &Draft) -> Vec<String> {
    let words = |runs: Vec<_>| -> String {
        let runs: Vec<gaozhi_core::report::Run> = runs;
        runs.into_iter().filter(|run| run.origin != Origin::Number).map(|run| run.text).collect()
    };
    compose(draft).paragraphs.into_iter().map(|paragraph| words(paragraph.runs)).collect()
}

/// The paragraphs of one side, put together from the rows; `other` is the mark of the other side.
fn side(found: &Comparison, other: Mark) -> Vec<String> {
    let of_row = |change: &Change| match change {
        Change::Same(text) => Some(text.clone()),
        Change::Removed(text) => (other == Mark::Added).then(|| text.clone()),
        Change::Added(text) => (other == Mark::Removed).then(|| text.clone()),
        Change::Changed(pieces) => {
            Some(pieces.iter().filter(|piece| piece.mark != other).map(|piece| piece.text.as_str()).collect())
        }
    };
    found.rows.iter().filter_map(|row| of_row(&row.change)).collect()
}

#[test]
fn the_pieces_put_together_are_both_texts() {
    check("the rows give back both drafts", 800, &two_drafts(), |(before, after)| {
        let found = compare(&before, &after);
        prop_assert_eq!(side(&found, Mark::Added), printed(&before));
        prop_assert_eq!(side(&found, Mark::Removed), printed(&after));
        let (old, new) = (sections(before.entries()).len(), sections(after.entries()).len());
        for row in &found.rows {
            prop_assert_eq!(row.before.is_none(), matches!(row.change, Change::Added(_)));
            prop_assert_eq!(row.after.is_none(), matches!(row.change, Change::Removed(_)));
            prop_assert!(row.before.is_none_or(|at| at < old) && row.after.is_none_or(|at| at < new));
        }
        let lines = marked(&found);
        prop_assert_eq!(lines.lines().filter(|line| line.starts_with("row")).count(), found.rows.len());
        Ok(())
    });
}

#[test]
fn a_draft_does_not_differ_from_itself() {
    check("compared with itself", 300, &draft(), |draft| {
        let found = compare(&draft, &draft);
        prop_assert!(found.rows.iter().all(|row| matches!(row.change, Change::Same(_))));
        prop_assert_eq!((found.changed, found.added, found.removed), (0, 0, 0));
        Ok(())
    });
}

#[test]
fn what_is_added_one_way_is_removed_the_other() {
    check("there and back count the same", 800, &two_drafts(), |(before, after)| {
        let (there, back) = (compare(&before, &after), compare(&after, &before));
        prop_assert_eq!((there.added, there.removed), (back.removed, back.added));
        prop_assert_eq!((there.changed, there.rows.len()), (back.changed, back.rows.len()));
        let count = |side: Mark| -> usize {
            let whole = |draft| printed(draft).iter().map(|text| text.chars().count()).sum::<usize>();
            whole(if side == Mark::Added { &after } else { &before })
        };
        prop_assert_eq!(count(Mark::Added) + there.removed, count(Mark::Removed) + there.added);
        Ok(())
    });
}

#[test]
fn a_changed_paragraph_can_be_read() {
    check("no confetti", 800, &two_drafts(), |(before, after)| {
        for row in compare(&before, &after).rows {
            let Change::Changed(pieces) = row.change else { continue };
            prop_assert!(pieces.windows(2).all(|two| two[0].mark != two[1].mark));
            prop_assert!(
                pieces.windows(2).all(|two| (two[0].mark, two[1].mark) != (Mark::Added, Mark::Removed))
            );
            for between in pieces.windows(3).filter(|three| three[1].mark == Mark::Same) {
                prop_assert!(between[1].text.chars().count() >= 2, "{between:?}");
            }
            for other in [Mark::Added, Mark::Removed] {
                let kept: Vec<&str> = pieces
                    .iter()
                    .filter(|piece| piece.mark != other)
                    .map(|piece| piece.text.as_str())
                    .collect();
                let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
                let is_cut = |two: &[&str]| is_word(two[0].chars().last()) && is_word(two[1].chars().next());
                prop_assert!(!kept.windows(2).any(is_cut), "{kept:?}");
            }
        }
        Ok(())
    });
}

/// A report of that many paragraphs of 100 characters, each different.
fn long(paragraphs: u32, of: impl Fn(u32) -> String) -> Draft {
    let block = |n| Block::new(BlockKind::Body, vec![Span::Text(of(n))]);
    let blocks = (0..paragraphs).map(block).collect();
    Draft::new(Template { blocks, ..Template::default() }, BTreeMap::new())
}

/// 100 characters that follow from `seed` by no rule a person sees.
fn noise(seed: u32) -> String {
    let mut state = u64::from(seed).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        // As uneven as the characters of a text: some are everywhere.
        let (wide, narrow) = (state % 2000, state / 2000 % 40);
        char::from_u32(0x4E00 + u32::try_from(if state % 3 == 0 { narrow } else { wide }).unwrap()).unwrap()
    };
    (0..100).map(|_| next()).collect()
}

#[test]
fn half_a_million_characters_are_compared_soon() {
    const PARAGRAPHS: u32 = 5000;
    let before = long(PARAGRAPHS, noise);
    let few = long(PARAGRAPHS, |n| noise(n) + if n % 100 == 7 { "另加一句。" } else { "" });
    let each = long(PARAGRAPHS, |n| noise(n).replacen(|c: char| c > '\u{5000}', "年", 2));
    let other = long(PARAGRAPHS, |n| noise(n + PARAGRAPHS));
    let turned = long(PARAGRAPHS, |n| noise(PARAGRAPHS - 1 - n));
    let alike = |c: &'static str, odd: usize| long(PARAGRAPHS, move |n| c.repeat(45 + n as usize % odd));
    let cases = [
        ("50 paragraphs changed", &before, &few, 50),
        ("every paragraph changed", &before, &each, 5000),
        ("nothing in common", &before, &other, 10_000),
        ("turned round", &before, &turned, 9_998),
        ("the same two characters", &alike("甲乙", 7), &alike("乙甲", 5), 5000),
        ("one paragraph", &one(&before), &one(&few), 1),
        ("one paragraph, changed all over", &one(&before), &one(&each), 1),
        ("one paragraph, nothing in common", &one(&before), &one(&other), 1),
    ];
    for (name, before, after, at_least) in cases {
        let begun = Instant::now();
        let found = compare(before, after);
        let spent = begun.elapsed();
        let counts = (found.changed, found.added, found.removed);
        let _ = writeln!(stderr(), "  500,000 characters, {name}: {} ms, {counts:?}", spent.as_millis());
        assert!(found.changed >= at_least && spent.as_secs() < 60, "{name}");
    }
}

/// All paragraphs as one.
fn one(draft: &Draft) -> Draft {
    let words = printed(draft).concat();
    long(1, |_| words.clone())
}
