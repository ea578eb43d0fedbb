//! PC07, PC10, PC12, PC13: marks that are doubled, too many, or made of others.

use super::scan::{EDGE, after, before, each, is_chinese, is_stop, run};
use crate::lint::{Finding, Subject};
use crate::text::chars::is_han;
use crate::text::part;

/// A row of points this long leads to a page number or is a blank to write on, in characters.
const LEADER: usize = 9;

/// PC07: one mark right after another. GB/T 15834-2011 lets only ！ and ？ stand together.
pub(super) fn doubled(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let mut end = 0;
        for (start, mark) in words.text.char_indices() {
            if start < end || !is_stop(mark) {
                continue;
            }
            end = run(words.text, start, is_any_stop);
            let row = part(words.text, start..end);
            let emphatic = row.chars().all(|c| matches!(c, '！' | '？'));
            let ellipsis = row.chars().all(|c| c == '。') && row.chars().count() > 2;
            if row.len() == mark.len_utf8() || emphatic || ellipsis {
                continue;
            }
            let finding = words.find(start..end);
            found.push(match one_of(row) {
                Some(one) => finding.fixed(one),
                None => finding,
            });
        }
    });
}

fn is_any_stop(c: char) -> bool {
    is_stop(c) || matches!(c, ',' | ';')
}

/// The one mark that is meant, where there is no doubt: the same one again, or 。 after a comma.
fn one_of(row: &str) -> Option<char> {
    let wide = |c| match c {
        ',' => '，',
        ';' => '；',
        _ => c,
    };
    let (first, last) = (wide(row.chars().next()?), wide(row.chars().next_back()?));
    let before_last = row.chars().rev().skip(1);
    let weaker = |c| wide(c) == last || last == '。' && matches!(wide(c), '，' | '、');
    (first == last || last == '。').then_some(())?;
    before_last.map(weaker).all(|is| is).then_some(last)
}

/// PC10: 、 between items that all stand in quotes or in 《》 (GB/T 15834-2011 4.5.3.5).
pub(super) fn needless_comma(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        for (at, comma) in words.text.match_indices('、') {
            let pair = match (before(words.text, at), after(words.text, at + comma.len())) {
                ('”', '“') => "”“",
                ('》', '《') => "》《",
                ('’', '‘') => "’‘",
                _ => continue,
            };
            let (start, end) = (at - pair.len() / 2, at + comma.len() + pair.len() / 2);
            found.push(words.find(start..end).fixed(pair));
        }
    });
}

/// PC12: an ellipsis that is not …… (GB/T 15834-2011 4.11: six points in two cells).
pub(super) fn ellipsis(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let text = words.text;
        let mut from = 0;
        while let Some(start) = part(text, from..).find(is_point) {
            let start = from + start;
            let first = after(text, start);
            let end = match first {
                '.' => run(text, start, |c| c == '.'),
                '…' => run(text, start, |c| c == '…'),
                '。' => run(text, start, |c| c == '。'),
                '．' => run(text, start, |c| c == '．'),
                _ => run(text, start, |c| c == '·'),
            };
            from = end;
            let count = part(text, start..end).chars().count();
            let wrong = match first {
                '…' => !matches!(count, 2 | 4),
                _ => count > 2,
            };
            let (left, right) = (before(text, start), after(text, end));
            let leads = count >= LEADER || right.is_ascii_digit();
            if wrong && !leads && !left.is_ascii_alphanumeric() {
                found.push(words.find(start..end).fixed("……"));
            }
        }
    });
}

fn is_point(c: char) -> bool {
    matches!(c, '.' | '…' | '。' | '．' | '·')
}

/// PC13: a dash that is not —— (GB/T 15834-2011 4.10: two cells). A single — joins 1—3月.
pub(super) fn dash(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let text = words.text;
        let mut from = 0;
        while let Some(start) = part(text, from..).find(is_stroke) {
            let start = from + start;
            let end = match after(text, start) {
                '-' => run(text, start, |c| c == '-'),
                '－' => run(text, start, |c| c == '－'),
                '─' => run(text, start, |c| c == '─'),
                _ => run(text, start, |c| c == '—'),
            };
            from = end;
            let row = part(text, start..end);
            let wrong = match row.chars().count() {
                2 => !row.starts_with('—'),
                3 | 4 => row != "————",
                _ => false,
            };
            let (left, right) = (before(text, start), after(text, end));
            let joins =
                is_chinese(left) && (is_chinese(right) || right == EDGE) || left == EDGE && is_han(right);
            if wrong && joins {
                found.push(words.find(start..end).fixed("——"));
            }
        }
    });
}

fn is_stroke(c: char) -> bool {
    matches!(c, '-' | '－' | '─' | '—')
}
