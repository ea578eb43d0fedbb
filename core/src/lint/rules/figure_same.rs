//! Figures that speak of the same and are not: one count with two values, one noun counted in digits
//! and in numerals.

use std::collections::BTreeMap;

use crate::lint::prose::{
    after, before, clause_before, figures, has, is_inside, left, quoted, right, sentence_before,
};
use crate::lint::{Finding, Subject};
use crate::reading::unit;
use crate::text::chars::is_han;
use crate::text::{numerals, part};

/// What there is at a time, and so has one count.
const STOCK: [&str; 24] = [
    "党员",
    "教师",
    "教职工",
    "教职员工",
    "职工",
    "学生",
    "干部",
    "党支部",
    "党总支",
    "党组织",
    "学校",
    "小学",
    "中学",
    "幼儿园",
    "班级",
    "教学班",
    "人口",
    "社区",
    "床位",
    "户数",
    "村民",
    "居民",
    "积极分子",
    "企业",
];
/// Words that say nothing about what is counted.
const NEUTRAL: [&str; 14] = [
    "截至目前",
    "目前",
    "现有",
    "共有",
    "共计",
    "总计",
    "合计",
    "拥有",
    "我校",
    "学校现",
    "本校",
    "全校",
    "共",
    "有",
];
/// What makes a count another than the plain one.
const OTHER: [&str; 40] = [
    "其中",
    "新增",
    "增加",
    "减少",
    "达到",
    "增至",
    "减至",
    "分别",
    "每",
    "平均",
    "以上",
    "不少于",
    "至少",
    "计划",
    "力争",
    "目标",
    "超过",
    "约",
    "近",
    "余",
    "由",
    "从",
    "到",
    "原",
    "转入",
    "转出",
    "新",
    "各",
    "组织",
    "开展",
    "培训",
    "表彰",
    "处分",
    "发展",
    "慰问",
    "走访",
    "选派",
    "参加",
    "帮扶",
    "约谈",
];
/// Words of time and place that tell one count from another.
const SCOPES: [&str; 34] = [
    "年", "季度", "月", "日", "学期", "去", "上", "下", "初", "底", "末", "支部", "总支", "小学", "中学",
    "村", "社区", "镇", "乡", "街道", "局", "公司", "班", "科", "组", "中心", "站", "院", "园", "系", "县",
    "市", "区", "省",
];

struct Count<'a> {
    scope: String,
    value: u64,
    printed: &'a str,
}

/// NU01: the same that is counted, in the same scope, with two counts.
pub(super) fn two_counts(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut counts: BTreeMap<(String, &str), Vec<Count<'_>>> = BTreeMap::new();
    for (at, text) in subject.texts.iter().enumerate() {
        for figure in figures(text) {
            let rest = part(text, figure.end..);
            let length = unit(rest);
            let Some(value) = figure.count().filter(|_| figure.is_plain && length > 0) else { continue };
            let Some(key) = counted(clause_before(text, figure.start)) else { continue };
            let tail = after(text, figure.end + length, 2);
            if has(tail, &["以上", "以下", "左右", "以内"]) || rest.starts_with(['余', '多']) {
                continue;
            }
            let printed = part(text, figure.start..figure.end + length);
            let scope = scope(sentence_before(text, figure.start));
            let said = counts.entry((key, part(rest, ..length))).or_default();
            // No more than a few scopes are kept, so that a report of one sentence stays linear.
            match said.iter().find(|said| said.scope == scope) {
                Some(first) if first.value != value => {
                    let place = figure.start..figure.end + length;
                    found.push(Finding::at(at, place).telling(first.printed).telling(printed));
                }
                None if said.len() < 16 => said.push(Count { scope, value, printed }),
                Some(_) | None => {}
            }
        }
    }
}

/// What the end of a clause before a figure counts; nothing if that is not sure.
fn counted(clause: &str) -> Option<String> {
    let clause = clause.rsplit('、').next().unwrap_or_default();
    if has(clause, &OTHER) || clause.chars().count() > 16 || !clause.chars().all(is_han) {
        return None;
    }
    let mut key = clause.to_owned();
    for word in NEUTRAL {
        key = key.replace(word, "");
    }
    STOCK.iter().any(|noun| key.ends_with(noun)).then_some(key)
}

