//! Composition: total, numbered from the structure, every run true to its origin.

use std::collections::{BTreeMap, BTreeSet};

use gaozhi_core::draft::Draft;
use gaozhi_core::draft::outline::left_out;
use gaozhi_core::field::{FieldId, Kind};
use gaozhi_core::report::{Origin, Part, compose, numbers, paragraph};
use gaozhi_core::template::{BlockKind, Level, Span, parse};
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::draft;
use crate::check::check;

#[test]
fn any_draft_composes_the_same_way_every_time() {
    check("compose is total and deterministic", 500, &draft(), |draft| {
        let report = compose(&draft);
        prop_assert_eq!(&report, &compose(&draft.clone()));
        for paragraph in &report.paragraphs {
            prop_assert!(!paragraph.runs.is_empty());
            prop_assert!(paragraph.runs.iter().all(|run| !run.text.is_empty()));
            prop_assert!(paragraph.gap <= 1);
        }
        Ok(())
    });
}

#[test]
fn no_line_break_or_other_control_character_reaches_the_report() {
    check("no run holds a control character", 800, &draft(), |draft| {
        for run in compose(&draft).paragraphs.iter().flat_map(|paragraph| &paragraph.runs) {
            prop_assert!(!run.text.contains(char::is_control), "{:?}", run);
        }
        Ok(())
    });
}

#[test]
fn every_run_is_true_to_its_origin() {
    check("runs know where they came from", 500, &draft(), |draft| {
        for paragraph in compose(&draft).paragraphs {
            let entry = &draft.entries()[draft.index_of(paragraph.block).unwrap()];
            prop_assert_eq!(paragraph.kind, entry.block.kind);
            let mut at = (Part::Lead, 0);
            for (index, run) in paragraph.runs.iter().enumerate() {
                let half = match run.part {
                    Part::Lead => &entry.block.lead,
                    Part::Text => &entry.block.text,
                };
                match (&run.origin, half.get(run.span)) {
                    (Origin::Number, _) => prop_assert_eq!(index, 0),
                    (Origin::Text, Some(Span::Text(_))) => prop_assert!(!run.open),
                    (Origin::Field(id), Some(Span::Blank(blank))) => {
                        prop_assert_eq!(id, blank);
                        let empty = draft.value(id).trim().is_empty();
                        prop_assert_eq!(run.open, empty);
                        prop_assert!(!run.open || draft.is_open(id));
                    }
                    (origin, span) => prop_assert!(false, "{:?} out of {:?}", origin, span),
                }
                let place = (run.part, run.span + usize::from(run.origin != Origin::Number));
                prop_assert!(index == 0 || (place.0, place.1) != at, "{:?} twice", place);
                at = place;
            }
        }
        Ok(())
    });
}

#[test]
fn open_counts_the_fields_with_a_control_that_still_ask() {
    check("open is the number of asking fields", 500, &draft(), |draft| {
        let report = compose(&draft);
        let out = left_out(draft.entries());
        let printed = || draft.entries().iter().zip(&out).filter(|(_, is_out)| !**is_out);
        let shown = |id: &FieldId| printed().any(|(entry, _)| entry.block.blanks().any(|it| it == id));
        let template = draft.to_template();
        let named = draft.followed();
        let ids = template.fields.iter().map(|field| &field.id);
        let asking = ids.filter(|id| (shown(id) || named.contains(id)) && draft.is_open(id));
        prop_assert_eq!(report.open, asking.count());
        let runs = report.paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
        let marks: BTreeSet<&FieldId> = runs
            .filter(|run| run.open)
            .filter_map(|run| match &run.origin {
                Origin::Field(id) => Some(id),
                Origin::Number | Origin::Text => None,
            })
            .collect();
        prop_assert!(marks.iter().all(|id| draft.is_open(id)));
        prop_assert!(marks.len() <= report.open);
        Ok(())
    });
}

