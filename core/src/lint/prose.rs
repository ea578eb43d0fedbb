//! Windows, clauses, figures and quotes of a paragraph, as the rules look at them. No look goes
//! further than a window, so that a rule is linear in its text.

use std::ops::Range;

use crate::text::part;

/// The longest look to either side of a place, in characters.
pub(super) const REACH: usize = 80;

/// What stands before a byte of a text, no more than so many characters.
pub(super) fn before(text: &str, at: usize, chars: usize) -> &str {
    let head = part(text, ..at);
    let from = head.char_indices().rev().take(chars).last().map_or(head.len(), |(from, _)| from);
    part(head, from..)
}

/// What stands from a byte of a text on, no more than so many characters.
pub(super) fn after(text: &str, at: usize, chars: usize) -> &str {
    let tail = part(text, at..);
    let to = tail.char_indices().nth(chars).map_or(tail.len(), |(to, _)| to);
    part(tail, ..to)
}

/// The character before a byte, NUL at the start.
pub(super) fn left(text: &str, at: usize) -> char {
    part(text, ..at).chars().next_back().unwrap_or_default()
}

/// The character at a byte, NUL at the end.
pub(super) fn right(text: &str, at: usize) -> char {
    part(text, at..).chars().next().unwrap_or_default()
}

/// Whether a character ends a sentence or an item of a list.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？' | ';' | '\n')
}

/// Whether a character ends a clause.
pub(super) fn is_comma(c: char) -> bool {
    is_stop(c) || matches!(c, '，' | '：' | ',' | '（' | '）' | '(' | ')' | '…')
}

/// The part of the clause that stands before a byte.
pub(super) fn clause_before(text: &str, at: usize) -> &str {
    behind_last(before(text, at, REACH), is_comma)
}

/// The part of the sentence that stands before a byte.
pub(super) fn sentence_before(text: &str, at: usize) -> &str {
    behind_last(before(text, at, REACH), is_stop)
}

/// The part of the sentence that stands from a byte on.
pub(super) fn sentence_after(text: &str, at: usize) -> &str {
    let window = after(text, at, REACH);
    part(window, ..window.find(is_stop).unwrap_or(window.len()))
}

fn behind_last(window: &str, is: fn(char) -> bool) -> &str {
    let from = window.char_indices().rev().find(|(_, c)| is(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    part(window, from..)
}

/// Whether one of the words stands in the text.
pub(super) fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The word of a table that the text begins with, the longest first where the table is so ordered.
pub(super) fn starting<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().find(|word| text.starts_with(**word)).copied()
}

/// The word of a table that the text ends with, the longest first where the table is so ordered.
pub(super) fn ending<'a>(text: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().find(|word| text.ends_with(**word)).copied()
}

/// A figure in ASCII digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure<'a> {
    /// Its first byte in the paragraph.
    pub(super) start: usize,
    /// The byte behind it.
    pub(super) end: usize,
    /// As it is printed, with separators and decimals.
    pub(super) text: &'a str,
    /// Stands alone: no part of a code, a span, a time or a date with strokes.
    pub(super) is_plain: bool,
}

impl Figure<'_> {
    /// The figure without its point, and its decimals; nothing for one too long to count with.
    pub(super) fn value(&self) -> Option<(u64, u32)> {
        let (whole, decimals) = self.text.split_once('.').unwrap_or((self.text, ""));
        let mut value = 0_u64;
        for digit in whole.bytes().chain(decimals.bytes()).filter(u8::is_ascii_digit) {
            value = value.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        }
        (value < 1 << 40 && decimals.len() <= 4).then_some((value, decimals.len() as u32))
    }

    /// The figure, if it is whole.
    pub(super) fn count(&self) -> Option<u64> {
        self.value().filter(|(_, decimals)| *decimals == 0).map(|(value, _)| value)
    }
}

/// The figures of a paragraph, in order.
pub(super) fn figures(text: &str) -> Vec<Figure<'_>> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut all = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) {
            at += 1;
        }
        let mut is_group = at - start <= 3;
        while is_group && bytes.get(at) == Some(&b',') {
            is_group = (1..=3).all(|next| digit(at + next)) && !digit(at + 4);
            at += if is_group { 4 } else { 0 };
        }
        if bytes.get(at) == Some(&b'.') && digit(at + 1) {
            at += 1;
            while digit(at) {
                at += 1;
            }
        }
        let (left, right) = (left(text, start), right(text, at));
        let is_plain = !is_joint(left) && !is_joint(right) && left != '.';
        all.push(Figure { start, end: at, text: part(text, start..at), is_plain });
    }
    all
}

/// Whether a character beside a figure makes it a part of something longer.
fn is_joint(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(
            c,
            '-' | '–' | '—' | '～' | '~' | '/' | ':' | '〔' | '*' | '×' | '_' | '+' | '#' | '@' | '='
        )
}

/// How many bytes a sign of per cent takes at the start of the text.
pub(super) fn percent(text: &str) -> usize {
    starting(text, &["%", "％"]).map_or(0, str::len)
}

/// The bytes between quotes and in 《》, in order; a pair in another pair belongs to it.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (open, c) {
            (None, '“') => open = Some((at, '”')),
            (None, '《') => open = Some((at, '》')),
            (Some((from, close)), c) if c == close => {
                all.push(from..at);
                open = None;
            }
            _ => {}
        }
    }
    all
}

/// Whether a byte stands in one of the ranges, which are in order.
pub(super) fn is_inside(ranges: &[Range<usize>], at: usize) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.start <= at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_their_separators_and_know_when_they_are_codes() {
        let printed = |text| -> Vec<(String, bool)> {
            figures(text).into_iter().map(|f| (f.text.to_owned(), f.is_plain)).collect()
        };
        let plain = |text: &str| (text.to_owned(), true);
        let joint = |text: &str| (text.to_owned(), false);
        assert_eq!(printed("共3,000人，占62.16%"), [plain("3,000"), plain("62.16")]);
        assert_eq!(printed("1—3月A4纸10:30"), [joint("1"), joint("3"), joint("4"), joint("10"), joint("30")]);
        assert_eq!(printed("第1,2项"), [plain("1"), plain("2")]);
        assert_eq!(figures("12.50%")[0].value(), Some((1250, 2)));
        assert_eq!(figures("3,000人")[0].count(), Some(3000));
        assert_eq!(figures("12345678901234567890123人")[0].value(), None);
    }

    #[test]
    fn clauses_and_sentences_end_at_their_marks() {
        let text = "甲乙。丙丁，共10人，其中男4人；戊";
        let at = text.find("10").expect("stands there");
        assert_eq!(clause_before(text, at), "共");
        assert_eq!(sentence_before(text, at), "丙丁，共");
        assert_eq!(sentence_after(text, at), "10人，其中男4人");
        assert_eq!((left(text, 0), right(text, text.len())), ('\0', '\0'));
    }

    #[test]
    fn quotes_are_found_and_looked_up() {
        let text = "推进“双减”和《条例》“等";
        let spans = quoted(text);
        assert_eq!(spans.len(), 2);
        assert!(is_inside(&spans, text.find('减').expect("stands there")));
        assert!(!is_inside(&spans, text.find('和').expect("stands there")));
        assert!(!is_inside(&spans, text.len()));
    }
}
