//! What a page setup is, and what follows from it.

use std::ops::RangeInclusive;

/// The paper, A4: width and height in twips (GB/T 9704-2012, 5.1).
pub const PAPER: (u32, u32) = (11_906, 16_838);

/// Permitted margins left and right, in tenths of a millimetre.
const SIDE: RangeInclusive<u16> = 100..=550;
/// Permitted margins above and below, in tenths of a millimetre.
const HEAD: RangeInclusive<u16> = 100..=800;
/// Permitted sizes of the text, in half points: 小五 to 一号.
const SIZE: RangeInclusive<u16> = 18..=52;
/// Permitted sizes of the title, in half points: 小五 to 初号.
const TITLE: RangeInclusive<u16> = 18..=84;
/// Permitted line pitch, in twips; a line is never lower than its text.
const PITCH: RangeInclusive<u16> = 180..=1200;
/// A name of a font is cut off after so many characters.
const NAME: usize = 64;

/// A page setup. The default is the standard, GB/T 9704-2012. [`within`](Self::within) brings any
/// value back to a page of at least 10 characters and 5 lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Margin above the text, in tenths of a millimetre (5.2.1).
    pub top: u16,
    /// Margin below the text, in tenths of a millimetre: what 5.2.1 leaves.
    pub bottom: u16,
    /// Margin left of the text, in tenths of a millimetre (5.2.1); of even pages right of it, if
    /// mirrored.
    pub left: u16,
    /// Margin right of the text, in tenths of a millimetre: what 5.2.1 leaves.
    pub right: u16,
    /// Whether even pages have left and right margin exchanged, for printing on both sides (6.2).
    pub mirror: bool,
    /// From line to line, in twips (twentieths of a point): 22 lines fill 225 mm (5.2.3).
    pub pitch: u16,
    /// Size of the title, in half points: 2号 (7.3.1).
    pub title_size: u16,
    /// Size of the text, in half points: 3号 (5.2.2).
    pub size: u16,
    /// The fonts, by role.
    pub faces: Faces,
    /// Whether the title is bold.
    pub bold_title: bool,
    /// Whether headings 一、 are bold.
    pub bold_first: bool,
    /// Whether headings （一） are bold.
    pub bold_second: bool,
    /// Whether headings 1. are bold.
    pub bold_third: bool,
    /// The font of digits and Latin letters.
    pub digits: Digits,
    /// Where the page number stands.
    pub number: PageNumber,
    /// Whether the first page says that the document is for discussion or for approval.
    pub state: bool,
}

/// Names of fonts, by role (GB/T 9704-2012, 5.2.2, 7.3.1 and 7.3.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faces {
    /// Of the title.
    pub title: String,
    /// Of headings 一、.
    pub first: String,
    /// Of headings （一）.
    pub second: String,
    /// Of all else.
    pub text: String,
}

/// The font of digits and Latin letters. The standard names none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Digits {
    /// Times New Roman.
    #[default]
    Latin,
    /// That of the text around them.
    Text,
}

/// Where the page number stands below the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PageNumber {
    /// At the right of odd pages, at the left of even ones (7.5).
    #[default]
    Outer,
    /// In the middle.
    Centre,
    /// Nowhere.
    None,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            top: 370,
            bottom: 350,
            left: 280,
            right: 260,
            mirror: false,
            pitch: 579,
            title_size: 44,
            size: 32,
            faces: Faces::default(),
            bold_title: false,
            bold_first: false,
            bold_second: false,
            bold_third: false,
            digits: Digits::Latin,
            number: PageNumber::Outer,
            state: false,
        }
    }
}

impl Default for Faces {
    fn default() -> Self {
        Self {
            title: "方正小标宋简体".to_owned(),
            first: "黑体".to_owned(),
            second: "楷体_GB2312".to_owned(),
            text: "仿宋_GB2312".to_owned(),
        }
    }
}

impl Setup {
    /// The same with every value brought into its permitted range: margins 10 to 55 mm at the sides,
    /// 10 to 80 mm above and below, text of 9 to 26 points, title of 9 to 42 points, pitch of the
    /// size of the text to 60 points, names of fonts as [`font_name`] cleans them.
    #[must_use]
    pub fn within(mut self) -> Self {
        for (value, range) in [
            (&mut self.top, HEAD),
            (&mut self.bottom, HEAD),
            (&mut self.left, SIDE),
            (&mut self.right, SIDE),
            (&mut self.title_size, TITLE),
            (&mut self.size, SIZE),
            (&mut self.pitch, PITCH),
        ] {
            *value = (*value).clamp(*range.start(), *range.end());
        }
        self.pitch = self.pitch.max(self.size * 10);
        let Faces { title, first, second, text } = Faces::default();
        let Faces { title: a, first: b, second: c, text: d } = &mut self.faces;
        for (name, usual) in [(a, title), (b, first), (c, second), (d, text)] {
            *name = Some(font_name(name)).filter(|name| !name.is_empty()).unwrap_or(usual);
        }
        self
    }

