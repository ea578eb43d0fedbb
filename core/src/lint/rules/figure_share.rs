//! Shares that cannot be.

use crate::lint::prose::{
    Figure, before, clause_before, ending, figures, has, is_stop, percent, sentence_before,
};
use crate::lint::{Finding, Subject};
use crate::reading::unit;
use crate::text::part;

/// What a figure may follow that is a share of a whole, the longest first.
const SHARES: [&str; 24] = [
    "占比达到",
    "占比为",
    "占比达",
    "占比约",
    "占比",
    "比例达到",
    "比例为",
    "比例达",
    "比例",
    "比重达到",
    "比重为",
    "比重达",
    "合格率",
    "优秀率",
    "及格率",
    "参与率",
    "出勤率",
    "满意率",
    "满意度",
    "达标率",
    "知晓率",
    "办结率",
    "覆盖率",
    "到课率",
];
/// What may stand between such a word and its figure.
const LINKS: [&str; 6] = ["达到了", "达到", "达", "为", "约", "是"];
/// Of these more than all can be done.
const OPEN: [&str; 14] = [
    "计划", "目标", "任务", "预算", "指标", "定额", "上年", "去年", "同期", "往年", "以上", "相当", "是",
    "增",
];
/// Words that end in 占 and take no share.
const OTHER: [&str; 4] = ["侵占", "抢占", "霸占", "强占"];

/// NU02: a share of more than a hundred per cent.
pub(super) fn above_all(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        for figure in figures(text) {
            let sign = percent(part(text, figure.end..));
            if sign == 0 || !is_above_all(&figure) || !figure.is_plain {
                continue;
            }
            if is_share(clause_before(text, figure.start)) {
                let place = figure.start..figure.end + sign;
                found.push(Finding::at(at, place.clone()).telling(part(text, place)));
            }
        }
    }
}

fn is_above_all(figure: &Figure<'_>) -> bool {
    figure.value().is_some_and(|(value, decimals)| value > 100 * 10_u64.pow(decimals))
}

/// Whether a figure behind this part of a clause is a share.
fn is_share(clause: &str) -> bool {
    let clause = ending(clause, &LINKS).map_or(clause, |link| part(clause, ..clause.len() - link.len()));
    if ending(clause, &SHARES).is_some() {
        return true;
    }
    let Some((head, of)) = clause.rsplit_once('占') else { return false };
    let other = OTHER.iter().any(|word| word.strip_suffix('占').is_some_and(|word| head.ends_with(word)));
    of.chars().count() <= 12 && !has(of, &OPEN) && !other && !of.contains(|c: char| c.is_ascii_digit())
}

/// Before a figure that is not exact.
const ABOUT: [&str; 12] =
    ["约", "近", "超", "逾", "达到", "超过", "不足", "不到", "大约", "接近", "至少", "多达"];
/// Between a count and its share there is no more than this, in characters.
const NEAR: usize = 24;

/// NU03: a share that no count of the stated whole can be: 37人中占63%.
pub(super) fn impossible(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        let all = figures(text);
        for (index, figure) in all.iter().enumerate() {
            let sign = percent(part(text, figure.end..));
            let Some(share) = figure.value().filter(|_| sign > 0 && figure.is_plain) else { continue };
            let clause = clause_before(text, figure.start);
            let exact = ending(clause, &["占比为", "占比", "占", "占了", "比例为"]).is_some();
            if !exact || share.0 > 100 * 10_u64.pow(share.1) || followed_by_about(text, figure.end + sign) {
                continue;
            }
            let Some((whole, part_of)) = stated(text, all.get(..index).unwrap_or_default(), figure.start)
            else {
                continue;
            };
            let is_possible = match part_of.and_then(|figure| figure.count()) {
                Some(count) => is_share_of(count, whole.1, share),
                None => exists(whole.1, share),
            };
            if !is_possible {
                let place = figure.start..figure.end + sign;
                let fact = part(text, whole.0.start..whole.0.end + unit(part(text, whole.0.end..)));
                found.push(Finding::at(at, place.clone()).telling(fact).telling(part(text, place)));
            }
        }
    }
}

fn followed_by_about(text: &str, at: usize) -> bool {
    let rest = part(text, at..);
    ["左右", "以上", "以下", "多", "强", "弱"].iter().any(|word| rest.starts_with(word))
}

type Whole<'a> = (&'a Figure<'a>, u64);

