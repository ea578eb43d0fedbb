//! PC01, PC02, PC14: marks and figures of the wrong width.

use super::scan::{EDGE, Words, after, before, each, is_chinese, is_closing, is_in, links, run};
use crate::lint::{Finding, Subject};
use crate::text::chars::{fold, is_han};
use crate::text::numerals::digit;
use crate::text::part;

/// A number with the blanks before it is no longer than this, in bytes.
const LONGEST: usize = 48;

/// PC01: a half-width , ; ! ? : in Chinese text (GB/T 15834-2011 5.1: a mark takes a whole cell).
pub(super) fn half_width(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let links = links(words.text);
        let is_half = |c| full_width(c).is_some();
        let mut from = 0;
        while let Some(start) = part(words.text, from..).find(is_half) {
            let start = from + start;
            from = run(words.text, start, |c| full_width(c).is_some());
            let (left, right) = (before(words.text, start), after(words.text, from));
            let beside = is_chinese(left) || is_chinese(right) && !matches!(right, '》' | '’');
            if !beside || is_in(start, &links) || is_smiley(left, right) {
                continue;
            }
            for (at, mark) in part(words.text, start..from).char_indices() {
                let twin = full_width(mark).unwrap_or_default();
                found.push(words.find(start + at..start + at + 1).fixed(twin));
            }
        }
    });
}

/// The full-width twin of a half-width mark.
fn full_width(mark: char) -> Option<&'static str> {
    Some(match mark {
        ',' => "，",
        ';' => "；",
        '!' => "！",
        '?' => "？",
        ':' => "：",
        _ => return None,
    })
}

/// `:)` and the like, and C:\
fn is_smiley(left: char, right: char) -> bool {
    matches!(right, ')' | '(' | '\\') || left == '^'
}

/// PC02: a point where 。 is meant.
pub(super) fn point(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let text = words.text;
        let links = links(text);
        for (at, _) in text.match_indices('.') {
            let (left, right) = (before(text, at), after(text, at + 1));
            let ends = right == EDGE || is_closing(right);
            let follows = is_han(left) || is_closing(left) || left == '%';
            if !follows || !(ends || is_han(right)) || is_number(part(text, ..at)) || is_in(at, &links) {
                continue;
            }
            let finding = words.find(at..at + 1);
            // Between the names of a foreigner it stands for ·
            let sure = ends || left == '%' || is_measure(left) && before_is_figure(text, at, left);
            found.push(if sure { finding.fixed("。") } else { finding });
        }
    });
}

/// Whether that is the beginning of a paragraph and nothing but its number.
fn is_number(start: &str) -> bool {
    if start.len() > LONGEST {
        return false;
    }
    let number = start.trim().trim_matches(|c| matches!(c, '（' | '）' | '(' | ')' | '第'));
    !number.is_empty() && number.chars().all(|c| c == '十' || digit(c).is_some() || c.is_ascii_digit())
}

fn is_measure(c: char) -> bool {
    "个名次人项元月日年所件条场期户万亿吨亩倍家台套份篇节天位".contains(c)
}

fn before_is_figure(text: &str, at: usize, left: char) -> bool {
    let figure = before(text, at.saturating_sub(left.len_utf8()));
    figure.is_ascii_digit() || matches!(figure, '万' | '亿' | '余' | '多')
}

/// PC14: full-width figures or ％ (GB/T 15835-2011 writes figures half-width).
pub(super) fn wide_figures(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let mut from = 0;
        while let Some(start) = part(words.text, from..).find(is_wide_figure) {
            let start = from + start;
            let end = wide_figure(words, start);
            let narrow: String = part(words.text, start..end).chars().map(fold).collect();
            found.push(words.find(start..end).fixed(narrow));
            from = end;
        }
    });
}

fn is_wide_figure(c: char) -> bool {
    matches!(c, '０'..='９' | '％')
}

/// The end of the figure at `start`; a full-width point between digits belongs to it.
fn wide_figure(words: &Words<'_>, start: usize) -> usize {
    let mut end = run(words.text, start, is_wide_figure);
    while let Some(rest) = part(words.text, end..).strip_prefix('．')
        && rest.starts_with(is_wide_figure)
    {
        end = run(words.text, end + '．'.len_utf8(), is_wide_figure);
    }
    end
}
