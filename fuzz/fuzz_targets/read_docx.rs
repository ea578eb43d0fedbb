//! A Word file of any parts is read or refused: the text before the first NUL is the document,
//! then come styles, numbering and footnotes.
#![no_main]

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const PARTS: [&str; 4] = ["document", "styles", "numbering", "footnotes"];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let relation = |part: &&str| format!("<r Id=\"{part}\" Type=\"x/{part}\" Target=\"{part}.xml\"/>");
    let relations = format!("<r>{}</r>", PARTS[1..].iter().map(relation).collect::<String>());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, content: &[u8]| {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(name, options).and_then(|()| Ok(zip.write_all(content)?)).expect("in memory");
    };
    for (part, content) in PARTS.iter().zip(bytes.splitn(PARTS.len(), |byte| *byte == 0)) {
        add(&format!("word/{part}.xml"), content);
    }
    add("word/_rels/document.xml.rels", relations.as_bytes());
    let file = zip.finish().expect("in memory").into_inner();
    let _ = gaozhi_reader::reading("a.docx", &file, "file", "");
});
