//! An outline before the title that says the headings a second time.

use super::{Log, Piece};
use crate::reading::RepairKind;
use crate::reading::number::number;
use crate::text::chars::is_space;

/// An outline has at least this many headings.
const HEADINGS: usize = 2;
/// The name of an outline is no longer than this, in characters.
const NAME: usize = 30;

pub(super) fn drop_lines(pieces: &mut Vec<Piece>, log: &mut Log) {
    let start = usize::from(pieces.first().is_some_and(|piece| is_name(piece.text())));
    let numbered = |piece: &&Piece| piece.is_body() && number(piece.text()).is_some();
    let count = pieces[start..].iter().take_while(numbered).count();
    let end = start + count;
    if count < HEADINGS {
        return;
    }
    let outline: Vec<String> = pieces[start..end].iter().map(|piece| bare(piece.text())).collect();
    // Each must come again, in the same order.
    let mut wanted = outline.iter().peekable();
    for piece in &pieces[end..] {
        let Some(heading) = wanted.peek() else { break };
        if number(piece.text()).is_some() && piece.text().starts_with(heading.as_str()) {
            wanted.next();
        }
    }
    if wanted.peek().is_some() {
        return;
    }
    let mut made = false;
    for piece in &pieces[..end] {
        made = log.asks(RepairKind::Outline, piece.text());
    }
    if made {
        pieces.drain(..end);
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
