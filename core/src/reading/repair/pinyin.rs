//! Pinyin in brackets after single characters: 党(dǎng)建. Offered, since it may be wanted.

use std::ops::Range;

use super::edits::rewrite;
use super::{Line, Log};
use crate::reading::RepairKind;
use crate::text::chars::is_han;

/// The longest syllable, zhuàng, in characters.
const LONGEST: usize = 6;

pub(super) fn remove(line: &mut Line, log: &mut Log) {
    let mut edits = Vec::new();
    let mut made = false;
    let mut before = ' ';
    for (at, c) in line.text.char_indices() {
        if matches!(c, '(' | '（')
            && is_han(before)
            && let Some(range) = syllable(&line.text, at)
        {
            made = log.asks(RepairKind::Pinyin, &line.text[at - before.len_utf8()..range.end]);
            edits.push((range, ""));
        }
        before = c;
    }
    if made {
        rewrite(line, &edits);
    }
}

/// The bracket at `from` with what it holds, if that is one syllable with its tone.
fn syllable(text: &str, from: usize) -> Option<Range<usize>> {
    let mut toned = false;
    for (length, (at, c)) in text[from..].char_indices().skip(1).take(LONGEST + 1).enumerate() {
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
