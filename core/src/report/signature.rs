//! Where signature and date stand when there is no seal: GB/T 9704-2012 7.3.5.2. Widths are in
//! half characters.

use super::{CELLS, Paragraph};
use crate::template::BlockKind;
use crate::text::chars::width;

/// The blank to the right of a paragraph in half characters; none for any but signature and date.
///
/// A signature and the date right under it stand by each other; either alone stands two characters
/// from the margin. Never so far that a line which fits would be pressed into two.
#[must_use]
pub fn right(paragraphs: &[Paragraph], index: usize) -> Option<u32> {
    let size = |at: usize, kind| {
        paragraphs
            .get(at)
            .filter(|paragraph| paragraph.kind == kind)
            .map(|paragraph| width(&paragraph.text()))
    };
    let (signature, date) = (BlockKind::Signature, BlockKind::Date);
    let (own, right) = if let Some(own) = size(index, signature) {
        let under = size(index + 1, date).unwrap_or(0).min(2 * CELLS);
        (own, indents(own, under).signature)
    } else {
        let own = size(index, date)?;
        let over = index.checked_sub(1).and_then(|before| size(before, signature)).unwrap_or(0);
        // Below a signature of several lines its last line is not known: the full one is taken.
        (own, indents(over.min(2 * CELLS), own).date)
    };
    Some(right.min((2 * CELLS).saturating_sub(own)))
}

/// Whether a paragraph signs the report.
pub(super) fn is_signing(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Signature | BlockKind::Date)
}

/// Whether the paragraph at a place signs the report.
pub(super) fn signs(paragraphs: &[Paragraph], index: usize) -> bool {
    paragraphs.get(index).is_some_and(|paragraph| is_signing(paragraph.kind))
}

/// Whether a paragraph has to stand on the page of the next: what signs the report never stands
/// alone (GB/T 9704-2012 7.3.5.5).
#[must_use]
pub fn keeps_next(paragraphs: &[Paragraph], index: usize) -> bool {
    signs(paragraphs, index + 1)
}

/// Distances from the right margin.
struct Indents {
    /// Of the signature.
    signature: u32,
    /// Of the date.
    date: u32,
}

/// The blank to the right of a signature and of a date, from their widths.
///
/// The signature stands two characters from the margin and the date begins two characters right
/// of where the signature begins; a date longer than the signature stands two characters from the
/// margin, and the signature begins two characters left of where the date begins.
fn indents(signature: u32, date: u32) -> Indents {
    if date <= signature {
        Indents { signature: 4, date: signature - date }
    } else {
        Indents { signature: 8 + date - signature, date: 4 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::BlockId;
    use crate::report::{Origin, Part, Run};

    fn rights(paragraphs: &[(BlockKind, &str)]) -> Vec<Option<u32>> {
        let run = |text: &str| Run {
            text: text.to_owned(),
            origin: Origin::Text,
            part: Part::Text,
            span: 0,
            open: false,
        };
        let paragraphs: Vec<Paragraph> = paragraphs
            .iter()
            .map(|&(kind, text)| Paragraph { block: BlockId(0), kind, runs: vec![run(text)], gap: 0 })
            .collect();
        (0..paragraphs.len()).map(|index| right(&paragraphs, index)).collect()
    }

    #[test]
    fn the_examples_of_the_trade_come_out() {
        let signed = |who| rights(&[(BlockKind::Signature, who), (BlockKind::Date, "2026年12月5日")]);
        assert_eq!(signed("县委教育体育工委"), [Some(4), Some(3)]);
        assert_eq!(signed("张某某"), [Some(15), Some(4)]);
    }

    #[test]
    fn either_alone_stands_two_characters_from_the_margin() {
        assert_eq!(rights(&[(BlockKind::Signature, "张某某")]), [Some(4)]);
        assert_eq!(
            rights(&[(BlockKind::Body, "一段比日期长得多的正文。"), (BlockKind::Date, "今天")]),
            [None, Some(4)]
        );
    }

    #[test]
    fn a_line_that_fits_is_not_pressed_into_two() {
        let wide = "长".repeat(27);
        assert_eq!(rights(&[(BlockKind::Signature, &wide), (BlockKind::Date, "今天")]), [Some(2), Some(50)]);
        let days = "日".repeat(40);
        assert_eq!(rights(&[(BlockKind::Signature, "我"), (BlockKind::Date, &days)]), [Some(54), Some(0)]);
    }
}
