//! The values of a setup one by one, as words: what the text form and the page show and read.

use super::model::{Digits, PageNumber, Setup};
use super::size;

/// One value of a setup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Margin above.
    Top,
    /// Margin below.
    Bottom,
    /// Margin left.
    Left,
    /// Margin right.
    Right,
    /// Margins exchanged on even pages.
    Mirror,
    /// Size of the title.
    TitleSize,
    /// Size of the text.
    Size,
    /// From line to line.
    Pitch,
    /// Font of the title.
    TitleFace,
    /// Font of headings 一、.
    FirstFace,
    /// Font of headings （一）.
    SecondFace,
    /// Font of the text.
    TextFace,
    /// Title bold.
    BoldTitle,
    /// Headings 一、 bold.
    BoldFirst,
    /// Headings （一） bold.
    BoldSecond,
    /// Headings 1. bold.
    BoldThird,
    /// Font of digits.
    Digits,
    /// Place of the page number.
    Number,
    /// State printed on the first page.
    State,
}

/// A value of a setup with what it is a value of.
#[derive(Debug)]
pub enum Slot<'a> {
    /// In tenths of a millimetre.
    Length(&'a mut u16),
    /// In half points.
    Size(&'a mut u16),
    /// In twips.
    Pitch(&'a mut u16),
    /// The name of a font.
    Face(&'a mut String),
    /// Yes or no.
    Switch(&'a mut bool),
    /// The font of digits.
    Digits(&'a mut Digits),
    /// The place of the page number.
    Number(&'a mut PageNumber),
}

/// Why a value could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The first line does not say that this is a setup.
    Foreign,
    /// Written by a newer version of this program.
    Newer,
    /// No such value is known.
    Unknown,
    /// The words are no such value.
    Unreadable,
    /// Outside of the permitted range: the nearest one stands instead.
    OutOfRange,
}

/// The words of the text form for each [`PageNumber`].
const NUMBERS: [(&str, PageNumber); 3] =
    [("外侧", PageNumber::Outer), ("居中", PageNumber::Centre), ("无", PageNumber::None)];
/// The words of the text form for each [`Digits`].
const DIGITS: [(&str, Digits); 2] = [("Times New Roman", Digits::Latin), ("同正文", Digits::Text)];
/// The words of the text form for yes and no.
const SWITCH: [(&str, bool); 2] = [("是", true), ("否", false)];
const MILLIMETRES: [(&str, u32); 4] = [("毫米", 1), ("厘米", 10), ("mm", 1), ("cm", 10)];
const POINTS: [(&str, u32); 2] = [("磅", 1), ("pt", 1)];

impl Key {
    /// All of them, in the order of the text form, with the words that name them there.
    pub const ALL: [(Self, &'static str); 19] = [
        (Self::Top, "上边距"),
        (Self::Bottom, "下边距"),
        (Self::Left, "左边距"),
        (Self::Right, "右边距"),
        (Self::Mirror, "双面对称"),
        (Self::TitleSize, "标题字号"),
        (Self::Size, "正文字号"),
        (Self::Pitch, "行距"),
        (Self::TitleFace, "标题字体"),
        (Self::FirstFace, "一级标题字体"),
        (Self::SecondFace, "二级标题字体"),
        (Self::TextFace, "正文字体"),
        (Self::BoldTitle, "标题加粗"),
        (Self::BoldFirst, "一级标题加粗"),
        (Self::BoldSecond, "二级标题加粗"),
        (Self::BoldThird, "三级标题加粗"),
        (Self::Digits, "数字字体"),
        (Self::Number, "页码"),
        (Self::State, "首页标文稿状态"),
    ];

    /// Its name in the program.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Top => "top",
            Self::Bottom => "bottom",
            Self::Left => "left",
            Self::Right => "right",
            Self::Mirror => "mirror",
            Self::TitleSize => "title-size",
            Self::Size => "size",
            Self::Pitch => "pitch",
            Self::TitleFace => "title-face",
            Self::FirstFace => "first-face",
            Self::SecondFace => "second-face",
            Self::TextFace => "text-face",
            Self::BoldTitle => "bold-title",
            Self::BoldFirst => "bold-first",
            Self::BoldSecond => "bold-second",
            Self::BoldThird => "bold-third",
            Self::Digits => "digits",
            Self::Number => "number",
            Self::State => "state",
        }
    }

    /// What may stand there in the words of the text form, where that is one of a few words.
    #[must_use]
    pub fn choices(self) -> Vec<&'static str> {
        fn words<T>(words: &[(&'static str, T)]) -> Vec<&'static str> {
            words.iter().map(|(word, _)| *word).collect()
        }
        match self {
            Self::Digits => words(&DIGITS),
            Self::Number => words(&NUMBERS),
            Self::Mirror
            | Self::BoldTitle
            | Self::BoldFirst
            | Self::BoldSecond
            | Self::BoldThird
            | Self::State => words(&SWITCH),
            _ => Vec::new(),
        }
    }

    /// The key that those words name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(key, _)| *key)
    }
}

impl Setup {
    /// Where a value stands.
    pub fn slot(&mut self, key: Key) -> Slot<'_> {
        match key {
            Key::Top => Slot::Length(&mut self.top),
            Key::Bottom => Slot::Length(&mut self.bottom),
            Key::Left => Slot::Length(&mut self.left),
            Key::Right => Slot::Length(&mut self.right),
            Key::Mirror => Slot::Switch(&mut self.mirror),
            Key::TitleSize => Slot::Size(&mut self.title_size),
            Key::Size => Slot::Size(&mut self.size),
            Key::Pitch => Slot::Pitch(&mut self.pitch),
            Key::TitleFace => Slot::Face(&mut self.faces.title),
            Key::FirstFace => Slot::Face(&mut self.faces.first),
            Key::SecondFace => Slot::Face(&mut self.faces.second),
            Key::TextFace => Slot::Face(&mut self.faces.text),
            Key::BoldTitle => Slot::Switch(&mut self.bold_title),
            Key::BoldFirst => Slot::Switch(&mut self.bold_first),
            Key::BoldSecond => Slot::Switch(&mut self.bold_second),
            Key::BoldThird => Slot::Switch(&mut self.bold_third),
            Key::Digits => Slot::Digits(&mut self.digits),
            Key::Number => Slot::Number(&mut self.number),
            Key::State => Slot::Switch(&mut self.state),
        }
    }

    /// A value in the words of the text form: `37 毫米`, `三号`, `28.95 磅`, `是`.
    #[must_use]
    pub fn value(&self, key: Key) -> String {
        match self.clone().slot(key) {
            Slot::Length(tenths) => size::print(*tenths, 10) + " 毫米",
            Slot::Size(half) => {
                size::name(*half).map_or_else(|| size::print(*half, 2) + " 磅", str::to_owned)
            }
            Slot::Pitch(twips) => size::print(*twips, 20) + " 磅",
            Slot::Face(name) => std::mem::take(name),
            Slot::Switch(on) => word(&SWITCH, *on),
            Slot::Digits(digits) => word(&DIGITS, *digits),
            Slot::Number(number) => word(&NUMBERS, *number),
        }
    }

    /// Takes a value in the words of the text form, with any unit that fits or none; it may lie
    /// outside of the permitted range. Whether it could be read; if not, nothing changed.
    pub fn set(&mut self, key: Key, words: &str) -> bool {
        let words = words.trim();
        match self.slot(key) {
            Slot::Length(tenths) => put(tenths, size::read(words, &MILLIMETRES, 10)),
            Slot::Size(half) => put(half, size::named(words).or_else(|| size::read(words, &POINTS, 2))),
            Slot::Pitch(twips) => put(twips, size::read(words, &POINTS, 20)),
            Slot::Face(name) => {
                put(name, Some(super::model::font_name(words)).filter(|name| !name.is_empty()))
            }
            Slot::Switch(on) => put(on, meaning(&SWITCH, words)),
            Slot::Digits(digits) => put(digits, meaning(&DIGITS, words)),
            Slot::Number(number) => put(number, meaning(&NUMBERS, words)),
        }
    }
}

fn put<T>(place: &mut T, value: Option<T>) -> bool {
    value.map(|value| *place = value).is_some()
}

fn word<T: Copy + PartialEq>(words: &[(&str, T)], value: T) -> String {
    words.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word).to_owned()
}

fn meaning<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_read_as_it_is_printed() {
        let setup = Setup::default();
        for (key, name) in Key::ALL {
            let mut copy = setup.clone();
            assert!(copy.set(key, &setup.value(key)), "{name}");
            assert_eq!((copy, Key::named(name)), (setup.clone(), Some(key)));
        }
    }

    #[test]
    fn a_value_is_taken_as_people_write_it() {
        let mut setup = Setup::default();
        assert!(setup.set(Key::Top, "3.5cm") && setup.set(Key::Size, "四号") && setup.set(Key::Pitch, "28"));
        assert_eq!((setup.top, setup.size, setup.pitch), (350, 28, 560));
        assert!(
            !setup.set(Key::Mirror, "也许") && !setup.set(Key::TextFace, " ") && !setup.set(Key::Left, "宽")
        );
    }
}
