//! What is never divided in a text: figures, words of Latin letters, characters.

use gaozhi_core::text::chars::{fold, half_cells};

/// What is compared as one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Latin letters and digits of any width.
    Word,
    /// Chinese numerals.
    Numeral,
    /// Any other character, on its own.
    Single,
}

fn class(c: char) -> Class {
    match c {
        _ if fold(c).is_ascii_alphanumeric() => Class::Word,
        '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千'
        | '万' | '亿' => Class::Numeral,
        _ => Class::Single,
    }
}

/// The text cut into what is never divided: figures with their points and commas, runs of letters,
/// single characters with what is drawn over them.
pub(crate) fn tokens(text: &str) -> Vec<&str> {
    let is_digit = |c: char| fold(c).is_ascii_digit();
    let mut out = Vec::new();
    let (mut from, mut run, mut last) = (0, Class::Single, ' ');
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|(_, next)| is_digit(*next));
        let in_figure = matches!(fold(c), '.' | ',') && is_digit(last) && next_is_digit;
        let own = if in_figure { Class::Word } else { class(c) };
        last = c;
        if half_cells(c) == 0 || (own == run && own != Class::Single) {
            continue;
        }
        out.extend(text.get(from..at).filter(|token| !token.is_empty()));
        (from, run) = (at, own);
    }
    out.extend(text.get(from..).filter(|token| !token.is_empty()));
    out
}

/// How well a stretch ends behind this token.
pub(crate) fn ending(token: Option<&&str>) -> u8 {
    match token {
        None | Some(&("。" | "；" | "！" | "？")) => 2,
        Some(&("，" | "、" | "：" | "”" | "》" | "）")) => 1,
        Some(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_over_a_character_stays_with_it() {
        assert_eq!(tokens("e\u{301}x\u{200d}，一二"), ["e\u{301}x\u{200d}", "，", "一二"]);
        assert_eq!(tokens("\u{301}1.a.2"), ["\u{301}", "1", ".", "a", ".", "2"]);
    }
}
