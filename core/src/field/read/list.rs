//! The input rules of lists. Knows how items are typed, not how a sentence prints them.

use super::strip::{edges, endings, line_feeds, one_line};
use super::{Accepted, Change, Outcome, Refusal};
use crate::field::{Field, Limits};
use crate::text::chars::{fold, is_break};
use crate::text::numerals::{digit, place};
use crate::text::part;

/// What holds an item together: 《甲、乙》 is one.
const BRACKETS: [(char, char); 10] = [
    ('“', '”'),
    ('‘', '’'),
    ('《', '》'),
    ('〈', '〉'),
    ('「', '」'),
    ('（', '）'),
    ('(', ')'),
    ('【', '】'),
    ('〔', '〕'),
    ('[', ']'),
];

/// The items of a list as typed, with any mark or line break between them; none of them empty.
#[must_use]
pub fn items(typed: &str) -> Vec<String> {
    let mut items = Vec::new();
    let mut start = 0;
    for (cut, mark) in cuts(typed) {
        items.push(part(typed, start..cut));
        start = cut + mark.len_utf8();
    }
    items.push(part(typed, start..));
    items.into_iter().map(one_line).filter(|item| !item.is_empty()).collect()
}

/// 甲、乙、丙, out of items with any mark or line break between them.
pub(super) fn comma(field: &Field, typed: &str) -> Outcome {
    let typed = edges(typed);
    let mut items = items(typed);
    number(&field.limits, items.len())?;
    let changed = items.join("、") != typed;
    // A unit with marks of its own could change where the items are cut.
    let unit = if field.unit.contains(is_mark) { "" } else { field.unit.as_str() };
    let (mut stripped, mut around) = (false, false);
    let last = items.len().saturating_sub(1);
    for (at, item) in items.iter_mut().enumerate() {
        let mut rest = item.as_str();
        // Left alone where what is inside has marks of its own: 《甲、乙》 would come apart.
        let mut is_plain = false;
        loop {
            let (shorter, had_unit) = if at == last { endings(rest, &[unit]) } else { (rest, false) };
            let inner = inside(shorter, field.around_item());
            is_plain |= inner.is_some_and(|inner| !inner.contains(is_mark));
            let inner = inner.filter(|_| is_plain);
            (stripped, around) = (stripped | had_unit, around | inner.is_some());
            rest = inner.unwrap_or(shorter);
            if !had_unit && inner.is_none() {
                break;
            }
        }
        *item = rest.to_owned();
    }
    let changes = [(Change::Items, changed), (Change::Unit, stripped), (Change::Around, around)];
    Ok(Accepted::new(items.join("、"), &changes))
}

/// The item without what the sentence prints around each, if it stands there.
fn inside<'a>(item: &'a str, (before, after): (&str, &str)) -> Option<&'a str> {
    let inner = edges(item.strip_prefix(before)?.strip_suffix(after)?);
    (inner.len() < item.len() && !inner.is_empty()).then_some(inner)
}

/// Whether a character divides items or holds one together.
fn is_mark(c: char) -> bool {
    is_separator(c) || BRACKETS.iter().any(|&(open, close)| c == open || c == close)
}

fn is_separator(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '；' | ';') || is_break(c)
}

/// Where items end, with the mark that ends them: outside of brackets. An opening bracket that
/// nobody closed holds nothing together.
fn cuts(text: &str) -> Vec<(usize, char)> {
    let mut cuts = Vec::new();
    // The pair of every open bracket, and how many cuts there were before it. The number of open
    // brackets of each pair keeps a row of stray closing ones from searching the stack each time.
    let mut stack: Vec<(usize, usize)> = Vec::new();
    let mut open = [0_usize; BRACKETS.len()];
    for (at, c) in text.char_indices() {
        if is_separator(c) {
            cuts.push((at, c));
        } else if let Some(pair) = BRACKETS.iter().position(|bracket| bracket.0 == c) {
            stack.push((pair, cuts.len()));
            open[pair] += 1;
        } else if let Some(closed) = BRACKETS.iter().position(|bracket| bracket.1 == c)
            && open[closed] > 0
        {
            while let Some((pair, before)) = stack.pop() {
                open[pair] -= 1;
                if pair == closed {
                    cuts.truncate(before);
                    break;
                }
            }
        }
    }
    cuts
}

/// One item a line, without 一是 and ； since the sentence prints them.
pub(super) fn series(field: &Field, typed: &str) -> Outcome {
    let typed = line_feeds(edges(typed));
    let items: Vec<&str> =
        typed.split('\n').flat_map(clauses).map(bare).filter(|item| !item.is_empty()).collect();
    number(&field.limits, items.len())?;
    let text = items.join("\n");
    let changed = text != typed;
    Ok(Accepted::new(text, &[(Change::Items, changed)]))
}

