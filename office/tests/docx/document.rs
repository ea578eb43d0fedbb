//! The document: the words of the report, each in the face that an office expects.

use std::collections::BTreeMap;

use crate::reading::{Element, duty_report, part, read};
use gaozhi_core::draft::Draft;
use gaozhi_core::field::FieldId;
use gaozhi_core::report::{Report, compose};
use gaozhi_core::template::parse;

fn report(text: &str) -> Report {
    compose(&Draft::new(parse(text).0, BTreeMap::new()))
}

fn paragraphs(report: &Report) -> Vec<Element> {
    let mut document = read(&part(report, "word/document.xml"));
    let body = document.children.remove(0);
    body.children.into_iter().filter(|child| child.name == "w:p").collect()
}

fn text(element: &Element) -> String {
    element.all("w:t").iter().map(|t| t.text.as_str()).collect()
}

fn style_of(paragraph: &Element) -> &str {
    paragraph.child("w:pPr").map_or("Normal", |properties| properties.val("w:pStyle"))
}

/// The Chinese face and the size of each run, as the styles say.
fn faces(report: &Report) -> Vec<(String, String, String)> {
    let styles = read(&part(report, "word/styles.xml"));
    let says = |id: &str, of: &str, what: &str| {
        let style =
            styles.children.iter().find(|style| style.attribute("w:styleId") == id).expect("the style");
        let letters = style.child("w:rPr").expect("letters");
        letters.child(of).expect("the word").attribute(what).to_owned()
    };
    let mut found = Vec::new();
    for paragraph in paragraphs(report) {
        for run in paragraph.children.iter().filter(|child| child.name == "w:r") {
            let own = run.child("w:rPr").expect("letters").val("w:rStyle");
            let id = if own.is_empty() { style_of(&paragraph) } else { own };
            found.push((text(run), says(id, "w:rFonts", "w:eastAsia"), says(id, "w:sz", "w:val")));
        }
    }
    found
}

const ALL: &str = "[字段]\nn | 整数 | 次数 | 占位 X\n[正文]\n@标题 二〇二六年“述职”报告\n@题下 张某某\n@称谓 各位领导：\n正文{n}次。\n# 主要做法\n## 抓学习。 | 讲党课{n}次。\n## 抓队伍\n### 甲。 | 乙。\n#### | 丙。\n@结束语 请予评议。\n@落款 张某某\n@日期 2026年12月5日";

#[test]
fn every_run_has_the_face_of_the_standard() {
    let report = report(ALL);
    let (body, title, kai, hei) = ("仿宋_GB2312", "方正小标宋简体", "楷体_GB2312", "黑体");
    let expected = [
        ("二〇二六年“述职”报告", title, "44"),
        ("张某某", kai, "32"),
        ("各位领导：", body, "32"),
        ("正文", body, "32"),
        ("X", body, "32"),
        ("次。", body, "32"),
        ("一、主要做法", hei, "32"),
        ("（一）抓学习。", kai, "32"),
        ("讲党课", body, "32"),
        ("X", body, "32"),
        ("次。", body, "32"),
        ("（二）抓队伍", kai, "32"),
        ("1.甲。", body, "32"),
        ("乙。", body, "32"),
        ("（1）丙。", body, "32"),
        ("请予评议。", body, "32"),
        ("张某某", body, "32"),
        ("2026年12月5日", body, "32"),
    ];
    assert_eq!(faces(&report), expected.map(|(text, face, size)| (text.into(), face.into(), size.into())));
}

#[test]
fn only_a_heading_that_stands_alone_is_in_the_navigation_pane() {
    let report = report(ALL);
    let styles: Vec<String> =
        paragraphs(&report).iter().map(|paragraph| style_of(paragraph).to_owned()).collect();
    let expected = [
        "Title",
        "Subtitle",
        "Normal",
        "Salutation",
        "NormalIndent",
        "Heading1",
        "NormalIndent",
        "Heading2",
        "NormalIndent",
        "NormalIndent",
        "NormalIndent",
        "",
        "Signature",
        "Date",
    ];
    assert_eq!(styles, expected);
    let outlined: Vec<String> = read(&part(&report, "word/styles.xml"))
        .children
        .iter()
        .filter(|style| !style.all("w:outlineLvl").is_empty())
        .map(|style| style.val("w:name").to_owned())
        .collect();
    assert_eq!(outlined, ["heading 1", "heading 2", "heading 3", "heading 4"]);
}

#[test]
fn an_open_blank_is_marked_and_a_filled_one_is_not() {
    let marked = |answers: &[(&str, &str)]| {
        let answers = answers.iter().map(|(id, text)| (FieldId::new(id), (*text).to_owned())).collect();
        let report = compose(&Draft::new(parse(ALL).0, answers));
        read(&part(&report, "word/document.xml")).all("w:highlight").len()
    };
    assert_eq!((marked(&[]), marked(&[("n", "12")])), (2, 0));
}

#[test]
fn signature_and_date_stand_from_the_right_by_the_standard() {
    let right: Vec<(String, String)> = paragraphs(&report(ALL))
        .iter()
        .flat_map(|paragraph| paragraph.all("w:ind"))
        .map(|ind| (ind.attribute("w:rightChars").to_owned(), ind.attribute("w:right").to_owned()))
        .collect();
    assert_eq!(right, [("750".into(), "2400".into()), ("200".into(), "640".into())]);
}

#[test]
fn the_built_in_report_loses_no_word() {
    let report = duty_report();
    let written: Vec<String> = paragraphs(&report).iter().map(text).filter(|text| !text.is_empty()).collect();
    let meant: Vec<String> = report.paragraphs.iter().map(gaozhi_core::report::Paragraph::text).collect();
    assert_eq!(written, meant);
    let gaps: u32 = report.paragraphs.iter().map(|paragraph| paragraph.gap).sum();
    assert_eq!(paragraphs(&report).len(), meant.len() + gaps as usize);
}

#[test]
fn every_run_asks_for_the_chinese_face_of_shared_marks() {
    for run in read(&part(&report(ALL), "word/document.xml")).all("w:r") {
        let fonts = run.child("w:rPr").and_then(|letters| letters.child("w:rFonts")).expect("fonts");
        assert_eq!(fonts.attribute("w:hint"), "eastAsia");
    }
}
