//! The file of a report with every kind of paragraph, part by part and byte by byte, so that a change of
//! the writer is seen in the change of a file. `GAOZHI_GOLDEN=1` writes the files anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::hostile::KINDS;
use crate::reading::parts;
use gaozhi_core::draft::Draft;
use gaozhi_core::field::FieldId;
use gaozhi_core::report::{Report, compose};
use gaozhi_core::template::parse;
use gaozhi_office::{Properties, write_docx};

const TEXT: &str = include_str!("../golden/report.txt");

/// A report in which every kind of paragraph stands, with blanks filled and open, and its state above.
pub(crate) fn every_kind() -> Report {
    let answers = BTreeMap::from([(FieldId::new("n"), "12".to_owned())]);
    Report { mark: "讨论稿".to_owned(), ..compose(&Draft::new(parse(TEXT).0, answers)) }
}

#[test]
fn every_kind_of_paragraph_is_written_as_before() {
    let report = every_kind();
    for kind in KINDS {
        let count = report.paragraphs.iter().filter(|paragraph| paragraph.kind == kind).count();
        assert!(count > 0, "no {kind:?} in golden/report.txt");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let properties = Properties { title: report.title(), draft: Some("{}".to_owned()) };
    let mut differing = Vec::new();
    for (path, text) in parts(&write_docx(&report, &properties)) {
        let file = folder.join(path.replace(['[', ']'], "").replace('/', "-"));
        // A tag a line. In a text > is escaped, so nothing else is broken.
        let lines = text.replace("><", ">\n<") + "\n";
        if std::env::var_os("GAOZHI_GOLDEN").is_some() {
            fs::write(&file, &lines).expect("a golden file");
        }
        let golden = fs::read_to_string(&file).unwrap_or_default();
        if golden != lines {
            let (at, (was, is)) = (1..)
                .zip(golden.lines().chain([""]).zip(lines.lines().chain([""])))
                .find(|(_, (a, b))| a != b)
                .unwrap_or_default();
            differing.push(format!("{path}, line {at}\n  was {was}\n  is  {is}"));
        }
    }
    assert!(
        differing.is_empty(),
        "{}\nIf that is meant: GAOZHI_GOLDEN=1 cargo test -p gaozhi-office golden",
        differing.join("\n")
    );
}