/// The whole that is stated for a share at a place, n人中 or 共n人，其中, and the count that the share is of,
/// where one stands between.
fn stated<'a>(
    text: &str,
    figures: &'a [Figure<'a>],
    at: usize,
) -> Option<(Whole<'a>, Option<&'a Figure<'a>>)> {
    let last = figures.last()?;
    let from = at - sentence_before(text, at).len();
    if let Some(whole) = whole(text, last, at).filter(|_| last.start >= from) {
        return Some((whole, None));
    }
    let earlier = figures.len().checked_sub(2).and_then(|index| figures.get(index))?;
    let others = figures.iter().rev().skip(2).take_while(|figure| figure.start >= from);
    let is_only = others.into_iter().next().is_none();
    let whole = whole(text, earlier, last.start).filter(|_| is_only && earlier.start >= from)?;
    let unit_of = |figure: &Figure<'_>| {
        let rest = part(text, figure.end..);
        part(rest, ..unit(rest)).to_owned()
    };
    let between = part(text, last.end..at);
    let is_near = between.chars().count() <= 6;
    (unit_of(earlier) == unit_of(last) && is_near && last.is_plain && is_exact(text, last))
        .then_some((whole, Some(last)))
}

/// The whole that a figure states for what begins at `to`.
fn whole<'a>(text: &str, figure: &'a Figure<'a>, to: usize) -> Option<Whole<'a>> {
    let rest = part(text, figure.end..to);
    let rest = part(rest, unit(part(text, figure.end..))..);
    let of = rest.char_indices().take(8).find(|(_, c)| *c == '中').map(|(at, _)| part(rest, ..at))?;
    let is_whole = of.chars().all(|c| c == '，' || c == '其' || c == '当' || c == '之' || is_noun(c));
    let is_far = rest.chars().count() > NEAR || rest.contains(is_stop);
    let count = figure.count().filter(|count| (1..1_000_000).contains(count))?;
    (is_whole && !is_far && figure.is_plain && is_exact(text, figure)).then_some((figure, count))
}

fn is_noun(c: char) -> bool {
    crate::text::chars::is_han(c) && !"占比增减率".contains(c)
}

fn is_exact(text: &str, figure: &Figure<'_>) -> bool {
    let rest = part(text, figure.end..);
    ending(before(text, figure.start, 2), &ABOUT).is_none()
        && !rest.starts_with(['余', '多', '几'])
        && unit(rest) > 0
        && percent(rest) == 0
        && !part(rest, unit(rest)..).starts_with("左右")
        && !part(rest, unit(rest)..).starts_with('次')
}

/// Whether some count of the whole is this share when it is rounded.
pub(super) fn exists(whole: u64, share: (u64, u32)) -> bool {
    if whole == 0 {
        return false;
    }
    let least = share.0.saturating_mul(whole) / (100 * 10_u64.pow(share.1));
    (least.saturating_sub(1)..=least + 1).any(|count| is_share_of(count, whole, share))
}

/// Whether `count` of `whole` is `share`, a figure and its decimals, when it is rounded.
pub(super) fn is_share_of(count: u64, whole: u64, (share, decimals): (u64, u32)) -> bool {
    if whole == 0 || count > whole {
        return false;
    }
    let (exact, whole, share) =
        (u128::from(count) * 100 * 10_u128.pow(decimals), u128::from(whole), u128::from(share));
    // A half may go up or to the even neighbour (GB/T 8170).
    2 * exact.abs_diff(share * whole) <= whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::trial::{remarked, silent};

    #[test]
    fn more_than_all_is_found() {
        remarked("NU02", "党员占120%，合格率达到101.5%", &["120%", "101.5%"]);
        silent(
            "NU02",
            &[
                "完成率120%",
                "增长120%",
                "占年度计划的120%",
                "占100%",
                "毛入学率105%",
                "侵占120%",
                "占比100.0%",
            ],
        );
    }

    #[test]
    fn a_share_that_no_count_gives_is_found() {
        remarked("NU03", "37人中占63%", &["63%"]);
        remarked("NU03", "新接受预备党员37人，其中业务骨干23人，占65%", &["65%"]);
        silent(
            "NU03",
            &[
                "37人中占62%",
                "37人中占62.16%",
                "约37人中占63%",
                "37人中占63%左右",
                "共37人，其中骨干23人，占62.2%",
                "1200人中占63%",
                "37人参加。其中占63%",
                "教师120人中高级职称30人，占全县高级职称的63%",
            ],
        );
    }

    #[test]
    fn shares_are_rounded() {
        let whole = |share| exists(37, share);
        assert!(whole((62, 0)) && whole((65, 0)) && whole((622, 1)));
        assert!(!whole((63, 0)) && !whole((623, 1)));
        for (share, is) in [(33, true), (66, false), (67, true), (100, true), (0, true), (50, false)] {
            assert_eq!(exists(3, (share, 0)), is, "{share}");
        }
        assert!(!exists(0, (0, 0)));
    }
}
