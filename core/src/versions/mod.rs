//! Earlier versions of a draft: which are taken and kept, and how the draft goes back to one.
//! Knows no store and no clock.

mod keep;
mod restore;

pub use keep::{Version, due, which_to_drop};
pub use restore::{restore_section, restore_whole};
