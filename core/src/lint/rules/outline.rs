//! The numbered paragraphs of a report, whoever wrote their numbers.

use std::ops::Range;

use super::scan::{after, before};
use crate::lint::Subject;
use crate::report::{Origin, Paragraph, Part};
use crate::template::BlockKind;
use crate::text::heading::reach;
use crate::text::number::number;
use crate::text::part;

/// How a numbered paragraph is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A heading alone.
    Standalone,
    /// A heading, then text in the same paragraph.
    RunIn,
    /// Text without a heading.
    Plain,
}

/// A numbered paragraph.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Its index in the report.
    pub(super) paragraph: usize,
    /// 0 for 第一部分, then 1 to 4 as GB/T 9704-2012 7.3.3 counts them.
    pub(super) level: usize,
    /// What it counts.
    pub(super) count: u32,
    /// Where the number stands.
    pub(super) number: Range<usize>,
    /// The byte where its heading ends; that of the number's end where it has none.
    pub(super) head: usize,
    /// Whether somebody wrote the number, and not this program.
    pub(super) is_typed: bool,
    /// How it is made.
    pub(super) shape: Shape,
    /// Whether the paragraph after it stands under it.
    pub(super) heads: bool,
}

/// The numbered paragraphs, in order.
pub(super) fn outline(subject: &Subject<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut counts = [0_u32; 5];
    let mut last_text = None;
    for (at, paragraph, text) in subject.paragraphs() {
        let item = match made(at, paragraph, text) {
            Some(item) => Some(item),
            None => typed(at, paragraph, text),
        };
        let Some(mut item) = item else {
            match paragraph.kind {
                BlockKind::Signature
                | BlockKind::Date
                | BlockKind::Closing
                | BlockKind::Attachment
                | BlockKind::Remark => {}
                BlockKind::Annex => counts.fill(0),
                BlockKind::Title
                | BlockKind::Byline
                | BlockKind::Salutation
                | BlockKind::Item(_)
                | BlockKind::Body => last_text = Some(at),
            }
            continue;
        };
        if let Some(previous) = items.last_mut() {
            let has_text = last_text.is_some_and(|text| text == previous.paragraph + 1);
            previous.heads = has_text || previous.paragraph + 1 == at && item.level > previous.level;
        }
        if let Some(count) = counts.get_mut(item.level) {
            if item.count == 0 {
                item.count = *count + 1;
            }
            *count = item.count;
        }
        for count in counts.iter_mut().skip(item.level + 1) {
            *count = 0;
        }
        items.push(item);
    }
    if let Some(previous) = items.last_mut() {
        previous.heads = last_text.is_some_and(|text| text == previous.paragraph + 1);
    }
    items
}

/// A paragraph that the program has numbered. The count is 0 where it is too high to be read.
fn made(at: usize, paragraph: &Paragraph, text: &str) -> Option<Item> {
    let BlockKind::Item(level) = paragraph.kind else { return None };
    let first = paragraph.runs.first().filter(|run| run.origin == Origin::Number)?;
    let of_lead = |part| paragraph.runs.iter().skip(1).filter(move |run| run.part == part);
    let end = first.text.len();
    let head = end + of_lead(Part::Lead).map(|run| run.text.len()).sum::<usize>();
    let has_text = of_lead(Part::Text).next().is_some();
    let shape = match (head > end, has_text) {
        (true, true) => Shape::RunIn,
        (true, false) => Shape::Standalone,
        (false, _) => Shape::Plain,
    };
    let count = number(text).map_or(0, |number| number.count);
    let level = level.depth() + 1;
    Some(Item { paragraph: at, level, count, number: 0..end, head, is_typed: false, shape, heads: false })
}

