//! The input rules of words: text, organisations, titles, prose. Never touches what stands inside,
//! except for line breaks.

use super::strip::{edges, endings, line_feeds, one_line};
use super::{Accepted, Change, Outcome, Refusal};
use crate::field::{Field, Limits};

/// Quotes that a sentence prints around a title.
const QUOTES: [(char, char); 4] = [('“', '”'), ('"', '"'), ('「', '」'), ('《', '》')];

/// One line of any text.
pub(super) fn text(field: &Field, typed: &str) -> Outcome {
    named(field, typed, &[&field.unit])
}

/// The name of an organisation. Before a printed 党支部 people also type a short 支部.
pub(super) fn organisation(field: &Field, typed: &str) -> Outcome {
    let short = field.unit.strip_prefix('党').filter(|short| short.chars().nth(1).is_some());
    named(field, typed, &[&field.unit, short.unwrap_or_default()])
}

fn named(field: &Field, typed: &str, units: &[&str]) -> Outcome {
    let line = one_line(typed);
    let (rest, stripped) = endings(&line, units);
    length(&field.limits, rest)?;
    Ok(Accepted::new(rest.to_owned(), &[(Change::Unit, stripped)]))
}

/// A name that the sentence prints in quotes. One pair is taken off, also in front of the unit, as
/// where “红旗”示范学校 is copied out of the sentence.
pub(super) fn title(field: &Field, typed: &str) -> Outcome {
    let line = one_line(typed);
    let units = [field.unit.as_str()];
    let (outside, before) = match unquoted(edges(&line)) {
        Some(_) => (edges(&line), false),
        None => endings(&line, &units),
    };
    let inside = unquoted(outside);
    let (rest, after) = endings(inside.unwrap_or(outside), &units);
    if rest.contains(is_quote) {
        return Err(Refusal::QuoteInside);
    }
    length(&field.limits, rest)?;
    let changes =
        [(Change::Unit, before), (Change::Quotes, inside.is_some()), (Change::Unit, after && !before)];
    Ok(Accepted::new(rest.to_owned(), &changes))
}

fn is_quote(c: char) -> bool {
    QUOTES.iter().any(|&(open, close)| c == open || c == close)
}

/// What stands between a pair of quotes, if there is a pair and something in it.
fn unquoted(text: &str) -> Option<&str> {
    let between = |&(open, close): &(char, char)| text.strip_prefix(open)?.strip_suffix(close);
    QUOTES.iter().find_map(between).map(edges).filter(|inside| !inside.is_empty())
}

/// Sentences, with their line breaks.
pub(super) fn prose(field: &Field, typed: &str) -> Outcome {
    let text = line_feeds(edges(typed));
    length(&field.limits, &text)?;
    Ok(Accepted::new(text, &[]))
}

