//! Labels without a value: 主持人：    记录人：. Certain where labels stand together, since ： also
//! ends salutations and announces what follows.

use super::view::{View, ends_any, is_edge, starts_any, trim_end, trim_start};
use super::words::{Ask, slot};
use super::{Blank, Class};
use crate::text::chars::is_han;

/// A label is no longer than this.
const LONGEST: usize = 12;

/// What a line is among the labels around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A line without words.
    Empty,
    /// Labels without values; how many, and whether the last may have its value on the lines below.
    Labels { open: usize, announces: bool },
    /// A label with its value.
    Filled,
    /// Any other text.
    Text,
}

/// Adds the blanks behind labels that have no value, as suggestions, and says what the line is.
pub(super) fn labels(view: &View, blanks: &mut Vec<Blank>, is_code: bool) -> Row {
    if is_code {
        return Row::Text;
    }
    let mut row = if view.chars.iter().all(|c| *c == ' ') { Row::Empty } else { Row::Text };
    let mut open = 0;
    // The blanks before the label that is looked at, those of labels among them.
    let mut done = Vec::new();
    let mut rest = std::mem::take(blanks).into_iter().peekable();
    for at in 0..view.chars.len() {
        if !matches!(view.chars[at], '：' | ':') {
            continue;
        }
        let Some((ask, first)) = label(view, at) else { continue };
        let end = view.skip_spaces(at + 1, super::view::REACH);
        let value = view.chars.get(end).copied();
        let gap = end - at - 1;
        let is_empty = match value {
            None => true,
            Some('，' | '；' | '。' | '）' | ')' | ',' | ';') => gap > 0,
            Some(_) => gap > 0 && leads_to_label(view, end),
        };
        let range = view.byte(at + 1)..view.byte(end);
        while let Some(blank) = rest.next_if(|blank| blank.range.end < range.start) {
            done.push(blank);
        }
        // A blank date, or another gap, may be there already.
        let is_covered = rest.peek().is_some_and(|blank| blank.range.start <= range.end);
        if is_empty && !is_covered {
            let announces = value.is_none() && ask == Ask::Prose;
            open += 1;
            row = Row::Labels { open, announces };
            done.push(Blank { range, class: Class::Blank, certain: false });
        } else if first && row == Row::Text {
            row = Row::Filled;
        }
    }
    done.extend(rest);
    *blanks = done;
    row
}

/// What the label before a colon asks for, and whether it begins the line.
fn label(view: &View, colon: usize) -> Option<(Ask, bool)> {
    let before = view.before(colon);
    let is_part = |c: &&char| is_han(**c) || **c == ' ' || matches!(c, '（' | '）' | '(' | ')' | '、' | '/');
    let length = before.iter().rev().take(LONGEST + 8).take_while(is_part).count();
    let part = trim_start(&before[before.len() - length..]);
    let start = before.len() - part.len();
    // Two spaces end what came before.
    let mut gap = part.windows(2).rposition(|pair| pair == [' ', ' ']).map_or(0, |at| at + 2);
    let mut word: Vec<char> = part[gap..].to_vec();
    if word.len() == 1 {
        // 姓    名 is one word.
        let head = trim_end(&part[..gap]);
        word.insert(0, *head.last()?);
        gap = head.len() - 1;
    }
    if ends_any(
        &word,
        &["盖章）", "签字）", "签名）", "签章）", "公章）", "盖章)", "签字)", "签名)", "签章)"],
    ) {
        return None;
    }
    if let Some(open) = word.iter().position(|c| matches!(c, '（' | '('))
        && open > 0
    {
        word.truncate(open);
    } else if let Some(close) = word.iter().rposition(|c| matches!(c, '）' | ')' | '（' | '(' | '、')) {
        word.drain(..=close);
    }
    let spread = word.iter().filter(|c| **c == ' ').count();
    let han = word.len() - spread;
    // 姓 名 is one word, 张三 电话 is two.
    if spread > 0 && han > 4 {
        let last = word.iter().rposition(|c| *c == ' ').map_or(0, |at| at + 1);
        word.drain(..last);
    }
    word.retain(|c| *c != ' ');
    let is_address = word.contains(&'各') || starts_any(&word, &["尊敬", "有关", "相关", "致"]);
    if word.len() < 2 || word.len() > LONGEST || is_address {
        return None;
    }
    let first = gap == 0
        && (start == 0 || before[..start].iter().all(|c| is_edge(*c) || c.is_ascii_digit() || *c == ' '));
    slot(&word).map(|ask| (ask, first))
}

/// Whether another label begins at a place.
fn leads_to_label(view: &View, at: usize) -> bool {
    let rest = view.after(at);
    let length = rest.iter().take(LONGEST).take_while(|c| is_han(**c) || **c == ' ').count();
    if !matches!(rest.get(length), Some('：' | ':')) {
        return false;
    }
    let word: Vec<char> = rest[..length].iter().copied().filter(|c| *c != ' ').collect();
    slot(&word).is_some()
}

/// Makes labels certain that stand beside others on their line or on lines next to each other, and
/// takes those away whose value follows on the next line.
pub(super) fn settle(rows: &[Row], all: &mut [Vec<Blank>]) {
    for (at, blanks) in all.iter_mut().enumerate() {
        let Some(Row::Labels { open, announces }) = rows.get(at).copied() else { continue };
        let full = |row: &&Row| **row != Row::Empty;
        let next = rows[at + 1..].iter().take(3).find(full).copied();
        let last = rows[..at].iter().rev().take(3).find(full).copied();
        let is_label = |row: Option<Row>| matches!(row, Some(Row::Labels { .. } | Row::Filled));
        if announces && open == 1 && matches!(next, Some(Row::Text)) {
            blanks.retain(|blank| blank.certain || blank.class != Class::Blank);
        } else if open > 1 || is_label(next) || is_label(last) {
            for blank in blanks.iter_mut().filter(|blank| blank.class == Class::Blank) {
                blank.certain = true;
            }
        }
    }
}
