//! The table of the rules, by family; one file a family (or a part of one).

mod blanks;
mod forms;
mod marks;
mod pairs;
mod scan;

use super::Rule;
use super::Severity::{Error, Hint, Warning};

/// Every rule, in the order of its family.
pub const RULES: &[Rule] = &[
    // Punctuation and blanks (GB/T 15834-2011).
    Rule { id: "PC01", severity: Warning, check: marks::half_width },
    Rule { id: "PC02", severity: Warning, check: marks::point },
    Rule { id: "PC03", severity: Warning, check: pairs::half_brackets },
    Rule { id: "PC04", severity: Warning, check: pairs::straight_quotes },
    Rule { id: "PC05", severity: Error, check: pairs::unpaired },
    Rule { id: "PC06", severity: Error, check: pairs::turned_quotes },
    Rule { id: "PC07", severity: Error, check: forms::doubled },
    Rule { id: "PC08", severity: Warning, check: blanks::beside_mark },
    Rule { id: "PC09", severity: Hint, check: blanks::within_words },
    Rule { id: "PC10", severity: Hint, check: forms::needless_comma },
    Rule { id: "PC12", severity: Warning, check: forms::ellipsis },
    Rule { id: "PC13", severity: Warning, check: forms::dash },
    Rule { id: "PC14", severity: Warning, check: marks::wide_figures },
    // Form.
    Rule { id: "FM02", severity: Warning, check: blanks::unseen },
];
