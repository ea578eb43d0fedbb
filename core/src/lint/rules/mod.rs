//! The table of the rules, by family; one file a family (or a part of one).

mod blanks;
mod confusable;
mod doubled;
mod figure_date;
mod figure_form;
mod figure_parts;
mod figure_same;
mod figure_share;
mod forms;
mod glyphs;
mod marks;
mod numbers;
mod outline;
mod pairs;
mod particle;
mod placeholder;
mod placeholder_lost;
mod placeholder_value;
mod privacy;
mod relation;
mod relation_words;
mod residue;
mod scan;
mod series;
mod shapes;
mod terms;
mod time;
mod time_year;
mod whole;

use super::Rule;
use super::Severity::{Error, Hint, Warning};

/// Every rule, in the order of its family.
pub const RULES: &[Rule] = &[
    // Placeholders.
    Rule { id: "PH01", severity: Error, check: placeholder::open },
    Rule { id: "PH02", severity: Error, check: placeholder::masked_figure },
    Rule { id: "PH03", severity: Warning, check: placeholder::masked_word },
    Rule { id: "PH04", severity: Error, check: placeholder_value::unit_again },
    Rule { id: "PH05", severity: Error, check: placeholder_value::words_again },
    Rule { id: "PH06", severity: Hint, check: placeholder_value::zero },
    Rule { id: "PH07", severity: Warning, check: placeholder_lost::lost },
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
    // Figures (GB/T 15835-2011).
    Rule { id: "NU01", severity: Warning, check: figure_same::two_counts },
    Rule { id: "NU02", severity: Error, check: figure_share::above_all },
    Rule { id: "NU03", severity: Warning, check: figure_share::impossible },
    Rule { id: "NU04", severity: Hint, check: figure_parts::sum },
    Rule { id: "NU05", severity: Error, check: figure_date::no_such_day },
    Rule { id: "NU06", severity: Warning, check: figure_date::padded },
    Rule { id: "NU07", severity: Hint, check: figure_date::chinese_year },
    Rule { id: "NU08", severity: Hint, check: figure_same::two_forms },
    Rule { id: "NU09", severity: Warning, check: figure_form::guess_in_digits },
    Rule { id: "NU10", severity: Warning, check: figure_form::about_twice },
    Rule { id: "NU11", severity: Error, check: figure_form::document_number },
    Rule { id: "NU12", severity: Error, check: figure_form::times_less },
    // Times of plans, meetings, campaigns and years.
    Rule { id: "TM01", severity: Warning, check: time::plan_over },
    Rule { id: "TM02", severity: Warning, check: time::meeting_over },
    Rule { id: "TM03", severity: Warning, check: time::campaign_over },
    Rule { id: "TM04", severity: Warning, check: time_year::other_year },
    Rule { id: "TM05", severity: Warning, check: time_year::past_plan },
    // The report as a whole.
    Rule { id: "ST01", severity: Warning, check: whole::no_title },
    Rule { id: "ST02", severity: Warning, check: whole::no_salutation },
    Rule { id: "ST03", severity: Warning, check: whole::no_closing },
    Rule { id: "ST04", severity: Warning, check: whole::no_signature },
    Rule { id: "ST05", severity: Warning, check: whole::marks_in_title },
    Rule { id: "ST06", severity: Warning, check: whole::no_section },
    Rule { id: "ST10", severity: Hint, check: whole::nobody_speaks },
    // What is not to be handed out.
    Rule { id: "PV01", severity: Warning, check: privacy::personal },
    // What the values of the duty report say about each other.
    Rule { id: "SR1", severity: Error, check: relation::training },
    Rule { id: "SR2", severity: Error, check: relation::lunch },
    Rule { id: "SR3", severity: Error, check: relation::share_above_all },
    Rule { id: "SR4", severity: Warning, check: relation::share_of_admitted },
    Rule { id: "SR5", severity: Error, check: relation_words::initiatives },
    Rule { id: "SR6", severity: Hint, check: relation::branches_split },
    Rule { id: "SR7", severity: Hint, check: relation::civilised_schools },
    Rule { id: "SR8", severity: Hint, check: relation::admission },
    Rule { id: "SR9", severity: Hint, check: relation::nothing_done },
    Rule { id: "SR10", severity: Error, check: relation_words::ending_again },
    Rule { id: "SR11", severity: Error, check: relation_words::unit_again },
    Rule { id: "SR12", severity: Warning, check: relation_words::aspects },
    Rule { id: "SR13", severity: Hint, check: relation::share_of_nobody },
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
