//! The page setup (版式) of a document: margins, line pitch, faces, sizes, page number. The standard
//! is GB/T 9704-2012; what an office does differently is data.

mod key;
mod model;
pub mod presets;
mod size;
pub mod text;

pub use key::{Fault, Key, Slot};
pub use model::{Digits, Faces, PAPER, PageNumber, Setup};
