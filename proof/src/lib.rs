//! The proofreader with its sentences: what `gaozhi_core::lint` found in a draft, as the list that a
//! person reads. Knows `gaozhi-core` and no browser; compiled as a module of its own that a worker of
//! the page loads when somebody first asks for a check, so that neither rules nor sentences are part of
//! the first load.

#![warn(missing_docs)]

mod door;
mod note;
mod place;
mod sheet;

pub use door::proofread;
pub use sheet::{PART, Wish, sheet};
