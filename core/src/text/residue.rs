//! What a web page or a printed page leaves in a text that was copied from it.

use std::ops::Range;

use super::chars::{fold, is_space};
use super::part;

/// A page number with its marks is no longer than this, in characters.
const PAGE: usize = 20;

/// The longest syllable, zhuàng, in characters.
const SYLLABLE: usize = 6;

/// `- 3 -`, `— 3 —`, `第3页`, `第3页 共10页`, `3/10`.
pub(crate) fn is_page_number(line: &str) -> bool {
    if line.chars().nth(PAGE).is_some() {
        return false;
    }
    let line: String = line.chars().map(fold).filter(|c| !is_space(*c)).collect();
    let is_number = |text: &str| matches!(text.len(), 1..=4) && text.bytes().all(|b| b.is_ascii_digit());
    let dash = |c| matches!(c, '-' | '—' | '–' | '―' | '─' | '－' | '·');
    let inner = line.trim_matches(dash);
    if inner.len() < line.len() && line.starts_with(dash) && line.ends_with(dash) {
        return is_number(inner);
    }
    let page = line.strip_prefix('第').and_then(|rest| rest.split_once('页'));
    if let Some((number, rest)) = page {
        let rest = rest.trim_start_matches(['，', ',', '/', '（', '(']);
        let total = rest.strip_prefix('共').and_then(|rest| rest.strip_suffix(['页', '）', ')']));
        return is_number(number)
            && (rest.is_empty() || total.is_some_and(|n| is_number(n.trim_end_matches('页'))));
    }
    line.split_once('/').is_some_and(|(page, total)| {
        let value = |text: &str| if is_number(text) { text.parse().unwrap_or(0_u32) } else { 0 };
        (1..=value(total)).contains(&value(page))
    })
}

/// The bracket at `from` with what it holds, if that is one syllable with its tone.
pub(crate) fn pinyin(text: &str, from: usize) -> Option<Range<usize>> {
    let mut toned = false;
    for (length, (at, c)) in part(text, from..).char_indices().skip(1).take(SYLLABLE + 1).enumerate() {
        match c {
            ')' | '）' => return (toned && length > 0).then(|| from..from + at + c.len_utf8()),
            'a'..='z' | 'ü' => {}
            'ā' | 'á' | 'ǎ' | 'à' | 'ē' | 'é' | 'ě' | 'è' | 'ī' | 'í' | 'ǐ' | 'ì' | 'ō' | 'ó' | 'ǒ' | 'ò'
            | 'ū' | 'ú' | 'ǔ' | 'ù' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => toned = true,
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_number_is_told_from_figures() {
        for line in ["- 3 -", "—3—", "第3页", "第 3 页 共 10 页", "第3页（共10页）", "3/10", "－１２－"]
        {
            assert!(is_page_number(line), "{line}");
        }
        for line in ["3", "1-3月", "12/3", "-", "3.5", "第X页", "来电-1-", "- -", "20XX/10", ""] {
            assert!(!is_page_number(line), "{line}");
        }
    }
}
