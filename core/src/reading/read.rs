//! Source → [`Reading`]: repairs, structure, blanks, and the template made of them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::decide::settled;
use super::model::{Class, Found, Heading, Reading, RepairKind};
use super::repair::{Log, repair};
use super::scan::{Blank, Typed, date_span, same_key, scan, type_of};
use super::source::{Given, Line, Part, Source};
use super::structure::{Shape, structure};
use crate::field::{Field, FieldId, Kind, Limits};
use crate::template::{Block, BlockKind, Span, Template, is_text_form, parse, tidy};
use crate::text::garbled::is_garbled;
use crate::text::heading::{reach, title};
use crate::text::number::number;

/// What a blank is called that nothing names.
const NAMELESS: &str = "空白";
/// What the scanner calls a year that nothing names, and what a whole date is called then.
const YEAR: &str = "年份";
const DATE: &str = "日期";
/// So many characters beside a blank are told.
const BESIDE: usize = 6;

/// Reads a text. `switched` names the kinds of repair for which the person wants the other way
/// than the usual one: usual ones are left undone, offered ones made.
#[must_use]
pub fn read(source: &Source, switched: &[RepairKind]) -> Reading {
    let mut log = Log::new(switched);
    let lines = repair(source, &mut log);
    let texts: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    let scanned = scan(&texts);
    let blanks: Vec<Vec<Blank>> =
        lines.iter().zip(scanned).map(|(line, blanks)| with_given(line, blanks)).collect();
    let blank_at = |at: usize| {
        blanks.get(at).and_then(|blanks| blanks.first()).map_or(usize::MAX, |blank| blank.range.start)
    };
    let shapes = structure(&lines, &blank_at, &mut log);
    let mut reader = Reader::default();
    for ((line, blanks), shape) in lines.iter().zip(&blanks).zip(&shapes) {
        reader.line(line, blanks, shape);
    }
    let mut reading = reader.reading;
    reading.text = texts.join("\n");
    reading.garbled = is_garbled(&reading.text);
    reading.repairs = log.repairs;
    reading
}

/// Reads a file or a pasted text into a template without a review: the text form if it has a
/// `[正文]` line, else any text. `name` is used where the text states none.
#[must_use]
pub fn read_any(text: &str, name: &str) -> Template {
    let text = text.trim_start_matches('\u{feff}');
    let mut template =
        if is_text_form(text) { parse(text).0 } else { settled(&read(&Source::from_text(text), &[])) };
    if template.name.is_empty() {
        name.clone_into(&mut template.name);
    }
    template
}

/// The blanks of a line; those that the file declares go before those that were found.
fn with_given(line: &Line, found: Vec<Blank>) -> Vec<Blank> {
    if line.given.is_empty() {
        return found;
    }
    let mut out = Vec::with_capacity(line.given.len() + found.len());
    let mut found = found.into_iter().peekable();
    for Given { range, .. } in &line.given {
        while let Some(blank) = found.next_if(|blank| blank.range.end <= range.start) {
            out.push(blank);
        }
        out.push(Blank { range: range.clone(), class: Class::Given, certain: true });
        while found.next_if(|blank| blank.range.start < range.end).is_some() {}
    }
    out.extend(found);
    out
}

/// A piece of a line that becomes one blank of the template.
struct Place {
    range: Range<usize>,
    field: FieldId,
}

#[derive(Default)]
struct Reader {
    reading: Reading,
    /// Code points of the lines so far, line breaks included.
    before: usize,
    /// How many fields have each label.
    labels: BTreeMap<FieldId, usize>,
    /// The field that each key of equal blanks was seen first in.
    keys: BTreeMap<FieldId, usize>,
}

impl Reader {
    fn line(&mut self, line: &Line, blanks: &[Blank], shape: &Shape) {
        let text = line.text.as_str();
        if let Some((level, range)) = &shape.heading {
            let title = text[range.clone()].to_owned();
            self.reading.headings.push(Heading { level: *level, title, start: self.before });
        } else if let Some(number) =
            number(text).filter(|number| number.level == 5 && line.part == Part::Body)
        {
            let words = &text[number.end..];
            let title = title(words, reach(words)).to_owned();
            if !title.is_empty() {
                self.reading.headings.push(Heading { level: 5, title, start: self.before });
            }
        }
        let mut places = Vec::with_capacity(blanks.len());
        let (mut at, mut given) = (0, line.given.iter());
        // How far the line is counted, in bytes and in code points.
        let (mut byte, mut point) = (0, self.before);
        while let Some(blank) = blanks.get(at) {
            let date = date_span(text, blanks, at).filter(|(_, count)| *count > 0);
            let (range, count) = date.clone().unwrap_or_else(|| (blank.range.clone(), 1));
            let declared = if blank.class == Class::Given { given.next() } else { None };
            // A line that is nothing but a mark names who speaks or signs.
            let alone = shape.is_name() && range == (0..text.len());
            let field = match declared {
                Some(given) => declared_field(given, type_of(text, blanks, at)),
                None if date.is_some() => whole_date(text, blanks, at),
                None => part_field(blank.class, type_of(text, blanks, at), &text[range.end..]),
            };
            let kind = if alone && field.kind == Kind::Text { Kind::Person } else { field.kind };
            let field = Field { kind, ..field };
            let (place, literal) = inside(text, range, blank.class);
            // What is certain is not joined to what may turn out to be text.
            let key = same_key(text, blanks, at).filter(|_| blank.certain);
            let (id, same) = self.declare(field, literal, key);
            for part in blanks.iter().skip(at).take(count) {
                point += text[byte..part.range.start].chars().count();
                byte = part.range.start;
                self.reading.found.push(found(text, part, point, &id, same.as_ref()));
            }
            places.push(Place { range: place, field: id });
            at += count;
        }
        self.reading.template.blocks.push(block(text, shape, &places));
        // What stands under another title is a second paper.
        let blocks = &self.reading.template.blocks;
        let first = blocks.iter().rev().find(|block| block.kind != BlockKind::Title);
        if shape.kind == BlockKind::Title && first.is_none_or(|block| block.kind == BlockKind::Byline) {
            self.reading.template.name.push_str(text);
        }
        self.before = point + text[byte..].chars().count() + 1;
    }

