//! Text in GB18030, for systems that read nothing else. The table of its 63,360 codes of two and four
//! bytes is in no file here: every browser has it, as a decoder, and it is turned round. So a text is
//! written as the same browser reads it. Which edition that is depends on the browser's age: the one
//! of 2022 gives 18 codes to U+FE10 to U+FE19 and some rare Han that were for private use in that of
//! 2005. € is A2 E3, the code of the standard, not the 80 of older Windows.

/// So many codes have two bytes.
const TWOS: u32 = 126 * 190;
/// So many codes of four bytes stand for characters below U+10000.
const FOURS: u32 = 39_420;
/// The place of U+10000 among the codes of four bytes; the characters above follow in order.
const ABOVE: u32 = 189_000;
/// The code of U+FFFD, which a decoder also gives for what is no code.
const REPLACEMENT: u32 = 0x8431_A437;
/// Stands for a character that has no code: U+E5E5, whose code browsers read as U+3000, and, of the
/// edition of 2022, the 18 for private use.
const MISSING: u8 = b'?';

/// The codes by character.
pub struct Gb18030 {
    /// The code of each character below U+10000 as a number; 0 for none.
    codes: Vec<u32>,
}

impl Gb18030 {
    /// Turns a decoder round. It is asked twice, for about 70 and 200 KB, a code a line, and gives
    /// U+FFFD for what it does not know; nothing where it does not work.
    #[must_use]
    pub fn of(decode: &dyn Fn(&[u8]) -> Option<String>) -> Option<Self> {
        let mut codes = vec![0; 0x1_0000];
        codes[char::REPLACEMENT_CHARACTER as usize] = REPLACEMENT;
        // A character with two codes has the first of them, the shorter one.
        for (count, code) in [(TWOS, two as fn(u32) -> u32), (FOURS, four)] {
            let mut bytes = Vec::with_capacity(count as usize * 5);
            for place in 0..count {
                push(&mut bytes, code(place));
                bytes.push(b'\n');
            }
            let text = decode(&bytes)?;
            let mut chars = text.chars();
            for place in 0..count {
                let (mut only, mut length) = (0, 0);
                for c in chars.by_ref() {
                    if c == '\n' {
                        break;
                    }
                    (only, length) = (c as usize, length + 1);
                }
                match codes.get_mut(only) {
                    Some(known) if length == 1 && *known == 0 => *known = code(place),
                    _ => {}
                }
            }
        }
        Some(Self { codes })
    }

    /// The bytes of a text, and how many of its characters have no code and became `?`.
    #[must_use]
    pub fn encode(&self, text: &str) -> (Vec<u8>, usize) {
        let mut bytes = Vec::with_capacity(text.len());
        let mut missing = 0;
        for c in text.chars() {
            let point = u32::from(c);
            let code = match point {
                0..=0x7F => {
                    bytes.push(c as u8);
                    continue;
                }
                0x80..=0xFFFF => self.codes.get(point as usize).copied().unwrap_or(0),
                _ => four(ABOVE + point - 0x1_0000),
            };
            if code == 0 {
                bytes.push(MISSING);
                missing += 1;
            } else {
                push(&mut bytes, code);
            }
        }
        (bytes, missing)
    }
}

/// The code of two bytes at that place: 81 40 is the first, the second byte counts to FE without 7F.
fn two(place: u32) -> u32 {
    let (lead, trail) = (place / 190, place % 190);
    (0x81 + lead) << 8 | (0x40 + trail + u32::from(trail >= 0x3F))
}

/// The code of four bytes at that place: 81 30 81 30 is the first, the digits count to ten, the
/// others to 126.
fn four(place: u32) -> u32 {
    let (rest, d) = (place / 10, place % 10);
    let (rest, c) = (rest / 126, rest % 126);
    let (a, b) = (rest / 10, rest % 10);
    (0x81 + a) << 24 | (0x30 + b) << 16 | (0x81 + c) << 8 | (0x30 + d)
}

fn push(bytes: &mut Vec<u8>, code: u32) {
    let all = code.to_be_bytes();
    bytes.extend_from_slice(if code > 0xFFFF { &all } else { &all[2..] });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_are_counted_as_the_standard_does() {
        assert_eq!([0, 62, 63, TWOS - 1].map(two), [0x8140, 0x817E, 0x8180, 0xFEFE]);
        assert_eq!(four(0), 0x8130_8130);
        assert_eq!(four(FOURS - 1), 0x8431_A439);
        assert_eq!(four(ABOVE), 0x9030_8130);
        assert_eq!(four(ABOVE + 0x0F_FFFF), 0xE332_9A35);
    }

    #[test]
    fn a_decoder_that_knows_nothing_makes_question_marks() {
        let none = Gb18030::of(&|bytes| Some("\u{FFFD}\n".repeat(bytes.len() / 3)));
        assert_eq!(none.map(|none| none.encode("a字𠮷")), Some((b"a?\x95\x34\xb2\x35".to_vec(), 1)));
        assert!(Gb18030::of(&|_| None).is_none());
    }
}
