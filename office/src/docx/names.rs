//! The names of the styles: the built-in ones of Word, which it knows by their names, so that an
//! office finds 标题 1 where it looks for it, the navigation pane works, and a face is changed in one
//! place. Says which paragraph wears which; how they look is in core's `report::style`.

use gaozhi_core::template::{BlockKind, Level};

/// The style of the page number.
pub(super) const FOOTER: &str = "Footer";
/// The style of a paragraph with a first-line indent; in a Chinese Word 正文缩进.
pub(super) const BODY: &str = "NormalIndent";

/// A style for paragraphs.
pub(super) struct Named {
    pub(super) id: &'static str,
    /// The name by which Word knows it, whatever language Word speaks.
    pub(super) name: &'static str,
    /// The paragraphs that look so.
    pub(super) kind: BlockKind,
    /// Where Word lists it.
    pub(super) priority: &'static str,
    /// Whether Word knows no such style by itself.
    pub(super) is_own: bool,
}

/// Every style but those of headings.
pub(super) static STYLES: [Named; 9] = [
    known(BODY, "Normal Indent", BlockKind::Body, "1"),
    known("Title", "Title", BlockKind::Title, "2"),
    known("Subtitle", "Subtitle", BlockKind::Byline, "3"),
    known("Salutation", "Salutation", BlockKind::Salutation, "4"),
    known("Signature", "Signature", BlockKind::Signature, "10"),
    known("Date", "Date", BlockKind::Date, "11"),
    own("AttachmentNote", "附件说明", BlockKind::Attachment, "12"),
    own("Remark", "附注", BlockKind::Remark, "13"),
    own("Annex", "附件", BlockKind::Annex, "14"),
];

/// A style that Word knows by its name.
const fn known(id: &'static str, name: &'static str, kind: BlockKind, priority: &'static str) -> Named {
    Named { id, name, kind, priority, is_own: false }
}

/// A style that Word has none for.
const fn own(id: &'static str, name: &'static str, kind: BlockKind, priority: &'static str) -> Named {
    Named { id, name, kind, priority, is_own: true }
}

/// The style of a heading: for a paragraph of its own, and for the head of a paragraph. Word keeps
/// the two alike.
pub(super) struct Heading {
    pub(super) level: Level,
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) head_id: &'static str,
    pub(super) head_name: &'static str,
    /// The level in the navigation pane, from 0.
    pub(super) outline: &'static str,
}

/// The headings, outermost first.
pub(super) static HEADINGS: [Heading; 4] = [
    Heading {
        level: Level::One,
        id: "Heading1",
        name: "heading 1",
        head_id: "Heading1Char",
        head_name: "标题 1 字符",
        outline: "0",
    },
    Heading {
        level: Level::Two,
        id: "Heading2",
        name: "heading 2",
        head_id: "Heading2Char",
        head_name: "标题 2 字符",
        outline: "1",
    },
    Heading {
        level: Level::Three,
        id: "Heading3",
        name: "heading 3",
        head_id: "Heading3Char",
        head_name: "标题 3 字符",
        outline: "2",
    },
    Heading {
        level: Level::Four,
        id: "Heading4",
        name: "heading 4",
        head_id: "Heading4Char",
        head_name: "标题 4 字符",
        outline: "3",
    },
];

/// The style of a heading that is a paragraph of its own.
pub(super) fn heading(level: Level) -> &'static str {
    HEADINGS[level.depth()].id
}

/// The style of the number and heading at the head of a paragraph.
pub(super) fn head(level: Level) -> &'static str {
    HEADINGS[level.depth()].head_id
}

/// The style of a paragraph that is not a heading of its own.
pub(super) fn paragraph(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Title => "Title",
        BlockKind::Byline => "Subtitle",
        BlockKind::Salutation => "Salutation",
        BlockKind::Item(_) | BlockKind::Body | BlockKind::Closing => BODY,
        BlockKind::Signature => "Signature",
        BlockKind::Date => "Date",
        BlockKind::Attachment => "AttachmentNote",
        BlockKind::Remark => "Remark",
        BlockKind::Annex => "Annex",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_heading_stands_at_its_level() {
        for (depth, (heading, level)) in HEADINGS.iter().zip(Level::ALL).enumerate() {
            assert_eq!((heading.level, heading.outline), (level, depth.to_string().as_str()));
        }
    }

    #[test]
    fn every_style_that_a_paragraph_names_is_written_for_it() {
        for named in &STYLES {
            assert_eq!(paragraph(named.kind), named.id);
        }
    }
}
