//! What the place of the page setup says: a table of its own, so that the first load carries none of it.

use crate::reading::Refusal;
use crate::setup::presets::Rank;
use crate::setup::text::Remark;

/// Every word of the page setup.
pub struct SetupStrings {
    /// Heading of the setups that the program brings along.
    pub presets: &'static str,
    /// Name and sentence of one of them, by its id.
    pub preset: fn(&str) -> [&'static str; 2],
    /// What stands behind one of them.
    pub rank: fn(Rank) -> &'static str,
    /// Heading of the person's own.
    pub own: &'static str,
    /// There are none yet.
    pub no_own: &'static str,
    /// One of one's own is taken for this draft.
    pub taken: fn(&str) -> String,
    /// One of one's own was deleted.
    pub deleted: fn(&str) -> String,
    /// Headings of the values, in the order of the page.
    pub groups: [&'static str; 4],
    /// Lines of a page, characters of a line; width and height of the text in millimetres.
    pub figures: fn([u32; 4]) -> String,
    /// A value that is none: what it is a value of.
    pub unreadable: fn(&str) -> String,
    /// A value outside of what is permitted: what it is a value of, and what stands now.
    pub limited: fn(&str, &str) -> String,
    /// The button that learns from a file.
    pub learn: &'static str,
    /// What that does.
    pub learn_hint: &'static str,
    /// It is at work.
    pub learning: &'static str,
    /// It was learned; the values that could not be told.
    pub learned: fn(&[&str]) -> String,
    /// Why nothing was learned.
    pub not_learned: fn(Refusal) -> &'static str,
    /// The name under which a setup is kept.
    pub name: &'static str,
    /// Keeps it.
    pub save: &'static str,
    /// It needs a name.
    pub needs_name: &'static str,
    /// It is kept under that name.
    pub saved: fn(&str) -> String,
    /// Puts it into a file.
    pub export: &'static str,
    /// It is in that file.
    pub exported: fn(&str) -> String,
    /// The name of a file, and of a setup, that has none.
    pub unnamed: &'static str,
    /// Takes it from a file.
    pub import: &'static str,
    /// It was taken, and these lines were not understood or were changed.
    pub imported: fn(&str, &[Remark]) -> String,
    /// The file holds none.
    pub not_a_setup: &'static str,
    /// Makes it that of new drafts.
    pub make_default: &'static str,
    /// It is that of new drafts.
    pub is_default: &'static str,
}
