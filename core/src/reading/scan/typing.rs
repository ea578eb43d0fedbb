//! What a blank asks for: its kind and unit, by what stands beside it.

use super::around::{Around, Sides};
use super::figures::by_figure;
use super::names::{before_list, by_name};
use super::view::{closing, ends, ends_any, is_mark, is_x, starts};
use super::words::{Ask, far_organisation, slot, suffix};
use super::{Blank, Class, Typed, choices, label};
use crate::field::Kind;
use crate::text::chars::{fold, is_space};

/// So many X are room for sentences.
const PROSE: usize = 6;
/// So many underscores are.
const PROSE_LINE: usize = 24;
/// A name that begins with a blank ends after so many characters.
const NAMED: usize = 10;

/// A kind, and how many of the characters after the blank are its unit, spaces before it not counted.
pub(super) type Guess = (Kind, usize);

/// What the blank number `at` of a line asks for. Looks at a few words on each side of it.
pub(in crate::reading) fn type_of(line: &str, blanks: &[Blank], at: usize) -> Typed {
    let Some(blank) = blanks.get(at) else {
        return Typed { kind: Kind::Text, unit: String::new(), label: String::new(), choices: Vec::new() };
    };
    let mark = line.get(blank.range.clone()).unwrap_or_default();
    let around = Around::of(line, &blank.range);
    let sides = around.sides();
    let (kind, length) = guess(blank.class, mark, sides);
    let is_quoted = kind == Kind::Title && is_quoted(sides.before, sides.after);
    let rest = if is_quoted { &sides.after[1..] } else { sides.after };
    let unit: String = rest.iter().take(length).collect();
    let choices = match (kind, blank.class) {
        (Kind::Choice, Class::Choice | Class::Delim) => choices::options(mark),
        (Kind::Choice, _) => choices::named(sides.before),
        _ => Vec::new(),
    };
    let kind = if kind == Kind::Choice && choices.len() < 2 { Kind::Text } else { kind };
    let label = label::label(line, blanks, at, &around, kind, &unit);
    Typed { kind, unit, label, choices }
}

fn guess(class: Class, mark: &str, sides: Sides) -> Guess {
    let next = sides.after.first().copied().unwrap_or_default();
    let printed = |is_unit: bool| usize::from(is_unit);
    match class {
        Class::Year if starts(sides.after, "学年") => (Kind::Year, 2),
        Class::Year => (Kind::Year, printed(matches!(next, '年' | '届' | '级'))),
        Class::Month => (Kind::Integer, printed(next == '月')),
        Class::Day => (Kind::Integer, printed(matches!(next, '日' | '号'))),
        Class::DocNo => (Kind::Integer, printed(matches!(next, '号' | '號'))),
        Class::BlankDate => (Kind::Date, 0),
        Class::Tel | Class::Email => (Kind::Text, 0),
        Class::Choice => (Kind::Choice, 0),
        Class::Ellipsis => (if ends(sides.before, "是") { Kind::Prose } else { Kind::Text }, 0),
        Class::NumberMask if next == '%' => (Kind::Percent, 1),
        Class::NumberMask => (Kind::Decimal, sides.unit),
        Class::Delim => by_content(mark, sides),
        Class::XRun
        | Class::Letter
        | Class::Underscore
        | Class::Star
        | Class::Mou
        | Class::Circle
        | Class::Blank
        | Class::Square
        | Class::Given => by_neighbours(class, mark, sides),
    }
}

/// What is said between delimiters asks for it.
fn by_content(mark: &str, sides: Sides) -> Guess {
    let is_delimiter =
        |c| matches!(c, '[' | ']' | '{' | '}' | '【' | '】' | '«' | '»' | '<' | '>' | '$' | ' ');
    let content: Vec<char> = mark.trim_matches(is_delimiter).chars().map(fold).collect();
    if content.contains(&'/') && !content.iter().any(char::is_ascii_alphanumeric) {
        return (Kind::Choice, 0);
    }
    let by_side = by_neighbours(Class::Delim, mark, sides);
    if content.iter().all(|c| is_mark(*c)) {
        return by_side;
    }
    match slot(&content) {
        Some(_) if by_side.1 > 0 && matches!(by_side.0, Kind::Integer | Kind::Percent) => by_side,
        Some(ask) => (asked(ask), 0),
        None => by_side,
    }
}

