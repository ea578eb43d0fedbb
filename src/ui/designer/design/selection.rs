//! From a stretch of the words that a person sees to a stretch of the paragraph. Pure.

use std::ops::Range;

use gaozhi_core::draft::Wording;
use gaozhi_core::template::Span;

/// The span, and the characters of it, that a stretch of the rewritten words covers; nothing where
/// it is empty or touches a blank. `range` counts UTF-16 units, as browsers do.
pub(super) fn stretch(
    wording: &Wording,
    spans: &[Span],
    range: Range<usize>,
) -> Option<(usize, Range<usize>)> {
    let mut from = 0;
    for (at, span) in spans.iter().enumerate() {
        let words = wording.text(std::slice::from_ref(span));
        let to = from + units(&words);
        if range.start >= from && range.end <= to {
            return match span {
                Span::Text(_) => chars(&words, range.start - from..range.end - from).map(|range| (at, range)),
                Span::Blank(_) => None,
            };
        }
        from = to;
    }
    None
}

/// The blank that a caret among the rewritten words stands in or touches.
pub(super) fn blank_at(wording: &Wording, spans: &[Span], caret: usize) -> Option<usize> {
    let mut from = 0;
    for (at, span) in spans.iter().enumerate() {
        let to = from + units(&wording.text(std::slice::from_ref(span)));
        if matches!(span, Span::Blank(_)) && (from..=to).contains(&caret) {
            return Some(at);
        }
        from = to;
    }
    None
}

/// UTF-16 units as characters; nothing for an empty stretch or one that cuts a character.
pub(super) fn chars(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let index = |units: usize| {
        let mut left = units;
        for (at, c) in text.chars().enumerate() {
            if left == 0 {
                return Some(at);
            }
            left = left.checked_sub(c.len_utf16())?;
        }
        (left == 0).then(|| text.chars().count())
    };
    let range = index(range.start)?..index(range.end)?;
    (!range.is_empty()).then_some(range)
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::draft::Draft;
    use gaozhi_core::template::parse;
    use std::collections::BTreeMap;

    #[test]
    fn a_stretch_lies_in_words_or_nowhere() {
        let draft = Draft::new(parse("[字段]\na | 整数 | 次数\n[正文]\n𠮷讲{a}次，好。").0, BTreeMap::new());
        let block = &draft.entries()[0].block;
        let wording = Wording::of(&draft, block);
        // 𠮷讲〔次数〕次，好。 with 𠮷 as two units.
        assert_eq!(wording.text(&block.text), "𠮷讲〔次数〕次，好。");
        let at = |range| stretch(&wording, &block.text, range);
        assert_eq!(at(0..2), Some((0, 0..1)));
        assert_eq!(at(2..3), Some((0, 1..2)));
        assert_eq!(at(9..10), Some((2, 2..3)));
        for range in [1..2, 2..4, 3..7, 5..5, 7..99, 40..41] {
            assert_eq!(at(range.clone()), None, "{range:?}");
        }
        assert_eq!(blank_at(&wording, &block.text, 5), Some(1));
        assert_eq!(blank_at(&wording, &block.text, 9), None);
    }
}
