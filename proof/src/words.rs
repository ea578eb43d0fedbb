//! Two wordings of one paragraph, compared so that a person can read it: no confetti, and whole
//! clauses where they came or went.

use std::ops::Range;

use crate::hunks::Hunk;
use crate::model::{Mark, Piece};
use crate::stretch::differences;
use crate::token::{ending, tokens};

/// Equal stretches up to so many tokens are given up between changes that are no shorter.
const SHORT: usize = 4;

/// What became of each stretch of the text.
pub(crate) fn pieces(before: &str, after: &str) -> Vec<Piece> {
    let (old, new) = (tokens(before), tokens(after));
    let mut found = differences(&old, &new);
    slide(&mut found, &old, &new);
    let mut out = Vec::new();
    let mut push = |mark, tokens: Option<&[&str]>| {
        let text = tokens.unwrap_or_default().concat();
        if !text.is_empty() {
            out.push(Piece { mark, text });
        }
    };
    let mut from = 0;
    for hunk in joined(found, &new) {
        push(Mark::Same, new.get(from..hunk.after.start));
        push(Mark::Removed, old.get(hunk.before));
        from = hunk.after.end;
        push(Mark::Added, new.get(hunk.after));
    }
    push(Mark::Same, new.get(from..));
    out
}

/// Moves what was only added or only removed to where a clause ends, as far as the equal text around
/// it allows: 学习，[加强管理，] rather than 学习[，加强管理]，.
fn slide(hunks: &mut [Hunk], old: &[&str], new: &[&str]) {
    for at in 0..hunks.len() {
        let (done, rest) = hunks.split_at_mut(at);
        let Some((hunk, later)) = rest.split_first_mut() else { continue };
        let (tokens, range) = match (hunk.before.is_empty(), hunk.after.is_empty()) {
            (true, false) => (new, &hunk.after),
            (false, true) => (old, &hunk.before),
            _ => continue,
        };
        // The equal text has the same length in both.
        let up = hunk.after.start - done.last().map_or(0, |hunk| hunk.after.end);
        let down = later.first().map_or(new.len(), |hunk| hunk.after.start) - hunk.after.end;
        let (start, end) = (range.start, range.end);
        let back = (1..=up).take_while(|by| tokens.get(start - by) == tokens.get(end - by));
        let forth = (1..=down).take_while(|by| tokens.get(start + by - 1) == tokens.get(end + by - 1));
        let before = |place: usize| place.checked_sub(1).and_then(|place| tokens.get(place));
        let places = back.map(|by| start - by).chain(forth.map(|by| start + by));
        let (mut best, mut score) = (start, ending(before(start)));
        for place in places {
            if ending(before(place)) > score {
                (best, score) = (place, ending(before(place)));
            }
        }
        let moved = |range: &Range<usize>| range.start + best - start..range.end + best - start;
        (hunk.before, hunk.after) = (moved(&hunk.before), moved(&hunk.after));
    }
}

/// The hunks, those joined between which too little is equal to read it.
fn joined(hunks: Vec<Hunk>, new: &[&str]) -> Vec<Hunk> {
    let length = |hunk: &Hunk| hunk.before.len().max(hunk.after.len());
    let mut out: Vec<Hunk> = Vec::with_capacity(hunks.len());
    for mut hunk in hunks {
        while let Some(last) = out.pop() {
            let between = last.after.end..hunk.after.start;
            let tokens = between.len();
            let chars = || new.get(between).unwrap_or_default().iter().flat_map(|token| token.chars());
            let is_confetti = tokens <= SHORT && tokens <= length(&last) && tokens <= length(&hunk);
            if !is_confetti && chars().nth(1).is_some() {
                out.push(last);
                break;
            }
            hunk =
                Hunk { before: last.before.start..hunk.before.end, after: last.after.start..hunk.after.end };
        }
        out.push(hunk);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 前[旧→新]后.
    fn shown(before: &str, after: &str) -> String {
        let (mut out, mut is_open) = (String::new(), false);
        for piece in pieces(before, after) {
            let (open, close) = match piece.mark {
                Mark::Same => ("", ""),
                Mark::Removed => ("[-", "]"),
                Mark::Added => ("[+", "]"),
            };
            out.extend([open, &piece.text, close]);
            is_open |= piece.text.is_empty();
        }
        assert!(!is_open, "an empty piece");
        out
    }

    #[test]
    fn figures_are_compared_whole() {
        assert_eq!(shown("讲党课12次。", "讲党课120次。"), "讲党课[-12][+120]次。");
        assert_eq!(shown("共1,234.5元", "共1,234.6元"), "共[-1,234.5][+1,234.6]元");
        assert_eq!(shown("培训１２人", "培训１３人"), "培训[-１２][+１３]人");
        assert_eq!(shown("第二十三次", "第二十四次"), "第[-二十三][+二十四]次");
        assert_eq!(shown("见report1。", "见report2。"), "见[-report1][+report2]。");
        assert_eq!(shown("1.5.", "1.5。"), "1.5[-.][+。]");
        assert_eq!(shown("12人次30人", "120人次35人"), "[-12][+120]人次[-30][+35]人");
    }

    #[test]
    fn there_is_no_confetti() {
        assert_eq!(shown("提高政治站位", "提升了政治站位"), "提[-高][+升了]政治站位");
        assert_eq!(shown("甲乙丙丁戊", "子乙丑丁寅"), "[-甲乙丙丁戊][+子乙丑丁寅]");
        assert_eq!(
            shown("加强理论学习，抓好落实", "强化理论学习，抓实抓好"),
            "[-加强][+强化]理论学习，抓[-好落实][+实抓好]"
        );
    }

    #[test]
    fn what_is_added_is_a_clause_where_it_can_be() {
        assert_eq!(shown("抓学习，抓服务。", "抓学习，抓管理，抓服务。"), "抓学习，[+抓管理，]抓服务。");
        assert_eq!(shown("甲。乙。甲。", "甲。"), "甲。[-乙。甲。]");
        assert_eq!(shown("", "甲"), "[+甲]");
        assert_eq!(shown("甲", "甲"), "甲");
    }
}
