//! What the kinds have in common: ends, units, widths and lines. Decides nothing about a kind.

use crate::text::chars::{fold, half_cells, is_break, is_invisible, is_space};

/// Whether a character says nothing at the end of a text.
fn is_void(c: char) -> bool {
    is_space(c) || is_break(c) || is_invisible(c)
}

/// `text` without white space and invisible characters at its ends.
pub(super) fn edges(text: &str) -> &str {
    text.trim_matches(is_void)
}

/// `text` without any of `endings` at its end, and whether one was there. Stripped as often as it
/// stands there, so that the rest never ends with its own unit; but never down to nothing: a lone
/// 党支部 stays. An earlier ending goes before a later one.
pub(super) fn endings<'a>(text: &'a str, endings: &[&str]) -> (&'a str, bool) {
    let mut rest = edges(text);
    let mut stripped = false;
    loop {
        let next = endings
            .iter()
            .map(|ending| edges(ending))
            .filter(|ending| !ending.is_empty())
            .find_map(|ending| rest.strip_suffix(ending))
            .map(edges);
        match next {
            Some(shorter) if !shorter.is_empty() => (rest, stripped) = (shorter, true),
            Some(_) | None => return (rest, stripped),
        }
    }
}

/// Typed text ready to be taken apart as a figure or a day.
pub(super) struct Plain {
    /// Half-width, without invisible characters and outer white space.
    pub(super) text: String,
    /// Whether a digit or decimal point was full-width.
    pub(super) widened: bool,
}

impl Plain {
    pub(super) fn new(typed: &str) -> Self {
        let is_wide = |c: char| !c.is_ascii() && matches!(fold(c), '0'..='9' | '.');
        Self { text: half_width(edges(typed)), widened: typed.chars().any(is_wide) }
    }
}

/// The unit of a figure, half-width; empty where it could be taken for a part of the figure itself.
pub(super) fn figure_unit(unit: &str) -> String {
    let unit = half_width(edges(unit));
    if unit.ends_with(|c: char| c.is_ascii_digit() || c == '.') { String::new() } else { unit }
}

fn half_width(text: &str) -> String {
    text.chars().filter(|&c| !is_invisible(c)).map(fold).collect()
}

/// `text` with \n for every kind of line break.
pub(super) fn line_feeds(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' && chars.peek() == Some(&'\n') {
            continue;
        }
        out.push(if is_break(c) { '\n' } else { c });
    }
    out
}

/// `text` on one line. A line break and the spaces around it become one space, or nothing beside a
/// full-width character: Chinese is written without spaces.
pub(super) fn one_line(text: &str) -> String {
    if !text.contains(is_break) {
        return edges(text).to_owned();
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split(is_break).map(edges).filter(|line| !line.is_empty()) {
        let is_wide = |c: Option<char>| c.is_some_and(|c| half_cells(c) == 2);
        if !out.is_empty() && !is_wide(out.chars().next_back()) && !is_wide(line.chars().next()) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_is_stripped_as_often_as_it_stands_there() {
        assert_eq!(endings("12 次 次", &["次"]), ("12", true));
        assert_eq!(endings("12", &["次", ""]), ("12", false));
    }

    #[test]
    fn an_ending_alone_stays() {
        assert_eq!(endings("党支部", &["党支部", "支部"]), ("党支部", false));
        assert_eq!(endings("党支部党支部", &["党支部", "支部"]), ("党支部", true));
    }

    #[test]
    fn lines_of_chinese_are_joined_without_a_space() {
        assert_eq!(one_line("甲 \r\n 乙"), "甲乙");
        assert_eq!(one_line("to\n\nbe"), "to be");
        assert_eq!(one_line("a\n乙"), "a乙");
    }

    #[test]
    fn every_line_break_becomes_a_line_feed() {
        assert_eq!(line_feeds("a\r\nb\rc\u{2028}d\n\u{B}e\r\r\n"), "a\nb\nc\nd\n\ne\n\n");
    }

    #[test]
    fn invisible_characters_are_no_part_of_a_figure() {
        let plain = Plain::new("\u{200E}１2\u{200B}3\u{FEFF} ");
        assert_eq!((plain.text.as_str(), plain.widened), ("123", true));
    }
}
