//! Parts that do not add up to their total: 共10人，其中男4人、女5人.

use std::ops::Range;

use crate::lint::prose::{Figure, clause_before, ending, figures, sentence_after};
use crate::lint::{Finding, Subject};
use crate::reading::unit;
use crate::text::part;

/// Words for parts of which none overlaps another.
struct Division {
    words: &'static [&'static str],
    /// There are no parts but these.
    is_whole: bool,
}

const fn whole(words: &'static [&'static str]) -> Division {
    Division { words, is_whole: true }
}

const fn some(words: &'static [&'static str]) -> Division {
    Division { words, is_whole: false }
}

const DIVISIONS: [Division; 13] = [
    whole(&["男性", "女性", "男生", "女生", "男", "女"]),
    whole(&["正式党员", "预备党员"]),
    whole(&["公办", "民办"]),
    whole(&["城镇", "农村"]),
    whole(&["城市", "农村"]),
    whole(&["上半年", "下半年"]),
    whole(&["新建", "改建", "扩建", "续建"]),
    some(&["幼儿园", "小学", "初中", "高中", "中职", "特殊教育学校"]),
    some(&["博士", "硕士", "本科", "专科", "大专"]),
    some(&["一等奖", "二等奖", "三等奖"]),
    some(&["国家级", "省级", "市级", "县级", "校级"]),
    some(&["优秀", "良好", "合格", "不合格", "称职", "基本称职", "不称职"]),
    some(&["正高级", "副高级", "中级", "初级"]),
];

/// What stands before a total, the longest first.
const TOTALS: [&str; 9] = ["共计", "总计", "合计", "总数", "共有", "现有", "共", "有", "总人数"];

struct Portion<'a> {
    name: &'a str,
    count: u64,
    place: Range<usize>,
}

/// NU04: the parts of a known division and their total.
pub(super) fn sum(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        let all = figures(text);
        for (index, total) in all.iter().enumerate() {
            let length = unit(part(text, total.end..));
            let unit = part(text, total.end..total.end + length);
            let Some(count) = total.count().filter(|_| total.is_plain && length > 0) else { continue };
            let rest = part(text, total.end + length..);
            let Some(open) = opening(rest) else { continue };
            let from = total.end + length + open;
            let to = from + sentence_after(text, from).find('）').unwrap_or(sentence_after(text, from).len());
            let portions = portions(text, all.get(index + 1..).unwrap_or_default(), from..to, unit);
            let is_total = rest.starts_with(['（', '(']) || is_total(clause_before(text, total.start));
            let (Some(last), true) = (portions.last(), is_total) else { continue };
            let sum = portions.iter().fold(0_u64, |sum, portion| sum.saturating_add(portion.count));
            if is_wrong(&portions, sum, count) {
                let place = total.start..last.place.end;
                found.push(
                    Finding::at(at, place).telling(format!("{count}{unit}")).telling(format!("{sum}{unit}")),
                );
            }
        }
    }
}

fn is_total(clause: &str) -> bool {
    ending(clause, &TOTALS).is_some()
        || TOTALS.iter().any(|word| clause.starts_with(word))
        || clause.contains('共')
}

/// The bytes of what leads from a total to its parts.
fn opening(rest: &str) -> Option<usize> {
    ["，其中：", "，其中，", "，其中", "。其中，", "。其中", "（其中：", "（其中", "（", "(", "，包括", "，"]
        .iter()
        .find(|word| rest.starts_with(**word))
        .map(|word| word.len())
}

/// The parts, name and count, as long as they follow each other in one form.
fn portions<'a>(
    text: &'a str,
    figures: &[Figure<'_>],
    range: Range<usize>,
    unit_of: &str,
) -> Vec<Portion<'a>> {
    let mut all = Vec::new();
    let mut from = range.start;
    for figure in figures.iter().take_while(|figure| figure.start < range.end).take(8) {
        let name = part(text, from..figure.start);
        let (rest, length) = (part(text, figure.end..), unit(part(text, figure.end..)));
        let is_same = part(rest, ..length) == unit_of;
        let Some(count) = figure.count().filter(|_| is_same && figure.is_plain) else { break };
        if name.chars().count() > 10 || name.contains(['，', '、']) {
            break;
        }
        let end = figure.end + length;
        all.push(Portion { name, count, place: figure.start..end });
        let Some(next) = part(text, end..).chars().next().filter(|c| matches!(c, '、' | '，' | '和'))
        else {
            break;
        };
        from = end + next.len_utf8();
    }
    all
}

fn is_wrong(portions: &[Portion<'_>], sum: u64, total: u64) -> bool {
    let Some(division) = DIVISIONS.iter().find(|division| {
        portions.len() > 1 && portions.iter().all(|portion| word(division, portion.name).is_some())
    }) else {
        return false;
    };
    let words: Vec<_> = portions.iter().filter_map(|portion| word(division, portion.name)).collect();
    let is_once =
        words.iter().enumerate().all(|(at, word)| !words.iter().skip(at + 1).any(|next| next == word));
    is_once && if division.is_whole { sum != total } else { sum > total }
}

/// The word of a division that names a part, at its begin or its end.
fn word(division: &Division, name: &str) -> Option<&'static str> {
    division.words.iter().find(|word| name.starts_with(**word) || name.ends_with(**word)).copied()
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{remarked, silent};

    #[test]
    fn parts_that_do_not_add_up_are_found() {
        remarked("NU04", "共10人，其中男4人、女5人。", &["10人，其中男4人、女5人"]);
        remarked("NU04", "现有党员37名（正式党员30名、预备党员6名）", &["37名（正式党员30名、预备党员6名"]);
        remarked("NU04", "全县共有学校10所，其中小学8所、初中5所。", &["10所，其中小学8所、初中5所"]);
    }

    #[test]
    fn parts_that_may_overlap_or_are_not_all_are_left_alone() {
        silent(
            "NU04",
            &[
                "共10人，其中党员4人",
                "共10人，其中男4人、女6人。",
                "共10人，其中党员6人、女5人",
                "全县共有学校10所，其中小学5所、初中2所。",
                "共10人，其中男4人",
                "召开会议10次，开展培训5次、调研6次",
                "表彰10人，男4人、女5人参加演讲",
                "共有教师10名，其中男教师4名、女教师5名、男职工1名",
            ],
        );
    }
}
