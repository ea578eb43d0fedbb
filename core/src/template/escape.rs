//! Escapes of the template text form: a backslash before a mark that would mean something,
//! `\n` and `\r` for line breaks, `\u{3000}` for white space at an edge that a reader would trim.

use crate::text::part;

/// Marks that mean something at the start of a paragraph.
const LINE_START: [char; 4] = ['#', '@', '/', '['];

/// What is written: `text` so that [`unescape`] gives it back, with `special` marks escaped too.
pub(super) fn escape(out: &mut String, text: &str, special: &[char]) {
    let inner = text.trim();
    // Where the text begins and ends once its edges are trimmed.
    let start = text.len() - text.trim_start().len();
    let end = start + inner.len();
    for (at, c) in text.char_indices() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c if at < start || at >= end => {
                out.push_str("\\u{");
                push_hex(out, u32::from(c));
                out.push('}');
            }
            '\\' => out.push_str("\\\\"),
            c if special.contains(&c) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
}

/// Escapes the first mark of a written paragraph where it would be taken for a line of another
/// kind.
pub(super) fn guard_line(line: &mut String) {
    if line.starts_with(LINE_START) {
        line.insert(0, '\\');
    }
}

fn push_hex(out: &mut String, mut value: u32) {
    let mut digits = [0; 8];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = value % 16;
        value /= 16;
        if value == 0 {
            break;
        }
    }
    out.extend(digits[at..].iter().filter_map(|digit| char::from_digit(*digit, 16)));
}

/// Reads one escape; `rest` begins after the backslash. Gives the character and what follows it.
/// A lone backslash at the end stands for itself.
pub(super) fn unescape_one(rest: &str) -> (char, &str) {
    let mut chars = rest.chars();
    match chars.next() {
        Some('n') => ('\n', chars.as_str()),
        Some('r') => ('\r', chars.as_str()),
        Some('u') => code_point(chars.as_str()).unwrap_or(('u', chars.as_str())),
        Some(c) => (c, chars.as_str()),
        None => ('\\', ""),
    }
}

fn code_point(rest: &str) -> Option<(char, &str)> {
    let (digits, after) = rest.strip_prefix('{')?.split_once('}')?;
    let c = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some((c, after))
}

/// Undoes [`escape`] for a whole piece.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(part(rest, ..at));
        let (c, after) = unescape_one(part(rest, at + 1..));
        out.push(c);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Splits at each `mark` that is not escaped; the pieces are trimmed and still escaped.
pub(super) fn pieces(line: &str, mark: char) -> Vec<&str> {
    let mut out = Vec::new();
    let (mut from, mut escaped) = (0, false);
    for (at, c) in line.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == mark => {
                out.push(part(line, from..at).trim());
                from = at + mark.len_utf8();
            }
            _ => {}
        }
    }
    out.push(part(line, from..).trim());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_comes_back() {
        for text in ["", "a|b{c}\\", "  x\u{3000}", "\n", "一\r\n二", "\u{a0}", " \\ "] {
            let mut out = String::new();
            escape(&mut out, text, &['{', '|']);
            assert_eq!(out.trim(), out, "{text:?}");
            assert_eq!(unescape(&out), text);
            assert_eq!(pieces(&out, '|').len(), 1);
        }
    }

    #[test]
    fn a_line_is_cut_at_bare_marks_only() {
        assert_eq!(pieces(r"a | b\|c |", '|'), ["a", r"b\|c", ""]);
        assert_eq!(pieces(r"上午/1\/2 / 下午", '/'), ["上午", r"1\/2", "下午"]);
    }
}
