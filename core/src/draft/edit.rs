//! A change of a draft as a value. Applying one gives its inverse and says what it touched, so
//! that undo is exact and the page redraws no more than it must.

use super::model::{BlockId, Draft, Entry};
use crate::field::FieldId;
use crate::template::Block;

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// What stands in a field; `None` lets its default stand again.
    Answer {
        /// Which field.
        field: FieldId,
        /// The text exactly as it is to stand.
        text: Option<String>,
    },
    /// Another text for a paragraph.
    Rewrite {
        /// Which paragraph.
        block: BlockId,
        /// What it says from now on.
        to: Block,
    },
    /// New paragraphs.
    Insert {
        /// Index of the first of them; past the end means at the end.
        at: usize,
        /// The paragraphs. An id that is in use is replaced by a fresh one.
        entries: Vec<Entry>,
    },
    /// Paragraphs taken out.
    Remove {
        /// Index of the first.
        at: usize,
        /// How many; as many as there are, if fewer.
        count: usize,
    },
    /// Paragraphs moved.
    Move {
        /// Index of the first.
        from: usize,
        /// How many.
        count: usize,
        /// Index of the first afterwards.
        to: usize,
    },
    /// Another name of the draft.
    Rename(String),
}

/// What a change touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Fields whose value changed.
    pub fields: Vec<FieldId>,
    /// Paragraphs whose own words changed.
    pub blocks: Vec<BlockId>,
    /// Whether paragraphs came, went or moved.
    pub outline: bool,
    /// Whether the name changed.
    pub name: bool,
}

/// What applying an edit gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The edit that takes it back.
    pub inverse: Edit,
    /// What changed.
    pub touched: Touched,
}

impl Draft {
    /// Applies `edit`; `None` when it changes nothing. Total: indices beyond the end are brought
    /// back to it, unknown paragraphs are left alone.
    pub fn apply(&mut self, edit: Edit) -> Option<Applied> {
        match edit {
            Edit::Answer { field, text } => self.answer_with(field, text),
            Edit::Rewrite { block, to } => self.rewrite(block, to),
            Edit::Insert { at, entries } => self.insert(at, entries),
            Edit::Remove { at, count } => self.remove(at, count),
            Edit::Move { from, count, to } => self.shift(from, count, to),
            Edit::Rename(name) => self.rename(name),
        }
    }

    /// An id that no paragraph of this draft has had.
    #[must_use]
    pub fn fresh_block(&self) -> BlockId {
        BlockId(self.next_block)
    }

    fn answer_with(&mut self, field: FieldId, text: Option<String>) -> Option<Applied> {
        if self.answers.get(&field) == text.as_ref() {
            return None;
        }
        let before = match text {
            Some(text) => self.answers.insert(field.clone(), text),
            None => self.answers.remove(&field),
        };
        Some(Applied {
            touched: Touched { fields: vec![field.clone()], ..Touched::default() },
            inverse: Edit::Answer { field, text: before },
        })
    }

    fn rewrite(&mut self, block: BlockId, to: Block) -> Option<Applied> {
        let entry = self.entries.iter_mut().find(|entry| entry.id == block)?;
        if entry.block == to {
            return None;
        }
        // Another kind or mark moves the numbers of its neighbours, another set of blanks the order
        // of the fields: all are changes of the outline.
        let outline = entry.block.kind != to.kind
            || entry.block.marks != to.marks
            || !entry.block.blanks().eq(to.blanks());
        let before = std::mem::replace(&mut entry.block, to);
        Some(Applied {
            inverse: Edit::Rewrite { block, to: before },
            touched: Touched { blocks: vec![block], outline, ..Touched::default() },
        })
    }

    fn insert(&mut self, at: usize, mut entries: Vec<Entry>) -> Option<Applied> {
        if entries.is_empty() {
            return None;
        }
        let at = at.min(self.entries.len());
        let count = entries.len();
        for at in 0..count {
            let id = entries[at].id;
            let known = |other: &Entry| other.id == id;
            // An id not given out yet could be the last there is: it becomes the next one.
            if id.0 >= self.next_block || self.entries.iter().any(known) || entries[..at].iter().any(known) {
                entries[at].id = BlockId(self.next_block);
                self.next_block = self.next_block.saturating_add(1);
            }
        }
        self.entries.splice(at..at, entries);
        Some(Applied { inverse: Edit::Remove { at, count }, touched: outline() })
    }

    fn remove(&mut self, at: usize, count: usize) -> Option<Applied> {
        let at = at.min(self.entries.len());
        let end = at.saturating_add(count).min(self.entries.len());
        let entries: Vec<Entry> = self.entries.drain(at..end).collect();
        (!entries.is_empty()).then(|| Applied { inverse: Edit::Insert { at, entries }, touched: outline() })
    }

    fn shift(&mut self, from: usize, count: usize, to: usize) -> Option<Applied> {
        let from = from.min(self.entries.len());
        let end = from.saturating_add(count).min(self.entries.len());
        let moved: Vec<Entry> = self.entries.drain(from..end).collect();
        let count = moved.len();
        let to = to.min(self.entries.len());
        self.entries.splice(to..to, moved);
        (count > 0 && from != to)
            .then(|| Applied { inverse: Edit::Move { from: to, count, to: from }, touched: outline() })
    }

    fn rename(&mut self, name: String) -> Option<Applied> {
        if self.name == name {
            return None;
        }
        let before = std::mem::replace(&mut self.name, name);
        Some(Applied { inverse: Edit::Rename(before), touched: Touched { name: true, ..Touched::default() } })
    }
}

fn outline() -> Touched {
    Touched { outline: true, ..Touched::default() }
}
