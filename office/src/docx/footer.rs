//! What stands above and below the text of a page. The page number — 1 — of GB/T 9704-2012 7.5: 4号 half-width digits, at the outer edge, one
//! character from it, the dash 7 mm below the text area; or in the middle, as many offices have it.

use gaozhi_core::setup::{PageNumber, Setup};

use super::faces::WORD;
use super::names::FOOTER;
use super::xml::Xml;

/// Pages 1, 3, 5: on the right.
pub(super) fn odd(setup: &Setup) -> Vec<u8> {
    footer(setup, "right", &[("w:rightChars", "100"), ("w:right", "280")], "1")
}

/// Pages 2, 4, 6: on the left.
pub(super) fn even(setup: &Setup) -> Vec<u8> {
    footer(setup, "left", &[("w:leftChars", "100"), ("w:left", "280")], "2")
}

/// The head of the first page: what state the document is in, in the face of the first headings.
pub(super) fn mark(setup: &Setup, words: &str) -> Vec<u8> {
    Xml::part("w:hdr", &[("xmlns:w", WORD)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:r", &[], |xml| {
                xml.element("w:rPr", &[], |xml| {
                    let face = &setup.faces.first;
                    xml.empty("w:rFonts", &[("w:hint", "eastAsia"), ("w:eastAsia", face)]);
                });
                xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(words));
            });
        });
    })
}

fn footer(setup: &Setup, side: &str, blank: &[(&str, &str)], shown: &str) -> Vec<u8> {
    let is_centred = setup.number == PageNumber::Centre;
    Xml::part("w:ftr", &[("xmlns:w", WORD)], |xml| {
        xml.element("w:p", &[], |xml| {
            xml.element("w:pPr", &[], |xml| {
                xml.val("w:pStyle", FOOTER);
                if !is_centred {
                    xml.empty("w:ind", blank);
                }
                xml.val("w:jc", if is_centred { "center" } else { side });
            });
            text(xml, "— ");
            field(xml, shown);
            text(xml, " —");
        });
    })
}

/// A field is five runs: WPS shows none that is squeezed into one, and without the number that is
/// shown until Word counts, Word offers to repair the file.
fn field(xml: &mut Xml, shown: &str) {
    let mark = |xml: &mut Xml, kind| run(xml, |xml| xml.empty("w:fldChar", &[("w:fldCharType", kind)]));
    mark(xml, "begin");
    run(xml, |xml| {
        xml.element("w:instrText", &[("xml:space", "preserve")], |xml| xml.text(" PAGE "));
    });
    mark(xml, "separate");
    text(xml, shown);
    mark(xml, "end");
}

fn text(xml: &mut Xml, text: &str) {
    run(xml, |xml| xml.element("w:t", &[("xml:space", "preserve")], |xml| xml.text(text)));
}

fn run(xml: &mut Xml, content: impl FnOnce(&mut Xml)) {
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| xml.empty("w:rFonts", &[("w:hint", "eastAsia")]));
        content(xml);
    });
}
