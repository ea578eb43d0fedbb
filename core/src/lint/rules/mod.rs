//! The table of the rules, by family; one file a family (or a part of one).

mod marks;

use super::Rule;
use super::Severity::Warning;

/// Every rule, in the order of its family.
pub const RULES: &[Rule] = &[
    // Punctuation and blanks (GB/T 15834-2011).
    Rule { id: "PC01", severity: Warning, check: marks::half_width },
];
