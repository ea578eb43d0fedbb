//! How each kind of paragraph stands on the page: GB/T 9704-2012 clause 7.3 as data, for the
//! preview, the print, the HTML export and the Word file alike.

use super::Part;
use crate::template::{BlockKind, Level};

/// Characters in a line of body text (GB/T 9704-2012 5.2.3).
pub const CELLS: u32 = 28;
/// Lines on a page (GB/T 9704-2012 5.2.3).
pub const LINES: u32 = 22;

/// The typefaces that an office uses. Named, never shipped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Face {
    /// 小标宋, for the title.
    XiaoBiaoSong,
    /// 黑体, for level one and the label of an attached text.
    HeiTi,
    /// 楷体, for level two and the lines under the title.
    KaiTi,
    /// 仿宋, for all the rest.
    FangSong,
}

/// Where a paragraph stands between the margins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// In the middle.
    Centre,
    /// Filled lines, the first indented by two characters.
    Indented,
    /// Filled lines from the left margin.
    Flush,
    /// Filled lines, each name below the one above it (7.3.4).
    Hanging,
    /// To the right, by the rule of the signature block (7.3.5.2).
    Signature,
}

/// Faces, size and place of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Style {
    /// The face of number and heading.
    pub lead: Face,
    /// The face of the text.
    pub text: Face,
    /// The size in half points: 44 is 2号, 32 is 3号.
    pub half_points: u32,
    /// Where it stands.
    pub align: Align,
}

impl Style {
    /// The face of one half.
    #[must_use]
    pub fn face(&self, part: Part) -> Face {
        match part {
            Part::Lead => self.lead,
            Part::Text => self.text,
        }
    }
}

/// The style of a kind of paragraph.
#[must_use]
pub fn style(kind: BlockKind) -> Style {
    use Face::{FangSong, HeiTi, KaiTi, XiaoBiaoSong};
    let (lead, text, half_points, align) = match kind {
        BlockKind::Title => (XiaoBiaoSong, XiaoBiaoSong, 44, Align::Centre),
        BlockKind::Byline => (KaiTi, KaiTi, 32, Align::Centre),
        BlockKind::Salutation => (FangSong, FangSong, 32, Align::Flush),
        BlockKind::Item(Level::One) => (HeiTi, FangSong, 32, Align::Indented),
        BlockKind::Item(Level::Two) => (KaiTi, FangSong, 32, Align::Indented),
        BlockKind::Item(Level::Three | Level::Four)
        | BlockKind::Body
        | BlockKind::Closing
        | BlockKind::Remark => (FangSong, FangSong, 32, Align::Indented),
        BlockKind::Signature | BlockKind::Date => (FangSong, FangSong, 32, Align::Signature),
        BlockKind::Attachment => (FangSong, FangSong, 32, Align::Hanging),
        BlockKind::Annex => (HeiTi, HeiTi, 32, Align::Flush),
    };
    Style { lead, text, half_points, align }
}
