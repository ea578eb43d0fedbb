//! What a report has to have as a whole. Which parts these are depends on what it is: only a report
//! on one's duties is spoken to an audience that is greeted and asked to judge.

use crate::lint::prose::{after, before, has, is_inside, quoted};
use crate::lint::{Finding, Subject};
use crate::report::Paragraph;
use crate::template::{BlockKind, Level};
use crate::text::{chars, part};

/// How many paragraphs at the start and at the end are looked into for what they are.
const ENDS: usize = 4;

fn has_kind(subject: &Subject<'_>, kind: BlockKind) -> bool {
    subject.report.paragraphs.iter().any(|paragraph| paragraph.kind == kind)
}

/// Whether it is a report on somebody's duties, by its title or, without one, by its first words.
fn is_duty_report(subject: &Subject<'_>) -> bool {
    let title = subject.report.title();
    let mut opening = subject.texts.iter().take(ENDS);
    if title.is_empty() { opening.any(|text| has(text, &["述职"])) } else { title.contains("述职") }
}

/// ST01: no title.
pub(super) fn no_title(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let is_title =
        |text: &String| !text.contains(['。', '，', '：', '、']) && (4..=40).contains(&text.chars().count());
    let typed = subject.texts.first().is_some_and(is_title)
        && subject.report.paragraphs.first().is_some_and(|first| first.kind == BlockKind::Body);
    if !subject.texts.is_empty() && !has_kind(subject, BlockKind::Title) && !typed {
        found.push(Finding::whole());
    }
}

/// ST02: nobody is addressed.
pub(super) fn no_salutation(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let is_greeting = |text: &String| text.ends_with('：') && text.chars().count() <= 30;
    let typed = subject.texts.iter().take(ENDS).any(is_greeting);
    if is_duty_report(subject) && !has_kind(subject, BlockKind::Salutation) && !typed {
        found.push(Finding::whole());
    }
}

/// ST03: no closing phrase.
pub(super) fn no_closing(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let phrases =
        ["以上", "请予", "请审", "请评", "批评指正", "述职完毕", "报告完毕", "汇报完毕", "特此", "谢谢"];
    let is_closing = |text: &String| text.chars().count() <= 60 && has(text, &phrases);
    let typed = subject.texts.iter().rev().take(ENDS).any(is_closing);
    if is_duty_report(subject) && !has_kind(subject, BlockKind::Closing) && !typed {
        found.push(Finding::whole());
    }
}

/// ST04: nobody signs, or no day is given.
pub(super) fn no_signature(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let short = |text: &&String| text.chars().count() <= 40;
    let mut ends = subject.texts.iter().rev().take(ENDS).chain(subject.texts.iter().take(ENDS)).filter(short);
    let typed_day = ends.any(|text| is_day(text));
    let is_signed = has_kind(subject, BlockKind::Signature) || has_kind(subject, BlockKind::Byline);
    let is_dated = has_kind(subject, BlockKind::Date) || typed_day;
    if is_duty_report(subject) && !(is_signed && is_dated) {
        let missing = match (is_signed, is_dated) {
            (true, _) => "date",
            (false, true) => "signature",
            (false, false) => "both",
        };
        found.push(Finding::whole().telling(missing));
    }
}

/// Whether a short line ends in a day.
fn is_day(text: &str) -> bool {
    let text = text.trim_end_matches(['）', ')']);
    text.ends_with('日') && text.contains('年') && text.contains('月')
}

/// ST05: marks in the title other than quotes and brackets (GB/T 9704-2012 7.3.1 knows none but 《》).
pub(super) fn marks_in_title(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, paragraph, text) in subject.paragraphs() {
        if paragraph.kind != BlockKind::Title {
            continue;
        }
        let quotes = quoted(text);
        for (start, c) in text.char_indices() {
            let is_mark = matches!(c, '。' | '，' | '；' | '！' | '？' | ',' | ';' | '!' | '?');
            let end = start + c.len_utf8();
            let is_last = end == text.len() && matches!(c, '：' | ':' | '、' | '.');
            if (is_mark || is_last) && !is_inside(&quotes, start) {
                let finding = Finding::at(at, start..end).telling(c.to_string());
                found.push(if end == text.len() { finding.fixed("") } else { finding });
            }
        }
    }
}

/// A part that such a report has: its name, and the words of a heading or of a text that make it.
struct Section {
    name: &'static str,
    heading: &'static [&'static str],
    text: &'static [&'static str],
}

const PROBLEMS: Section = Section {
    name: "problems",
    heading: &["问题", "不足", "差距", "短板", "薄弱", "困难"],
    text: &[
        "存在的问题",
        "存在问题",
        "存在一些问题",
        "存在的不足",
        "不足之处",
        "存在不足",
        "主要问题",
        "差距",
        "还不够",
        "仍有不足",
    ],
};
const PLANS: Section = Section {
    name: "plans",
    heading: &[
        "打算",
        "计划",
        "下步",
        "下一步",
        "思路",
        "安排",
        "努力方向",
        "今后",
        "举措",
        "展望",
        "来年",
        "明年",
    ],
    text: &["下步", "下一步", "今后", "打算", "明年", "来年", "接下来", "新的一年", "努力方向"],
};

