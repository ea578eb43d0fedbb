//! Reads a .docx back, as far as the tests ask, with another half of the same two crates: the zip
//! reader and the XML reader. Panics on whatever is not well-formed.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use gaozhi_core::draft::Draft;
use gaozhi_core::report::{Report, compose};
use gaozhi_core::template::parse;
use gaozhi_office::{Properties, write_docx};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The built-in report, with nothing filled in.
pub(crate) fn duty_report() -> Report {
    const TEXT: &str = include_str!("../../../core/templates/duty_report.txt");
    compose(&Draft::new(parse(TEXT).0, BTreeMap::new()))
}

/// The parts of a file in the order in which they lie there.
pub(crate) fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip");
    (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).expect("an entry");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("UTF-8");
            (file.name().expect("a name").into_owned(), text)
        })
        .collect()
}

/// One part of the file of a report.
pub(crate) fn part(report: &Report, path: &str) -> String {
    let docx = write_docx(report, &Properties { title: report.title(), draft: None });
    let (_, text) = parts(&docx).into_iter().find(|(name, _)| name == path).expect("the part");
    text
}

/// An element with what is in it.
#[derive(Debug, Default)]
pub(crate) struct Element {
    pub(crate) name: String,
    pub(crate) attributes: BTreeMap<String, String>,
    pub(crate) children: Vec<Element>,
    pub(crate) text: String,
}

impl Element {
    /// The first child of that name.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The attribute of that name, or nothing.
    pub(crate) fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// `w:val` of a child.
    pub(crate) fn val(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| child.attribute("w:val"))
    }

    /// Calls `look` with this element and all below it.
    pub(crate) fn walk<'a>(&'a self, look: &mut impl FnMut(&'a Self)) {
        look(self);
        for child in &self.children {
            child.walk(look);
        }
    }

    /// All elements of that name.
    pub(crate) fn all(&self, name: &str) -> Vec<&Self> {
        let mut found = Vec::new();
        self.walk(&mut |element| {
            if element.name == name {
                found.push(element);
            }
        });
        found
    }
}

/// The root of a part.
pub(crate) fn read(xml: &str) -> Element {
    assert!(xml.chars().all(is_xml_char), "a character that XML does not know");
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => open.push(element(&start)),
            Event::Empty(empty) => {
                let empty = element(&empty);
                open.last_mut().expect("a parent").children.push(empty);
            }
            Event::End(_) => {
                let closed = open.pop().expect("a start");
                open.last_mut().expect("a parent").children.push(closed);
            }
            Event::Text(text) => {
                open.last_mut().expect("a parent").text.push_str(&text.xml10_content());
            }
            Event::GeneralRef(reference) => {
                let name = format!("&{};", reference.xml10_content());
                let text = quick_xml::escape::unescape(&name).expect("a known entity").into_owned();
                open.last_mut().expect("a parent").text.push_str(&text);
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            event @ (Event::CData(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_)) => {
                panic!("nobody wrote {event:?}")
            }
        }
    }
    assert_eq!(open.len(), 1, "an element was left open");
    let mut document = open.remove(0);
    assert_eq!((document.children.len(), document.text.as_str()), (1, ""));
    document.children.remove(0)
}

fn element(start: &BytesStart) -> Element {
    let attributes: Vec<(String, String)> = start
        .attributes()
        .map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let value = quick_xml::escape::unescape(&attribute.value).expect("a value").into_owned();
            (attribute.key.as_ref().to_owned(), value)
        })
        .collect();
    let count = attributes.len();
    let attributes: BTreeMap<_, _> = attributes.into_iter().collect();
    assert_eq!(attributes.len(), count, "an attribute stands twice");
    Element { name: start.name().as_ref().to_owned(), attributes, ..Element::default() }
}

/// Production 2 of XML 1.0.
fn is_xml_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
