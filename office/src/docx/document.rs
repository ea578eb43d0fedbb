//! `word/document.xml`: the paragraphs of the report and the page that they stand on.
//!
//! A heading that stands alone is a paragraph in a heading style and so stands in the navigation
//! pane and in a table of contents. A run-in heading is not: Word takes a paragraph into the pane as
//! a whole, and a pane full of whole paragraphs helps nobody. Its paragraph is body text, and its
//! head wears the character style that is the heading style's twin (`w:link`), so that an office
//! that changes the face of 标题 2 changes both. The style separator, Word's own way to a run-in
//! heading, is a hidden paragraph mark which other programs show as two paragraphs.

use gaozhi_core::report::{LINES, Paragraph, Part, Report, Run, indent, right};
use gaozhi_core::template::BlockKind;

use super::faces::WORD;
use super::names;
use super::paper::{HALF_CELL, section};
use super::styles::hang;
use super::xml::Xml;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The document.
pub(super) fn document(report: &Report) -> Vec<u8> {
    Xml::part("w:document", &[("xmlns:w", WORD), ("xmlns:r", RELATIONS)], |xml| {
        xml.element("w:body", &[], |xml| {
            for (index, paragraph) in report.paragraphs.iter().enumerate() {
                write(xml, paragraph, right(&report.paragraphs, index));
            }
            if report.paragraphs.is_empty() {
                xml.empty("w:p", &[]);
            }
            section(xml);
        });
    })
}

/// One paragraph; `right` is its distance from the right margin in half characters.
fn write(xml: &mut Xml, paragraph: &Paragraph, right: Option<u32>) {
    // More than a page of empty lines is a mistake of whoever composed the report.
    for _ in 0..paragraph.gap.min(LINES) {
        xml.empty("w:p", &[]);
    }
    let (style, head) = worn(paragraph);
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.val("w:pStyle", style);
            if let Some(right) = right {
                // Hundredths of a character, and twips for those who do not know characters.
                let (chars, twips) = ((right * 50).to_string(), (right * HALF_CELL).to_string());
                xml.empty("w:ind", &[("w:rightChars", &chars), ("w:right", &twips)]);
            }
            if paragraph.kind == BlockKind::Attachment {
                hang(xml, indent(paragraph));
            }
        });
        for alike in paragraph.runs.chunk_by(|a, b| (a.part, a.open) == (b.part, b.open)) {
            write_run(xml, alike, head);
        }
    });
}

/// The style of a paragraph, and of its head if that differs from the rest.
fn worn(paragraph: &Paragraph) -> (&'static str, Option<&'static str>) {
    let has = |part| paragraph.runs.iter().any(|run| run.part == part);
    match paragraph.kind {
        BlockKind::Item(level) if has(Part::Lead) && !has(Part::Text) => (names::heading(level), None),
        BlockKind::Item(level) => (names::paragraph(paragraph.kind), Some(names::head(level))),
        kind @ (BlockKind::Title
        | BlockKind::Byline
        | BlockKind::Salutation
        | BlockKind::Body
        | BlockKind::Closing
        | BlockKind::Signature
        | BlockKind::Date
        | BlockKind::Attachment
        | BlockKind::Remark
        | BlockKind::Annex) => (names::paragraph(kind), None),
    }
}

/// Runs of one look as one run. The hint makes “ ” — … take the Chinese face: without it they are
/// narrow.
fn write_run(xml: &mut Xml, alike: &[Run], head: Option<&str>) {
    let Some(first) = alike.first() else { return };
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            if let (Some(head), Part::Lead) = (head, first.part) {
                xml.val("w:rStyle", head);
            }
            xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
            if first.open {
                xml.val("w:highlight", "yellow");
            }
        });
        let text: String = alike.iter().map(|run| run.text.as_str()).collect();
        for (index, line) in text.split(is_break).enumerate() {
            if index > 0 {
                xml.empty("w:br", &[]);
            }
            for (index, piece) in line.split('\t').enumerate() {
                if index > 0 {
                    xml.empty("w:tab", &[]);
                }
                if !piece.is_empty() {
                    xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(piece));
                }
            }
        }
    });
}

/// A report has no breaks in its runs; one that slipped in is kept as Word writes it.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
