//! FM06, FM08, FM09: what a copy from a web page or from paper leaves in a text.

use super::scan::{before, each};
use crate::lint::{Finding, Subject};
use crate::text::chars::is_han;
use crate::text::entity::entity;
use crate::text::garbled::SIGNS;
use crate::text::part;
use crate::text::residue::{is_page_number, pinyin};

/// FM06: text that was decoded wrongly, or a character reference of HTML.
pub(super) fn garbled(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        for (at, _) in words.text.match_indices('&') {
            if let Some((c, length)) = entity(part(words.text, at..)) {
                found.push(words.find(at..at + length).fixed(c));
            }
        }
        for sign in SIGNS {
            found.extend(words.text.match_indices(sign).map(|(at, _)| words.find(at..at + sign.len())));
        }
    });
}

/// FM08: pinyin in brackets after a character.
pub(super) fn pinyin_left(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        for (at, _) in words.text.match_indices(['(', '（']) {
            if is_han(before(words.text, at))
                && let Some(range) = pinyin(words.text, at)
            {
                found.push(words.find(range).fixed(""));
            }
        }
    });
}

/// FM09: a page number that stands alone, or 第1页共18页 in a text.
pub(super) fn page_number(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        if is_page_number(words.text) {
            found.push(words.find(0..words.text.len()));
            return;
        }
        for (at, mark) in words.text.match_indices('第') {
            if let Some(length) = pages(part(words.text, at + mark.len()..)) {
                found.push(words.find(at..at + mark.len() + length).fixed(""));
            }
        }
    });
}

/// The length of `1页共18页`, in bytes.
fn pages(text: &str) -> Option<usize> {
    let number = |text: &'_ str| {
        let rest = text.trim_start_matches(' ');
        let digits = rest.bytes().take(5).take_while(u8::is_ascii_digit).count();
        let rest = part(rest, digits..).trim_start_matches(' ');
        ((1..=4).contains(&digits)).then(|| text.len() - rest.len())
    };
    let page = part(text, number(text)?..).strip_prefix('页')?;
    let total = page.trim_start_matches([' ', '，', ',', '/']).strip_prefix('共')?;
    let rest = part(total, number(total)?..).strip_prefix('页')?;
    Some(text.len() - rest.len())
}
