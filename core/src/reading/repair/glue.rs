//! A blank's mark that stands on a line of its own in the middle of a sentence, as some editors
//! leave it: `于⏎×⏎月⏎××⏎日召开` is one line.

use super::edits::append;
use super::{Log, Piece};
use crate::reading::RepairKind;
use crate::text::chars::{fold, is_han};
use crate::text::number::number;

/// A mark is no longer than this; more is a sample of text or a rule.
const MARK: usize = 7;
/// A line that is at least this long is no name or title, in characters.
const SENTENCE: usize = 10;

pub(super) fn join(pieces: Vec<Piece>, log: &mut Log) -> Vec<Piece> {
    if !pieces.iter().any(is_mark) {
        return pieces;
    }
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let joins = match (out.last(), pieces.peek()) {
            (Some(before), Some(after)) => {
                is_mark(&piece) && is_torn(before, after, out.len() == 1) && {
                    let sample = [tail(before.text()), piece.text(), after.text()].concat();
                    log.asks(RepairKind::Glue, &sample)
                }
            }
            _ => false,
        };
        match out.last_mut() {
            Some(before) if joins => {
                append(before, piece);
                if let Some(after) = pieces.next() {
                    append(before, after);
                }
            }
            _ => out.push(piece),
        }
    }
    out
}

/// The end of a line, where the seam is.
fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().nth(SENTENCE).map_or(0, |(at, _)| at);
    &text[start..]
}

/// Whether a line is nothing but a blank's mark.
fn is_mark(piece: &Piece) -> bool {
    let mut length = 0;
    let mut marks = 0;
    for c in piece.text().chars().map(fold) {
        match c {
            'X' | 'x' | '×' | '_' | '*' | '○' | '〇' | '□' | '△' => marks += 1,
            '0'..='9' | '.' => {}
            _ => return false,
        }
        length += 1;
        if length > MARK {
            return false;
        }
    }
    marks > 0 && piece.may_continue()
}

/// Whether the lines around a mark are halves of one sentence: what is before is open, and what
/// follows goes on with a unit or a mark of punctuation, or ends a sentence that began above.
fn is_torn(before: &Piece, after: &Piece, first: bool) -> bool {
    let (head, tail) = (before.text(), after.text());
    if !before.is_body() || !after.may_continue() || number(tail).is_some() {
        return false;
    }
    let open = head.chars().next_back().is_some_and(|c| {
        is_han(c)
            || c.is_alphanumeric()
            || matches!(c, '、' | '，' | '“' | '（' | '《' | '〔' | '第' | '-' | '/' | '_' | '×' | '*')
    });
    if !open {
        return false;
    }
    let next = tail.chars().next().unwrap_or(' ');
    let goes_on = matches!(
        next,
        '年' | '月'
            | '日'
            | '号'
            | '个'
            | '次'
            | '人'
            | '名'
            | '所'
            | '家'
            | '项'
            | '件'
            | '场'
            | '期'
            | '元'
            | '万'
            | '亿'
            | '余'
            | '多'
            | '%'
            | '％'
            | '，'
            | '。'
            | '、'
            | '；'
            | '”'
            | '）'
            | '》'
            | '〕'
    );
    let ends = tail.ends_with(['。', '；', '，']);
    goes_on || (ends && !first && head.chars().nth(SENTENCE).is_some())
}
