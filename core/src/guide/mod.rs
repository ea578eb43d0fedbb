//! Where a person stands in a draft: its sections, its blanks in order, what is still open.

mod map;

pub use map::{Map, Section, Spot};

/// Characters of a text without white space: what an office counts.
#[must_use]
pub fn count(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}
