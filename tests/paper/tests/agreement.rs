//! The lines of the preview are those of the paper.

use std::io::Write as _;
use std::path::Path;

use gaozhi_core::report::{Grid, Setter};
use gaozhi_core::text::chars::width;
use gaozhi_office::{Properties as About, write_docx};
use gaozhi_paper::{Agreement, LibreOffice, Properties, agreement, drawn, rows, samples};

/// Our lines by LibreOffice's ways, which are few and written down there.
const GRID: Grid = Grid { setter: Setter::LibreOffice, ..Grid::STANDARD };

#[test]
fn libreoffice_sets_our_lines_and_pages_but_for_its_own_ways() {
    let samples = samples();
    let files: Vec<(String, Vec<u8>)> = samples
        .iter()
        .map(|sample| (sample.name.clone(), write_docx(&sample.report, &About::default())))
        .collect();
    let office = LibreOffice::new(Path::new(env!("CARGO_TARGET_TMPDIR")).join("paper"));
    for properties in [Properties::AsWritten, Properties::AsImported] {
        let (mut equal, mut lines, mut pages) = (0, 0, 0);
        let mut shown = Agreement::default();
        for (sample, pdf) in samples.iter().zip(office.pdfs(&files, properties)) {
            let (ours, theirs) = (drawn(&sample.report, &GRID), rows(&pdf));
            let found = agreement(&ours, &theirs);
            // The preview itself draws Word's lines.
            let preview = agreement(&drawn(&sample.report, &Grid::STANDARD), &theirs);
            shown.equal += preview.equal;
            shown.lines += preview.lines;
            say(&format!(
                "{properties:?} {}: {} of {} lines, {} and {} pages",
                sample.name,
                found.equal,
                found.lines,
                ours.len(),
                theirs.len()
            ));
            for (page, ours, theirs) in
                found.differing.iter().take(if properties == Properties::AsWritten { 6 } else { 0 })
            {
                say(&format!("  page {page}\n    ours   {ours}\n    theirs {theirs}"));
            }
            if properties == Properties::AsWritten {
                assert_eq!(ours.len(), theirs.len(), "pages of {}", sample.name);
            }
            (equal, lines, pages) = (equal + found.equal, lines + found.lines, pages + theirs.len());
        }
        say(&format!(
            "{properties:?}: {equal} of {lines} lines on {pages} pages, {:.2} %",
            share(equal, lines)
        ));
        say(&format!(
            "{properties:?}, the preview's own lines: {} of {}, {:.2} %",
            shown.equal,
            shown.lines,
            share(shown.equal, shown.lines)
        ));
        assert!(
            properties == Properties::AsImported || equal * 100 >= lines * 99,
            "{equal} of {lines} lines agree"
        );
    }
}

#[test]
fn a_full_page_has_22_lines_and_a_full_line_28_characters() {
    let samples = samples();
    let report = &samples.first().expect("the duty report").report;
    let docx = write_docx(report, &About::default());
    let office = LibreOffice::new(Path::new(env!("CARGO_TARGET_TMPDIR")).join("grid"));
    let pdfs = office.pdfs(&[("duty_report".to_owned(), docx)], Properties::AsWritten);
    let pages = rows(pdfs.first().expect("a PDF"));
    let (mut full, mut pushed) = (0, 0);
    for (number, page) in pages.iter().enumerate().take(pages.len() - 1) {
        // An empty line stands below the title.
        let expected = if number == 0 { 21 } else { 22 };
        assert_eq!(page.len(), expected, "page {}", number + 1);
        for pair in page.windows(2) {
            let is_han = pair[0].chars().all(|c| !c.is_ascii());
            let text = report
                .paragraphs
                .iter()
                .map(gaozhi_core::report::Paragraph::text)
                .find(|text| text.contains(&pair[0]));
            let goes_on = text.is_some_and(|text| !text.starts_with(&pair[0]) && !text.ends_with(&pair[0]));
            if is_han && goes_on {
                // A line ends a character early where the next would begin with a mark.
                let cells = width(&pair[0]) / 2;
                assert!(cells == 28 || cells == 27 || cells == 26, "{cells} characters: {}", pair[0]);
                full += usize::from(cells == 28);
                pushed += usize::from(cells < 28);
            }
        }
    }
    say(&format!("{} pages; {full} lines of 28 characters, {pushed} that end early for a mark", pages.len()));
    assert!(full > 4 * pushed);
}

/// A figure that shows also when the test passes.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "    {line}");
}

#[expect(clippy::cast_precision_loss, reason = "a figure for a person")]
fn share(equal: usize, lines: usize) -> f64 {
    equal as f64 * 100.0 / lines as f64
}
