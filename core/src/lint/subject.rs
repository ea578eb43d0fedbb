//! What the rules look at: a report with the words of its paragraphs at hand.

use crate::report::{Paragraph, Report};

/// A report under the eyes of the proofreader.
#[derive(Debug)]
pub struct Subject<'a> {
    /// The report.
    pub report: &'a Report,
    /// The words of each of its paragraphs.
    pub texts: Vec<String>,
    /// The year that it reports on.
    pub year: Option<u16>,
}

impl<'a> Subject<'a> {
    /// Looks at `report`.
    #[must_use]
    pub fn of(report: &'a Report, year: Option<u16>) -> Self {
        Self { report, texts: report.paragraphs.iter().map(Paragraph::text).collect(), year }
    }

    /// The paragraphs with their index and words.
    pub fn paragraphs(&self) -> impl Iterator<Item = (usize, &'a Paragraph, &str)> {
        let paragraphs = self.report.paragraphs.iter().zip(&self.texts);
        paragraphs.enumerate().map(|(at, (paragraph, text))| (at, paragraph, text.as_str()))
    }
}
