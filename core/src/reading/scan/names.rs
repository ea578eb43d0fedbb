//! Blanks for names: of people, places and organisations.

use super::around::Sides;
use super::typing::{Guess, asked};
use super::view::{ends, ends_any, is_digit, is_mark, starts, starts_any, trim_end};
use super::words::{Ask, ends_in_post, far_organisation, slot, suffix};
use crate::field::Kind;

/// What a person is asked to do.
const SPEAKS: &[&str] = &["作", "发言", "讲话", "汇报", "宣读", "致辞", "主持", "表态", "上台", "介绍"];

/// What is a name by the noun behind it, or by the post before it.
pub(super) fn by_name(sides: Sides) -> Option<Guess> {
    let Sides { before, after, .. } = sides;
    if let Some(ask) = hint(after) {
        return Some((asked(ask), 0));
    }
    if let Some(length) = far_organisation(after) {
        return Some((Kind::Organisation, length));
    }
    if let Some((ask, length)) = sides.name {
        return Some((asked(ask), if ask == Ask::Person { 0 } else { length }));
    }
    let speaks = ends(before, "请") && starts_any(after, SPEAKS);
    let is_told = ends_any(before, &["我叫", "我是", "本人", "姓名"]);
    let is_quoted = starts_any(after, &["发言：", "发言:", "讲话：", "补充发言"]);
    if speaks || is_told || is_quoted || ends_in_post(before) || is_person_list(after) {
        return Some((Kind::Person, 0));
    }
    if before.is_empty() && matches!(after, ['：', _, ..]) {
        return Some((Kind::Person, 0));
    }
    if ends_any(before, &["位于", "坐落于", "坐落在", "地处", "家住"]) {
        return Some((Kind::Place, 0));
    }
    if matches!(before.last(), Some('在' | '于' | '赴'))
        && starts_any(after, &["召开", "举行", "举办", "考察"])
    {
        return Some((Kind::Place, 0));
    }
    // 性别X, 联系人XXX
    let ask = slot(before)?;
    let is_asked = matches!(ask, Ask::Sex | Ask::Date) || (ask == Ask::Person && ends(before, "人"));
    is_asked.then(|| (asked(ask), 0))
}

/// What brackets right behind a blank ask for: XXX（姓名）, XX（地点）.
fn hint(after: &[char]) -> Option<Ask> {
    let (open, rest) = after.split_first()?;
    if !matches!(open, '（' | '(') {
        return None;
    }
    let close = rest.iter().take(9).position(|c| matches!(c, '）' | ')'))?;
    slot(&rest[..close])
}

/// What stands before a row of blanks: 出席人员：XXX、XXX（财务部）、 and 成员：XXX XXX
pub(super) fn before_list(before: &[char]) -> &[char] {
    let mut rest = before;
    loop {
        let mut head = trim_end(rest.strip_suffix(&['、']).unwrap_or(rest));
        if matches!(head.last(), Some('）' | ')')) {
            head = head.iter().rposition(|c| matches!(c, '（' | '(')).map_or(head, |open| &head[..open]);
        }
        let marks = head.iter().rev().take_while(|c| is_mark(**c)).count();
        if marks == 0 {
            return rest;
        }
        rest = trim_end(&head[..head.len() - marks]);
    }
}

/// XXX、XXX等同志: names in a row before what they are.
fn is_person_list(after: &[char]) -> bool {
    let mut rest = after;
    for _ in 0..6 {
        let marks = match rest.first() {
            Some('、' | '，') => 1 + rest[1..].iter().take_while(|c| is_mark(**c)).count(),
            Some(_) | None => break,
        };
        if marks == 1 {
            break;
        }
        rest = &rest[marks..];
    }
    let rest = if starts(rest, "等") { &rest[1..] } else { rest };
    let rest = &rest[rest.iter().take(2).take_while(|c| is_digit(**c) || is_mark(**c)).count()..];
    let rest = if starts_any(rest, &["名", "位"]) { &rest[1..] } else { rest };
    rest.len() < after.len() && matches!(suffix(rest), Some((Ask::Person, _)))
}
