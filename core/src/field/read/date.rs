//! The input rules of years and days. Knows the calendar, not the clock.

use super::number::within;
use super::strip::{Plain, edges, endings, figure_unit};
use super::{Accepted, Change, Outcome, Refusal};
use crate::field::Field;
use crate::text::days::last_day;
use crate::text::numerals::parse_chinese;
use crate::text::part;

/// A year of four digits, 1900 to 2100, printed without 年.
pub(super) fn year(field: &Field, typed: &str) -> Outcome {
    let plain = Plain::new(typed);
    let unit = figure_unit(&field.unit);
    let (rest, stripped) = endings(&plain.text, &[&unit, "年度", "年"]);
    let is_row = rest.len() == 4 && rest.bytes().all(|b| b.is_ascii_digit());
    let year = if is_row { rest.parse().ok() } else { parse_chinese(rest) };
    let year = year.filter(|year| (1900..=2100).contains(year)).ok_or(Refusal::NotAYear)?;
    let text = year.to_string();
    within(&field.limits, &text, "")?;
    let changes = [(Change::Width, plain.widened), (Change::Unit, stripped), (Change::Numerals, !is_row)];
    Ok(Accepted::new(text, &changes))
}

/// A day in any usual way of writing. Limits do not apply.
pub(super) fn date(field: &Field, typed: &str) -> Outcome {
    let plain = Plain::new(typed);
    // The unit of a day may be 日, which belongs to the printed form: it is only taken off where
    // the whole is no day, such as 12月5日前 before a printed 前.
    let (day, stripped) = match day(&plain.text) {
        Some(day) => (Some(day), false),
        None => {
            let (rest, stripped) = endings(&plain.text, &[&figure_unit(&field.unit)]);
            (day(rest), stripped)
        }
    };
    let Day { year, month, day, chinese, reformed } = day.ok_or(Refusal::NotADate)?;
    let changes = [
        (Change::Width, plain.widened),
        (Change::Unit, stripped),
        (Change::Numerals, chinese),
        (Change::DateForm, reformed),
    ];
    Ok(Accepted::new(format!("{year}年{month}月{day}日"), &changes))
}

/// A day of the calendar and how it was written.
struct Day {
    year: u32,
    month: u32,
    day: u32,
    /// A part stood in Chinese numerals.
    chinese: bool,
    /// Not 年月日 with nothing else between, or with leading zeros.
    reformed: bool,
}

fn day(text: &str) -> Option<Day> {
    let (year, month, day) = parts(text)?;
    let number = |part: &str, count: usize| {
        if part.bytes().all(|b| b.is_ascii_digit()) {
            (1..=count).contains(&part.len()).then(|| part.parse().ok()).flatten()
        } else {
            parse_chinese(part)
        }
    };
    // A year is written in full, never as 26年; 元月 is January.
    let full = year.chars().nth(3).is_some();
    let found = Day {
        year: number(year, 4).filter(|year| full && (1000..=9999).contains(year))?,
        month: if month == "元" { 1 } else { number(month, 2)? },
        day: number(day, 2)?,
        chinese: [year, month, day].iter().any(|part| !part.is_ascii()),
        reformed: text != format!("{year}年{month}月{day}日")
            || month.starts_with('0')
            || day.starts_with('0'),
    };
    (1..=last_day(found.year, found.month)).contains(&found.day).then_some(found)
}

