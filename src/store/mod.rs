//! What is kept in this browser: drafts and templates, as records in localStorage and its durable
//! twin. What cannot be read is set aside, never dropped.

mod backup;
mod bin;
mod carry;
mod cells;
mod drafts;
mod ignored;
mod place;
mod records;
mod reopen;
mod setups;
mod taken;
mod templates;
mod tidy;
mod turn;
mod versions;

use crate::browser::storage::StorageError;

pub(crate) use backup::{carry_out, everything};
pub(crate) use bin::{empty_bin, purge, purge_template};
pub(crate) use carry::{carries, set_carries};
pub(crate) use drafts::{
    Opened, Row, add, counts, delete, draft_keys, duplicate, find_in_answers, is_unsaved, link_id, open, raw,
    rename, restore, save,
};
pub(crate) use ignored::{heed, ignore, ignored};
pub(crate) use place::{forget_place, place, set_place};
pub(crate) use records::{Kept, heal};
pub(crate) use reopen::{add_from_file, counterpart, replace};
pub(crate) use setups::{
    OwnSetup, own_setups, put_own_setup, put_usual_setup, remove_own_setup, usual_setup,
};
pub(crate) use taken::{DAYS, long_untaken, put_off, remind_after, set_remind_after, took, took_all};
pub(crate) use templates::{
    TemplateRow, add_template, delete_template, duplicate_template, pin_template, put_template,
    rename_template, restore_template, template, template_file, template_text,
};
pub(crate) use turn::Turn;
pub(crate) use versions::{
    Version, keep_version, keep_version_before, put_version_back, remove_version, rename_version,
    thin_versions, version, versions,
};

/// All that is kept here.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Shelf {
    /// The drafts, newest first.
    pub(crate) drafts: Vec<Row>,
    /// What was deleted of them, newest first.
    pub(crate) bin: Vec<Row>,
    /// The person's own templates, the pinned ones first, then the newest.
    pub(crate) templates: Vec<TemplateRow>,
    /// What was deleted of those.
    pub(crate) template_bin: Vec<TemplateRow>,
    /// Ids of records that cannot be read.
    pub(crate) damaged: Vec<String>,
}

/// Calls `then` once the stores hold all that either of them had. `failed` hears of what could not
/// be stored and nobody waits for.
pub(crate) fn start(failed: impl Fn(StorageError) + 'static, then: impl FnOnce() + 'static) {
    records::start(failed, then);
    tidy::tidy();
}

/// Everything kept here. Records that cannot be read are set aside on the way.
pub(crate) fn shelf() -> Shelf {
    let (drafts, bin) = drafts::rows();
    let (templates, template_bin) = templates::rows();
    Shelf { drafts, bin, templates, template_bin, damaged: cells::keys(records::DAMAGED) }
}
