//! Runs of X, x and ×: XX个镇, ××局, 按照X要求.

use super::view::{
    View, closing, ends, ends_any, is_dash, is_digit, is_edge, is_latin, is_x, starts, starts_any, trim_end,
    trim_start,
};
use super::words::{Ask, ends_in_post, latin_unit, slot, suffix, unit};
use super::{Class, Step, dates, numbers};
use crate::text::chars::is_han;

/// A row of marks of this length that is all of a line is a sample of text.
const SAMPLE: usize = 8;

pub(super) fn look(view: &View, from: usize) -> Step {
    let to = spaced(view, from, view.run(from, is_x));
    if touches_word(view, from, to) {
        return Step::Pass(to);
    }
    if let Some(step) = numbers::telephone(view, from) {
        return step;
    }
    if is_arithmetic(view, from, to) {
        return Step::Pass(to);
    }
    let number = numbers::number(view, from, to);
    if view.get(to) == '.'
        && let Some(step) = number
    {
        return step;
    }
    if let Some((from, class)) = dates::part(view, from, to) {
        return Step::Blank(from, to, class);
    }
    if let Some(step) = number {
        return step;
    }
    plain(view, from, to)
}

/// Where a run ends that is written with a space after each mark: X X 同志.
fn spaced(view: &View, from: usize, to: usize) -> usize {
    let mut end = to;
    while end - from < 6
        && (view.run_within(end - 1, 2, is_x), view.get(end)) == (end, ' ')
        && view.run_within(end + 1, 2, is_x) == end + 2
        && (end > to || to - from == 1)
    {
        end += 2;
    }
    end
}

/// A run without figures.
fn plain(view: &View, from: usize, to: usize) -> Step {
    let (left, right, length) = (view.left(from), view.get(to), to - from);
    if is_digit(left) || (left == '.' && !numbers::is_enumerator(view, from)) || is_other_word(view, from, to)
    {
        return Step::Pass(to);
    }
    if length >= SAMPLE && from == 0 && view.run(to, is_edge) == view.chars.len() {
        return Step::Perhaps(from, to, Class::XRun);
    }
    if length > 1 {
        // XX1, XX2: the figure tells one name from the next.
        let end = view.run(to, is_digit).min(to + 2);
        let sign = matches!(left, '+' | '#' | '&') || matches!(right, '+' | '#' | '&');
        return if sign {
            Step::Perhaps(from, end, Class::XRun)
        } else {
            Step::Blank(from, end, Class::XRun)
        };
    }
    single(view, from)
}

/// One mark alone, which is a letter or a sign of its own in much other text.
fn single(view: &View, at: usize) -> Step {
    let (before, after) = (trim_end(view.before(at)), trim_start(view.after(at + 1)));
    let found = Step::Blank(at, at + 1, Class::XRun);
    if is_digit(view.get(at + 1)) {
        return Step::Pass(at + 1);
    }
    if unit(after) > 0
        || is_range(view, at)
        || (starts_any(after, &["号", "時", "时", "中全会", "字〔", "字[", "发〔", "发["])
            && !is_latin_end(before))
    {
        return found;
    }
    if is_latin_end(before) || after.first().is_some_and(|c| c.is_ascii_alphanumeric() && !is_x(*c)) {
        return Step::Pass(at + 1);
    }
    let asked = !matches!(slot(before), None | Some(Ask::Prose)) && after.first().is_none_or(|c| is_edge(*c));
    if suffix(after).is_some() || asked || ends(before, "第") || ends_any(before, &["星期", "周", "：", ":"])
    {
        return found;
    }
    if view.get(at) != 'X' {
        return Step::Pass(at + 1);
    }
    let right = after.first().copied().unwrap_or_default();
    if is_han(right) {
        return found;
    }
    // 高X（X）班
    if starts_any(after, &["（X）班", "(X)班", "）班", ")班"]) {
        return found;
    }
    let listed = starts(after, "、X") || ends(before, "X、");
    if listed || ends_in_post(before) {
        return found;
    }
    let open = view.left(at);
    let explained = starts_any(after.get(1..).unwrap_or_default(), &["代表", "表示", "形", "型", "为", "是"]);
    if closing(open) != '\0' && closing(open) == view.get(at + 1) && !matches!(open, '（' | '(') && !explained
    {
        return Step::Perhaps(at, at + 1, Class::XRun);
    }
    Step::Pass(at + 1)
}

fn is_latin_end(before: &[char]) -> bool {
    before.last().is_some_and(|c| is_latin(*c))
}

/// Whether another blank or figure follows behind a dash or 至: X至X名, X-5%.
fn is_range(view: &View, at: usize) -> bool {
    let next = view.get(at + 1);
    let far = view.get(at + 2);
    (is_dash(next) || matches!(next, '至' | '到' | '/' | ':'))
        && (is_x(far) || (is_digit(far) && is_dash(next)))
}

