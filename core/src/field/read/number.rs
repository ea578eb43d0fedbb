//! The input rules of counts and percentages. How figures are written is in `figure`.

use super::figure::{Figure, fault, figure};
use super::strip::{Plain, endings, figure_unit};
use super::{Accepted, Change, Outcome, Refusal};
use crate::field::{Field, Limits};
use crate::text::part;

/// A count: whole, exact, without a sign.
pub(super) fn integer(field: &Field, typed: &str) -> Outcome {
    let plain = Plain::new(typed);
    let unit = figure_unit(&field.unit);
    let (rest, stripped) = endings(&plain.text, &[&unit, myriad(&unit)]);
    let Some(figure) = figure(rest) else { return Err(fault(rest, &unit)) };
    if figure.fraction.is_some() {
        return Err(Refusal::Decimal);
    }
    within(&field.limits, &figure.whole, "")?;
    Ok(accepted(&plain, stripped, &figure, figure.whole.clone()))
}

/// A percentage: at most two decimals, kept as typed.
pub(super) fn percent(field: &Field, typed: &str) -> Outcome {
    let plain = Plain::new(typed);
    let unit = figure_unit(&field.unit);
    let (rest, stripped) = endings(&plain.text, &[&unit, "%", "百分号"]);
    let share = rest.strip_prefix("百分之").map(super::strip::edges);
    let figure = match share.unwrap_or(rest) {
        "百" if share.is_some() => figure("一百"),
        rest => figure(rest),
    };
    let Some(mut figure) = figure else { return Err(fault(rest, &unit)) };
    figure.chinese |= share.is_some();
    if figure.fraction.as_deref().unwrap_or_default().len() > 2 {
        return Err(Refusal::TooPrecise);
    }
    with_decimals(field, &plain, stripped, &figure)
}

/// A number that may have decimals, kept as typed.
pub(super) fn decimal(field: &Field, typed: &str) -> Outcome {
    let plain = Plain::new(typed);
    let unit = figure_unit(&field.unit);
    let (rest, stripped) = endings(&plain.text, &[&unit, myriad(&unit)]);
    let Some(figure) = figure(rest) else { return Err(fault(rest, &unit)) };
    with_decimals(field, &plain, stripped, &figure)
}

fn with_decimals(field: &Field, plain: &Plain, stripped: bool, figure: &Figure) -> Outcome {
    let decimals = figure.fraction.as_deref().unwrap_or_default();
    within(&field.limits, &figure.whole, decimals)?;
    let point = if decimals.is_empty() { "" } else { "." };
    let text = format!("{}{point}{decimals}", figure.whole);
    Ok(accepted(plain, stripped, figure, text))
}

fn accepted(plain: &Plain, stripped: bool, figure: &Figure, text: String) -> Accepted {
    let changes = [
        (Change::Width, plain.widened),
        (Change::Unit, stripped),
        (Change::Separators, figure.grouped),
        (Change::Numerals, figure.chinese),
    ];
    Accepted::new(text, &changes)
}

/// The 万 or 亿 with which a unit begins: where the sentence prints 万元, 3万 is 3.
fn myriad(unit: &str) -> &str {
    let end = unit.find(|c| !matches!(c, '百' | '千' | '万' | '亿')).unwrap_or(unit.len());
    let lead = part(unit, ..end);
    if lead.contains(['万', '亿']) { lead } else { "" }
}

