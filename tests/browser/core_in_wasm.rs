//! The core as the browser runs it: 32-bit, without threads, with its own allocator.

use std::collections::BTreeMap;

use gaozhi_core::draft::{Draft, OutlineJson, from_json, to_json};
use gaozhi_core::export::{Context, FORMATS, Gb18030};
use gaozhi_core::field::FieldId;
use gaozhi_core::lang::ZH;
use gaozhi_core::report::compose;
use gaozhi_core::template::{parse, print};
use wasm_bindgen_test::{console_log, wasm_bindgen_test};
use web_sys::TextDecoder;

use crate::hands::window;

const TEMPLATE: &str = include_str!("../../core/templates/duty_report.txt");
const ANSWERS: &str = include_str!("../cases/duty_report/answers.txt");
const JSON: &str = include_str!("../cases/duty_report/filled.json");
const GOLDEN: [(&str, &[u8]); 3] = [
    ("txt", include_bytes!("../cases/duty_report/filled.txt")),
    ("md", include_bytes!("../cases/duty_report/filled.md")),
    ("html", include_bytes!("../cases/duty_report/filled.html")),
];

fn filled() -> Draft {
    let pair = |line: &str| {
        let (key, value) = line.split_once(" = ")?;
        Some((FieldId::new(key), value.replace("\\n", "\n")))
    };
    let answers: BTreeMap<FieldId, String> = ANSWERS.lines().filter_map(pair).collect();
    Draft::new(parse(TEMPLATE).0, answers)
}

#[wasm_bindgen_test]
fn every_export_has_the_bytes_that_it_has_natively() {
    let report = compose(&filled());
    let context = Context { css: "/* style/report.css */\n", strings: &ZH };
    for (id, golden) in GOLDEN {
        let format = FORMATS.iter().find(|format| format.id == id).unwrap();
        assert!((format.render)(&report, &context) == golden, "{id}");
    }
    assert_eq!(FORMATS.len(), GOLDEN.len());
}

#[wasm_bindgen_test]
fn a_draft_file_is_read_and_written_to_the_same_bytes() {
    let draft = from_json(JSON).unwrap().draft;
    assert_eq!(draft, filled());
    assert!(to_json(&draft, &OutlineJson::of(&draft), 0, 0) == JSON);
    let ends = JSON.char_indices().map(|(at, _)| at).step_by(97);
    for end in ends {
        assert!(from_json(&JSON[..end]).is_err(), "cut off at {end}");
    }
}

#[wasm_bindgen_test]
fn what_is_printed_is_read_back_the_same_wherever_the_text_breaks_off() {
    let text = TEMPLATE;
    let ends = text.char_indices().map(|(at, _)| at).step_by(131).chain([text.len()]);
    for end in ends {
        let (template, _) = parse(&text[..end]);
        assert_eq!(parse(&print(&template)).0, template, "cut off at {end}");
    }
}

#[wasm_bindgen_test]
fn the_browser_reads_back_what_its_own_table_turned_round_writes() {
    let decoder = TextDecoder::new_with_label("gb18030").unwrap();
    let decode = |bytes: &[u8]| decoder.decode_with_u8_array(bytes).ok();
    let now = || window().performance().unwrap().now();
    let start = now();
    let gb = Gb18030::of(&decode).unwrap();
    let built = now() - start;
    let all: String = ('\u{1}'..=char::MAX).filter(|c| gb.encode(&c.to_string()).1 == 0).collect();
    let count = all.chars().count();
    let start = now();
    let (bytes, missing) = gb.encode(&all);
    let written = now() - start;
    assert!(missing == 0 && decode(&bytes).unwrap() == all);
    assert!(count > 1_112_040, "{count}");
    console_log!("GB18030: table in {built:.1} ms, {count} characters in {written:.1} ms");
}
