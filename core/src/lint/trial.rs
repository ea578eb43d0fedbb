//! What the tests of the rules have in common: reports out of a few words.

use super::{Finding, RULES, Subject};
use crate::draft::BlockId;
use crate::field::FieldId;
use crate::report::{Origin, Paragraph, Part, Report, Run};
use crate::template::BlockKind;

/// A report of paragraphs without fields.
pub(super) fn report(paragraphs: &[(BlockKind, &str)]) -> Report {
    let paragraphs = (0..).zip(paragraphs).map(|(at, (kind, text))| paragraph(at, *kind, vec![run(text)]));
    Report { paragraphs: paragraphs.collect(), open: 0, ..Report::default() }
}

fn paragraph(at: u32, kind: BlockKind, runs: Vec<Run>) -> Paragraph {
    Paragraph { block: BlockId(at), kind, runs, gap: 0 }
}

fn run(text: &str) -> Run {
    Run { text: text.to_owned(), origin: Origin::Text, part: Part::Text, span: 0, open: false }
}

/// A report of one paragraph. `{id=value}` is the value of a field, `{id}` its open mark X.
pub(super) fn filled(text: &str) -> Report {
    let mut runs = Vec::new();
    for piece in text.split_inclusive('}') {
        let (words, field) = piece.split_once('{').unwrap_or((piece, ""));
        runs.push(run(words));
        if let Some(field) = field.strip_suffix('}') {
            let (id, value) = field.split_once('=').unwrap_or((field, "X"));
            let origin = Origin::Field(FieldId::new(id));
            runs.push(Run { origin, open: !field.contains('='), ..run(value) });
        }
    }
    runs.retain(|run| !run.text.is_empty());
    Report { paragraphs: vec![paragraph(0, BlockKind::Body, runs)], open: 0, ..Report::default() }
}

/// What one rule finds.
pub(super) fn findings(rule: &str, report: &Report, year: Option<u16>) -> Vec<Finding> {
    let rules: Vec<_> = RULES.iter().filter(|known| known.id == rule).collect();
    assert!(!rules.is_empty(), "{rule}");
    let subject = Subject::of(report, year);
    let mut found = Vec::new();
    for rule in rules {
        (rule.check)(&subject, &mut found);
    }
    for finding in &found {
        if let Some(place) = &finding.place {
            assert!(subject.texts[place.paragraph].get(place.range.clone()).is_some(), "{finding:?}");
        }
    }
    found
}

/// The words that a rule remarks on in each paragraph of a text, 2026 being its year.
fn remarks(rule: &str, text: &str) -> Vec<String> {
    let report = report(&text.lines().map(|line| (BlockKind::Body, line)).collect::<Vec<_>>());
    let words = |finding: Finding| {
        let place = finding.place?;
        Some(report.paragraphs[place.paragraph].text()[place.range].to_owned())
    };
    findings(rule, &report, Some(2026)).into_iter().filter_map(words).collect()
}

/// The rule remarks on just these words of the text.
#[track_caller]
pub(super) fn remarked(rule: &str, text: &str, words: &[&str]) {
    assert_eq!(remarks(rule, text), words, "{rule}: {text}");
}

/// The rule says nothing about any of the texts.
#[track_caller]
pub(super) fn silent(rule: &str, texts: &[&str]) {
    for text in texts {
        remarked(rule, text, &[]);
    }
}

/// The text with the fix of each remark of the rule in it; nothing more is then to be found.
#[track_caller]
pub(super) fn mended(rule: &str, text: &str, becomes: &str) {
    let found = findings(rule, &report(&[(BlockKind::Body, text)]), Some(2026));
    let mut out = text.to_owned();
    for finding in found.iter().rev() {
        if let (Some(place), Some(fix)) = (&finding.place, &finding.fix) {
            out.replace_range(place.range.clone(), fix);
        }
    }
    assert_eq!(out, becomes, "{rule}: {text}");
    silent(rule, &[&out]);
}