    /// Adds a field and says which earlier one it is proposed to be the same as. A key is only
    /// shared by equal marks, so that joining them changes no word.
    fn declare(
        &mut self,
        mut field: Field,
        literal: &str,
        key: Option<String>,
    ) -> (FieldId, Option<FieldId>) {
        let fields = &mut self.reading.template.fields;
        let own = fields.len();
        let id = FieldId::new(&["b", &(own + 1).to_string()].concat());
        let first =
            key.map(|key| *self.keys.entry(FieldId::new(&[&key, "\n", literal].concat())).or_insert(own));
        if field.label.trim().is_empty() {
            NAMELESS.clone_into(&mut field.label);
        }
        let same = first.filter(|first| *first != own).and_then(|first| fields.get(first));
        match same {
            Some(same) => field.label.clone_from(&same.label),
            None => {
                let count = self.labels.entry(FieldId::new(&field.label)).or_insert(0);
                *count += 1;
                if *count > 1 {
                    field.label = [&field.label, "（", &count.to_string(), "）"].concat();
                }
            }
        }
        let same = same.map(|same| same.id.clone());
        field.id = id.clone();
        literal.clone_into(&mut field.literal);
        fields.push(field);
        (id, same)
    }
}

/// A blank as it is told.
fn found(text: &str, blank: &Blank, start: usize, field: &FieldId, same: Option<&FieldId>) -> Found {
    let Range { start: from, end: to } = blank.range;
    let skip = text[..from].char_indices().rev().take(BESIDE).last().map_or(from, |(at, _)| at);
    Found {
        start,
        literal: text[from..to].to_owned(),
        before: text[skip..from].to_owned(),
        after: text[to..].chars().take(BESIDE).collect(),
        class: blank.class,
        certain: blank.certain,
        field: field.clone(),
        same: same.cloned(),
    }
}

/// The part of a blank that is filled, and the mark that stands there: quotes around an empty name
/// stay in the text.
fn inside(text: &str, range: Range<usize>, class: Class) -> (Range<usize>, &str) {
    let literal = &text[range.clone()];
    let open = ['“', '《', '‘', '「', '『', '〈'];
    let close = ['”', '》', '’', '」', '』', '〉'];
    let quoted = literal.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    match quoted.filter(|_| class == Class::Blank) {
        Some(inner) => {
            let start = range.start + '“'.len_utf8();
            (start..start + inner.len(), inner)
        }
        None => (range, literal),
    }
}

fn field_of(typed: Typed) -> Field {
    Field { unit: typed.unit, choices: typed.choices, ..Field::new("", typed.kind, &typed.label, "") }
}

/// The field of a whole date; its label is that of its first part, where more than the year names it.
fn whole_date(text: &str, blanks: &[Blank], at: usize) -> Field {
    let label = type_of(text, blanks, at).label;
    Field::new("", Kind::Date, if label == YEAR { DATE } else { &label }, "")
}

fn part_field(class: Class, typed: Typed, after: &str) -> Field {
    let mut field = field_of(typed);
    let (unit, max) = match class {
        Class::Month => ("月", 12),
        // X日内 is a span of time.
        Class::Day if !after.starts_with("日内") => ("日", 31),
        Class::Year => {
            field.kind = Kind::Year;
            return field;
        }
        _ => return field,
    };
    field.kind = Kind::Integer;
    field.unit = unit.to_owned();
    field.limits = Limits { min: Some(1), max: Some(max) };
    field
}

fn declared_field(given: &Given, typed: Typed) -> Field {
    let mut field = field_of(typed);
    if let Some(kind) = given.kind {
        field.kind = kind;
    }
    if !given.label.is_empty() {
        field.label.clone_from(&given.label);
    }
    if !given.choices.is_empty() {
        field.choices.clone_from(&given.choices);
        field.choices.retain(|choice| !choice.is_empty());
    }
    field
}

/// The paragraph of a line.
fn block(text: &str, shape: &Shape, places: &[Place]) -> Block {
    // A heading never ends within a blank.
    let cut =
        places.iter().any(|place| place.range.start < shape.lead_end && shape.lead_end < place.range.end);
    let lead_end = if cut { shape.start } else { shape.lead_end };
    let split = places.iter().take_while(|place| place.range.start < lead_end).count();
    let (lead, rest) = places.split_at(split);
    let lead = spans(text, shape.start..lead_end, lead);
    Block::with_lead(shape.kind, lead, spans(text, lead_end..text.len(), rest))
}

fn spans(text: &str, range: Range<usize>, places: &[Place]) -> Vec<Span> {
    let mut out = Vec::with_capacity(places.len() * 2 + 1);
    let mut from = range.start;
    for place in places {
        out.push(Span::Text(text[from..place.range.start].to_owned()));
        out.push(Span::Blank(place.field.clone()));
        from = place.range.end;
    }
    out.push(Span::Text(text[from..range.end].to_owned()));
    tidy(out)
}
