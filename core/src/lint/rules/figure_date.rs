//! Days of the calendar as they are written.

use std::ops::Range;

use crate::lint::prose::{after, before, has, is_inside, left, quoted, right, starting};
use crate::lint::{Finding, Subject};
use crate::text::days::{last_day, weekday};
use crate::text::{numerals, part};

/// A day or a month in digits with 年月日.
struct Written {
    year: Option<u32>,
    month: u32,
    day: Option<u32>,
    /// The bytes from the month on, and those of all.
    place: Range<usize>,
    from: usize,
    /// The month or the day begins with 0.
    is_padded: bool,
}

/// The days and months of a paragraph.
fn written(text: &str) -> Vec<Written> {
    text.match_indices('月').filter_map(|(at, sign)| day_at(text, at, at + sign.len())).collect()
}

/// The day whose 月 stands at `at`.
fn day_at(text: &str, at: usize, behind: usize) -> Option<Written> {
    let head = part(text, ..at).trim_end_matches(' ');
    let digits = |text: &str| text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let length = digits(head);
    let start = head.len() - length;
    let month = part(head, start..);
    if !(1..=2).contains(&length) || matches!(left(text, start), '.' | '-' | '—' | '～' | '至' | '、' | '/')
    {
        return None;
    }
    let year_end =
        part(text, ..start).trim_end_matches(' ').strip_suffix('年').map(|head| head.trim_end_matches(' '));
    let year_text = year_end.map_or("", |head| part(head, head.len() - digits(head)..));
    let year = year_text.parse().ok().filter(|_| year_text.len() == 4);
    let rest = part(text, behind..);
    let tail = rest.trim_start_matches(' ');
    let count = tail.bytes().take_while(u8::is_ascii_digit).count();
    let sign = part(tail, count..).trim_start_matches(' ');
    let is_day = (1..=2).contains(&count) && sign.starts_with(['日', '号']);
    let day = part(tail, ..count);
    let end = if is_day { text.len() - sign.len() + '日'.len_utf8() } else { behind };
    Some(Written {
        year,
        month: month.parse().ok()?,
        day: day.parse().ok().filter(|_| is_day),
        place: start..end,
        from: year.map_or(start, |_| year_end.map_or(start, |head| head.len() - year_text.len())),
        is_padded: is_padded(month) || (is_day && is_padded(day)),
    })
}

fn is_padded(digits: &str) -> bool {
    digits.len() == 2 && digits.starts_with('0') && digits != "00"
}

const WEEKDAYS: [char; 7] = ['日', '一', '二', '三', '四', '五', '六'];

/// NU05: a day that no calendar has, or that is another day of the week.
pub(super) fn no_such_day(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        for day in written(text) {
            let is_lunar = has(before(text, day.from, 4), &["农历", "阴历", "腊月"]);
            let last = last_day(day.year.unwrap_or(2000), day.month);
            let is_wrong = match day.day {
                Some(number) => !(1..=last).contains(&number),
                // 13月 alone may be a slip for 13个月; with its year it is none.
                None => last == 0 && day.year.is_some(),
            };
            if is_wrong && !is_lunar {
                let place = day.from..day.place.end;
                found.push(Finding::at(at, place.clone()).telling(part(text, place)));
            } else if let Some((said, is)) = other_weekday(text, &day, subject.year) {
                let place = day.from..said.end;
                let said = part(text, said).to_owned();
                found.push(
                    Finding::at(at, place)
                        .telling(part(text, day.from..day.place.end))
                        .telling(said)
                        .telling(is),
                );
            }
        }
        strokes(at, text, found);
    }
}

/// The bytes of a weekday behind a day, and the right one, if that is another.
fn other_weekday(text: &str, day: &Written, year: Option<u16>) -> Option<(Range<usize>, String)> {
    let rest = after(text, day.place.end, 6);
    let inner = rest.trim_start_matches(['（', '(', '，', ' ']);
    let word = starting(inner, &["星期", "礼拜", "周"])?;
    let said = part(inner, word.len()..).chars().next().map(|c| if c == '天' { '日' } else { c })?;
    let said_index = WEEKDAYS.iter().position(|name| *name == said)?;
    let start = day.place.end + rest.len() - inner.len();
    let place = start..start + word.len() + right(text, start + word.len()).len_utf8();
    let in_year = |year: u32| WEEKDAYS.get(weekday(year, day.month, day.day.unwrap_or(1)));
    day.day?;
    let years: Vec<u32> = match day.year {
        Some(year) => vec![year],
        // Without its year it may be one of the report, or of the plan behind it.
        None => year.map(|year| vec![u32::from(year), u32::from(year) + 1]).unwrap_or_default(),
    };
    let right = in_year(*years.first()?)?;
    let is_right = years.iter().any(|year| in_year(*year) == WEEKDAYS.get(said_index));
    (!is_right).then(|| (place, format!("{word}{right}")))
}