/// The words of time and place of a sentence: where these differ, counts may.
fn scope(sentence: &str) -> String {
    let mut out = String::new();
    for (at, _) in sentence.char_indices() {
        if SCOPES.iter().any(|word| part(sentence, at..).starts_with(word)) {
            out.push_str(before(sentence, at, 4));
            out.push('|');
        }
    }
    out
}

/// Nouns of which one says how many there are, and that are counted by 个.
const COUNTED: [&str; 18] = [
    "方面", "环节", "问题", "部分", "阶段", "层面", "重点", "步骤", "目标", "任务", "项目", "村", "社区",
    "支部", "乡镇", "月", "学校", "单位",
];

/// NU08: the same noun counted in digits in one place and in numerals in another.
pub(super) fn two_forms(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut digits: BTreeMap<&str, &str> = BTreeMap::new();
    let mut numerals = Vec::new();
    for (at, text) in subject.texts.iter().enumerate() {
        let quotes = quoted(text);
        for (sign, _) in text.match_indices('个') {
            let rest = after(text, sign + '个'.len_utf8(), 2);
            let Some(noun) = COUNTED.iter().find(|noun| rest.starts_with(**noun)) else { continue };
            if is_inside(&quotes, sign) {
                continue;
            }
            let end = sign + '个'.len_utf8() + noun.len();
            let last = left(text, sign);
            if last.is_ascii_digit() {
                let count = before(text, sign, 4);
                let from = count.trim_end_matches(|c: char| c.is_ascii_digit()).len();
                digits.entry(noun).or_insert(part(text, sign - count.len() + from..end));
            } else if is_numeral(last) && is_exact(text, sign - last.len_utf8()) {
                numerals.push((at, sign - last.len_utf8()..end, *noun));
            }
        }
    }
    for (at, place, noun) in numerals {
        if let Some(other) = digits.get(noun) {
            let said = part(&subject.texts[at], place.clone()).to_owned();
            found.push(Finding::at(at, place).telling(*other).telling(said));
        }
    }
}

fn is_numeral(c: char) -> bool {
    c == '两' || numerals::digit(c).is_some_and(|digit| digit > 1)
}

/// Whether the one numeral at a place is a count of its own: not 三四个, 第三个, 这两个, 十三个.
fn is_exact(text: &str, at: usize) -> bool {
    let before = left(text, at);
    let is_joined = numerals::digit(before).is_some() || numerals::place(before).is_some();
    let is_pointed = matches!(
        before,
        '第' | '这' | '那' | '每' | '前' | '后' | '上' | '下' | '另' | '某' | '几' | '头' | '万' | '、'
    );
    !is_joined && !is_pointed && right(text, at) != '\0'
}

#[cfg(test)]
mod tests {
    use std::io::{Write, stderr};
    use std::time::Instant;

    use crate::lint::trial::{findings, remarked, report, silent};
    use crate::template::BlockKind;

    #[test]
    fn two_counts_of_the_same_are_found() {
        remarked("NU01", "现有党员120名。\n工作中，党员112名。", &["112名"]);
        remarked("NU01", "全校共有教师86人。\n我校现有教师88人。", &["88人"]);
        silent(
            "NU01",
            &[
                "党员120名。\n党员120名。",
                "2025年有党员120名。\n2026年有党员112名。",
                "第一支部有党员12名。\n第二支部有党员15名。",
                "党员120名，其中女党员30名。",
                "表彰党员12名。\n慰问党员30名。",
                "讲党课3次。\n讲党课5次。",
                "一小有教师30人、二小有教师40人。",
                "党员由120名增加到130名",
                "党员120名。\n党员约110名。",
            ],
        );
    }

    #[test]
    fn counts_are_looked_up_and_not_compared_with_each_other() {
        let line = "现有党员120名，教师30人，第一小学有学生500名。".repeat(2000);
        let begun = Instant::now();
        let found = findings("NU01", &report(&[(BlockKind::Body, &line)]), None);
        writeln!(stderr(), "NU01: {} bytes in {:?}", line.len(), begun.elapsed()).expect("is open");
        assert!(found.is_empty());
    }

    #[test]
    fn digits_and_numerals_for_one_noun_are_found() {
        remarked("NU08", "从5个方面推进。\n主要有三个方面：", &["三个方面"]);
        silent(
            "NU08",
            &[
                "三会一课，两个维护，5个方面",
                "第三个方面，5个方面",
                "三四个问题，5个问题",
                "三个方面，两个方面",
                "这两个问题，5个问题",
                "十三个方面，5个方面",
            ],
        );
    }
}