/// The clauses of a line that was copied out of a report: 一是甲；二是乙 are two.
fn clauses(line: &str) -> Vec<&str> {
    let is_named = |text: &str| after_ordinal(edges(text)).is_some_and(|rest| rest.starts_with('是'));
    if !is_named(line) {
        return vec![line];
    }
    let mut clauses = Vec::new();
    let mut start = 0;
    for (at, mark) in line.match_indices(['；', ';', '。']) {
        let end = at + mark.len();
        let next = part(line, end..).split(['；', ';', '。']).next();
        if next.is_some_and(is_named) {
            clauses.push(part(line, start..end));
            start = end;
        }
    }
    clauses.push(part(line, start..));
    clauses
}

/// An item without the marks before and after it.
fn bare(item: &str) -> &str {
    let mut rest = edges(item);
    while let Some(shorter) = rest.strip_suffix(['；', ';', '。']) {
        rest = edges(shorter);
    }
    while let Some(shorter) = after_marker(rest) {
        rest = edges(shorter);
    }
    rest
}

/// What follows 一是, 一、, 第一，, 1. 1、 1）, （1）, （一） or ①.
fn after_marker(item: &str) -> Option<&str> {
    if let Some(inner) = item.strip_prefix(['（', '(']) {
        return after_ordinal(inner)?.strip_prefix(['）', ')']);
    }
    if let Some(rest) = item.strip_prefix(|c| ('①'..='⑳').contains(&c)) {
        return Some(rest);
    }
    if let Some(ordinal) = item.strip_prefix('第') {
        return after_ordinal(ordinal)?.strip_prefix(['，', ',', '、', '：', ':']);
    }
    let rest = after_ordinal(item)?;
    if let Some(rest) = rest.strip_prefix('是') {
        let is_counted = !item.starts_with(|c| fold(c).is_ascii_digit());
        return is_counted.then(|| rest.strip_prefix(['，', ',', '：', ':', '、']).unwrap_or(rest));
    }
    if let Some(rest) = rest.strip_prefix(['.', '．']) {
        // 1.5倍 is a figure.
        return (!rest.starts_with(|c| fold(c).is_ascii_digit())).then_some(rest);
    }
    rest.strip_prefix(['、', '）', ')'])
}

/// What follows a number of at most two digits or three Chinese numerals.
fn after_ordinal(text: &str) -> Option<&str> {
    let is_digit = |c: char| fold(c).is_ascii_digit();
    let is_chinese = |c: char| digit(c).is_some() || place(c).is_some();
    let (rest, most) = if text.starts_with(is_digit) {
        (text.trim_start_matches(is_digit), 2)
    } else {
        (text.trim_start_matches(is_chinese), 3)
    };
    let count = part(text, ..text.len() - rest.len()).chars().take(most + 1).count();
    (1..=most).contains(&count).then_some(rest)
}

