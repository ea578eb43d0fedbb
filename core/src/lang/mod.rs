//! The words of the interface. A language is one file: a [`Strings`] value, complete by the
//! compiler's word.

mod designer;
mod lint;
mod strings;
mod zh;
mod zh_designer;
mod zh_lint;

pub use designer::DesignerStrings;
pub use lint::LintStrings;
pub use strings::Strings;
pub use zh::ZH;
pub use zh_designer::ZH_DESIGNER;
pub use zh_lint::ZH_LINT;
