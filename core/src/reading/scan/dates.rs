//! Dates: which part of a date a mark stands for, and how far a whole date goes.

use std::ops::Range;

use super::view::{View, ends, is_digit, is_mark, starts_any, trim_end, trim_start};
use super::{Blank, Class};
use crate::text::chars::fold;
use crate::text::numerals;

/// Where a blank begins that is part of a date (figures before the marks belong to it: 20XX), and
/// which part. `from..to` are the marks.
pub(super) fn part(view: &View, from: usize, to: usize) -> Option<(usize, Class)> {
    let digits = figures_before(view, from);
    let (whole, after) = (from - digits, view.after(to));
    if let Some(numerals) = century(view, from, to) {
        return Some((from - numerals, Class::Year));
    }
    if is_year(view, digits, from, to) {
        return Some((whole, Class::Year));
    }
    if to - whole <= 8 {
        if starts_month(after) {
            return Some((whole, Class::Month));
        }
        if starts_day(after) || is_day_number(view, whole, after) {
            return Some((whole, Class::Day));
        }
        if let Some(class) = by_separator(view, whole, to) {
            return Some((whole, class));
        }
    }
    is_serial(view, whole, after).then_some((whole, Class::DocNo))
}

/// How many numerals stand before the marks of a year like 二○××年.
fn century(view: &View, from: usize, to: usize) -> Option<usize> {
    let numerals = 4_usize.checked_sub(to - from).filter(|count| (2..=3).contains(count))?;
    let start = from.checked_sub(numerals).filter(|start| *start >= view.floor)?;
    let is_zero = matches!(view.get(start + 1), '○' | '◯' | '〇' | '零' | '0');
    let third = numerals == 2 || numerals::digit(view.get(start + 2)).is_some();
    (view.get(start) == '二' && is_zero && third && starts_year(view.after(to))).then_some(numerals)
}

/// How many figures stand right before a place, at most four and none of another blank.
fn figures_before(view: &View, at: usize) -> usize {
    let room = at.saturating_sub(view.floor).min(4);
    let count = view.before(at).iter().rev().take(room).take_while(|c| is_digit(**c)).count();
    if count == 4 { 0 } else { count }
}

fn is_year(view: &View, digits: usize, from: usize, to: usize) -> bool {
    let after = view.after(to);
    let marks = to - from;
    let is_x = !matches!(view.get(from), '○' | '◯' | '□');
    let century = matches!((view.get(from - digits), view.get(from - digits + 1)), ('1', '9') | ('2', '0'));
    let followed = starts_year(after);
    match digits {
        0 if !is_x => false,
        0 => {
            // ____年 may as well be a span of time: the length of a line says nothing.
            let is_long =
                marks == 4 && (view.get(from) != '_' || starts_any(trim_start(after), &["年度", "年以来"]));
            (followed && (is_long || starts_month_token(after_year(after))))
                || (marks == 4 && separated(view.after(to)).is_some())
                || is_bracketed_year(view, from, to)
        }
        2 | 3 if century && marks + digits == 4 => {
            followed
                || after.first().is_none_or(|c| !is_digit(*c)) && super::words::unit(trim_start(after)) == 0
        }
        1 if matches!(view.get(from - 1), '1' | '2') && marks == 3 => followed,
        2 if century && marks <= 6 => followed || is_bracketed_year(view, from - digits, to),
        1..=4 | 5.. => false,
    }
}

/// [xx]8号: the brackets of a document number.
fn is_bracketed_year(view: &View, from: usize, to: usize) -> bool {
    let brackets = matches!(
        (view.left(from), view.get(to)),
        ('〔', '〕') | ('[', ']') | ('【', '】') | ('（', '）') | ('(', ')')
    );
    if !brackets {
        return false;
    }
    let after = trim_start(view.after(to + 1));
    let after = if matches!(after.first(), Some('第')) { &after[1..] } else { after };
    let serial = after.iter().take_while(|c| is_digit(**c) || is_mark(**c) || **c == ' ').count();
    serial > 0 && matches!(after.get(serial), Some('号' | '號'))
}

/// XX号 behind the brackets of a document number.
fn is_serial(view: &View, from: usize, after: &[char]) -> bool {
    let before = trim_end(view.before(from));
    let before = if ends(before, "第") { &before[..before.len() - 1] } else { before };
    let is_bracket = |c: &char| matches!(c, '〕' | ']' | '】' | '）' | ')');
    matches!(trim_start(after).first(), Some('号' | '號'))
        && before.last().is_some_and(is_bracket)
        && before[..before.len() - 1].last().is_some_and(|c| is_digit(*c) || is_mark(*c))
}