/// Refuses a number of items outside of `limits`. No items at all is a blank not filled.
fn number(limits: &Limits, items: usize) -> Result<(), Refusal> {
    let items = i64::try_from(items).unwrap_or(i64::MAX);
    match (limits.min, limits.max) {
        (Some(min), _) if items > 0 && items < min => Err(Refusal::TooFew(min)),
        (_, Some(max)) if items > 0 && items > max => Err(Refusal::TooMany(max)),
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::read::laws::{accepts, field, refuses};
    use crate::field::{Joiner, Kind};

    fn limited(joiner: Joiner, min: i64, max: i64) -> Field {
        let limits = Limits { min: Some(min), max: Some(max) };
        Field { limits, ..field(Kind::List(joiner), "") }
    }

    #[test]
    fn items_are_joined_with_the_chinese_comma() {
        let list = field(Kind::List(Joiner::Comma), "等");
        let cases: [(&str, &str, &[Change]); 22] = [
            ("甲", "甲", &[]),
            ("甲、乙、丙", "甲、乙、丙", &[]),
            (" 甲、乙\u{3000}", "甲、乙", &[]),
            ("甲，乙,丙", "甲、乙、丙", &[Change::Items]),
            ("甲；乙;丙", "甲、乙、丙", &[Change::Items]),
            ("甲\r\n乙\n\n丙", "甲、乙、丙", &[Change::Items]),
            ("甲、 乙 ，\u{A0}丙", "甲、乙、丙", &[Change::Items]),
            ("、甲、、乙、", "甲、乙", &[Change::Items]),
            ("甲，\n乙", "甲、乙", &[Change::Items]),
            ("“甲、乙”、丙", "“甲、乙”、丙", &[]),
            ("《甲，乙》，丙", "《甲，乙》、丙", &[Change::Items]),
            ("甲（乙、丙）、丁", "甲（乙、丙）、丁", &[]),
            ("甲(乙,丙),丁", "甲(乙,丙)、丁", &[Change::Items]),
            ("（甲、《乙、丙》、丁）", "（甲、《乙、丙》、丁）", &[]),
            ("（甲\n乙）、丙", "（甲乙）、丙", &[Change::Items]),
            ("“甲、乙", "“甲、乙", &[]),
            ("甲”，“乙，丙”", "甲”、“乙，丙”", &[Change::Items]),
            ("（甲，》乙，丙）", "（甲，》乙，丙）", &[]),
            ("甲、乙等", "甲、乙", &[Change::Unit]),
            ("甲，乙等", "甲、乙", &[Change::Items, Change::Unit]),
            ("甲、等", "甲、等", &[]),
            ("，、；", "", &[Change::Items]),
        ];
        for (typed, text, changes) in cases {
            accepts(&list, typed, text, changes);
        }
        let list = limited(Joiner::Comma, 2, 3);
        refuses(&list, "甲", &Refusal::TooFew(2));
        refuses(&list, "甲,乙,丙,丁", &Refusal::TooMany(3));
        accepts(&list, "甲、甲、甲", "甲、甲、甲", &[]);
        accepts(&list, "、", "", &[Change::Items]);
    }

    #[test]
    fn what_is_printed_around_each_item_is_dropped() {
        let schools =
            Field { each: "“…”示范学校".into(), ..field(Kind::List(Joiner::Comma), "等") };
        let cases: [(&str, &str, &[Change]); 6] = [
            ("红旗、先锋", "红旗、先锋", &[]),
            ("“红旗”示范学校、“先锋”示范学校", "红旗、先锋", &[Change::Around]),
            ("“红旗”示范学校，先锋等", "红旗、先锋", &[Change::Items, Change::Unit, Change::Around]),
            ("“红旗”示范学校等", "红旗", &[Change::Unit, Change::Around]),
            ("“红、旗”示范学校", "“红、旗”示范学校", &[]),
            ("“”示范学校", "“”示范学校", &[]),
        ];
        for (typed, text, changes) in cases {
            accepts(&schools, typed, text, changes);
        }
    }

    #[test]
    fn a_series_has_one_bare_item_a_line() {
        let list = field(Kind::List(Joiner::Series), "");
        let cases: [(&str, &str, &[Change]); 24] = [
            ("甲", "甲", &[]),
            ("甲\n乙", "甲\n乙", &[]),
            ("甲\r\n乙", "甲\n乙", &[]),
            (" 甲\n\n 乙 ", "甲\n乙", &[Change::Items]),
            ("一是甲；\n二是乙；\n三是丙。", "甲\n乙\n丙", &[Change::Items]),
            ("一是，甲", "甲", &[Change::Items]),
            ("十二是甲", "甲", &[Change::Items]),
            ("1.甲\n2. 乙\n３．丙", "甲\n乙\n丙", &[Change::Items]),
            ("1、甲\n2）乙\n3)丙", "甲\n乙\n丙", &[Change::Items]),
            ("（1）甲\n(2)乙\n（三）丙", "甲\n乙\n丙", &[Change::Items]),
            ("①甲\n②乙", "甲\n乙", &[Change::Items]),
            ("一、甲\n第二，乙", "甲\n乙", &[Change::Items]),
            ("1.一是甲", "甲", &[Change::Items]),
            ("甲;", "甲", &[Change::Items]),
            ("甲；乙；", "甲；乙", &[Change::Items]),
            ("一是甲；二是乙；三是丙。", "甲\n乙\n丙", &[Change::Items]),
            ("一是甲。乙；二是丙", "甲。乙\n丙", &[Change::Items]),
            ("甲；二是乙", "甲；二是乙", &[]),
            ("1.5倍增长", "1.5倍增长", &[]),
            ("2026.甲", "2026.甲", &[]),
            ("第一书记到位", "第一书记到位", &[]),
            ("一心一意", "一心一意", &[]),
            ("（试行）办法", "（试行）办法", &[]),
            ("一是\n。", "", &[Change::Items]),
        ];
        for (typed, text, changes) in cases {
            accepts(&list, typed, text, changes);
        }
        let list = limited(Joiner::Series, 2, 3);
        refuses(&list, "一是甲", &Refusal::TooFew(2));
        refuses(&list, "甲\n乙\n丙\n丁", &Refusal::TooMany(3));
        accepts(&list, "甲\n乙", "甲\n乙", &[]);
    }
}
