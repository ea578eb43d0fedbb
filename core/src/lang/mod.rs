//! The words of the interface. A language is one file: a [`Strings`] value, complete by the
//! compiler's word.

mod designer;
mod lint;
mod proof;
mod setup;
mod strings;
mod zh;
mod zh_designer;
mod zh_lint;
mod zh_proof;
mod zh_setup;

pub use designer::DesignerStrings;
pub use lint::LintStrings;
pub use proof::ProofStrings;
pub use setup::SetupStrings;
pub use strings::Strings;
pub use zh::ZH;
pub use zh_designer::ZH_DESIGNER;
pub use zh_lint::ZH_LINT;
pub use zh_proof::ZH_PROOF;
pub use zh_setup::ZH_SETUP;
