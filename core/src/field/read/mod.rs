//! Reads what a person typed into a field: the input rules of the trade. Never throws typed text
//! away: what cannot be read is refused with the reason and stays as it is.

mod choice;
mod date;
mod figure;
#[cfg(test)]
mod laws;
mod list;
mod number;
mod ordinal;
mod strip;
mod words;

pub use list::items as list_items;

use super::{Field, Joiner, Kind};

/// What reading changed, told to the person beside the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Full-width digits or marks became half-width.
    Width,
    /// Thousands separators were dropped.
    Separators,
    /// The unit that the sentence already prints was dropped from the end.
    Unit,
    /// Chinese numerals became digits.
    Numerals,
    /// Quotes or 《》 that the sentence already prints were dropped.
    Quotes,
    /// The day was put into the form 2026年12月5日.
    DateForm,
    /// The items of a list were put together uniformly.
    Items,
    /// What the sentence prints around each item of a list was dropped.
    Around,
    /// The 第 that the sentence already prints was dropped.
    Ordinal,
}

/// Why typed text was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not a number at all.
    NotANumber,
    /// A count with a decimal part.
    Decimal,
    /// A plus or minus before a count.
    Sign,
    /// 约30, 30余, 近百: an approximation where a figure is asked.
    Approximate,
    /// More than two decimals of a percentage.
    TooPrecise,
    /// Below the lowest accepted value.
    Below(i64),
    /// Above the highest accepted value.
    Above(i64),
    /// Fewer characters than accepted.
    TooShort(i64),
    /// More characters than accepted.
    TooLong(i64),
    /// Fewer items than accepted.
    TooFew(i64),
    /// More items than accepted.
    TooMany(i64),
    /// Not a year of four digits.
    NotAYear,
    /// Not a day of the calendar.
    NotADate,
    /// Quotes inside a name that stands in quotes.
    QuoteInside,
    /// None of the texts to choose from.
    NotAChoice,
}

/// Typed text, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What to keep: normalised where it was understood, as typed where it was refused.
    pub text: String,
    /// What was changed, in order, to be told.
    pub changes: Vec<Change>,
    /// Why it was refused, if it was.
    pub refusal: Option<Refusal>,
}

/// Reads `typed` for `field`. Blank text is accepted as empty, whatever the limits: a blank that is
/// not filled is no error. Total; reading its own result again changes nothing.
#[must_use]
pub fn read(field: &Field, typed: &str) -> Reading {
    if strip::edges(typed).is_empty() {
        return Reading { text: String::new(), changes: Vec::new(), refusal: None };
    }
    let outcome = match field.kind {
        Kind::Text | Kind::Person | Kind::Place => words::text(field, typed),
        Kind::Integer => number::integer(field, typed),
        Kind::Decimal => number::decimal(field, typed),
        Kind::Percent => number::percent(field, typed),
        Kind::Ordinal => ordinal::ordinal(field, typed),
        Kind::Organisation => words::organisation(field, typed),
        Kind::Title => words::title(field, typed),
        Kind::Year => date::year(field, typed),
        Kind::Date => date::date(field, typed),
        Kind::Choice => choice::choice(field, typed),
        Kind::Prose => words::prose(field, typed),
        Kind::List(Joiner::Comma) => list::comma(field, typed),
        Kind::List(Joiner::Series) => list::series(field, typed),
    };
    match outcome {
        Ok(Accepted { text, changes }) => Reading { text, changes, refusal: None },
        Err(refusal) => Reading { text: typed.to_owned(), changes: Vec::new(), refusal: Some(refusal) },
    }
}

/// Text that was understood.
struct Accepted {
    text: String,
    changes: Vec<Change>,
}

impl Accepted {
    /// `text`, with those of `changes` that happened. The table of a kind is in the order in which
    /// its rules are applied.
    fn new(text: String, changes: &[(Change, bool)]) -> Self {
        let happened = changes.iter().filter(|(_, happened)| *happened);
        Self { text, changes: happened.map(|(change, _)| *change).collect() }
    }
}

/// What the rules of one kind say.
type Outcome = Result<Accepted, Refusal>;
