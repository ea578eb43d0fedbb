//! A line as the conventions look at it: folded one character to one, so that full-width forms and
//! look-alikes need no rules of their own. Never written back.

use crate::text::chars::fold;

/// No rule looks further than this, so that a scan is linear in the text.
pub(super) const REACH: usize = 60;

/// A folded line, and where each of its characters stands in the stored one.
#[derive(Debug, Default)]
pub(super) struct View {
    pub(super) chars: Vec<char>,
    bytes: Vec<usize>,
    /// Whether the line has marks of sentences, and so is no row of a table.
    pub(super) is_sentence: bool,
    /// Where the last blank ended: no other may begin before.
    pub(super) floor: usize,
}

impl View {
    /// Shows another line, in the room of the last.
    pub(super) fn show(&mut self, line: &str) {
        self.chars.clear();
        self.bytes.clear();
        self.floor = 0;
        self.is_sentence = false;
        for (at, c) in line.char_indices() {
            self.is_sentence |= matches!(c, '，' | '。' | '；');
            self.chars.push(fold(c));
            self.bytes.push(at);
        }
        self.bytes.push(line.len());
    }

    /// The byte of the stored line at which a character begins.
    pub(super) fn byte(&self, at: usize) -> usize {
        self.bytes.get(at).or(self.bytes.last()).copied().unwrap_or_default()
    }

    /// A character, or NUL outside of the line.
    pub(super) fn get(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or_default()
    }

    /// The character before a place, or NUL at the start.
    pub(super) fn left(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |at| self.get(at))
    }

    /// What stands before a place, as far as rules look.
    pub(super) fn before(&self, at: usize) -> &[char] {
        let at = at.min(self.chars.len());
        &self.chars[at.saturating_sub(REACH)..at]
    }

    /// What stands from a place on, as far as rules look.
    pub(super) fn after(&self, at: usize) -> &[char] {
        let at = at.min(self.chars.len());
        &self.chars[at..(at + REACH).min(self.chars.len())]
    }

    /// Where a row of characters of a sort that begins at a place ends.
    pub(super) fn run(&self, from: usize, is: fn(char) -> bool) -> usize {
        let mut to = from;
        while self.chars.get(to).is_some_and(|c| is(*c)) {
            to += 1;
        }
        to
    }

    /// The same, looking no further than `most`.
    pub(super) fn run_within(&self, from: usize, most: usize, is: fn(char) -> bool) -> usize {
        let mut to = from;
        while to < from + most && self.chars.get(to).is_some_and(|c| is(*c)) {
            to += 1;
        }
        to
    }

    /// The first place from there on that is no space, at most `most` further.
    pub(super) fn skip_spaces(&self, from: usize, most: usize) -> usize {
        let mut to = from;
        while to < from + most && self.get(to) == ' ' {
            to += 1;
        }
        to
    }
}

/// Whether `text` begins with `word`.
pub(super) fn starts(text: &[char], word: &str) -> bool {
    let mut chars = text.iter();
    word.chars().all(|c| chars.next() == Some(&c))
}

/// Whether `text` ends in `word`.
pub(super) fn ends(text: &[char], word: &str) -> bool {
    let mut chars = text.iter().rev();
    word.chars().rev().all(|c| chars.next() == Some(&c))
}

/// Whether `text` begins with one of the words.
pub(super) fn starts_any(text: &[char], words: &[&str]) -> bool {
    let mut bytes = [0; 4];
    let first = text.first().copied().unwrap_or_default().encode_utf8(&mut bytes).as_bytes();
    words.iter().any(|word| same(word.as_bytes().get(..first.len()), first) && starts(text, word))
}

/// Whether `text` ends in one of the words.
pub(super) fn ends_any(text: &[char], words: &[&str]) -> bool {
    let mut bytes = [0; 4];
    let last = text.last().copied().unwrap_or_default().encode_utf8(&mut bytes).as_bytes();
    words.iter().any(|word| {
        let from = word.len().checked_sub(last.len());
        same(from.and_then(|from| word.as_bytes().get(from..)), last) && ends(text, word)
    })
}

/// Whether a character of a word is that one. Most are told apart by their last byte alone.
fn same(part: Option<&[u8]>, of: &[u8]) -> bool {
    part.is_some_and(|part| part.last() == of.last() && part == of)
}

/// `text` without the spaces at its start.
pub(super) fn trim_start(text: &[char]) -> &[char] {
    let spaces = text.iter().take_while(|c| **c == ' ').count();
    &text[spaces..]
}

/// `text` without the spaces at its end.
pub(super) fn trim_end(text: &[char]) -> &[char] {
    let spaces = text.iter().rev().take_while(|c| **c == ' ').count();
    &text[..text.len() - spaces]
}

/// The three characters that people write for an X, folded.
pub(super) fn is_x(c: char) -> bool {
    matches!(c, 'X' | 'x' | '×')
}

/// Marks that hide a figure: an X, a star, an underscore, a circle, a square.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, 'X' | 'x' | '×' | '_' | '*' | '○' | '◯' | '□')
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// A letter that is not an X.
pub(super) fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() && !is_x(c)
}

/// A dash that may stand between two figures.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '~' | '－' | '─')
}

/// What ends a clause: a mark of punctuation, a bracket, a quote, or the end of the line.
pub(super) fn is_edge(c: char) -> bool {
    matches!(
        c,
        '\0' | '，'
            | ','
            | '。'
            | '；'
            | ';'
            | '：'
            | ':'
            | '、'
            | '！'
            | '!'
            | '？'
            | '?'
            | '“'
            | '”'
            | '"'
            | '‘'
            | '’'
            | '（'
            | '）'
            | '('
            | ')'
            | '《'
            | '》'
            | '〈'
            | '〉'
            | '【'
            | '】'
            | '「'
            | '」'
            | '『'
            | '』'
            | '['
            | ']'
            | '〔'
            | '〕'
            | '|'
            | '…'
            | '．'
            | '.'
    )
}

/// What closes a quotation that `open` begins, or NUL.
pub(super) fn closing(open: char) -> char {
    match open {
        '“' => '”',
        '‘' => '’',
        '《' => '》',
        '〈' => '〉',
        '「' => '」',
        '『' => '』',
        '（' => '）',
        '(' => ')',
        '[' => ']',
        '【' => '】',
        '〔' => '〕',
        '"' => '"',
        _ => '\0',
    }
}
