//! Characters without width, which break words and searches.

use super::edits::rewrite;
use super::{Line, Log};
use crate::reading::RepairKind;
use crate::text::chars::is_invisible;

pub(super) fn remove(line: &mut Line, log: &mut Log) {
    let gone = |c: char| is_invisible(c) || c.is_control();
    if line.text.is_ascii() && !line.text.bytes().any(|b| b.is_ascii_control()) {
        return;
    }
    let mut edits = Vec::new();
    let mut made = false;
    for (at, c) in line.text.char_indices().filter(|(_, c)| gone(*c)) {
        made = log.asks(RepairKind::Invisible, &line.text);
        edits.push((at..at + c.len_utf8(), ""));
    }
    if made {
        rewrite(line, &edits);
    }
}
