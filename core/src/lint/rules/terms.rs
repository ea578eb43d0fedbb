//! WD04, WD05: names that change on the way, formulas that lost a part.

use super::scan::{Words, after, before, each};
use crate::lint::{Finding, Subject};
use crate::text::chars::is_han;
use crate::text::part;

/// No name in quotes is longer than this, in characters.
const NAME: usize = 8;
/// After these a name in quotes is what somebody was called.
const HONOURS: &[&str] = &["称号", "荣誉", "等次", "等级", "奖", "的", "。", "字", "一词", "标兵", "先进"];
/// Two names of one system, from before and after a reform.
const SYSTEMS: &[(&str, &str)] = &[
    ("教体系统", "教育系统"),
    ("卫健系统", "卫生系统"),
    ("水务系统", "水利系统"),
    ("文旅系统", "文化系统"),
    ("住建系统", "建设系统"),
    ("市监系统", "工商系统"),
    ("应急系统", "安监系统"),
];

/// WD04: a name that stands in quotes first and without them later, or one thing under two names.
/// Once a name; says it, or both.
pub(super) fn mixed_terms(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut names: Vec<(&str, bool)> = Vec::new();
    for (paragraph, text) in subject.texts.iter().enumerate() {
        let mut from = 0;
        let mut bare: Vec<(usize, usize)> = Vec::new();
        while let Some(open) = part(text, from..).find('“') {
            let open = from + open;
            let inner = open + '“'.len_utf8();
            let close = part(text, inner..).find(['”', '“']).map_or(text.len(), |close| inner + close);
            bare.push((from, open));
            from = close + after(text, close).len_utf8().min(text.len() - close);
            let name = part(text, inner..close);
            unquoted(text, paragraph, &mut names, &bare, found);
            bare.clear();
            let next = part(text, from..);
            let is_title = HONOURS.iter().any(|honour| next.starts_with(honour));
            if is_name(name) && !is_title && !names.iter().any(|(known, _)| *known == name) {
                names.push((name, false));
            }
        }
        unquoted(text, paragraph, &mut names, &[(from, text.len())], found);
    }
    for (new, old) in SYSTEMS {
        let first = |name: &str| {
            let texts = subject.texts.iter().enumerate();
            texts.filter_map(|(paragraph, text)| Some((paragraph, text.find(name)?))).next()
        };
        if let (Some(one), Some(other)) = (first(new), first(old)) {
            let (at, name) = if one > other { (one, new) } else { (other, old) };
            let other = if name == new { old } else { new };
            let finding = Finding::at(at.0, at.1..at.1 + name.len());
            found.push(finding.telling(*other).telling(*name));
        }
    }
}

/// Whether the words in quotes are a name, and not an ordinary word or something said.
fn is_name(words: &str) -> bool {
    let count = words.chars().count();
    let counted = words.contains(|c| "一二三两双四五六七八九十".contains(c));
    words.chars().all(is_han) && (3..=NAME).contains(&count)
        || count == 2 && counted && words.chars().all(is_han)
}

/// Reports the first place of each name between quotes that stand elsewhere.
fn unquoted<'a>(
    text: &'a str,
    paragraph: usize,
    names: &mut [(&'a str, bool)],
    pieces: &[(usize, usize)],
    found: &mut Vec<Finding>,
) {
    for &(from, to) in pieces {
        for (name, is_told) in names.iter_mut().filter(|(_, is_told)| !*is_told) {
            let Some(at) = part(text, from..to).find(*name) else { continue };
            let at = from + at;
            let (left, right) = (before(text, at), after(text, at + name.len()));
            // 《双减工作方案》 and “双减”
            let within = matches!(left, '《' | '〈') || matches!(right, '”' | '》');
            if !within {
                *is_told = true;
                found.push(Finding::at(paragraph, at..at + name.len()).telling(*name));
            }
        }
    }
}

/// The guiding theories as reports name them in a row, each by words that no other has.
const ROW: [&str; 6] =
    ["列宁主义", "毛泽东思想", "邓小平理论", "三个代表", "科学发展观", "新时代中国特色社会主义思想"];

/// So many characters before it the name may stand.
const NEAR: usize = 12;

/// WD05: the name is missing before the latest of the theories, or one of them in a row.
pub(super) fn formula(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let last = ROW[5];
        for (at, name) in words.text.match_indices(last) {
            let near = part(words.text, ..at).char_indices().rev().take(NEAR).last();
            let head = near.map_or("", |(from, _)| part(words.text, from..at));
            if !head.contains("习近平") {
                found.push(words.find(at..at + name.len()));
            }
        }
        row(words, found);
    });
}

fn row(words: &Words<'_>, found: &mut Vec<Finding>) {
    let mut from = 0;
    for sentence in words.text.split_inclusive(['。', '；']) {
        let named = ROW.map(|name| sentence.find(name));
        let first = named.iter().position(Option::is_some);
        let last = named.iter().rposition(Option::is_some);
        if let (Some(first), Some(last)) = (first, last) {
            let missing = named.iter().take(last).skip(first).position(Option::is_none);
            let count = named.iter().flatten().count();
            let at = named.get(first).copied().flatten().unwrap_or(0);
            let end = named.get(last).copied().flatten().unwrap_or(0) + ROW.get(last).map_or(0, |n| n.len());
            let in_row = at < end && !part(sentence, at..end).contains('，');
            if let (Some(missing), true, true) = (missing, count >= 3, in_row) {
                let name = ROW.get(first + missing).copied().unwrap_or_default();
                found.push(words.find(from + at..from + end).telling(name));
            }
        }
        from += sentence.len();
    }
}
