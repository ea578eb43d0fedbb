//! A draft: somebody's own copy of an outline, with the answers. Changed only by [`Edit`]s, each
//! of which has an inverse.

mod apply;
mod codec;
mod day;
mod edit;
mod history;
mod mend;
mod model;
pub mod outline;
pub mod shape;
mod state;
mod wording;

pub use codec::{FORMAT, OutlineJson, Parts, Stored, Unreadable, VERSION, check_head, from_json, to_json};
pub use day::Day;
pub use edit::{Applied, Edit, Touched};
pub use history::History;
pub use mend::{Holder, Target, mend};
pub(crate) use model::references;
pub use model::{BlockId, Draft, Entry};
pub use state::State;
pub use wording::Wording;
