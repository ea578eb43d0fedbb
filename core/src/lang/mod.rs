//! The words of the interface. A language is one file: a [`Strings`] value, complete by the
//! compiler's word.

mod designer;
mod strings;
mod zh;
mod zh_designer;

pub use designer::DesignerStrings;
pub use strings::Strings;
pub use zh::ZH;
pub use zh_designer::ZH_DESIGNER;
