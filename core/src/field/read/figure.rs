//! Takes a figure apart: digits, separators, decimals, Chinese numerals; and says why something is
//! no figure. Knows neither kinds nor limits. Expects half-width text, see [`Plain`](super::strip::Plain).

use super::{Refusal, strip};
use crate::text::numerals::{digit, parse_chinese, place};
use crate::text::part;

/// A figure of any length, kept as digits so that nothing overflows.
pub(super) struct Figure {
    /// The digits before the point, without leading zeros.
    pub(super) whole: String,
    /// The digits after the point, as typed; `None` without a point.
    pub(super) fraction: Option<String>,
    /// Written with thousands separators.
    pub(super) grouped: bool,
    /// Written in Chinese numerals.
    pub(super) chinese: bool,
}

/// Reads a figure in digits or Chinese numerals.
pub(super) fn figure(text: &str) -> Option<Figure> {
    in_digits(text).or_else(|| in_chinese(text))
}

fn in_digits(text: &str) -> Option<Figure> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    if fraction.is_some_and(|fraction| fraction.contains(|c: char| !c.is_ascii_digit())) {
        return None;
    }
    let (whole, grouped) = match (whole, fraction) {
        ("", Some("") | None) => return None,
        ("", Some(_)) => ("0".to_owned(), false),
        _ => digits(whole)?,
    };
    Some(Figure { whole, fraction: fraction.map(str::to_owned), grouped, chinese: false })
}

/// The digits of a whole number, and whether they stood in groups of three.
fn digits(text: &str) -> Option<(String, bool)> {
    let mut joined = String::with_capacity(text.len());
    let (mut groups, mut first) = (0_usize, 0);
    for group in text.split([',', ' ']) {
        let is_whole = !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
        if !is_whole || (groups > 0 && group.len() != 3) {
            return None;
        }
        if groups == 0 {
            first = group.len();
        }
        groups += 1;
        joined.push_str(group);
    }
    if groups > 1 && first > 3 {
        return None;
    }
    let significant = joined.trim_start_matches('0');
    let whole = if significant.is_empty() { "0" } else { significant };
    Some((whole.to_owned(), groups > 1))
}

fn in_chinese(text: &str) -> Option<Figure> {
    let (whole, fraction) = match text.split_once('点') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let fraction = match fraction {
        Some("") => return None,
        Some(row) => Some(row.chars().map(|c| char::from_digit(digit(c)?, 10)).collect::<Option<_>>()?),
        None => None,
    };
    if is_either_or(whole) {
        return None;
    }
    let whole = parse_chinese(whole)?.to_string();
    Some(Figure { whole, fraction, grouped: false, chinese: true })
}

/// Why `text` is no figure. `unit` may stand anywhere in it: 30人左右.
pub(super) fn fault(text: &str, unit: &str) -> Refusal {
    let unsigned = text.strip_prefix(['+', '-', '−', '–', '—', '±', '负', '﹣']).map(strip::edges);
    if unsigned.is_some_and(|rest| rest.starts_with(|c: char| is_numeral(c) || c == '.')) {
        Refusal::Sign
    } else if is_approximate(text, unit) {
        Refusal::Approximate
    } else {
        Refusal::NotANumber
    }
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some() || place(c).is_some() || matches!(c, '两' | '万' | '亿')
}

/// A text without a word wherever that stands in it.
fn without(text: &str, word: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        match rest.strip_prefix(word).filter(|_| !word.is_empty()) {
            Some(after) => rest = after,
            None => {
                out.push(c);
                rest = part(rest, c.len_utf8()..);
            }
        }
    }
    out
}

/// Whether a character stands in the words for about, more, less, up to.
fn is_vague(c: char) -> bool {
    matches!(
        c,
        '约' | '余'
            | '近'
            | '多'
            | '左'
            | '右'
            | '上'
            | '下'
            | '几'
            | '数'
            | '若'
            | '干'
            | '许'
            | '超'
            | '过'
            | '逾'
            | '大'
            | '概'
            | '不'
            | '足'
            | '到'
            | '将'
            | '接'
            | '以'
            | '内'
            | '至'
            | '少'
            | '最'
            | '来'
            | '~'
            | '≈'
            | '<'
            | '>'
            | '≥'
            | '≤'
            | '+'
            | '-'
            | '–'
            | '—'
    )
}

/// Whether the text is a figure but for words such as 约, 多, 左右, 不足, or two ends of a range.
/// Judged by characters: a misjudged text is refused in any case, only with another reason.
fn is_approximate(text: &str, unit: &str) -> bool {
    let bare = without(&without(text, unit), "百分之");
    let is_rest = |c: char| is_numeral(c) || matches!(c, '.' | ',' | ' ' | '%');
    bare.chars().all(|c| is_vague(c) || is_rest(c))
        && bare.chars().any(|c| is_numeral(c) || matches!(c, '几' | '数' | '若'))
        && (bare.contains(is_vague) || is_either_or(&bare))
        // Two hyphens are a date or a telephone number.
        && bare.matches('-').count() < 2
}

/// 三四, 两三, 三四十, 十七八: two neighbouring digits are one or the other, not a row of digits.
/// 一二 is read as a row, as asked for by the input rules.
fn is_either_or(text: &str) -> bool {
    let value = |c: char| if c == '两' { Some(2) } else { digit(c).filter(|&value| value > 0) };
    let neighbours = text
        .chars()
        .zip(text.chars().skip(1))
        .any(|(one, next)| value(one).zip(value(next)).is_some_and(|(one, next)| next == one + 1));
    let is_row = text.chars().all(|c| digit(c).is_some());
    neighbours && text != "一二" && (!is_row || text.chars().nth(2).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_keep_every_length() {
        let long = "9".repeat(500);
        assert_eq!(figure(&long).map(|figure| figure.whole), Some(long));
    }

    #[test]
    fn groups_have_three_digits() {
        for text in ["1,234", "12 345", "1,234,567", "123,456.5"] {
            assert!(figure(text).is_some_and(|figure| figure.grouped), "{text}");
        }
        for text in ["1,23", "1234,567", "1,,234", ",123", "123,", "1 2", "1,234.5.6", "."] {
            assert!(figure(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_fault_has_its_reason() {
        let cases = [
            ("-5", Refusal::Sign),
            ("负五", Refusal::Sign),
            ("约30人左右", Refusal::Approximate),
            ("三四十", Refusal::Approximate),
            ("两三", Refusal::Approximate),
            ("七八", Refusal::Approximate),
            ("5-6", Refusal::Approximate),
            ("2026-12-5", Refusal::NotANumber),
            ("138-1234-5678", Refusal::NotANumber),
            ("多媒体3", Refusal::NotANumber),
            ("很多", Refusal::NotANumber),
            ("-", Refusal::NotANumber),
            ("一二三四五", Refusal::NotANumber),
        ];
        for (text, fault_of) in cases {
            assert_eq!(fault(text, "人"), fault_of, "{text}");
        }
    }
}
