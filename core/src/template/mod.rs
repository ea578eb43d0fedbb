//! A template: an outline of blocks made of text and blanks, and the fields behind the blanks.
//! Its text form parses and prints back to itself; see `docs/templates.md` for who writes one.

mod escape;
mod gallery;
mod model;
mod parse;
mod print;

pub use gallery::{BuiltIn, GALLERY};
pub use model::{Block, BlockKind, Level, Marks, Span, Template, tidy};
pub use parse::{Fault, is_text_form, parse};
pub use print::print;
