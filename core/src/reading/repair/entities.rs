//! &nbsp; and the like, as they are left when a page's source is pasted. Decoded once.

use super::{Line, Log};
use crate::reading::RepairKind;

/// Those that are seen in pasted office text.
const NAMED: [(&str, char); 21] = [
    ("nbsp", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("times", '×'),
    ("middot", '·'),
    ("hellip", '…'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("quot", '"'),
    ("apos", '\''),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("permil", '‰'),
];
/// Name and ; after the & are no longer than this, in bytes.
const LONGEST: usize = 9;

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

/// The character of the entity at the start of `text`, and the bytes that it takes.
fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(1 + LONGEST).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.strip_prefix(['x', 'X']);
            let code = match hex {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?).filter(|c| !c.is_control())?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, end + 1))
}
