//! Figures that are no longer there: what was around them still is.

use crate::lint::prose::{clause_before, ending, is_comma, left, right, starting};
use crate::lint::{Finding, Subject};
use crate::text::part;

/// What is done so and so many times, and has no other object before the unit.
const DEEDS: [&str; 22] = [
    "收治", "接待", "培训", "服务", "救助", "慰问", "走访", "惠及", "参与", "参加", "发放", "组织", "受理",
    "办理", "出动", "完成", "共计", "总计", "合计", "累计", "达到", "约谈",
];
/// Units that stand behind no other word, the longest first.
const UNITS: [&str; 16] = [
    "余万元",
    "余亿元",
    "余人次",
    "余人",
    "余次",
    "余名",
    "余件",
    "余场",
    "余户",
    "余元",
    "万余元",
    "万余人",
    "人次",
    "亿元",
    "万元",
    "场次",
];
/// What a share or a growth follows.
const SHARES: [&str; 12] =
    ["增长", "下降", "提高", "提升", "达到", "降低", "减少", "上升", "占", "达", "占比为", "率为"];
/// What stands before a month whose figure is gone.
const BEFORE_MONTH: [char; 9] = ['到', '至', '于', '自', '从', '截', '在', '，', '。'];
/// What is counted with 第.
const ORDINALS: [char; 8] = ['届', '期', '批', '轮', '条', '季', '章', '次'];

/// PH07: a unit without its figure: 收治人次, 到月日止.
pub(super) fn lost(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        for (start, c) in text.char_indices() {
            let length = match c {
                '余' | '万' | '人' | '亿' | '场' => lost_unit(text, start),
                '%' | '％' => lost_share(text, start).then_some(c.len_utf8()),
                '月' => lost_day(text, start),
                '第' => lost_ordinal(text, start),
                _ => None,
            };
            if let Some(length) = length {
                found.push(Finding::at(at, start..start + length).telling(part(text, start..start + length)));
            }
        }
    }
}

fn lost_unit(text: &str, at: usize) -> Option<usize> {
    let unit = starting(part(text, at..), &UNITS)?;
    let next = right(text, at + unit.len());
    let deed = ending(clause_before(text, at), &DEEDS)?;
    // 扩大服务人次: the word counts nothing there. Behind a longer clause it may be the object.
    let is_short = clause_before(text, at).len() <= deed.len() + 12 || unit.contains('余');
    let is_end = next == '\0' || next == '、' || is_comma(next);
    let is_object = clause_before(text, at).contains(['大', '加', '高', '低', '少', '计', '均', '每', '的'])
        && !unit.contains('余')
        && !deed.ends_with('计');
    (is_end && is_short && !is_object).then_some(unit.len())
}

fn lost_share(text: &str, at: usize) -> bool {
    let next = right(text, at + right(text, at).len_utf8());
    ending(clause_before(text, at), &SHARES).is_some() && (next == '\0' || next == '、' || is_comma(next))
}

fn lost_day(text: &str, at: usize) -> Option<usize> {
    let (before, rest) = (left(text, at), part(text, at + '月'.len_utf8()..));
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let day = part(rest, digits..).strip_prefix('日')?;
    let year = part(text, ..at).strip_suffix('年');
    let is_dated = year.is_some_and(|year| year.ends_with(|c: char| c.is_ascii_digit()));
    let lost_month = is_dated || BEFORE_MONTH.contains(&before);
    // 9月日 has its month and no day; 日常, 日前 and the like are other words.
    let is_word = day.starts_with(['常', '前', '益', '均', '程', '报', '新', '志']);
    let lost_day = digits == 0 && before.is_ascii_digit() && !is_word;
    (lost_month || lost_day).then_some("月日".len() + digits)
}

fn lost_ordinal(text: &str, at: usize) -> Option<usize> {
    let next = right(text, at + '第'.len_utf8());
    let is_word = matches!(left(text, at), '及' | '门' | '落' | '等' | '次' | '登' | '府' | '高');
    (ORDINALS.contains(&next) && !is_word).then_some('第'.len_utf8() + next.len_utf8())
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{remarked, silent};

    #[test]
    fn units_without_figures_are_found() {
        remarked("PH07", "全年收治人次，到月日止", &["人次", "月日"]);
        remarked("PH07", "共计万元，同比增长%，服务群众余人", &["万元", "%"]);
        remarked("PH07", "于2026年月日召开第届会议，5月日结束", &["月日", "第届", "月日"]);
    }

    #[test]
    fn words_that_hold_a_unit_are_no_loss() {
        silent(
            "PH07",
            &[
                "年月日齐全",
                "出生年月日",
                "岁月日新月异",
                "扩大服务人次，提升质量",
                "其余人员",
                "业余人员",
                "收治120人次",
                "占比（%）",
                "科举及第次日",
                "增长5%，",
                "每月日常工作",
                "5月日均接待",
                "培训人次增长5%",
                "金额（万元）",
            ],
        );
    }
}
