//! The parts of a .docx: where each lies, what it is, and who writes it. A table.

use gaozhi_core::report::Report;

use super::package::{Owner, Part};
use super::{Properties, carried, document, faces, footer, properties, settings, styles};

/// The names under which the document points to its footers.
pub(super) const FOOTER_ODD: &str = "rId4";
/// See [`FOOTER_ODD`].
pub(super) const FOOTER_EVEN: &str = "rId5";

/// The names under which it points to the foot and the head of the first page, where that is marked.
pub(super) const FOOTER_FIRST: &str = "rId7";
/// See [`FOOTER_FIRST`].
pub(super) const HEADER_FIRST: &str = "rId8";

const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const OFFICE: &str = "application/vnd.openxmlformats-officedocument.";
const PACKAGE: &str = "application/vnd.openxmlformats-package.";
const TO_OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const TO_PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";

/// All parts, in the order in which they are written.
pub(super) fn parts(report: &Report, title: &Properties) -> Vec<Part> {
    let setup = &report.setup;
    use Owner::{Document, Draft, Package};
    let part = |path, (kind, media), (owner, id), (family, relation), content| Part {
        path,
        media: format!("{kind}{media}+xml"),
        owner,
        id,
        relation: format!("{family}{relation}"),
        content,
    };
    let mut parts = vec![
        part(
            "word/document.xml",
            (WORD, "document.main"),
            (Package, "rId1"),
            (TO_OFFICE, "officeDocument"),
            document::document(report),
        ),
        part(
            "word/styles.xml",
            (WORD, "styles"),
            (Document, "rId1"),
            (TO_OFFICE, "styles"),
            styles::styles(setup),
        ),
        part(
            "word/settings.xml",
            (WORD, "settings"),
            (Document, "rId2"),
            (TO_OFFICE, "settings"),
            settings::settings(setup),
        ),
        part(
            "word/fontTable.xml",
            (WORD, "fontTable"),
            (Document, "rId3"),
            (TO_OFFICE, "fontTable"),
            faces::table(setup),
        ),
        part(
            "word/footer1.xml",
            (WORD, "footer"),
            (Document, FOOTER_ODD),
            (TO_OFFICE, "footer"),
            footer::odd(setup),
        ),
        part(
            "word/footer2.xml",
            (WORD, "footer"),
            (Document, FOOTER_EVEN),
            (TO_OFFICE, "footer"),
            footer::even(setup),
        ),
        part(
            "docProps/core.xml",
            (PACKAGE, "core-properties"),
            (Package, "rId2"),
            (TO_PACKAGE, "core-properties"),
            properties::core(title),
        ),
        part(
            "docProps/app.xml",
            (OFFICE, "extended-properties"),
            (Package, "rId3"),
            (TO_OFFICE, "extended-properties"),
            properties::app(),
        ),
    ];
    if !report.mark.is_empty() {
        parts.push(part(
            "word/footer3.xml",
            (WORD, "footer"),
            (Document, FOOTER_FIRST),
            (TO_OFFICE, "footer"),
            footer::odd(setup),
        ));
        parts.push(part(
            "word/header1.xml",
            (WORD, "header"),
            (Document, HEADER_FIRST),
            (TO_OFFICE, "header"),
            footer::mark(setup, &report.mark),
        ));
    }
    if let Some(draft) = &title.draft {
        parts.push(Part {
            // As every part whose type is told by its ending alone.
            media: "application/xml".to_owned(),
            ..part(
                "customXml/item1.xml",
                ("", ""),
                (Document, "rId6"),
                (TO_OFFICE, "customXml"),
                carried::item(draft),
            )
        });
        parts.push(part(
            "customXml/itemProps1.xml",
            (OFFICE, "customXmlProperties"),
            (Draft, "rId1"),
            (TO_OFFICE, "customXmlProps"),
            carried::properties(),
        ));
    }
    parts
}
