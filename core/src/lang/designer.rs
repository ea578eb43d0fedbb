//! What the review and the designer say: a table of its own, because they are a module of their
//! own and the first load is to carry none of it.

use crate::draft::Day;
use crate::reading::{Refusal, RepairKind};
use crate::template::BlockKind;

/// Every word of the review and the designer.
pub struct DesignerStrings {
    /// Why a file was not read, what is safe, and what to do; its name is empty for pasted text.
    pub refused: fn(&str, Refusal) -> String,

    /// Design: name of the pane with the paragraphs.
    pub sketch: &'static str,
    /// Design: leaves it.
    pub done: &'static str,
    /// Design: starts a draft of the template.
    pub fill_it: &'static str,
    /// Design: the two views beside the paragraphs.
    pub views: [&'static str; 2],
    /// Design: a built-in template is shaped, so a copy is kept.
    pub will_copy: &'static str,
    /// Design: that copy is kept now.
    pub copied: &'static str,
    /// Design: there is nothing of this address.
    pub nothing_here: &'static str,
    /// Design: makes the selected words a blank.
    pub make_blank: &'static str,
    /// Design: nothing was selected, or more than words of one stretch.
    pub select_words: &'static str,
    /// Design: what to do when no blank is chosen.
    pub no_blank: &'static str,
    /// Design: turns the blank back into words.
    pub unblank: &'static str,
    /// Design: a property of a blank, by its id.
    pub property: fn(&str) -> &'static str,
    /// Design: how several choices are written.
    pub choices_hint: &'static str,
    /// Design: a blank that is linked to no other.
    pub not_linked: &'static str,
    /// Design: a tool of a paragraph, by its id.
    pub tool: fn(&str) -> &'static str,
    /// Design: a kind of paragraph.
    pub block_kind: fn(BlockKind) -> &'static str,

    /// Review: its heading.
    pub review: &'static str,
    /// Review: the text looks as if it was decoded wrongly.
    pub garbled: &'static str,
    /// Review: what was found: certain blanks, headings, suggestions.
    pub found: fn(usize, usize, usize) -> String,
    /// Review: heading of the certain blanks.
    pub certain: &'static str,
    /// Review: heading of the suggestions.
    pub suggested: &'static str,
    /// Review: the columns of the table.
    pub columns: [&'static str; 6],
    /// Review: a blank of its own.
    pub alone: &'static str,
    /// Review: the same as an earlier one.
    pub same_as: fn(&str) -> String,
    /// Review: makes equal ones the same.
    pub join_equal: &'static str,
    /// Review: heading of the headings.
    pub headings: &'static str,
    /// Review: heading of the repairs.
    pub repairs: &'static str,
    /// Review: a kind of repair.
    pub repair: fn(RepairKind) -> &'static str,
    /// Review: how many places.
    pub places: fn(usize) -> String,
    /// Review: takes a repair back.
    pub take_back: &'static str,
    /// Review: makes a repair that is offered.
    pub do_it: &'static str,
    /// Review: starts a draft.
    pub start: &'static str,
    /// Review: heading of the text.
    pub whole_text: &'static str,
    /// Review: keeps it as a template.
    pub keep_template: &'static str,
    /// Review: it is kept.
    pub template_kept: fn(&str) -> String,
    /// Review: puts everything away.
    pub give_up: &'static str,
    /// Review: the text is being read.
    pub reading: &'static str,
    /// Review: how to use it by the keyboard.
    pub review_keys: &'static str,
    /// Versions: the draft as it is.
    pub now: &'static str,
    /// Versions: one that nobody named.
    pub automatic: &'static str,
    /// Versions: how many there are.
    pub version_count: fn(usize) -> String,
    /// Versions: there are none yet.
    pub no_versions: &'static str,
    /// Versions: a day, as seen from today and yesterday.
    pub on_day: fn(Day, Day, Day) -> String,
    /// Versions: names the choice of what a version is compared with.
    pub compare_with: &'static str,
    /// Versions: what is compared, the earlier one first.
    pub from_to: fn(&str, &str) -> String,
    /// Versions: paragraphs that differ, characters added and removed.
    pub differences: fn(usize, usize, usize) -> String,
    /// Versions: nothing differs.
    pub no_difference: &'static str,
    /// Versions: legend of what only the earlier one has.
    pub removed: &'static str,
    /// Versions: legend of what only the later one has.
    pub added: &'static str,
    /// Versions: so many paragraphs are not shown, as nothing differs in them.
    pub unchanged: fn(usize) -> String,
    /// Versions: the versions could not be compared.
    pub not_compared: &'static str,
    /// Versions: a version cannot be read.
    pub version_unreadable: &'static str,
    /// Versions: puts all of a version back.
    pub restore_whole: &'static str,
    /// Versions: puts one section of it back.
    pub restore_section: &'static str,
    /// Versions: the name of the version that is kept before.
    pub before_restoring: &'static str,
    /// Versions: it was put back.
    pub restored: &'static str,
    /// Versions: there is nothing to put back.
    pub nothing_to_restore: &'static str,
    /// Versions: makes a draft of its own of one.
    pub to_draft: &'static str,
    /// Versions: the name of that draft: the draft's, and when the version was kept.
    pub version_of: fn(&str, &str) -> String,
    /// Versions: a version was deleted.
    pub version_deleted: &'static str,
    /// Versions: goes back to filling.
    pub back_to_fill: &'static str,
    /// Returned: what is shown.
    pub returned: &'static str,
    /// Returned: how many changes there are.
    pub returned_count: fn(usize) -> String,
    /// Returned: there is none.
    pub returned_same: &'static str,
    /// Returned: what accepting does.
    pub returned_hint: &'static str,
    /// Returned: the kind of a change, by its word.
    pub returned_kind: fn(&str) -> &'static str,
    /// Returned: what stands in the draft.
    pub before: &'static str,
    /// Returned: what stands in the file.
    pub after: &'static str,
    /// Returned: takes a change.
    pub accept: &'static str,
    /// Returned: leaves the draft as it is there.
    pub leave: &'static str,
    /// Returned: takes all of them.
    pub accept_all: &'static str,
    /// Returned: makes those changes that are taken.
    pub apply: fn(usize) -> String,
    /// Returned: they could not be told or made.
    pub returned_failed: &'static str,

    /// Name of a text that has none.
    pub unnamed: &'static str,
}
