//! Pinyin in brackets after single characters: 党(dǎng)建. Offered, since it may be wanted.

use super::edits::rewrite;
use super::{Line, Log};
use crate::reading::RepairKind;
use crate::text::chars::is_han;
use crate::text::residue::pinyin;

pub(super) fn remove(line: &mut Line, log: &mut Log) {
    let mut edits = Vec::new();
    let mut made = false;
    let mut before = ' ';
    for (at, c) in line.text.char_indices() {
        if matches!(c, '(' | '（')
            && is_han(before)
            && let Some(range) = pinyin(&line.text, at)
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
