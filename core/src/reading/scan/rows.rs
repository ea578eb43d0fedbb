//! Rows of other marks: underscores, stars, circles, squares, dashes.

use super::view::{View, ends_any, is_digit, is_edge, is_latin, is_x, starts_any, trim_end, trim_start};
use super::words::{suffix, unit};
use super::{Blank, Class, Step, choices, dates};
use crate::text::chars::is_han;

/// A row this long that is all of a line is a rule.
const RULE: usize = 30;
/// Stars that set words in bold have no more than this between them.
const BOLD: usize = 60;

/// A line that is one long row of underscores, as a blank.
pub(super) fn room(line: &str) -> Option<Blank> {
    let row = line.trim();
    let is_row = row.chars().all(|c| matches!(c, '_' | '＿')) && row.chars().nth(RULE - 1).is_some();
    let from = line.len() - line.trim_start().len();
    is_row.then(|| Blank { range: from..from + row.len(), class: Class::Underscore, certain: true })
}

/// ____, and one _ before Han.
pub(super) fn underscores(view: &View, from: usize) -> Step {
    let to = view.run(from, |c| c == '_' || is_x(c));
    let mut to = if view.get(to - 1) == '_' { to } else { view.run(from, |c| c == '_') };
    // A row with breaks: ___ ___.
    while view.get(to) == ' '
        && view.get(to + 1) == '_'
        && view.get(to.wrapping_sub(1)) == '_'
        && to - from < RULE
    {
        to = view.run(to + 1, |c| c == '_');
    }
    let (left, right, length) = (view.left(from), view.get(to), to - from);
    if let Some((from, class)) = dates::part(view, from, to) {
        return Step::Blank(from, to, class);
    }
    let is_rule =
        length >= RULE && trim_end(view.before(from)).is_empty() && trim_start(view.after(to)).is_empty();
    let between = left.is_ascii_alphabetic() && right.is_ascii_alphabetic();
    let fits = match length {
        1 => {
            let before = !left.is_ascii_alphanumeric() && (is_han(right) || right == '%');
            let alone = matches!(left, '：' | ':') && is_edge(right);
            before || alone
        }
        _ => !is_rule && !between && left != '\\',
    };
    if fits { Step::Blank(from, to, Class::Underscore) } else { Step::Pass(to) }
}

/// **镇, ***同志, 第*次.
pub(super) fn stars(view: &View, from: usize) -> Step {
    let to = view.run(from, |c| c == '*');
    let length = to - from;
    let (left, after) = (view.left(from), view.after(to));
    if let Some((from, class)) = dates::part(view, from, to) {
        return Step::Blank(from, to, class);
    }
    let is_side = |c: char| c == '\0' || c == ' ' || is_han(c) || is_edge(c) || c == '%';
    let right = view.get(to);
    let named = names(after);
    if let Some(end) = bold(view, to, length) {
        let next = view.after(end + length);
        let closes = names(next) || starts_any(next, &["、", "，", "等", "。", "；"]);
        // Words in bold begin with no mark of punctuation and are no clause.
        let clause = view.chars[to..end].iter().any(|c| matches!(c, '，' | '；' | '。'));
        if !(named && (closes || clause) || is_edge(right)) {
            return Step::Pass(end + length);
        }
    }
    let sanitised = starts_any(after, &["思想", "总书记", "重要讲话", "新时代"]);
    if !is_side(left) || !is_side(right) || sanitised {
        return Step::Pass(to);
    }
    let before = trim_end(view.before(from));
    let alone = before.is_empty() && trim_start(after).is_empty();
    let fits = match length {
        1 => {
            let ordinal = ends_any(before, &["第"]);
            let bullet = before.is_empty() && right == ' ';
            (ordinal || named) && !bullet && !ends_any(before, &["带", "标", "有", "注", "以", "用", "打"])
        }
        _ => !alone && !ends_any(before, &["密码：", "密码"]) && (!before.is_empty() || right != ' '),
    };
    if fits { Step::Blank(from, to, Class::Star) } else { Step::Pass(to) }
}

/// Whether a unit, a date or the end of a name follows.
fn names(after: &[char]) -> bool {
    let after = trim_start(after);
    unit(after) > 0 || suffix(after).is_some() || starts_any(after, &["年", "月", "日", "号", "等", "时"])
}

/// Where the stars stand that end what these begin.
fn bold(view: &View, from: usize, length: usize) -> Option<usize> {
    if matches!(view.get(from), ' ' | '\0') {
        return None;
    }
    let mut at = from;
    while at < view.chars.len().min(from + BOLD) {
        if view.get(at) != '*' {
            at += 1;
            continue;
        }
        let to = view.run(at, |c| c == '*').min(at + BOLD);
        if to - at == length {
            return (view.left(at) != ' ').then_some(at);
        }
        at = to;
    }
    None
}

/// ○○公司, ○年○月; not the zero of 二〇二六.
pub(super) fn circles(view: &View, from: usize) -> Step {
    let to = view.run(from, |c| matches!(c, '○' | '◯' | '〇'));
    let is_numeral = |c: char| {
        matches!(
            c,
            '一'..='一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '零'
        )
    };
    let (left, right) = (view.left(from), view.get(to));
    if is_numeral(left) || is_numeral(right) && to - from < 3 || view.get(from) == '〇' && to - from == 1 {
        return Step::Pass(to);
    }
    if is_digit(left)
        && let Some((from, class)) = dates::part(view, from, to)
    {
        return Step::Blank(from, to, class);
    }
    #[rustfmt::skip]
    let single = matches!(right, '年' | '月' | '日' | '同' | '局' | '县' | '縣' | '市' | '校' | '字' | '省' | '镇' | '乡' | '村' | '区')
        || matches!(left, '第');
    let is_latin_side = is_latin(left) || is_latin(right) || is_digit(left) || is_digit(right);
    if is_latin_side || (to - from == 1 && !single) || matches!(right, '×') {
        return Step::Pass(to);
    }
    Step::Blank(from, to, Class::Circle)
}

/// □□省, △△; □是 □否.
pub(super) fn squares(view: &View, from: usize) -> Step {
    let to = view.run(from, is_square);
    if to - from == 1 {
        return choices::boxes(view, from).unwrap_or(Step::Pass(to));
    }
    if view.left(from) == '0'
        && let Some((from, class)) = dates::part(view, from, to)
    {
        return Step::Blank(from, to, class);
    }
    let is_side = |c: char| is_han(c) || is_x(c) || is_edge(c) || c == ' ' || c == '%';
    let (left, right) = (view.left(from), view.get(to));
    let alone = matches!(left, '\0' | ' ') && matches!(right, '\0' | ' ');
    if is_side(left) && is_side(right) && !alone {
        Step::Blank(from, to, Class::Square)
    } else {
        Step::Pass(to)
    }
}

fn is_square(c: char) -> bool {
    matches!(c, '□' | '△' | '☐' | '◻')
}

/// A line drawn behind a label: 姓名：——————.
pub(super) fn dashes(view: &View, from: usize) -> Step {
    let to = view.run(from, |c| matches!(c, '—' | '─' | '-'));
    let label = matches!(trim_end(view.before(from)).last(), Some('：' | ':'));
    if label && to - from >= 4 && matches!(view.get(to), '\0' | ' ' | '，' | '。' | '；' | '）') {
        return Step::Blank(from, to, Class::Underscore);
    }
    Step::Pass(to)
}
