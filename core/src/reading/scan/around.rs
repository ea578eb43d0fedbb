//! What stands beside a blank, folded, and what the rules of kinds ask of it.

use std::ops::Range;

use super::view::{trim_end, trim_start};
use super::words::{Ask, suffix, unit};
use crate::text::chars::fold;

/// Beside a blank no more is looked at than this.
const BESIDE: usize = 28;

/// What stands beside a blank.
pub(super) struct Around {
    chars: [char; 2 * BESIDE],
    before: usize,
    after: usize,
}

impl Around {
    pub(super) fn of(line: &str, range: &Range<usize>) -> Self {
        let mut around = Self { chars: ['\0'; 2 * BESIDE], before: 0, after: 0 };
        for c in line.get(..range.start).unwrap_or_default().chars().rev().take(BESIDE) {
            around.before += 1;
            around.chars[BESIDE - around.before] = fold(c);
        }
        for c in line.get(range.end..).unwrap_or_default().chars().take(BESIDE) {
            around.chars[BESIDE + around.after] = fold(c);
            around.after += 1;
        }
        around
    }

    pub(super) fn before(&self) -> &[char] {
        &self.chars[BESIDE - self.before..BESIDE]
    }

    pub(super) fn after(&self) -> &[char] {
        &self.chars[BESIDE..BESIDE + self.after]
    }

    pub(super) fn sides(&self) -> Sides<'_> {
        let (before, after) = (trim_end(self.before()), trim_start(self.after()));
        Sides { before, after, unit: unit(after), name: suffix(after) }
    }
}

/// Both sides of a blank without the spaces next to it.
#[derive(Clone, Copy)]
pub(super) struct Sides<'a> {
    pub(super) before: &'a [char],
    pub(super) after: &'a [char],
    /// How many characters after the blank are a unit.
    pub(super) unit: usize,
    /// The end of a name that stands after the blank, and its length.
    pub(super) name: Option<(Ask, usize)>,
}
