//! NB01 to NB05, NB09: the numbers of paragraphs. Those that the program makes are right; those
//! that somebody typed may not be.

use super::outline::{Item, clauses, outline};
use super::scan::{after, before};
use crate::lint::{Finding, Subject};
use crate::text::chars::is_space;
use crate::text::number::number;
use crate::text::numerals::chinese;
use crate::text::part;

fn at(item: &Item) -> Finding {
    Finding::at(item.paragraph, item.number.clone())
}

/// NB01: a number left out, twice, or out of order under one heading. Says the number that was due.
pub(super) fn out_of_order(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut last = [0_u32; 5];
    let mut previous: Option<(usize, usize)> = None;
    for item in outline(subject) {
        let Some(count) = last.get(item.level).copied() else { continue };
        let starts = count == 0 && (item.level >= 3 || last == [0; 5]);
        let again = item.count == 1 && previous == Some((item.level, item.paragraph)) && count == 1;
        let fits = item.count == count + 1 || starts || item.count == 1 && !again;
        if item.is_typed && !fits {
            found.push(at(&item).telling(written(item.level, count + 1)));
        }
        let anew = fits || !item.is_typed || item.count > count;
        for (level, last) in last.iter_mut().enumerate() {
            if level == item.level && anew {
                *last = item.count;
            } else if level > item.level {
                *last = 0;
            }
        }
        previous = Some((item.level, item.paragraph + 1));
    }
}

/// A number as GB/T 9704-2012 7.3.3 writes it.
fn written(level: usize, count: u32) -> String {
    match level {
        0 => format!("第{}部分", chinese(count)),
        1 => format!("{}、", chinese(count)),
        2 => format!("（{}）", chinese(count)),
        3 => format!("{count}."),
        _ => format!("（{count}）"),
    }
}

/// NB02: a level left out that the report uses elsewhere. Once under each heading.
pub(super) fn skipped_level(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let items = outline(subject);
    let is_used = |level: usize| items.iter().any(|item| item.level == level);
    let used = [is_used(0), is_used(1), is_used(2), is_used(3), is_used(4)];
    let mut last: [u32; 5] = [0; 5];
    for item in &items {
        let over = item.level.checked_sub(1);
        let of = |level: Option<usize>| level.and_then(|level| last.get(level)).copied().unwrap_or(0);
        let skips = item.level >= 3
            && over.and_then(|level| used.get(level)).copied().unwrap_or(false)
            && of(over) == 0
            && of(item.level.checked_sub(2)) > 0
            && of(Some(item.level)) == 0;
        if skips {
            found.push(at(item));
        }
        for (level, last) in last.iter_mut().enumerate() {
            if level == item.level {
                *last = item.count.max(1);
            } else if level > item.level {
                *last = 0;
            }
        }
    }
}

/// NB03: （一） before the first 一、
pub(super) fn inverted(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let items = outline(subject);
    let first = items.iter().position(|item| item.level <= 1);
    let inner = items.iter().position(|item| item.level == 2);
    if let (Some(first), Some(inner)) = (first, inner)
        && inner < first
        && let Some(item) = items.get(inner)
    {
        found.push(at(item));
    }
}

/// NB04: a mark after a number that does not belong there: 一、 （一） 1. （1） 第一， (GB/T 15834-2011
/// 4.5.3 and 4.6.3, GB/T 9704-2012 7.3.3).
pub(super) fn separator(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (paragraph, _, text) in subject.paragraphs() {
        let made = subject.report.paragraphs.get(paragraph).is_some_and(|paragraph| {
            paragraph.runs.first().is_some_and(|run| run.origin == crate::report::Origin::Number)
        });
        for start in clauses(text) {
            let left = before(text, start);
            let begins = part(text, ..start).len() <= 24 && part(text, ..start).chars().all(is_space);
            if is_space(after(text, start)) || made && start == 0 {
                continue;
            }
            if begins || matches!(left, '：' | '；' | '。') {
                wrong_separator(paragraph, text, start, begins, found);
            }
        }
    }
}

fn wrong_separator(paragraph: usize, text: &str, start: usize, begins: bool, found: &mut Vec<Finding>) {
    if let Some(marker) = super::outline::marker(text, start)
        && marker.kind == '第'
    {
        let mark = before(text, marker.end);
        if mark == '、' {
            let fix = [part(text, start..marker.end - mark.len_utf8()), "，"].concat();
            found.push(Finding::at(paragraph, start..marker.end).fixed(fix));
        }
        return;
    }
    let Some(found_number) = number(part(text, start..)) else { return };
    let written = part(part(text, start..), ..found_number.end).trim_end_matches(is_space);
    let bare = written.trim_end_matches(['、', '.', '．']);
    let mark = part(written, bare.len()..);
    let due = match (found_number.level, mark) {
        (1, "." | "．") if begins => "、",
        (2 | 4, "、" | "." | "．") => "",
        (3, "、") => ".",
        _ => return,
    };
    if bare.ends_with(|c: char| matches!(c, '⒈'..='⒛')) {
        return;
    }
    found.push(Finding::at(paragraph, start..start + written.len()).fixed([bare, due].concat()));
}

/// NB05: (一) where others stand as （一）.
pub(super) fn mixed_brackets(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let items = outline(subject);
    let text =
        |item: &Item| part(subject.texts.get(item.paragraph).map_or("", String::as_str), item.number.clone());
    for level in [2, 4] {
        let of_level = || items.iter().filter(move |item| item.level == level);
        if !of_level().any(|item| text(item).starts_with('（')) {
            continue;
        }
        for item in of_level().filter(|item| text(item).contains(['(', ')'])) {
            found.push(at(item).fixed(text(item).replace('(', "（").replace(')', "）")));
        }
    }
}

/// NB09: a single item under a heading. A list of one is none.
pub(super) fn lone_item(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let items = outline(subject);
    for (index, item) in items.iter().enumerate() {
        let before = items.iter().take(index).rev().find(|other| other.level <= item.level);
        let after = items.iter().skip(index + 1).find(|other| other.level <= item.level);
        let is_of = |other: Option<&Item>| other.is_some_and(|other| other.level == item.level);
        let anew = after.is_some_and(|after| after.count == 1);
        let is_last = !is_of(after) || anew;
        if item.level >= 2 && item.count == 1 && is_last && (!is_of(before) || item.is_typed) {
            found.push(at(item));
        }
    }
}
