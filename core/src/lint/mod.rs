//! Proofreading: what a careful colleague would remark in the composed report. A rule is one
//! function in the file of its family and one row of [`RULES`]; rather miss than nag.

mod calendar;
mod finding;
mod prose;
mod rules;
mod subject;
#[cfg(test)]
mod trial;
mod year;

pub use finding::{Finding, Place, Severity};
pub use rules::RULES;
pub use subject::Subject;
pub use year::report_year;

use crate::report::Report;

/// A rule of the proofreader.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its lasting name: two letters for the family, two digits.
    pub id: &'static str,
    /// How sure and how grave its findings are, at least.
    pub severity: Severity,
    /// Looks at a report and adds what it finds.
    pub check: fn(&Subject<'_>, &mut Vec<Finding>),
}

/// All findings in a report of `year` (the year that it reports on, if it is known), in the order
/// of their places; those of the whole report come first.
#[must_use]
pub fn check(report: &Report, year: Option<u16>) -> Vec<Finding> {
    let subject = Subject::of(report, year);
    let mut all = Vec::new();
    for rule in RULES {
        let from = all.len();
        (rule.check)(&subject, &mut all);
        for finding in all.iter_mut().skip(from) {
            finding.rule = rule.id;
            finding.severity = finding.severity.min(rule.severity);
        }
    }
    all.sort_by(|a, b| a.place.cmp(&b.place));
    all
}
