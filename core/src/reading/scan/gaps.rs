//! Blanks that are only room: （  ）, “ ”, 年 月 日 with gaps, a gap before a unit.

use super::view::{View, ends, ends_any, is_digit, is_edge, is_mark, starts, starts_any, trim_end};
use super::words::{suffix, unit};
use super::{Class, Step, delims};
use crate::text::chars::is_han;

/// Brackets hold no more spaces than this, and a gap before 年 or a unit is no wider.
const WIDEST: usize = 24;
/// As many spaces before 年 belong to a blank date.
const LEAD: usize = 8;

/// Brackets or quotes that hold nothing.
pub(super) fn brackets(view: &View, at: usize) -> Step {
    let Some(close) = delims::empty(view, at, WIDEST) else { return Step::Pass(at + 1) };
    let found = Step::Blank(at, close + 1, Class::Blank);
    let pass = Step::Pass(close + 1);
    let (before, after) = (view.before(at), view.after(close + 1));
    let round = matches!(view.get(at), '（' | '(');
    let named = unit(after) > 0
        || suffix(after).is_some()
        || ends(before, "第")
        || starts_any(after, &["年", "月", "日", "号"]);
    if close == at + 1 {
        return if round && named && !before.last().is_some_and(char::is_ascii_alphanumeric) {
            found
        } else {
            pass
        };
    }
    if round && is_question(before) && !named {
        return pass;
    }
    let list = matches!(view.get(at), '[') && matches!(trim_end(before).last(), Some('-' | '*'));
    let code = before.last().is_some_and(char::is_ascii_alphanumeric) && view.get(at) == '(';
    if list || code { pass } else { found }
}

/// Whether brackets take the answer to a question of a test.
fn is_question(before: &[char]) -> bool {
    let reach = &before[before.len().saturating_sub(40)..];
    reach.windows(2).any(|word| word == ['下', '列'] || word == ['以', '下'])
        || ends_any(before, &["的是", "是", "？"])
}

/// A gap, or 年 at the start of a blank date.
pub(super) fn look(view: &View, at: usize) -> Step {
    let gap = view.skip_spaces(at, WIDEST);
    // A wider gap is layout, and looked at from its end.
    if gap == at + WIDEST && view.get(gap) == ' ' {
        let end = view.run(at, |c| c == ' ');
        return if end - at > 3 * WIDEST { Step::Pass(end - WIDEST) } else { room(view, at, end) };
    }
    room(view, at, gap)
}

fn room(view: &View, at: usize, gap: usize) -> Step {
    if view.get(gap) == '年'
        && let Some(step) = blank_date(view, at, gap)
    {
        return step;
    }
    if gap - at >= 2 && before_unit(view, at, gap) {
        return Step::Blank(at, gap, Class::Blank);
    }
    if gap - at > 2
        && view.is_sentence
        && (is_han(view.left(at)) || matches!(view.left(at), ',' | '、'))
        && is_han(view.get(gap))
    {
        let after = view.after(gap);
        let after_list = matches!(after.first(), Some('等')) && suffix(&after[1..]).is_some();
        if suffix(after).is_some() || unit(after) > 0 || after_list {
            return Step::Blank(at, gap, Class::Blank);
        }
        if gap - at > 3 {
            return Step::Perhaps(at, gap, Class::Blank);
        }
    }
    Step::Pass(gap.max(at + 1))
}

/// 年 月 日 with gaps before 月 and 日, and with figures or a gap before 年: 20  年  月  日.
fn blank_date(view: &View, at: usize, year: usize) -> Option<Step> {
    let month = view.skip_spaces(year + 1, WIDEST);
    let day = view.skip_spaces(month + 1, WIDEST);
    if month == year + 1 || day == month + 1 || view.get(month) != '月' || view.get(day) != '日' {
        return None;
    }
    let before = view.before(at);
    let digits = before.iter().rev().take((at - view.floor).min(4)).take_while(|c| is_digit(**c)).count();
    let starts_there = year > at
        || digits > 0
        || before
            .last()
            .is_none_or(|c| is_edge(*c) || matches!(c, '于' | '自' | '至' | '从' | '在' | '到' | '—' | '-'));
    let from = if digits > 0 { at - digits } else { at.max(year.saturating_sub(LEAD)) };
    let masked = before.last().is_some_and(|c| is_mark(*c));
    (starts_there && !masked).then_some(Step::Blank(from, day + 1, Class::BlankDate))
}

/// Room of two spaces or more between words and a unit that ends its clause: 党员    名，
fn before_unit(view: &View, at: usize, gap: usize) -> bool {
    let (before, after) = (view.before(at), view.after(gap));
    let left = before.last().copied().unwrap_or_default();
    if matches!(left, '\0' | '。' | '；' | '！' | '？') {
        return false;
    }
    let length = if starts_any(after, &["年", "月", "日", "时", "号"]) { 1 } else { unit(after) };
    let end = after.get(length).copied().unwrap_or_default();
    let filled = |c: char| {
        is_han(c) || matches!(c, '：' | ':' | '（' | '(' | '，' | '、' | '%' | '月' | '年' | '第' | '至')
    };
    let date = starts_any(after, &["年 ", "月 "]) || (starts(after, "日") && is_edge(end));
    // 姓    名： is one word.
    let closed = is_edge(end) && !matches!(end, '：' | ':');
    length > 0 && filled(left) && (closed || date || ends(before, "第"))
}
