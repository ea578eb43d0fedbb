//! Whatever a report holds, its file is well-formed and says it.

use crate::hostile::KINDS;
use crate::sound::sound;
use gaozhi_core::draft::BlockId;
use gaozhi_core::field::FieldId;
use gaozhi_core::report::{Origin, Paragraph, Part, Report, Run};
use gaozhi_core::template::BlockKind;
use gaozhi_office::{Properties, docx_of, write_docx};
use proptest::prelude::*;

/// Texts that break writers: markup, controls, lone marks, emoji, code points that XML bans, and
/// long ones.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[一-龥，。“”]{0,40}",
        3 => any::<String>(),
        2 => "[<>&'\"\\]\\[;#x\0-\u{1f}\u{7f}-\u{9f}\u{300}-\u{30f}\u{200b}-\u{200f}\u{2028}\u{2029}\u{feff}\u{fffe}\u{ffff}]{0,20}",
        1 => "(👨‍👩‍👧|🇨🇳|é|𠮷|\u{10ffff}){1,5}",
        1 => "[字a ]{2000,4000}",
    ]
}

fn kind() -> impl Strategy<Value = BlockKind> {
    prop::sample::select(KINDS.to_vec())
}

fn run() -> impl Strategy<Value = Run> {
    (words(), 0..3, any::<bool>(), any::<bool>()).prop_map(|(text, origin, lead, open)| Run {
        text,
        origin: match origin {
            0 => Origin::Number,
            1 => Origin::Text,
            _ => Origin::Field(FieldId::new("n")),
        },
        part: if lead { Part::Lead } else { Part::Text },
        span: 0,
        open,
    })
}

fn report() -> impl Strategy<Value = Report> {
    let gap = prop_oneof![9 => 0..3_u32, 1 => any::<u32>()];
    let paragraph = (kind(), prop::collection::vec(run(), 0..6), gap)
        .prop_map(|(kind, runs, gap)| Paragraph { block: BlockId(0), kind, runs, gap });
    let paragraphs = prop::collection::vec(paragraph, 0..8);
    let mark = prop_oneof![Just(String::new()), words()];
    (paragraphs, mark).prop_map(|(paragraphs, mark)| Report { paragraphs, mark, ..Report::default() })
}

/// What remains of a text: all but control characters and the two that XML bans.
pub(crate) fn speakable(text: &str) -> String {
    let is_kept = |c: &char| !matches!(c, '\0'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}');
    let is_break = |c: &char| matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}');
    text.chars().filter(is_kept).filter(|c| !is_break(c)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_package_is_sound_and_no_word_is_lost(report in report(), title in words()) {
        let docx = write_docx(&report, &Properties { title: title.clone(), draft: None });
        prop_assert_eq!(&docx, &write_docx(&report, &Properties { title: title.clone(), draft: None }));
        let root = &sound(&docx)["word/document.xml"];
        let written: String = root.all("w:t").iter().map(|t| t.text.as_str()).collect();
        let meant: String = report.paragraphs.iter().map(|paragraph| speakable(&paragraph.text())).collect();
        prop_assert_eq!(written, meant);
        for t in root.all("w:t") {
            prop_assert_eq!(t.attribute("xml:space"), "preserve");
            prop_assert!(!t.text.contains(['\n', '\r']));
        }
    }

    #[test]
    fn the_door_is_total(text in any::<String>(), outline in prop::collection::vec(words(), 0..6)) {
        prop_assert!(docx_of(&text, true, "").is_err());
        let draft = serde_json::json!({ "format": "gaozhi-draft", "version": 1, "outline": outline });
        sound(&docx_of(&draft.to_string(), true, "讨论稿").expect("a draft"));
    }
}
