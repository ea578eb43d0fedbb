//! Automatic numbers, as Word counts them.

use crate::files::texts;

fn level(at: usize, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

fn kind(id: u32, levels: &[String]) -> String {
    format!("<w:abstractNum w:abstractNumId=\"{id}\">{}</w:abstractNum>", levels.concat())
}

fn list(id: u32, kind: u32, more: &str) -> String {
    format!("<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{kind}\"/>{more}</w:num>")
}

/// A paragraph of a list: list, level.
fn item(list: u32, level: usize) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>\
         <w:r><w:t>文</w:t></w:r></w:p>"
    )
}

#[track_caller]
fn check(numbering: &str, items: &[(u32, usize)], expected: &[&str]) {
    let body: String = items.iter().map(|(list, level)| item(*list, *level)).collect();
    assert_eq!(texts(&body, &[("numbering", numbering)]), expected);
}

fn chinese() -> String {
    kind(
        1,
        &[
            level(0, "chineseCounting", "%1、", ""),
            level(1, "chineseCounting", "（%2）", ""),
            level(2, "decimal", "%1.%2.%3", "<w:isLgl/>"),
        ],
    )
}

#[test]
fn inner_levels_start_again_after_outer_ones() {
    check(
        &[chinese(), list(1, 1, "")].concat(),
        &[(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2), (1, 2)],
        &["一、文", "（一）文", "（二）文", "二、文", "（一）文", "2.1.1 文", "2.1.2 文"],
    );
}

#[test]
fn an_inner_level_without_an_outer_one_counts_it_as_begun() {
    check(&[chinese(), list(1, 1, "")].concat(), &[(1, 2), (1, 0)], &["1.1.1 文", "二、文"]);
}

#[test]
fn lists_of_one_kind_count_on_unless_they_start_again() {
    let again = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    check(
        &[chinese(), list(1, 1, ""), list(2, 1, ""), list(3, 1, again)].concat(),
        &[(1, 0), (2, 0), (3, 0), (3, 0), (9, 0)],
        &["一、文", "二、文", "五、文", "六、文", "文"],
    );
}

#[test]
fn a_level_may_count_through() {
    let through = kind(
        1,
        &[
            level(0, "chineseCounting", "第%1章", ""),
            level(1, "decimal", "第%2条", "<w:lvlRestart w:val=\"0\"/>"),
        ],
    );
    check(
        &[through, list(1, 1, "")].concat(),
        &[(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
        &["第一章 文", "第1条 文", "第2条 文", "第二章 文", "第3条 文"],
    );
}

#[test]
fn bullets_write_nothing_and_a_list_may_have_a_level_of_its_own() {
    let own = format!(
        "<w:lvlOverride w:ilvl=\"0\">{}</w:lvlOverride>",
        level(0, "decimalEnclosedCircle", "%1", "<w:suff w:val=\"nothing\"/>")
    );
    check(
        &[kind(1, &[level(0, "bullet", "●", "")]), list(1, 1, ""), list(2, 1, &own)].concat(),
        &[(1, 0), (2, 0)],
        &["文", "②文"],
    );
}

#[test]
fn a_style_may_number_its_paragraphs() {
    let styles = "<w:style w:styleId=\"1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"2\"><w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"3\"><w:basedOn w:val=\"1\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:style>";
    let numbering = [
        kind(
            1,
            &[
                level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"1\"/>"),
                level(1, "decimal", "%2.", "<w:pStyle w:val=\"2\"/>"),
            ],
        ),
        list(1, 1, ""),
    ]
    .concat();
    let styled =
        |id: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{id}\"/></w:pPr><w:r><w:t>1文</w:t></w:r></w:p>");
    let body = [styled("1"), styled("2"), styled("2"), styled("3"), styled("1")].concat();
    let found = texts(&body, &[("styles", styles), ("numbering", &numbering)]);
    assert_eq!(found, ["一、1文", "1. 1文", "2. 1文", "1文", "二、1文"]);
}

#[test]
fn a_kind_may_be_told_by_a_style() {
    let styles = "<w:style w:styleId=\"s\" w:type=\"numbering\"><w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>";
    let numbering = [
        "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"s\"/></w:abstractNum>",
        &kind(2, &[level(0, "chineseCounting", "%1、", "")]),
        &list(1, 1, ""),
        &list(2, 2, ""),
    ]
    .concat();
    let found = texts(&[item(1, 0), item(1, 0)].concat(), &[("styles", styles), ("numbering", &numbering)]);
    assert_eq!(found, ["一、文", "二、文"]);
}
