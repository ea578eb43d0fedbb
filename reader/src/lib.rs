//! Any file's bytes become a template, or a refusal that says what to do. Knows `gaozhi-core` and
//! no browser; compiled as a module of its own that a throw-away worker of the page loads when
//! somebody opens a file, so that the first load stays small and a hostile file hurts nobody.
//!
//! `open` looks at the bytes and picks `text`, `md`, `html` or `docx`; each gives lines.

#![warn(missing_docs)]

mod decode;
mod docx;
mod door;
mod html;
mod markup;
mod md;
mod open;
mod paragraph;
mod returned;

pub use door::{habits, habits_of, plan, read, reading, returned, returned_of, template};
pub use open::{Opened, Way, open};
pub use returned::Returned;
