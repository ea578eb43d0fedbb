//! The blanks of a line.

use std::ops::Range;

use super::Class;
use crate::field::Kind;

/// A blank of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blank {
    /// The bytes of the line that its mark covers.
    pub(super) range: Range<usize>,
    /// The convention that it follows.
    pub(super) class: Class,
    /// Certain, or only a suggestion.
    pub(super) certain: bool,
}

/// What a blank asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) kind: Kind,
    /// What the sentence prints right after it.
    pub(super) unit: String,
    pub(super) label: String,
    pub(super) choices: Vec<String>,
}

/// The blanks of each line, in order, none over another.
pub(super) fn scan(lines: &[&str]) -> Vec<Vec<Blank>> {
    lines.iter().map(|_| Vec::new()).collect()
}

/// What the blank number `at` of a line asks for.
pub(super) fn type_of(line: &str, blanks: &[Blank], at: usize) -> Typed {
    let _ = (line, blanks, at);
    Typed { kind: Kind::Text, unit: String::new(), label: String::new(), choices: Vec::new() }
}

/// The bytes of a whole date that begins with blank `at`, and how many blanks it covers.
pub(super) fn date_span(line: &str, blanks: &[Blank], at: usize) -> Option<(Range<usize>, usize)> {
    let _ = (line, blanks, at);
    None
}

/// A key that is equal for blanks that are proposed to be one field.
pub(super) fn same_key(line: &str, blanks: &[Blank], at: usize) -> Option<String> {
    let _ = (line, blanks, at);
    None
}
