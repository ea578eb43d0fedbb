//! Everything that is kept, in one file: JSON that a person can look through, each text by its lines.
//! What a text says is not looked at when it is read, so that none can spoil the others.

mod plan;
mod read;
mod write;

pub use plan::{Plan, Planned, plan};
pub use read::read;
pub use write::{is_backup, write};

/// What a backup says that it is.
pub const FORMAT: &str = "gaozhi-backup";
/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// A thing that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Where: `draft`, `bin` (a deleted draft), `template`, `bin-template`, `version`, `damaged` or
    /// `setting`.
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
    /// How many things it had that cannot be read any more.
    pub lost: usize,
    /// The others, in their order.
    pub items: Vec<Item>,
}
