//! What aligning a returned report promises, for any draft.

#![allow(clippy::unwrap_used)]

#[allow(dead_code)]
#[path = "../../tests/native/arbitrary.rs"]
mod arbitrary;
#[allow(dead_code)]
#[path = "../../tests/native/check.rs"]
mod check;

use std::collections::BTreeSet;
use std::io::{Write, stderr};
use std::time::Instant;

use gaozhi_core::draft::Draft;
use gaozhi_core::report::{Origin, compose};
use gaozhi_core::text::chars::squeezed;
use gaozhi_proof::{ReturnedChange as Change, accept, returned, same_words};
use proptest::collection::vec;
use proptest::strategy::Strategy;
use proptest::{prop_assert, prop_assert_eq, prop_oneof};

use arbitrary::{damage, damaged, draft, draft_and_edits, text};
use check::check;

fn printed(draft: &Draft) -> Vec<String> {
    compose(draft).paragraphs.iter().map(|paragraph| paragraph.text()).collect()
}

/// Paragraphs that say nothing but perhaps a number are no paragraphs of a returned file.
fn says(text: &str) -> bool {
    !same_words(text, "")
}

#[test]
fn its_own_text_is_no_change() {
    check("the own text of a draft, whatever stands between the words", 600, &draft(), |draft| {
        prop_assert_eq!(returned(&draft, &printed(&draft)), []);
        let bare: Vec<String> = printed(&draft).iter().map(|text| squeezed(text)).collect();
        prop_assert_eq!(returned(&draft, &bare), []);
        Ok(())
    });
}

/// A draft, and its text after somebody else worked on it.
fn returned_text() -> impl Strategy<Value = (Draft, Vec<String>)> {
    let spoiled = (
        draft(),
        vec((proptest::arbitrary::any::<proptest::sample::Index>(), damage()), 0..4),
        vec(text(), 0..2),
    )
        .prop_map(|(draft, places, added)| {
            let mut lines = printed(&draft);
            for (place, damage) in places {
                if !lines.is_empty() {
                    let at = place.index(lines.len());
                    lines[at] = damaged(&lines[at], &damage);
                }
            }
            lines.extend(added);
            (draft, lines)
        });
    let edited = draft_and_edits(0..6).prop_map(|(before, edits)| {
        let mut after = before.clone();
        for edit in edits {
            after.apply(edit);
        }
        (before, printed(&after))
    });
    prop_oneof![2 => spoiled, 2 => edited]
}

#[test]
fn with_every_change_accepted_the_report_says_what_came_back() {
    check("all accepted", 1500, &returned_text(), |(draft, lines)| {
        let lines: Vec<String> = lines
            .iter()
            .map(|line| line.replace(['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], ""))
            .collect();
        // What is left out may hide what is moved below it.
        if draft.entries().iter().any(|entry| entry.block.marks.omitted) {
            return Ok(());
        }
        let changes = returned(&draft, &lines);
        let mut after = draft.clone();
        after.apply(accept(&draft, &changes.iter().collect::<Vec<_>>()));
        let said: Vec<_> =
            compose(&after).paragraphs.into_iter().filter(|paragraph| says(&paragraph.text())).collect();
        let came: Vec<&String> = lines.iter().filter(|text| says(text)).collect();
        prop_assert_eq!(said.len(), came.len(), "{:?}\n{:?}\n{:?}", said, came, changes);
        for (said, came) in said.iter().zip(&came) {
            let bare = said.runs.iter().filter(|run| run.origin != Origin::Number);
            let bare = squeezed(&bare.map(|run| run.text.as_str()).collect::<String>());
            // Its number may be another one, or none.
            let is_same = same_words(&said.text(), came)
                || bare == squeezed(came)
                || squeezed(came)
                    .strip_suffix(&bare)
                    .is_some_and(|number| same_words(number, "") || number.starts_with("附件"));
            prop_assert!(is_same, "{said:?} is not {came:?}: {changes:?}");
        }
        Ok(())
    });
}

#[test]
fn nothing_is_touched_where_nothing_changed() {
    check(
        "one paragraph changed",
        600,
        &(draft(), proptest::arbitrary::any::<proptest::sample::Index>(), damage()),
        |(draft, place, damage)| {
            let paragraphs = compose(&draft).paragraphs;
            if paragraphs.is_empty() {
                return Ok(());
            }
            let at = place.index(paragraphs.len());
            let mut lines = printed(&draft);
            lines[at] = damaged(&lines[at], &damage);
            let here: BTreeSet<_> =
                paragraphs[at].runs.iter().map(|run| format!("{:?}", run.origin)).collect();
            for change in returned(&draft, &lines) {
                if let Change::Value { field, .. } = &change {
                    let is_here =
                        here.contains(&format!("{:?}", gaozhi_core::report::Origin::Field(field.clone())));
                    // Paragraphs that say the same may stand for one another.
                    let is_single =
                        printed(&draft).iter().filter(|text| same_words(text, &printed(&draft)[at])).count()
                            == 1;
                    prop_assert!(is_here || !is_single, "{change:?}");
                }
            }
            Ok(())
        },
    );
}

#[test]
fn half_a_million_characters_are_aligned_soon() {
    let clause = |n: usize| {
        format!("第{n}项工作扎实推进，全年开展活动{{n{n}}}次，取得了明显的成效，群众的满意度不断提高，")
    };
    let field = |n: usize| format!("n{n} | 整数 | 次数{n} | 占位 X\n");
    let fields: String = (0..1000).map(field).collect();
    let body: String = (0..5000)
        .map(|n| clause(n % 1000) + &format!("另有{}个方面的情况需要说明，其余各项按照年初的计划正常进行，没有出现大的问题，也没有接到群众的投诉和举报。\n", n * 7 % 977))
        .collect();
    let (template, _) = gaozhi_core::template::parse(&format!("[字段]\n{fields}[正文]\n{body}"));
    let answers =
        (0..1000).map(|n| (gaozhi_core::field::FieldId::new(&format!("n{n}")), (n * 3).to_string()));
    let draft = Draft::new(template, answers.collect());
    let lines = printed(&draft);
    let length: usize = lines.iter().map(|line| line.chars().count()).sum();
    let few: Vec<String> = lines
        .iter()
        .enumerate()
        .map(|(at, line)| if at % 100 == 7 { line.replace("明显的", "很大的") } else { line.clone() })
        .collect();
    let all: Vec<String> = lines.iter().map(|line| line.replace("明显的", "很大的")).collect();
    for (name, lines, expected) in [
        ("nothing changed", &lines, 0),
        ("50 paragraphs changed", &few, 50),
        ("every paragraph changed", &all, 5000),
    ] {
        let begun = Instant::now();
        let changes = returned(&draft, lines);
        let spent = begun.elapsed();
        let _ = writeln!(
            stderr(),
            "  {length} characters, {name}: {} ms, {} changes",
            spent.as_millis(),
            changes.len()
        );
        assert!(changes.len() >= expected && spent.as_secs() < 60, "{name}");
    }
}
