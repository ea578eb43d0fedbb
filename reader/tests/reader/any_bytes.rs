//! Whatever comes is read or refused.

use proptest::collection::vec;
use proptest::prelude::*;

use gaozhi_reader::{Opened, returned_of};

use crate::files::{TYPES, open_file, p, part, word, zip};

const NAMES: [&str; 5] = ["a.docx", "a.txt", "a.md", "a.html", "a.json"];

/// Reads it as a template, and as a report that came back.
fn look(name: &str, bytes: &[u8]) {
    let (opened, returned) = (open_file(name, bytes), returned_of(name, bytes));
    // Where there is a draft there may be no words.
    if let Ok(Opened::Source(_)) = opened {
        assert!(returned.is_ok(), "{returned:?}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..400), name in 0..NAMES.len()) {
        look(NAMES[name], &bytes);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[\\PC\n]{0,200}", name in 0..NAMES.len()) {
        look(NAMES[name], text.as_bytes());
    }

    #[test]
    fn any_markup_is_read_or_refused(text in "(<|>|/|!|\\?|'|\"|=| |p|u|td|ol|li|--|\\[CDATA\\[|\\]\\]>|甲|&#60;|&amp;|style='display:none'){0,60}") {
        look("a.html", text.as_bytes());
        look("a.docx", &zip(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", text.as_bytes())]));
    }

    #[test]
    fn any_elements_are_read(names in vec(0..ELEMENTS.len(), 0..40)) {
        let mut body = String::new();
        for name in &names { body += &format!("<w:{}>", ELEMENTS[*name]); }
        body += "<w:r><w:t>甲</w:t></w:r>";
        for name in names.iter().rev() {
            body += &format!("</w:{}>", ELEMENTS[*name].split(' ').next().unwrap_or_default());
        }
        look("a.docx", &word(&[&body, &p("乙")].map(String::as_str).concat(), &[]));
    }

    #[test]
    fn a_word_file_with_changed_bytes_is_read_or_refused(changes in vec((any::<usize>(), any::<u8>()), 1..8)) {
        let mut bytes = word(&p("讲课X次"), &[("styles", ""), ("numbering", "")]);
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        look("a.docx", &bytes);
    }

    #[test]
    fn a_document_with_changed_characters_is_read_or_refused(changes in vec((any::<usize>(), any::<char>()), 1..8)) {
        let mut document: Vec<char> = part("document", &format!("<w:body>{}</w:body>", p("讲课X次"))).chars().collect();
        for (at, c) in changes {
            let at = at % document.len();
            document[at] = c;
        }
        let document: String = document.into_iter().collect();
        look("a.docx", &zip(&[("[Content_Types].xml", TYPES.as_bytes()), ("word/document.xml", document.as_bytes())]));
    }
}

const ELEMENTS: [&str; 22] = [
    "p",
    "r",
    "sdt",
    "sdtContent",
    "sdtPr",
    "tbl",
    "tr",
    "tc",
    "fldSimple w:instr=\"FORMDROPDOWN\"",
    "fldSimple w:instr=\"PAGE\"",
    "fldChar w:fldCharType=\"begin\"",
    "fldChar w:fldCharType=\"separate\"",
    "fldChar w:fldCharType=\"end\"",
    "txbxContent",
    "pict",
    "AlternateContent",
    "Choice",
    "pPr",
    "rPr",
    "u",
    "br",
    "showingPlcHdr",
];
