//! Values that say again what the sentence says around them, or that had better not be printed.

use super::relation;
use crate::lint::prose::{clause_before, figures, has, left, percent, right, starting};
use crate::lint::{Finding, Subject};
use crate::reading::unit;
use crate::report::{Origin, Paragraph};
use crate::text::chars::is_han;
use crate::text::part;

/// Words that begin with a unit and may stand behind that unit: 5名名师.
const WORDS: [&str; 40] = [
    "人大", "人均", "人才", "人民", "人员", "人力", "名师", "名校", "名医", "名家", "名优", "名牌", "项目",
    "个体", "个人", "个性", "家庭", "家长", "家政", "场馆", "场所", "场地", "期刊", "期间", "处级", "处理",
    "处分", "门店", "门诊", "条例", "件件", "篇章", "户主", "户籍", "所属", "所有", "节目", "节点", "次数",
    "天然",
];

/// PH04: the unit twice behind a figure: 12次次.
pub(super) fn unit_again(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, paragraph, text) in subject.paragraphs() {
        let seams = seams(paragraph);
        for figure in figures(text) {
            let rest = part(text, figure.end..);
            let length = percent(rest).max(unit(rest));
            let word = part(rest, ..length);
            let again = figure.end + length;
            if word.is_empty() || !part(text, again..).starts_with(word) {
                continue;
            }
            let is_word = starting(part(text, again..), &WORDS).is_some();
            let is_end = !is_han(right(text, again + length)) || percent(word) > 0;
            let seam = seams.iter().find(|seam| seam.at == again);
            if (is_end || (seam.is_some() && !is_word)) && !seam.is_some_and(|seam| seam.is_related) {
                found.push(Finding::at(at, figure.end..again + length).telling(word).fixed(word));
            }
        }
    }
}

/// Where a value ends and words go on.
struct Seam {
    at: usize,
    /// A relation of the report speaks for it.
    is_related: bool,
}

fn seams(paragraph: &Paragraph) -> Vec<Seam> {
    let mut at = 0;
    let mut all = Vec::new();
    for run in &paragraph.runs {
        at += run.text.len();
        if let Origin::Field(id) = &run.origin
            && !run.open
        {
            all.push(Seam { at, is_related: relation::is_known(id.as_str()) });
        }
    }
    all
}

/// Ends of names that stand twice only by mistake.
const ENDS: [&str; 6] = ["党支部", "党总支", "示范学校", "委员会", "有限公司", "领导小组"];
/// Marks that stand twice only by mistake.
const MARKS: [&str; 4] = ["““", "””", "《《", "》》"];
/// No more than this of a value is compared with the words beside it, in characters.
const SHARED: usize = 12;

/// PH05: the words beside a value stand in it too, or its quotes.
pub(super) fn words_again(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, paragraph, text) in subject.paragraphs() {
        let mut from = 0;
        for (index, run) in paragraph.runs.iter().enumerate() {
            let to = from + run.text.len();
            if let Origin::Field(id) = &run.origin
                && !run.open
            {
                let next = paragraph.runs.get(index + 1).filter(|next| next.origin == Origin::Text);
                let again = next.map_or("", |next| shared(&run.text, &next.text));
                if !again.is_empty() && !relation::is_known(id.as_str()) {
                    found.push(
                        Finding::at(at, to - again.len()..to + again.len()).telling(again).fixed(again),
                    );
                }
                let last = index.checked_sub(1).and_then(|last| paragraph.runs.get(last));
                let again = last
                    .filter(|last| last.origin == Origin::Text)
                    .map_or("", |last| shared(&last.text, &run.text));
                if !again.is_empty() {
                    let place = from - again.len()..from + again.len();
                    found.push(Finding::at(at, place).telling(again).fixed(again));
                }
            }
            from = to;
        }
        doubled(at, text, found);
    }
}

/// The longest end of `first` that `second` begins with: two ideographs or more, or a mark of quotes.
fn shared<'a>(first: &'a str, second: &str) -> &'a str {
    let starts = first.char_indices().rev().take(SHARED).map(|(at, _)| part(first, at..));
    let all = starts.filter(|end| second.starts_with(end) && is_telling(end));
    all.last().unwrap_or_default()
}