/// Whether a run is part of a Latin word, of a formula or of a tag.
fn touches_word(view: &View, from: usize, to: usize) -> bool {
    let (left, right, length) = (view.left(from), view.get(to), to - from);
    let is_sign = |c: char| matches!(c, '+' | '@' | '\\' | '#' | '&' | '=' | '^');
    if is_latin(left) || (is_latin(right) && (length == 1 || latin_unit(view.after(to)) == 0)) {
        return true;
    }
    let strict = |c: char| matches!(c, '@' | '\\' | '=' | '^');
    strict(left) || strict(right) || (length == 1 && (is_sign(left) || is_sign(right)))
}

/// 5×3, 1920x1080, 长×宽: a sign of multiplication.
fn is_arithmetic(view: &View, from: usize, to: usize) -> bool {
    if to - from > 1 {
        return false;
    }
    let (before, after) = (trim_end(view.before(from)), trim_start(view.after(to)));
    let left = before.last().copied().unwrap_or_default();
    let right = after.first().copied().unwrap_or_default();
    if is_digit(left) && is_digit(right) && view.left(from) != ' ' {
        return true;
    }
    if view.get(from) != '×' {
        return false;
    }
    let figure = |c: char| is_digit(c) || c == '%';
    let year = ends_any(before, &["19", "20", "201", "202", "203"]);
    (figure(left) && !year) || figure(right) || ends_any(before, &["mm", "cm", "m", "米"]) || is_latin(right)
}

/// X光, XX染色体, 党的XX精神: words and names that hold such letters.
fn is_other_word(view: &View, from: usize, to: usize) -> bool {
    let length = to - from;
    let (before, after) = (view.before(from), view.after(to));
    let film = starts(after, "线") && after.get(1).is_some_and(|c| "片机检诊照透影摄拍设".contains(*c));
    if film
        || starts_any(after, &["射线", "染色体", "波段", "字形", "字型"])
        || after.iter().take(8).zip(after.iter().skip(1)).any(|pair| pair == (&'X', &'Y'))
    {
        return true;
    }
    if starts_any(after, &["思想", "总书记", "新时代中国", "重要讲话"])
        || (starts(after, "精神") && ends(before, "党的"))
    {
        return true;
    }
    if starts(after, "大") && (ends(before, "党的") || is_congress(&after[1..])) {
        return true;
    }
    if length > 1 {
        return false;
    }
    // X委发〔20XX〕: the letters of a document number.
    let is_number = after.iter().take(6).any(|c| *c == '〔');
    !is_number && (is_letter_word(after) || is_letter(view, from))
}

/// XX大 as 二十大 with its figures taken out.
fn is_congress(after: &[char]) -> bool {
    after.first().is_none_or(|c| is_edge(*c))
        || starts_any(after, &["以来", "精神", "报告", "召开", "胜利", "代表", "的", "和", "后", "前"])
}

/// What follows an X that is a letter: X光, X轴, X型.
#[rustfmt::skip]
fn is_letter_word(after: &[char]) -> bool {
    if starts(after, "光") {
        let next = after.get(1).copied().unwrap_or_default();
        return !matches!(next, '明' | '荣' | '复' | '彩' | '华' | '辉' | '伏' | '谷' | '泽' | '山' | '州' | '村' | '镇');
    }
    if starts(after, "委") {
        return !starts_any(after, &["委员", "委办"]);
    }
    starts_any(after, &[
        "轴", "坐标", "形", "型", "档案", "值", "变量", "因子", "因素", "理论", "方程", "方向", "世代", "一代", "战警", "代表", "表示",
        "刀", "元素", "为", "是", "等于", "的值", "取", "大于", "小于", "连锁", "联", "平台",
    ])
}

/// Whether an X stands for itself among other letters: X、Y两个方案, f(x), 方案X。
fn is_letter(view: &View, at: usize) -> bool {
    let (before, after) = (view.before(at), view.after(at + 1));
    let lone = |c: Option<&char>, next: Option<&char>| {
        c.is_some_and(|c| is_latin(*c)) && !next.is_some_and(|c| c.is_ascii_alphanumeric())
    };
    let joins = |c: &char| matches!(c, '、' | ',' | '，' | '和' | '与' | '或' | '及' | '/');
    if after.first().is_some_and(joins)
        && lone(trim_start(&after[1..]).first(), trim_start(&after[1..]).get(1))
    {
        return true;
    }
    let Some((join, before)) = before.split_last() else { return false };
    joins(join) && lone(before.last(), before.len().checked_sub(2).and_then(|at| before.get(at)))
}
