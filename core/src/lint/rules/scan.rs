//! Shows the rules one paragraph at a time, and what stands around a place in it.

use std::ops::Range;

use crate::lint::{Finding, Subject};
use crate::report::Paragraph;
use crate::template::BlockKind;
use crate::text::chars::{is_han, is_space};
use crate::text::part;

/// The words of one paragraph.
pub(super) struct Words<'a> {
    /// Its index in the report.
    pub(super) at: usize,
    /// What it is.
    pub(super) kind: BlockKind,
    /// The words.
    pub(super) text: &'a str,
}

impl Words<'_> {
    /// A remark about those bytes.
    pub(super) fn find(&self, range: Range<usize>) -> Finding {
        Finding::at(self.at, range)
    }
}

/// Lets a rule look at each paragraph. What it finds in an open blank is not the writer's.
pub(super) fn each(subject: &Subject<'_>, found: &mut Vec<Finding>, look: fn(&Words<'_>, &mut Vec<Finding>)) {
    for (at, paragraph, text) in subject.paragraphs() {
        let from = found.len();
        look(&Words { at, kind: paragraph.kind, text }, found);
        if found.len() > from {
            let open = open_blanks(paragraph);
            let new = found.split_off(from);
            found.extend(new.into_iter().filter(|finding| !is_within(finding, &open)));
        }
    }
}

fn is_within(finding: &Finding, open: &[Range<usize>]) -> bool {
    let Some(place) = &finding.place else { return false };
    open.iter().any(|blank| blank.start <= place.range.start && place.range.end <= blank.end)
}

/// The bytes of the open blanks of a paragraph.
fn open_blanks(paragraph: &Paragraph) -> Vec<Range<usize>> {
    let mut from = 0;
    let mut open = Vec::new();
    for run in &paragraph.runs {
        let to = from + run.text.len();
        if run.open {
            open.push(from..to);
        }
        from = to;
    }
    open
}

/// What stands before the first and after the last character.
pub(super) const EDGE: char = '\0';

/// The character before that byte.
pub(super) fn before(text: &str, at: usize) -> char {
    part(text, ..at).chars().next_back().unwrap_or(EDGE)
}

/// The character at that byte.
pub(super) fn after(text: &str, at: usize) -> char {
    part(text, at..).chars().next().unwrap_or(EDGE)
}

/// The end of the characters from `at` on that are `like` the first.
pub(super) fn run(text: &str, at: usize, like: fn(char) -> bool) -> usize {
    let rest = part(text, at..);
    at + rest.find(|c| !like(c)).unwrap_or(rest.len())
}

/// A full-width mark that ends a sentence or a part of one.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？')
}

/// A full-width mark that opens.
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '（' | '《' | '〈' | '【' | '〔' | '「' | '『')
}

/// A full-width mark that closes.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | '》' | '〉' | '】' | '〕' | '」' | '』')
}

/// Whether a clause begins after this character.
pub(super) fn begins_clause(before: char) -> bool {
    before == EDGE
        || is_stop(before)
        || is_opening(before)
        || is_space(before)
        || matches!(before, ',' | ';' | ':')
}

/// Whether only Chinese writing stands beside a mark there.
pub(super) fn is_chinese(c: char) -> bool {
    is_han(c) || is_stop(c) || is_opening(c) || is_closing(c)
}

/// The addresses of the net in a text: their marks are no punctuation.
pub(super) fn links(text: &str) -> Vec<Range<usize>> {
    let mut links: Vec<Range<usize>> = Vec::new();
    if !text.contains("://") && !text.contains("www.") && !text.contains('@') {
        return links;
    }
    let mut from = 0;
    for word in text.split_inclusive(|c: char| !c.is_ascii_graphic()) {
        let address = word.trim_end_matches(|c: char| !c.is_ascii_graphic());
        if address.contains("://") || address.contains("www.") || address.contains('@') {
            let address = address.trim_end_matches([',', '.', ';', ':', '!', '?', ')']);
            links.push(from..from + address.len());
        }
        from += word.len();
    }
    links
}

/// Whether a byte lies in one of those ranges, which are in order.
pub(super) fn is_in(at: usize, ranges: &[Range<usize>]) -> bool {
    let next = ranges.partition_point(|range| range.end <= at);
    ranges.get(next).is_some_and(|range| range.start <= at)
}
