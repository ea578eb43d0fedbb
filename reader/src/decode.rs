//! The bytes of a text file become text: the mark at their start, else UTF-16 by its looks, else
//! UTF-8, else GB18030, which is what Chinese Windows writes.

/// What an undecodable byte becomes.
const LOST: char = '\u{FFFD}';

/// The text of the bytes; nothing where they are no text. `gb18030` decodes that encoding, with
/// U+FFFD for what it cannot read.
pub(crate) fn decode(bytes: &[u8], gb18030: &dyn Fn(&[u8]) -> Option<String>) -> Option<String> {
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if looks_like(bytes, 1) => utf16(bytes, u16::from_le_bytes),
        _ if looks_like(bytes, 0) => utf16(bytes, u16::from_be_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => gb18030(bytes)?,
        },
    };
    is_text(&text).then_some(text)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|c| c.unwrap_or(LOST)).collect()
}

/// Whether the bytes are UTF-16 with the high byte at the `high` place of each pair: nearly all
/// units are then Han, Chinese marks, full-width forms or Latin-1, and in Chinese text the low
/// bytes are anything.
fn looks_like(bytes: &[u8], high: usize) -> bool {
    let count = |place: usize| {
        let is_usual = |pair: &&[u8]| matches!(pair[place], 0 | 0x20 | 0x25 | 0x30 | 0x4E..=0x9F | 0xFF);
        bytes.chunks_exact(2).filter(is_usual).count()
    };
    // A UTF-8 text of Latin letters alone would pass, being 0x4E to 0x7A all over.
    let pairs = bytes.len() / 2;
    let has_sign = bytes.contains(&0) || std::str::from_utf8(bytes).is_err();
    bytes.len().is_multiple_of(2) && pairs > 0 && has_sign && {
        let (right, wrong) = (count(high), count(1 - high));
        right * 100 >= pairs * 95 && wrong < right
    }
}

/// Text has hardly any lost characters and no control characters but tabs and breaks.
fn is_text(text: &str) -> bool {
    let (mut all, mut odd) = (0_usize, 0_usize);
    for c in text.chars() {
        let is_odd =
            c == LOST || (c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}'));
        (all, odd) = (all + 1, odd + usize::from(is_odd));
    }
    odd * 20 <= all
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "讲党课X次，培训XX人。\r\n第二行";

    fn gb18030(bytes: &[u8]) -> Option<String> {
        Some(encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned())
    }

    fn units(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let (gb, _, _) = encoding_rs::GB18030.encode(TEXT);
        let mut with_mark = vec![0xEF, 0xBB, 0xBF];
        with_mark.extend(TEXT.as_bytes());
        let mut little = vec![0xFF, 0xFE];
        little.extend(units(TEXT, u16::to_le_bytes));
        let mut big = vec![0xFE, 0xFF];
        big.extend(units(TEXT, u16::to_be_bytes));
        let (bare, bare_big) = (units(TEXT, u16::to_le_bytes), units(TEXT, u16::to_be_bytes));
        for bytes in [&gb, TEXT.as_bytes(), &with_mark, &little, &big, &bare, &bare_big] {
            assert_eq!(decode(bytes, &gb18030).as_deref(), Some(TEXT), "{bytes:?}");
        }
    }

    #[test]
    fn utf_16_without_mark_or_break_is_seen() {
        for text in ["各位领导同志们", "Annual report", "党建工作XX"] {
            assert_eq!(decode(&units(text, u16::to_le_bytes), &gb18030).as_deref(), Some(text));
            assert_eq!(decode(&units(text, u16::to_be_bytes), &gb18030).as_deref(), Some(text));
        }
    }

    #[test]
    fn latin_and_rare_characters_stay() {
        for text in ["plain Latin text!", "SHOUTING TEXT", "㐂𠮷〇", ""] {
            assert_eq!(decode(text.as_bytes(), &gb18030).as_deref(), Some(text));
        }
        let (gb, _, _) = encoding_rs::GB18030.encode("张𠮷明，镕基");
        assert_eq!(decode(&gb, &gb18030).as_deref(), Some("张𠮷明，镕基"));
    }

    #[test]
    fn bytes_that_are_no_text_are_told() {
        let noise: Vec<u8> = (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
        assert_eq!(decode(&noise, &gb18030), None);
        assert_eq!(decode(&[0; 100], &gb18030), None);
    }
}
