//! Breaks a paragraph into lines as they will stand on the paper: characters by their widths, one
//! mark of punctuation in the margin where it would else take its neighbour along (Word's 允许标点溢出
//! 边界). Marks are never squeezed: programs squeeze them differently, and lines would differ.

use super::advance::{EM, advance};
use super::grid::{Grid, Setter};
use super::marks::{is_closing, is_opening, may_break, may_hang};
use super::title::by_sense;
use super::{Paragraph, Run, indent_twips};
use crate::template::BlockKind;

/// Where the lines of a paragraph begin, as byte offsets into its text; the first is 0. A
/// paragraph without words has no lines.
#[must_use]
pub fn lines(paragraph: &Paragraph, grid: &Grid) -> Vec<usize> {
    let measure = Measure::of(paragraph, grid);
    if paragraph.kind == BlockKind::Title {
        return by_sense(&paragraph.text(), &measure);
    }
    let mut before = None;
    let chars = paragraph.runs.iter().flat_map(|run: &Run| {
        let begins = before.replace(run.part).is_some_and(|before| before != run.part);
        run.text.chars().enumerate().map(move |(at, c)| (c, begins && at == 0))
    });
    break_lines(chars, &measure)
}

/// Whether the line `text`, the first of its paragraph or not, has its last mark in the margin.
#[must_use]
pub fn hangs(paragraph: &Paragraph, text: &str, is_first: bool, grid: &Grid) -> bool {
    let measure = Measure::of(paragraph, grid);
    let room = if is_first { measure.first } else { measure.full };
    measure.width(text.chars()) > room && text.chars().next_back().is_some_and(may_hang)
}

/// What the lines of one kind of paragraph hold, in parts of an em of a twip.
pub(super) struct Measure {
    first: u32,
    pub(super) full: u32,
    size: u32,
    tighten: u32,
    latin: bool,
    setter: Setter,
}

impl Measure {
    pub(super) fn of(paragraph: &Paragraph, grid: &Grid) -> Self {
        let full = grid.room.saturating_mul(EM);
        let (size, tighten) = match paragraph.kind {
            BlockKind::Title => (grid.title, 0),
            _ => (grid.size, grid.tighten),
        };
        let indent = indent_twips(paragraph, grid);
        let room = |twips: u32| full.saturating_sub(twips.saturating_mul(EM));
        Self {
            first: room(indent.first),
            full: room(indent.rest),
            size,
            tighten,
            latin: grid.latin,
            setter: grid.setter,
        }
    }

    /// The width of a character.
    pub(super) fn of_char(&self, c: char) -> u32 {
        let natural = advance(c, self.latin);
        if natural == 0 { 0 } else { (natural * self.size).saturating_sub(self.tighten * EM) }
    }

    /// What stands between two characters besides their widths.
    fn between(&self, before: char, after: char, turns: bool) -> u32 {
        let changes = turns || before.is_ascii_graphic() != after.is_ascii_graphic();
        if self.setter == Setter::LibreOffice && changes { self.tighten * EM } else { 0 }
    }

    fn may_break(&self, before: char, after: char) -> bool {
        match self.setter {
            Setter::Word => may_break(before, after),
            Setter::LibreOffice if after == '…' || (after == '—' && before != '—') => {
                !is_opening(before)
            }
            Setter::LibreOffice => {
                let keeps = before != ' ' && is_closing(before) && after.is_ascii_alphanumeric();
                may_break(before, after) && !keeps
            }
        }
    }

    /// The width of a text.
    pub(super) fn width(&self, text: impl Iterator<Item = char>) -> u32 {
        text.fold(0, |sum, c| sum.saturating_add(self.of_char(c)))
    }
}

