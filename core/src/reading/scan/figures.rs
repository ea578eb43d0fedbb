//! Blanks for figures: counts and measures by their units, ordinals, years, the first of a range.

use super::around::Sides;
use super::typing::Guess;
use super::view::{ends, ends_any, is_dash, is_digit, is_mark, starts, starts_any, trim_start};
use super::words::{is_measure, latin_unit, suffix, unit};
use crate::field::Kind;

/// What is said before XX年 where it is a span of time.
#[rustfmt::skip]
const SPANS: &[&str] =
    &["从教", "任职", "工作", "历时", "为期", "近", "满", "为", "历经", "从事", "以上", "达", "约", "共", "的", "龄"];
/// What follows XX年 where it is a year.
#[rustfmt::skip]
const IN_YEAR: &[&str] =
    &["来", "度", "以来", "底", "初", "，", ",", "工作", "末", "上半年", "下半年", "全年", "第", "春", "秋"];

/// What is a figure by its unit, its ordinal or the range that it begins.
pub(super) fn by_figure(mark: &str, sides: Sides) -> Option<Guess> {
    let Sides { before, after, .. } = sides;
    match before.last() {
        // 大写：贰拾万元整 is written in words.
        Some('：' | ':' | '写') if ends_any(before, &["大写", "大写：", "大写:"]) => {
            return Some((Kind::Text, sides.unit));
        }
        Some('之') if ends(before, "百分之") => return Some((Kind::Percent, 0)),
        Some('期' | '拜') if ends_any(before, &["星期", "礼拜"]) => return Some((Kind::Choice, 0)),
        Some('周') if starts_any(after, &["上午", "下午", "晚", "）"]) => {
            return Some((Kind::Choice, 0));
        }
        _ => {}
    }
    if let Some(kind) = range_start(after) {
        return Some((kind, 0));
    }
    let session = starts(after, "届") || (ends(before, "届") && starts_any(after, &["次", "中"]));
    let is_ordinal = session || ends(before, "第");
    if sides.name.is_some_and(|(_, named)| named > sides.unit) && !is_ordinal {
        return None;
    }
    if after.first() == Some(&'年') && !starts(after, "年级") {
        let kind = if is_calendar_year(mark, before, &after[1..]) { Kind::Year } else { Kind::Integer };
        return Some((kind, 1));
    }
    let length = match sides.unit {
        0 if starts(after, "号") && ends_any(before, &["路", "街", "巷", "弄", "大道"]) => 1,
        0 => other_unit(after, is_ordinal),
        length => length,
    };
    match after[..length] {
        _ if is_ordinal => Some((Kind::Ordinal, length)),
        [] => None,
        ['%'] => Some((Kind::Percent, 1)),
        ['‰'] => Some((Kind::Decimal, 1)),
        // XX级骨干教师: 省, 市.
        ['级'] => Some((Kind::Text, 1)),
        _ if is_measure(&after[..length]) => Some((Kind::Decimal, length)),
        // A mean: 平均分XX分.
        ['分'] if before.windows(2).any(|word| word == ['平', '均']) => Some((Kind::Decimal, 1)),
        _ => Some((Kind::Integer, length)),
    }
}

/// Units that are none everywhere: of dates and clocks, of ordinals, in Latin letters.
fn other_unit(after: &[char], is_ordinal: bool) -> usize {
    let is_word = match after.first() {
        Some('月') => starts(after, "月饼"),
        Some('日') => starts_any(after, &["日常", "日报", "日程", "日照"]),
        Some('时') => starts_any(after, &["时间", "时代", "时任", "时期"]),
        Some('点') => starts(after, "点击"),
        Some('号' | '版' | '章' | '节' | '集' | '卷' | '款' | '部') => !is_ordinal,
        Some(_) | None => return latin_unit(after),
    };
    usize::from(!is_word)
}

/// XX年 with something behind it that follows a year and no span of time.
fn is_calendar_year(mark: &str, before: &[char], after: &[char]) -> bool {
    let rest = trim_start(after);
    let month = rest.iter().take_while(|c| is_mark(**c) || is_digit(**c)).count();
    let is_dated = month > 0 && starts(trim_start(&rest[month..]), "月");
    let is_long = mark.chars().nth(1).is_some();
    is_dated || (is_long && starts_any(rest, IN_YEAR) && !ends_any(before, SPANS))
}

/// The first of two figures: X至X名, XX-XX岁. The unit stands after the second.
fn range_start(after: &[char]) -> Option<Kind> {
    let first = after.first()?;
    if !is_dash(*first) && !matches!(first, '至' | '到') {
        return None;
    }
    let dashes = after.iter().take(2).take_while(|c| is_dash(**c)).count();
    let rest = trim_start(&after[dashes.max(1)..]);
    let marks = rest.iter().take(8).take_while(|c| is_mark(**c)).count();
    let rest = trim_start(&rest[marks..]);
    let length = unit(rest);
    let is_name = suffix(rest).is_some_and(|(_, named)| named > length);
    let is_dated = matches!(rest.first(), Some('月' | '年' | '日'));
    if marks == 0 || (length == 0 && !is_dated) || is_name {
        return None;
    }
    Some(match rest.first() {
        Some('%') => Kind::Percent,
        _ if is_measure(&rest[..length]) => Kind::Decimal,
        _ => Kind::Integer,
    })
}
