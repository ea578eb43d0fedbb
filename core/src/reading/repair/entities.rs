//! &nbsp; and the like, as they are left when a page's source is pasted. Decoded once.

use super::{Line, Log};
use crate::reading::RepairKind;
use crate::text::entity::entity;

pub(super) fn decode(line: &mut Line, log: &mut Log) {
    if !line.text.contains('&') {
        return;
    }
    let (mut out, mut rest, mut made) = (String::with_capacity(line.text.len()), line.text.as_str(), true);
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let after = &rest[at..];
        let (written, length) = match entity(after) {
            Some((c, length)) => {
                made = log.asks(RepairKind::Entities, &line.text);
                (c, length)
            }
            None => ('&', 1),
        };
        out.push(written);
        rest = &after[length..];
    }
    out.push_str(rest);
    if made {
        // A plain text declares no blanks that would have to follow.
        line.text = out;
    }
}
