//! A Word file that comes back with the draft inside of it, or without.

use std::collections::BTreeMap;

use gaozhi_core::draft::{Draft, OutlineJson, from_json, to_json};
use gaozhi_core::field::FieldId;
use gaozhi_core::reading::Refusal;
use gaozhi_core::report::compose;
use gaozhi_core::template::parse;
use gaozhi_office::docx_of;
use gaozhi_reader::{Returned, returned_of};

use crate::files::{p, word};

const TEXT: &str = "模板 总结\n[字段]\nn | 整数 | 次数 | 占位 X\n[正文]\n@标题 总结\n# 学习 | 讲党课{n}次。";

fn draft(n: &str) -> String {
    let answers = BTreeMap::from([(FieldId::new("n"), n.to_owned())]);
    let draft = Draft::new(parse(TEXT).0, answers);
    to_json(&draft, &OutlineJson::of(&draft), 1, 2)
}

/// Whether the file says what the draft inside of it says.
fn is_untouched(returned: &Returned) -> bool {
    let sent = from_json(&returned.draft).expect("a draft").draft;
    compose(&sent).is_printed_as(returned.paragraphs.iter().map(String::as_str))
}

#[test]
fn a_file_comes_back_as_the_draft_inside_of_it() {
    let json = draft("12\u{7f}\u{ffff}\u{2028}\r\n");
    let docx = docx_of(&json, true, "").expect("a draft");
    let returned = returned_of("总结.docx", &docx).expect("a file");
    assert_eq!(from_json(&returned.draft), from_json(&json));
    assert!(is_untouched(&returned));
    assert_eq!(returned.paragraphs, ["总结", "一、学习讲党课12次。"]);
    let bare = returned_of("总结.docx", &docx_of(&json, false, "").expect("a draft")).expect("a file");
    assert_eq!(bare, Returned { draft: String::new(), ..returned });
}

#[test]
fn a_file_that_says_something_else_is_one_that_was_edited() {
    let item =
        |json: &str| format!("<draft xmlns=\"urn:gaozhi:draft:1\">{}</draft>", json.replace('<', "&lt;"));
    let json = draft("12");
    let back = |body: &str| {
        let docx = word(body, &[("customXml", &item(&json))]);
        returned_of("总结.docx", &docx).expect("a file")
    };
    let same = [p("总 结"), "<w:p/>".to_owned(), p("一、学习</w:t><w:br/><w:t>讲党课12次。")];
    let returned = back(&same.concat());
    assert!(is_untouched(&returned));
    assert_eq!(returned.paragraphs, ["总 结", "一、学习讲党课12次。"]);
    assert!(returned.to_json().starts_with("[\"{\\n\\\"format\\\""));
    for other in [[p("总结"), p("一、学习"), p("讲党课12次。")].concat(), p("总结")] {
        assert!(!is_untouched(&back(&other)));
    }
}

#[test]
fn any_file_that_can_be_read_can_come_back() {
    let text = returned_of("总结.txt", "总结\r\n\r\n一、学习\u{3000}\n".as_bytes()).expect("a text");
    assert_eq!(text.paragraphs, ["总结", "一、学习"]);
    assert_eq!(returned_of("总结.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), Err(Refusal::OldOffice));
    assert_eq!(returned_of("总结.docx", b"PK\x03\x04"), Err(Refusal::Damaged));
}
