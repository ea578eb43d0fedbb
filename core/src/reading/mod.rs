//! A raw text becomes a template: repairs, headings, blanks and their kinds, by rules. Total: any
//! text is read, if only as paragraphs without blanks.
//!
//! `source` (what came) → `repair` → `structure` (headings, title, signature …) and `scan` (the
//! blanks of each line) → `typing` (kind, unit, label) → [`Reading`].

mod model;
mod scan;
mod source;

pub use model::{Class, Found, Heading, Reading, Repair, RepairKind, read};
pub use source::{Given, Line, Part, Source};
