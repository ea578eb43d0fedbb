//! A paragraph as it is put together: its pieces become lines, underlined gaps become underscores,
//! declared blanks keep their place.

use gaozhi_core::field::Kind;
use gaozhi_core::reading::{Given, Line, Part};
use gaozhi_core::text::chars::{is_break, is_space};

/// What stands for a declared blank that has no text.
const GAP: &str = "____";
/// An underlined gap is no longer than this: a row of thirty underscores would be a rule.
const LONGEST_GAP: usize = 20;

/// What a file says of a blank that it declares.
#[derive(Clone, Debug, Default)]
pub(crate) struct Declared {
    pub(crate) kind: Option<Kind>,
    pub(crate) label: String,
    pub(crate) choices: Vec<String>,
}

/// A place in a paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    line: usize,
    byte: usize,
}

/// A paragraph being put together.
#[derive(Default)]
pub(crate) struct Paragraph {
    /// The lines before the last soft break.
    done: Vec<Line>,
    line: Line,
    /// Where the underlined stretch at the end of the line begins.
    underlined: Option<usize>,
}

impl Paragraph {
    /// Adds words; breaks in them end the line.
    pub(crate) fn text(&mut self, text: &str, underlined: bool) {
        for (number, piece) in text.split(is_break).enumerate() {
            if number > 0 {
                self.end_line();
            }
            if piece.is_empty() {
                continue;
            }
            if !underlined {
                self.end_underline();
            } else if self.underlined.is_none() {
                self.underlined = Some(self.line.text.len());
            }
            self.line.text.push_str(piece);
        }
    }

    /// Ends the line: what follows stands on a new one.
    pub(crate) fn end_line(&mut self) {
        self.end_underline();
        self.done.push(std::mem::take(&mut self.line));
    }

    /// The place where it ends now.
    pub(crate) fn mark(&mut self) -> Mark {
        self.end_underline();
        Mark { line: self.done.len(), byte: self.line.text.len() }
    }

    /// Takes back what came after the mark on its line.
    pub(crate) fn truncate(&mut self, mark: Mark) {
        let from = self.since(mark);
        self.line.text.truncate(from);
        while self.line.given.pop_if(|given| given.range.end > from).is_some() {}
    }

    /// Declares what came after the mark to be a blank. Without words it is shown as a gap.
    pub(crate) fn declare(&mut self, mark: Mark, declared: Declared) {
        let from = self.since(mark);
        if self.line.text[from..].chars().all(is_space) {
            self.line.text.truncate(from);
            self.line.text.push_str(GAP);
        }
        // The innermost of two declarations is the more exact.
        if self.line.given.last().is_none_or(|given| given.range.end <= from) {
            let Declared { kind, label, choices } = declared;
            self.line.given.push(Given { range: from..self.line.text.len(), kind, label, choices });
        }
    }

    /// Where the mark stands on the line now.
    fn since(&mut self, mark: Mark) -> usize {
        self.end_underline();
        if mark.line == self.done.len() { mark.byte.min(self.line.text.len()) } else { 0 }
    }

    /// An underlined stretch of nothing but blanks is a gap to write into.
    fn end_underline(&mut self) {
        let Some(from) = self.underlined.take() else { return };
        let Some(stretch) = self.line.text.get(from..) else { return };
        let cells = stretch.chars().fold(0, |cells, c| match c {
            '\t' => cells + 4,
            '\u{3000}' => cells + 2,
            _ => cells + 1,
        });
        if cells >= 2 && stretch.chars().all(is_space) {
            self.line.text.truncate(from);
            self.line.text.extend(std::iter::repeat_n('_', cells.min(LONGEST_GAP)));
        }
    }

    /// Whether nothing was added since the last end.
    pub(crate) fn is_empty(&self) -> bool {
        self.done.is_empty() && self.line.text.is_empty()
    }

    /// Ends the paragraph: its lines that are not blank, the first with number and level.
    pub(crate) fn end(&mut self, number: &str, mut level: Option<u8>, part: Part, out: &mut Vec<Line>) {
        self.end_line();
        let mut number = Some(number);
        for mut line in self.done.drain(..) {
            if line.text.chars().all(is_space) {
                continue;
            }
            if let Some(number) = number.take().filter(|number| !number.is_empty()) {
                put_before(&mut line, number);
            }
            line.level = level.take();
            line.part = part;
            out.push(line);
        }
    }
}

/// Writes an automatic number where the words begin.
fn put_before(line: &mut Line, number: &str) {
    let words = line.text.trim_start_matches(is_space);
    let cut = line.text.len() - words.len();
    // 1. before 2026年 would be read as a decimal.
    let joins = number.ends_with(|c: char| c.is_ascii_digit() || c == '.')
        && words.starts_with(|c: char| c.is_ascii_digit());
    let between = if joins { " " } else { "" };
    line.text = [number, between, words].concat();
    let moved = |at: usize| at.saturating_sub(cut) + number.len() + between.len();
    for given in &mut line.given {
        given.range = moved(given.range.start)..moved(given.range.end);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(paragraph: &mut Paragraph, number: &str) -> Vec<Line> {
        let mut out = Vec::new();
        paragraph.end(number, Some(1), Part::Body, &mut out);
        out
    }

    fn texts(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn an_underlined_gap_becomes_underscores() {
        let mut paragraph = Paragraph::default();
        paragraph.text("姓名：", false);
        paragraph.text("  ", true);
        paragraph.text("\t", true);
        paragraph.text("，重点", false);
        paragraph.text(" 是 ", true);
        paragraph.text("单位：", false);
        paragraph.text("\u{3000}", true);
        assert_eq!(texts(&lines(&mut paragraph, "")), ["姓名：______，重点 是 单位：__"]);
    }

    #[test]
    fn a_number_moves_the_declared_blanks() {
        let mut paragraph = Paragraph::default();
        paragraph.text("  2026年讲课", false);
        let mark = paragraph.mark();
        paragraph.text("   ", false);
        paragraph.declare(mark, Declared { label: "次数".to_owned(), ..Declared::default() });
        paragraph.text("次\n第二行", false);
        let lines = lines(&mut paragraph, "1.");
        assert_eq!(texts(&lines), ["1. 2026年讲课____次", "第二行"]);
        assert_eq!(&lines[0].text[lines[0].given[0].range.clone()], "____");
        assert_eq!((lines[0].level, lines[1].level), (Some(1), None));
    }

    #[test]
    fn blank_lines_are_left_out_with_their_number() {
        let mut paragraph = Paragraph::default();
        paragraph.text(" \u{3000}\n", false);
        assert!(lines(&mut paragraph, "一、").is_empty());
    }
}
