//! A printed paragraph of the draft as a pattern: words that stand, and blanks for which anything may
//! stand now.

use std::collections::BTreeMap;

use gaozhi_core::draft::{BlockId, Draft};
use gaozhi_core::field::{FieldId, Kind};
use gaozhi_core::report::{Origin, Paragraph, Part, compose};
use gaozhi_core::template::Span;
use gaozhi_core::text::chars::squeezed;

use super::line::key;

/// A paragraph of the draft.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    pub(super) block: BlockId,
    /// As it is printed.
    pub(super) text: String,
    /// Its printed number, or empty.
    pub(super) number: String,
    /// The whole without its number, for finding paragraphs that say the same.
    pub(super) key: String,
    pub(super) pieces: Vec<Piece>,
    /// What its pieces say, character by character, a blank as one.
    pub(super) signs: Vec<Sign>,
}

/// A span of the paragraph.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) part: Part,
    pub(super) span: Span,
    /// What is seen of it in print.
    pub(super) printed: Vec<char>,
    /// The kind of the field of a blank.
    pub(super) kind: Option<Kind>,
}

/// A character of the words, or a blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Char { c: char, piece: usize },
    Blank { piece: usize },
}

impl Piece {
    /// The field, if it is a blank.
    pub(super) fn field(&self) -> Option<&FieldId> {
        match &self.span {
            Span::Blank(id) => Some(id),
            Span::Text(_) => None,
        }
    }
}

impl Pattern {
    /// How much its words tell: two for a character, one for a mark.
    pub(super) fn weight(&self) -> usize {
        let weight = |sign: &Sign| match sign {
            Sign::Char { c, .. } => 1 + usize::from(c.is_alphanumeric()),
            Sign::Blank { .. } => 0,
        };
        self.signs.iter().map(weight).sum()
    }

    /// How many characters of it are seen, values included.
    pub(super) fn length(&self) -> usize {
        self.pieces.iter().map(|piece| piece.printed.len()).sum()
    }
}

/// The printed paragraphs of a draft.
pub(super) fn patterns(draft: &Draft) -> Vec<Pattern> {
    let places: BTreeMap<BlockId, usize> =
        draft.entries().iter().enumerate().map(|(at, entry)| (entry.id, at)).collect();
    let of = |paragraph: Paragraph| pattern(draft, *places.get(&paragraph.block)?, &paragraph);
    compose(draft).paragraphs.into_iter().filter_map(of).filter(|pattern| !pattern.key.is_empty()).collect()
}

fn pattern(draft: &Draft, at: usize, paragraph: &Paragraph) -> Option<Pattern> {
    let block = &draft.entries().get(at)?.block;
    let number = paragraph.runs.iter().find(|run| run.origin == Origin::Number);
    let number = number.map(|run| run.text.clone()).unwrap_or_default();
    let (mut pieces, mut signs) = (Vec::new(), Vec::new());
    for (part, spans) in [(Part::Lead, &block.lead), (Part::Text, &block.text)] {
        for (index, span) in spans.iter().enumerate() {
            let mut runs = paragraph.runs.iter().filter(|run| run.origin != Origin::Number);
            let run = runs.find(|run| (run.part, run.span) == (part, index));
            let printed: Vec<char> = run.map(|run| squeezed(&run.text).chars().collect()).unwrap_or_default();
            let piece = pieces.len();
            let kind = match span {
                Span::Text(_) => {
                    signs.extend(printed.iter().map(|c| Sign::Char { c: *c, piece }));
                    None
                }
                Span::Blank(id) => {
                    signs.push(Sign::Blank { piece });
                    draft.field(id).map(|field| field.kind)
                }
            };
            pieces.push(Piece { part, span: span.clone(), printed, kind });
        }
    }
    let text = paragraph.text();
    Some(Pattern { block: paragraph.block, key: key(&text), text, number, pieces, signs })
}
