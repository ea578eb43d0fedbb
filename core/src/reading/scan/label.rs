//! What a blank is called: Chinese counts stand behind their noun (讲党课X次) or before it (XX名教职工).

use super::typing::Around;
use super::view::{closing, is_edge, starts, starts_any, trim_end, trim_start};
use super::{Blank, Class};
use crate::field::Kind;
use crate::text::chars::{fold, is_han};

/// A label takes no more characters than this from the sentence, its unit not counted.
const LONGEST: usize = 14;
/// What a name in quotes is called.
const NAME: &str = "名称";
/// What a year is called that nothing else names.
const YEAR: &str = "年份";

pub(super) fn label(line: &str, blanks: &[Blank], at: usize, kind: Kind, unit: &str) -> String {
    let Some(blank) = blanks.get(at) else { return String::new() };
    let around = Around::of(line, &blank.range);
    // What stands between this blank and its neighbours.
    let last = at.checked_sub(1).and_then(|at| blanks.get(at)).map_or(0, |last| last.range.end);
    let next = blanks.get(at + 1).map_or(line.len(), |next| next.range.start);
    let left_room = line.get(last..blank.range.start).map_or(0, |text| text.chars().take(40).count());
    let right_room = line.get(blank.range.end..next).map_or(0, |text| text.chars().take(40).count());
    let (before, after) = (around.before(), around.after());
    let before = &before[before.len() - left_room.min(before.len())..];
    let after = &after[..right_room.min(after.len())];

    if blank.class == Class::Delim
        && let Some(content) = content(line, blank)
    {
        return content;
    }
    if kind == Kind::Title {
        let quoted = before
            .last()
            .is_some_and(|open| after.first() == Some(&closing(*open)) && closing(*open) != '\0');
        let rest = if quoted { &after[1..] } else { after };
        let is_asked = matches!(trim_end(before).last(), Some('：' | ':'));
        if !is_asked {
            let (open, close) = marks(line, blank, before, quoted);
            let tail: String = rest.iter().take(8).take_while(|c| is_han(**c)).collect();
            return format!("{NAME}（{open}…{close}{tail}）");
        }
    }
    if kind == Kind::Year && blank.class == Class::Year {
        let asked = clause(before);
        return if matches!(trim_end(before).last(), Some('：' | ':')) && asked.chars().count() > 1 {
            asked
        } else {
            YEAR.to_owned()
        };
    }
    let rest = trim_start(after);
    let length = unit.chars().count();
    let is_unit = length > 0 && starts(rest, unit);
    let is_figure = is_unit
        && !matches!(kind, Kind::Organisation)
        && blank.class != Class::Month
        && blank.class != Class::Day;
    let right: String = if is_unit {
        rest[length..].iter().take(LONGEST).take_while(|c| is_han(**c)).collect()
    } else {
        String::new()
    };
    let mut label = if is_figure && !right.is_empty() && !is_verb(&rest[length..]) {
        right.clone()
    } else {
        clause(before)
    };
    if label.is_empty() && is_figure {
        label = right;
    }
    if label.chars().count() < 2 {
        label.extend(rest.iter().take(8).take_while(|c| !is_edge(**c) && **c != ' '));
    }
    if is_figure && !label.ends_with(unit) {
        label.push('（');
        label.push_str(unit);
        label.push('）');
    }
    label
}

/// Whether what follows a unit goes on with the sentence rather than naming what is counted.
fn is_verb(after: &[char]) -> bool {
    starts_any(
        after,
        &[
            "以上", "以下", "左右", "的", "和", "及", "与", "，", "在", "是", "为", "由", "经", "已", "并",
            "来", "内", "后", "前", "起", "至", "到", "被", "将", "以内",
        ],
    )
}

/// The words before a blank, up to the mark that begins its clause.
fn clause(before: &[char]) -> String {
    let mut text = trim_end(before);
    if let Some((':' | '：', rest)) = text.split_last() {
        text = trim_end(rest);
    }
    let length = text.iter().rev().take(LONGEST).take_while(|c| !is_edge(**c)).count();
    let text = trim_start(&text[text.len() - length..]);
    // 姓  名 is one word.
    text.iter().filter(|c| **c != ' ').collect()
}

/// The words between delimiters.
fn content(line: &str, blank: &Blank) -> Option<String> {
    let mark = line.get(blank.range.clone())?;
    let words = mark.trim_matches(|c| {
        matches!(c, '[' | ']' | '{' | '}' | '【' | '】' | '«' | '»' | '<' | '>' | '$' | ' ')
    });
    let named = words.chars().any(|c| is_han(c) || (c.is_ascii_alphabetic() && !matches!(c, 'X' | 'x')));
    named.then(|| words.chars().take(LONGEST).collect())
}

/// The quotes of a name.
fn marks(line: &str, blank: &Blank, before: &[char], quoted: bool) -> (char, char) {
    let first = line.get(blank.range.clone()).and_then(|mark| mark.chars().next()).map(fold);
    let open = if quoted { before.last().copied() } else { first };
    match open {
        Some(open) if closing(open) != '\0' => (open, closing(open)),
        _ => ('“', '”'),
    }
}
