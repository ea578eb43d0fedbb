//! PC08, PC09, FM02: blanks that nobody wants, seen and unseen.

use super::scan::{EDGE, Words, after, before, each, is_closing, is_opening, is_stop, run};
use crate::lint::{Finding, Subject};
use crate::template::BlockKind;
use crate::text::chars::{is_han, is_invisible, is_space};
use crate::text::numerals::digit;
use crate::text::part;

/// More blanks after ： are a place to write by hand.
const HAND: usize = 2;
/// The parts of a list of names are no longer than this, in characters.
const NAME: usize = 4;
/// What ends a post that a name follows.
const POSTS: &str = "记任长员师委室部处局科会组站所院校厅县镇乡村党理事";

/// The runs of blanks of a text.
fn gaps(text: &str) -> Vec<(usize, usize)> {
    let mut gaps = Vec::new();
    let mut from = 0;
    while let Some(start) = part(text, from..).find(is_space) {
        let end = run(text, from + start, is_space);
        gaps.push((from + start, end));
        from = end;
    }
    gaps
}

/// PC08: a blank before or after a mark.
pub(super) fn beside_mark(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        for (start, end) in gaps(words.text) {
            let (left, right) = (before(words.text, start), after(words.text, end));
            let blank = part(words.text, start..end);
            if left == EDGE || right == EDGE {
                continue;
            }
            let is_wide = blank.contains('\u{3000}');
            let by_hand = left == '：' && blank.chars().count() > HAND;
            let closes = is_stop(right) || is_closing(right) && is_han(left);
            let opened = is_opening(left) || is_stop(left) && !is_wide && !by_hand;
            let opens = is_opening(right) && is_han(left) && !is_wide && is_prose(words.kind);
            if closes && !by_hand || opened || opens {
                found.push(words.find(start..end).fixed(""));
            }
        }
    });
}

/// Whether blanks are not used to align things.
fn is_prose(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Item(_) | BlockKind::Body | BlockKind::Closing | BlockKind::Remark => true,
        BlockKind::Title
        | BlockKind::Byline
        | BlockKind::Salutation
        | BlockKind::Signature
        | BlockKind::Date
        | BlockKind::Attachment
        | BlockKind::Annex => false,
    }
}

/// PC09: a blank between Han, where no list of names and no number of a part is.
pub(super) fn within_words(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        if !is_prose(words.kind) {
            return;
        }
        let gaps = gaps(words.text);
        for (index, &(start, end)) in gaps.iter().enumerate() {
            let (left, right) = (before(words.text, start), after(words.text, end));
            let is_wide = part(words.text, start..end).contains('\u{3000}');
            if !is_han(left) || !is_han(right) || is_wide {
                continue;
            }
            let (short, follows) = (han_before(words.text, start), han_after(words.text, end));
            let alone = short == 1 || follows == 1;
            // One more blank right before or after: 王强 李明 张伟
            let beside = |other: Option<&(usize, usize)>| {
                other.is_some_and(|&(from, to)| {
                    let between =
                        if to <= start { part(words.text, to..start) } else { part(words.text, end..from) };
                    !between.is_empty() && between.chars().nth(NAME).is_none() && between.chars().all(is_han)
                })
            };
            let in_list = short <= NAME + 1
                && (beside(index.checked_sub(1).and_then(|i| gaps.get(i))) || beside(gaps.get(index + 1)));
            if alone || in_list || is_part_number(words, start) || signs(words, start, end, follows) {
                continue;
            }
            let finding = words.find(start..end);
            // Between two long pieces it may stand for a comma.
            found.push(if short < NAME || follows < NAME { finding.fixed("") } else { finding });
        }
    });
}

/// The Han right before that byte, as many as matter.
fn han_before(text: &str, at: usize) -> usize {
    part(text, ..at).chars().rev().take(NAME + 2).take_while(|c| is_han(*c)).count()
}

/// The Han from that byte on, as many as matter.
fn han_after(text: &str, at: usize) -> usize {
    part(text, at..).chars().take(NAME + 2).take_while(|c| is_han(*c)).count()
}

/// 第一章 总则, 附件 名单
fn is_part_number(words: &Words<'_>, start: usize) -> bool {
    let head = part(words.text, ..start).trim_start_matches(is_space);
    let number = head
        .strip_prefix('第')
        .and_then(|rest| rest.strip_suffix(['章', '节', '条', '篇', '款', '分', '讲']));
    let is_numeral = |c| c == '十' || c == '百' || c == '部' || digit(c).is_some() || c.is_ascii_digit();
    number.is_some_and(|number| !number.is_empty() && number.chars().all(is_numeral)) || head == "附件"
}

/// A post and a name at the end of a paragraph: 党支部书记 周立群
fn signs(words: &Words<'_>, start: usize, end: usize, follows: usize) -> bool {
    let name = part(words.text, end..);
    (2..=3).contains(&follows) && name.chars().count() == follows && POSTS.contains(before(words.text, start))
}

/// FM02: a tab, a soft break, a character that is not seen.
pub(super) fn unseen(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    each(subject, found, |words, found| {
        let text = words.text;
        let mut from = 0;
        while let Some(start) = part(text, from..).find(is_unseen) {
            let start = from + start;
            let end = run(text, start, is_unseen);
            from = end;
            let (left, right) = (before(text, start), after(text, end));
            let row = part(text, start..end);
            // It ties two pictures to one.
            if row == "\u{200d}" && !is_han(left) && !left.is_ascii() {
                continue;
            }
            let apart = row.contains('\t') && left.is_ascii_alphanumeric() && right.is_ascii_alphanumeric();
            found.push(words.find(start..end).fixed(if apart { " " } else { "" }));
        }
    });
}

fn is_unseen(c: char) -> bool {
    is_invisible(c) || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}
