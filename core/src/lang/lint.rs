//! What the proofreader says: a table of its own, so that the first load carries none of it.

use crate::lint::Severity;

/// Every word of the proofreader.
pub struct LintStrings {
    /// What a finding says: the id of its rule, and its facts. A rule that is not known says that
    /// the place is worth a look.
    pub sentence: fn(&str, &[String]) -> String,
    /// The name of a severity.
    pub severity: fn(Severity) -> &'static str,
}
