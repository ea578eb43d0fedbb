//! Masked numbers: X.X%, xx458元, and telephone numbers.

use super::view::{View, ends_any, is_digit, is_x, trim_end, trim_start};
use super::words::unit;
use super::{Class, Step};

/// A number is looked for no further than this.
const LONGEST: usize = 24;

/// A telephone number of which the run of x from `from` to `to` is a part.
pub(super) fn telephone(view: &View, from: usize) -> Option<Step> {
    let is_part = |c: char| is_digit(c) || is_x(c);
    let before = view.before(from);
    let room = (from - view.floor).min(12);
    let lead = before.iter().rev().take(room).take_while(|c| is_digit(**c) || **c == '-').count();
    let start = from - lead;
    let (mut groups, mut count, mut masked, mut end) = (0, 0, 0, start);
    loop {
        let stop = view.run_within(end, LONGEST, is_part);
        masked += view.chars[end..stop].iter().filter(|c| is_x(**c)).count();
        let length = stop - end;
        count += length;
        groups += 1;
        end = stop;
        let goes_on = matches!(view.get(end), '-' | '—') && is_part(view.get(end + 1));
        if length < 3 || !goes_on || groups > 3 {
            if length < 3 {
                return None;
            }
            break;
        }
        end += 1;
    }
    if is_part(view.get(end))
        || view.get(end).is_ascii_alphabetic()
        || view.left(start).is_ascii_alphanumeric()
    {
        return None;
    }
    let named = ends_any(
        trim_end(before),
        &[
            "电话：",
            "手机：",
            "传真：",
            "热线：",
            "联系方式：",
            "电话",
            "手机",
            "电话号码：",
            "手机号码：",
            "手机号：",
            "电话:",
            "手机:",
        ],
    );
    let is_long = match groups {
        1 => count == 11 && masked >= 4 && matches!(view.get(start), '1' | 'X' | 'x' | '×'),
        _ => (10..=12).contains(&count) && masked >= 3,
    };
    (is_long || (named && count >= 7)).then_some(Step::Blank(start, end, Class::Tel))
}

/// A number with x, figures and a point in it, before a unit.
pub(super) fn number(view: &View, from: usize, to: usize) -> Option<Step> {
    let is_part = |c: char| is_digit(c) || is_x(c) || matches!(c, '.' | ',');
    let before = view.before(from);
    let room = (from - view.floor).min(12);
    let lead = before.iter().rev().take(room).take_while(|c| is_digit(**c) || **c == '.').count();
    let mut start = from - lead;
    if is_enumerator(view, from) || view.get(start) == '.' {
        start = from;
    }
    let rest = &view.chars[to..view.chars.len().min(to + LONGEST)];
    let mut end = to + rest.iter().take_while(|c| is_part(**c)).count();
    while end > to && matches!(view.get(end - 1), '.' | ',') {
        end -= 1;
    }
    let word = &view.chars[start..end];
    if view.left(start).is_ascii_alphabetic()
        || word.contains(&'×') && word.len() <= 3 && to - from == 1 && start < from
    {
        return None;
    }
    let plain = end == to && start == from;
    let has_point = word.contains(&'.');
    let between = start < from && end > to && to - from == 1 && !has_point;
    let model = to - from == 1 && start == from && !has_point;
    let thousands = word.contains(&',') && !is_thousands(word);
    let money = matches!(view.left(start), '￥' | '¥' | '＄') && has_point;
    if plain || between || model || thousands || (!money && unit(trim_start(view.after(end))) == 0) {
        return None;
    }
    Some(Step::Blank(start, end, Class::NumberMask))
}

/// Whether each comma has three characters behind it.
fn is_thousands(word: &[char]) -> bool {
    word.split(|c| *c == ',').skip(1).all(|group| group.iter().take_while(|c| **c != '.').count() == 3)
}

/// Whether a figure and a point right before a place number a sentence: 1.XX工作。
pub(super) fn is_enumerator(view: &View, at: usize) -> bool {
    let before = view.before(at);
    let Some((point, before)) = before.split_last() else { return false };
    if *point != '.' {
        return false;
    }
    let digits = before.iter().rev().take_while(|c| is_digit(**c)).count();
    let before = &before[..before.len() - digits];
    (1..=2).contains(&digits)
        && before.last().is_none_or(|c| {
            matches!(c, '。' | '；' | ';' | '！' | '？' | '：' | ' ' | '，' | ',' | '（' | '“')
        })
}