/// Whether 年 follows as the word for a year, not as the begin of 年级.
fn starts_year(after: &[char]) -> bool {
    let after = trim_start(after);
    starts_any(after, &["年", "学年", "年度", "届", "级"])
        && !starts_any(
            after,
            &["年级", "年轻", "年龄", "年画", "年货", "年味", "年会", "年迈", "年长", "年老", "级别"],
        )
}

/// What stands behind 年.
fn after_year(after: &[char]) -> &[char] {
    let after = trim_start(after);
    if matches!(after.first(), Some('年')) { trim_start(&after[1..]) } else { &[] }
}

/// Whether a month begins there: marks or figures before 月.
fn starts_month_token(after: &[char]) -> bool {
    let length = after.iter().take_while(|c| is_mark(**c) || is_digit(**c)).count();
    (1..=8).contains(&length) && starts_month(&after[length..])
}

fn starts_month(after: &[char]) -> bool {
    let after = trim_start(after);
    starts_any(after, &["月"])
        && !starts_any(after, &["月饼", "月球", "月亮", "月光", "月刊", "月薪", "月嫂", "月考"])
}

#[rustfmt::skip]
fn starts_day(after: &[char]) -> bool {
    let after = trim_start(after);
    starts_any(after, &["日"])
        && !starts_any(after, &["日常", "日报", "日益", "日程", "日照", "日本", "日语", "日志", "日用", "日均", "日光", "日间", "日渐", "日子"])
}

/// X月X号.
fn is_day_number(view: &View, from: usize, after: &[char]) -> bool {
    matches!(trim_start(after).first(), Some('号')) && ends(trim_end(view.before(from)), "月")
}

/// The separator and the length of the next part of 20XX-XX-XX, if one follows.
fn separated(after: &[char]) -> Option<(char, usize)> {
    let separator = *after.first()?;
    if !matches!(separator, '-' | '/' | '.') {
        return None;
    }
    let length = after[1..].iter().take_while(|c| is_mark(**c) || is_digit(**c)).count();
    (1..=2).contains(&length).then_some((separator, length))
}

/// The second or third part of 20XX-XX-XX or 2026.X.X.
fn by_separator(view: &View, from: usize, to: usize) -> Option<Class> {
    let separator = view.left(from);
    if to - from > 2 || !matches!(separator, '-' | '/' | '.') {
        return None;
    }
    let is_part = |c: &&char| is_mark(**c) || is_digit(**c);
    let before = view.before(from - 1);
    let length = before.iter().rev().take(5).take_while(is_part).count();
    let before = &before[..before.len() - length];
    match length {
        4 if !before.last().is_some_and(|c| c.is_ascii_alphanumeric() || *c == separator) => {
            Some(Class::Month)
        }
        1 | 2 if before.last() == Some(&separator) => {
            let year = before[..before.len() - 1].iter().rev().take(5).take_while(is_part).count();
            (year == 4).then_some(Class::Day)
        }
        _ => None,
    }
}

/// A whole date of year, month and day that begins at a blank: the bytes of the line that it covers,
/// with 年, 月 and 日, and how many blanks. A date of which a part is printed is none.
pub(in crate::reading) fn date_span(
    line: &str,
    blanks: &[Blank],
    at: usize,
) -> Option<(Range<usize>, usize)> {
    let parts = blanks.get(at..at + 3)?;
    let mut end = parts[0].range.end;
    let mut separator = None;
    for (index, mark) in ['年', '月', '日'].into_iter().enumerate() {
        let next = parts.get(index + 1);
        let rest = line.get(end..next.map_or(line.len(), |next| next.range.start))?;
        let word = rest.trim_start_matches(|c| fold(c) == ' ');
        let first = word.chars().next().map(fold);
        let is_date = match separator {
            None if first == Some(mark) || (mark == '日' && first == Some('号')) => true,
            None if index == 0 => matches!(first, Some('-' | '/' | '.')),
            Some(_) if next.is_none() => true,
            Some(_) => first == separator,
            None => false,
        };
        if !is_date {
            return None;
        }
        if index == 0 && first != Some(mark) {
            separator = first;
        }
        if separator.is_some() && next.is_none() {
            return Some((parts[0].range.start..end, 3));
        }
        end += rest.len() - word.len() + first.map_or(0, |_| word.chars().next().map_or(0, char::len_utf8));
        match next {
            Some(next) if line.get(end..next.range.start)?.chars().all(|c| fold(c) == ' ') => {
                end = next.range.end
            }
            Some(_) => return None,
            None => {}
        }
    }
    Some((parts[0].range.start..end, 3))
}
