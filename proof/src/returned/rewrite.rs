//! A paragraph of the draft with the words that it has in the text that came back.

use gaozhi_core::report::Part;
use gaozhi_core::template::{Block, Span, tidy};

use super::fit::Step;
use super::line::Seen;
use super::pattern::{Pattern, Piece, Sign};
use super::values::Values;

/// The paragraph with its words as they are now; its values stand as blanks unless they are given up.
pub(super) fn rewritten(
    pattern: &Pattern,
    block: &Block,
    seen: &Seen<'_>,
    steps: &[Step],
    values: &Values,
) -> Block {
    let mut making = Making { pattern, made: Vec::new(), at: 0, next: 0 };
    for (index, step) in steps.iter().enumerate() {
        match *step {
            Step::Value { sign, from, to, kept } => {
                let Some(piece) = making.reach(sign) else { continue };
                let field = pattern.pieces.get(piece).and_then(Piece::field);
                let stands = kept || field.is_some_and(|id| !values.given_up.contains(id));
                making.put(piece, from, to, stands);
            }
            Step::Same { sign, .. } => making.character(sign, true),
            Step::Gone { sign } => making.character(sign, false),
            Step::New { .. } => making.fresh(part_behind(pattern, steps, index)),
        }
    }
    making.unseen(pattern.pieces.len());
    let (lead, text) = (making.spans(Part::Lead, seen), making.spans(Part::Text, seen));
    if lead == block.lead && text == block.text {
        block.clone()
    } else {
        Block { lead, text, ..block.clone() }
    }
}

/// A piece of the paragraph as it is now: the span that stands, or words in its place.
struct Made {
    part: Part,
    /// Which piece of the pattern it was; none for words where there were none.
    piece: Option<usize>,
    /// Which characters of the text it is now.
    from: usize,
    to: usize,
    /// Whether the span stands.
    stands: bool,
}

/// The paragraph in the making.
struct Making<'a> {
    pattern: &'a Pattern,
    made: Vec<Made>,
    /// How many characters of the text are in it.
    at: usize,
    /// How many pieces of the pattern are.
    next: usize,
}

impl Making<'_> {
    /// The piece of that sign, once the pieces before it are there.
    fn reach(&mut self, sign: usize) -> Option<usize> {
        let piece = match self.pattern.signs.get(sign)? {
            Sign::Char { piece, .. } | Sign::Blank { piece } => *piece,
        };
        self.unseen(piece);
        self.next = self.next.max(piece + 1);
        Some(piece)
    }

    /// Words of which nothing is seen have no signs; they stand where they stood.
    fn unseen(&mut self, upto: usize) {
        for index in self.next..upto {
            let piece = self.pattern.pieces.get(index);
            if piece.is_some_and(|piece| piece.field().is_none() && piece.printed.is_empty()) {
                self.put(index, self.at, self.at, true);
            }
        }
        self.next = self.next.max(upto);
    }

    fn put(&mut self, piece: usize, from: usize, to: usize, stands: bool) {
        let part = self.pattern.pieces.get(piece).map_or(Part::Text, |piece| piece.part);
        self.made.push(Made { part, piece: Some(piece), from, to, stands });
        self.at = to;
    }

    /// A character of the words, which is still there or not.
    fn character(&mut self, sign: usize, stays: bool) {
        let Some(piece) = self.reach(sign) else { return };
        let end = self.at + usize::from(stays);
        match self.made.last_mut().filter(|last| last.piece == Some(piece)) {
            Some(last) => (last.to, last.stands) = (end, last.stands && stays),
            None => self.put(piece, self.at, end, stays),
        }
        self.at = end;
    }

    /// A character that is new: part of the words before it in that half, if there are any.
    fn fresh(&mut self, part: Part) {
        let pieces = &self.pattern.pieces;
        let is_words = |last: &&mut Made| {
            let piece = last.piece.and_then(|index| pieces.get(index));
            last.part == part && piece.is_none_or(|piece| piece.field().is_none())
        };
        let end = self.at + 1;
        match self.made.last_mut().filter(is_words) {
            Some(last) => (last.to, last.stands) = (end, false),
            None => self.made.push(Made { part, piece: None, from: self.at, to: end, stands: false }),
        }
        self.at = end;
    }

    fn spans(&self, part: Part, seen: &Seen<'_>) -> Vec<Span> {
        let span = |made: &Made| match made.piece.and_then(|index| self.pattern.pieces.get(index)) {
            Some(piece) if made.stands => piece.span.clone(),
            _ => Span::Text(seen.between(made.from, made.to).to_owned()),
        };
        tidy(self.made.iter().filter(|made| made.part == part).map(span).collect())
    }
}

/// The half of the paragraph in which the next thing stands that was there before, or its last one:
/// what is new between heading and text is text.
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