/// A paragraph that begins with a number that somebody wrote.
fn typed(at: usize, paragraph: &Paragraph, text: &str) -> Option<Item> {
    if !matches!(paragraph.kind, BlockKind::Body | BlockKind::Item(_)) {
        return None;
    }
    let found = number(text).filter(|number| number.level <= 4 && number.end < text.len())?;
    let words = part(text, found.end..);
    let reach = reach(words);
    let shape = match reach {
        0 => Shape::Plain,
        _ if reach == words.len() => Shape::Standalone,
        _ => Shape::RunIn,
    };
    let from = text.len() - text.trim_start_matches(crate::text::chars::is_space).len();
    let written = part(text, from..found.end).trim_end_matches(crate::text::chars::is_space);
    Some(Item {
        paragraph: at,
        level: if found.is_part { 0 } else { usize::from(found.level) },
        count: found.count,
        number: from..from + written.len(),
        head: found.end + reach,
        is_typed: true,
        shape,
        heads: false,
    })
}

/// What marks an item of a series inside of a paragraph: 一是, 第一，, （1）.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// What its items have in common.
    pub(super) kind: char,
    /// What it counts.
    pub(super) count: u32,
    /// The byte after it.
    pub(super) end: usize,
}

impl Marker {
    /// Whether the same may number a whole paragraph.
    pub(super) fn is_number(self) -> bool {
        matches!(self.kind, '.' | '(' | '（')
    }
}

/// The marker that begins at that byte, where a clause begins.
pub(super) fn marker(text: &str, at: usize) -> Option<Marker> {
    let first = after(text, at);
    let next = at + first.len_utf8();
    let of = |kind, count, end| Some(Marker { kind, count, end });
    match first {
        '①'..='⑳' => of('①', u32::from(first) - u32::from('①') + 1, next),
        '第' | '其' => {
            let (count, end) = numeral(text, next)?;
            let mark = after(text, end);
            let fits = matches!(mark, '，' | ',' | '、' | '：' | '是');
            (fits && !(mark == '、' && follows_on(text, end))).then_some(())?;
            of(first, count, end + mark.len_utf8())
        }
        '（' | '(' => {
            let kind = if after(text, next).is_ascii_digit() { '(' } else { '（' };
            let (count, end) = numeral(text, next)?;
            let close = after(text, end);
            matches!(close, '）' | ')').then_some(())?;
            of(kind, count, end + close.len_utf8())
        }
        '0'..='9' => {
            let (count, end) = numeral(text, at)?;
            let mark = after(text, end);
            let words = end + mark.len_utf8();
            (matches!(mark, '.' | '．' | '、') && !after(text, words).is_ascii_digit()).then_some(())?;
            of('.', count, words)
        }
        _ => {
            let (count, end) = numeral(text, at)?;
            let word = after(text, end);
            let words = end + word.len_utf8();
            let next = after(text, words);
            let fits = match word {
                // 一是一，二是二
                '是' => !part(text, words..).starts_with(part(text, at..end)),
                '要' => !matches!(next, '素' | '点' | '件' | '害' | '职' | '事' | '求'),
                _ => false,
            };
            fits.then_some(())?;
            of(word, count, words)
        }
    }
}

/// 第一、第二 and 第一、二 list, they do not mark.
fn follows_on(text: &str, at: usize) -> bool {
    let next = after(text, at + '、'.len_utf8());
    next == '第' || numeral(text, at + '、'.len_utf8()).is_some()
}

/// A numeral of at most three characters, 1 to 99.
pub(super) fn numeral(text: &str, at: usize) -> Option<(u32, usize)> {
    let rest = part(text, at..);
    let is_digits = rest.starts_with(|c: char| c.is_ascii_digit());
    let is_one = |c: &char| {
        if is_digits { c.is_ascii_digit() } else { "一二三四五六七八九十".contains(*c) }
    };
    let length: usize = rest.chars().take(4).take_while(is_one).map(char::len_utf8).sum();
    let written = part(rest, ..length);
    let value = if is_digits { written.parse().ok() } else { crate::text::numerals::parse_chinese(written) };
    Some((value.filter(|value| (1..=99).contains(value))?, at + length))
}

/// The bytes of `text` where a clause begins.
pub(super) fn clauses(text: &str) -> impl Iterator<Item = usize> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.filter(move |at| super::scan::begins_clause(before(text, *at)))
}
