//! The number at the start of a paragraph. Looks at no more than a few characters.

use super::chars::{fold, is_han, is_space};
use super::numerals::{digit, parse_chinese};

/// A number as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// 1 to 4 as GB/T 9704-2012 7.3.3 counts them; 5 for ①, which the standard does not know.
    pub level: u8,
    /// What it counts.
    pub count: u32,
    /// Whether it is 第一部分 or 第一章, above 一、 where both stand.
    pub is_part: bool,
    /// The byte of the line where the words begin.
    pub end: usize,
}

/// The highest number that begins a paragraph.
const HIGHEST: u32 = 99;

/// The number that `line` begins with, if it is one: 一、 （一） 1. （1） and what is written for them.
#[must_use]
pub fn number(line: &str) -> Option<Number> {
    let from = line.find(|c| !is_space(c))?;
    let rest = &line[from..];
    let first = rest.chars().next()?;
    let found = match first {
        '第' => part(rest),
        '（' | '(' | '〔' => bracketed(rest),
        '\u{2460}'..='\u{249B}' | '㈠'..='㈩' => one_sign(first),
        _ if fold(first).is_ascii_digit() => arabic(rest),
        _ if is_numeral(first) => chinese(rest),
        _ => None,
    }?;
    let words = from + found.end;
    let after = &line[words..];
    let end = words + after.len() - after.trim_start_matches(is_space).len();
    ((1..=HIGHEST).contains(&found.count)).then_some(Number { end, ..found })
}

/// Whether a paragraph is an item of a series that is no heading: 一是, 第一，, 首先, ①, a bullet.
pub(crate) fn is_series(line: &str) -> bool {
    let mut chars = line.chars();
    let (first, second) = (chars.next().unwrap_or(' '), chars.next().unwrap_or(' '));
    match first {
        _ if is_numeral(first) => matches!(second, '是' | '要' | '、'),
        '第' => is_numeral(second) || second.is_ascii_digit(),
        '①'..='⑳' | '●' | '•' | '·' | '■' | '◆' | '▪' | '○' | '□' | '-' | '*' => true,
        '其' => matches!(second, '一' | '二' | '三' | '四' | '次'),
        '首' => second == '先',
        '再' => second == '次',
        '最' => second == '后',
        _ => fold(first).is_ascii_digit() && matches!(second, ')' | '）'),
    }
}

fn is_numeral(c: char) -> bool {
    c == '十' || (is_han(c) && digit(c).is_some())
}

fn of(level: u8, count: u32, end: usize) -> Option<Number> {
    Some(Number { level, count, is_part: false, end })
}

/// The numeral at the start of `text`, Chinese or of digits, and its length in bytes.
fn numeral(text: &str) -> Option<(u32, usize)> {
    let first = text.chars().next()?;
    let digits = fold(first).is_ascii_digit();
    let is_part = |c: char| if digits { fold(c).is_ascii_digit() } else { is_numeral(c) };
    let length: usize = text.chars().take(4).take_while(|c| is_part(*c)).map(char::len_utf8).sum();
    let value = if digits {
        let value = |sum, c| sum * 10 + fold(c).to_digit(10).unwrap_or(0);
        text[..length].chars().fold(0, value)
    } else {
        parse_chinese(&text[..length])?
    };
    Some((value, length))
}

/// 第一部分, 第二章: alone, before a blank or a mark, or before a few words.
fn part(text: &str) -> Option<Number> {
    let (count, length) = numeral(&text['第'.len_utf8()..])?;
    let rest = &text['第'.len_utf8() + length..];
    let after = rest.strip_prefix("部分").or_else(|| rest.strip_prefix('章'))?;
    let words = after.trim_start_matches(|c| is_space(c) || matches!(c, '、' | '：' | ':' | '，'));
    let alone = after.is_empty() || words.len() < after.len();
    let short = after.chars().nth(20).is_none() && !after.contains(['。', '，', '；']);
    let end = text.len() - words.len();
    (alone || short).then_some(Number { level: 1, count, is_part: true, end })
}

/// （一） (12) 〔三〕, also （一）、
fn bracketed(text: &str) -> Option<Number> {
    let open = text.chars().next()?;
    let (count, length) = numeral(&text[open.len_utf8()..])?;
    let end = open.len_utf8() + length;
    let digits = fold(text[open.len_utf8()..].chars().next()?).is_ascii_digit();
    let close = text[end..].chars().next()?;
    let fits = match close {
        '）' | ')' => open != '〔',
        '〕' => open == '〔' && !digits,
        _ => false,
    };
    let end = end + close.len_utf8();
    let rest = &text[end..];
    let end = end + if rest.starts_with(['、', '.']) { rest.chars().next()?.len_utf8() } else { 0 };
    fits.then_some(())?;
    of(if digits { 4 } else { 2 }, count, end)
}

