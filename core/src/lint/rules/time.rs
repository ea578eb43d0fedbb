//! Plans, meetings and campaigns whose time is over in the year of the report. Without that year
//! nothing is said.

use crate::lint::calendar::{CAMPAIGNS, MEETINGS, Meeting, PLANS, Plan};
use crate::lint::prose::{REACH, after, before, has, left, sentence_after, sentence_before, starting};
use crate::lint::{Finding, Subject};
use crate::text::{numerals, part};

/// What is said of a plan that is over.
const PAST: [&str; 18] = [
    "收官",
    "时期",
    "以来",
    "期间",
    "圆满",
    "完成",
    "胜利",
    "结束",
    "期末",
    "末",
    "回顾",
    "总结",
    "成就",
    "评估",
    "来之不易",
    "过去",
    "基础上",
    "成果",
];
/// What is said of a plan that is to come.
const COMING: [&str; 10] = ["谋划", "编制", "展望", "即将", "规划", "准备", "启动", "研究", "建议", "起草"];

/// TM01: a plan that is over, or that is not yet, spoken of as the present one.
pub(super) fn plan_over(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(year) = subject.year else { return };
    for (at, _, text) in subject.paragraphs() {
        for plan in PLANS.iter().filter(|plan| plan.to < year || year + 1 < plan.from) {
            for (start, _) in text.match_indices(plan.name) {
                if !is_present(text, start, plan, year) {
                    continue;
                }
                let end = start + plan.name.len();
                let quoted = left(text, start) == '“' && part(text, end..).starts_with('”');
                let place =
                    if quoted { start - '“'.len_utf8()..end + '”'.len_utf8() } else { start..end };
                let mut finding = Finding::at(at, place).telling(format!("“{}”", plan.name));
                for fact in [plan.from, plan.to, year] {
                    finding = finding.telling(fact.to_string());
                }
                found.push(finding);
            }
        }
    }
}

fn is_present(text: &str, at: usize, plan: &Plan, year: u16) -> bool {
    let (head, tail) = (sentence_before(text, at), sentence_after(text, at + plan.name.len()));
    let is_title = head.rfind('《') > head.rfind('》');
    let is_longer = head.ends_with(|c| numerals::digit(c).is_some());
    let other =
        |other: &&Plan| other.name != plan.name && (head.contains(other.name) || tail.contains(other.name));
    let words: &[&str] = if plan.to < year { &PAST } else { &COMING };
    let near = before(head, head.len(), 16);
    let is_said = has(near, words) || has(after(tail, 0, 20), words);
    !is_title && !is_longer && !is_said && PLANS.iter().find(other).is_none()
}

/// TM02: the spirit of a meeting after which there was a newer one of its kind.
pub(super) fn meeting_over(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(year) = subject.year else { return };
    let past = |meeting: &&Meeting| meeting.year <= year;
    for (at, _, text) in subject.paragraphs() {
        for (sign, _) in text.match_indices("精神") {
            let Some((start, cited)) = cited(text, sign) else { continue };
            let sentence = (sentence_before(text, start), sentence_after(text, sign));
            let key = (cited.congress, cited.plenum);
            // A congress stands until the next one; a plenum until anything newer.
            let newest =
                MEETINGS.iter().rev().filter(past).find(|newer| cited.plenum > 0 || newer.plenum == 0);
            let Some(newest) = newest.filter(|newer| (newer.congress, newer.plenum) > key) else { continue };
            let is_named = names_newer(sentence.0, key) || names_newer(sentence.1, key);
            if !is_named && !is_title(sentence.0) {
                let place = start..sign;
                let finding = Finding::at(at, place.clone()).telling(part(text, place));
                found.push(finding.telling(name(newest)).telling(newest.year.to_string()));
            }
        }
    }
}

fn is_title(head: &str) -> bool {
    head.rfind('《') > head.rfind('》')
}

fn name(meeting: &Meeting) -> String {
    let congress = numerals::chinese(meeting.congress.into());
    match meeting.plenum {
        0 => format!("党的{congress}大"),
        plenum => format!("{congress}届{}中全会", numerals::chinese(plenum.into())),
    }
}

/// The meeting whose spirit is meant at a place, and where its name begins; of several of one
/// committee, 四中、五中、六中全会, the last.
fn cited(text: &str, sign: usize) -> Option<(usize, Meeting)> {
    let head = before(text, sign, 20);
    let of = |congress: &str, plenum: u32| {
        let congress = u8::try_from(numerals::parse_chinese(congress)?).ok()?;
        Some(Meeting { congress, plenum: u8::try_from(plenum).ok()?, year: 0 })
    };
    if let Some(row) = head.strip_suffix("中全会") {
        let plenum = numerals::digit(row.chars().next_back()?)?;
        let (before, _) = row.rsplit_once('届')?;
        let congress = row_of_numerals(before);
        return Some((sign - head.len() + before.len() - congress.len(), of(congress, plenum)?));
    }
    let row = head.strip_suffix('大')?;
    let congress = row_of_numerals(row);
    Some((sign - '大'.len_utf8() - congress.len(), of(congress, 0).filter(|meeting| meeting.congress > 9)?))
}

