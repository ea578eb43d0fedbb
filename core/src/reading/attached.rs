//! What is attached, by GB/T 9704-2012: the list of its names (7.3.4), 附件：1.报名表, and the labels
//! above attached texts (7.3.7), 附件1.

use std::ops::Range;

use super::source::{Line, Part};
use crate::text::attached::{label, list_begins};
use crate::text::chars::{fold, is_space};
use crate::text::number::{Number, number};
use crate::text::part;

/// A name is no longer than this, in characters.
const NAME: usize = 60;
/// What is taken off before a name is no longer than this: a number and a blank or two.
const BEFORE: usize = 8;

/// What was found.
pub(super) struct Attached {
    /// The lines of the lists, and the byte of each where the name begins.
    names: Vec<(usize, usize)>,
    /// The lines that are labels, if composing prints the same labels.
    pub(super) labels: Vec<usize>,
}

impl Attached {
    /// The byte where the name in that line begins; nothing for a line that is none of a list.
    pub(super) fn name(&self, at: usize) -> Option<usize> {
        self.names.binary_search_by_key(&at, |name| name.0).ok().map(|index| self.names[index].1)
    }

    /// Where the text of the report itself ends.
    pub(super) fn end(&self, lines: &[Line]) -> usize {
        self.labels.first().copied().unwrap_or(lines.len())
    }
}

/// Looks through the lines; `blank_at` gives the byte where the first blank of a line begins.
pub(super) fn attached(lines: &[Line], blank_at: &dyn Fn(usize) -> usize) -> Attached {
    let mut names: Vec<(usize, usize)> = Vec::new();
    let mut labels = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let list = list(lines, at, blank_at);
        // Two lists side by side would be composed as one.
        let is_apart = names.last().is_none_or(|last| last.0 + 1 < at);
        if is_apart && !list.is_empty() {
            at += list.len();
            names.extend(list);
            continue;
        }
        let stands = line.part == Part::Body && blank_at(at) >= line.text.len() && at + 1 < lines.len();
        if let Some(count) = label(&line.text).filter(|_| stands) {
            labels.push((at, count));
        }
        at += 1;
    }
    let is_one = labels.len().max(names.len()) == 1;
    let fits = (1..).zip(&labels).all(|(due, (_, count))| match count {
        None => is_one,
        Some(count) => *count == due,
    });
    let labels = if fits { labels.into_iter().map(|(at, _)| at).collect() } else { Vec::new() };
    Attached { names, labels }
}

/// The names of the list that begins in that line, if one does.
fn list(lines: &[Line], at: usize, blank_at: &dyn Fn(usize) -> usize) -> Vec<(usize, usize)> {
    let Some(first) = lines.get(at).filter(|line| line.part == Part::Body) else { return Vec::new() };
    let Some(word) = list_begins(&first.text) else { return Vec::new() };
    let numbered = |at: usize, from: usize, due: u32| -> Option<(usize, usize)> {
        let line = lines.get(at).filter(|line| line.part == Part::Body)?;
        let Number { end, .. } =
            number(line.text.get(from..)?).filter(|number| number.level == 3 && number.count == due)?;
        is_name(&line.text, 0..from + end, blank_at(at)).then_some((at, from + end))
    };
    let several: Vec<(usize, usize)> = numbered(at, word, 1)
        .into_iter()
        .chain((at + 1..).zip(2..).map_while(|(at, due)| numbered(at, 0, due)))
        .collect();
    if several.first().is_some_and(|first| first.0 == at) && several.len() > 1 {
        return several;
    }
    let start = first.text.len() - part(&first.text, word..).trim_start_matches(is_space).len();
    if is_name(&first.text, 0..start, blank_at(at)) { vec![(at, start)] } else { Vec::new() }
}

/// Whether what follows `before` is a name, not a sentence.
fn is_name(text: &str, before: Range<usize>, blank_at: usize) -> bool {
    let (before, name) = text.split_at_checked(before.end).unwrap_or((text, ""));
    before.len() <= blank_at
        && before.chars().count() <= BEFORE
        && name.chars().any(|c| !matches!(fold(c), '0'..='9' | '.' | '、'))
        && name.chars().count() <= NAME
        && !name.contains(['。', '；'])
        && !name.ends_with(['，', '、', '：', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Vec<(usize, usize)>, Vec<usize>) {
        let line =
            |text: &str| Line { text: text.to_owned(), level: None, part: Part::Body, given: Vec::new() };
        let lines: Vec<Line> = text.lines().map(line).collect();
        let Attached { names, labels } = attached(&lines, &|_| usize::MAX);
        (names, labels)
    }

    #[test]
    fn names_are_told_from_sentences() {
        assert_eq!(found("附件：报名表"), (vec![(0, 9)], vec![]));
        assert_eq!(found("文。\n附件:1．报名表\n2、回执\n3.名单").0, [(1, 11), (2, 4), (3, 2)]);
        assert_eq!(found("附件：1.报名表\n某局").0, [(0, 9)]);
        for text in ["附件：", "附件：请于月底前报送。", "附件要报送", "附件：1.\n2.甲", "附：名单"]
        {
            assert!(found(text).0.is_empty(), "{text}");
        }
    }

    #[test]
    fn labels_are_those_that_composing_prints() {
        assert_eq!(found("附件：甲\n附件\n文").1, [1]);
        assert_eq!(found("附件：1.甲\n2.乙\n附件1\n文\n附件2：\n文").1, [2, 4]);
        assert_eq!(found("附件１\n文").1, [0]);
        for text in ["附件2\n文", "附件\n文\n附件\n文", "附件：1.甲\n2.乙\n附件\n文", "附件1", "附件一\n文"]
        {
            assert!(found(text).1.is_empty(), "{text}");
        }
    }
}
