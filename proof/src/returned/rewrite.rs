//! A paragraph of the draft with the words that it has in the text that came back.

use gaozhi_core::report::Part;
use gaozhi_core::template::{Block, Span, tidy};

use super::fit::Step;
use super::line::Seen;
use super::pattern::{Pattern, Sign};
use super::values::Values;

/// A piece of the paragraph as it is now: the span that stands, or words in its place.
struct Made {
    part: Part,
    /// Which piece of the pattern it was; none for words where there were none.
    piece: Option<usize>,
    from: usize,
    to: usize,
    stands: bool,
}

/// The paragraph with its words as they are now; its values stand as blanks unless they are given up.
pub(super) fn rewritten(
    pattern: &Pattern,
    block: &Block,
    seen: &Seen<'_>,
    steps: &[Step],
    values: &Values,
) -> Block {
    let mut made: Vec<Made> = Vec::new();
    let mut at = 0;
    // Pieces of which nothing is seen have no signs; they stand where they stood.
    let mut next = 0;
    let stands_unseen = |made: &mut Vec<Made>, next: &mut usize, upto: usize, at: usize| {
        for (index, piece) in pattern.pieces.iter().enumerate().take(upto).skip(*next) {
            if piece.field().is_none() && piece.printed.is_empty() {
                made.push(Made { part: piece.part, piece: Some(index), from: at, to: at, stands: true });
            }
        }
        *next = (*next).max(upto);
    };
    for (index, step) in steps.iter().enumerate() {
        let sign = match step {
            Step::Same { sign, .. } | Step::Gone { sign } | Step::Value { sign, .. } => {
                pattern.signs.get(*sign)
            }
            Step::New { .. } => None,
        };
        let piece = sign.map(|sign| match sign {
            Sign::Char { piece, .. } | Sign::Blank { piece } => *piece,
        });
        if let Some(piece) = piece {
            stands_unseen(&mut made, &mut next, piece, at);
            next = next.max(piece + 1);
        }
        let part = piece.and_then(|piece| pattern.pieces.get(piece)).map(|piece| piece.part);
        match (step, piece) {
            (Step::Value { from, to, kept, .. }, Some(index)) => {
                let field = pattern.pieces.get(index).and_then(|piece| piece.field());
                let stands = *kept || field.is_some_and(|id| !values.given_up.contains(id));
                let part = part.unwrap_or(Part::Text);
                made.push(Made { part, piece: Some(index), from: *from, to: *to, stands });
                at = *to;
            }
            (Step::Same { .. } | Step::Gone { .. }, Some(index)) => {
                let stays = matches!(step, Step::Same { .. });
                let end = at + usize::from(stays);
                match made.last_mut().filter(|last| last.piece == Some(index)) {
                    Some(last) => (last.to, last.stands) = (end, last.stands && stays),
                    None => made.push(Made {
                        part: part.unwrap_or(Part::Text),
                        piece: Some(index),
                        from: at,
                        to: end,
                        stands: stays,
                    }),
                }
                at = end;
            }
            _ => {
                // Between heading and text it is text.
                let part = part_behind(pattern, steps, index);
                let is_words = |last: &&mut Made| {
                    let piece = last.piece.and_then(|index| pattern.pieces.get(index));
                    last.part == part && piece.is_none_or(|piece| piece.field().is_none())
                };
                match made.last_mut().filter(is_words) {
                    Some(last) => (last.to, last.stands) = (at + 1, false),
                    None => made.push(Made { part, piece: None, from: at, to: at + 1, stands: false }),
                }
                at += 1;
            }
        }
    }
    stands_unseen(&mut made, &mut next, pattern.pieces.len(), at);
    let spans = |part: Part| {
        let own = made.iter().filter(|made| made.part == part);
        let span = |made: &Made| match made.piece.and_then(|index| pattern.pieces.get(index)) {
            Some(piece) if made.stands => piece.span.clone(),
            _ => Span::Text(seen.between(made.from, made.to).to_owned()),
        };
        tidy(own.map(span).collect())
    };
    let (lead, text) = (spans(Part::Lead), spans(Part::Text));
    if lead == block.lead && text == block.text {
        block.clone()
    } else {
        Block { lead, text, ..block.clone() }
    }
}

/// The half of the paragraph in which the next thing stands that was there before, or its last one.
fn part_behind(pattern: &Pattern, steps: &[Step], from: usize) -> Part {
    let sign = steps.iter().skip(from).find_map(|step| match step {
        Step::Same { sign, .. } | Step::Gone { sign } | Step::Value { sign, .. } => pattern.signs.get(*sign),
        Step::New { .. } => None,
    });
    let piece = match sign {
        Some(Sign::Char { piece, .. } | Sign::Blank { piece }) => pattern.pieces.get(*piece),
        None => pattern.pieces.last(),
    };
    piece.map_or(Part::Text, |piece| piece.part)
}