/// Refuses a text whose number of characters is outside of `limits`.
fn length(limits: &Limits, text: &str) -> Result<(), Refusal> {
    let chars = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    match (limits.min, limits.max) {
        (Some(min), _) if chars < min => Err(Refusal::TooShort(min)),
        (_, Some(max)) if chars > max => Err(Refusal::TooLong(max)),
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Kind;
    use crate::field::read::laws::{accepts, field, refuses};

    fn limited(kind: Kind, unit: &str, min: i64, max: i64) -> Field {
        Field { limits: Limits { min: Some(min), max: Some(max) }, ..field(kind, unit) }
    }

    #[test]
    fn text_is_trimmed_and_loses_its_unit() {
        let source = limited(Kind::Text, "要求", 2, 20);
        let cases: [(&str, &str, &[Change]); 13] = [
            ("市委组织部", "市委组织部", &[]),
            ("  市委组织部\u{3000}", "市委组织部", &[]),
            ("\u{A0}市委 组织部\t", "市委 组织部", &[]),
            ("\u{FEFF}市委组织部\u{200B}", "市委组织部", &[]),
            ("市委组织部要求", "市委组织部", &[Change::Unit]),
            ("市委组织部 要求 ", "市委组织部", &[Change::Unit]),
            ("市委组织部要求要求", "市委组织部", &[Change::Unit]),
            ("要求", "要求", &[]),
            ("要求严格", "要求严格", &[]),
            ("市委\r\n组织部", "市委组织部", &[]),
            ("to be\n or not", "to be or not", &[]),
            ("ＡＢＣ１２", "ＡＢＣ１２", &[]),
            ("“十四五”规划", "“十四五”规划", &[]),
        ];
        for (typed, text, changes) in cases {
            accepts(&source, typed, text, changes);
        }
        accepts(&field(Kind::Text, ""), "要求", "要求", &[]);
        refuses(&source, " 市 ", &Refusal::TooShort(2));
        refuses(&source, &"市".repeat(21), &Refusal::TooLong(20));
        accepts(&source, &"市".repeat(20), &"市".repeat(20), &[]);
    }

    #[test]
    fn organisations_lose_the_suffix_that_is_printed() {
        let branch = limited(Kind::Organisation, "党支部", 2, 7);
        let cases: [(&str, &str, &[Change]); 12] = [
            ("城关小学", "城关小学", &[]),
            ("\u{3000}城关小学\u{A0}", "城关小学", &[]),
            ("城关小学党支部", "城关小学", &[Change::Unit]),
            ("城关小学支部", "城关小学", &[Change::Unit]),
            ("城关小学 党支部", "城关小学", &[Change::Unit]),
            ("城关小学党支部支部", "城关小学", &[Change::Unit]),
            ("党支部", "党支部", &[]),
            ("支部", "支部", &[]),
            ("党支部党支部", "党支部", &[Change::Unit]),
            ("城关小学党总支", "城关小学党总支", &[]),
            ("城关\n小学", "城关小学", &[]),
            ("支部城关", "支部城关", &[]),
        ];
        for (typed, text, changes) in cases {
            accepts(&branch, typed, text, changes);
        }
        refuses(&branch, "城党支部", &Refusal::TooShort(2));
        refuses(&branch, "城关镇第一中心小学党支部", &Refusal::TooLong(7));
        accepts(&field(Kind::Organisation, "党委"), "教育局委", "教育局委", &[]);
        accepts(&field(Kind::Organisation, ""), "城关党支部", "城关党支部", &[]);
    }

    #[test]
    fn titles_lose_their_quotes_and_unit() {
        use Change::{Quotes, Unit};
        let programme = limited(Kind::Title, "示范学校", 2, 20);
        let cases: [(&str, &str, &[Change]); 14] = [
            ("育人先锋", "育人先锋", &[]),
            (" 育人先锋\u{3000}", "育人先锋", &[]),
            ("“育人先锋”", "育人先锋", &[Quotes]),
            ("\"育人先锋\"", "育人先锋", &[Quotes]),
            ("「育人先锋」", "育人先锋", &[Quotes]),
            ("《育人先锋》", "育人先锋", &[Quotes]),
            ("“ 育人先锋 ”", "育人先锋", &[Quotes]),
            ("育人先锋示范学校", "育人先锋", &[Unit]),
            ("“育人先锋示范学校”", "育人先锋", &[Quotes, Unit]),
            ("“育人先锋”示范学校", "育人先锋", &[Unit, Quotes]),
            ("“育人先锋示范学校”示范学校", "育人先锋", &[Unit, Quotes]),
            ("示范学校", "示范学校", &[]),
            ("“示范学校”", "示范学校", &[Quotes]),
            ("‘育人’先锋", "‘育人’先锋", &[]),
        ];
        for (typed, text, changes) in cases {
            accepts(&programme, typed, text, changes);
        }
        for typed in [
            "“甲”和“乙”",
            "甲“乙”丙",
            "““甲乙””",
            "「「甲乙」」",
            "“《甲乙》”",
            "甲\"乙",
            "甲乙》",
            "“甲乙",
            "“”",
        ] {
            refuses(&programme, typed, &Refusal::QuoteInside);
        }
        refuses(&programme, "“甲”", &Refusal::TooShort(2));
        refuses(&programme, &"甲".repeat(21), &Refusal::TooLong(20));
    }

    #[test]
    fn prose_keeps_its_lines() {
        let prose = limited(Kind::Prose, "。", 2, 20);
        let cases = [
            ("一年来，成效明显。", "一年来，成效明显。"),
            ("　　一年来。　", "一年来。"),
            ("甲甲\n乙乙", "甲甲\n乙乙"),
            ("甲甲\r\n乙乙", "甲甲\n乙乙"),
            ("甲甲\r乙乙", "甲甲\n乙乙"),
            ("甲甲\u{2028}乙乙", "甲甲\n乙乙"),
            ("甲甲\u{B}乙乙", "甲甲\n乙乙"),
            ("甲甲\n\n　　乙乙", "甲甲\n\n　　乙乙"),
            ("\r\n甲甲\r\n\r\n", "甲甲"),
            ("甲 甲，“乙”", "甲 甲，“乙”"),
            ("甲甲 \r\n 乙乙", "甲甲 \n 乙乙"),
            ("１，２", "１，２"),
        ];
        for (typed, text) in cases {
            accepts(&prose, typed, text, &[]);
        }
        refuses(&prose, "甲\r\n", &Refusal::TooShort(2));
        refuses(&prose, &"甲".repeat(21), &Refusal::TooLong(20));
    }
}
