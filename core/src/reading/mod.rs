//! A raw text becomes a template: repairs, headings, blanks and their kinds, by rules. Total: any
//! text is read, if only as paragraphs without blanks.
//!
//! `source` (what came) → `repair` → `structure` (headings; `frame`: title, signature …) and `scan`
//! (the blanks of each line, their kinds, units, labels) → `read` puts them together as a
//! [`Reading`] → `decide` makes the template that is filled.

mod attached;
mod decide;
mod frame;
mod model;
mod read;
mod refusal;
mod repair;
mod scan;
mod source;
mod structure;
mod wire;

pub use decide::{Decision, decide, settled};
pub use model::{Class, Found, Heading, Reading, Repair, RepairKind};
pub use read::{read, read_any};
pub use refusal::Refusal;
pub(crate) use scan::{marks, unit};
pub use source::{Given, Line, Part, Source};
