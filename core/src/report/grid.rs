//! The page as numbers: what a line and a page hold. All lengths are twips, twentieths of a point.

use super::advance::{EM, advance};
use crate::setup::{Digits, Setup};

/// What lines are broken and pages are filled by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The width of the text area.
    pub room: u32,
    /// Lines on a page.
    pub lines: u32,
    /// The size of the text.
    pub size: u32,
    /// The size of the title.
    pub title: u32,
    /// What is taken from each character of the text, so that one more fits into a line.
    pub tighten: u32,
    /// Whether digits and Latin letters have a face of their own.
    pub latin: bool,
    /// By whose ways lines are broken.
    pub setter: Setter,
}

/// A program that sets Word files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setter {
    /// Word, and WPS like it: what the preview shows.
    Word,
    /// LibreOffice 7.4, to compare with. It reads `w:overflowPunct` the wrong way round, so no mark
    /// stands in the margin; the last character of a stretch of one script and face is not
    /// tightened; it ends no line between a closing mark and a letter or digit; and it begins one with —
    /// and ….
    LibreOffice,
}

impl Grid {
    /// GB/T 9704-2012 5.2: 156 mm wide, 22 lines; 28 characters of 3号 (16 pt) fill a line when each
    /// gives up a quarter of a point.
    pub const STANDARD: Self =
        Self { room: 8845, lines: 22, size: 320, title: 440, tighten: 5, latin: true, setter: Setter::Word };

    /// The grid of a page setup.
    #[must_use]
    pub fn of(setup: &Setup) -> Self {
        Self {
            room: setup.width_twips(),
            lines: setup.lines(),
            size: setup.size_twips(),
            title: u32::from(setup.title_size) * 10,
            tighten: setup.tighten(),
            latin: setup.digits == Digits::Latin,
            setter: Setter::Word,
        }
    }
}

impl Grid {
    /// The width of a text in twips.
    #[must_use]
    pub fn width(&self, text: &str) -> u32 {
        let width = |c| match advance(c, self.latin) {
            0 => 0,
            natural => (natural * self.size).saturating_sub(self.tighten * EM),
        };
        text.chars().fold(0, |sum: u32, c| sum.saturating_add(width(c))) / EM
    }
}

impl Default for Grid {
    fn default() -> Self {
        Self::STANDARD
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_is_the_setup_that_nobody_changed() {
        assert_eq!(Grid::of(&Setup::default()), Grid::STANDARD);
    }
}
