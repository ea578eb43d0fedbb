//! What is read: lines as they came, before any repair. A text file gives lines alone; a Word file
//! also says what it knows of them.

use std::ops::Range;

use crate::field::Kind;
use crate::text::chars::is_break;

/// A text to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Its lines or paragraphs, in reading order.
    pub lines: Vec<Line>,
}

/// A line of a text, or a paragraph of a Word file with its automatic number written out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The words, without a line break.
    pub text: String,
    /// The outline level that the file itself states, 1 for the outermost; a text file states none.
    pub level: Option<u8>,
    /// Where in the file it stands.
    pub part: Part,
    /// Places that the file itself declares to be blanks, in order, none over another.
    pub given: Vec<Given>,
}

/// Where in a file a line stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Part {
    /// The running text.
    #[default]
    Body,
    /// A cell of a table.
    Cell,
    /// A text box.
    Box,
    /// A header or footer.
    Margin,
    /// A footnote or endnote.
    Note,
}

/// A blank that the file itself declares: a content control, a form field, a merge field, an
/// underlined gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The bytes of the line that it covers.
    pub range: Range<usize>,
    /// What may be typed, where the file says so.
    pub kind: Option<Kind>,
    /// What the file calls it, or empty.
    pub label: String,
    /// What may be chosen, where the file says so.
    pub choices: Vec<String>,
}

impl Source {
    /// The lines of a plain text, whatever ends a line. `# ` to `#### ` before a line say that it is
    /// a heading, as in Markdown.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        Self { lines: text.split(is_break).map(line).collect() }
    }
}

fn line(text: &str) -> Line {
    let words = text.trim_start_matches('#');
    let (level, text) = match (text.len() - words.len(), words.strip_prefix(' ')) {
        (marks @ 1..=4, Some(words)) => (u8::try_from(marks).ok(), words),
        _ => (None, text),
    };
    Line { text: text.to_owned(), level, ..Line::default() }
}
