//! Which paragraph of the draft is which of those that came back.

use gaozhi_core::template::BlockKind;

use super::fit::{Step, fit, size};
use super::line::{Line, Seen, words_beside};
use super::pattern::{Pattern, Sign};
use crate::align::{Words, align};
use crate::hunks::{Algorithm, Hunk, hunks};

/// Signs times characters that are compared in one stretch without a paragraph that stands.
const MOST: usize = 1 << 25;
/// Paragraphs with less in common, of a hundred, are not one.
const ALIKE: usize = 40;
/// Words that stand whole around the values tell a paragraph if they have so many characters.
const TELLING: usize = 3;

/// Two paragraphs that are one.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// The index of the paragraph of the draft.
    pub(super) old: usize,
    /// The index of the one that came back.
    pub(super) new: usize,
    /// Its words now, the number left out.
    pub(super) words: String,
    /// What became of it: nothing at all, or unknown as it is too long.
    pub(super) steps: Steps,
}

/// What became of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Steps {
    /// It says the same.
    None,
    /// It says something else, step by step.
    Known(Vec<Step>),
    /// It says something else and is too long to say what.
    Unknown,
}

/// The pairs; both indices rise.
pub(super) fn pairs(old: &[Pattern], new: &[Line]) -> Vec<Pair> {
    let keys = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let before = keys(old.iter().map(|pattern| pattern.key.as_str()).collect());
    let after = keys(new.iter().map(|line| line.key.as_str()).collect());
    let mut found: Vec<(usize, usize)> = Vec::new();
    let (mut i, mut j) = (0, 0);
    for hunk in hunks(&before, &after, Algorithm::Histogram) {
        found.extend((i..hunk.before.start).zip(j..hunk.after.start));
        found.extend(within(old, new, &hunk));
        (i, j) = (hunk.before.end, hunk.after.end);
    }
    found.extend((i..old.len()).zip(j..new.len()));
    let extra = left_over(old, new, &found);
    found.extend(extra);
    found.sort_unstable();
    found.into_iter().filter_map(|(i, j)| pair(old, new, i, j)).collect()
}

fn pair(old: &[Pattern], new: &[Line], i: usize, j: usize) -> Option<Pair> {
    let (pattern, line) = (old.get(i)?, new.get(j)?);
    let words = words_beside(&line.text, &pattern.number).to_owned();
    let steps = if pattern.key == line.key {
        Steps::None
    } else {
        fit(pattern, &Seen::of(&words).chars).map_or(Steps::Unknown, Steps::Known)
    };
    Some(Pair { old: i, new: j, words, steps })
}

/// The pairs in a stretch where no paragraph says the same: those that have the most in common, in order.
fn within(old: &[Pattern], new: &[Line], hunk: &Hunk) -> Vec<(usize, usize)> {
    let (Some(before), Some(after)) = (old.get(hunk.before.clone()), new.get(hunk.after.clone())) else {
        return Vec::new();
    };
    let moved = |(i, j): (usize, usize)| (hunk.before.start + i, hunk.after.start + j);
    let length: usize = after.iter().map(|line| line.key.len()).sum();
    if before.iter().map(|pattern| size(pattern, length)).sum::<usize>() > MOST {
        let words = |key: &str| -> Words { (BlockKind::Body, key.to_owned()) };
        let before: Vec<Words> = before.iter().map(|pattern| words(&pattern.key)).collect();
        let after: Vec<Words> = after.iter().map(|line| words(&line.key)).collect();
        return align(&before, &after).into_iter().map(moved).collect();
    }
    // The best of pairing the first i with the first j.
    let width = after.len() + 1;
    let mut best = vec![0_usize; (before.len() + 1) * width];
    let mut common = vec![0_usize; best.len()];
    let of = |table: &[usize], i: usize, j: usize| table.get(i * width + j).copied().unwrap_or_default();
    for (i, pattern) in (1..).zip(before) {
        for (j, line) in (1..).zip(after) {
            let score = Some(in_common(pattern, line)).filter(|score| *score >= ALIKE).unwrap_or_default();
            let sum = of(&best, i - 1, j - 1) + score;
            let skipped = of(&best, i - 1, j).max(of(&best, i, j - 1));
            if let (Some(best), Some(common)) = (best.get_mut(i * width + j), common.get_mut(i * width + j)) {
                (*best, *common) = (sum.max(skipped), score);
            }
        }
    }
    let (mut i, mut j, mut found) = (before.len(), after.len(), Vec::new());
    while i > 0 && j > 0 {
        let score = of(&common, i, j);
        if score > 0 && of(&best, i, j) == of(&best, i - 1, j - 1) + score {
            (i, j) = (i - 1, j - 1);
            found.push(moved((i, j)));
        } else if of(&best, i, j) == of(&best, i - 1, j) {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    found.reverse();
    found
}

/// How much of two paragraphs is the same, of a hundred; all of it where only values differ.
fn in_common(pattern: &Pattern, line: &Line) -> usize {
    let seen = Seen::of(words_beside(&line.text, &pattern.number));
    let Some(steps) = fit(pattern, &seen.chars) else { return 0 };
    let is_change = |step: &Step| matches!(step, Step::Gone { .. } | Step::New { .. });
    if pattern.weight() >= TELLING && !steps.iter().any(is_change) {
        return 100;
    }
    let standing: usize = steps
        .iter()
        .map(|step| match step {
            Step::Same { .. } => 1,
            Step::Value { from, to, kept: true, .. } => to - from,
            Step::Value { .. } | Step::Gone { .. } | Step::New { .. } => 0,
        })
        .sum();
    200 * standing / (pattern.length() + seen.chars.len()).max(1)
}

/// Paragraphs of values alone, such as who signs and the day, have nothing in common with themselves
/// once they are changed. They are told by their place: as many came back there as went.
fn left_over(old: &[Pattern], new: &[Line], found: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let end = (old.len(), new.len());
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    for (next_i, next_j) in found.iter().copied().chain([end]) {
        if next_i - i == next_j - j {
            let alone = (i..next_i).zip(j..next_j);
            out.extend(alone.filter(|(i, j)| {
                let both = old.get(*i).zip(new.get(*j));
                both.is_some_and(|(pattern, line)| is_value(pattern, line))
            }));
        }
        (i, j) = (next_i + 1, next_j + 1);
    }
    out
}

fn is_value(pattern: &Pattern, line: &Line) -> bool {
    let has_blank = pattern.signs.iter().any(|sign| matches!(sign, Sign::Blank { .. }));
    let length = line.key.chars().count();
    has_blank && pattern.weight() < TELLING && length <= 2 * pattern.length() + 12
}
