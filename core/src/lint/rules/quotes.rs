//! PC04, PC06: quotes of the wrong form or in the wrong direction.

use std::ops::Range;

use super::scan::{after, before, each, is_stop};
use crate::lint::{Finding, Subject};
use crate::text::chars::{is_han, is_space};
use crate::text::part;

/// No pair of quotes that were typed in the wrong direction holds more, in bytes.
const LONGEST: usize = 180;

/// PC04: straight quotes around Han (GB/T 15834-2011 4.8: “ ”). One finding for the outermost pair.
pub(super) fn straight_quotes(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let text = words.text;
        if !text.contains(['"', '\'']) || quotes(text).crossed {
            return;
        }
        let mut pairs = straight(text, '"');
        pairs.extend(straight(text, '\''));
        pairs.retain(|pair| stands_alone(part(text, pair.start + 1..pair.end - 1)));
        pairs.sort_unstable_by_key(|pair| pair.start);
        let (mut done, mut is_quoted) = (0, false);
        let mut pairs = pairs.into_iter().peekable();
        while let Some(outer) = pairs.next() {
            if let Some(last) = part(text, done..outer.start).chars().rfind(|c| matches!(c, '“' | '”')) {
                is_quoted = last == '“';
            }
            done = outer.end;
            let [open, close] = if is_quoted { ["‘", "’"] } else { ["“", "”"] };
            let mut fix = open.to_owned();
            let mut from = outer.start + 1;
            while let Some(inner) = pairs.next_if(|inner| inner.start < outer.end) {
                if inner.start >= from && inner.end < outer.end {
                    fix.push_str(part(text, from..inner.start));
                    fix.extend(["‘", part(text, inner.start + 1..inner.end - 1), "’"]);
                    from = inner.end;
                }
            }
            fix.extend([part(text, from..outer.end - 1), close]);
            found.push(words.find(outer).fixed(fix));
        }
    });
}

/// Whether what a pair holds is Chinese, with every other quote in it closed there.
fn stands_alone(inner: &str) -> bool {
    let (mut depth, mut doubles, mut singles) = (0_i32, 0, 0);
    for c in inner.chars() {
        match c {
            '“' => depth += 1,
            '”' => depth -= 1,
            '"' => doubles += 1,
            '\'' => singles += 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0 && doubles % 2 == 0 && singles % 2 == 0 && inner.contains(is_han)
}

/// The pairs of a straight quote; none where one is left over. What follows a digit is an inch, a
/// minute or a second, and ' in a Latin word an apostrophe.
fn straight(text: &str, mark: char) -> Vec<Range<usize>> {
    let mut pairs = Vec::new();
    let mut open = None;
    for (at, _) in text.match_indices(mark) {
        let (left, right) = (before(text, at), after(text, at + 1));
        match open.take() {
            None if left.is_ascii_digit() || mark == '\'' && left.is_ascii_alphanumeric() => {}
            None => open = Some(at),
            // A measure inside of quotes: "55"电视"
            Some(from) if left.is_ascii_digit() && is_han(right) && part(text, at + 1..).contains(mark) => {
                open = Some(from);
            }
            Some(from) if mark == '\'' && left.is_ascii_alphanumeric() && right.is_ascii_alphanumeric() => {
                open = Some(from);
            }
            Some(from) => pairs.push(from..at + 1),
        }
    }
    if open.is_some() { Vec::new() } else { pairs }
}

/// PC06: a quote in the wrong direction, or one of another script.
pub(super) fn turned_quotes(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let quotes = quotes(words.text);
        for pair in quotes.turned {
            let (first, last) = (after(words.text, pair.start), before(words.text, pair.end));
            let inner = part(words.text, pair.start + first.len_utf8()..pair.end - last.len_utf8());
            found.push(words.find(pair).fixed(["“", inner, "”"].concat()));
        }
        if !quotes.crossed {
            for (at, c) in words.text.char_indices() {
                let fix = match c {
                    '〝' => "“",
                    '〞' | '〟' => "”",
                    _ => continue,
                };
                found.push(words.find(at..at + c.len_utf8()).fixed(fix));
            }
        }
    });
}

/// What the double quotes of a paragraph say of their directions.
#[derive(Default)]
pub(super) struct Quotes {
    /// Whether they make pairs only when some are turned.
    pub(super) crossed: bool,
    /// The pairs to turn.
    turned: Vec<Range<usize>>,
}

/// Looks at the double quotes of a paragraph as pairs in a row.
pub(super) fn quotes(text: &str) -> Quotes {
    let is_quote = |c: char| matches!(c, '“' | '”' | '〝' | '〞' | '〟' | '"');
    let all: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| is_quote(*c)).collect();
    let (mut depth, mut falls) = (0_i32, false);
    for (_, c) in &all {
        depth += match c {
            '“' | '〝' => 1,
            '"' => 0,
            _ => -1,
        };
        falls |= depth < 0;
    }
    let paired = depth == 0 && !falls;
    if paired || all.len() % 2 == 1 {
        return Quotes::default();
    }
    let mut turned = Vec::new();
    for pair in all.chunks_exact(2) {
        let [(from, first), (to, last)] = pair else { continue };
        let inner = part(text, from + first.len_utf8()..*to);
        let odd = |c: char| is_stop(c) || is_space(c);
        if inner.is_empty()
            || inner.len() > LONGEST
            || inner.starts_with(odd)
            || inner.contains('。')
            || matches!(inner, "和" | "与" | "及" | "或")
        {
            return Quotes::default();
        }
        if !matches!((first, last), ('“', '”') | ('"', '"')) {
            turned.push(*from..to + last.len_utf8());
        }
    }
    Quotes { crossed: true, turned }
}
