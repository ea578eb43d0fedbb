//! Versions: what goes back goes back exactly and alone, and keeping fewer never loses what was
//! promised to stay.

use std::collections::BTreeSet;

use gaozhi_core::draft::outline::sections;
use gaozhi_core::draft::{Draft, Edit};
use gaozhi_core::report::{Origin, compose};
use gaozhi_core::template::BlockKind;
use gaozhi_core::versions::{Version, restore_section, restore_whole, which_to_drop};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::strategy::Strategy;
use proptest::test_runner::TestCaseError;
use proptest::{prop_assert, prop_assert_eq, prop_oneof};

use crate::arbitrary::{draft, draft_and_edits};
use crate::check::{built_in, check};
use crate::codec::file;

/// An earlier draft and what became of it, or two that have nothing to do with each other.
fn then_and_now() -> impl Strategy<Value = (Draft, Draft)> {
    let edited = draft_and_edits(0..12).prop_map(|(then, edits)| {
        let mut now = then.clone();
        for edit in edits {
            now.apply(edit);
        }
        (then, now)
    });
    prop_oneof![5 => edited, 1 => (draft(), draft())]
}

/// Whether a default that follows itself, or others too deep, is cut off and shows an id: the one
/// case in which an id is printed, and so another id is another text.
fn shows_ids(draft: &Draft) -> bool {
    let mut unanswered = draft.fields().iter().filter(|field| draft.answer(&field.id).is_none());
    unanswered.any(|field| field.default.contains('{') && draft.value(&field.id).contains('{'))
}

/// What is printed: kind, and each run with whether it is an open blank; numbers left out.
type Printed = Vec<(BlockKind, Vec<(String, bool)>)>;

/// What each section prints.
fn printed(draft: &Draft) -> Vec<Printed> {
    let paragraphs = compose(draft).paragraphs;
    let of_section = |range: std::ops::Range<usize>| {
        let ids: BTreeSet<_> = draft.entries()[range].iter().map(|entry| entry.id).collect();
        let runs = |p: &gaozhi_core::report::Paragraph| {
            let words = p.runs.iter().filter(|run| run.origin != Origin::Number);
            (p.kind, words.map(|run| (run.text.clone(), run.open)).collect())
        };
        paragraphs.iter().filter(|p| ids.contains(&p.block)).map(runs).collect()
    };
    sections(draft.entries()).into_iter().map(of_section).collect()
}

/// Applies the edit and sees that it is taken back to the same bytes.
fn step(before: &Draft, edit: Edit) -> Result<Draft, TestCaseError> {
    let mut after = before.clone();
    let Some(applied) = after.apply(edit) else { return Ok(after) };
    let mut back = after.clone();
    back.apply(applied.inverse);
    prop_assert_eq!(&back, before);
    prop_assert_eq!(file(&back, 1, 2), file(before, 1, 2));
    Ok(after)
}

#[test]
fn a_restored_section_says_what_it_said_and_the_others_what_they_say() {
    let values = (then_and_now(), any::<usize>());
    check("restore_section", 1500, &values, |((then, now), at)| {
        let before = printed(&then);
        let section = at % before.len();
        if shows_ids(&then) {
            return Ok(());
        }
        let Some(edit) = restore_section(&now, &then, section) else {
            prop_assert!(printed(&now).contains(&before[section]));
            return Ok(());
        };
        let after = step(&now, edit)?;
        // It took the place of one section or of none; before and behind it all is as it was. A
        // closing in the middle may now belong to another section: so without their bounds.
        let (old, new) = (printed(&now), printed(&after).concat());
        let fits = |place: usize, gone: usize| {
            place + gone <= old.len()
                && [old[..place].concat(), before[section].clone(), old[place + gone..].concat()].concat()
                    == new
        };
        let is_restored = (0..=old.len()).any(|place| fits(place, 0) || fits(place, 1));
        prop_assert!(is_restored, "{section}\n{before:?}\n{old:?}\n{new:?}");
        Ok(())
    });
}

#[test]
fn a_section_that_was_restored_is_as_it_was() {
    let values = (then_and_now(), any::<usize>());
    check("restore_section twice", 500, &values, |((then, now), at)| {
        let section = at % sections(then.entries()).len();
        // A closing in the middle ends the report once it stands behind the last heading.
        let ends = |draft: &Draft| {
            let tail = sections(draft.entries()).pop().unwrap_or_default();
            draft.entries()[..tail.start].iter().any(|entry| {
                use BlockKind::{Attachment, Closing, Date, Remark, Signature};
                matches!(entry.block.kind, Closing | Attachment | Signature | Date | Remark)
            })
        };
        if shows_ids(&then) || ends(&then) || ends(&now) {
            return Ok(());
        }
        let Some(edit) = restore_section(&now, &then, section) else { return Ok(()) };
        let once = step(&now, edit)?;
        if let Some(edit) = restore_section(&once, &then, section) {
            let twice = step(&once, edit)?;
            prop_assert_eq!(printed(&twice), printed(&once));
        }
        prop_assert_eq!(restore_section(&then, &then, section), None);
        Ok(())
    });
}

