//! Which paragraph of the draft is which of those that came back.

use std::collections::BTreeMap;

use gaozhi_core::field::Kind;
use gaozhi_core::template::BlockKind;

use super::fit::{Step, fit, fit_values, size};
use super::line::{Line, Seen, words_beside};
use super::pattern::Pattern;
use crate::align::{Words, align};
use crate::hunks::{Algorithm, Hunk, hunks};

/// Signs times characters that are compared in one stretch without a paragraph that stands.
const MOST: usize = 1 << 25;
/// Paragraphs with less in common, of a hundred, are not one.
const ALIKE: usize = 40;
/// Words that stand whole around the values tell a paragraph if they weigh so much.
const TELLING: usize = 4;
/// Standing words of so many characters are compared with other words alone.
const ENOUGH: usize = 6;

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
    /// Whether it stands somewhere else among the others now; it says the same then.
    pub(super) is_moved: bool,
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

/// The pairs, in the order of the draft; those that did not move are in the order of both.
pub(super) fn pairs(old: &[Pattern], new: &[Line]) -> Vec<Pair> {
    let before: Vec<Words> = old.iter().map(|pattern| words(&pattern.key)).collect();
    let after: Vec<Words> = new.iter().map(|line| words(&line.key)).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
    let (mut i, mut j) = (0, 0);
    for hunk in hunks(&before, &after, Algorithm::Histogram) {
        found.extend((i..hunk.before.start).zip(j..hunk.after.start));
        found.extend(within(old, new, &hunk));
        (i, j) = (hunk.before.end, hunk.after.end);
    }
    found.extend((i..old.len()).zip(j..new.len()));
    let moved = moved(old, new, &found);
    let mut pairs: Vec<Pair> = found.into_iter().filter_map(|(i, j)| pair(old, new, i, j)).collect();
    for (i, j) in moved {
        if let Some(pair) = pair(old, new, i, j) {
            let at = pairs.partition_point(|pair| pair.old < i);
            pairs.insert(at, Pair { is_moved: true, ..pair });
        }
    }
    pairs
}

/// Paragraphs that went in one place and came in another, word for word; short ones may be others.
fn moved(old: &[Pattern], new: &[Line], found: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut at = 0;
    for next in found.iter().map(|(_, j)| *j).chain([new.len()]) {
        for (line, j) in new.get(at..next).unwrap_or_default().iter().zip(at..) {
            places.entry(&line.key).or_default().push(j);
        }
        at = next + 1;
    }
    let mut out = Vec::new();
    let paired = |i: usize| found.binary_search_by_key(&i, |(i, _)| *i).is_ok();
    for (i, pattern) in old.iter().enumerate().filter(|(i, _)| !paired(*i)) {
        if let Some(all) = places.get_mut(pattern.key.as_str()).filter(|all| !all.is_empty())
            && pattern.length() >= ENOUGH
        {
            out.push((i, all.remove(0)));
        }
    }
    out
}

/// The kind of a paragraph that came back is unknown.
fn words(key: &str) -> Words {
    (BlockKind::Body, key.to_owned())
}

fn pair(old: &[Pattern], new: &[Line], i: usize, j: usize) -> Option<Pair> {
    let (pattern, line) = (old.get(i)?, new.get(j)?);
    let words = words_beside(&line.text, &pattern.number).to_owned();
    let steps = if pattern.key == line.key {
        Steps::None
    } else {
        steps(pattern, &Seen::of(&words).chars).map_or(Steps::Unknown, Steps::Known)
    };
    Some(Pair { old: i, new: j, words, steps, is_moved: false })
}

/// What became of the paragraph. One of values and next to no words is taken for other values, if it can
/// be.
fn steps(pattern: &Pattern, new: &[char]) -> Option<Vec<Step>> {
    let is_of_values = pattern.weight() < TELLING && is_value(pattern, new);
    let values = if is_of_values { fit_values(pattern, new) } else { None };
    values.or_else(|| fit(pattern, new))
}

/// The pairs in a stretch where no paragraph says the same: those that have the most in common, in order.
fn within(old: &[Pattern], new: &[Line], hunk: &Hunk) -> Vec<(usize, usize)> {
    let (Some(before), Some(after)) = (old.get(hunk.before.clone()), new.get(hunk.after.clone())) else {
        return Vec::new();
    };
    let moved = |(i, j): (usize, usize)| (hunk.before.start + i, hunk.after.start + j);
    let length: usize = after.iter().map(|line| line.key.len()).sum();
    if before.iter().map(|pattern| size(pattern, length)).sum::<usize>() > MOST {
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
    let Some(steps) = steps(pattern, &seen.chars) else { return 0 };
    let is_other = |step: &Step| matches!(step, Step::Gone { .. } | Step::New { .. });
    let only_values = !steps.iter().any(is_other);
    let weight = pattern.weight();
    if only_values && weight >= TELLING {
        return 100;
    }
    let (mut words, mut values, mut other) = (0, 0, 0);
    for step in &steps {
        match step {
            Step::Same { .. } => words += 1,
            Step::Value { from, to, kept: true, .. } => values += to - from,
            Step::Value { .. } => {}
            Step::Gone { .. } | Step::New { .. } => other += 1,
        }
    }
    let standing = words + values;
    let share = |standing: usize| 200 * standing / (pattern.length() + seen.chars.len()).max(1);
    if words >= ENOUGH {
        // What became of the values tells nothing then.
        return share(standing).max(200 * standing / (2 * standing + other));
    }
    if only_values && is_value(pattern, &seen.chars) {
        // Such as who signs, or the day: another value has nothing in common with the one before but
        // chance.
        let known = pattern.pieces.iter().flat_map(|piece| &piece.printed);
        return share(standing)
            .max(ALIKE + share(known.filter(|c| seen.chars.contains(c)).count()).min(100) / 4);
    }
    share(standing)
}

/// Whether those words may stand for a paragraph of values and next to no words.
fn is_value(pattern: &Pattern, new: &[char]) -> bool {
    let kinds: Vec<Kind> = pattern.pieces.iter().filter_map(|piece| piece.kind).collect();
    let is_free = kinds.iter().any(|kind| matches!(kind, Kind::Prose | Kind::List(_)));
    let ends_sentence = |c: &char| matches!(c, '。' | '；' | '！' | '？');
    let mut was = pattern.pieces.iter().flat_map(|piece| &piece.printed);
    let is_figure = |kind: &Kind| kind.is_numeric() || *kind == Kind::Date;
    let has_digit = |c: &char| c.is_numeric() || "一二三四五六七八九十〇零".contains(*c);
    !kinds.is_empty()
        && new.len() <= if is_free { 4 * pattern.length() + 40 } else { 2 * pattern.length() + 12 }
        && (is_free || !new.iter().any(ends_sentence) || was.any(ends_sentence))
        && (!kinds.iter().all(is_figure) || new.iter().any(has_digit))
}