/// Days with strokes or points between: 2026-02-30.
fn strokes(at: usize, text: &str, found: &mut Vec<Finding>) {
    for mark in ['-', '/', '.'] {
        for (first, _) in text.match_indices(mark) {
            let year = part(text, ..first);
            let digits = year.bytes().rev().take_while(u8::is_ascii_digit).count();
            let start = first - digits;
            let rest = after(text, first + 1, 6);
            let Some((month, tail)) = rest.split_once(mark) else { continue };
            let length = tail.bytes().take_while(u8::is_ascii_digit).count();
            let day = part(tail, ..length);
            let end = first + 1 + month.len() + 1 + length;
            let bounds = left(text, start).is_ascii_alphanumeric() || is_code(right(text, end));
            let (Ok(year), Ok(month), Ok(day)) =
                (part(year, start..).parse::<u32>(), month.parse::<u32>(), day.parse::<u32>())
            else {
                continue;
            };
            let is_year = digits == 4 && (1900..=2100).contains(&year);
            if is_year && !bounds && length <= 2 && !(1..=last_day(year, month)).contains(&day) {
                found.push(Finding::at(at, start..end).telling(part(text, start..end)));
            }
        }
    }
}

fn is_code(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.' | '_')
}

/// NU06: months and days with a leading zero (GB/T 9704-2012 7.3.5.4 has none).
pub(super) fn padded(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        for day in written(text).into_iter().filter(|day| day.is_padded) {
            let fix: String = unpadded(part(text, day.place.clone()));
            found.push(Finding::at(at, day.place).telling(fix.as_str()).fixed(fix));
        }
    }
}

fn unpadded(day: &str) -> String {
    let mut out = String::with_capacity(day.len());
    let mut last = '\0';
    for c in day.chars() {
        if c != '0' || last.is_ascii_digit() {
            out.push(c);
        }
        last = c;
    }
    out
}

/// What follows a year that the lunar calendar goes on with.
const LUNAR: [&str; 6] = ["正月", "腊月", "农历", "冬月", "春节", "初"];

/// NU07: a year of the common calendar in Chinese numerals.
pub(super) fn chinese_year(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        let quotes = quoted(text);
        for (sign, _) in text.match_indices('年') {
            let row = before(text, sign, 4);
            let Some(year) = numerals::parse_chinese(row).filter(|_| row.chars().count() == 4) else {
                continue;
            };
            let start = sign - row.len();
            let rest = after(text, sign + '年'.len_utf8(), 2);
            let is_lunar = starting(rest, &LUNAR).is_some() || before(text, start, 2) == "农历";
            let is_row = row.chars().all(|c| numerals::digit(c).is_some());
            let is_longer = numerals::digit(left(text, start)).is_some();
            if !is_row || is_longer || is_lunar || is_inside(&quotes, start) || !(1900..=2100).contains(&year)
            {
                continue;
            }
            let (end, tail) = month_and_day(text, sign + '年'.len_utf8());
            let fix = format!("{year}年{tail}");
            found.push(Finding::at(at, start..end).telling(fix.as_str()).fixed(fix));
        }
    }
}

/// The month and the day in Chinese numerals at a place: where they end, and in digits.
fn month_and_day(text: &str, from: usize) -> (usize, String) {
    let mut end = from;
    let mut out = String::new();
    for (sign, most) in [('月', 12), ('日', 31)] {
        let Some((number, _)) = after(text, end, 4).split_once(sign) else { break };
        let Some(value) = numerals::parse_chinese(number).filter(|value| (1..=most).contains(value)) else {
            break;
        };
        end += number.len() + sign.len_utf8();
        out.push_str(&format!("{value}{sign}"));
    }
    (end, out)
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{mended, remarked, silent};

    #[test]
    fn days_that_no_calendar_has_are_found() {
        remarked(
            "NU05",
            "2026年2月30日前，4月31日后，2026年13月",
            &["2026年2月30日", "4月31日", "2026年13月"],
        );
        remarked("NU05", "截至2026-02-30，2025年2月29日", &["2025年2月29日", "2026-02-30"]);
        silent(
            "NU05",
            &[
                "2月28日",
                "2024年2月29日",
                "2月29日",
                "历时13个月",
                "农历2月30日",
                "1—3月31日",
                "2026.12.5",
                "版本3.13.40",
            ],
        );
    }

    #[test]
    fn days_of_another_weekday_are_found() {
        remarked("NU05", "2026年12月5日（星期五）召开", &["2026年12月5日（星期五"]);
        silent(
            "NU05",
            &["2026年12月5日（星期六）", "12月5日（周日）", "12月5日（周六）", "12月5日，周边群众"],
        );
        remarked("NU05", "12月5日（周二）", &["12月5日（周二"]);
    }

    #[test]
    fn leading_zeros_are_found() {
        mended("NU06", "2026年01月05日", "2026年1月5日");
        mended("NU06", "自03月12日起，2026年10月05日止", "自3月12日起，2026年10月5日止");
        silent("NU06", &["2026年1月5日；编号202601", "10月20日", "101号楼", "05时"]);
    }

    #[test]
    fn years_in_chinese_numerals_are_found() {
        mended("NU07", "二〇二六年工作", "2026年工作");
        mended("NU07", "二○二六年十二月五日", "2026年12月5日");
        silent(
            "NU07",
            &["2026年", "二〇二六年正月初一", "二十年来", "《二〇二六年工作要点》", "一二三四年级"],
        );
    }
}
