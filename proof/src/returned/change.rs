//! What is told of each change, with all that accepting it needs.

use std::collections::{BTreeMap, BTreeSet};

use gaozhi_core::draft::{BlockId, Draft, Entry};
use gaozhi_core::field::FieldId;
use gaozhi_core::report::{Part, numbers, paragraph, shown};
use gaozhi_core::template::{Block, BlockKind, Level, Span, tidy};
use gaozhi_core::text::heading::reach;
use gaozhi_core::text::number::number;

use super::fit::Step;
use super::line::{Line, Seen};
use super::pair::{Pair, Steps};
use super::pattern::{Pattern, Sign};
use super::values::Values;

/// A change of the text.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A field says something else, or something at all, wherever it is printed.
    Value {
        /// The field.
        field: FieldId,
        /// What the report printed, an open blank's mark too.
        from: String,
        /// What it is to print.
        to: String,
        /// What is typed for that.
        typed: String,
    },
    /// The words of a paragraph are others, or a value in it became words.
    Sentence {
        /// The paragraph.
        block: BlockId,
        /// What it says, as printed.
        from: String,
        /// What it says when this alone is accepted.
        to: String,
        /// The paragraph as it is to be.
        rewritten: Block,
    },
    /// There is a new paragraph.
    Added {
        /// The paragraph of the draft behind which it stands, other new ones between; none at the top.
        after: Option<BlockId>,
        /// As it stands in the text.
        text: String,
        /// The paragraph as it is to be.
        block: Block,
    },
    /// A paragraph is gone.
    Removed {
        /// The paragraph.
        block: BlockId,
        /// What it said, as printed.
        text: String,
    },
}

impl Change {
    /// The stable English word for its kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Value { .. } => "value",
            Self::Sentence { .. } => "sentence",
            Self::Added { .. } => "added",
            Self::Removed { .. } => "removed",
        }
    }
}

/// The values in the order of the text, then all else.
pub(super) fn changes(
    draft: &Draft,
    old: &[Pattern],
    new: &[Line],
    pairs: &[Pair],
    values: &Values,
) -> Vec<Change> {
    let mut out = of_values(draft, old, values);
    let numbers = printed_numbers(draft);
    let by_old: BTreeMap<usize, &Pair> = pairs.iter().map(|pair| (pair.old, pair)).collect();
    let (mut told, mut after) = (0, None);
    let added = |range: std::ops::Range<usize>, after: Option<BlockId>| {
        let lines = new.get(range).unwrap_or_default();
        let change =
            move |line: &Line| Change::Added { after, text: line.text.clone(), block: block_of(&line.text) };
        lines.iter().map(change).collect::<Vec<_>>()
    };
    for (at, pattern) in old.iter().enumerate() {
        match by_old.get(&at) {
            None => out.push(Change::Removed { block: pattern.block, text: pattern.text.clone() }),
            Some(pair) => {
                out.extend(added(told..pair.new, after));
                out.extend(sentence(draft, pattern, pair, values, &numbers));
                (told, after) = (pair.new + 1, Some(pattern.block));
            }
        }
    }
    out.extend(added(told..new.len(), after));
    out
}

fn of_values(draft: &Draft, old: &[Pattern], values: &Values) -> Vec<Change> {
    let placed = old.iter().flat_map(|pattern| pattern.pieces.iter().filter_map(|piece| piece.field()));
    let mut told = BTreeSet::new();
    let change = |id: &FieldId| {
        let (field, typed) = (draft.field(id)?, values.typed.get(id)?);
        let (from, to) = (shown(field, &draft.value(id)).0, shown(field, typed).0);
        told.insert(id.clone()).then(|| Change::Value { field: id.clone(), from, to, typed: typed.clone() })
    };
    placed.filter_map(change).collect()
}

fn printed_numbers(draft: &Draft) -> BTreeMap<BlockId, String> {
    draft.entries().iter().map(|entry| entry.id).zip(numbers(draft)).collect()
}

fn sentence(
    draft: &Draft,
    pattern: &Pattern,
    pair: &Pair,
    values: &Values,
    numbers: &BTreeMap<BlockId, String>,
) -> Option<Change> {
    let entry = draft.entry(pattern.block)?;
    let steps = match &pair.steps {
        Steps::None => return None,
        Steps::Known(steps) => steps.as_slice(),
        Steps::Unknown => &[],
    };
    let rewritten = if pair.steps == Steps::Unknown {
        let text = vec![Span::Text(pair.words.trim().to_owned())];
        Block { lead: Vec::new(), text, ..entry.block.clone() }
    } else {
        rewritten(pattern, &entry.block, &Seen::of(&pair.words), steps, values)
    };
    if rewritten == entry.block {
        return None;
    }
    let number = numbers.get(&entry.id).map_or("", String::as_str);
    let to = paragraph(draft, &Entry { id: entry.id, block: rewritten.clone() }, number).text();
    Some(Change::Sentence { block: entry.id, from: pattern.text.clone(), to, rewritten })
}

/// A piece of the paragraph as it is now: the span that stands, or words in its place.
struct Made {
    part: Part,
    /// Which piece of the pattern it was; none for words where there were none.
    piece: Option<usize>,
    from: usize,
    to: usize,
    stands: bool,
}

fn rewritten(pattern: &Pattern, block: &Block, seen: &Seen<'_>, steps: &[Step], values: &Values) -> Block {
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

/// A new paragraph as a block: numbered if it begins with a number, its heading as far as headings reach.
fn block_of(text: &str) -> Block {
    let found = number(text);
    let level = found.and_then(|number| match number.level {
        1 => Some(Level::One),
        2 => Some(Level::Two),
        3 => Some(Level::Three),
        4 => Some(Level::Four),
        _ => None,
    });
    let (Some(level), Some(number)) = (level, found) else {
        return Block::new(BlockKind::Body, vec![Span::Text(text.to_owned())]);
    };
    let words = text.get(number.end..).unwrap_or(text);
    let (head, rest) = words.split_at_checked(reach(words)).unwrap_or(("", words));
    let spans = |text: &str| tidy(vec![Span::Text(text.to_owned())]);
    Block::with_lead(BlockKind::Item(level), spans(head), spans(rest))
}