/// Refuses a value outside of `limits`, which may have more digits than any integer type. Figures
/// are never negative.
pub(super) fn within(limits: &Limits, whole: &str, decimals: &str) -> Result<(), Refusal> {
    // One that overflows is above every limit.
    let value = whole.parse::<i64>().map_or(i128::MAX, i128::from);
    let more = decimals.bytes().any(|b| b != b'0');
    match (limits.min, limits.max) {
        (Some(min), _) if value < i128::from(min) => Err(Refusal::Below(min)),
        (_, Some(max)) if value > i128::from(max) || (value == i128::from(max) && more) => {
            Err(Refusal::Above(max))
        }
        (Some(_) | None, Some(_) | None) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Kind;
    use crate::field::read::laws::{accepts, field, refuses};

    #[test]
    fn counts_are_read() {
        use Change::{Numerals, Separators, Unit, Width};
        let count = field(Kind::Integer, "人次");
        let cases: [(&str, &str, &[Change]); 28] = [
            ("12", "12", &[]),
            ("0", "0", &[]),
            (" \u{3000}12\u{A0}", "12", &[]),
            ("\u{200B}12\u{FEFF}", "12", &[]),
            ("007", "7", &[]),
            ("000", "0", &[]),
            ("１２", "12", &[Width]),
            ("12人次", "12", &[Unit]),
            ("12 人次", "12", &[Unit]),
            ("12人次人次", "12", &[Unit]),
            ("1,234", "1234", &[Separators]),
            ("1，234，567", "1234567", &[Separators]),
            ("12 345", "12345", &[Separators]),
            ("12\u{2009}345\u{202F}678", "12345678", &[Separators]),
            ("１，２３４ 人次", "1234", &[Width, Unit, Separators]),
            ("12345678901234567890123", "12345678901234567890123", &[]),
            ("十二", "12", &[Numerals]),
            ("十", "10", &[Numerals]),
            ("一百零三", "103", &[Numerals]),
            ("二千零五", "2005", &[Numerals]),
            ("两百", "200", &[Numerals]),
            ("两人次", "2", &[Unit, Numerals]),
            ("〇", "0", &[Numerals]),
            ("零", "0", &[Numerals]),
            ("一二", "12", &[Numerals]),
            ("二〇二六", "2026", &[Numerals]),
            ("九千九百九十九", "9999", &[Numerals]),
            ("壹佰", "100", &[Numerals]),
        ];
        for (typed, text, changes) in cases {
            accepts(&count, typed, text, changes);
        }
    }

    #[test]
    fn what_is_no_count_is_refused_with_the_reason() {
        use Refusal::{Approximate, Decimal, NotANumber, Sign};
        let count = field(Kind::Integer, "人");
        let cases = [
            ("12.5", Decimal),
            ("12.0", Decimal),
            ("12.", Decimal),
            (".5", Decimal),
            ("１２．５人", Decimal),
            ("三点五", Decimal),
            ("-3", Sign),
            ("+3", Sign),
            ("－３人", Sign),
            ("− 3", Sign),
            ("负三", Sign),
            ("约30", Approximate),
            ("大约30人", Approximate),
            ("30余", Approximate),
            ("30余人", Approximate),
            ("近百", Approximate),
            ("近百人", Approximate),
            ("三十多", Approximate),
            ("三十多人", Approximate),
            ("30左右", Approximate),
            ("30人左右", Approximate),
            ("上百", Approximate),
            ("几十", Approximate),
            ("十几人", Approximate),
            ("若干", Approximate),
            ("三四十人", Approximate),
            ("三四人", Approximate),
            ("两三人", Approximate),
            ("30~40", Approximate),
            ("30～40人", Approximate),
            ("30+", Approximate),
            ("约3万", Approximate),
            ("3万", NotANumber),
            ("1.2万", NotANumber),
            ("三万", NotANumber),
            ("一百五", NotANumber),
            ("1,23", NotANumber),
            ("1234,567", NotANumber),
            ("12次", NotANumber),
            ("人", NotANumber),
            ("X", NotANumber),
            ("12a", NotANumber),
            ("0x1F", NotANumber),
            ("½", NotANumber),
        ];
        for (typed, refusal) in cases {
            refuses(&count, typed, &refusal);
        }
    }

    #[test]
    fn a_unit_with_a_myriad_is_a_unit_like_others() {
        let money = field(Kind::Integer, "万元");
        accepts(&money, "3万元", "3", &[Change::Unit]);
        accepts(&money, "３万", "3", &[Change::Width, Change::Unit]);
        refuses(&money, "1.2万元", &Refusal::Decimal);
        refuses(&money, "3元", &Refusal::NotANumber);
        accepts(&field(Kind::Integer, "万"), "三万", "3", &[Change::Unit, Change::Numerals]);
    }

    #[test]
    fn a_unit_of_digits_is_not_taken_from_the_figure() {
        accepts(&field(Kind::Integer, "5"), "155", "155", &[]);
        accepts(&field(Kind::Percent, "．5"), "1.5", "1.5", &[]);
    }

    #[test]
    fn values_are_held_against_the_limits() {
        let mut count = field(Kind::Integer, "次");
        count.limits = Limits { min: Some(1), max: Some(60) };
        accepts(&count, "1次", "1", &[Change::Unit]);
        accepts(&count, "六十", "60", &[Change::Numerals]);
        refuses(&count, "0", &Refusal::Below(1));
        refuses(&count, "61", &Refusal::Above(60));
        refuses(&count, &"9".repeat(300), &Refusal::Above(60));
        count.limits = Limits { min: Some(i64::MIN), max: Some(i64::MAX) };
        accepts(&count, "9223372036854775807", "9223372036854775807", &[]);
        refuses(&count, "9223372036854775808", &Refusal::Above(i64::MAX));
    }

    #[test]
    fn percentages_are_read() {
        use Change::{Numerals, Separators, Unit, Width};
        let share = field(Kind::Percent, "%");
        let cases: [(&str, &str, &[Change]); 21] = [
            ("62", "62", &[]),
            ("62.5", "62.5", &[]),
            ("62.50", "62.50", &[]),
            (".5", "0.5", &[]),
            ("62.", "62", &[]),
            ("0.00", "0.00", &[]),
            ("062.5", "62.5", &[]),
            ("62%", "62", &[Unit]),
            ("62％", "62", &[Unit]),
            ("62 %", "62", &[Unit]),
            ("62百分号", "62", &[Unit]),
            ("６２．５％", "62.5", &[Width, Unit]),
            ("1,200%", "1200", &[Unit, Separators]),
            ("六十二", "62", &[Numerals]),
            ("百分之六十二", "62", &[Numerals]),
            ("百分之62.5", "62.5", &[Numerals]),
            ("百分之六十二点五", "62.5", &[Numerals]),
            ("百分之百", "100", &[Numerals]),
            ("零点五〇", "0.50", &[Numerals]),
            ("150", "150", &[]),
            ("\u{A0}37.84\u{3000}", "37.84", &[]),
        ];
        for (typed, text, changes) in cases {
            accepts(&share, typed, text, changes);
        }
    }

    #[test]
    fn what_is_no_percentage_is_refused_with_the_reason() {
        use Refusal::{Above, Approximate, Below, NotANumber, Sign, TooPrecise};
        let mut share = field(Kind::Percent, "%");
        share.limits = Limits { min: Some(1), max: Some(100) };
        let cases = [
            ("62.555", TooPrecise),
            ("62.500%", TooPrecise),
            ("百分之六十二点五五五", TooPrecise),
            ("-5%", Sign),
            ("约62%", Approximate),
            ("60%左右", Approximate),
            ("60%～70%", Approximate),
            ("百分之六十多", Approximate),
            ("六成", NotANumber),
            ("62‰", NotANumber),
            ("6.2.5", NotANumber),
            ("%", NotANumber),
            (".", NotANumber),
            ("百分之", NotANumber),
            ("100.01", Above(100)),
            ("101", Above(100)),
            ("0.99", Below(1)),
        ];
        for (typed, refusal) in cases {
            refuses(&share, typed, &refusal);
        }
        accepts(&share, "100.00", "100.00", &[]);
        accepts(&share, "1", "1", &[]);
    }
}
