//! The input rules of ordinals: the number in 第…届. 第十九届 and 第3期 are both good office writing,
//! so that digits stay digits and Chinese numerals stay Chinese.

use super::figure::{fault, figure};
use super::number::within;
use super::strip::{Plain, edges, endings, figure_unit};
use super::{Accepted, Change, Outcome, Refusal};
use crate::field::{Field, Limits};

/// A whole number from one, without the 第 and the unit that the sentence prints.
pub(super) fn ordinal(field: &Field, typed: &str) -> Outcome {
    let plain = Plain::new(typed);
    let unit = figure_unit(&field.unit);
    let (rest, stripped) = endings(&plain.text, &[&unit]);
    let (rest, named) = rest.strip_prefix('第').map_or((rest, false), |rest| (edges(rest), true));
    let Some(figure) = figure(rest) else { return Err(fault(rest, &unit)) };
    if figure.fraction.is_some() {
        return Err(Refusal::Decimal);
    }
    let min = field.limits.min.map_or(1, |min| min.max(1));
    within(&Limits { min: Some(min), ..field.limits }, &figure.whole, "")?;
    let changes = [
        (Change::Width, plain.widened),
        (Change::Unit, stripped),
        (Change::Ordinal, named),
        (Change::Separators, figure.grouped),
    ];
    let text = if figure.chinese { rest.to_owned() } else { figure.whole };
    Ok(Accepted::new(text, &changes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Kind;
    use crate::field::read::laws::{accepts, field, refuses};

    #[test]
    fn the_number_of_a_session_is_read() {
        use Change::{Ordinal, Unit, Width};
        let session = field(Kind::Ordinal, "届");
        let cases: [(&str, &str, &[Change]); 9] = [
            ("三", "三", &[]),
            ("二十", "二十", &[]),
            ("3", "3", &[]),
            ("03", "3", &[]),
            ("１２", "12", &[Width]),
            ("第三届", "三", &[Unit, Ordinal]),
            ("第 3 届", "3", &[Unit, Ordinal]),
            ("第十四", "十四", &[Ordinal]),
            ("十九届", "十九", &[Unit]),
        ];
        for (typed, text, changes) in cases {
            accepts(&session, typed, text, changes);
        }
        refuses(&session, "0", &Refusal::Below(1));
        refuses(&session, "零", &Refusal::Below(1));
        refuses(&session, "1.5", &Refusal::Decimal);
        refuses(&session, "-1", &Refusal::Sign);
        refuses(&session, "上", &Refusal::NotANumber);
        refuses(&session, "第", &Refusal::NotANumber);
        let few = Field { limits: Limits { min: None, max: Some(20) }, ..session };
        refuses(&few, "第二十一届", &Refusal::Above(20));
    }
}
