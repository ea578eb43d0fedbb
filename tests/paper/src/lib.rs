//! What stands on the paper: LibreOffice sets the Word files, and its lines are read back.

#![warn(missing_docs)]

mod compare;
mod libreoffice;
mod rows;
mod sample;

pub use compare::{Agreement, agreement, drawn};
pub use libreoffice::{LibreOffice, Properties};
pub use rows::rows;
pub use sample::{Sample, samples};
