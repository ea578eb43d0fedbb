//! Characters and numerals of Chinese office text. Knows nothing of forms.

use std::slice::SliceIndex;

pub mod attached;
pub mod chars;
pub mod days;
pub mod entity;
pub(crate) mod garbled;
mod hash;
pub mod heading;
mod json;
pub mod number;
pub mod numerals;
pub(crate) mod residue;

pub use hash::fnv1a;
pub use json::json_string;

/// The part of `text` at those bytes; empty where it has no such part. One index of a text would bring
/// the words of its panic, and the tables of what can be printed, into the first load.
pub(crate) fn part<I: SliceIndex<str, Output = str>>(text: &str, at: I) -> &str {
    text.get(at).unwrap_or_default()
}

/// Where a word stands first, in bytes; its ASCII letters in whatever case. The search of the standard
/// library is made for long words, and would be 3 KiB of the first load.
#[must_use]
pub fn find_word(text: &str, word: &str) -> Option<usize> {
    text.as_bytes().windows(word.len().max(1)).position(|bytes| bytes.eq_ignore_ascii_case(word.as_bytes()))
}