#[test]
fn a_whole_version_comes_back_under_the_name_of_now() {
    check("restore_whole", 600, &then_and_now(), |(then, now)| {
        let after = step(&now, restore_whole(&now, &then))?;
        prop_assert_eq!(after.name(), now.name());
        prop_assert_eq!(after.fields(), then.fields());
        prop_assert_eq!(after.answers(), then.answers());
        prop_assert_eq!(after.to_template().blocks, then.to_template().blocks);
        prop_assert!(after.clone().apply(restore_whole(&after, &then)).is_none());
        Ok(())
    });
}

#[test]
fn each_section_of_the_duty_report_comes_back_alone() {
    let answered = |of: fn(usize) -> String| {
        let template = built_in("duty_report");
        let answers = (0..).zip(&template.fields).map(|(n, field)| (field.id.clone(), of(n))).collect();
        Draft::new(template, answers)
    };
    let (then, now) = (answered(|n| format!("{n}")), answered(|n| format!("{}", n + 100)));
    let (old, before) = (printed(&now), printed(&then));
    for section in 0..before.len() {
        let mut after = now.clone();
        let edit = restore_section(&now, &then, section);
        after.apply(edit.unwrap_or(Edit::All(Vec::new())));
        let mut expected = old.clone();
        expected[section].clone_from(&before[section]);
        assert_eq!(printed(&after), expected, "{section}");
    }
}

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The newest first.
fn versions() -> impl Strategy<Value = Vec<Version>> {
    let age = prop_oneof![0..3 * 60 * MINUTE, 0..2 * DAY, 0..90 * DAY, 0..900 * DAY, -DAY..0, any::<i64>()];
    let version = (age, proptest::bool::weighted(0.1), 0..1000_u64).prop_map(|(age, named, size)| Version {
        at: (1000 * DAY).saturating_sub(age),
        named,
        size,
    });
    vec(version, 0..60).prop_map(|mut versions| {
        versions.sort_by_key(|version| std::cmp::Reverse(version.at));
        versions
    })
}

/// Those that stay.
fn kept(versions: &[Version], now: i64, room: u64) -> Vec<Version> {
    let dropped = which_to_drop(versions, now, room);
    let stays = |(at, _): &(usize, &Version)| !dropped.contains(at);
    versions.iter().enumerate().filter(stays).map(|(_, version)| *version).collect()
}

#[test]
fn what_is_promised_stays() {
    let values = (versions(), prop_oneof![0..20_000_u64, any::<u64>()]);
    check("named and newest stay, the rest fits", 1000, &values, |(versions, room)| {
        let kept = kept(&versions, 1000 * DAY, room);
        let named = |versions: &[Version]| versions.iter().filter(|version| version.named).count();
        prop_assert_eq!(named(&kept), named(&versions));
        let newest = |versions: &[Version]| versions.iter().map(|version| version.at).max();
        prop_assert_eq!(newest(&kept), newest(&versions));
        let taken: u64 = kept.iter().map(|version| version.size).sum();
        let automatic = kept.iter().filter(|version| !version.named);
        prop_assert!(taken <= room || automatic.clone().count() <= 1);
        prop_assert!(
            taken <= room || automatic.map(|version| Some(version.at)).all(|at| at == newest(&kept))
        );
        Ok(())
    });
}

#[test]
fn thinning_twice_is_thinning_once_and_time_only_takes_away() {
    let values = (versions(), 0..400 * DAY, prop_oneof![0..20_000_u64, any::<u64>()]);
    check("thinning again", 1000, &values, |(versions, later, room)| {
        let now = 1000 * DAY;
        let once = kept(&versions, now, room);
        prop_assert_eq!(&kept(&once, now, room), &once);
        let (soon, late) = (kept(&versions, now, u64::MAX), kept(&versions, now + later, u64::MAX));
        prop_assert!(late.iter().all(|version| soon.contains(version)));
        prop_assert_eq!(kept(&soon, now + later, u64::MAX), late, "thinning early loses nothing more");
        Ok(())
    });
}

#[test]
fn what_is_dropped_has_a_younger_one_near() {
    check("gaps are bounded", 1000, &versions(), |versions| {
        let now = 1000 * DAY;
        let kept = kept(&versions, now, u64::MAX);
        for version in &versions {
            let within = match now.saturating_sub(version.at) {
                age if age < 120 * MINUTE => 2 * MINUTE,
                age if age < DAY => 60 * MINUTE,
                age if age < 30 * DAY => DAY,
                _ => 30 * DAY,
            };
            let is_near =
                |other: &&Version| other.at >= version.at && other.at.saturating_sub(version.at) < within;
            prop_assert!(kept.iter().any(|other| is_near(&other)), "{version:?}");
        }
        Ok(())
    });
}
