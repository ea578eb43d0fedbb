//! What a person decides about a paragraph: to leave it out of this report, or to have another
//! like it.

use gaozhi_core::draft::outline::{extent, within};
use gaozhi_core::draft::{BlockId, Draft, Edit, shape};
use gaozhi_core::template::Marks;

use super::Form;
use super::markup::block_id;
use super::tools;
use crate::browser::dom;

impl Form {
    /// Does what that button of a paragraph says.
    pub(super) fn choose(&self, choice: &str, block: BlockId) {
        match choice {
            "repeat" => self.repeat(block),
            _ => self.omit(block, choice == "omit"),
        }
    }

    /// Leaves the paragraph out, or what it belongs to where only that may go.
    pub(super) fn omit_around(&self, block: BlockId) {
        if let Some(block) = self.around(block, |marks| marks.optional) {
            self.omit(block, true);
        }
    }

    /// Adds another like the paragraph, or like what it belongs to.
    pub(super) fn repeat_around(&self, block: BlockId) {
        if let Some(block) = self.around(block, |marks| marks.repeats) {
            self.repeat(block);
        }
    }

    fn around(&self, block: BlockId, marked: fn(&Marks) -> bool) -> Option<BlockId> {
        self.desk.session.with(|draft, _| {
            let at = within(draft.entries(), draft.index_of(block)?, marked)?;
            Some(draft.entries()[at].id)
        })
    }

    fn omit(&self, block: BlockId, omitted: bool) {
        let marked = |draft: &Draft| {
            let marks = draft.entry(block)?.block.marks;
            shape::mark(draft, block, Marks { omitted, ..marks })
        };
        if let Some(edit) = self.desk.session.with(|draft, _| marked(draft)) {
            self.step(edit);
        }
        let Some(element) = dom::by_id(&block_id(block)) else { return };
        let next = dom::all(&element, if omitted { "[data-choice]" } else { "[data-field]" });
        if let Some(next) = next.first() {
            dom::focus(next);
        }
    }

    fn repeat(&self, block: BlockId) {
        let session = self.desk.session;
        let Some((edit, copy)) = session.with(|draft, _| shape::repeat(draft, block)) else { return };
        self.step(edit);
        let first = session.with(|draft, map| {
            let (at, entries) = (draft.index_of(copy)?, draft.entries());
            let copied = entries.iter().skip(at).take(extent(entries, at));
            let is_here = |id: &&_| map.spots(id).first().is_some_and(|spot| spot.block >= copy);
            copied.flat_map(|entry| entry.block.blanks()).find(is_here).cloned()
        });
        match first {
            Some(field) => self.desk.go(&field),
            None => {
                if let Some(element) = dom::by_id(&block_id(copy)) {
                    dom::reveal(&element);
                }
            }
        }
    }

    /// Changes the draft by one step of undo.
    fn step(&self, edit: Edit) {
        self.close_editor();
        tools::park();
        self.desk.session.seal();
        self.desk.session.edit(edit);
        self.desk.session.seal();
    }
}