    /// Width of the text, in twips.
    #[must_use]
    pub fn width_twips(&self) -> u32 {
        PAPER.0.saturating_sub(twips(self.left)).saturating_sub(twips(self.right))
    }

    /// Height of the text, in twips.
    #[must_use]
    pub fn height_twips(&self) -> u32 {
        PAPER.1.saturating_sub(twips(self.top)).saturating_sub(twips(self.bottom))
    }

    /// Height of the margin above, in twips.
    #[must_use]
    pub fn top_twips(&self) -> u32 {
        twips(self.top)
    }

    /// Height of the margin below, in twips.
    #[must_use]
    pub fn bottom_twips(&self) -> u32 {
        twips(self.bottom)
    }

    /// Width of the margin left, in twips.
    #[must_use]
    pub fn left_twips(&self) -> u32 {
        twips(self.left)
    }

    /// Width of the margin right, in twips.
    #[must_use]
    pub fn right_twips(&self) -> u32 {
        twips(self.right)
    }

    /// Size of a character of the text, in twips.
    #[must_use]
    pub fn size_twips(&self) -> u32 {
        u32::from(self.size) * 10
    }

    /// Characters on a line. As many as come nearest to its width, if tightening by 2.5 % gives them
    /// room: 28 of 16 points stand on 156 mm so (GB/T 9704-2012, 5.2.3). Otherwise those that fit.
    #[must_use]
    pub fn cells(&self) -> u32 {
        let (width, size) = (self.width_twips(), self.size_twips().max(1));
        let near = (width + size / 2) / size;
        let over = (near * size).saturating_sub(width);
        if over * 40 <= near * size { near } else { width / size }
    }

    /// Lines on a page.
    #[must_use]
    pub fn lines(&self) -> u32 {
        self.height_twips() / u32::from(self.pitch).max(1)
    }

    /// What each character gives up so that [`cells`](Self::cells) of them fit the width, in twips.
    #[must_use]
    pub fn tighten(&self) -> u32 {
        let cells = self.cells();
        (cells * self.size_twips()).saturating_sub(self.width_twips()).div_ceil(cells.max(1))
    }
}

/// Tenths of a millimetre in twips, rounded.
fn twips(tenths: u16) -> u32 {
    (u32::from(tenths) * 1440 + 127) / 254
}

/// A name of a font as a setup keeps it: without what no name has and a style sheet or a Word file
/// would trip over, and no longer than 64 characters.
pub(super) fn font_name(name: &str) -> String {
    let odd = |c: char| {
        let marks = matches!(
            c,
            '"' | '\''
                | '`'
                | '<'
                | '>'
                | '&'
                | ';'
                | '{'
                | '}'
                | '\\'
                | '\u{feff}'
                | '\u{fffe}'
                | '\u{ffff}'
        );
        marks || c.is_control()
    };
    let kept: String = name.chars().filter(|c| !odd(*c)).take(NAME).collect();
    kept.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_page_has_22_lines_of_28_characters() {
        let setup = Setup::default();
        let sides = [setup.left_twips(), setup.right_twips(), setup.top_twips(), setup.bottom_twips()];
        assert_eq!(sides, [1587, 1474, 2098, 1984]);
        assert_eq!((setup.width_twips(), setup.height_twips()), (8845, 12_756));
        assert_eq!((setup.cells(), setup.lines(), setup.tighten()), (28, 22, 5));
        assert_eq!(setup.clone().within(), setup);
    }

    #[test]
    fn no_setup_is_without_room() {
        for (side, size, pitch) in [(0, 0, 0), (u16::MAX, u16::MAX, u16::MAX), (u16::MAX, 0, u16::MAX)] {
            let wild =
                Setup { top: side, bottom: side, left: side, right: side, size, pitch, ..Setup::default() };
            let _ = (wild.cells(), wild.lines(), wild.tighten());
            let tame = wild.within();
            assert!(tame.cells() >= 10 && tame.lines() >= 5, "{tame:?}");
            assert_eq!(tame.clone().within(), tame);
        }
    }

    #[test]
    fn a_name_of_a_font_is_only_a_name() {
        assert_eq!(font_name(" 仿宋\n\"};x "), "仿宋x");
        let setup = Setup { faces: Faces { text: "\t".to_owned(), ..Faces::default() }, ..Setup::default() };
        assert_eq!(setup.within(), Setup::default());
    }
}
