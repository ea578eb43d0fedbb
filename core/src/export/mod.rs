//! Report → files. Each format is one function of the report; the table lists them all.
//! Knows nothing of rules and findings.

mod carry;
mod gb18030;
mod html;
mod markup;
mod md;
mod name;
mod page;
mod rich;
mod txt;

use crate::lang::Strings;
use crate::report::Report;

pub use carry::{carried, draft_html};
pub use gb18030::Gb18030;
pub use html::{Marks, Sheet, class, fragment, fragment_lines, html, value_id};
pub use markup::Markup;
pub use md::md;
pub use name::{draft_stem, file_stem, is_refused_in_names};
pub use page::{page_attributes, page_style};
pub use rich::rich;
pub use txt::{plain, txt};

/// What an exporter may know besides the report.
pub struct Context<'a> {
    /// The style sheet of the page (`style/report.css`), for formats that carry one.
    pub css: &'a str,
    /// The words of the interface language.
    pub strings: &'a Strings,
}

/// A way to take a report away as a file.
pub struct Format {
    /// The stable name, and the end of the file's name.
    pub id: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// Makes the bytes of the file.
    pub render: fn(&Report, &Context<'_>) -> Vec<u8>,
}

/// Every format of the report that is made here; `.docx` is made by the `office` crate, and a text in
/// GB18030 needs the browser's decoder, see [`Gb18030`]. Files of the draft itself are `.json`, made by the draft, and [`draft_html`].
pub static FORMATS: &[Format] = &[
    Format { id: "txt", media: "text/plain;charset=utf-8", render: |report, _| txt(report) },
    Format { id: "md", media: "text/markdown;charset=utf-8", render: |report, _| md(report).into_bytes() },
    Format {
        id: "html",
        media: "text/html;charset=utf-8",
        render: |report, context| html(report, context).into_bytes(),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_file() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/export");
        for format in FORMATS {
            assert!(folder.join(format!("{}.rs", format.id)).exists(), "{}", format.id);
        }
    }
}