fn is_telling(words: &str) -> bool {
    let is_name = words.chars().all(|c| is_han(c) && !"一二三四五六七八九十〇零".contains(c));
    (is_name && words.chars().nth(1).is_some()) || matches!(words, "“" | "”" | "《" | "》")
}

/// What stands twice in the words themselves.
fn doubled(at: usize, text: &str, found: &mut Vec<Finding>) {
    for (start, c) in text.char_indices() {
        let rest = part(text, start..);
        let word = match c {
            '“' | '”' | '《' | '》' => starting(rest, &MARKS).map(|marks| part(marks, ..c.len_utf8())),
            '党' | '示' | '委' | '有' | '领' => starting(rest, &ENDS),
            _ => None,
        };
        let Some(word) = word else { continue };
        let place = start..start + 2 * word.len();
        let is_told = |finding: &Finding| {
            let told = finding.place.as_ref().filter(|told| told.paragraph == at);
            told.is_some_and(|told| told.range.start <= place.start && place.end <= told.range.end)
        };
        let goes_on = matches!(right(text, place.end), '书' | '委') || left(text, place.start) == c;
        if part(rest, word.len()..).starts_with(word) && !goes_on && !found.iter().rev().take(8).any(is_told)
        {
            found.push(Finding::at(at, place).telling(word).fixed(word));
        }
    }
}

/// What is done to people, or what they are given, and counts nothing when it is counted as nothing.
const DEEDS: [&str; 24] = [
    "处分",
    "问责",
    "约谈",
    "查处",
    "通报",
    "诫勉",
    "立案",
    "处理",
    "批评",
    "移送",
    "表彰",
    "获奖",
    "获得",
    "荣获",
    "评为",
    "奖励",
    "表扬",
    "命名",
    "创建",
    "评选",
    "晋升",
    "提拔",
    "发展党员",
    "立功",
];

/// PH06: a count of nothing in a clause of merit or punishment.
pub(super) fn zero(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, paragraph, text) in subject.paragraphs() {
        let seams = seams(paragraph);
        for figure in figures(text) {
            let length = unit(part(text, figure.end..));
            let is_share = percent(part(text, figure.end..)) > 0;
            if figure.text != "0" || !figure.is_plain || length == 0 || is_share {
                continue;
            }
            let is_related = seams.iter().any(|seam| seam.at == figure.end && seam.is_related);
            if !is_related && has(clause_before(text, figure.start), &DEEDS) {
                let end = figure.end + length;
                found.push(Finding::at(at, figure.start..end).telling(part(text, figure.start..end)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{filled, findings, mended, remarked, silent};

    #[test]
    fn a_unit_that_stands_twice_is_found() {
        mended("PH04", "讲党课12次次，占80%%。", "讲党课12次，占80%。");
        let found = findings("PH04", &filled("讲党课{n=12次}次课"), None);
        assert_eq!(found.len(), 1);
        silent(
            "PH04",
            &[
                "人人有责",
                "培养5名名师",
                "建设3个个体诊所",
                "选举2人人大代表",
                "完成8项项目建设",
                "12次，次日",
            ],
        );
    }

    #[test]
    fn words_that_stand_twice_around_a_value_are_found() {
        remarked("PH05", "第一小学党支部党支部得到转化", &["党支部党支部"]);
        mended("PH05", "开展““红旗””创建", "开展“红旗”创建");
        let count = |text: &str| findings("PH05", &filled(text), None).len();
        assert_eq!(count("创建“{a=“红旗”}”示范校"), 2);
        assert_eq!(count("按照{a=县委要求}要求，述职如下"), 1);
        assert_eq!(count("我在全县{a=全县教育系统}任职"), 1);
        assert_eq!(count("按照{a=县委}要求，共{n=12}人"), 0);
        silent("PH05", &["党支部书记", "研究研究", "“甲”“乙”", "学校党支部、机关党支部"]);
    }

    #[test]
    fn a_count_of_nothing_is_remarked_where_it_shames() {
        remarked("PH06", "全年处分教师0人，约谈0人次", &["0人", "0人次"]);
        silent("PH06", &["零差错", "事故0起", "处分教师10人", "投诉0件", "获得8.0分", "处分率为0%"]);
    }
}
