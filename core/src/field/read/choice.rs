//! The input rules of a choice: one of the texts that the field names, and no other.

use super::strip::{endings, one_line};
use super::{Accepted, Change, Outcome, Refusal};
use crate::field::Field;

/// One of the choices, with or without the unit behind it. A field that names none takes any line.
pub(super) fn choice(field: &Field, typed: &str) -> Outcome {
    let line = one_line(typed);
    let choices: Vec<String> = field.choices.iter().map(|choice| one_line(choice)).collect();
    if choices.is_empty() || choices.contains(&line) {
        return Ok(Accepted::new(line, &[]));
    }
    let (rest, stripped) = endings(&line, &[&field.unit]);
    if !choices.iter().any(|choice| choice == rest) {
        return Err(Refusal::NotAChoice);
    }
    Ok(Accepted::new(rest.to_owned(), &[(Change::Unit, stripped)]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Kind;
    use crate::field::read::laws::{accepts, field, refuses};

    #[test]
    fn only_what_is_offered_is_taken() {
        let mut half = field(Kind::Choice, "时段");
        accepts(&half, "随便", "随便", &[]);
        half.choices = vec!["上午".into(), " 下午 ".into(), "全时段".into()];
        accepts(&half, "上午", "上午", &[]);
        accepts(&half, "\u{3000}下午\n", "下午", &[]);
        accepts(&half, "上午时段", "上午", &[Change::Unit]);
        accepts(&half, "全时段", "全时段", &[]);
        for typed in ["晚上", "上午下午", "上 午", "时段"] {
            refuses(&half, typed, &Refusal::NotAChoice);
        }
    }
}