/// Year, month and day as typed.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some((part(text, ..4), part(text, 4..6), part(text, 6..)));
    }
    let mark = text.chars().find(|c| matches!(c, '年' | '-' | '–' | '/' | '.'))?;
    let (year, rest) = text.split_once(mark)?;
    let (month, day) = rest.split_once(if mark == '年' { '月' } else { mark })?;
    let day = if mark == '年' { day.strip_suffix(['日', '号']).unwrap_or(day) } else { day };
    Some((edges(year), edges(month), edges(day)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::read::laws::{accepts, field, refuses};
    use crate::field::{Kind, Limits};

    #[test]
    fn years_are_read() {
        use Change::{Numerals, Unit, Width};
        let year = field(Kind::Year, "年");
        let cases: [(&str, &str, &[Change]); 14] = [
            ("2026", "2026", &[]),
            (" 2026\u{3000}", "2026", &[]),
            ("1900", "1900", &[]),
            ("2100", "2100", &[]),
            ("２０２６", "2026", &[Width]),
            ("2026年", "2026", &[Unit]),
            ("2026 年", "2026", &[Unit]),
            ("2026年度", "2026", &[Unit]),
            ("２０２６年度", "2026", &[Width, Unit]),
            ("二〇二六", "2026", &[Numerals]),
            ("二○二六", "2026", &[Numerals]),
            ("二零二六", "2026", &[Numerals]),
            ("二〇二六年", "2026", &[Unit, Numerals]),
            ("二千零二十六年", "2026", &[Unit, Numerals]),
        ];
        for (typed, text, changes) in cases {
            accepts(&year, typed, text, changes);
        }
    }

    #[test]
    fn what_is_no_year_is_refused() {
        let year = field(Kind::Year, "");
        for typed in [
            "26",
            "26年",
            "二六",
            "1899",
            "2101",
            "02026",
            "2,026",
            "20 26",
            "202",
            "-2026",
            "2026.0",
            "年",
            "2025—2026",
            "今年",
            "20XX",
            "二〇二",
            "约2026",
        ] {
            refuses(&year, typed, &Refusal::NotAYear);
        }
    }

    #[test]
    fn years_are_held_against_the_limits() {
        let mut year = field(Kind::Year, "年");
        year.limits = Limits { min: Some(2000), max: Some(2030) };
        refuses(&year, "1999年", &Refusal::Below(2000));
        refuses(&year, "2031", &Refusal::Above(2030));
        accepts(&year, "2030", "2030", &[]);
    }

    #[test]
    fn days_are_read() {
        use Change::{DateForm, Numerals, Width};
        let date = field(Kind::Date, "");
        let cases: [(&str, &str, &[Change]); 24] = [
            ("2026年12月5日", "2026年12月5日", &[]),
            ("\u{200E}2026年12月5日 ", "2026年12月5日", &[]),
            ("2026年12月05日", "2026年12月5日", &[DateForm]),
            ("2026 年 12 月 5 日", "2026年12月5日", &[DateForm]),
            ("2026年12月5号", "2026年12月5日", &[DateForm]),
            ("2026年12月5", "2026年12月5日", &[DateForm]),
            ("2026-12-5", "2026年12月5日", &[DateForm]),
            ("2026-12-05", "2026年12月5日", &[DateForm]),
            ("2026/12/05", "2026年12月5日", &[DateForm]),
            ("2026.12.5", "2026年12月5日", &[DateForm]),
            ("2026. 1. 5", "2026年1月5日", &[DateForm]),
            ("20261205", "2026年12月5日", &[DateForm]),
            ("２０２６年１２月５日", "2026年12月5日", &[Width]),
            ("２０２６－１２－０５", "2026年12月5日", &[Width, DateForm]),
            ("二〇二六年十二月五日", "2026年12月5日", &[Numerals]),
            ("二○二六年一月三十一日", "2026年1月31日", &[Numerals]),
            ("二零二六年十二月二十五号", "2026年12月25日", &[Numerals, DateForm]),
            ("2026年十二月5日", "2026年12月5日", &[Numerals]),
            ("2026年元月1日", "2026年1月1日", &[Numerals]),
            ("2024年2月29日", "2024年2月29日", &[]),
            ("2000-2-29", "2000年2月29日", &[DateForm]),
            ("1840年6月28日", "1840年6月28日", &[]),
            ("2026年1月31日", "2026年1月31日", &[]),
            ("2026年4月30日", "2026年4月30日", &[]),
        ];
        for (typed, text, changes) in cases {
            accepts(&date, typed, text, changes);
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        let date = field(Kind::Date, "");
        for typed in [
            "2026年2月30日",
            "2026年2月29日",
            "1900-2-29",
            "2026年4月31日",
            "2026年13月1日",
            "2026年0月1日",
            "2026年1月0日",
            "2026-1-32",
            "20260230",
            "2026年12月",
            "12月5日",
            "26年12月5日",
            "26-12-5",
            "2026-12/5",
            "2026-012-5",
            "2026年12月5日上午",
            "今天",
            "2026",
            "2026--5",
            "2026年-12月5日",
        ] {
            refuses(&date, typed, &Refusal::NotADate);
        }
    }

    #[test]
    fn the_unit_of_a_day_is_taken_off_only_where_it_is_no_part_of_it() {
        accepts(&field(Kind::Date, "日"), "2026年12月5日", "2026年12月5日", &[]);
        accepts(&field(Kind::Date, "前"), "2026年12月5日前", "2026年12月5日", &[Change::Unit]);
    }
}
