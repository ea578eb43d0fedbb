//! LibreOffice opens whatever the writer makes of reports that break writers.

use std::io::Write as _;
use std::path::Path;

use gaozhi_office::{Properties as About, write_docx};
use gaozhi_paper::{LibreOffice, Properties, rows};

#[path = "../../../office/tests/docx/hostile.rs"]
mod hostile;

/// Setting a longer one takes LibreOffice minutes; python-docx opens those, see `office/tests/docx`.
const MOST: usize = 5_001;

#[test]
fn libreoffice_opens_hostile_reports_and_finds_their_words() {
    let mut reports = hostile::reports();
    reports.retain(|(_, report)| {
        let chars = report.paragraphs.iter().map(|paragraph| paragraph.text().chars().count());
        chars.sum::<usize>() < 2 * MOST && report.paragraphs.len() < MOST
    });
    assert!(hostile::KINDS.len() < reports.len());
    let files: Vec<(String, Vec<u8>)> = (0..)
        .zip(&reports)
        .map(|(index, (_, report))| (format!("{index}"), write_docx(report, &About::default())))
        .collect();
    let office = LibreOffice::new(Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile"));
    let mut pages = 0;
    for ((name, report), pdf) in reports.iter().zip(office.pdfs(&files, Properties::AsImported)) {
        let found = rows(&pdf);
        pages += found.len();
        let found: String = found.concat().concat();
        // Marks, emoji and controls are drawn as each font can; the Chinese around them always is.
        for around in ["前", "后"] {
            let meant = report.paragraphs.iter().any(|paragraph| paragraph.text().contains(around));
            assert!(!meant || found.contains(around), "{name}: {around} is lost in {found}");
        }
    }
    let _ = writeln!(std::io::stderr(), "    {} hostile reports opened, {pages} pages", reports.len());
}
