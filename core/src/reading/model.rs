//! What was read.

use crate::field::FieldId;
use crate::template::Template;

/// The convention that a blank follows (the names are those of the conformance data).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// X, XX, ××, ＸＸ
    XRun,
    /// 20XX, 201×, XXXX before 年
    Year,
    /// X before 月, or the second part of a date
    Month,
    /// X before 日, or the third part of a date
    Day,
    /// the serial of a document number: 〔20XX〕XX号
    DocNo,
    /// Y次, N次
    Letter,
    /// X.X, xx0.9
    NumberMask,
    /// XXXX-XXXXXXX
    Tel,
    /// xx@email.com
    Email,
    /// ____
    Underscore,
    /// **镇
    Star,
    /// 某某镇
    Mou,
    /// ○○
    Circle,
    /// {{name}}, [会议名称], «姓名»
    Delim,
    /// （  ）, “ ”, label：
    Blank,
    /// 年 月 日 with gaps
    BlankDate,
    /// □□, △△
    Square,
    /// ……
    Ellipsis,
    /// 上午/下午
    Choice,
    /// declared by the file itself
    Given,
}

impl Class {
    /// Every convention.
    pub const ALL: [Self; 20] = [
        Self::XRun,
        Self::Year,
        Self::Month,
        Self::Day,
        Self::DocNo,
        Self::Letter,
        Self::NumberMask,
        Self::Tel,
        Self::Email,
        Self::Underscore,
        Self::Star,
        Self::Mou,
        Self::Circle,
        Self::Delim,
        Self::Blank,
        Self::BlankDate,
        Self::Square,
        Self::Ellipsis,
        Self::Choice,
        Self::Given,
    ];

    /// The stable English name, that of the conformance data.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::XRun => "x-run",
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::DocNo => "docno",
            Self::Letter => "letter",
            Self::NumberMask => "number-mask",
            Self::Tel => "tel",
            Self::Email => "email",
            Self::Underscore => "underscore",
            Self::Star => "star",
            Self::Mou => "mou",
            Self::Circle => "circle",
            Self::Delim => "delim",
            Self::Blank => "blank",
            Self::BlankDate => "blank-date",
            Self::Square => "square",
            Self::Ellipsis => "ellipsis",
            Self::Choice => "choice",
            Self::Given => "given",
        }
    }

    /// The convention of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.id() == id)
    }
}

/// A blank that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where its mark begins in [`Reading::text`], in code points.
    pub start: usize,
    /// The mark as it stands there.
    pub literal: String,
    /// Up to six characters of the same line before it.
    pub before: String,
    /// Up to six characters of the same line after it.
    pub after: String,
    /// The convention that it follows.
    pub class: Class,
    /// Certain, or only a suggestion.
    pub certain: bool,
    /// The field of [`Reading::template`] in whose blank it stands. The parts of one date share
    /// one; otherwise each has its own.
    pub field: FieldId,
    /// The earlier field that it is proposed to be the same as: the same year, the same 单位.
    pub same: Option<FieldId>,
}

/// A heading that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 4 as printed (一、 （一） 1. （1）); 5 for ①, which is none of the standard's levels and stays
    /// in the text.
    pub level: u8,
    /// Its words, without number; a run-in heading without its 。
    pub title: String,
    /// Where its number begins in [`Reading::text`], in code points.
    pub start: usize,
}

/// A kind of repair, so that a person can take all repairs of that kind back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RepairKind {
    /// &nbsp; and the like were decoded.
    Entities,
    /// Characters without width were taken out.
    Invisible,
    /// Blanks around lines were taken off.
    Indent,
    /// Lines that are only a blank's mark were joined to their neighbours.
    Glue,
    /// Lines broken at a fixed width were joined.
    Wrap,
    /// Lines that are only a page number were taken out.
    PageNumber,
    /// Pinyin after characters.
    Pinyin,
    /// Lines that come from a web page (推荐, 免责声明) or hold only signs.
    Residue,
    /// An outline before the title that says the headings a second time.
    Outline,
    /// A document in one line was cut before its headings.
    Flattened,
    /// Numbers of headings that did not count up were set right.
    Renumbered,
}

impl RepairKind {
    /// Every kind, in the order in which they are made.
    pub const ALL: [Self; 11] = [
        Self::Entities,
        Self::Invisible,
        Self::Indent,
        Self::PageNumber,
        Self::Glue,
        Self::Wrap,
        Self::Flattened,
        Self::Residue,
        Self::Outline,
        Self::Pinyin,
        Self::Renumbered,
    ];

    /// The stable English name.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Entities => "entities",
            Self::Invisible => "invisible",
            Self::Indent => "indent",
            Self::Glue => "glue",
            Self::Wrap => "wrap",
            Self::PageNumber => "page-number",
            Self::Pinyin => "pinyin",
            Self::Residue => "residue",
            Self::Outline => "outline",
            Self::Flattened => "flattened",
            Self::Renumbered => "renumbered",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Whether it is made unless the person says otherwise; the others are only offered.
    #[must_use]
    pub fn is_usual(self) -> bool {
        !matches!(self, Self::Pinyin | Self::Residue)
    }
}

/// A repair that was made, or, where `made` is false, one that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// What kind.
    pub kind: RepairKind,
    /// How many places.
    pub count: usize,
    /// The first of them as it stood, cut to thirty characters.
    pub sample: String,
    /// Whether it was made.
    pub made: bool,
}

/// What was read out of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The repaired text, a line a paragraph.
    pub text: String,
    /// The blanks, in order.
    pub found: Vec<Found>,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// What was repaired, and what is offered.
    pub repairs: Vec<Repair>,
    /// Whether it shows that it was once decoded wrongly.
    pub garbled: bool,
    /// The template: every blank that was found has a field and stands in it, certain or not. Its
    /// fields carry kind, unit, label and, as mark, the literal.
    pub template: Template,
}
