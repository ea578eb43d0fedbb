//! The table of the rules, by family; one file a family (or a part of one).

mod blanks;
mod confusable;
mod doubled;
mod forms;
mod glyphs;
mod marks;
mod numbers;
mod outline;
mod pairs;
mod particle;
mod quotes;
mod residue;
mod scan;
mod series;
mod shapes;
mod terms;

use super::Rule;
use super::Severity::{Error, Hint, Warning};

/// Every rule, in the order of its family.
pub const RULES: &[Rule] = &[
    // Punctuation and blanks (GB/T 15834-2011).
    Rule { id: "PC01", severity: Warning, check: marks::half_width },
    Rule { id: "PC02", severity: Warning, check: marks::point },
    Rule { id: "PC03", severity: Warning, check: pairs::half_brackets },
    Rule { id: "PC04", severity: Warning, check: quotes::straight_quotes },
    Rule { id: "PC05", severity: Error, check: pairs::unpaired },
    Rule { id: "PC06", severity: Error, check: quotes::turned_quotes },
    Rule { id: "PC07", severity: Error, check: forms::doubled },
    Rule { id: "PC08", severity: Warning, check: blanks::beside_mark },
    Rule { id: "PC09", severity: Hint, check: blanks::within_words },
    Rule { id: "PC10", severity: Hint, check: forms::needless_comma },
    Rule { id: "PC11", severity: Hint, check: shapes::stop_in_list },
    Rule { id: "PC12", severity: Warning, check: forms::ellipsis },
    Rule { id: "PC13", severity: Warning, check: forms::dash },
    Rule { id: "PC14", severity: Warning, check: marks::wide_figures },
    Rule { id: "PC15", severity: Warning, check: shapes::heading_end },
    Rule { id: "PC16", severity: Warning, check: shapes::no_final_mark },
    Rule { id: "PC17", severity: Warning, check: shapes::closing_mark_first },
    // Numbers of paragraphs (GB/T 9704-2012 7.3.3).
    Rule { id: "NB01", severity: Error, check: numbers::out_of_order },
    Rule { id: "NB02", severity: Hint, check: numbers::skipped_level },
    Rule { id: "NB03", severity: Warning, check: numbers::inverted },
    Rule { id: "NB04", severity: Warning, check: numbers::separator },
    Rule { id: "NB05", severity: Hint, check: numbers::mixed_brackets },
    Rule { id: "NB06", severity: Warning, check: series::broken_series },
    Rule { id: "NB07", severity: Hint, check: series::announced_count },
    Rule { id: "NB08", severity: Hint, check: shapes::mixed_headings },
    Rule { id: "NB09", severity: Hint, check: numbers::lone_item },
    // Form.
    Rule { id: "FM02", severity: Warning, check: blanks::unseen },
    Rule { id: "FM05", severity: Warning, check: glyphs::traditional },
    Rule { id: "FM06", severity: Error, check: residue::garbled },
    Rule { id: "FM08", severity: Error, check: residue::pinyin_left },
    Rule { id: "FM09", severity: Warning, check: residue::page_number },
    Rule { id: "FN01", severity: Hint, check: glyphs::lacking },
    // Words.
    Rule { id: "WD01", severity: Hint, check: particle::adverb },
    Rule { id: "WD02", severity: Warning, check: confusable::word },
    Rule { id: "WD03", severity: Error, check: doubled::word },
    Rule { id: "WD04", severity: Hint, check: terms::mixed_terms },
    Rule { id: "WD05", severity: Warning, check: terms::formula },
];
