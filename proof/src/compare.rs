//! Two drafts → what differs.

use std::collections::BTreeMap;

use gaozhi_core::draft::outline::sections;
use gaozhi_core::draft::{BlockId, Draft};
use gaozhi_core::report::{Origin, Paragraph, compose};

use crate::align::{Words, align};
use crate::model::{Change, Comparison, Mark, Row};
use crate::words::pieces;

/// Compares the reports of two drafts, as they are printed but for the numbers of paragraphs: those
/// follow from the structure, so one that only moved down the list has not changed.
#[must_use]
pub fn compare(before: &Draft, after: &Draft) -> Comparison {
    let (before, after) = (Side::of(before), Side::of(after));
    let end = (before.words.len(), after.words.len());
    let mut rows = Vec::with_capacity(end.0.max(end.1));
    let (mut old, mut new) = (0, 0);
    for (i, j) in align(&before.words, &after.words).into_iter().chain([end]) {
        rows.extend((old..i).filter_map(|at| before.row(at, Change::Removed, |place| (Some(place), None))));
        rows.extend((new..j).filter_map(|at| after.row(at, Change::Added, |place| (None, Some(place)))));
        if let (Some(was), Some(is)) = (before.words.get(i), after.words.get(j)) {
            let change =
                |text| if was == is { Change::Same(text) } else { Change::Changed(pieces(&was.1, &is.1)) };
            let stood = before.sections.get(i).copied();
            rows.extend(after.row(j, change, |place| (stood, Some(place))));
        }
        (old, new) = (i + 1, j + 1);
    }
    counted(rows)
}

/// The printed paragraphs of one draft.
struct Side {
    words: Vec<Words>,
    numbers: Vec<String>,
    sections: Vec<usize>,
}

impl Side {
    fn of(draft: &Draft) -> Self {
        let mut section_of: BTreeMap<BlockId, usize> = BTreeMap::new();
        for (section, range) in sections(draft.entries()).into_iter().enumerate() {
            let entries = draft.entries().get(range).unwrap_or_default();
            section_of.extend(entries.iter().map(|entry| (entry.id, section)));
        }
        let mut side = Self { words: Vec::new(), numbers: Vec::new(), sections: Vec::new() };
        for paragraph in compose(draft).paragraphs {
            let text = |is_number| text(&paragraph, is_number);
            side.words.push((paragraph.kind, text(false)));
            side.numbers.push(text(true));
            side.sections.push(section_of.get(&paragraph.block).copied().unwrap_or_default());
        }
        side
    }

    fn row(
        &self,
        at: usize,
        change: impl FnOnce(String) -> Change,
        sections: impl FnOnce(usize) -> (Option<usize>, Option<usize>),
    ) -> Option<Row> {
        let (kind, text) = self.words.get(at)?.clone();
        let (before, after) = sections(*self.sections.get(at)?);
        Some(Row { change: change(text), kind, number: self.numbers.get(at)?.clone(), before, after })
    }
}

/// The number of a paragraph, or all but the number.
fn text(paragraph: &Paragraph, is_number: bool) -> String {
    let runs = paragraph.runs.iter().filter(|run| (run.origin == Origin::Number) == is_number);
    runs.map(|run| run.text.as_str()).collect()
}

fn counted(rows: Vec<Row>) -> Comparison {
    let mut out = Comparison::default();
    for row in &rows {
        out.changed += usize::from(!matches!(row.change, Change::Same(_)));
        match &row.change {
            Change::Same(_) => {}
            Change::Removed(text) => out.removed += text.chars().count(),
            Change::Added(text) => out.added += text.chars().count(),
            Change::Changed(pieces) => {
                for piece in pieces {
                    match piece.mark {
                        Mark::Same => {}
                        Mark::Removed => out.removed += piece.text.chars().count(),
                        Mark::Added => out.added += piece.text.chars().count(),
                    }
                }
            }
        }
    }
    Comparison { rows, ..out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::template::parse;

    fn draft(text: &str) -> Draft {
        Draft::new(parse(text).0, BTreeMap::new())
    }

    #[test]
    fn a_new_number_alone_is_no_change() {
        let before = draft("[正文]\n# 甲乙\n## 子丑\n# 丙丁\n@结束语 完");
        let after = draft("[正文]\n# 新的一节\n# 甲乙\n## 子丑\n# 丙丁\n@结束语 完");
        let found = compare(&before, &after);
        assert_eq!((found.changed, found.added, found.removed), (1, 4, 0));
        let row = |row: &Row| format!("{}{:?}{:?}", row.number, row.before, row.after);
        let rows: Vec<String> = found.rows.iter().map(row).collect();
        let expected = [
            "一、NoneSome(1)",
            "二、Some(1)Some(2)",
            "（一）Some(1)Some(2)",
            "三、Some(2)Some(3)",
            "Some(3)Some(4)",
        ];
        assert_eq!(rows, expected);
    }

    #[test]
    fn another_kind_is_a_change_without_other_words() {
        let found = compare(&draft("[正文]\n甲乙丙"), &draft("[正文]\n# 甲乙丙"));
        let Some(Row { change: Change::Changed(pieces), .. }) = found.rows.first() else {
            panic!("{found:?}")
        };
        assert_eq!(pieces.iter().map(|piece| piece.mark).collect::<Vec<_>>(), [Mark::Same]);
        assert_eq!((found.rows.len(), found.changed, found.added, found.removed), (1, 1, 0, 0));
    }
}
