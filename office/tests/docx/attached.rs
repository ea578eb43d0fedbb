//! What stands after the text, as Word is told it: GB/T 9704-2012 7.3.4, 7.3.6, 7.3.7.

use std::collections::BTreeMap;

use crate::reading::{Element, part, read};
use gaozhi_core::draft::Draft;
use gaozhi_core::report::{Report, compose};
use gaozhi_core::template::parse;

fn report() -> Report {
    let text =
        "[正文]\n文。\n@附件说明 甲\n@附件说明 乙\n@附注 （注）\n@附件\n@标题 甲\n@附件\n@标题 乙\n# 丙";
    compose(&Draft::new(parse(text).0, BTreeMap::new()))
}

fn place(element: &Element) -> BTreeMap<String, String> {
    let place = element.child("w:pPr").and_then(|place| place.child("w:ind"));
    place.map(|ind| ind.attributes.clone()).unwrap_or_default()
}

#[test]
fn the_second_name_begins_under_the_first() {
    let document = read(&part(&report(), "word/document.xml"));
    let of_style = |style: &str| -> Vec<String> {
        let paragraphs = document.all("w:p");
        let worn =
            paragraphs.iter().filter(|p| p.child("w:pPr").is_some_and(|pr| pr.val("w:pStyle") == style));
        worn.map(|p| {
            let says =
                place(p).iter().map(|(name, value)| format!("{}={value} ", &name[2..])).collect::<String>();
            let text: String = p.all("w:t").iter().map(|t| t.text.as_str()).collect();
            says + &text
        })
        .collect()
    };
    assert_eq!(
        of_style("AttachmentNote"),
        [
            "hanging=1175 hangingChars=0 left=1815 leftChars=0 附件：1.甲",
            "hanging=230 hangingChars=0 left=1815 leftChars=0 2.乙"
        ]
    );
    assert_eq!(of_style("Remark"), ["（注）"]);
    assert_eq!(of_style("Annex"), ["附件1", "附件2"]);
}

#[test]
fn the_label_is_black_and_begins_a_page() {
    let styles = read(&part(&report(), "word/styles.xml"));
    let style = |name: &str| {
        let found = styles.all("w:style").into_iter().find(|style| style.val("w:name") == name);
        found.expect("the style")
    };
    let annex = style("附件");
    assert_eq!(annex.attribute("w:customStyle"), "1");
    assert!(annex.child("w:pPr").is_some_and(|place| place.child("w:pageBreakBefore").is_some()));
    assert_eq!(annex.all("w:rFonts")[0].attribute("w:eastAsia"), "黑体");
    assert_eq!(place(style("附注")).get("w:firstLineChars").map(String::as_str), Some("200"));
    assert_eq!(place(style("附件说明")).get("w:left").map(String::as_str), Some("1585"));
    assert_eq!(style("Title").attribute("w:customStyle"), "");
}
