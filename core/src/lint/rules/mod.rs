//! The table of the rules, by family; one file a family (or a part of one).

mod figure_date;
mod figure_form;
mod figure_parts;
mod figure_same;
mod figure_share;
mod marks;
mod placeholder;
mod placeholder_lost;
mod placeholder_value;
mod privacy;
mod relation;
mod relation_words;
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
];
