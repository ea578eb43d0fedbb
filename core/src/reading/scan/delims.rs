//! Blanks between delimiters: {{name}}, ${name}, «姓名», [会议名称], 【主送单位】.

use super::view::{View, closing, ends, is_digit, is_mark, is_x, starts, starts_any, trim_end};
use super::words::slot;
use super::{Class, Step, dates};
use crate::text::chars::is_han;

/// What stands between delimiters is no longer than this.
const LONGEST: usize = 40;

pub(super) fn look(view: &View, at: usize) -> Step {
    let rest = view.after(at);
    for (open, close) in [("{{", "}}"), ("${", "}"), ("<<", ">>"), ("[[", "]]"), ("«", "»")] {
        if starts(rest, open) {
            return match inside(view, at + open.chars().count(), close) {
                Some((from, to)) if is_name(&view.chars[from..to]) => {
                    Step::Blank(at, to + close.chars().count(), Class::Delim)
                }
                _ => Step::Pass(at + open.chars().count()),
            };
        }
    }
    let (close, fits): (_, fn(&View, usize, usize) -> bool) = match view.get(at) {
        '{' => ("}", is_braced),
        '[' => ("]", is_bracketed),
        '【' => ("】", is_bracketed),
        '〔' => ("〕", is_bracketed),
        '<' => (">", is_angled),
        _ => return Step::Pass(at + 1),
    };
    match inside(view, at + 1, close) {
        Some((from, to)) if fits(view, from, to) => Step::Blank(at, to + 1, Class::Delim),
        Some(_) | None => super::gaps::brackets(view, at),
    }
}

/// What stands between a place and a closing delimiter, if that is near and no other opens before.
fn inside(view: &View, from: usize, close: &str) -> Option<(usize, usize)> {
    let last = close.chars().next()?;
    let rest = &view.chars[from..view.chars.len().min(from + LONGEST + 1)];
    let is_delimiter = |c: &char| {
        matches!(c, '{' | '}' | '[' | ']' | '«' | '»' | '【' | '】' | '<' | '>' | '〔' | '〕') || *c == last
    };
    let length = rest.iter().position(is_delimiter)?;
    (length > 0 && starts(view.after(from + length), close)).then_some((from, from + length))
}

/// Whether a content is the name of a field: letters, Han, figures and a few signs.
fn is_name(content: &[char]) -> bool {
    let is_part = |c: &char| {
        is_han(*c)
            || c.is_ascii_alphanumeric()
            || matches!(c, '_' | '.' | '-' | ' ' | '（' | '）' | '/' | '、' | '：' | '#' | '@')
    };
    content.iter().all(is_part) && content.iter().any(|c| is_han(*c) || c.is_ascii_alphabetic())
}

/// {姓名}: an identifier or up to twenty Han, not in code or TeX.
fn is_braced(view: &View, from: usize, to: usize) -> bool {
    let content = &view.chars[from..to];
    let left = view.left(from - 1);
    let identifier = content.iter().all(|c| c.is_ascii_alphanumeric() || *c == '_')
        && content.first().is_some_and(|c| c.is_ascii_alphabetic() || *c == '_');
    let is_part = |c: &char| is_han(*c) || is_digit(*c) || *c == '_';
    let han = content.len() <= 20 && content.iter().all(is_part) && content.iter().any(|c| is_han(*c));
    let is_code =
        left.is_ascii_alphanumeric() || matches!(left, '\\' | '^' | '_' | '}' | ')' | '=' | '#' | '@');
    (identifier || han) && !is_code
}

/// <姓名>
fn is_angled(view: &View, from: usize, to: usize) -> bool {
    let content = &view.chars[from..to];
    content.iter().all(|c| is_han(*c)) && slot(content).is_some()
}

/// [会议名称], [X], [请填写原因], [旺季/促销等].
fn is_bracketed(view: &View, from: usize, to: usize) -> bool {
    let content = &view.chars[from..to];
    let (before, after) = (view.before(from - 1), view.after(to + 1));
    if content.iter().all(|c| *c == ' ') || after.first() == Some(&'(') {
        return false;
    }
    let list = trim_end(before).last().is_some_and(|c| matches!(c, '-' | '*')) && trim_end(before).len() < 3;
    let digits = content.iter().any(|c| is_digit(*c));
    if content.iter().all(|c| is_digit(*c) || is_mark(*c)) {
        let dated = dates::part(view, from, to).is_some();
        let run = content.iter().all(|c| is_x(*c) || *c == '_');
        return run
            && !digits
            && !dated
            && !list
            && view.get(from - 1) != '〔'
            && !view.left(from - 1).is_ascii_alphanumeric();
    }
    let corner = view.get(from - 1) == '【' && trim_end(before).is_empty();
    if view.get(from - 1) == '〔' || !content.iter().any(|c| is_han(*c)) {
        return false;
    }
    let content = if ends(content, "等") { &content[..content.len() - 1] } else { content };
    let order = starts_any(
        content,
        &[
            "请填",
            "请输入",
            "填写",
            "填入",
            "输入",
            "插入",
            "此处填",
            "具体",
            "点击",
            "待填",
            "请在此",
            "请写",
            "单击",
        ],
    );
    let masked = content.iter().filter(|c| is_x(**c)).count() > 1;
    let options =
        content.contains(&'/') && content.split(|c| *c == '/').all(|word| (1..=12).contains(&word.len()));
    order || masked || options || (slot(content).is_some() && !corner)
}

/// Whether brackets of a pair hold only spaces, and where they close.
pub(super) fn empty(view: &View, at: usize, most: usize) -> Option<usize> {
    let close = view.skip_spaces(at + 1, most);
    (view.get(close) == closing(view.get(at)) && closing(view.get(at)) != '\0').then_some(close)
}
