//! The first reader of plain text: total, loses no word, finds the seed's blanks and headings.

use gaozhi_core::draft::Draft;
use gaozhi_core::report::{Origin, compose};
use gaozhi_core::template::{BlockKind, Level, parse, print, read_any, read_plain};
use proptest::collection::vec;
use proptest::prop_assert_eq;
use proptest::sample::select;
use proptest::strategy::Strategy;

use crate::arbitrary::{document, template};
use crate::check::{case, check};

#[test]
fn any_text_is_a_template_that_prints_and_parses_back() {
    check("read_plain and read_any are total", 1000, &document(), |text| {
        for template in [read_plain(&text), read_any(&text, "名称")] {
            let printed = print(&template);
            prop_assert_eq!(parse(&printed), (template, vec![]), "{}", printed);
        }
        Ok(())
    });
}

/// The words of a text without white space and control characters.
fn words(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect()
}

#[test]
fn no_word_of_a_plain_text_is_lost() {
    #[rustfmt::skip]
    let pieces = vec![
        "全年讲党课", "X", "XX", "____", "次", "，", "。", "“", "”", "；", "：", "%", "\n", "  ", "\u{3000}", "\u{a0}",
        "、", "（", "）", "Excel", "a_b", "3.5", "各位领导：", "{n}", "|", "#", "\\", "@标题",
    ];
    let values = vec(select(pieces), 0..40).prop_map(|pieces| pieces.concat());
    check("read_plain loses no word", 1000, &values, |text| {
        let report = compose(&Draft::new(read_plain(&text), Default::default()));
        let runs = report.paragraphs.iter().flat_map(|paragraph| &paragraph.runs);
        let said: String =
            runs.filter(|run| run.origin != Origin::Number).map(|run| run.text.as_str()).collect();
        prop_assert_eq!(words(&said), words(&text));
        Ok(())
    });
}

#[test]
fn the_text_form_is_known_by_its_body_line_and_may_begin_with_a_byte_order_mark() {
    check("read_any knows the text form", 300, &template(), |mut template| {
        if template.name.is_empty() {
            template.name = "名称".to_owned();
        }
        let text = print(&template);
        prop_assert_eq!(&read_any(&text, "别名"), &template);
        // As Windows' Notepad saves it.
        let saved = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        prop_assert_eq!(read_any(&saved, "别名"), template);
        Ok(())
    });
}

#[test]
fn the_seed_has_its_33_blanks_and_17_headings() {
    let template = read_any(&case("seed.txt"), "述职报告");
    assert_eq!(template.name, "述职报告");
    let literals: Vec<String> = template.fields.iter().map(|field| field.literal.clone()).collect();
    let table: Vec<serde_json::Value> = serde_json::from_str(&case("blanks.json")).unwrap();
    let expected: Vec<&str> = table.iter().map(|row| row["literal"].as_str().unwrap()).collect();
    assert_eq!(literals, expected);
    let shown: Vec<_> = template.blocks.iter().flat_map(|block| block.blanks()).collect();
    assert_eq!(shown.len(), 33);
    let count = |kind| template.blocks.iter().filter(|block| block.kind == kind).count();
    assert_eq!(count(BlockKind::Item(Level::One)), 3);
    assert_eq!(count(BlockKind::Item(Level::Two)), 14);
    assert_eq!(count(BlockKind::Body), 2);
    assert_eq!(template.blocks.len(), 19);
    let run_in = |level| {
        let mut blocks = template.blocks.iter().filter(|block| block.kind == BlockKind::Item(level));
        blocks.by_ref().filter(|block| !block.lead.is_empty()).count()
    };
    assert_eq!((run_in(Level::One), run_in(Level::Two)), (3, 11));
    let composed = compose(&Draft::new(template.clone(), Default::default()));
    let said: String = composed.paragraphs.iter().map(|paragraph| words(&paragraph.text())).collect();
    assert_eq!(said, words(&case("seed.txt")));
}

#[test]
fn the_kinds_and_units_that_the_first_reader_guesses_are_those_of_the_seed() {
    let template = read_plain(&case("seed.txt"));
    let table: Vec<serde_json::Value> = serde_json::from_str(&case("blanks.json")).unwrap();
    for (field, row) in template.fields.iter().zip(&table) {
        let kind = row["kind"].as_str().unwrap();
        if matches!(kind, "integer" | "percent" | "title") {
            assert_eq!(field.kind.id(), kind, "{}", field.label);
        }
        if matches!(kind, "integer" | "percent") {
            assert_eq!(field.unit, row["unit"].as_str().unwrap(), "{}", field.label);
        }
    }
}
