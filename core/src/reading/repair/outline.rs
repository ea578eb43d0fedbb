//! An outline before the title that says the headings a second time.

use super::{Log, Piece};
use crate::reading::RepairKind;
use crate::reading::number::number;

/// An outline has at least this many headings.
const HEADINGS: usize = 2;

pub(super) fn drop_lines(pieces: &mut Vec<Piece>, log: &mut Log) {
    let named = |text: &str| {
        matches!(text.trim_matches([' ', '\u{3000}', '：']), "目录" | "目 录" | "提纲" | "目　录")
    };
    let start = pieces.iter().position(|piece| !named(piece.text())).unwrap_or(0);
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

/// A line of an outline without the dots and the page that may follow its words.
fn bare(line: &str) -> String {
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let dots = words.trim_end_matches(['.', '…', '·', ' ', '-', '\u{3000}']);
    if dots.len() < words.len() { dots.to_owned() } else { line.trim_end_matches('。').to_owned() }
}
