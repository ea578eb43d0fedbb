//! The file as a whole: what is in it, that each part is found, and that the same report gives the
//! same bytes.

use std::collections::BTreeMap;
use std::io::Cursor;

use crate::reading::{duty_report, parts, read};
use gaozhi_office::{CARRIED, Properties, write_docx};

fn docx() -> Vec<u8> {
    write_docx(&duty_report(), &Properties { title: "2026年度<述职>报告".to_owned(), draft: None })
}

/// The same with a draft inside.
fn carrying(draft: &str) -> Vec<u8> {
    write_docx(&duty_report(), &Properties { title: String::new(), draft: Some(draft.to_owned()) })
}

#[test]
fn the_list_of_types_comes_first_and_names_every_part() {
    let parts = parts(&docx());
    let types = read(&parts[0].1);
    assert_eq!((parts[0].0.as_str(), types.name.as_str()), ("[Content_Types].xml", "Types"));
    for (path, _) in &parts[1..] {
        let listed = types.children.iter().any(|entry| entry.attribute("PartName") == format!("/{path}"));
        assert!(listed || path.ends_with(".rels"), "{path}");
    }
    assert_eq!(types.all("Override").len(), 8);
}

#[test]
fn a_file_that_carries_its_draft_says_so_in_one_part_and_nowhere_else() {
    let json = "{\n\"format\": \"gaozhi-draft\",\n\"甲\": \"<&>\u{7f}\\n\"\n}\n";
    let all = parts(&carrying(json));
    let carried: BTreeMap<_, _> = all.iter().cloned().collect();
    let item = read(&carried["customXml/item1.xml"]);
    assert_eq!((item.name.as_str(), item.attribute("xmlns")), ("draft", CARRIED));
    let meant: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&item.text).expect("JSON"), meant);
    let types = read(&carried["[Content_Types].xml"]);
    let media = |path: &str| {
        let entry = types.children.iter().find(|entry| entry.attribute("PartName") == path).expect("listed");
        entry.attribute("ContentType").to_owned()
    };
    assert_eq!(media("/customXml/item1.xml"), "application/xml");
    assert!(media("/customXml/itemProps1.xml").ends_with("officedocument.customXmlProperties+xml"));
    let to = |path: &str, kind: &str| {
        let relations = read(&carried[path]).children;
        let found = relations.into_iter().find(|relation| relation.attribute("Type").ends_with(kind));
        found.expect("it").attribute("Target").to_owned()
    };
    assert_eq!(to("word/_rels/document.xml.rels", "/customXml"), "../customXml/item1.xml");
    assert_eq!(to("customXml/_rels/item1.xml.rels", "/customXmlProps"), "itemProps1.xml");
    let properties = read(&carried["customXml/itemProps1.xml"]);
    assert_eq!(properties.all("ds:schemaRef")[0].attribute("ds:uri"), CARRIED);
    // Without the draft no other part differs but the lists that name these.
    let bare: BTreeMap<_, _> =
        parts(&write_docx(&duty_report(), &Properties::default())).into_iter().collect();
    for (path, text) in &bare {
        let names_parts = path.starts_with('[') || path == "word/_rels/document.xml.rels";
        assert_eq!(*text == carried[path], !names_parts, "{path}");
    }
    assert_eq!((bare.len() + 3, carrying(json)), (all.len(), carrying(json)));
}

#[test]
fn every_relationship_leads_to_a_part() {
    let parts = parts(&docx());
    for (rels, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        let (_, text) = parts.iter().find(|(path, _)| path == rels).expect("the part");
        let mut ids = Vec::new();
        for relation in read(text).children {
            let target = format!("{folder}{}", relation.attribute("Target"));
            assert!(parts.iter().any(|(path, _)| *path == target), "{target}");
            ids.push(relation.attribute("Id").to_owned());
        }
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), if folder.is_empty() { 3 } else { 5 });
    }
}

#[test]
fn the_section_names_an_odd_and_an_even_footer() {
    let parts: BTreeMap<_, _> = parts(&docx()).into_iter().collect();
    let relations = read(&parts["word/_rels/document.xml.rels"]);
    for footer in read(&parts["word/document.xml"]).all("w:footerReference") {
        let id = footer.attribute("r:id");
        let target = relations.children.iter().find(|relation| relation.attribute("Id") == id).expect("it");
        let is_even = footer.attribute("w:type") == "even";
        let path = format!("word/{}", target.attribute("Target"));
        assert_eq!(read(&parts[&path]).all("w:jc")[0].attribute("w:val") == "left", is_even);
        let text: String = read(&parts[&path]).all("w:t").iter().map(|t| t.text.clone()).collect();
        assert_eq!(text, if is_even { "— 2 —" } else { "— 1 —" });
    }
    assert_eq!(read(&parts["word/settings.xml"]).all("w:evenAndOddHeaders").len(), 1);
}

#[test]
fn it_says_its_title_and_neither_author_nor_time() {
    let parts: BTreeMap<_, _> = parts(&docx()).into_iter().collect();
    let core = read(&parts["docProps/core.xml"]);
    let said: Vec<_> = core.children.iter().map(|child| (child.name.as_str(), child.text.as_str())).collect();
    assert_eq!(said, [("dc:title", "2026年度<述职>报告")]);
    let app = read(&parts["docProps/app.xml"]);
    assert_eq!(app.children.iter().map(|child| child.name.as_str()).collect::<Vec<_>>(), ["Application"]);
}

#[test]
fn the_same_report_gives_the_same_bytes_on_every_day() {
    let first = docx();
    assert_eq!(first, docx());
    let mut zip = zip::ZipArchive::new(Cursor::new(first)).expect("a zip");
    for index in 0..zip.len() {
        let file = zip.by_index(index).expect("an entry");
        assert_eq!(file.last_modified(), Some(zip::DateTime::default()));
        assert_eq!(file.compression(), zip::CompressionMethod::Deflated);
    }
}
