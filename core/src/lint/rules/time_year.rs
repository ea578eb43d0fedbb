//! Years that are not that of the report: what was left of last year's.

use std::ops::Range;

use crate::lint::prose::{before, has, is_inside, is_stop, left, quoted, sentence_after, starting};
use crate::lint::{Finding, Subject};
use crate::report::Paragraph;
use crate::template::BlockKind;
use crate::text::part;

/// A year in digits before 年.
struct Named {
    year: u16,
    /// Its digits and 年, or 年度.
    place: Range<usize>,
}

fn named(text: &str) -> Vec<Named> {
    let mut all = Vec::new();
    for (sign, _) in text.match_indices('年') {
        let digits = before(text, sign, 4);
        let start = sign - digits.len();
        let is_row = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
        let is_longer = left(text, start).is_ascii_alphanumeric();
        let Some(year) =
            digits.parse().ok().filter(|year| is_row && !is_longer && (1950..2100).contains(year))
        else {
            continue;
        };
        let end = sign + '年'.len_utf8();
        let degree = if part(text, end..).starts_with('度') { '度'.len_utf8() } else { 0 };
        all.push(Named { year, place: start..end + degree });
    }
    all
}

/// What follows a year that is looked back on from another.
const BACK: [&str; 26] = [
    "以来",
    "起",
    "至",
    "到",
    "—",
    "－",
    "-",
    "～",
    "年末",
    "底",
    "末",
    "初",
    "以前",
    "之前",
    "前",
    "以后",
    "后",
    "相比",
    "同期",
    "基础上",
    "述职",
    "民主生活会",
    "组织生活会",
    "考核",
    "决算",
    "预算",
];
/// What a section of last year's work says in its heading or its sentence.
const LAST: [&str; 10] = ["上年度", "上年", "去年", "上一年", "整改", "反馈", "曾", "当时", "历史", "查摆"];

/// TM04: a sentence that begins in another year than that of the report, or a title or date of one.
pub(super) fn other_year(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(year) = subject.year else { return };
    let mut heading = String::new();
    for (at, paragraph, text) in subject.paragraphs() {
        if let BlockKind::Item(_) = paragraph.kind {
            heading = crate::lint::prose::after(text, 0, 30).to_owned();
        }
        let years = named(text);
        let names_own = years.iter().any(|named| named.year == year);
        let quotes = quoted(text);
        for named in &years {
            let is_other = match paragraph.kind {
                BlockKind::Title => years.len() == 1 && named.year != year,
                BlockKind::Date => named.year < year,
                BlockKind::Byline
                | BlockKind::Salutation
                | BlockKind::Closing
                | BlockKind::Signature
                | BlockKind::Attachment
                | BlockKind::Remark
                | BlockKind::Annex => false,
                BlockKind::Item(_) | BlockKind::Body => {
                    // Years long past are somebody's history; the next is the plan's.
                    let is_last = named.year < year && named.year + 2 >= year;
                    is_last && !names_own && opens(text, paragraph, &named.place) && !has(&heading, &LAST)
                }
            };
            if is_other && !is_inside(&quotes, named.place.start) {
                let place = named.place.clone();
                found.push(
                    Finding::at(at, place.clone()).telling(part(text, place)).telling(year.to_string()),
                );
            }
        }
    }
}

/// Whether a year opens its sentence as the time of what is told: 2025年，我…
fn opens(text: &str, paragraph: &Paragraph, place: &Range<usize>) -> bool {
    let rest = sentence_after(text, place.end);
    let is_time =
        rest.starts_with('，') || starting(rest, &["我", "本人", "全年", "度我", "本单位"]).is_some();
    let is_back = starting(rest, &BACK).is_some() || has(rest, &LAST);
    let head = part(text, ..place.start);
    let number = paragraph.runs.first().map_or(0, |run| match run.origin {
        crate::report::Origin::Number => run.text.len(),
        crate::report::Origin::Text | crate::report::Origin::Field(_) => 0,
    });
    let is_first =
        head.len() <= number || head.ends_with(is_stop) || has(before(head, head.len(), 2), &["："]);
    is_time && !is_back && is_first
}

/// What a plan calls itself.
const PLANS: [&str; 9] = ["打算", "计划", "安排", "思路", "举措", "设想", "展望", "目标任务", "努力方向"];
/// What may stand between the year and that word.
const BETWEEN: [&str; 12] =
    ["工作", "下步", "下一步", "主要", "重点", "总体", "初步", "的", "教育", "党建", "学校", "个人"];
/// What makes it the plan of a year that is told about.
const DONE: [&str; 9] = ["完成", "落实", "执行", "实施", "情况", "要求", "部署", "总结", "，"];

/// TM05: a plan for a year that is over.
pub(super) fn past_plan(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(year) = subject.year else { return };
    for (at, _, text) in subject.paragraphs() {
        for named in named(text).into_iter().filter(|named| named.year < year) {
            let mut rest = part(text, named.place.end..);
            while let Some(word) = starting(rest, &BETWEEN) {
                rest = part(rest, word.len()..);
            }
            let Some(plan) = starting(rest, &PLANS) else { continue };
            let head = before(text, named.place.start, 6);
            let is_heading = head.is_empty() || head.ends_with(['、', '）', '.', '。', '：', '；']);
            let tail = part(rest, plan.len()..);
            if is_heading && starting(tail, &DONE).is_none() {
                let place = named.place.start..text.len() - tail.len();
                found.push(
                    Finding::at(at, place.clone()).telling(part(text, place)).telling(year.to_string()),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{findings, remarked, report, silent};
    use crate::template::{BlockKind, Level};

    #[test]
    fn a_sentence_of_another_year_is_found() {
        remarked("TM04", "2025年，我认真履职。", &["2025年"]);
        remarked("TM04", "一年来，成效明显。2025年度，全面完成任务。", &["2025年度"]);
        silent(
            "TM04",
            &[
                "2025年以来，我认真履职。",
                "较2025年增长5%",
                "2026年，我认真履职。",
                "2027年，将继续努力。",
                "2018年，我调入教育局。",
                "2025年，增长5%；2026年，增长6%。",
                "2025年度民主生活会查摆的问题已整改",
                "2025年底，全面完成",
                "落实《2025年，工作要点》",
            ],
        );
    }

    #[test]
    fn a_title_of_another_year_is_found() {
        let count =
            |paragraphs: &[(BlockKind, &str)]| findings("TM04", &report(paragraphs), Some(2026)).len();
        assert_eq!(count(&[(BlockKind::Title, "2025年度述职报告")]), 1);
        assert_eq!(count(&[(BlockKind::Title, "2026年度述职报告"), (BlockKind::Date, "2027年1月5日")]), 0);
        assert_eq!(count(&[(BlockKind::Title, "2024年至2026年工作报告")]), 0);
        assert_eq!(count(&[(BlockKind::Date, "2025年12月5日")]), 1);
        let item = BlockKind::Item(Level::One);
        assert_eq!(
            count(&[(item, "一、上年度问题整改情况"), (BlockKind::Body, "2025年，会议指出三个问题。")]),
            0
        );
    }

    #[test]
    fn a_plan_for_a_past_year_is_found() {
        remarked("TM05", "三、2025年打算", &["2025年打算"]);
        remarked("TM05", "2025年度工作计划", &["2025年度工作计划"]);
        silent("TM05", &["2027年打算", "2025年工作计划完成情况", "按照2025年工作计划", "2025年计划，"]);
    }
}
