//! The words of the interface. A language is one file: a [`Strings`] value, complete by the
//! compiler's word.

mod strings;
mod zh;

pub use strings::Strings;
pub use zh::ZH;
