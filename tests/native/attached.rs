//! What stands after the text, in every format and on the page: GB/T 9704-2012 7.3.4, 7.3.6, 7.3.7.

use std::collections::BTreeMap;

use gaozhi_core::draft::Draft;
use gaozhi_core::export::{Context, html, md, txt};
use gaozhi_core::lang::ZH;
use gaozhi_core::lint::check;
use gaozhi_core::reading::{Source, read, settled};
use gaozhi_core::report::{Grid, Report, compose, lines, paginate};
use gaozhi_core::template::{parse, print};

/// A name of 27 characters, so that its line is broken.
const LONG: &str = "全县教育系统先进集体和先进个人推荐对象基本情况汇总表";

fn outline() -> String {
    format!(
        "[正文]\n@标题 关于报送材料的通知\n@称谓 各单位：\n请按时报送。\n@附件说明 {LONG}\n@附件说明 报名表\n\
         @落款 某局\n@日期 2026年12月5日\n@附注 （联系人：张某某）\n@附件\n@标题 汇总表\n# 甲\n@附件\n@标题 报名表\n# 乙\n"
    )
}

fn composed(outline: &str) -> Report {
    compose(&Draft::new(parse(outline).0, BTreeMap::new()))
}

#[test]
fn the_words_for_it_print_back_to_themselves() {
    let (template, faults) = parse(&outline());
    assert_eq!((faults, print(&template)), (vec![], outline()));
}

#[test]
fn a_text_file_sets_the_names_under_each_other() {
    let text = String::from_utf8(txt(&composed(&outline()))).unwrap().replace("\r\n", "\n");
    let expected = format!(
        "\u{feff}关于报送材料的通知\n\n各单位：\n　　请按时报送。\n\n　　附件：1.{LONG}\n　　　　　2.报名表\n\n\
         某局\n2026年12月5日\n　　（联系人：张某某）\n\n附件1\n\n汇总表\n\n　　一、甲\n\n附件2\n\n报名表\n\n　　一、乙\n"
    );
    assert_eq!(text, expected);
    // And such a file is read as what it is.
    let again = compose(&Draft::new(settled(&read(&Source::from_text(&text), &[])), BTreeMap::new()));
    let kinds = |report: &Report| report.paragraphs.iter().map(|p| (p.kind, p.text())).collect::<Vec<_>>();
    assert_eq!(kinds(&again), kinds(&composed(&outline())));
}

#[test]
fn markdown_keeps_each_on_a_line() {
    let text = md(&composed("[正文]\n文。\n@附件说明 甲\n@附件说明 乙\n@附注 （注）\n@附件\n@标题 甲"));
    assert_eq!(text, "文。\n\n附件：1.甲\n\n2\\.乙\n\n（注）\n\n附件1\n\n# 甲\n");
}

#[test]
fn a_page_of_its_own_begins_with_the_label() {
    let report = composed(&outline());
    let starts: Vec<Vec<usize>> =
        report.paragraphs.iter().map(|paragraph| lines(paragraph, &Grid::STANDARD)).collect();
    // The first name leaves 22 characters of the first line for itself.
    let name = report.paragraphs[3].text();
    assert_eq!(starts[3].iter().map(|at| name[..*at].chars().count()).collect::<Vec<_>>(), [0, 27]);
    let pages = paginate(&report.paragraphs, &starts, &Grid::STANDARD);
    let of_page = |page: usize| -> Vec<(String, u32)> {
        let fragments = &pages[page].fragments;
        fragments.iter().map(|f| (report.paragraphs[f.paragraph].text(), f.gap)).collect()
    };
    assert_eq!(pages.len(), 3);
    let first = |label: &str, title: &str, text: &str| {
        [(label, 0), (title, 1), (text, 1)].map(|(text, gap)| (text.to_owned(), gap)).to_vec()
    };
    assert_eq!(of_page(1), first("附件1", "汇总表", "一、甲"));
    assert_eq!(of_page(2), first("附件2", "报名表", "一、乙"));
}

#[test]
fn html_says_where_the_names_hang() {
    let file = html(&composed(&outline()), &Context { css: "", strings: &ZH });
    // Each line is an element: what stands between the tags is the words.
    let plain: String = file.replace(" f", "").replace(" e\"", "\"").replace("<span class=\"l\">", "");
    let file = plain.replace("</span>", "");
    for part in [
        &format!("<p class=\"attachment apart\" data-hang=\"8\">附件：1.{LONG}</p>"),
        "<p class=\"attachment\" data-hang=\"2\">2.报名表</p>",
        "<p class=\"remark\">（联系人：张某某）</p>",
        "<p class=\"annex\">附件1</p>",
        "<p class=\"title apart\">汇总表</p>",
    ] {
        assert!(file.contains(part), "{part}\n{file}");
    }
}

#[test]
fn the_proofreader_finds_no_fault_in_it() {
    let found = check(&composed(&outline()), Some(2026));
    assert_eq!(found.iter().map(|finding| finding.rule).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn what_is_left_out_is_not_counted() {
    let outline = outline().replace("@附件说明 报名表", "@略去 @附件说明 报名表");
    let texts = |outline: &str| -> Vec<String> {
        let paragraphs = composed(outline).paragraphs;
        paragraphs.iter().map(|p| p.text()).filter(|text| text.starts_with("附件")).collect()
    };
    assert_eq!(texts(&outline), [&format!("附件：{LONG}"), "附件1", "附件2"]);
    let one = outline.replacen("@附件\n", "@略去 @附件\n", 1);
    assert_eq!(texts(&one), [&format!("附件：{LONG}"), "附件"]);
}
