//! The character references of HTML that are seen in office text.

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

/// The character of the reference (`&nbsp;`, `&#12288;`, `&#x3000;`) at the start of `text`, and the
/// bytes that it takes; nothing where there is none or it is not known.
#[must_use]
pub fn entity(text: &str) -> Option<(char, usize)> {
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
