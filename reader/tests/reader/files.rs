//! Makes Word files: a zip of parts, the document out of its body.

use std::io::{Cursor, Write};

use gaozhi_core::reading::{Line, Refusal, Source};
use gaozhi_reader::{Opened, Way, open};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub(crate) const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";

const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
    xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" xmlns:v=\"urn:v\" xmlns:wps=\"urn:wps\"";

/// A zip of these parts.
pub(crate) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(*name, options).expect("a new file");
        zip.write_all(content).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}

/// A part with this root and content.
pub(crate) fn part(root: &str, content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:{root} {NAMESPACES}>{content}</w:{root}>"
    )
}

/// A Word file: the content of its body and of other parts (`styles`, `numbering`, …), each in a
/// relation of its name, with the name as id; `customXml` is the part itself.
pub(crate) fn word(body: &str, others: &[(&str, &str)]) -> Vec<u8> {
    let document = part("document", &format!("<w:body>{body}</w:body>"));
    let relation = |id: &str, kind: &str, to: &str| {
        format!("<Relationship Id=\"{id}\" Type=\"{RELATION}{kind}\" Target=\"{to}\"/>")
    };
    let relations = |inside: String| format!("<Relationships xmlns=\"urn:x\">{inside}</Relationships>");
    let main = relations(relation("rId1", "officeDocument", "word/document.xml"));
    let own =
        relations(others.iter().map(|(kind, _)| relation(kind, kind, &format!("{kind}.xml"))).collect());
    let root = |kind: &str| match kind {
        "header" => "hdr".to_owned(),
        "footer" => "ftr".to_owned(),
        _ => kind.to_owned(),
    };
    let others: Vec<(String, String)> = others
        .iter()
        .map(|(kind, content)| {
            let is_whole = *kind == "customXml";
            let text = if is_whole { (*content).to_owned() } else { part(&root(kind), content) };
            (format!("word/{kind}.xml"), text)
        })
        .collect();
    let mut parts = vec![
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", main.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", own.as_bytes()),
    ];
    parts.extend(others.iter().map(|(name, content)| (name.as_str(), content.as_bytes())));
    zip(&parts)
}

pub(crate) fn open_file(name: &str, bytes: &[u8]) -> Result<Opened, Refusal> {
    let gb18030 = |bytes: &[u8]| Some(encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned());
    open(name, bytes, Way::File, &gb18030)
}

/// The lines of a Word file.
#[track_caller]
pub(crate) fn lines(bytes: &[u8]) -> Vec<Line> {
    match open_file("a.docx", bytes) {
        Ok(Opened::Source(Source { lines })) => lines,
        other => panic!("{other:?}"),
    }
}

/// The texts of the lines of a Word file with this body.
#[track_caller]
pub(crate) fn texts(body: &str, others: &[(&str, &str)]) -> Vec<String> {
    lines(&word(body, others)).into_iter().map(|line| line.text).collect()
}

/// A paragraph of one run.
pub(crate) fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}
