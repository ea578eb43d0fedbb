//! The words of the interface. A language is one file: a [`Strings`] value, complete by the
//! compiler's word.

mod designer;
mod lint;
mod proof;
mod strings;
mod zh;
mod zh_designer;
mod zh_lint;
mod zh_proof;

pub use designer::DesignerStrings;
pub use lint::LintStrings;
pub use proof::ProofStrings;
pub use strings::Strings;
pub use zh::ZH;
pub use zh_designer::ZH_DESIGNER;
pub use zh_lint::ZH_LINT;
pub use zh_proof::ZH_PROOF;
