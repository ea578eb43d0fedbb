//! The composed report: numbered paragraphs of runs, each run knowing where it came from. The only
//! thing that exporters and rules see.

mod compose;
mod indent;
mod lines;
mod model;
mod number;
mod paginate;
mod signature;
mod style;

pub use compose::{compose, numbers, paragraph, shown};
pub use indent::{Indent, indent};
pub use lines::lines;
pub use model::{Origin, Paragraph, Part, Report, Run};
pub use paginate::{Fragment, Page, begins_page, paginate};
pub use signature::right;
pub use style::{Align, CELLS, Face, LINES, Style, style};
