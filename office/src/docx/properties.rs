//! What the file says about itself: its title and the program that wrote it. Never who wrote it or
//! when: that is nobody's business but the writer's, and the same report shall give the same bytes.

use super::xml::Xml;

const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";
const EXTENDED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

/// What the file says besides the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Properties {
    /// The title of the report, as a file manager shows it.
    pub title: String,
    /// The draft that the file carries, as [`to_json`](gaozhi_core::draft::to_json) writes it; `None` for
    /// a file that holds the report and nothing else.
    pub draft: Option<String>,
}

pub(super) fn core(properties: &Properties) -> Vec<u8> {
    Xml::part("cp:coreProperties", &[("xmlns:cp", CORE), ("xmlns:dc", DUBLIN_CORE)], |xml| {
        xml.element("dc:title", &[], |xml| xml.text(&properties.title));
    })
}

pub(super) fn app() -> Vec<u8> {
    Xml::part("Properties", &[("xmlns", EXTENDED)], |xml| {
        xml.element("Application", &[], |xml| xml.text("Gaozhi"));
    })
}
