//! A change of a draft as a value. Applying one gives its inverse and says what it touched, so
//! that undo is exact and the page redraws no more than it must. How each is done is in `apply`.

use super::model::{BlockId, Entry};
use crate::field::{Field, FieldId};
use crate::setup::Setup;
use crate::template::Block;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// What stands in a field; `None` lets its default stand again.
    Answer {
        /// Which field.
        field: FieldId,
        /// The text exactly as it is to stand.
        text: Option<String>,
    },
    /// Another text for a paragraph.
    Rewrite {
        /// Which paragraph.
        block: BlockId,
        /// What it says from now on.
        to: Block,
    },
    /// New paragraphs.
    Insert {
        /// Index of the first of them; past the end means at the end.
        at: usize,
        /// The paragraphs. An id that is in use is replaced by a fresh one.
        entries: Vec<Entry>,
    },
    /// Paragraphs taken out.
    Remove {
        /// Index of the first.
        at: usize,
        /// How many; as many as there are, if fewer.
        count: usize,
    },
    /// Paragraphs moved.
    Move {
        /// Index of the first.
        from: usize,
        /// How many.
        count: usize,
        /// Index of the first afterwards.
        to: usize,
    },
    /// Another name of the draft.
    Rename(String),
    /// What a field is. One that is not there comes last in the list; `None` takes the field out and
    /// leaves its blanks and its answer.
    Field {
        /// Which field.
        id: FieldId,
        /// What it is from now on; its own id is brought in line with `id`.
        to: Option<Box<Field>>,
    },
    /// A field put into the list at a place; nothing where there is one of that id.
    Declare {
        /// Index of it afterwards; past the end means at the end.
        at: usize,
        /// The field.
        field: Box<Field>,
    },
    /// Other fields and paragraphs instead of all; name and answers stay.
    Replace {
        /// The fields; of two with one id the first counts.
        fields: Vec<Field>,
        /// The paragraphs. An id that was never given out is replaced by a fresh one.
        entries: Vec<Entry>,
    },
    /// Another page; what is not permitted is brought back to what is.
    Setup(Box<Setup>),
    /// Several changes as one, done in order.
    All(Vec<Edit>),
}

/// What a change touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Fields whose value changed.
    pub fields: Vec<FieldId>,
    /// Paragraphs whose own words changed.
    pub blocks: Vec<BlockId>,
    /// Whether paragraphs came, went or moved, or what a field is changed.
    pub outline: bool,
    /// Whether the name changed.
    pub name: bool,
    /// Whether the page changed.
    pub setup: bool,
}

/// What applying an edit gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The edit that takes it back.
    pub inverse: Edit,
    /// What changed.
    pub touched: Touched,
}

impl Touched {
    /// Adds what another change touched.
    pub(super) fn join(&mut self, other: Self) {
        for id in other.fields {
            if !self.fields.contains(&id) {
                self.fields.push(id);
            }
        }
        for id in other.blocks {
            if !self.blocks.contains(&id) {
                self.blocks.push(id);
            }
        }
        self.outline |= other.outline;
        self.name |= other.name;
        self.setup |= other.setup;
    }
}
