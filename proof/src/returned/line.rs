//! The paragraphs that came back, as they are compared: what is seen of them, numbers apart.

use gaozhi_core::text::chars::{is_unseen, squeezed};
use gaozhi_core::text::number::number;

/// What stands before what is attached.
const ATTACHED: &str = "附件";

/// A paragraph that came back.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// All of it.
    pub(super) text: String,
    /// The whole without its number, for finding paragraphs that say the same.
    pub(super) key: String,
}

/// What is seen of a text, and where each character stands in it.
#[derive(Clone, Debug)]
pub(super) struct Seen<'a> {
    text: &'a str,
    pub(super) chars: Vec<char>,
    at: Vec<usize>,
}

/// The paragraphs that say anything.
pub(super) fn lines(paragraphs: &[String]) -> Vec<Line> {
    let line = |text: &String| Line { text: text.trim().to_owned(), key: key(text) };
    paragraphs.iter().filter(|text| says_anything(text)).map(line).collect()
}

/// A paragraph without its number and without what is not seen. The label above an attached text is
/// nothing but a number, and is one like any other.
pub(super) fn key(text: &str) -> String {
    let words = squeezed(without_number(text));
    if words.is_empty() && text.trim_start().starts_with(ATTACHED) { ATTACHED.to_owned() } else { words }
}

/// Whether two paragraphs say the same, numbers and blanks aside.
#[must_use]
pub fn same_words(a: &str, b: &str) -> bool {
    key(a) == key(b)
}

/// Whether a paragraph says more than a number.
pub(super) fn says_anything(text: &str) -> bool {
    !key(text).is_empty()
}

/// A paragraph without the number that it begins with, with that of what is attached too: 附件：1. in the
/// list (GB/T 9704-2012 7.3.4), 附件1 above the text (7.3.7).
fn without_number(text: &str) -> &str {
    let Some(rest) = text.trim_start().strip_prefix(ATTACHED) else { return behind_number(text) };
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(['：', ':']) {
        Some(listed) => behind_number(listed),
        None if behind.len() < rest.len() || rest.is_empty() => behind,
        None => text,
    }
}

fn behind_number(text: &str) -> &str {
    number(text).and_then(|number| text.get(number.end..)).unwrap_or(text)
}

/// The words of a paragraph that stands where one with that printed number stood, perhaps none.
pub(super) fn words_beside<'a>(text: &'a str, printed: &str) -> &'a str {
    if printed.is_empty() {
        return text;
    }
    match text.trim_start().strip_prefix(printed) {
        Some(words) => words,
        None => without_number(text),
    }
}

impl<'a> Seen<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let (at, chars) = text.char_indices().filter(|(_, c)| !is_unseen(*c)).unzip();
        Self { text, chars, at }
    }

    /// Whether something that is not seen, such as a blank, stands before that character.
    pub(super) fn is_apart(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        let end = before.and_then(|before| Some(self.at.get(before)? + self.chars.get(before)?.len_utf8()));
        end.is_some_and(|end| self.at.get(at).is_some_and(|start| *start > end))
    }

    /// The text between two of its characters, what is not seen between them included.
    pub(super) fn between(&self, from: usize, to: usize) -> &'a str {
        let (Some(start), Some(last)) = (self.at.get(from), to.checked_sub(1).filter(|last| *last >= from))
        else {
            return "";
        };
        let end =
            self.at.get(last).zip(self.chars.get(last)).map_or(self.text.len(), |(at, c)| at + c.len_utf8());
        self.text.get(*start..end).unwrap_or_default()
    }
}
