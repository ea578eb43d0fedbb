//! Breaks a paragraph into lines on the character grid, by the rules of GB/T 15834-2011 5.1: no
//! closing mark begins a line, no opening mark ends one, —— and …… stay whole, a number stays
//! whole. Widths are half characters.

use super::style::{CELLS, style};
use super::{Paragraph, Run, indent};
use crate::text::chars::half_cells;

/// Marks that may not begin a line. Asked for every character of a report: a match, not a search.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '。' | '，'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '”'
            | '’'
            | '）'
            | '》'
            | '】'
            | '〕'
            | '」'
            | '』'
            | '…'
            | '—'
            | '～'
            | '％'
            | '‰'
            | '·'
            | '.'
            | ','
            | ';'
            | ':'
            | '?'
            | '!'
            | ')'
            | ']'
            | '}'
            | '%'
    )
}

/// Marks that may not end a line.
fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '（' | '《' | '【' | '〔' | '「' | '『' | '(' | '[' | '{')
}

/// Where the lines of a paragraph begin, as byte offsets into its text; the first is 0. A
/// paragraph without words has no lines.
#[must_use]
pub fn lines(paragraph: &Paragraph) -> Vec<usize> {
    let style = style(paragraph.kind);
    // A character of the title is wider than a cell: fewer fit.
    let full = CELLS * 2 * 32 / style.half_points;
    let indent = indent(paragraph);
    let chars = paragraph.runs.iter().flat_map(|run: &Run| run.text.chars());
    break_lines(chars, full - indent.first, full - indent.rest)
}

fn break_lines(chars: impl Iterator<Item = char>, first: u32, full: u32) -> Vec<usize> {
    let mut starts = Vec::new();
    let (mut room, mut used) = (first, 0);
    // The last place in this line where it may be broken: its offset and the width up to there.
    let mut chance: Option<(usize, u32)> = None;
    let (mut at, mut before) = (0, None);
    for c in chars {
        if starts.is_empty() {
            starts.push(0);
        }
        if before.is_some_and(|before| may_break(before, c)) {
            chance = Some((at, used));
        }
        let width = half_cells(c);
        if used + width > room && used > 0 {
            let (start, kept) = chance.take().unwrap_or((at, used));
            starts.push(start);
            used -= kept;
            room = full;
        }
        used += width;
        at += c.len_utf8();
        before = Some(c);
    }
    starts
}

fn may_break(before: char, after: char) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let figure = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let together = (word(before) && word(after)) || (figure(before) && figure(after));
    !(together || is_closing(after) || is_opening(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(text: &str, first: u32, full: u32) -> Vec<&str> {
        let mut starts = break_lines(text.chars(), first, full);
        starts.push(text.len());
        starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    }

    #[test]
    fn the_first_line_is_shorter_by_the_indent() {
        assert_eq!(broken("一二三四五六七八", 4, 8), ["一二", "三四五六", "七八"]);
    }

    #[test]
    fn a_closing_mark_takes_its_character_along() {
        assert_eq!(broken("一二三四，五六", 8, 8), ["一二三", "四，五六"]);
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
}
