//! The report laid on pages, kept up to date with little work: a key changes one paragraph, a pause
//! re-breaks it and compares pages by what stands on them. Pure.

use gaozhi_core::draft::{BlockId, Draft};
use gaozhi_core::guide::count;
use gaozhi_core::report::{
    Fragment, Grid, Page, Paragraph, Report, compose, lines, numbers, paginate, paragraph,
};

/// What stands on a page, for comparison: which stretch of which paragraph in which wording.
type Key = Vec<(BlockId, u32, Fragment)>;

/// The paragraphs of a report with their lines and pages.
#[derive(Default)]
pub(super) struct Layout {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) pages: Vec<Page>,
    pub(super) lines: Vec<Vec<usize>>,
    pub(super) grid: Grid,
    /// What is known of each paragraph of the draft, by its id: ids are small and dense.
    known: Vec<Known>,
    painted: Vec<Key>,
    chars: Vec<usize>,
    stale: Vec<BlockId>,
    /// Paragraphs whose words the page shows already, but not yet in their lines.
    loose: Vec<BlockId>,
}

/// What has to be painted.
pub(super) struct Repaint {
    /// Pages to paint anew, by index.
    pub(super) pages: Vec<usize>,
    /// Parts of paragraphs to paint anew on pages that stay, with the index of the page.
    pub(super) parts: Vec<(usize, Fragment)>,
    /// How many pages there are.
    pub(super) count: usize,
}

#[derive(Clone, Copy, Default)]
struct Known {
    /// Where it stands in the report.
    at: Option<usize>,
    /// Counts up with each change of wording that the page was not already shown.
    wording: u32,
}

impl Layout {
    /// Characters of the report, white space left out.
    pub(super) fn chars(&self) -> usize {
        self.chars.iter().sum()
    }

    /// A paragraph's words changed. `shown` says that the page shows them already.
    pub(super) fn mark(&mut self, block: BlockId, shown: bool) {
        if !self.stale.contains(&block) {
            self.stale.push(block);
        }
        if !shown {
            self.known(block).wording += 1;
        } else if !self.loose.contains(&block) {
            self.loose.push(block);
        }
    }

    fn known(&mut self, block: BlockId) -> &mut Known {
        let at = block.0 as usize;
        if self.known.len() <= at {
            self.known.resize(at + 1, Known::default());
        }
        &mut self.known[at]
    }

    /// Composes everything anew; pages that come out the same stay painted.
    pub(super) fn compose(&mut self, draft: &Draft) {
        let Report { paragraphs, setup, .. } = compose(draft);
        self.grid = Grid::of(&setup);
        for new in &paragraphs {
            let old = self.known(new.block).at.and_then(|at| self.paragraphs.get(at));
            if old != Some(new) || self.stale.contains(&new.block) {
                self.known(new.block).wording += 1;
            }
        }
        for known in &mut self.known {
            known.at = None;
        }
        for (at, new) in paragraphs.iter().enumerate() {
            self.known(new.block).at = Some(at);
        }
        let grid = self.grid;
        self.lines = paragraphs.iter().map(|paragraph| lines(paragraph, &grid)).collect();
        self.chars = paragraphs.iter().map(|paragraph| count(&paragraph.text())).collect();
        self.paragraphs = paragraphs;
        self.stale.clear();
        self.pages = paginate(&self.paragraphs, &self.lines, &self.grid);
    }

    /// Brings lines and pages up to date with what was marked.
    pub(super) fn settle(&mut self, draft: &Draft) {
        let stale = std::mem::take(&mut self.stale);
        let mut numbers_of = None;
        for block in stale {
            let entry = draft.index_of(block).map(|at| (at, &draft.entries()[at]));
            let (Some((at, entry)), Some(index)) = (entry, self.known(block).at) else {
                return self.compose(draft);
            };
            let numbers = numbers_of.get_or_insert_with(|| numbers(draft));
            let mut new = paragraph(draft, entry, &numbers[at]);
            new.gap = self.paragraphs[index].gap;
            if new.runs.is_empty() || new.runs.first() != self.paragraphs[index].runs.first() {
                // It fell silent, or its number moved: the others are touched too.
                self.stale.push(block);
                return self.compose(draft);
            }
            self.lines[index] = lines(&new, &self.grid);
            self.chars[index] = count(&new.text());
            self.paragraphs[index] = new;
        }
        self.pages = paginate(&self.paragraphs, &self.lines, &self.grid);
    }

