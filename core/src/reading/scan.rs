//! The blanks of a line.

use std::ops::Range;

use super::Class;
use crate::field::Kind;
use crate::text::chars::fold;

/// A blank of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blank {
    /// The bytes of the line that its mark covers.
    pub(super) range: Range<usize>,
    /// The convention that it follows.
    pub(super) class: Class,
    /// Certain, or only a suggestion.
    pub(super) certain: bool,
}

/// What a blank asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) kind: Kind,
    /// What the sentence prints right after it.
    pub(super) unit: String,
    pub(super) label: String,
    pub(super) choices: Vec<String>,
}

/// The blanks of each line, in order, none over another.
pub(super) fn scan(lines: &[&str]) -> Vec<Vec<Blank>> {
    lines.iter().map(|line| runs(line)).collect()
}

fn runs(line: &str) -> Vec<Blank> {
    let class = |c: char| matches!(fold(c), 'X' | 'x' | '×' | '_');
    let mut found = Vec::new();
    let mut chars = line.char_indices().peekable();
    let mut before = ' ';
    while let Some((from, c)) = chars.next() {
        if !class(c) {
            before = c;
            continue;
        }
        let mut to = from + c.len_utf8();
        while let Some((at, next)) = chars.next_if(|(_, next)| class(*next)) {
            to = at + next.len_utf8();
        }
        let after = line[to..].chars().next().unwrap_or(' ');
        let latin = before.is_ascii_alphanumeric() || after.is_ascii_alphanumeric();
        let class = if after == '年' {
            Class::Year
        } else if after == '月' {
            Class::Month
        } else if after == '日' {
            Class::Day
        } else {
            Class::XRun
        };
        let from = if class == Class::Year && line[..from].ends_with("20") { from - 2 } else { from };
        if !latin || class != Class::XRun {
            found.push(Blank { range: from..to, class, certain: true });
        }
        before = c;
    }
    found
}

/// What the blank number `at` of a line asks for.
pub(super) fn type_of(line: &str, blanks: &[Blank], at: usize) -> Typed {
    let blank = &blanks[at];
    let label =
        line[..blank.range.start].chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    Typed { kind: Kind::Text, unit: String::new(), label, choices: Vec::new() }
}

/// The bytes of a whole date that begins with blank `at`, and how many blanks it covers.
pub(super) fn date_span(line: &str, blanks: &[Blank], at: usize) -> Option<(Range<usize>, usize)> {
    let [year, month, day] = blanks.get(at..at + 3)? else { return None };
    let fits = year.class == Class::Year
        && line.get(year.range.end..month.range.start) == Some("年")
        && line.get(month.range.end..day.range.start) == Some("月")
        && line[day.range.end..].starts_with('日');
    fits.then_some((year.range.start..day.range.end + 3, 3))
}

/// A key that is equal for blanks that are proposed to be one field.
pub(super) fn same_key(line: &str, blanks: &[Blank], at: usize) -> Option<String> {
    let blank = blanks.get(at)?;
    (blank.class == Class::Year).then(|| line[blank.range.clone()].to_owned())
}