/// The numerals at the end of a text.
fn row_of_numerals(text: &str) -> &str {
    let head = text.trim_end_matches(|c| numerals::digit(c).is_some() || c == '十');
    part(text, head.len()..)
}

/// Whether part of a sentence names a meeting newer than `key`.
fn names_newer(part_of: &str, key: (u8, u8)) -> bool {
    if part_of.contains("历次全会") {
        return true;
    }
    MEETINGS.iter().filter(|meeting| (meeting.congress, meeting.plenum) > key).any(|meeting| {
        let name = name(meeting);
        part_of.contains(name.trim_start_matches("党的"))
    })
}

/// What is said of a campaign that is over.
const OVER: [&str; 12] = [
    "成果",
    "以来",
    "期间",
    "精神",
    "战",
    "经验",
    "总结表彰",
    "胜利",
    "同乡村振兴",
    "与乡村振兴",
    "后",
    "时期",
];
const BEFORE_OVER: [&str; 10] = ["巩固", "拓展", "总结", "曾", "打赢", "历经", "经过", "完成", "自", "结束"];

/// TM03: a campaign that is over, spoken of as the present one.
pub(super) fn campaign_over(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(year) = subject.year else { return };
    for (at, _, text) in subject.paragraphs() {
        for campaign in CAMPAIGNS.iter().filter(|campaign| campaign.to < year) {
            for (start, _) in text.match_indices(campaign.name) {
                let end = start + campaign.name.len();
                let (head, tail) = (sentence_before(text, start), after(text, end, 8));
                let is_other = campaign.not_after.iter().any(|word| before(text, start, 6).contains(word));
                let is_past = starting(tail, &OVER).is_some()
                    || after(tail, 0, 6).contains("成果")
                    || has(before(text, start, 6), &BEFORE_OVER)
                    || names_year(head, campaign.to);
                if !is_other && !is_past && !is_title(head) {
                    let finding = Finding::at(at, start..end).telling(campaign.name);
                    found.push(finding.telling(campaign.to.to_string()).telling(campaign.instead));
                }
            }
        }
    }
}

/// Whether a text names a year up to that one.
fn names_year(text: &str, to: u16) -> bool {
    text.match_indices('年').any(|(at, _)| {
        let digits = before(part(text, ..at), at, 4);
        digits.len() == 4 && digits.parse().is_ok_and(|year: u16| (1900..=to).contains(&year))
    }) && text.len() < 4 * REACH
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{findings, remarked, report, silent};
    use crate::template::BlockKind;

    fn count(rule: &str, text: &str, year: u16) -> usize {
        findings(rule, &report(&[(BlockKind::Body, text)]), Some(year)).len()
    }

    #[test]
    fn plans_out_of_their_time_are_found() {
        let text = "在“十四五”构建高质量教育体系大背景下";
        remarked("TM01", text, &["“十四五”"]);
        assert_eq!(count("TM01", text, 2023), 0);
        assert_eq!(count("TM01", "推动“十五五”各项任务落地", 2023), 1);
        assert_eq!(findings("TM01", &report(&[(BlockKind::Body, text)]), None).len(), 0);
        silent(
            "TM01",
            &[
                "“十四五”圆满收官",
                "“十四五”以来",
                "“十四五”时期",
                "“十四五”收官、“十五五”开局",
                "落实《“十四五”规划》",
                "“十五五”开局",
            ],
        );
    }

    #[test]
    fn meetings_that_are_not_the_newest_are_found() {
        remarked("TM02", "深入学习十九届六中全会精神", &["十九届六中全会"]);
        remarked("TM02", "贯彻二十届三中全会精神。学习党的十九大精神", &["二十届三中全会", "十九大"]);
        assert_eq!(count("TM02", "学习二十届三中全会精神", 2024), 0);
        assert_eq!(count("TM02", "学习二十届三中全会精神", 2026), 1);
        silent(
            "TM02",
            &[
                "党的二十大和二十届历次全会精神",
                "学习二十届四中全会精神",
                "学习党的二十大精神",
                "党的十九届六中全会、二十届四中全会精神",
                "党的十八大以来",
                "弘扬伟大精神",
                "工匠精神",
                "五大精神",
            ],
        );
    }

    #[test]
    fn campaigns_that_are_over_are_found() {
        remarked("TM03", "在疫情防控、脱贫攻坚等工作中发挥作用", &["脱贫攻坚", "疫情防控"]);
        remarked("TM03", "扎实开展党史学习教育", &["党史学习教育"]);
        assert_eq!(count("TM03", "扎实开展党史学习教育", 2021), 0);
        silent(
            "TM03",
            &[
                "巩固拓展脱贫攻坚成果",
                "常态化传染病防控",
                "重大动物疫情防控",
                "脱贫攻坚战取得全面胜利",
                "2021年以来，开展党史学习教育",
                "弘扬脱贫攻坚精神",
            ],
        );
    }
}
