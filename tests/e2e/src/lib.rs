//! The page as a person uses it, in verbs: what the stories in `tests/` are told with. Rests on the hooks of
//! the page's contract and on nothing else of the app.
//!
//! Needs `GAOZHI_DIST` (the built site), `CHROMIUM` and `CHROMEDRIVER`; `cargo xtask test e2e` sets them.

mod driver;
mod eyes;
mod files;
mod hands;
mod kill;
mod page;
mod records;
pub mod report;
#[path = "../../../xtask/src/site.rs"]
mod site;
mod wait;

pub use files::{File, edit_docx, read_docx};
pub use hands::{ALT, BACKSPACE, CONTROL, DELETE, DOWN, END, ENTER, ESCAPE, F2, HOME, SHIFT, TAB, UP};
pub use page::{Page, Setup};
pub use records::Left;
pub use wait::{PATIENCE, Stopwatch, say, wait};
