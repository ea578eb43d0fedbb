//! What is told of each change, with all that accepting it needs.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use gaozhi_core::draft::{BlockId, Draft, Entry};
use gaozhi_core::field::FieldId;
use gaozhi_core::report::{numbers, paragraph, shown};
use gaozhi_core::template::{Block, BlockKind, Level, Span, tidy};
use gaozhi_core::text::heading::reach;
use gaozhi_core::text::number::number;

use super::line::{Line, Seen};
use super::pair::{Pair, Steps};
use super::pattern::Pattern;
use super::rewrite::rewritten;
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
    /// A paragraph stands somewhere else.
    Moved {
        /// The paragraph.
        block: BlockId,
        /// The paragraph of the draft behind which it stands now, as for a new one.
        after: Option<BlockId>,
        /// What it says, as printed before.
        text: String,
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
            Self::Moved { .. } => "moved",
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
    let moved: BTreeMap<usize, usize> =
        pairs.iter().filter(|pair| pair.is_moved).map(|pair| (pair.new, pair.old)).collect();
    let (mut told, mut after) = (0, None);
    // What came between two paragraphs that stayed.
    let came = |range: Range<usize>, after: Option<BlockId>| -> Vec<Change> {
        let lines = range.clone().zip(new.get(range).unwrap_or_default());
        let change = |(at, line): (usize, &Line)| match moved.get(&at).and_then(|from| old.get(*from)) {
            Some(from) => Change::Moved { block: from.block, after, text: from.text.clone() },
            None => Change::Added { after, text: line.text.clone(), block: block_of(&line.text) },
        };
        lines.map(change).collect()
    };
    for (at, pattern) in old.iter().enumerate() {
        match by_old.get(&at) {
            None => out.push(Change::Removed { block: pattern.block, text: pattern.text.clone() }),
            Some(pair) if pair.is_moved => {}
            Some(pair) => {
                out.extend(came(told..pair.new, after));
                out.extend(sentence(draft, pattern, pair, values, &numbers));
                (told, after) = (pair.new + 1, Some(pattern.block));
            }
        }
    }
    out.extend(came(told..new.len(), after));
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
