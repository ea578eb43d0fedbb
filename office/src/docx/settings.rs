//! `word/settings.xml`: what holds for the whole document and stands in no style.

use gaozhi_core::setup::Setup;

use super::faces::WORD;
use super::xml::Xml;

/// What a Word set up for Chinese writes for itself: how spaces, backslashes and lines beside
/// Chinese characters behave.
const CHINESE: [&str; 7] = [
    "w:spaceForUL",
    "w:balanceSingleByteDoubleByteWidth",
    "w:doNotLeaveBackslashAlone",
    "w:ulTrailSpace",
    "w:doNotExpandShiftReturn",
    "w:adjustLineHeightInTable",
    "w:useFELayout",
];

/// The settings.
pub(super) fn settings(setup: &Setup) -> Vec<u8> {
    Xml::part("w:settings", &[("xmlns:w", WORD)], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        if setup.mirror {
            xml.empty("w:mirrorMargins", &[]);
        }
        xml.empty("w:bordersDoNotSurroundHeader", &[]);
        xml.empty("w:bordersDoNotSurroundFooter", &[]);
        xml.val("w:defaultTabStop", "420");
        xml.empty("w:evenAndOddHeaders", &[]);
        // Squeezed marks would bring a 29th character into a line, in each program another.
        xml.val("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            for name in CHINESE {
                xml.empty(name, &[]);
            }
            // Without it Word shows the file in the compatibility mode of 2007.
            xml.empty(
                "w:compatSetting",
                &[
                    ("w:name", "compatibilityMode"),
                    ("w:uri", "http://schemas.microsoft.com/office/word"),
                    ("w:val", "15"),
                ],
            );
        });
        xml.empty("w:themeFontLang", &[("w:val", "en-US"), ("w:eastAsia", "zh-CN")]);
        xml.val("w:decimalSymbol", ".");
        xml.val("w:listSeparator", ",");
    })
}
