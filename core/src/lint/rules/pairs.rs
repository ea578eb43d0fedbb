//! PC03 to PC06: brackets and quotes, by pairs.

use std::ops::Range;

use super::scan::{Words, after, before, each, is_in, is_stop, links};
use crate::lint::{Finding, Subject};
use crate::text::chars::{is_han, is_space};
use crate::text::part;

/// No pair of quotes that were typed in the wrong direction holds more, in bytes.
const LONGEST: usize = 180;

/// More marks than this do not wait for their other halves at once.
const DEEPEST: usize = 16;

/// PC03: ( ) around Han (GB/T 15834-2011 4.9: （ ）). One finding for the outermost pair.
pub(super) fn half_brackets(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let links = links(words.text);
        let mut open: Vec<(usize, char, usize)> = Vec::new();
        let mut wrong: Vec<(usize, char, usize, char)> = Vec::new();
        let mut han = 0;
        for (at, c) in words.text.char_indices() {
            match c {
                '(' | '（' if !is_in(at, &links) => open.push((at, c, han)),
                ')' | '）' if !is_in(at, &links) => {
                    let Some((from, first, had)) = open.pop() else { continue };
                    let half = first == '(' || c == ')';
                    if half && (han > had || (first == '(') != (c == ')')) {
                        wrong.push((from, first, at, c));
                    }
                }
                _ => han += usize::from(is_han(c)),
            }
        }
        outermost(words, wrong, found);
    });
}

fn outermost(words: &Words<'_>, mut wrong: Vec<(usize, char, usize, char)>, found: &mut Vec<Finding>) {
    wrong.sort_unstable();
    let mut edits: Vec<usize> = wrong.iter().flat_map(|&(from, _, to, _)| [from, to]).collect();
    edits.sort_unstable();
    let mut done = 0;
    for (from, _, to, last) in wrong {
        if from < done {
            continue;
        }
        done = to + last.len_utf8();
        let mut fix = String::with_capacity(done - from + 4);
        for (at, c) in part(words.text, from..done).char_indices() {
            let is_wrong = edits.binary_search(&(from + at)).is_ok();
            fix.push(match c {
                '(' if is_wrong => '（',
                ')' if is_wrong => '）',
                _ => c,
            });
        }
        found.push(words.find(from..done).fixed(fix));
    }
}

/// PC04: straight quotes around Han (GB/T 15834-2011 4.8: “ ”).
pub(super) fn straight_quotes(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        if !words.text.contains(['"', '\'']) || quotes(words.text).crossed {
            return;
        }
        let (double, single) = (straight(words.text, '"'), straight(words.text, '\''));
        let mut pairs: Vec<Range<usize>> = double.into_iter().chain(single).collect();
        pairs.sort_unstable_by_key(|pair| (pair.start, pair.end));
        let (mut done, mut is_quoted) = (0, false);
        for pair in pairs {
            let inner = part(words.text, pair.start + 1..pair.end - 1);
            if pair.start < done || !inner.contains(is_han) {
                continue;
            }
            let between = part(words.text, done..pair.start);
            if let Some(last) = between.chars().rfind(|c| matches!(c, '“' | '”')) {
                is_quoted = last == '“';
            }
            done = pair.end;
            let fix = if is_quoted { ["‘", inner, "’"] } else { ["“", inner, "”"] };
            found.push(words.find(pair).fixed(fix.concat()));
        }
    });
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

/// PC05: a bracket or quote without its other half, or two pairs that cross.
pub(super) fn unpaired(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let quotes = quotes(words.text);
        let mut open: Vec<Open> = Vec::new();
        for (at, c) in words.text.char_indices() {
            if matches!(c, '“' | '”' | '〝' | '〞') && quotes.crossed {
                continue;
            }
            if let Some(close) = other_half(c) {
                if open.len() == DEEPEST {
                    let left = open.remove(0);
                    found.push(words.find(left.at..left.at + left.mark.len_utf8()).telling(left.mark));
                }
                open.push(Open { at, mark: c, close, is_crossed: false });
            } else if is_half(c) && !is_apostrophe(words.text, at, c) {
                close(words, &mut open, at, c, found);
            }
        }
        for left in open {
            found.push(words.find(left.at..left.at + left.mark.len_utf8()).telling(left.mark));
        }
    });
    // A quotation of several paragraphs is opened in each of them and closed in the last.
    let goes_on = |finding: &Finding| {
        let place = finding.place.as_ref();
        place.is_some_and(|place| {
            let text = subject.texts.get(place.paragraph).map_or("", String::as_str);
            let next = subject.texts.get(place.paragraph + 1).map_or("", String::as_str);
            let opens = |text: &str| text.trim_start_matches(is_space).starts_with('“');
            opens(part(text, place.range.start..))
                && part(text, ..place.range.start).chars().all(is_space)
                && opens(next)
        })
    };
    found.retain(|finding| !(finding.rule.is_empty() && goes_on(finding)));
}

/// A mark that waits for its other half.
struct Open {
    at: usize,
    mark: char,
    close: char,
    /// Whether another pair was closed over it.
    is_crossed: bool,
}

fn other_half(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '〝' => '”',
        '‘' => '’',
        '（' | '(' => '）',
        '《' => '》',
        '〈' => '〉',
        '【' => '】',
        '〔' => '〕',
        '「' => '」',
        '『' => '』',
        _ => return None,
    })
}

fn is_half(c: char) -> bool {
    matches!(c, '”' | '〞' | '’' | '）' | ')' | '》' | '〉' | '】' | '〕' | '」' | '』')
}

fn is_apostrophe(text: &str, at: usize, c: char) -> bool {
    c == '’' && before(text, at).is_ascii_alphanumeric()
}

fn close(words: &Words<'_>, open: &mut Vec<Open>, at: usize, c: char, found: &mut Vec<Finding>) {
    let mark = match c {
        ')' => '）',
        '〞' => '”',
        _ => c,
    };
    let range = at..at + c.len_utf8();
    let Some(index) = open.iter().rposition(|left| left.close == mark) else {
        if !(mark == '）' && is_list_mark(part(words.text, ..at))) {
            found.push(words.find(range).telling(c));
        }
        return;
    };
    let left = open.remove(index);
    for over in open.iter_mut().skip(index) {
        over.is_crossed = true;
    }
    if left.is_crossed {
        found.push(words.find(range).telling(c));
    }
}

/// 1） and a) number an item without an opening bracket.
fn is_list_mark(head: &str) -> bool {
    let number = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = if number.len() == head.len() {
        head.trim_end_matches(|c: char| c.is_ascii_alphabetic())
    } else {
        number
    };
    let length = head.len() - number.len();
    let left = number.chars().next_back().unwrap_or(' ');
    (1..=2).contains(&length) && (is_stop(left) || is_space(left) || matches!(left, '；' | ';' | ',' | '.'))
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
struct Quotes {
    /// Whether they make pairs only when some are turned.
    crossed: bool,
    /// The pairs to turn.
    turned: Vec<Range<usize>>,
}

/// Looks at the double quotes of a paragraph as pairs in a row.
fn quotes(text: &str) -> Quotes {
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
        if !(*first == '“' && *last == '”') && !(*first == '"' && *last == '"') {
            turned.push(*from..to + last.len_utf8());
        }
    }
    Quotes { crossed: true, turned }
}
