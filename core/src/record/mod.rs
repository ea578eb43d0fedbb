//! Records: what is kept of a draft. A record is written once, under a key of its own, and never
//! changed; the next one says which it has seen. So a write that fails, is torn or comes from two
//! windows at once leaves what was kept before as it was, and nothing is lost without being told:
//! of several records those count that no other one has seen ([`heads`]).

mod codec;
mod heads;
mod pen;
mod trail;

pub use codec::{Unreadable, read, write};
pub use heads::heads;
pub use pen::Pen;
pub use trail::{Found, Next, Trail};

/// Names a record of one draft.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// The one that wrote it: letters, digits and `-`. A window that is opened is a new writer.
    pub writer: String,
    /// Higher than that of every record which the writer had seen.
    pub seq: u64,
}

impl Stamp {
    /// That of a record from before there were records: a bare draft under the key of its id.
    #[must_use]
    pub fn old() -> Self {
        Self { writer: "0".to_owned(), seq: 0 }
    }

    /// The end of a key.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}/{}", self.writer, self.seq)
    }

    /// Reads what [`key`](Self::key) wrote.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        let (writer, seq) = key.split_once('/')?;
        Some(Self { writer: writer.to_owned(), seq: seq.parse().ok()? })
    }
}

/// Which records of other writers went into a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The newest of each writer.
    pub(super) marks: Vec<Stamp>,
    /// Records up to that number, of writers without a mark, count as seen: their marks were
    /// dropped when there were too many.
    pub(super) floor: u64,
}

/// Where a draft is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// Among the others.
    Kept,
    /// Deleted, and can be brought back.
    Bin,
    /// Deleted for good; only its record says so.
    Gone,
}

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Who wrote it, as which.
    pub stamp: Stamp,
    /// What went into it.
    pub seen: Seen,
    /// Where the draft is.
    pub shelf: Shelf,
    /// When it was changed, in milliseconds since 1970 (UTC).
    pub changed: i64,
    /// How many of the fields that must be filled are, and how many there are.
    pub tally: (usize, usize),
    /// What the person calls it; without line breaks.
    pub name: String,
    /// Whether `body` is packed by the browser, to save room.
    pub is_packed: bool,
    /// What is kept: the draft as JSON.
    pub body: String,
}

impl Record {
    /// Whether it has seen `other`, or is `other`.
    #[must_use]
    pub fn covers(&self, other: &Stamp) -> bool {
        self.stamp.writer == other.writer && self.stamp.seq >= other.seq || self.seen.has(other)
    }
}
