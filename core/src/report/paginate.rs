//! Lays the lines of the paragraphs onto pages of 22 lines.

use super::Paragraph;
use super::grid::Grid;
use super::signature::{is_signing, keeps_next, signs};
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
///
/// A page is filled to its last line, but signature and date never stand on a page without words of
/// the report (GB/T 9704-2012 7.3.5.5): they take two lines of the paragraph before along, or all
/// of it where it has fewer than four. That is what Word does with 与下段同页 and 孤行控制.
#[must_use]
pub fn paginate(paragraphs: &[Paragraph], lines: &[Vec<usize>], grid: &Grid) -> Vec<Page> {
    let full = grid.lines.max(1) as usize;
    let mut pages = vec![Page::default()];
    let mut free = full;
    for (index, (paragraph, starts)) in paragraphs.iter().zip(lines).enumerate() {
        let signed = signed_lines(paragraphs, lines, index);
        let mut gap = paragraph.gap as usize;
        if begins_page(paragraph.kind) && free < full {
            pages.push(Page::default());
            (free, gap) = (full, 0);
        }
        let mut first = 0;
        while first < starts.len() {
            let left = starts.len() - first;
            let here = free.saturating_sub(gap);
            let taken = if signed == 0 { left.min(here) } else { kept(left, here, signed, free == full) };
            if taken == 0 && free < full {
                pages.push(Page::default());
                // What of the gap stands at the foot of the page before is not repeated.
                gap = gap.saturating_sub(free);
                free = full;
                continue;
            }
            // A gap of a page or more is a mistake of whoever composed the report.
            let taken = taken.max(1);
            let to = starts.get(first + taken).copied().unwrap_or(usize::MAX);
            if let Some(page) = pages.last_mut() {
                let gap = u32::try_from(gap).unwrap_or(0);
                page.fragments.push(Fragment { paragraph: index, from: starts[first], to, gap });
            }
            first += taken;
            free = free.saturating_sub(gap + taken);
            gap = 0;
        }
    }
    pages
}

/// Lines, gaps included, of the signature and date right after a paragraph that is neither.
fn signed_lines(paragraphs: &[Paragraph], lines: &[Vec<usize>], index: usize) -> usize {
    if !keeps_next(paragraphs, index) || signs(paragraphs, index) {
        return 0;
    }
    let after = paragraphs.iter().zip(lines).skip(index + 1);
    let signing = after.take_while(|(paragraph, _)| is_signing(paragraph.kind));
    signing.map(|(paragraph, starts)| paragraph.gap as usize + starts.len()).sum()
}

/// How many of the `left` lines stand on a page with `free` lines, when `signed` lines have to
/// follow on the page of the last ones.
fn kept(left: usize, free: usize, signed: usize, is_empty: bool) -> usize {
    if left + signed <= free {
        return left;
    }
    let most = free.min(left.saturating_sub(2));
    if left >= 4 && most >= 2 {
        most
    } else if is_empty {
        left.min(free)
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::BlockId;

    fn laid(counts: &[(u32, usize)]) -> Vec<Vec<(usize, usize, bool)>> {
        laid_kinds(&counts.iter().map(|&(gap, n)| (BlockKind::Body, gap, n)).collect::<Vec<_>>())
    }

    fn laid_kinds(counts: &[(BlockKind, u32, usize)]) -> Vec<Vec<(usize, usize, bool)>> {
        let paragraphs: Vec<Paragraph> = counts
            .iter()
            .map(|&(kind, gap, _)| Paragraph { block: BlockId(0), kind, runs: Vec::new(), gap })
            .collect();
        let lines: Vec<Vec<usize>> = counts.iter().map(|&(_, _, n)| (0..n).collect()).collect();
        let seen = |f: &Fragment| (f.paragraph, f.from, f.is_cut());
        let pages = paginate(&paragraphs, &lines, &Grid::STANDARD);
        pages.iter().map(|page| page.fragments.iter().map(seen).collect()).collect()
    }

    #[test]
    fn a_paragraph_runs_over_the_foot_of_the_page() {
        assert_eq!(laid(&[(0, 20), (0, 5)]), [vec![(0, 0, false), (1, 0, true)], vec![(1, 2, false)]]);
    }

    #[test]
    fn an_empty_line_stands_where_word_sets_it() {
        assert_eq!(
            laid(&[(0, 22), (1, 22)]),
            [vec![(0, 0, false)], vec![(1, 0, true)], vec![(1, 21, false)]]
        );
        assert_eq!(laid(&[(0, 21), (1, 22)]), [vec![(0, 0, false)], vec![(1, 0, false)]]);
    }

    #[test]
    fn signature_and_date_take_words_of_the_report_along() {
        let pages = |body: usize, last: usize| {
            laid_kinds(&[
                (BlockKind::Body, 0, body),
                (BlockKind::Closing, 0, last),
                (BlockKind::Signature, 1, 1),
                (BlockKind::Date, 0, 1),
            ])
        };
        // All on one page.
        assert_eq!(pages(18, 1).len(), 1);
        // A short paragraph goes along whole, a long one with its last two lines.
        assert_eq!(pages(19, 1), [vec![(0, 0, false)], vec![(1, 0, false), (2, 0, false), (3, 0, false)]]);
        assert_eq!(pages(18, 3), [vec![(0, 0, false)], vec![(1, 0, false), (2, 0, false), (3, 0, false)]]);
        assert_eq!(
            pages(15, 5),
            [vec![(0, 0, false), (1, 0, true)], vec![(1, 3, false), (2, 0, false), (3, 0, false)]]
        );
        assert_eq!(pages(20, 5).first().map(Vec::len), Some(2));
        assert_eq!(pages(21, 5).first().map(Vec::len), Some(1), "no line stands alone at the foot");
        assert_eq!(pages(0, 60).len(), 3);
    }

    #[test]
    fn an_attached_text_begins_a_page() {
        let kinds = [BlockKind::Annex, BlockKind::Body, BlockKind::Annex, BlockKind::Title];
        let paragraph = |kind| Paragraph { block: BlockId(0), kind, runs: Vec::new(), gap: 1 };
        let pages = paginate(&kinds.map(paragraph), &[vec![0], vec![0], vec![0], vec![0]], &Grid::STANDARD);
        let seen: Vec<Vec<_>> =
            pages.iter().map(|page| page.fragments.iter().map(|f| (f.paragraph, f.gap)).collect()).collect();
        assert_eq!(seen, [[(0, 1), (1, 1)], [(2, 0), (3, 1)]]);
    }

    #[test]
    fn nothing_is_one_empty_page() {
        assert_eq!(laid(&[]), [vec![]]);
    }
}
