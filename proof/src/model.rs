//! The comparison as plain data.

use gaozhi_core::template::BlockKind;

/// What became of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It stands in both.
    Same,
    /// It stands in the earlier one only.
    Removed,
    /// It stands in the later one only.
    Added,
}

/// A stretch of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What became of it.
    pub mark: Mark,
    /// Its words; never empty.
    pub text: String,
}

/// What became of a paragraph. Its number, made from the structure, is no part of the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It says the same and is of the same kind.
    Same(String),
    /// It says something else, or is of another kind: then all may be the same. No two pieces side by
    /// side have one mark; what was removed stands before what was added in its place.
    Changed(Vec<Piece>),
    /// It stands in the earlier one only.
    Removed(String),
    /// It stands in the later one only.
    Added(String),
}

/// A paragraph of the marked-up text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What became of it.
    pub change: Change,
    /// What it is, in the later one if it stands there.
    pub kind: BlockKind,
    /// Its printed number such as 一、, in the later one if it stands there; often empty.
    pub number: String,
    /// The section of the earlier one in which it stood, counted as
    /// [`sections`](gaozhi_core::draft::outline::sections) does; none if it did not.
    pub before: Option<usize>,
    /// The section of the later one in which it stands; none if it does not.
    pub after: Option<usize>,
}

/// What differs between two drafts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The paragraphs of both, each in its order; one that was moved is removed in one place and added
    /// in another.
    pub rows: Vec<Row>,
    /// How many rows are not the same.
    pub changed: usize,
    /// How many characters were added, in pieces and whole paragraphs.
    pub added: usize,
    /// How many characters were removed.
    pub removed: usize,
}