/// Breaks characters into lines; each says whether it begins another face than the one before.
pub(super) fn break_lines(chars: impl Iterator<Item = (char, bool)>, measure: &Measure) -> Vec<usize> {
    let mut chars = chars.peekable();
    let mut starts = if chars.peek().is_some() { vec![0] } else { Vec::new() };
    let (mut room, mut used) = (measure.first, 0);
    // The last place in this line where it may be broken: its offset and the width up to there.
    let mut chance: Option<(usize, u32)> = None;
    let (mut at, mut before) = (0, None);
    while let Some((c, turns)) = chars.next() {
        if before.is_some_and(|before| measure.may_break(before, c)) {
            chance = Some((at, used));
        }
        let width = measure.of_char(c) + before.map_or(0, |before| measure.between(before, c, turns));
        let mut hangs = || {
            measure.setter == Setter::Word
                && used <= room
                && may_hang(c)
                && chars.peek().is_none_or(|&(next, _)| may_break(c, next))
        };
        if used + width > room && used > 0 && !hangs() {
            let (start, kept) = chance.take().unwrap_or((at, used));
            starts.push(start);
            used -= kept;
            room = measure.full;
        }
        used += width;
        at += c.len_utf8();
        before = Some(c);
    }
    starts
}

/// Whether a line of a title may end between two characters.
pub(super) fn may_end(before: char, after: char) -> bool {
    may_break(before, after) && !is_closing(after)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::BlockId;

    fn broken(text: &str, first: u32, full: u32) -> Vec<&str> {
        let measure = Measure {
            first: first * EM,
            full: full * EM,
            size: 2,
            tighten: 0,
            latin: false,
            setter: Setter::Word,
        };
        let mut starts = break_lines(text.chars().map(|c| (c, false)), &measure);
        starts.push(text.len());
        starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    }

    #[test]
    fn the_first_line_is_shorter_by_the_indent() {
        assert_eq!(broken("一二三四五六七八", 4, 8), ["一二", "三四五六", "七八"]);
    }

    #[test]
    fn one_closing_mark_hangs_in_the_margin() {
        assert_eq!(broken("一二三四，五六", 8, 8), ["一二三四，", "五六"]);
        assert_eq!(broken("一二三四。", 8, 8), ["一二三四。"]);
        assert_eq!(broken("一二三四,", 8, 8), ["一二三四,"]);
    }

    #[test]
    fn what_may_not_hang_takes_its_character_along() {
        assert_eq!(broken("一二三四”五六", 8, 8), ["一二三", "四”五六"]);
        assert_eq!(broken("一二三四。”五", 8, 8), ["一二三", "四。”五"]);
        assert_eq!(broken("一二三四……", 8, 8), ["一二三", "四……"]);
    }

    #[test]
    fn an_opening_mark_goes_to_the_next_line() {
        assert_eq!(broken("一二三“四五”", 8, 8), ["一二三", "“四五”"]);
    }

    #[test]
    fn figures_and_dashes_stay_whole() {
        assert_eq!(broken("一二三1234人", 8, 8), ["一二三", "1234人"]);
        assert_eq!(broken("一二三——四", 8, 8), ["一二", "三——四"]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_cut() {
        assert_eq!(broken("abcdefghij", 4, 4), ["abcd", "efgh", "ij"]);
        assert_eq!(broken("", 4, 4), Vec::<&str>::new());
    }

    fn body() -> Paragraph {
        Paragraph { block: BlockId(0), kind: BlockKind::Body, runs: Vec::new(), gap: 0 }
    }

    #[test]
    fn a_line_of_the_standard_holds_28_characters_and_its_first_26() {
        let measure = Measure::of(&body(), &Grid::STANDARD);
        let starts = break_lines("汉".repeat(26 + 28 + 1).chars().map(|c| (c, false)), &measure);
        assert_eq!(starts, [0, 26 * 3, 54 * 3]);
        assert!(hangs(&body(), &("汉".repeat(28) + "。"), false, &Grid::STANDARD));
        assert!(!hangs(&body(), &("汉".repeat(27) + "。"), false, &Grid::STANDARD));
    }
}
