//! A whole document in one line: it is cut before its headings.

use std::ops::Range;

use super::{Line, Log, Piece};
use crate::reading::RepairKind;
use crate::text::chars::is_space;
use crate::text::number::number;

/// A line longer than this is a document, in characters.
const DOCUMENT: usize = 1500;
/// So is one longer than this that holds so many headings.
const SECTIONS: (usize, usize) = (500, 3);
/// A heading that stands alone is no longer than this, in bytes.
const HEADING: usize = 120;

pub(super) fn cut(pieces: Vec<Piece>, log: &mut Log) -> Vec<Piece> {
    let mut out = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let longer = |length| piece.text().chars().nth(length).is_some();
        let flat = piece.may_continue() && longer(SECTIONS.0);
        let cuts = if flat { places(piece.text()) } else { Vec::new() };
        let enough = if longer(DOCUMENT) { 1 } else { SECTIONS.1 };
        if cuts.len() < enough || !log.asks(RepairKind::Flattened, piece.text()) {
            out.push(piece);
            continue;
        }
        let end = piece.text().len();
        let ends = cuts.iter().copied().chain([end]);
        let mut from = 0;
        for to in ends {
            out.push(Piece { line: part(&piece.line, from..to), indent: 0, blanks: 0, gap: false });
            from = to;
        }
        out.retain(|piece| !piece.text().is_empty());
    }
    out
}

/// Where the numbers 一、 and （一） stand that follow a sentence, or a heading that has none, and
/// count up from one.
fn places(text: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut counts = [0; 2];
    // Where the last level-one heading begins while it has met no end of a sentence.
    let mut heading = None;
    let mut before = '。';
    for (at, c) in text.char_indices() {
        let starts = matches!(c, '（' | '(' | '〔' | '㈠'..='㈩')
            || crate::text::numerals::digit(c).is_some()
            || c == '十';
        let open = heading.is_some_and(|from| at - from <= HEADING);
        let after_sentence =
            matches!(before, '。' | '！' | '？' | '：' | '；' | '”' | '）') || is_space(before);
        if starts
            && (after_sentence || open)
            && let Some(found) = number(&text[at..])
        {
            let level = usize::from(found.level);
            if level <= 2 && found.count == counts[level - 1] + 1 && (after_sentence || level == 2) {
                cuts.push(at);
                counts[level - 1] += 1;
                if level == 1 {
                    counts[1] = 0;
                }
                heading = (level == 1).then_some(at);
            }
        }
        if matches!(c, '。' | '！' | '？') {
            heading = None;
        }
        before = c;
    }
    cuts
}

/// A part of a line without the blanks at its ends.
fn part(line: &Line, range: Range<usize>) -> Line {
    let piece = &line.text[range.clone()];
    let start = range.start + piece.len() - piece.trim_start_matches(is_space).len();
    let end = (range.start + piece.trim_end_matches(is_space).len()).max(start);
    let given = line.given.iter().filter(|given| start <= given.range.start && given.range.end <= end);
    let given = given.cloned().map(|mut given| {
        given.range = given.range.start - start..given.range.end - start;
        given
    });
    Line { text: line.text[start..end].to_owned(), given: given.collect(), ..line.clone() }
}
