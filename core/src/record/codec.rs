//! A record as text: four lines that tell what it is, then what is kept. A sum over all of it
//! tells a record that was torn or changed by anything but this program.

use super::{Record, Seen, Shelf, Stamp};
use crate::text::fnv1a;

/// What the first line begins with; the number is the version of the format.
const FORMAT: &str = "gaozhi-record";
const VERSION: u32 = 1;

/// Why a record could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no record: one from before there were any, or something else.
    Foreign,
    /// It was torn or changed.
    Damaged,
    /// A newer version of this program wrote it: its number.
    Newer(u32),
}

/// Writes a record.
#[must_use]
pub fn write(record: &Record) -> String {
    let Record { stamp, seen, changed, tally: (filled, total), body, .. } = record;
    let shelf = match record.shelf {
        Shelf::Kept => "kept",
        Shelf::Bin => "bin",
        Shelf::Gone => "gone",
    };
    let form = if record.is_packed { "packed" } else { "plain" };
    let mut text = format!("{} {} {shelf} {changed} {filled} {total} {form}\n", stamp.writer, stamp.seq);
    text.push_str(&seen.floor.to_string());
    for mark in &seen.marks {
        text.push(' ');
        text.push_str(&mark.key());
    }
    text.push('\n');
    text.extend(record.name.chars().map(|c| if c == '\n' { ' ' } else { c }));
    text.push('\n');
    text.push_str(body);
    format!("{FORMAT} {VERSION} {:016x}\n{text}", fnv1a(text.bytes()))
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// Says why it is no record that this program can read.
pub fn read(text: &str) -> Result<Record, Unreadable> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut words = first.split(' ');
    if words.next() != Some(FORMAT) {
        return Err(Unreadable::Foreign);
    }
    let version = words.next().and_then(|word| word.parse().ok()).ok_or(Unreadable::Damaged)?;
    if version > VERSION {
        return Err(Unreadable::Newer(version));
    }
    let sum = words.next().and_then(|word| u64::from_str_radix(word, 16).ok());
    if sum != Some(fnv1a(rest.bytes())) {
        return Err(Unreadable::Damaged);
    }
    parts(rest).ok_or(Unreadable::Damaged)
}

fn parts(text: &str) -> Option<Record> {
    let (facts, text) = text.split_once('\n')?;
    let (marks, text) = text.split_once('\n')?;
    let (name, body) = text.split_once('\n')?;
    let mut facts = facts.split(' ');
    let stamp = Stamp { writer: facts.next()?.to_owned(), seq: facts.next()?.parse().ok()? };
    let shelf = match facts.next()? {
        "kept" => Shelf::Kept,
        "bin" => Shelf::Bin,
        "gone" => Shelf::Gone,
        _ => return None,
    };
    let changed = facts.next()?.parse().ok()?;
    let tally = (facts.next()?.parse().ok()?, facts.next()?.parse().ok()?);
    let is_packed = facts.next()? == "packed";
    let mut marks = marks.split(' ');
    let floor = marks.next()?.parse().ok()?;
    let seen = Seen { floor, marks: marks.map(Stamp::from_key).collect::<Option<_>>()? };
    Some(Record {
        stamp,
        seen,
        shelf,
        changed,
        tally,
        name: name.to_owned(),
        is_packed,
        body: body.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Pen;

    fn sample() -> Record {
        let mut pen = Pen::new("b-2");
        let (stamp, seen) = Pen::new("a").sign();
        let first = Record {
            stamp,
            seen,
            shelf: Shelf::Bin,
            changed: -5,
            tally: (3, 35),
            name: "述职\n报告".to_owned(),
            is_packed: false,
            body: "{\n\"a\": 1\n}\n".to_owned(),
        };
        pen.saw(&first);
        let (stamp, seen) = pen.sign();
        Record { stamp, seen, ..first }
    }

    #[test]
    fn a_record_comes_back_from_its_text() {
        let record = sample();
        let back = Record { name: "述职 报告".to_owned(), ..record.clone() };
        assert_eq!(read(&write(&record)), Ok(back));
    }

    #[test]
    fn a_record_that_was_cut_or_changed_is_told() {
        let text = write(&sample());
        let cut = |at: usize| read(&text[..at]);
        for at in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            assert!(matches!(cut(at), Err(Unreadable::Damaged | Unreadable::Foreign)), "cut at {at}");
        }
        assert_eq!(read(&text.replace("35", "36")), Err(Unreadable::Damaged));
        assert_eq!(read(&text.replacen("record 1", "record 2", 1)), Err(Unreadable::Newer(2)));
        assert_eq!(read("{\n\"format\": \"gaozhi-draft\""), Err(Unreadable::Foreign));
    }
}
