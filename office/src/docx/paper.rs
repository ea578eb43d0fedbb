//! The paper: A4, margins, header and footer, and the lines of the setup, in twips (twentieths of a
//! point).

use gaozhi_core::setup::{PAPER, PageNumber, Setup};

use super::parts::{FOOTER_EVEN, FOOTER_FIRST, FOOTER_ODD, HEADER_FIRST};
use super::xml::Xml;

/// From the foot of the text to the foot of the page number: its dash stands 7 mm below the text
/// (GB/T 9704-2012 7.5).
const TO_NUMBER: u32 = 538;

/// The section: one for the whole report.
///
/// Lines only: each character gives up [`Setup::tighten`] so that 28 of 16 pt fill 156 mm. The
/// character grid of Word (`w:charSpace`) says the same, but LibreOffice sets each character over two
/// cells of it, and a grid and a spacing add up.
///
/// `is_marked` says whether the first page has a head of its own.
pub(super) fn section(xml: &mut Xml, setup: &Setup, is_marked: bool) {
    let number = |value: u32| value.to_string();
    xml.element("w:sectPr", &[], |xml| {
        if is_marked {
            xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", HEADER_FIRST)]);
        }
        if setup.number != PageNumber::None {
            if is_marked {
                xml.empty("w:footerReference", &[("w:type", "first"), ("r:id", FOOTER_FIRST)]);
            }
            xml.empty("w:footerReference", &[("w:type", "even"), ("r:id", FOOTER_EVEN)]);
            xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", FOOTER_ODD)]);
        }
        xml.empty("w:pgSz", &[("w:w", &number(PAPER.0)), ("w:h", &number(PAPER.1))]);
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", &number(setup.top_twips())),
                ("w:right", &number(setup.right_twips())),
                ("w:bottom", &number(setup.bottom_twips())),
                ("w:left", &number(setup.left_twips())),
                ("w:header", "851"),
                ("w:footer", &number(setup.bottom_twips().saturating_sub(TO_NUMBER).max(200))),
                ("w:gutter", "0"),
            ],
        );
        xml.empty("w:cols", &[("w:space", "425")]);
        if is_marked {
            xml.empty("w:titlePg", &[]);
        }
        xml.empty("w:docGrid", &[("w:type", "lines"), ("w:linePitch", &setup.pitch.to_string())]);
    });
}
