//! A remark of the proofreader as a value.

use std::ops::Range;

/// How sure and how grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// 必错: wrong in any report.
    Error,
    /// 疑似: wrong unless the writer means it.
    Warning,
    /// 提示: worth a look.
    Hint,
}

/// Where in a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The index of the paragraph among those of the report.
    pub paragraph: usize,
    /// The bytes of its text, on the bounds of characters.
    pub range: Range<usize>,
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |place: &Self| (place.paragraph, place.range.start, place.range.end);
        key(self).cmp(&key(other))
    }
}

/// A remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule that made it.
    pub rule: &'static str,
    /// That of its rule, or graver.
    pub severity: Severity,
    /// Where it is; nothing for a remark about the whole report.
    pub place: Option<Place>,
    /// What the sentence of the rule is to name, in its order: words of the report, figures.
    pub facts: Vec<String>,
    /// What to put in the place of the words, where that is beyond doubt.
    pub fix: Option<String>,
}

impl Finding {
    /// A remark about a place. Its rule is filled in by [`check`](super::check).
    #[must_use]
    pub fn at(paragraph: usize, range: Range<usize>) -> Self {
        let place = Some(Place { paragraph, range });
        Self { rule: "", severity: Severity::Hint, place, facts: Vec::new(), fix: None }
    }

    /// A remark about the whole report.
    #[must_use]
    pub fn whole() -> Self {
        Self { place: None, ..Self::at(0, 0..0) }
    }

    /// Graver than its rule is.
    #[must_use]
    pub fn graver(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// With what to put there instead.
    #[must_use]
    pub fn fixed(self, fix: impl Into<String>) -> Self {
        Self { fix: Some(fix.into()), ..self }
    }

    /// With something for its sentence to name.
    #[must_use]
    pub fn telling(mut self, fact: impl Into<String>) -> Self {
        self.facts.push(fact.into());
        self
    }
}
