//! Everything that is kept, in one file: JSON that a person can look through, each record as the
//! lines of its text. What a record says is not looked at here, so that none can spoil the others.

mod read;
mod wire;
mod write;

pub use read::read;
pub use write::{is_backup, write};

/// What a backup says that it is.
pub const FORMAT: &str = "gaozhi-backup";
/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// A record that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// What kind of record it is, as the storage names it: `draft`, `bin`, `template` …
    pub place: String,
    /// Its id there.
    pub id: String,
    /// Its text, exactly.
    pub text: String,
}

/// A backup that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it was made, in milliseconds since 1970 (UTC); 0 if it does not say.
    pub made: i64,
    /// How many records it had that cannot be read any more.
    pub lost: usize,
    /// The others, in their order.
    pub records: Vec<Record>,
}
