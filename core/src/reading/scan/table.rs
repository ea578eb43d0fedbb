//! Words that are found by their first or last character, so that a long table costs no more than a
//! short one.

use super::view::{ends, starts};

/// A table of at most 255 words, each with what is known of it.
pub(super) struct Table<T: 'static> {
    words: &'static [(&'static str, T)],
    /// Where the words of each bucket begin in `order`.
    bucket: [u8; BUCKETS + 1],
    order: [u8; 256],
}

const BUCKETS: usize = 64;

impl<T> Table<T> {
    /// A table for [`Table::starting`].
    pub(super) const fn by_first(words: &'static [(&'static str, T)]) -> Self {
        Self::new(words, true)
    }

    /// A table for [`Table::ending`].
    pub(super) const fn by_last(words: &'static [(&'static str, T)]) -> Self {
        Self::new(words, false)
    }

    const fn new(words: &'static [(&'static str, T)], by_first: bool) -> Self {
        assert!(words.len() < 256);
        let mut table = Self { words, bucket: [0; BUCKETS + 1], order: [0; 256] };
        let (mut bucket, mut filled) = (0, 0);
        while bucket < BUCKETS {
            let mut at = 0;
            while at < words.len() {
                if key(words[at].0.as_bytes(), by_first) == bucket {
                    table.order[filled] = at as u8;
                    filled += 1;
                }
                at += 1;
            }
            bucket += 1;
            table.bucket[bucket] = filled as u8;
        }
        table
    }

    fn candidates(&self, c: char) -> impl Iterator<Item = &'static (&'static str, T)> {
        let bucket = c as usize % BUCKETS;
        let (from, to) = (self.bucket[bucket], self.bucket[bucket + 1]);
        self.order[usize::from(from)..usize::from(to)].iter().map(|at| &self.words[usize::from(*at)])
    }

    /// The words that `text` begins with.
    pub(super) fn starting(&self, text: &[char]) -> impl Iterator<Item = &'static (&'static str, T)> {
        self.candidates(text.first().copied().unwrap_or_default()).filter(|(word, _)| starts(text, word))
    }

    /// The words that `text` ends in.
    pub(super) fn ending(&self, text: &[char]) -> impl Iterator<Item = &'static (&'static str, T)> {
        self.candidates(text.last().copied().unwrap_or_default()).filter(|(word, _)| ends(text, word))
    }
}

/// The bucket of a word: the low bits of its first or last code point, which are those of the last
/// byte of that character.
const fn key(word: &[u8], by_first: bool) -> usize {
    let last = match (by_first, word[0]) {
        (false, _) => word.len() - 1,
        (true, 0..0x80) => 0,
        (true, 0x80..0xE0) => 1,
        (true, 0xE0..0xF0) => 2,
        (true, 0xF0..) => 3,
    };
    word[last] as usize % BUCKETS
}
