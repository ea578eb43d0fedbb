//! Lays the lines of the paragraphs onto pages of 22 lines.

use super::Paragraph;
use super::style::LINES;
use crate::template::BlockKind;

/// The part of a paragraph that stands on one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fragment {
    /// Index of the paragraph in the report.
    pub paragraph: usize,
    /// First byte of its text that stands here.
    pub from: usize,
    /// The byte after the last; `usize::MAX` where the paragraph ends here.
    pub to: usize,
    /// Empty lines before it.
    pub gap: u32,
}

impl Fragment {
    /// Whether the paragraph began on an earlier page.
    #[must_use]
    pub fn continues(&self) -> bool {
        self.from > 0
    }

    /// Whether the paragraph goes on on the next page.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.to != usize::MAX
    }
}

/// What stands on one page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Page {
    /// From top to bottom.
    pub fragments: Vec<Fragment>,
}

/// Whether a paragraph of that kind begins a page: an attached text does (GB/T 9704-2012 7.3.7).
#[must_use]
pub fn begins_page(kind: BlockKind) -> bool {
    kind == BlockKind::Annex
}

/// Pages of `paragraphs`, whose lines begin where `lines` says (see [`lines`](super::lines)).
/// There is always at least one page.
#[must_use]
pub fn paginate(paragraphs: &[Paragraph], lines: &[Vec<usize>]) -> Vec<Page> {
    let mut pages = vec![Page::default()];
    let mut free = LINES;
    for (index, (paragraph, starts)) in paragraphs.iter().zip(lines).enumerate() {
        if begins_page(paragraph.kind) && free < LINES {
            pages.push(Page::default());
            free = LINES;
        }
        // An empty line at the foot of a page is not carried to the next.
        let mut gap = if free == LINES { 0 } else { paragraph.gap.min(free) };
        free -= gap;
        let mut first = 0;
        while first < starts.len() {
            if free == 0 {
                pages.push(Page::default());
                (free, gap) = (LINES, 0);
            }
            let taken = (starts.len() - first).min(free as usize);
            let to = starts.get(first + taken).copied().unwrap_or(usize::MAX);
            if let Some(page) = pages.last_mut() {
                page.fragments.push(Fragment { paragraph: index, from: starts[first], to, gap });
            }
            first += taken;
            free -= u32::try_from(taken).unwrap_or(free);
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::BlockId;

    fn laid(counts: &[(u32, usize)]) -> Vec<Vec<(usize, usize, bool)>> {
        let paragraphs: Vec<Paragraph> = counts
            .iter()
            .map(|&(gap, _)| Paragraph { block: BlockId(0), kind: BlockKind::Body, runs: Vec::new(), gap })
            .collect();
        let lines: Vec<Vec<usize>> = counts.iter().map(|&(_, n)| (0..n).collect()).collect();
        let seen = |f: &Fragment| (f.paragraph, f.from, f.is_cut());
        paginate(&paragraphs, &lines).iter().map(|page| page.fragments.iter().map(seen).collect()).collect()
    }

    #[test]
    fn a_paragraph_runs_over_the_foot_of_the_page() {
        assert_eq!(laid(&[(0, 20), (0, 5)]), [vec![(0, 0, false), (1, 0, true)], vec![(1, 2, false)]]);
    }

    #[test]
    fn a_gap_at_the_head_of_a_page_is_dropped() {
        assert_eq!(laid(&[(0, 22), (1, 1)]), [vec![(0, 0, false)], vec![(1, 0, false)]]);
        assert_eq!(laid(&[(0, 21), (1, 1)]), [vec![(0, 0, false)], vec![(1, 0, false)]]);
    }

    #[test]
    fn an_attached_text_begins_a_page() {
        let kinds = [BlockKind::Annex, BlockKind::Body, BlockKind::Annex, BlockKind::Title];
        let paragraph = |kind| Paragraph { block: BlockId(0), kind, runs: Vec::new(), gap: 1 };
        let pages = paginate(&kinds.map(paragraph), &[vec![0], vec![0], vec![0], vec![0]]);
        let seen: Vec<Vec<_>> =
            pages.iter().map(|page| page.fragments.iter().map(|f| (f.paragraph, f.gap)).collect()).collect();
        assert_eq!(seen, [[(0, 0), (1, 1)], [(2, 0), (3, 1)]]);
    }

    #[test]
    fn nothing_is_one_empty_page() {
        assert_eq!(laid(&[]), [vec![]]);
    }
}
