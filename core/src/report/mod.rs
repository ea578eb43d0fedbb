//! The composed report: numbered paragraphs of runs, each run knowing where it came from. The only
//! thing that exporters and rules see.

mod compose;
mod lines;
mod model;
mod paginate;
mod signature;
mod style;

pub use compose::{compose, numbers, paragraph, shown};
pub use lines::lines;
pub use model::{Origin, Paragraph, Part, Report, Run};
pub use paginate::{Fragment, Page, paginate};
pub use signature::right;
pub use style::{Align, CELLS, Face, LINES, Style, style};
