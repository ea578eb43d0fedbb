//! What differs between two drafts: the marked-up text that offices call 花脸稿. Knows `gaozhi-core`
//! and no browser; meant to be compiled as a module of its own that a worker of the page loads when
//! somebody compares, so that the first load stays small.

#![warn(missing_docs)]

mod align;
mod compare;
mod hunks;
mod markup;
mod model;
mod stretch;
mod token;
mod words;

pub use compare::compare;
pub use markup::markup;
pub use model::{Change, Comparison, Mark, Piece, Row};
