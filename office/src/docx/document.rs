//! `word/document.xml`: the paragraphs of the report and the page that they stand on.
//!
//! A heading that stands alone is a paragraph in a heading style and so stands in the navigation
//! pane and in a table of contents. A run-in heading is not: Word takes a paragraph into the pane as
//! a whole, and a pane full of whole paragraphs helps nobody. Its paragraph is body text, and its
//! head wears the character style that is the heading style's twin (`w:link`), so that an office
//! that changes the face of 标题 2 changes both. The style separator, Word's own way to a run-in
//! heading, is a hidden paragraph mark which other programs show as two paragraphs.

use gaozhi_core::report::{
    Grid, LINES, Paragraph, Part, Report, Run, indent_twips, keeps_next, lines, right,
};
use gaozhi_core::template::BlockKind;

use super::faces::WORD;
use super::names;
use super::paper::section;
use super::styles::hang;
use super::xml::Xml;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The document.
pub(super) fn document(report: &Report) -> Vec<u8> {
    let grid = Grid::of(&report.setup);
    Xml::part("w:document", &[("xmlns:w", WORD), ("xmlns:r", RELATIONS)], |xml| {
        xml.element("w:body", &[], |xml| {
            for index in 0..report.paragraphs.len() {
                write(xml, &report.paragraphs, index, &grid);
            }
            if report.paragraphs.is_empty() {
                xml.empty("w:p", &[]);
            }
            section(xml, &report.setup, !report.mark.is_empty());
        });
    })
}

/// One paragraph.
fn write(xml: &mut Xml, paragraphs: &[Paragraph], index: usize, grid: &Grid) {
    let Some(paragraph) = paragraphs.get(index) else { return };
    // More than a page of empty lines is a mistake of whoever composed the report.
    for _ in 0..paragraph.gap.min(LINES) {
        xml.element("w:p", &[], |xml| {
            if index > 0 && keeps_next(paragraphs, index - 1) {
                xml.element("w:pPr", &[], |xml| xml.empty("w:keepNext", &[]));
            }
        });
    }
    let (style, head) = worn(paragraph);
    xml.element("w:p", &[], |xml| {
        xml.element("w:pPr", &[], |xml| {
            xml.val("w:pStyle", style);
            if keeps_next(paragraphs, index) {
                // The date never stands alone, and not below a single line.
                xml.empty("w:keepNext", &[]);
                xml.empty("w:widowControl", &[]);
            }
            if let Some(right) = right(paragraphs, index) {
                // Hundredths of a character, and twips for those who do not know characters.
                let (chars, twips) = ((right * 50).to_string(), (right * grid.size / 2).to_string());
                xml.empty("w:ind", &[("w:rightChars", &chars), ("w:right", &twips)]);
            }
            if paragraph.kind == BlockKind::Attachment {
                hang(xml, indent_twips(paragraph, grid));
            }
        });
        let breaks = if paragraph.kind == BlockKind::Title { lines(paragraph, grid) } else { Vec::new() };
        let mut at = 0;
        for alike in paragraph.runs.chunk_by(|a, b| (a.part, a.open) == (b.part, b.open)) {
            let text: String = alike.iter().map(|run| run.text.as_str()).collect();
            let ends = breaks.iter().filter_map(|end| end.checked_sub(at)).filter(|end| *end < text.len());
            write_run(xml, alike, &with_breaks(&text, ends, at > 0), head);
            at += text.len();
        }
    });
}

/// A title with its lines broken as they were by sense: Word would break them anywhere. `begun` says
/// that words stand before `text`, so that a line may begin with it.
fn with_breaks(text: &str, starts: impl Iterator<Item = usize>, begun: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for start in starts.filter(|start| *start > 0 || begun) {
        out.push_str(text.get(from..start).unwrap_or_default());
        out.push('\n');
        from = start;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
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
fn write_run(xml: &mut Xml, alike: &[Run], text: &str, head: Option<&str>) {
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

/// A title has breaks; one that slipped into another run is kept as Word writes it.
fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