/// The kind that a noun asks for.
pub(super) fn asked(ask: Ask) -> Kind {
    match ask {
        Ask::Person => Kind::Person,
        Ask::Place => Kind::Place,
        Ask::Organisation => Kind::Organisation,
        Ask::Title => Kind::Title,
        Ask::Year => Kind::Year,
        Ask::Date => Kind::Date,
        Ask::Count => Kind::Integer,
        Ask::Amount => Kind::Decimal,
        Ask::Share => Kind::Percent,
        Ask::Sex => Kind::Choice,
        Ask::Words => Kind::Text,
        Ask::Prose => Kind::Prose,
    }
}

fn is_opening(c: char) -> bool {
    matches!(c, '“' | '《' | '‘' | '「' | '『' | '〈')
}

/// Whether a blank fills quotes or 《》.
fn is_quoted(before: &[char], after: &[char]) -> bool {
    let open = before.last().copied().unwrap_or_default();
    is_opening(open) && after.first() == Some(&closing(open))
}

fn by_neighbours(class: Class, mark: &str, sides: Sides) -> Guess {
    if is_quoted(sides.before, sides.after) {
        let outside = &sides.after[1..];
        return (Kind::Title, title_unit(outside, suffix(outside)));
    }
    if class == Class::Blank && mark.starts_with(is_opening) {
        return (Kind::Title, title_unit(sides.after, sides.name));
    }
    let by_label = by_label(sides.before);
    // What follows room behind a label is the next label: 性别：    年龄：
    if class == Class::Blank
        && let Some(guess) = by_label
        && mark.chars().all(is_space)
    {
        return guess;
    }
    let known = by_figure(mark, sides).or_else(|| by_name(sides)).or(by_label);
    known.or_else(|| in_list(sides.before)).or_else(|| begins_title(sides)).unwrap_or_else(|| {
        let count = |is: fn(char) -> bool| mark.chars().filter(|c| is(fold(*c))).count();
        let is_named = matches!(sides.before.last(), Some('：' | ':'));
        // A long row behind 身份证号 stands for digits.
        let is_code = ends_any(sides.before, &["号", "号码", "电话"]);
        let is_long =
            count(is_x) >= if is_named { 2 * PROSE } else { PROSE } || count(|c| c == '_') >= PROSE_LINE;
        let is_prose = is_long && !is_code;
        (if is_prose { Kind::Prose } else { Kind::Text }, 0)
    })
}

/// “XX”示范学校: the end of a name outside of its quotes.
fn title_unit(after: &[char], name: Option<(Ask, usize)>) -> usize {
    match (far_organisation(after), name) {
        (Some(length), _) | (None, Some((Ask::Organisation, length))) => length,
        _ => 0,
    }
}

/// What the label before a row of names asks for.
fn in_list(before: &[char]) -> Option<Guess> {
    by_label(before_list(before)).filter(|(kind, _)| *kind == Kind::Person)
}

/// The beginning of a name in quotes or 《》: 《XX管理办法》.
fn begins_title(sides: Sides) -> Option<Guess> {
    let open = *sides.before.last()?;
    let close = closing(open);
    let ends = is_opening(open) && sides.after.iter().take(NAMED).any(|c| *c == close);
    ends.then_some((Kind::Title, 0))
}

/// What the label before asks for: 姓名：____.
fn by_label(before: &[char]) -> Option<Guess> {
    let (colon, label) = before.split_last()?;
    if !matches!(colon, '：' | ':') {
        return None;
    }
    let label: Vec<char> = label.iter().copied().filter(|c| *c != ' ').collect();
    let label = match label.iter().rposition(|c| matches!(c, '（' | '(')) {
        // A seal or a signature is no name: 甲方（签章）：
        Some(open)
            if label[..open].last() == Some(&'方')
                && label[open..].iter().any(|c| matches!(c, '章' | '签')) =>
        {
            return None;
        }
        Some(open) if open > 0 && matches!(label.last(), Some('）' | ')')) => &label[..open],
        _ => &label[..],
    };
    slot(label).map(|ask| (asked(ask), 0))
}
