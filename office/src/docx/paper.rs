//! The paper: A4, margins, header and footer, and the grid of 22 lines by 28 characters of
//! GB/T 9704-2012 5.1–5.2, in twips (twentieths of a point).

use super::parts::{FOOTER_EVEN, FOOTER_ODD};
use super::xml::Xml;

/// The line: 22 of them fill the 12756 twips of the text area, and 23 do not.
pub(super) const LINE: &str = "579";
/// What the grid takes from each character, in 4096ths of a point: 16 pt become 15.79 pt, so that
/// 28 characters fill the 8845 twips of the text area. Without it there are 27.
const CHAR_SPACE: &str = "-842";
/// A half character on that grid, in twips.
pub(super) const HALF_CELL: u32 = 158;
/// Two characters on that grid, in twips.
pub(super) const TWO_CELLS: &str = "632";

/// The section: one for the whole report.
pub(super) fn section(xml: &mut Xml) {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "even"), ("r:id", FOOTER_EVEN)]);
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", FOOTER_ODD)]);
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", "2098"),
                ("w:right", "1474"),
                ("w:bottom", "1984"),
                ("w:left", "1587"),
                ("w:header", "851"),
                ("w:footer", "1446"),
                ("w:gutter", "0"),
            ],
        );
        xml.empty("w:cols", &[("w:space", "425")]);
        xml.empty(
            "w:docGrid",
            &[("w:type", "linesAndChars"), ("w:linePitch", LINE), ("w:charSpace", CHAR_SPACE)],
        );
    });
}
