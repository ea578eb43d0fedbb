//! Laws that hold for every kind and any text, and the helpers of the tables beside the rules.

use proptest::prelude::*;
use proptest::sample::select;

use super::{Change, Reading, Refusal, read};
use crate::field::{Field, Joiner, Kind, Limits};

/// A field without limits.
pub(super) fn field(kind: Kind, unit: &str) -> Field {
    Field { unit: unit.into(), ..Field::new("field", kind, "", "X") }
}

/// `typed` is accepted as `text` after `changes`, and then stays.
pub(super) fn accepts(field: &Field, typed: &str, text: &str, changes: &[Change]) {
    let expected = Reading { text: text.into(), changes: changes.into(), refusal: None };
    assert_eq!(read(field, typed), expected, "{typed:?}");
    let again = Reading { text: text.into(), changes: Vec::new(), refusal: None };
    assert_eq!(read(field, text), again, "{typed:?} read twice");
}

/// `typed` is refused and kept.
pub(super) fn refuses(field: &Field, typed: &str, refusal: &Refusal) {
    let expected = Reading { text: typed.into(), changes: Vec::new(), refusal: Some(refusal.clone()) };
    assert_eq!(read(field, typed), expected, "{typed:?}");
}

/// Pieces of which the rules make something: numbers, units, marks, spaces, brackets, item marks.
const PIECES: [&str; 84] = [
    "0",
    "1",
    "5",
    "12",
    "007",
    "１",
    "２０２６",
    "2026",
    "1,234",
    "，",
    ",",
    ".",
    "．",
    "。",
    "、",
    ";",
    "；",
    " ",
    "\u{3000}",
    "\u{A0}",
    "\t",
    "\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{B}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{2009}",
    "-",
    "－",
    "+",
    "/",
    "~",
    "%",
    "％",
    "百分之",
    "百分号",
    "点",
    "约",
    "余",
    "多",
    "近",
    "左右",
    "几",
    "〇",
    "○",
    "零",
    "一",
    "二",
    "三",
    "两",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "年",
    "年度",
    "月",
    "日",
    "号",
    "元",
    "次",
    "人次",
    "党支部",
    "支部",
    "等",
    "“",
    "”",
    "\"",
    "「",
    "」",
    "《",
    "》",
    "（",
    "）",
    "(",
    ")",
    "一是",
    "第",
    "是",
    "①",
    "甲",
];

const UNITS: [&str; 24] = [
    "",
    "次",
    "人次",
    "%",
    "％",
    "万元",
    "万",
    "年",
    "日",
    "党支部",
    "要求",
    "等",
    "5",
    ".",
    "，",
    "、",
    "一",
    "十",
    " 次 ",
    "”",
    "）",
    "\n",
    "。",
    "甲\n甲",
];

const EACH: [&str; 8] = ["", "…", "“…”", "“……”等", "甲…", "（…", "…、", " … 等"];

fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(select(&PIECES[..]), 0..12).prop_map(|pieces| pieces.concat()),
        1 => prop::collection::vec(any::<char>(), 0..24).prop_map(String::from_iter),
        1 => prop::collection::vec(
            prop_oneof![select(&PIECES[..]).prop_map(str::to_owned), any::<char>().prop_map(String::from)],
            0..24,
        )
        .prop_map(|pieces| pieces.concat()),
    ]
}

fn any_field() -> impl Strategy<Value = Field> {
    let bound =
        || prop_oneof![3 => Just(None), 2 => (0_i64..40).prop_map(Some), 1 => any::<i64>().prop_map(Some)];
    let choices = prop::collection::vec(select(&PIECES[..]).prop_map(str::to_owned), 0..4);
    (select(&Kind::ALL[..]), select(&UNITS[..]), bound(), bound(), choices, select(&EACH[..])).prop_map(
        |(kind, unit, min, max, choices, each)| Field {
            limits: Limits { min, max },
            choices,
            each: each.to_owned(),
            ..field(kind, unit)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_a_reading_changes_nothing(field in any_field(), typed in typed()) {
        let once = read(&field, &typed);
        let twice = read(&field, &once.text);
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert_eq!(&twice.changes, &vec![]);
        prop_assert_eq!(twice.refusal, once.refusal);
    }

    #[test]
    fn refused_text_stays_as_typed(field in any_field(), typed in typed()) {
        let reading = read(&field, &typed);
        if reading.refusal.is_some() {
            prop_assert_eq!(reading.text, typed);
            prop_assert_eq!(reading.changes, vec![]);
        }
    }

    #[test]
    fn a_change_is_told_once_and_only_when_there_is_one(field in any_field(), typed in typed()) {
        let Reading { text, changes, .. } = read(&field, &typed);
        for (at, change) in changes.iter().enumerate() {
            prop_assert!(!changes[..at].contains(change));
        }
        prop_assert!(changes.is_empty() || text != typed);
    }

    #[test]
    fn accepted_numbers_are_plain_digits(field in any_field(), typed in typed()) {
        let Reading { text, refusal, .. } = read(&field, &typed);
        if field.kind.is_numeric() && refusal.is_none() {
            let point = if matches!(field.kind, Kind::Percent | Kind::Decimal) { "." } else { "" };
            prop_assert!(text.chars().all(|c| c.is_ascii_digit() || point.contains(c)));
        }
    }

    #[test]
    fn blank_text_is_empty_and_no_error(field in any_field(), typed in "[ \u{3000}\u{A0}\t\r\n\u{2009}\u{200B}]{0,9}") {
        prop_assert_eq!(read(&field, &typed), Reading { text: String::new(), changes: vec![], refusal: None });
    }
}

#[test]
fn long_text_is_read_in_one_pass() {
    // A quadratic rule would not come to its end here.
    for piece in PIECES.iter().chain(&["（“", "；一是", "一是", "1,", "次 ", "甲、", "》（", "；  ", "三四"])
    {
        let typed = piece.repeat(10_000);
        for kind in Kind::ALL {
            let once = read(&field(kind, "次"), &typed);
            assert_eq!(read(&field(kind, "次"), &once.text).text, once.text);
        }
    }
    let typed = format!("{}{}", "（".repeat(10_000), "》，”".repeat(10_000));
    assert!(read(&field(Kind::List(Joiner::Comma), ""), &typed).refusal.is_none());
}
