//! A day of the calendar, as the page's clock gives it.

/// Year, month 1 to 12, day 1 to 31.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Day {
    /// The year, such as 2026.
    pub year: i32,
    /// The month, from 1.
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
}

impl Day {
    /// As an office prints it: 2026年12月5日, without leading zeros (GB/T 9704-2012 7.3.5.4).
    #[must_use]
    pub fn printed(self) -> String {
        format!("{}年{}月{}日", self.year, self.month, self.day)
    }
}
