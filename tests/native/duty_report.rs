//! The built-in duty report: it is the seed word for word, its blanks are the seed's, and its
//! exports are the golden files.

use std::collections::BTreeMap;

use gaozhi_core::draft::{Day, Draft};
use gaozhi_core::export::{Context, FORMATS, file_stem};
use gaozhi_core::field::{FieldId, read};
use gaozhi_core::lang::ZH;
use gaozhi_core::report::{Report, compose};
use gaozhi_core::template::{BlockKind, Template};
use serde_json::Value;

use crate::check::{built_in, case, golden};
use crate::codec::file;

const TODAY: Day = Day { year: 2026, month: 12, day: 5 };

fn template() -> Template {
    built_in("duty_report")
}

fn table() -> Vec<Value> {
    serde_json::from_str(&case("blanks.json")).unwrap()
}

fn words(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The paragraphs that the seed has too: no title, salutation, closing, signature, date.
fn paragraphs_of_the_seed(report: &Report) -> Vec<String> {
    let of_seed = |kind| matches!(kind, BlockKind::Body | BlockKind::Item(_));
    report.paragraphs.iter().filter(|p| of_seed(p.kind)).map(|p| words(&p.text())).collect()
}

#[test]
fn with_the_seeds_own_marks_it_says_what_the_seed_says() {
    let seed: Vec<String> = case("seed.txt").lines().map(words).filter(|line| !line.is_empty()).collect();
    assert_eq!(seed.len(), 19);
    let marks =
        table().iter().map(|row| (FieldId::new(text(row, "key")), text(row, "literal").to_owned())).collect();
    for answers in [BTreeMap::new(), marks] {
        assert_eq!(paragraphs_of_the_seed(&compose(&Draft::new(template(), answers))), seed);
    }
}

fn text<'a>(row: &'a Value, column: &str) -> &'a str {
    row[column].as_str().unwrap()
}

#[test]
fn its_blanks_are_the_33_of_the_seed() {
    let template = template();
    let fields: BTreeMap<&str, _> = template.fields.iter().map(|field| (field.id.as_str(), field)).collect();
    let table = table();
    assert_eq!(table.len(), 33);
    for row in &table {
        let field = fields[text(row, "key")];
        let found = [&field.literal, &field.label, field.kind.id(), &field.unit];
        assert_eq!(found, ["literal", "label", "kind", "unit"].map(|column| text(row, column)), "{row}");
        assert!(field.is_required(), "{row}");
    }
    let shown = template.blocks.iter().flat_map(|block| block.blanks());
    let of_table = |id: &&FieldId| table.iter().any(|row| text(row, "key") == id.as_str());
    let shown: Vec<&str> = shown.filter(of_table).map(FieldId::as_str).collect();
    assert_eq!(shown, table.iter().map(|row| text(row, "key")).collect::<Vec<_>>());
}

#[test]
fn every_field_is_shown_and_only_the_signature_asks_for_more_than_the_seed() {
    let template = template();
    let table = table();
    let more: Vec<&str> = template
        .fields
        .iter()
        .filter(|field| field.is_required() && !table.iter().any(|row| text(row, "key") == field.id.as_str()))
        .map(|field| field.id.as_str())
        .collect();
    assert_eq!(more, ["reporter_post", "reporter_name"]);
    for field in &template.fields {
        let in_text = template.blocks.iter().any(|block| block.blanks().any(|id| *id == field.id));
        let name = format!("{{{}}}", field.id.as_str());
        let in_default = template.fields.iter().any(|other| other.default.contains(&name));
        assert!(in_text || in_default, "{} is never shown", field.id.as_str());
    }
}

/// `key = value` lines; `\n` is a line break, `//` begins a comment.
fn answers() -> BTreeMap<FieldId, String> {
    let text = case("duty_report/answers.txt");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with("//"));
    let pair = |line: &str| {
        let (key, value) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
        (FieldId::new(key), value.replace("\\n", "\n"))
    };
    lines.map(pair).collect()
}

fn filled() -> Draft {
    Draft::new(template(), answers())
}

#[test]
fn the_sample_answers_are_answers_to_fields_and_accepted_as_they_stand() {
    let draft = filled();
    for (id, answer) in draft.answers() {
        let field = draft.field(id).unwrap_or_else(|| panic!("no field {}", id.as_str()));
        let reading = read(field, answer);
        assert_eq!((reading.text.as_str(), reading.refusal), (answer.as_str(), None), "{}", id.as_str());
    }
    assert_eq!(compose(&draft).open, 0);
}

#[test]
fn the_defaults_are_accepted_as_they_stand() {
    let draft = Draft::start(template(), TODAY);
    for field in draft.fields() {
        let value = draft.value(&field.id);
        let reading = read(field, &value);
        assert_eq!((reading.text.as_str(), reading.refusal), (&*value, None), "{}", field.id.as_str());
    }
}

#[test]
fn its_exports_are_the_golden_files() {
    let draft = filled();
    let report = compose(&draft);
    let context = Context { css: "/* style/report.css */\n", strings: &ZH };
    for format in FORMATS {
        golden(&format!("duty_report/filled.{}", format.id), &(format.render)(&report, &context));
    }
    golden("duty_report/filled.json", file(&draft, 0, 0).as_bytes());
    let open = compose(&Draft::start(template(), TODAY));
    golden("duty_report/open.html", &(FORMATS[2].render)(&open, &context));
}

#[test]
fn its_file_is_named_as_an_office_names_it() {
    let mut draft = filled();
    let name = |draft: &Draft| file_stem(draft, &compose(draft), draft.state(TODAY), &ZH, TODAY);
    assert_eq!(
        name(&draft),
        "2026年度抓基层党建工作述职报告_陈明远_讨论稿_20261205",
        "two figures are of last year"
    );
    let waiting = draft.placed().into_iter().filter(|id| draft.is_unconfirmed(id, TODAY)).collect::<Vec<_>>();
    assert_eq!(waiting, ["provincial_demo_schools", "aspect_count"].map(FieldId::new));
    for id in waiting {
        draft.confirm(&id).and_then(|edit| draft.apply(edit)).expect("a change");
    }
    assert_eq!(name(&draft), "2026年度抓基层党建工作述职报告_陈明远_送审稿_20261205");
    assert_eq!(name(&Draft::start(template(), TODAY)), "2026年度抓基层党建工作述职报告_讨论稿_20261205");
}
