//! The composed report: numbered paragraphs of runs, each run knowing where it came from. The only
//! thing that exporters and rules see.

mod advance;
mod compose;
mod grid;
mod indent;
mod lines;
mod marks;
mod model;
mod number;
mod paginate;
mod signature;
mod style;
mod title;

pub use compose::{compose, numbers, paragraph, shown};
pub use grid::{Grid, Setter};
pub use indent::{Indent, indent, indent_twips};
pub use lines::{hangs, lines};
pub use model::{Origin, Paragraph, Part, Report, Run};
pub use number::ATTACHED;
pub use paginate::{Fragment, Page, begins_page, paginate};
pub use signature::{keeps_next, right};
pub use style::{Align, CELLS, Face, LINES, Style, style};
