//! A report → the bytes of a .docx: the page of GB/T 9704-2012 in WordprocessingML.
//!
//! Every element stands where the schema of ECMA-376 wants it (`tests/docx/schema_order.rs` holds the
//! writer to that): Word forgives a wrong order now and then, WPS and strict readers do not.

mod carried;
mod document;
mod faces;
mod footer;
mod names;
mod package;
mod paper;
mod parts;
mod properties;
mod settings;
mod styles;
mod xml;

use gaozhi_core::report::Report;

pub use carried::CARRIED;
pub use properties::Properties;

/// Writes a report as a .docx, on the page of its setup. The same report gives the same bytes, always: no clock, no names, no
/// random ids.
///
/// Total. The bytes are empty only if the file would grow beyond the 4 GiB of a plain zip.
#[must_use]
pub fn write_docx(report: &Report, properties: &Properties) -> Vec<u8> {
    package::zip(&parts::parts(report, properties))
}