#[test]
fn a_paragraph_composed_alone_is_the_one_of_the_report() {
    check("one paragraph and all agree", 400, &draft(), |draft| {
        let report = compose(&draft);
        let all = numbers(&draft);
        let mut composed = report.paragraphs.iter();
        let printed = draft.entries().iter().zip(left_out(draft.entries()));
        for ((entry, is_out), number) in printed.zip(&all) {
            if is_out {
                prop_assert_eq!(number, "");
                continue;
            }
            let mut alone = paragraph(&draft, entry, number);
            let numbered =
                matches!(entry.block.kind, BlockKind::Item(_) | BlockKind::Attachment | BlockKind::Annex);
            prop_assert_eq!(!number.is_empty(), numbered && !alone.runs.is_empty());
            if !alone.runs.is_empty() {
                let expected = composed.next().unwrap();
                alone.gap = expected.gap;
                prop_assert_eq!(&alone, expected);
            }
        }
        prop_assert!(composed.next().is_none());
        Ok(())
    });
}

/// The numbers of that many printed paragraphs, counted the plain way: 三 is one more than 二.
fn counted(kinds: &[BlockKind]) -> Vec<Option<String>> {
    const COUNTS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let attached = |kind: Option<&BlockKind>| kind == Some(&BlockKind::Attachment);
    let of = |kind| kinds.iter().filter(|other| **other == kind).count();
    let number = |at: usize| {
        let before = || kinds[..at].iter().rev();
        match kinds[at] {
            BlockKind::Item(level) => {
                let of_text = before().take_while(|kind| **kind != BlockKind::Annex);
                let levels = of_text.filter_map(|kind| match kind {
                    BlockKind::Item(level) => Some(*level),
                    _ => None,
                });
                let siblings = levels.take_while(|other| *other >= level).filter(|other| *other == level);
                let count = 1 + siblings.count();
                Some(match level {
                    Level::One => format!("{}、", COUNTS[count - 1]),
                    Level::Two => format!("（{}）", COUNTS[count - 1]),
                    Level::Three => format!("{count}."),
                    Level::Four => format!("（{count}）"),
                })
            }
            BlockKind::Attachment => {
                let names = before().take_while(|kind| attached(Some(kind))).count();
                Some(match (names, attached(kinds.get(at + 1))) {
                    (0, false) => "附件：".to_owned(),
                    (0, true) => "附件：1.".to_owned(),
                    (names, _) => format!("{}.", names + 1),
                })
            }
            BlockKind::Annex if of(BlockKind::Annex) == 1 && of(BlockKind::Attachment) < 2 => {
                Some("附件".to_owned())
            }
            BlockKind::Annex => {
                Some(format!("附件{}", 1 + before().filter(|kind| **kind == BlockKind::Annex).count()))
            }
            _ => None,
        }
    };
    (0..kinds.len()).map(number).collect()
}

#[test]
fn printed_numbers_run_without_a_gap_and_begin_again_under_a_new_parent() {
    check("numbers follow from what is printed", 800, &draft(), |draft| {
        let report = compose(&draft);
        let kinds: Vec<BlockKind> = report.paragraphs.iter().map(|paragraph| paragraph.kind).collect();
        for (paragraph, expected) in report.paragraphs.iter().zip(counted(&kinds)) {
            let number = paragraph.runs.iter().find(|run| run.origin == Origin::Number);
            prop_assert_eq!(number.map(|run| run.text.clone()), expected);
        }
        Ok(())
    });
}

#[test]
fn a_default_that_names_itself_comes_to_an_end() {
    // Each of the twelve is put in again, four deep: a text of two lines must not grow to megabytes.
    let text = format!("[字段]\na | 文本 | 甲 | 默认 {}\n[正文]\n{{a}}", "{a}".repeat(12));
    let report = compose(&Draft::new(parse(&text).0, BTreeMap::new()));
    let length: usize = report.paragraphs.iter().map(|paragraph| paragraph.text().len()).sum();
    assert!(length < 100_000, "{length} bytes");
}

#[test]
fn breaks_of_every_system_part_the_items_of_a_list() {
    for (kind, expected) in [("列表", "甲、乙、丙"), ("一是列表", "一是甲；二是乙；三是丙")]
    {
        assert!(Kind::from_word(kind).is_some());
        let text = format!("[字段]\na | {kind} | 甲\n[正文]\n{{a}}");
        for typed in ["甲\n乙\n丙", "甲\r\n乙\r\n丙", "甲\r乙\r丙"] {
            let answers = BTreeMap::from([(FieldId::new("a"), typed.to_owned())]);
            let report = compose(&Draft::new(parse(&text).0, answers));
            assert_eq!(report.paragraphs[0].text(), expected, "{typed:?}");
        }
    }
}
