//! The records under one id as one writer knows them: which counts, which may go, what comes next.

use super::{Pen, Record, heads, write};

/// What a writer knows of the records under one id. Whoever stores does what it says, in any
/// number of stores that may fail, lag or end at any moment.
#[derive(Clone, Debug)]
pub struct Trail {
    place: String,
    pen: Pen,
    head: Option<String>,
    older: Vec<String>,
}

/// What was found under an id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The record that counts.
    pub record: Option<Record>,
    /// Records, by key, that count too: somebody wrote them without knowing of the other. Each is to
    /// be put under an id of its own and then taken out here.
    pub apart: Vec<(String, Record)>,
}

/// A record to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Next {
    /// Its key, which no other record ever has.
    pub key: String,
    /// Its text.
    pub text: String,
    /// Keys of which it has seen the records: they go once it is stored. The one before it stays.
    pub drops: Vec<String>,
}

impl Trail {
    /// That of a writer which has not looked yet. `place` is what the keys under the id begin with.
    #[must_use]
    pub fn new(place: &str, writer: &str) -> Self {
        Self { place: place.to_owned(), pen: Pen::new(writer), head: None, older: Vec::new() }
    }

    /// What the keys under the id begin with.
    #[must_use]
    pub fn place(&self) -> &str {
        &self.place
    }

    /// Looks at all records there, with their keys. From now on it writes after them.
    pub fn look(&mut self, keys: Vec<String>, records: Vec<Record>) -> Found {
        let counting = heads(&records);
        let first = counting.first().copied();
        let mut found = Found::default();
        self.older.clear();
        for (at, (key, record)) in keys.into_iter().zip(records).enumerate() {
            // That which counts most comes back last, so that the others can be told from it.
            if Some(at) == first {
                self.head = Some(key);
                found.record = Some(record);
            } else if counting.contains(&at) {
                found.apart.push((key, record));
            } else {
                self.pen.saw(&record);
                self.older.push(key);
            }
        }
        let Some(record) = &found.record else { return found };
        self.pen.saw(record);
        let (pen, older) = (&mut self.pen, &mut self.older);
        found.apart.retain(|(key, other)| {
            let is_same =
                (&other.body, other.shelf, other.is_packed) == (&record.body, record.shelf, record.is_packed);
            if is_same {
                pen.saw(other);
                older.push(key.clone());
            }
            !is_same
        });
        if found.apart.iter().any(|(_, other)| pen.wrote(other)) {
            // What it wrote itself went apart, so its next record does not come after that.
            pen.turn();
        }
        found
    }

    /// The next record, which says what `record` says.
    pub fn next(&mut self, record: Record) -> Next {
        let (stamp, seen) = self.pen.sign();
        let key = [&self.place, "/", &stamp.key()].concat();
        let text = write(&Record { stamp, seen, ..record });
        Next { key, text, drops: self.older.clone() }
    }

    /// What [`next`](Self::next) gave is stored, and its drops are taken out.
    pub fn stored(&mut self, next: Next) {
        self.older.retain(|key| !next.drops.contains(key));
        self.older.extend(self.head.replace(next.key));
    }

    /// It could not be stored: what was stored before still counts.
    pub fn unstored(&mut self, next: Next) {
        self.older.push(next.key);
    }

    /// All its keys, to be taken out for good.
    pub fn end(self) -> Vec<String> {
        self.older.into_iter().chain(self.head).collect()
    }
}
