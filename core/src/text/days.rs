//! The days of the common calendar.

/// The last day of a month; 0 where there is no such month.
#[must_use]
pub fn last_day(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap),
        _ => 0,
    }
}

/// The day of the week, 0 for Sunday to 6 for Saturday. Of a day that is none, some day.
#[must_use]
pub fn weekday(year: u32, month: u32, day: u32) -> usize {
    // January and February count to the year before, whose leap day is then the last of all.
    let shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let offset = month.checked_sub(1).and_then(|at| shift.get(at as usize)).copied().unwrap_or(0);
    let year = if month < 3 { year.saturating_sub(1) } else { year };
    let days = u64::from(year) + u64::from(year / 4) + u64::from(year / 400) + offset + u64::from(day);
    ((days - u64::from(year / 100)) % 7) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_as_in_the_calendar() {
        let cases =
            [(2026, 2, 28), (2024, 2, 29), (1900, 2, 28), (2000, 2, 29), (2026, 4, 30), (2026, 12, 31)];
        for (year, month, last) in cases {
            assert_eq!(last_day(year, month), last, "{year}-{month}");
        }
        assert_eq!((last_day(2026, 0), last_day(2026, 13)), (0, 0));
    }

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        let cases = [(2026, 11, 22, 0), (2026, 12, 5, 6), (2024, 2, 29, 4), (2000, 1, 1, 6), (1900, 1, 1, 1)];
        for (year, month, day, weekday_is) in cases {
            assert_eq!(weekday(year, month, day), weekday_is, "{year}-{month}-{day}");
        }
        assert!(weekday(0, 99, 99) < 7);
    }
}
