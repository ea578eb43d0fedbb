//! Word files out of a report. Knows `gaozhi-core` and no browser; compiled as a module of its own
//! that a worker of the page loads when somebody asks for a Word file, so that the first load stays
//! small.

#![warn(missing_docs)]

mod docx;
mod door;

pub use docx::{CARRIED, Properties, write_docx};
pub use door::{docx, docx_of};
