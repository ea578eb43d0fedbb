//! NB06, NB07: 一是 … 二是 … inside of paragraphs, and how many of them were announced.

use super::outline::{Item, Marker, clauses, marker, numeral, outline};
use super::scan::{after, before};
use crate::lint::{Finding, Subject};
use crate::text::chars::is_han;
use crate::text::part;

/// No more characters than these stand between a count and the colon that announces.
const NOUN: usize = 10;
/// No sentence longer than this, in bytes, is taken for a list.
const LIST: usize = 600;

/// Where a series stands.
#[derive(Clone, Copy)]
struct Last {
    kind: char,
    count: u32,
    paragraph: usize,
    sentence: usize,
}

/// NB06: an item of a series is left out or comes twice. Says the count that was due.
pub(super) fn broken_series(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let items = outline(subject);
    let mut series: Vec<Last> = Vec::new();
    let mut sentence = 0;
    for (paragraph, _, text) in subject.paragraphs() {
        let own = items.binary_search_by_key(&paragraph, |item| item.paragraph).is_ok();
        series.retain(|last| !own && !Marker { kind: last.kind, count: 0, end: 0 }.is_number());
        let number = own.then(|| marker(text, 0)).flatten();
        for at in clauses(text) {
            sentence += usize::from(before(text, at) == '。');
            let Some(marker) = marker(text, at) else { continue };
            if number.is_some() && at == 0 && marker.is_number() {
                continue;
            }
            let now = Last { kind: marker.kind, count: marker.count, paragraph, sentence };
            let Some(last) = series.iter_mut().find(|last| last.kind == marker.kind) else {
                series.push(now);
                continue;
            };
            let again = marker.count == 1
                && last.count == 1
                && (last.paragraph, last.sentence) == (paragraph, sentence);
            if again || marker.count != 1 && marker.count != last.count + 1 {
                let finding = Finding::at(paragraph, at..marker.end);
                found.push(finding.telling((last.count + 1).to_string()));
            }
            *last = now;
        }
    }
}

/// NB07: 三个方面 are announced, and others are counted. Says both.
pub(super) fn announced_count(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let items = outline(subject);
    for (paragraph, _, text) in subject.paragraphs() {
        let mut from = 0;
        while let Some(start) = part(text, from..).find(is_numeral) {
            let start = from + start;
            from = start + after(text, start).len_utf8();
            let Some((count, end)) = announced(text, start) else { continue };
            from = end;
            let listed = match colon(text, end) {
                Some(tail) if tail == text.len() => below(subject, &items, paragraph),
                Some(tail) => within(subject, paragraph, text, tail),
                None if part(text, end..).starts_with("方面") => listed_before(text, start),
                None => continue,
            };
            let Some((least, most)) = listed.filter(|(least, most)| !(*least..=*most).contains(&count))
            else {
                continue;
            };
            let counted = if count < least { least } else { most };
            let finding = Finding::at(paragraph, start..end);
            found.push(finding.telling(count.to_string()).telling(counted.to_string()));
        }
    }
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || "一二两三四五六七八九十".contains(c)
}

/// The count at that byte and the byte after its measure word: 三个, 5项. No 第三个, 前两项, “两个…”.
fn announced(text: &str, start: usize) -> Option<(u32, usize)> {
    let left = before(text, start);
    if is_numeral(left) || "第前后另各每余约近达“《‘.多再又零百千".contains(left) {
        return None;
    }
    let (count, end) = match part(text, start..).strip_prefix('两') {
        Some(_) => (2, start + '两'.len_utf8()),
        None => numeral(text, start)?,
    };
    let measure = after(text, end);
    "个项点条种大类".contains(measure).then_some(())?;
    (2..=20).contains(&count).then_some((count, end + measure.len_utf8()))
}

