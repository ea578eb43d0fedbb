//! Where the blanks of a paragraph stand in what was made of it: the cheapest way to turn its pattern
//! into the new words. Words and values that still stand cost nothing; a new value costs more than a few
//! new words beside one that stands, and less than words that were taken out.

use gaozhi_core::field::{Joiner, Kind};

use super::pattern::{Pattern, Sign};

/// Signs times characters that are compared at most, a byte each.
const MOST: usize = 1 << 22;

/// What becomes of a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The character of that sign stands.
    Same { sign: usize, at: usize },
    /// The character of that sign is gone.
    Gone { sign: usize },
    /// That character is new, and no part of a value.
    New { at: usize },
    /// The value of that blank stands in these characters, as it was or not.
    Value { sign: usize, from: usize, to: usize, kept: bool },
}

/// What it costs to begin a stretch of other words, and each character lost or new in it.
const GAP: u32 = 6;
const OTHER: u32 = 2;
/// What it costs that a value is another one, and that nothing stands in its place.
const VALUE: u32 = 10;
const EMPTY: u32 = 13;
/// No way leads here.
const NONE: u32 = u32::MAX / 2;

// How the cheapest way comes to a state; together they fit into a byte.
const SAME: u8 = 0;
const KEPT: u8 = 1;
const CHANGED: u8 = 2;
const EMPTIED: u8 = 3;
const OTHERS: u8 = 4;
/// Into other words: bit 0 for a new character rather than a lost one, bit 1 where the stretch goes on.
const BY_NEW: u8 = 1;
const GOES_ON: u8 = 2;

/// What it costs to come to a place: at large, within other words, within another value.
#[derive(Clone, Copy)]
struct Costs {
    main: u32,
    gap: u32,
    value: u32,
}

const NOWHERE: Costs = Costs { main: NONE, gap: NONE, value: NONE };

/// The steps in order; nothing where both are too long to compare.
pub(super) fn fit(pattern: &Pattern, new: &[char]) -> Option<Vec<Step>> {
    way(pattern, new, GAP)
}

/// The steps where only values may be others; nothing where words are.
pub(super) fn fit_values(pattern: &Pattern, new: &[char]) -> Option<Vec<Step>> {
    let is_other = |step: &Step| matches!(step, Step::Gone { .. } | Step::New { .. });
    way(pattern, new, NONE / 4).filter(|steps| !steps.iter().any(is_other))
}

fn way(pattern: &Pattern, new: &[char], gap_cost: u32) -> Option<Vec<Step>> {
    let (signs, width) = (&pattern.signs, new.len() + 1);
    if size(pattern, new.len()) > MOST {
        return None;
    }
    let mut ways = vec![0_u8; (signs.len() + 1) * width];
    let mut above = vec![NOWHERE; width];
    for row in 0..=signs.len() {
        let mut costs: Vec<Costs> = Vec::with_capacity(width);
        let sign = row.checked_sub(1).and_then(|at| signs.get(at));
        for at in 0..width {
            let main_above =
                |at: Option<usize>| at.and_then(|at| above.get(at)).map_or(NONE, |costs| costs.main);
            let up = above.get(at).copied().unwrap_or(NOWHERE);
            let left = at.checked_sub(1).and_then(|at| costs.get(at)).copied().unwrap_or(NOWHERE);
            let mut main = (if row + at == 0 { 0 } else { NONE }, SAME);
            let mut gap = (NONE, 0);
            match sign {
                Some(Sign::Char { c, .. }) => {
                    let before = at.checked_sub(1);
                    if before.and_then(|at| new.get(at)) == Some(c) {
                        main = cheaper(main, (main_above(before), SAME));
                    }
                    gap = cheaper((up.main + gap_cost + OTHER, 0), (up.gap + OTHER, GOES_ON));
                }
                Some(Sign::Blank { piece }) => {
                    let printed = pattern.pieces.get(*piece).map_or(&[][..], |piece| &piece.printed);
                    let from = at.checked_sub(printed.len());
                    if from.and_then(|from| new.get(from..at)) == Some(printed) {
                        main = cheaper(main, (main_above(from), KEPT));
                    }
                    main = cheaper(main, (up.value, CHANGED));
                    main = cheaper(main, (up.main + EMPTY, EMPTIED));
                }
                None => {}
            }
            gap = cheaper(gap, (left.main + gap_cost + OTHER, BY_NEW));
            gap = cheaper(gap, (left.gap + OTHER, BY_NEW | GOES_ON));
            // Other words stand as late as they can, behind the mark that ends a sentence.
            main = cheaper((gap.0, OTHERS), main);
            let mut value = (NONE, 0);
            if let (Some(Sign::Blank { piece }), Some(c)) =
                (signs.get(row), at.checked_sub(1).and_then(|at| new.get(at)))
            {
                let more =
                    pattern.pieces.get(*piece).map_or(OTHER, |piece| price(piece.kind, &piece.printed, *c));
                value = cheaper((left.main + VALUE + more, 0), (left.value + more, 1));
            }
            let cap = |cost: u32| cost.min(NONE);
            costs.push(Costs { main: cap(main.0), gap: cap(gap.0), value: cap(value.0) });
            if let Some(way) = ways.get_mut(row * width + at) {
                *way = main.1 | (gap.1 << 3) | (value.1 << 5);
            }
        }
        above = costs;
    }
    Some(steps(pattern, &ways, width))
}

