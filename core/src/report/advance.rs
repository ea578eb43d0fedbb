//! How wide a character is set, for breaking lines as the paper will show them: a Han character or
//! Chinese mark is one em, ASCII is as wide as in Times New Roman or half an em, as the setup says.

use crate::text::chars::half_cells;

/// Parts of an em.
pub(super) const EM: u32 = 2048;

/// The advance widths of U+0020 to U+007E in Times New Roman (and its metric twin Liberation Serif),
/// in parts of an em.
static LATIN: [u16; 95] = [
    512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024,
    1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479,
    1251, 1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479,
    1933, 1479, 1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569,
    569, 1024, 569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410,
    983, 1108,
];

/// The width of a character in parts of an em; `latin` says whether ASCII is set in a Latin face.
pub(super) fn advance(c: char, latin: bool) -> u32 {
    match c {
        ' '..='~' if latin => LATIN.get(c as usize - 0x20).map_or(EM, |width| u32::from(*width)),
        _ => half_cells(c) * (EM / 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_half_an_em_in_either_face_and_letters_are_not() {
        for latin in [true, false] {
            assert_eq!("2026年".chars().map(|c| advance(c, latin)).sum::<u32>(), 3 * EM);
        }
        assert_eq!((advance('X', true), advance('X', false)), (1479, 1024));
        assert_eq!((advance('%', true), advance('.', true), advance('“', true)), (1706, 512, EM));
        assert_eq!(advance('\u{200b}', true), 0);
    }
}