/// ST06: results, problems or plans are missing.
pub(super) fn no_section(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let is_item = |paragraph: &Paragraph| paragraph.kind == BlockKind::Item(Level::One);
    let headings: Vec<&str> = subject
        .paragraphs()
        .filter(|(_, paragraph, _)| is_item(paragraph))
        .map(|(at, _, _)| after(subject.texts.get(at).map_or("", String::as_str), 0, 30))
        .collect();
    // A text without headings is told by its length: a few lines are no whole report.
    let length: usize = subject.texts.iter().map(String::len).sum();
    if !is_duty_report(subject) || (headings.len() < 2 && length < 1500) {
        return;
    }
    let is_headed = |section: &Section| headings.iter().any(|heading| has(heading, section.heading));
    for section in [&PROBLEMS, &PLANS] {
        if !is_headed(section) && !subject.texts.iter().any(|text| has(text, section.text)) {
            found.push(Finding::whole().telling(section.name));
        }
    }
    let is_other = |heading: &&&str| has(heading, PROBLEMS.heading) || has(heading, PLANS.heading);
    if headings.len() > 1 && headings.iter().all(|heading| is_other(&heading)) && !has_results(&headings) {
        found.push(Finding::whole().telling("results"));
    }
}

fn has_results(headings: &[&str]) -> bool {
    let words = ["成效", "做法", "成绩", "履职", "履行", "工作情况", "开展情况", "完成", "落实"];
    headings.iter().any(|heading| has(heading, &words))
}

/// What makes 我 another word: 我局, 我们, 自我.
const NOT_I: &str = "们国市县省区镇乡村局校院厂部司处科站所队会委办党单支公系军";

/// ST10: a report on one's duties that never says 我, only 我局.
pub(super) fn nobody_speaks(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    if !is_duty_report(subject) {
        return;
    }
    let (mut unit, mut person) = ("", false);
    for text in &subject.texts {
        person |= text.contains("本人");
        for (at, sign) in text.match_indices('我') {
            let next = after(text, at + sign.len(), 1);
            let is_self = matches!(before(text, at, 1), "自" | "忘" | "小" | "大" | "你");
            if next.chars().all(|c| NOT_I.contains(c)) && !next.is_empty() {
                let is_unit = !matches!(next, "们" | "国" | "党") && unit.is_empty();
                unit = if is_unit { part(text, at..at + sign.len() + next.len()) } else { unit };
            } else {
                person |= !is_self && next.chars().all(|c| chars::is_han(c) || c == '，' || c == '、');
            }
        }
    }
    if !person && !unit.is_empty() {
        found.push(Finding::whole().telling(unit));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{findings, report};
    use crate::template::{BlockKind, Level};

    const TITLE: (BlockKind, &str) = (BlockKind::Title, "2026年度述职报告");

    fn count(rule: &str, paragraphs: &[(BlockKind, &str)]) -> usize {
        findings(rule, &report(paragraphs), Some(2026)).len()
    }

    #[test]
    fn what_a_duty_report_has_is_missed() {
        let bare = [(BlockKind::Body, "按照要求，我就抓基层党建工作述职如下。")];
        let complete = [
            TITLE,
            (BlockKind::Salutation, "各位领导："),
            (BlockKind::Body, "现述职如下。"),
            (BlockKind::Closing, "请予评议。"),
            (BlockKind::Signature, "张某"),
            (BlockKind::Date, "2026年12月5日"),
        ];
        let typed = [
            TITLE,
            (BlockKind::Byline, "张某（2026年12月5日）"),
            (BlockKind::Body, "各位领导、同志们："),
            (BlockKind::Body, "述职完毕，谢谢大家。"),
        ];
        let minutes = [(BlockKind::Title, "校长办公会会议纪要"), (BlockKind::Body, "会议决定。")];
        for rule in ["ST01", "ST02", "ST03", "ST04"] {
            assert_eq!(count(rule, &bare), 1, "{rule}");
            assert_eq!(count(rule, &complete), 0, "{rule}");
            assert_eq!(count(rule, &typed), 0, "{rule}");
            assert_eq!(count(rule, &minutes), 0, "{rule}");
            assert_eq!(count(rule, &[]), 0, "{rule}");
        }
    }

    #[test]
    fn marks_in_a_title_are_found() {
        assert_eq!(count("ST05", &[(BlockKind::Title, "述职报告。")]), 1);
        assert_eq!(count("ST05", &[(BlockKind::Title, "关于贯彻《条例》的报告")]), 0);
        assert_eq!(count("ST05", &[(BlockKind::Title, "抓好“甲，乙”的报告（试行）")]), 0);
    }

    #[test]
    fn a_missing_section_is_named() {
        let item = |text| (BlockKind::Item(Level::One), text);
        let whole = [TITLE, item("一、主要做法"), item("二、存在问题"), item("三、下步打算")];
        assert_eq!(count("ST06", &whole), 0);
        let found = findings("ST06", &report(&[whole[0], whole[1], whole[3]]), None);
        assert_eq!(found[0].facts, ["problems"]);
        assert_eq!(count("ST06", &[whole[0], whole[2], whole[3]]), 1);
        assert_eq!(count("ST06", &[TITLE, (BlockKind::Body, "现述职如下。")]), 0);
    }

    #[test]
    fn a_report_in_which_nobody_speaks_is_remarked() {
        assert_eq!(count("ST10", &[TITLE, (BlockKind::Body, "我局开展自我革命，我们努力。")]), 1);
        assert_eq!(count("ST10", &[TITLE, (BlockKind::Body, "我局开展工作，我带头学习。")]), 0);
        assert_eq!(count("ST10", &[TITLE, (BlockKind::Body, "全年开展工作。")]), 0);
    }
}
