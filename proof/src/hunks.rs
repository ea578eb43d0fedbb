//! Where two sequences differ. The one place that names the library.

use std::hash::Hash;
use std::ops::Range;

pub(crate) use imara_diff::Algorithm;
use imara_diff::{Diff, InternedInput, Interner};

/// A stretch of one sequence that stands in the place of a stretch of the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hunk {
    pub(crate) before: Range<usize>,
    pub(crate) after: Range<usize>,
}

/// The hunks in order; between two of them, before the first and behind the last, both sequences are
/// equal. The same for both directions of comparing, turned round.
pub(crate) fn hunks<T: Eq + Hash + Ord + Clone>(
    before: &[T],
    after: &[T],
    algorithm: Algorithm,
) -> Vec<Hunk> {
    // Of several shortest ways the library takes one that depends on which sequence is the first.
    let is_turned = before > after;
    let (first, second) = if is_turned { (after, before) } else { (before, after) };
    let interner = Interner::new(first.len() + second.len());
    let mut input = InternedInput { before: Vec::new(), after: Vec::new(), interner };
    input.update_before(first.iter().cloned());
    input.update_after(second.iter().cloned());
    let range = |range: Range<u32>| range.start as usize..range.end as usize;
    let hunk = |(before, after)| Hunk { before, after };
    let both = |hunk: imara_diff::Hunk| (range(hunk.before), range(hunk.after));
    let diff = Diff::compute(algorithm, &input);
    let found = diff.hunks().map(both);
    found.map(|(first, second)| hunk(if is_turned { (second, first) } else { (first, second) })).collect()
}
