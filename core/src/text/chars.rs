//! What a character is in Chinese office text: its half-width twin, whether it is space, how much
//! room it takes. Tables of code points, no locale and no fonts.

/// The half-width twin of a character, one to one, for looking at text and never for writing it
/// back: full-width digits, letters and the marks that stand next to figures become ASCII, spaces
/// become the plain space, look-alikes of X and × become those. Brackets and sentence marks such
/// as （ ： ； stay, since they are marks of their own in Chinese.
#[must_use]
pub fn fold(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => half_width(c),
        '％' | '＿' | '＊' | '＋' | '－' | '．' | '，' | '／' | '＼' | '＃' | '＆' | '＠' | '＜' | '＞'
        | '＝' | '～' => half_width(c),
        '\u{425}' => 'X',
        '\u{445}' => 'x',
        '✕' | '✖' | '╳' | '⨯' => '×',
        _ if is_space(c) => ' ',
        _ => c,
    }
}

/// The ASCII character of a full-width form U+FF01 to U+FF5E.
fn half_width(c: char) -> char {
    char::from_u32(u32::from(c).wrapping_sub(0xFEE0)).unwrap_or(c)
}

/// Whether a character is a space of any width. Line breaks and zero-width characters are not.
#[must_use]
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// Whether a character ends a line. U+000B is what Word puts on the clipboard for a soft break.
#[must_use]
pub fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a character cannot be seen at all: zero-width spaces and joiners, the soft hyphen, and
/// the direction marks that Windows puts around copied dates.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}'
    )
}

/// The text without anything that is not seen: spaces and line breaks of any kind, control and
/// zero-width characters. What is left is what two programs agree on of one text.
#[must_use]
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !is_unseen(*c)).collect()
}

/// Whether a character is one that [`squeezed`] leaves out.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || c.is_whitespace()
        || is_space(c)
        || is_invisible(c)
        || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// `s` without spaces and line breaks at its ends.
#[must_use]
pub fn trim(s: &str) -> &str {
    s.trim_matches(|c| is_space(c) || is_break(c))
}

/// Whether a character is a Chinese ideograph, 〇 and 々 among them.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(
        c,
        '〇' | '々'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{2FA1F}'
            | '\u{30000}'..='\u{3347F}'
    )
}

/// The room a character takes on the office grid, in half cells: 2 for Han, Chinese marks,
/// full-width forms and the signs that Chinese fonts draw full-width (“ ” … — · × ①), 1 for
/// half-width characters, 0 for what takes no room.
#[must_use]
pub fn half_cells(c: char) -> u32 {
    match c {
        '\t' | ' '..='~' => 1,
        _ if is_han(c) => 2,
        _ if c.is_control() || is_invisible(c) || is_combining(c) => 0,
        _ if is_wide(c) => 2,
        _ => 1,
    }
}

/// The room a text takes in half cells, see [`half_cells`].
#[must_use]
pub fn width(s: &str) -> u32 {
    s.chars().fold(0, |sum, c| sum.saturating_add(half_cells(c)))
}

/// Marks that are drawn over the character before them.
fn is_combining(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36F}'
            | '\u{1AB0}'..='\u{1AFF}'
            | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{302A}'..='\u{302F}'
            | '\u{3099}'..='\u{309A}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FE20}'..='\u{FE2F}'
            | '\u{E0100}'..='\u{E01EF}'
    )
}

/// Characters that are not Han and take a whole cell. Those whose width Unicode calls ambiguous
/// count as wide, since the documents set them in the Chinese font.
fn is_wide(c: char) -> bool {
    matches!(
        c,
        '·' | '×' | '÷' | '±' | '°' | '§'
            | '\u{391}'..='\u{3C9}'
            | '\u{401}'..='\u{451}'
            | '\u{1100}'..='\u{115F}'
            | '\u{2013}'..='\u{2016}'
            | '\u{2018}'..='\u{2019}'
            | '\u{201C}'..='\u{201D}'
            | '\u{2020}'..='\u{2022}'
            | '\u{2025}'..='\u{2027}'
            | '\u{2030}'..='\u{2035}'
            | '\u{203B}'
            | '\u{2100}'..='\u{27BF}'
            | '\u{2E80}'..='\u{A4CF}'
            | '\u{A960}'..='\u{A97F}'
            | '\u{AC00}'..='\u{D7A3}'
            | '\u{FE10}'..='\u{FE19}'
            | '\u{FE30}'..='\u{FE6F}'
            | '\u{FF01}'..='\u{FF60}'
            | '\u{FFE0}'..='\u{FFE6}'
            | '\u{1F300}'..='\u{1FAFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_figures_fold_to_ascii() {
        let folded: String = "２０ＸＸ年％＿＊＋．，\u{3000}\u{A0}\tХ✕".chars().map(fold).collect();
        assert_eq!(folded, "20XX年%_*+.,   X×");
    }

    #[test]
    fn marks_of_chinese_do_not_fold() {
        for c in "（）：；、。“”《》汉a1".chars() {
            assert_eq!(fold(c), c);
        }
    }

    #[test]
    fn folding_twice_is_folding_once() {
        for c in '\0'..=char::MAX {
            assert_eq!(fold(fold(c)), fold(c));
        }
    }

    #[test]
    fn trim_takes_every_space_and_break_and_nothing_else() {
        assert_eq!(trim(" \u{3000}\u{A0}\t\r\n甲 乙\u{2009}\u{202F}\u{2007}"), "甲 乙");
        assert_eq!(trim("\u{200B}甲"), "\u{200B}甲");
        assert_eq!(trim(" \n"), "");
    }

    #[test]
    fn han_is_ideographs_and_not_marks() {
        for c in "一龥〇々㐀喆𠮷".chars() {
            assert!(is_han(c), "{c}");
        }
        for c in "a1，。“○あ①".chars() {
            assert!(!is_han(c), "{c}");
        }
    }

    #[test]
    fn width_counts_half_cells() {
        let cases = [
            ("2026年12月5日", 13),
            ("县委教育体育工委", 16),
            ("“”‘’…—·", 14),
            ("，。、；《》（）", 16),
            ("ＡＢ１", 6),
            ("ab 1\u{A0}", 5),
            ("\u{200B}e\u{301}\u{FEFF}\n", 1),
            ("\u{3000}①×〇", 8),
            ("ｱ", 1),
            ("", 0),
        ];
        for (text, cells) in cases {
            assert_eq!(width(text), cells, "{text}");
        }
    }
}