/// The byte after the colon that ends the announcement.
fn colon(text: &str, end: usize) -> Option<usize> {
    let mut noun = part(text, end..).char_indices().take(NOUN);
    let (at, mark) = noun.find(|(_, c)| !is_han(*c))?;
    matches!(mark, '：' | ':').then_some(end + at + mark.len_utf8())
}

/// The items in the text after the colon.
fn within(subject: &Subject<'_>, paragraph: usize, text: &str, tail: usize) -> Option<(u32, u32)> {
    let Some(first) = marker(text, tail) else { return in_sentence(part(text, tail..)) };
    (first.count == 1).then_some(())?;
    let mut count = 1;
    for at in clauses(part(text, tail..)) {
        count = next_count(part(text, tail..), at, first.kind, count);
    }
    for text in subject.texts.iter().skip(paragraph + 1) {
        let more = next_count(text, 0, first.kind, count);
        if more == count {
            break;
        }
        count = more;
        for at in clauses(text) {
            count = next_count(text, at, first.kind, count);
        }
    }
    Some((count, count))
}

/// `count`, or one more where the next item of that kind begins.
fn next_count(text: &str, at: usize, kind: char, count: u32) -> u32 {
    let is_next = |marker: &Marker| marker.kind == kind && marker.count == count + 1;
    marker(text, at).filter(is_next).map_or(count, |marker| marker.count)
}

/// The items of a sentence that lists them with ； or 、; the last two may be joined by a word.
fn in_sentence(tail: &str) -> Option<(u32, u32)> {
    let sentence = part(tail, ..tail.find('。').unwrap_or(tail.len()));
    if sentence.len() > LIST || sentence.contains(['“', '《', '（', '(', '：', '等']) {
        return None;
    }
    let mark = if sentence.contains('；') { '；' } else { '、' };
    if mark == '、' && sentence.contains(['，', ',']) {
        return None;
    }
    let listed = 1 + u32::try_from(sentence.matches(mark).count()).unwrap_or(u32::MAX - 1);
    let joined = mark == '、' && has_joint(sentence.rsplit(mark).next().unwrap_or_default());
    (listed > 1).then_some((listed, listed + u32::from(joined)))
}

fn has_joint(words: &str) -> bool {
    ["和", "与", "及", "、"].iter().any(|joint| words.contains(joint))
}

/// The items before the count: 从思想、作风、能力和业绩五个方面.
fn listed_before(text: &str, start: usize) -> Option<(u32, u32)> {
    let head = part(text, ..start);
    let from = head.rfind(['，', '。', '；', '：', ',', ';']).unwrap_or(0);
    let clause = part(head, from..);
    let is_list = clause.matches('、').count() >= 2 && !clause.contains(['“', '（', '《', '等', '(']);
    if clause.len() > LIST || !is_list || clause.ends_with('、') {
        return None;
    }
    in_sentence(clause.trim_start_matches(['，', '。', '；', '：', ',', ';']))
}

/// The numbered paragraphs right below the one that announces them.
fn below(subject: &Subject<'_>, items: &[Item], paragraph: usize) -> Option<(u32, u32)> {
    let next = items.partition_point(|item| item.paragraph <= paragraph);
    let own = next.checked_sub(1).and_then(|own| items.get(own)).filter(|own| own.paragraph == paragraph);
    let first = items.get(next).filter(|first| first.paragraph == paragraph + 1);
    let Some(first) = first else {
        let text = subject.texts.get(paragraph + 1)?;
        let first = marker(text, 0).filter(|first| first.count == 1 && !first.is_number())?;
        let (count, _) = within(subject, paragraph + 1, text, 0)?;
        return (first.count < count).then_some((count, count));
    };
    if first.count != 1 || own.is_some_and(|own| own.level >= first.level) {
        return None;
    }
    let mut count = 0;
    for item in items.iter().skip(next).take_while(|item| item.level >= first.level) {
        if item.level == first.level {
            if item.count != count + 1 {
                break;
            }
            count = item.count;
        }
    }
    (count > 1).then_some((count, count))
}
