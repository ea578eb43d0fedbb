//! A writer of records.

use super::{Record, Seen, Stamp};

/// More marks than this are not carried along; far more than the windows that ever hold one draft
/// at a time.
const MARKS: usize = 64;

/// What a writer knows of the records of one draft. All that it has read goes into what it writes.
#[derive(Clone, Debug)]
pub struct Pen {
    stamp: Stamp,
    seen: Seen,
}

impl Pen {
    /// That of a writer which has read nothing yet.
    #[must_use]
    pub fn new(writer: &str) -> Self {
        Self { stamp: Stamp { writer: writer.to_owned(), seq: 0 }, seen: Seen::default() }
    }

    /// It has read `record`: what it writes from now on comes after that.
    pub fn saw(&mut self, record: &Record) {
        self.seen.floor = self.seen.floor.max(record.seen.floor);
        for mark in record.seen.marks.iter().chain([&record.stamp]) {
            self.stamp.seq = self.stamp.seq.max(mark.seq);
            if mark.writer != self.stamp.writer {
                self.seen.add(mark);
            }
        }
    }

    /// Whether it wrote a record.
    #[must_use]
    pub fn wrote(&self, record: &Record) -> bool {
        self.stamp.writer == record.stamp.writer
    }

    /// From now on it is another writer, which has read what this one had read.
    pub fn turn(&mut self) {
        self.stamp.writer = format!("{}-{}", self.stamp.writer, self.stamp.seq);
    }

    /// The stamp of its next record, and what goes into it.
    pub fn sign(&mut self) -> (Stamp, Seen) {
        self.stamp.seq = self.stamp.seq.saturating_add(1);
        (self.stamp.clone(), self.seen.clone())
    }
}

impl Seen {
    /// Whether a record is among them.
    #[must_use]
    pub fn has(&self, stamp: &Stamp) -> bool {
        match self.marks.iter().find(|mark| mark.writer == stamp.writer) {
            Some(mark) => mark.seq >= stamp.seq,
            None => stamp.seq < self.floor,
        }
    }

    fn add(&mut self, stamp: &Stamp) {
        match self.marks.iter_mut().find(|mark| mark.writer == stamp.writer) {
            Some(mark) => mark.seq = mark.seq.max(stamp.seq),
            None => self.marks.push(stamp.clone()),
        }
        while self.marks.len() > MARKS {
            let oldest = self.marks.iter().enumerate().min_by_key(|(_, mark)| mark.seq);
            let Some((at, _)) = oldest else { return };
            let mark = self.marks.swap_remove(at);
            self.floor = self.floor.max(mark.seq.saturating_add(1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Shelf;

    fn record(pen: &mut Pen) -> Record {
        let (stamp, seen) = pen.sign();
        let (name, body) = (String::new(), String::new());
        Record { stamp, seen, shelf: Shelf::Kept, changed: 0, tally: (0, 0), name, is_packed: false, body }
    }

    #[test]
    fn a_record_covers_what_its_writer_had_read_and_nothing_else() {
        let (mut a, mut b) = (Pen::new("a"), Pen::new("b"));
        let first = record(&mut a);
        b.saw(&first);
        let second = record(&mut b);
        let third = record(&mut a);
        assert!(second.covers(&first.stamp) && third.covers(&first.stamp));
        assert!(!second.covers(&third.stamp) && !third.covers(&second.stamp));
        a.saw(&second);
        let fourth = record(&mut a);
        assert!(fourth.covers(&second.stamp) && fourth.stamp.seq > second.stamp.seq);
        assert!(second.covers(&second.stamp));
    }

    #[test]
    fn a_thousand_windows_later_the_list_is_short_and_the_first_is_still_seen() {
        let first = record(&mut Pen::new("w"));
        let mut last = first.clone();
        for window in 0..1000 {
            let mut pen = Pen::new(&format!("w{window}"));
            pen.saw(&last);
            last = record(&mut pen);
        }
        assert!(last.covers(&first.stamp));
        assert!(last.seen.marks.len() <= MARKS);
    }
}
