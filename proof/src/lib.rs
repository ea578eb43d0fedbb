//! What the page asks about whole texts: the proofreader with its sentences, as the list that a person
//! reads; what differs between two drafts, the marked-up text that offices call 花脸稿; and what somebody
//! changed in a report that came back. Knows
//! `gaozhi-core` and no browser; compiled as a module of its own that a worker of the page loads when
//! somebody first asks for one of them, so that neither rules nor sentences are part of the first load.

#![warn(missing_docs)]

mod align;
mod compare;
mod door;
mod hunks;
mod marked;
mod model;
mod note;
mod place;
mod returned;
mod sheet;
mod stretch;
mod token;
mod words;

pub use compare::compare;
pub use door::{accept_returned, compare_drafts, list_returned, proofread};
pub use marked::marked;
pub use model::{Change, Comparison, Mark, Piece, Row};
pub use returned::{Change as ReturnedChange, accept, accepted, listed, returned, same_words};
pub use sheet::{PART, Wish, sheet};
