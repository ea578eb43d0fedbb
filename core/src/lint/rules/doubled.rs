//! WD03: a word typed twice.

use super::scan::{Words, after, before, each};
use crate::lint::{Finding, Subject};
use crate::text::chars::is_han;
use crate::text::part;

/// Words of one character that do not stand twice, with what makes them do so all the same: the
/// characters before (以目的的…), those after (的的确确).
const SINGLE: &[(char, &str, &str)] = &[
    ('的', "目", "确士"),
    ('了', "", "解结却然如不"),
    ('被', "棉", "子褥单"),
    ('把', "一火", "手"),
    ('与', "参", "会"),
    ('将', "大小干健", "士军领来要近"),
    ('由', "自理缘", "此于"),
    ('从', "服", "容"),
    ('使', "大天", "用命馆"),
    ('让', "谦转出", "位步"),
];
/// Words of two characters that do not stand twice.
#[rustfmt::skip]
const PAIRS: &[&str] = &[
    "不断", "为了", "以及", "但是", "关于", "切实", "加强", "因此", "对于", "并且", "开展", "得到", "我们", "所有", "按照", "推进", "提高", "提升",
    "根据", "由于", "积极", "落实", "认真", "进行", "通过", "随着", "围绕",
];
/// A piece that was pasted twice is no shorter and no longer than this, in characters.
const PIECE: std::ops::RangeInclusive<usize> = 4..=12;

/// WD03: the same word again, or a longer piece.
pub(super) fn word(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        pieces(words, found);
        let text = words.text;
        let mut done = 0;
        for (at, c) in text.char_indices() {
            let next = at + c.len_utf8();
            if at < done || !is_han(c) {
                continue;
            }
            let pair = part(text, at..next + after(text, next).len_utf8());
            if after(text, next) == c {
                let known = SINGLE.iter().find(|(single, _, _)| *single == c);
                let end = next + c.len_utf8();
                let (left, right) = (before(text, at), after(text, end));
                if known.is_some_and(|(_, lefts, rights)| !lefts.contains(left) && !rights.contains(right)) {
                    found.push(words.find(at..end).fixed(c));
                    done = end;
                }
            } else if PAIRS.binary_search(&pair).is_ok() && part(text, at + pair.len()..).starts_with(pair) {
                done = at + 2 * pair.len();
                found.push(words.find(at..done).fixed(pair));
            }
        }
    });
}

/// A piece of a sentence pasted twice: 全面从严治党全面从严治党.
fn pieces(words: &Words<'_>, found: &mut Vec<Finding>) {
    let chars: Vec<(usize, char)> = words.text.char_indices().collect();
    let byte = |index: usize| chars.get(index).map_or(words.text.len(), |(at, _)| *at);
    let mut done = 0;
    for period in PIECE.rev() {
        let mut same = 0;
        for (index, (_, c)) in chars.iter().enumerate().skip(period) {
            let twin = chars.get(index - period).map(|(_, c)| *c);
            same = if is_han(*c) && twin == Some(*c) { same + 1 } else { 0 };
            if same < period {
                continue;
            }
            let (start, middle, end) =
                (byte(index + 1 - 2 * period), byte(index + 1 - period), byte(index + 1));
            let piece = part(words.text, start..middle);
            same = 0;
            if start >= done && !is_made_of_repeats(piece) {
                done = end;
                found.push(words.find(start..end).fixed(piece));
            }
        }
    }
}

/// Whether a piece is itself a shorter one again and again: 一步一步.
fn is_made_of_repeats(piece: &str) -> bool {
    let chars: Vec<char> = piece.chars().collect();
    (1..=chars.len() / 2).any(|period| chars.iter().skip(period).zip(&chars).all(|(a, b)| a == b))
}
