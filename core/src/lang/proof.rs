//! What the list of findings says around the sentences of the rules.

/// Its words. They are part of the proofreader's module, not of the first load.
#[derive(Debug)]
pub struct ProofStrings {
    /// Puts the proposed words there.
    pub fix: &'static str,
    /// Puts one finding away.
    pub ignore: &'static str,
    /// Puts all findings of a rule away, in every draft.
    pub ignore_rule: &'static str,
    /// Brings back what was put away.
    pub bring_back: &'static str,
    /// The heading of what was put away.
    pub ignored: &'static str,
    /// Shows that: so many findings.
    pub show_ignored: fn(usize) -> String,
    /// No longer shows it.
    pub hide_ignored: &'static str,
    /// So many blanks are open.
    pub open: fn(usize) -> String,
    /// The sentence of the first of so many findings of one rule.
    pub alike: fn(&str, usize) -> String,
    /// Nothing was found.
    pub nothing: &'static str,
}
