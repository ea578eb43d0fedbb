//! Which blanks are proposed to be one field: equal masks of a year, the same name of an office or a
//! place, the same name between delimiters. Never figures.

use super::around::Around;
use super::view::{starts, trim_start};
use super::words::{Ask, suffix};
use super::{Blank, Class};
use crate::text::chars::fold;

/// A key that blanks share which are proposed to be one field.
pub(in crate::reading) fn same_key(line: &str, blanks: &[Blank], at: usize) -> Option<String> {
    let blank = blanks.get(at)?;
    let literal = line.get(blank.range.clone())?;
    let folded = || literal.chars().map(|c| fold(c).to_ascii_uppercase()).collect::<String>();
    match blank.class {
        Class::Delim => literal
            .chars()
            .any(char::is_alphabetic)
            .then(folded)
            .filter(|key| !key.trim_matches(['[', ']', 'X']).is_empty()),
        Class::Year => {
            let after_year = at
                .checked_sub(1)
                .and_then(|at| blanks.get(at))
                .is_some_and(|last| last.class == Class::Year && blank.range.start - last.range.end <= 8);
            let dated = blanks.get(at + 1).is_some_and(|next| {
                matches!(next.class, Class::Month) && next.range.start - blank.range.end <= 8
            });
            (!after_year && !dated).then(folded)
        }
        Class::XRun | Class::Underscore | Class::Star | Class::Mou | Class::Circle | Class::Square => {
            let around = Around::of(line, &blank.range);
            let after = around.after();
            let (ask, length) = suffix(after)?;
            let name = &after[..length];
            let listed = |other: Option<&Blank>| other.is_some_and(|other| is_listed(line, blank, other));
            let in_list =
                listed(at.checked_sub(1).and_then(|at| blanks.get(at))) || listed(blanks.get(at + 1));
            // 单位 and its like say what is asked for and name nobody.
            let generic = matches!(name, ['单', '位'] | ['部', '门'] | ['机', '构'] | ['企', '业']);
            let is_name = matches!(ask, Ask::Place | Ask::Organisation) && !in_list && !generic;
            is_name.then(|| folded() + &name.iter().collect::<String>())
        }
        Class::Month
        | Class::Day
        | Class::DocNo
        | Class::Letter
        | Class::NumberMask
        | Class::Tel
        | Class::Email
        | Class::Blank
        | Class::BlankDate
        | Class::Ellipsis
        | Class::Choice
        | Class::Given => None,
    }
}

/// Whether two blanks stand in a row, XX村、XX村: surely two names.
fn is_listed(line: &str, one: &Blank, other: &Blank) -> bool {
    let (first, second) = if one.range.start < other.range.start { (one, other) } else { (other, one) };
    let Some(between) = line.get(first.range.end..second.range.start) else { return false };
    if between.len() > 30 {
        return false;
    }
    let between: Vec<char> = between.chars().map(fold).collect();
    let Some((_, length)) = suffix(&between) else { return false };
    let after = Around::of(line, &second.range);
    let joined = matches!(trim_start(&between[length..]), ['、' | '，' | ',' | '和' | '与' | '及']);
    let name: String = between[..length].iter().collect();
    joined && starts(after.after(), &name)
}
