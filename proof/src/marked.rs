//! The comparison as one plain text that the page cuts up: a line for each row, parts between
//! [`PART`](crate::PART).
//!
//! | row | its parts |
//! | --- | --- |
//! | `counts` | paragraphs that differ, characters added, characters removed |
//! | `section` | a section of the earlier draft in which something differs begins here |
//! | `fold` | so many paragraphs, away from any that differs, follow up to `end` |
//! | `row` | the class of its kind as in the preview, then its words piece by piece, each after `=`, `-` or `+` |

use std::collections::{BTreeMap, BTreeSet};

use gaozhi_core::export::class;

use crate::model::{Change, Comparison, Mark, Row};
use crate::sheet::Rows;

/// Fewer equal paragraphs than this are not worth folding.
const FOLD: usize = 3;

/// The rows of a comparison.
#[must_use]
pub fn marked(comparison: &Comparison) -> String {
    let Comparison { rows, changed, added, removed } = comparison;
    let begun = sections(rows);
    let is_same = |at: usize| rows.get(at).is_none_or(|row| matches!(row.change, Change::Same(_)));
    // What stands next to a difference stays in sight, and the heading above it.
    let is_near = |at: usize| {
        !is_same(at)
            || !is_same(at + 1)
            || at.checked_sub(1).is_some_and(|above| !is_same(above))
            || begun.contains_key(&at)
    };
    let far: Vec<bool> = (0..rows.len()).map(|at| !is_near(at)).collect();
    let mut out = Rows::default();
    out.add(&["counts", &changed.to_string(), &added.to_string(), &removed.to_string()]);
    let mut at = 0;
    for stretch in far.chunk_by(|a, b| a == b) {
        let is_folded = stretch.len() >= FOLD && stretch.first() == Some(&true);
        if is_folded {
            out.add(&["fold", &stretch.len().to_string()]);
        }
        for (index, row) in rows.iter().enumerate().skip(at).take(stretch.len()) {
            if let Some(section) = begun.get(&index) {
                out.add(&["section", &section.to_string()]);
            }
            one(&mut out, row);
        }
        if is_folded {
            out.add(&["end"]);
        }
        at += stretch.len();
    }
    out.0
}

/// The sections of the earlier draft in which something differs, by the row where each begins.
fn sections(rows: &[Row]) -> BTreeMap<usize, usize> {
    // What was added stood in no section; it belongs to the one that is its section now.
    let mut was: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows {
        if let (Some(before), Some(after)) = (row.before, row.after) {
            was.entry(after).or_insert(before);
        }
    }
    let section = |row: &Row| row.before.or_else(|| was.get(&row.after?).copied());
    let differs = |row: &&Row| !matches!(row.change, Change::Same(_));
    let changed: BTreeSet<usize> = rows.iter().filter(differs).filter_map(section).collect();
    let mut begun = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().rev() {
        if let Some(section) = section(row).filter(|section| changed.contains(section)) {
            begun.insert(section, at);
        }
    }
    begun.into_iter().map(|(section, at)| (at, section)).collect()
}

fn one(out: &mut Rows, row: &Row) {
    let number = row.number.as_str();
    let mut parts = vec!["row", class(row.kind)];
    let whole;
    // A number is part of what came or went only if its paragraph is.
    match &row.change {
        Change::Same(text) => {
            whole = [number, text].concat();
            parts.extend([sign(Mark::Same), &whole]);
        }
        Change::Removed(text) => {
            whole = [number, text].concat();
            parts.extend([sign(Mark::Removed), &whole]);
        }
        Change::Added(text) => {
            whole = [number, text].concat();
            parts.extend([sign(Mark::Added), &whole]);
        }
        Change::Changed(pieces) => {
            if !number.is_empty() {
                parts.extend([sign(Mark::Same), number]);
            }
            for piece in pieces {
                parts.extend([sign(piece.mark), &piece.text]);
            }
        }
    }
    out.add(&parts);
}

fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Same => "=",
        Mark::Removed => "-",
        Mark::Added => "+",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PART, compare};
    use gaozhi_core::draft::Draft;
    use gaozhi_core::template::parse;

    fn rows(before: &str, after: &str) -> Vec<String> {
        let draft = |text: &str| Draft::new(parse(&format!("[正文]\n{text}")).0, BTreeMap::new());
        let marked = marked(&compare(&draft(before), &draft(after)));
        marked.lines().map(|line| line.replace(PART, " ")).collect()
    }

    #[test]
    fn what_differs_is_marked_in_place() {
        assert_eq!(
            rows("# 讲<b>党课12次。\n某甲某乙。", "# 讲<b>党课120次。\n## 子丑寅卯"),
            [
                "counts 3 7 7",
                "section 1",
                "row item one = 一、 = 讲<b>党课 - 12 + 120 = 次。",
                "row body - 某甲某乙。",
                "row item two + （一）子丑寅卯",
            ]
        );
    }

    #[test]
    fn a_section_begins_at_its_heading_and_the_heading_stays_in_sight() {
        let text = "@标题 题\n# 甲\n一段\n二段\n三段\n四段\n# 乙\n五段\n六段\n七段\n八段\n九段\n@落款 某";
        let found = rows(text, &text.replace("九段", "九段改"));
        assert_eq!(
            found,
            [
                "counts 1 1 0",
                "fold 6",
                "row title = 题",
                "row item one = 一、甲",
                "row body = 一段",
                "row body = 二段",
                "row body = 三段",
                "row body = 四段",
                "end",
                "section 2",
                "row item one = 二、乙",
                "fold 3",
                "row body = 五段",
                "row body = 六段",
                "row body = 七段",
                "end",
                "row body = 八段",
                "row body = 九段 + 改",
                "row signature = 某",
            ]
        );
        // Only what was there before can be put back.
        let added = rows("# 甲\n一段", "# 甲\n一段\n又一段\n# 全新\n内容");
        assert_eq!(added.iter().filter(|row| row.starts_with("section")).collect::<Vec<_>>(), ["section 1"]);
    }

    #[test]
    fn equal_drafts_are_one_fold() {
        let found = rows("段一\n段二\n段三", "段一\n段二\n段三");
        assert_eq!(found[..2], ["counts 0 0 0", "fold 3"]);
        assert_eq!(found.last().map(String::as_str), Some("end"));
    }
}
