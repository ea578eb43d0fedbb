//! The duty report as a Word file gives the lines of its text.

use std::fmt::Write;

use std::collections::BTreeMap;

use gaozhi_core::draft::Draft;
use gaozhi_core::export::plain;
use gaozhi_core::reading::{Source, read};
use gaozhi_core::report::compose;
use gaozhi_core::template::parse;
use gaozhi_office::{Properties, write_docx};

use crate::files::{lines, word};

const SEED: &str = include_str!("../../../tests/cases/seed.txt");

fn seed_lines() -> Vec<&'static str> {
    SEED.lines()
        .map(|line| line.trim_matches([' ', '\u{a0}', '\u{3000}']))
        .filter(|line| !line.is_empty())
        .collect()
}

/// A run for every seven characters: Word cuts the words of a paragraph anywhere.
fn runs(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(7).fold(String::new(), |mut out, piece| {
        let piece: String = piece.iter().collect();
        let _ = write!(
            out,
            "<w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t xml:space=\"preserve\">{piece}</w:t></w:r>"
        );
        out
    })
}

#[test]
fn typed_numbers_stay() {
    let body: String = seed_lines().iter().map(|line| format!("<w:p>{}</w:p>", runs(line))).collect();
    let lines = lines(&word(&body, &[]));
    assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), seed_lines());
}

#[test]
fn automatic_numbers_are_written_out() {
    let level = |at: usize, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>\
            <w:suff w:val=\"nothing\"/><w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:abstractNum w:abstractNumId=\"4\">{}{}</w:abstractNum><w:num w:numId=\"2\"><w:abstractNumId w:val=\"4\"/></w:num>",
        level(0, "%1、"),
        level(1, "（%2）")
    );
    let mut body = String::new();
    for line in seed_lines() {
        let bare = line.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
        let (level, words) =
            match (bare.strip_prefix('、'), line.strip_prefix('（').and_then(|l| l.split_once('）'))) {
                (Some(words), _) if bare.len() < line.len() => (Some(0), words),
                (_, Some((_, words))) => (Some(1), words),
                _ => (None, line),
            };
        let numbered = level.map_or(String::new(), |level| {
            format!("<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>")
        });
        body += &format!("<w:p>{numbered}{}</w:p>", runs(words));
    }
    let lines = lines(&word(&body, &[("numbering", &numbering)]));
    assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), seed_lines());
    let (file, text) = (read(&Source { lines }, &[]), read(&Source::from_text(SEED), &[]));
    assert_eq!((file.found.len(), file.headings.len()), (33, 3 + 14));
    assert_eq!((&file.text, &file.found, &file.headings), (&text.text, &text.found, &text.headings));
    assert_eq!(file.template, text.template);
}

#[test]
fn a_report_that_was_exported_reads_back() {
    const TEMPLATE: &str = include_str!("../../../core/templates/duty_report.txt");
    let report = compose(&Draft::new(parse(TEMPLATE).0, BTreeMap::new()));
    let lines = lines(&write_docx(&report, &Properties { title: report.title(), draft: None }));
    let text = plain(&report);
    let expected: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(), expected);
}