/// ㈠ ⒈ ⑴ ①
fn one_sign(c: char) -> Option<Number> {
    let count = |first: char| u32::from(c) - u32::from(first) + 1;
    let (level, count) = match c {
        '①'..='⑳' => (5, count('①')),
        '⑴'..='⒇' => (4, count('⑴')),
        '⒈'..='⒛' => (3, count('⒈')),
        '㈠'..='㈩' => (2, count('㈠')),
        _ => return None,
    };
    of(level, count, c.len_utf8())
}

/// 1. 1． 1、, but not 1.5 or 1、2、3楼.
fn arabic(text: &str) -> Option<Number> {
    let (count, length) = numeral(text)?;
    let mark = text[length..].chars().next()?;
    let rest = &text[length + mark.len_utf8()..];
    let next = numeral(rest).filter(|_| fold(rest.chars().next().unwrap_or(' ')).is_ascii_digit());
    let fits = match mark {
        '.' | '．' => next.is_none(),
        '、' => next.is_none_or(|(value, _)| value > HIGHEST),
        _ => false,
    };
    fits.then_some(())?;
    of(3, count, length + mark.len_utf8())
}

/// 一、 一. 一．, also 一，, but not 一、二年级.
fn chinese(text: &str) -> Option<Number> {
    let (count, length) = numeral(text)?;
    let mark = text[length..].chars().next()?;
    let rest = &text[length + mark.len_utf8()..];
    let counts_on = numeral(rest).is_some_and(|(value, _)| value == count + 1 || value == count + 2);
    (matches!(mark, '、' | '.' | '．' | '，' | ',') && !counts_on).then_some(())?;
    of(1, count, length + mark.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(u8, u32, &str)> {
        number(line).map(|number| (number.level, number.count, &line[number.end..]))
    }

    #[test]
    fn the_vectors_of_headings_are_met() {
        let vectors: serde_json::Value =
            serde_json::from_str(include_str!("../../../tests/cases/vectors.json")).expect("it is JSON");
        let vectors = vectors["heading"].as_array().expect("it has headings");
        for vector in vectors {
            let text = vector["text"].as_str().expect("a text");
            let found = number(text)
                .map_or(serde_json::Value::Null, |found| serde_json::json!([found.level, found.count]));
            assert_eq!(found, vector["expect"], "{text}");
        }
        assert_eq!(vectors.len(), 18);
    }

    #[test]
    fn the_numbers_of_office_text_are_read() {
        for (line, level, count, words) in [
            ("一、主要做法及成效", 1, 1, "主要做法及成效"),
            ("二十一．其他", 1, 21, "其他"),
            ("二,存在问题", 1, 2, "存在问题"),
            ("第三部分 下步打算", 1, 3, "下步打算"),
            ("第一章总则", 1, 1, "总则"),
            ("（一）强化理论武装", 2, 1, "强化理论武装"),
            ("(十二)其他", 2, 12, "其他"),
            ("〔三〕围绕", 2, 3, "围绕"),
            ("（一）、强化", 2, 1, "强化"),
            ("㈡组织", 2, 2, "组织"),
            ("1.加强学习", 3, 1, "加强学习"),
            ("１．XX工作", 3, 1, "XX工作"),
            ("1. 2026年工作", 3, 1, "2026年工作"),
            ("2、发现问题", 3, 2, "发现问题"),
            ("1、2026年工作", 3, 1, "2026年工作"),
            ("⒈学习", 3, 1, "学习"),
            ("（3）制度", 4, 3, "制度"),
            ("⑴制度", 4, 1, "制度"),
            ("①学习", 5, 1, "学习"),
            ("  \u{3000}三、问题", 1, 3, "问题"),
        ] {
            assert_eq!(read(line), Some((level, count, words)), "{line}");
        }
    }

    #[test]
    fn figures_and_words_that_begin_with_a_numeral_are_no_numbers() {
        for line in [
            "2021.12月工作",
            "3.5%的增长",
            "1.5万元",
            "1、2、3楼同时改造",
            "一是学习",
            "十分重视",
            "三会一课",
            "一些同志、干部",
            "一、二年级学生",
            "三、四百人",
            "（20XX年）",
            "（0）",
            "〔1〕",
            "〔2026〕8号",
            "2026.",
            "第一部分的工作已经完成，第二部分正在推进。",
            "第X章",
            "〇、",
            "",
            "(",
            "第",
        ] {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn items_of_a_series_are_no_headings() {
        for line in
            ["一是学习", "三要落实", "第一，", "首先，", "其次，", "最后，", "其一", "①学习", "• 学习", "1）"]
        {
            assert!(is_series(line), "{line}");
        }
        assert!(!is_series("学习"));
    }
}
