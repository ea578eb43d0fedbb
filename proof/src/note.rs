//! A finding with its sentence, its place and the line that puts it away.

use gaozhi_core::draft::{Draft, mend};
use gaozhi_core::lang::ZH_LINT;
use gaozhi_core::lint::{Finding, Severity};
use gaozhi_core::report::Report;

use crate::place::{Spot, look_up};
use crate::sheet::Wish;

/// A finding as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Note {
    pub(crate) rule: &'static str,
    pub(crate) severity: Severity,
    pub(crate) sentence: String,
    pub(crate) spot: Spot,
    /// What to put in the place of the words, where that can be done.
    pub(crate) fix: Option<String>,
    /// The line that puts it away.
    pub(crate) key: String,
}

impl Note {
    /// Words a finding.
    pub(crate) fn of(draft: &Draft, report: &Report, finding: Finding, wish: &Wish<'_>) -> Self {
        let sentence = (ZH_LINT.sentence)(finding.rule, &finding.facts);
        let Finding { rule, severity, place, fix, .. } = finding;
        let spot = place.and_then(|place| look_up(draft, report, &place)).unwrap_or_default();
        let fix = fix.filter(|fix| {
            let is_mended = |target| mend(draft, target, &spot.words, fix).is_some();
            spot.is_exact && !fix.contains(char::is_control) && spot.target.as_ref().is_some_and(is_mended)
        });
        let about = if spot.words.is_empty() {
            &sentence
        } else {
            &[&*spot.before, &spot.words, &spot.after].concat()
        };
        let key = wish.key(rule, about);
        Self { rule, severity, sentence, spot, fix, key }
    }
}
