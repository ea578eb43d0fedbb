//! An outline before the text that says the headings a second time.

use super::{Log, Piece};
use crate::reading::RepairKind;
use crate::text::chars::is_space;
use crate::text::number::number;

/// An outline has at least this many headings.
const HEADINGS: usize = 2;
/// It is named in one of the first lines.
const EARLY: usize = 6;
/// The name of an outline is no longer than this, in characters.
const NAME: usize = 30;

pub(super) fn drop_lines(pieces: &mut Vec<Piece>, log: &mut Log) {
    let numbered = |piece: &&Piece| piece.is_body() && number(piece.text()).is_some();
    let named = pieces.iter().take(EARLY).position(|piece| is_name(piece.text()));
    let (from, start) = named.map_or((0, 0), |at| (at, at + 1));
    let outline: Vec<String> =
        pieces.iter().skip(start).take_while(numbered).map(|piece| bare(piece.text())).collect();
    let end = start + outline.len();
    if outline.len() < HEADINGS {
        return;
    }
    // Each must come again, in the same order.
    let mut wanted = outline.iter().peekable();
    for piece in pieces.iter().skip(end).filter(numbered) {
        if wanted.peek().is_some_and(|heading| piece.text().starts_with(heading.as_str())) {
            wanted.next();
        }
    }
    if wanted.peek().is_some() {
        return;
    }
    let mut made = false;
    for piece in pieces.iter().skip(from).take(end - from) {
        made = log.asks(RepairKind::Outline, piece.text());
    }
    if made {
        pieces.drain(from..end);
    }
}

/// Whether a line names the outline below it.
fn is_name(line: &str) -> bool {
    let words: String = line.chars().take(NAME).filter(|c| !is_space(*c)).collect();
    let words = words.trim_end_matches('：');
    ["目录", "提纲", "大纲"].iter().any(|name| words.ends_with(name))
}

/// A line of an outline without the dots and the page that may follow its words.
fn bare(line: &str) -> String {
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let dots = words.trim_end_matches(['.', '…', '·', ' ', '-', '\u{3000}']);
    if dots.len() < words.len() { dots.to_owned() } else { line.trim_end_matches('。').to_owned() }
}