    /// What looks otherwise than when it was last asked for.
    pub(super) fn repaint(&mut self) -> Repaint {
        let key = |page: &Page| -> Key {
            let wording = |block: BlockId| self.known.get(block.0 as usize).map_or(0, |known| known.wording);
            let entry = |fragment: &Fragment| {
                let block = self.paragraphs[fragment.paragraph].block;
                // Where it stands in the report does not show.
                (block, wording(block), Fragment { paragraph: 0, ..*fragment })
            };
            page.fragments.iter().map(entry).collect()
        };
        let keys: Vec<Key> = self.pages.iter().map(key).collect();
        let pages: Vec<usize> =
            (0..keys.len()).filter(|at| self.painted.get(*at) != Some(&keys[*at])).collect();
        let loose = std::mem::take(&mut self.loose);
        let is_loose = |part: &Fragment| loose.contains(&self.paragraphs[part.paragraph].block);
        let mut parts = Vec::new();
        if !loose.is_empty() {
            for (at, page) in self.pages.iter().enumerate().filter(|(at, _)| !pages.contains(at)) {
                parts.extend(page.fragments.iter().filter(|part| is_loose(part)).map(|part| (at, *part)));
            }
        }
        self.painted = keys;
        Repaint { pages, parts, count: self.painted.len() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::draft::Edit;
    use gaozhi_core::field::FieldId;
    use gaozhi_core::template::parse;
    use std::collections::BTreeMap;

    fn draft() -> Draft {
        let body: String = (0..60).map(|n| format!("## 第{n}段。 | 填{{f{n}}}处。\n")).collect();
        Draft::new(parse(&format!("[正文]\n@标题 题\n{body}")).0, BTreeMap::new())
    }

    fn painted(layout: &mut Layout) -> (Vec<usize>, Vec<(usize, usize)>) {
        let Repaint { pages, parts, .. } = layout.repaint();
        (pages, parts.iter().map(|(at, part)| (*at, part.paragraph)).collect())
    }

    fn answer(draft: &mut Draft, field: &str, text: &str) {
        draft.apply(Edit::Answer { field: FieldId::new(field), text: Some(text.into()) });
    }

    #[test]
    fn a_short_value_that_is_shown_already_repaints_nothing() {
        let mut draft = draft();
        let mut layout = Layout::default();
        layout.compose(&draft);
        assert_eq!(painted(&mut layout), (vec![0, 1, 2], vec![]));
        answer(&mut draft, "f3", "12");
        layout.mark(BlockId(4), true);
        layout.settle(&draft);
        assert_eq!(painted(&mut layout), (vec![], vec![(0, 4)]), "its lines are drawn anew");
        assert_eq!(painted(&mut layout), (vec![], vec![]));
        assert_eq!(layout.paragraphs[4].text(), "（四）第3段。填12处。");
    }

    #[test]
    fn a_value_of_several_lines_moves_what_follows() {
        let mut draft = draft();
        let mut layout = Layout::default();
        layout.compose(&draft);
        layout.repaint();
        answer(&mut draft, "f30", &"长".repeat(100));
        layout.mark(BlockId(31), true);
        layout.settle(&draft);
        assert_eq!(painted(&mut layout).0, [1, 2]);
    }

    #[test]
    fn settling_gives_what_composing_gives() {
        let mut draft = draft();
        let mut layout = Layout::default();
        layout.compose(&draft);
        for (n, text) in [(0, "甲"), (7, ""), (59, "很长很长的一句话很长很长的一句话很长很长的一句话")]
        {
            answer(&mut draft, &format!("f{n}"), text);
            layout.mark(BlockId(n + 1), true);
        }
        layout.settle(&draft);
        let mut fresh = Layout::default();
        fresh.compose(&draft);
        assert_eq!(layout.paragraphs, fresh.paragraphs);
        assert_eq!(layout.pages, fresh.pages);
        assert_eq!(layout.chars(), fresh.chars());
    }
}
