//! Which paragraph of one text is which of the other.

use std::collections::BTreeMap;
use std::ops::Range;

use gaozhi_core::template::BlockKind;

use crate::hunks::{Algorithm, Hunk, hunks};

/// What is compared of a paragraph: its kind and its words, the number left out.
pub(crate) type Words = (BlockKind, String);

/// Pairs of paragraphs that are one, both rising. The others have no counterpart.
pub(crate) fn align(before: &[Words], after: &[Words]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut old, mut new) = (0, 0);
    for hunk in hunks(before, after, Algorithm::Histogram) {
        pairs.extend((old..hunk.before.start).zip(new..hunk.after.start));
        pairs.extend(alike(before, after, &hunk));
        (old, new) = (hunk.before.end, hunk.after.end);
    }
    pairs.extend((old..before.len()).zip(new..after.len()));
    pairs
}

/// Two characters side by side; the first of a paragraph stands behind a line break.
type Bigram = (char, char);

/// Among paragraphs of which none says the same, those that say nearly the same.
fn alike(before: &[Words], after: &[Words], hunk: &Hunk) -> Vec<(usize, usize)> {
    let (mut old, mut new) = (bigrams(before, hunk.before.clone()), bigrams(after, hunk.after.clone()));
    drop_repeated(&mut old, &mut new, hunk.before.len() + hunk.after.len());
    let (old, old_of): (Vec<Bigram>, Vec<usize>) = old.into_iter().unzip();
    let (new, new_of): (Vec<Bigram>, Vec<usize>) = new.into_iter().unzip();
    let mut common: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let (mut from, mut to) = (0, 0);
    let end = Hunk { before: old.len()..old.len(), after: new.len()..new.len() };
    for hunk in hunks(&old, &new, Algorithm::Histogram).into_iter().chain([end]) {
        let same = old_of.get(from..hunk.before.start).unwrap_or_default();
        for pair in same.iter().zip(new_of.get(to..).unwrap_or_default()) {
            *common.entry((*pair.0, *pair.1)).or_default() += 1;
        }
        (from, to) = (hunk.before.end, hunk.after.end);
    }
    // What two texts have in common runs through both in order: so pairs that are each other's best
    // do not cross.
    let (mut best_of_old, mut best_of_new) = (BTreeMap::new(), BTreeMap::new());
    for ((i, j), count) in &common {
        let keep_best = |best: &mut (usize, usize), other: usize| {
            if *count > best.1 {
                *best = (other, *count);
            }
        };
        keep_best(best_of_old.entry(*i).or_insert((*j, 0)), *j);
        keep_best(best_of_new.entry(*j).or_insert((*i, 0)), *i);
    }
    let length =
        |of: &[usize], at: usize| of.partition_point(|one| *one <= at) - of.partition_point(|one| *one < at);
    let is_pair = |(i, (j, count)): &(usize, (usize, usize))| {
        best_of_new.get(j).is_some_and(|(best, _)| best == i)
            && is_alike(*count, length(&old_of, *i), length(&new_of, *j))
    };
    best_of_old.into_iter().filter(is_pair).map(|(i, (j, _))| (i, j)).collect()
}

/// Whether paragraphs of so many bigrams with those in common are one: four tenths of both, or, where
/// one was much prolonged or cut down, most of the shorter one.
fn is_alike(common: usize, a: usize, b: usize) -> bool {
    const SENTENCE: usize = 8;
    common * 5 >= a + b || (common >= SENTENCE && common * 10 >= a.min(b) * 7)
}

/// The bigrams of those paragraphs, one for each character, each with its paragraph.
fn bigrams(words: &[Words], range: Range<usize>) -> Vec<(Bigram, usize)> {
    let mut out = Vec::new();
    for (at, (_, text)) in words.iter().enumerate().take(range.end).skip(range.start) {
        let mut last = '\n';
        for c in text.chars() {
            out.push(((last, c), at));
            last = c;
        }
    }
    out
}

/// Leaves out what is repeated over and over, more than twice in each of so many paragraphs: it tells
/// none from the others, and looking for the longest common text would take for ever.
fn drop_repeated(old: &mut Vec<(Bigram, usize)>, new: &mut Vec<(Bigram, usize)>, paragraphs: usize) {
    const FEW: usize = 64;
    let mut counts: BTreeMap<Bigram, usize> = BTreeMap::new();
    for (bigram, _) in old.iter().chain(new.iter()) {
        *counts.entry(*bigram).or_default() += 1;
    }
    let most = FEW.max(paragraphs.saturating_mul(2));
    counts.retain(|_, count| *count > most);
    if !counts.is_empty() {
        old.retain(|(bigram, _)| !counts.contains_key(bigram));
        new.retain(|(bigram, _)| !counts.contains_key(bigram));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(before: &[&str], after: &[&str]) -> Vec<(usize, usize)> {
        let words = |texts: &[&str]| -> Vec<Words> {
            texts.iter().map(|text| (BlockKind::Body, (*text).to_owned())).collect()
        };
        align(&words(before), &words(after))
    }

    #[test]
    fn a_paragraph_that_changed_a_little_is_the_same_paragraph() {
        let before = ["全年讲党课12次。", "举办培训班3期，培训200人次。", "约谈书记2人。"];
        let after = ["全年讲党课15次。", "新增一段全然不同的话。", "举办培训班4期，培训260人次。"];
        assert_eq!(pairs(&before, &after), [(0, 0), (1, 2)]);
        assert_eq!(pairs(&["2026年述职报告"], &["2027年述职报告"]), [(0, 0)]);
    }

    #[test]
    fn a_paragraph_that_was_prolonged_or_split_goes_with_its_longer_part() {
        let short = "坚持把政治建设摆在首位。";
        let long = format!(
            "{short}{}",
            "这里补写了许多别的内容，各不相同。另外又写了几句话，说明情况和下一步打算。"
        );
        assert_eq!(pairs(&[short], &[&long]), [(0, 0)]);
        assert_eq!(pairs(&[&long], &["坚持把政治建设摆在首位。", &long[short.len()..]]), [(0, 1)]);
    }

    #[test]
    fn what_has_nothing_in_common_is_no_pair() {
        assert_eq!(pairs(&["甲乙丙丁"], &["子丑寅卯"]), []);
        assert_eq!(pairs(&["甲", "乙"], &["乙", "甲"]).len(), 1);
        assert_eq!(pairs(&[], &["甲"]), []);
    }
}