/// How much there is to compare.
pub(super) fn size(pattern: &Pattern, new: usize) -> usize {
    (pattern.signs.len() + 1).saturating_mul(new + 1)
}

fn cheaper(one: (u32, u8), other: (u32, u8)) -> (u32, u8) {
    if other.0 < one.0 { other } else { one }
}

/// What a character of a new value costs: little if a value of that kind may hold it, much if it more
/// likely belongs to the words around.
fn price(kind: Option<Kind>, was: &[char], c: char) -> u32 {
    const UNLIKELY: u32 = 6;
    let is_figure = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '０'..='９' | '.' | ',' | '．' | '%' | '％' | '〇' | '零' | '一' | '二' | '三' | '四' | '五'
            )
            || matches!(c, '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '亿' | '两')
    };
    let is_of_date = |c: char| is_figure(c) || matches!(c, '年' | '月' | '日' | '-' | '/');
    match kind {
        Some(Kind::Integer | Kind::Decimal | Kind::Percent | Kind::Ordinal | Kind::Year) => {
            if is_figure(c) {
                0
            } else {
                2 * UNLIKELY
            }
        }
        Some(Kind::Date) => {
            if is_of_date(c) {
                0
            } else {
                UNLIKELY
            }
        }
        _ if was.contains(&c) => 1,
        Some(Kind::Prose | Kind::List(Joiner::Series)) => OTHER,
        _ if matches!(c, '。' | '！' | '？') => UNLIKELY + 2,
        _ if matches!(c, '；' | '：') => UNLIKELY,
        _ => OTHER,
    }
}

/// The way back from the end.
fn steps(pattern: &Pattern, ways: &[u8], width: usize) -> Vec<Step> {
    let (mut row, mut at) = (pattern.signs.len(), width - 1);
    let mut steps = Vec::new();
    let way = |row: usize, at: usize| ways.get(row * width + at).copied().unwrap_or_default();
    while row + at > 0 {
        match way(row, at) & 7 {
            KEPT => {
                row -= 1;
                let length = match pattern.signs.get(row) {
                    Some(Sign::Blank { piece }) => {
                        pattern.pieces.get(*piece).map_or(0, |piece| piece.printed.len())
                    }
                    Some(Sign::Char { .. }) | None => 0,
                };
                steps.push(Step::Value { sign: row, from: at - length, to: at, kept: true });
                at -= length;
            }
            CHANGED => {
                row -= 1;
                let to = at;
                while {
                    at -= 1;
                    (way(row, at + 1) >> 5) & 1 == 1
                } {}
                steps.push(Step::Value { sign: row, from: at, to, kept: false });
            }
            EMPTIED => {
                row -= 1;
                steps.push(Step::Value { sign: row, from: at, to: at, kept: false });
            }
            OTHERS => loop {
                let by = (way(row, at) >> 3) & 3;
                if by & BY_NEW > 0 {
                    at -= 1;
                    steps.push(Step::New { at });
                } else {
                    row -= 1;
                    steps.push(Step::Gone { sign: row });
                }
                if by & GOES_ON == 0 {
                    break;
                }
            },
            _ => {
                (row, at) = (row - 1, at - 1);
                steps.push(Step::Same { sign: row, at });
            }
        }
    }
    steps.reverse();
    steps
}
