//! How each [`Edit`] is done and taken back.

use super::edit::{Applied, Edit, Touched};
use super::model::{BlockId, Draft, Entry};
use crate::field::{Field, FieldId};
use crate::setup::Setup;
use crate::template::Block;

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
            Edit::Field { id, to } => self.define(id, to),
            Edit::Declare { at, field } => self.declare(at, *field),
            Edit::Replace { fields, entries } => self.replace(fields, entries),
            Edit::Setup(setup) => self.set_up(*setup),
            Edit::All(edits) => self.apply_all(edits),
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
        self.name_apart(&mut entries, true);
        self.entries.splice(at..at, entries);
        Some(Applied { inverse: Edit::Remove { at, count }, touched: outline() })
    }

    /// Gives a fresh id to each of `entries` whose id was never given out, stands among them twice,
    /// or, if they are to `join` those of the draft, is one of theirs.
    fn name_apart(&mut self, entries: &mut [Entry], join: bool) {
        let mut taken = vec![false; self.next_block as usize];
        let here = if join { self.entries.as_slice() } else { &[] };
        for entry in here {
            if let Some(taken) = taken.get_mut(entry.id.0 as usize) {
                *taken = true;
            }
        }
        for entry in entries {
            // An id not given out yet could be the last there is: it becomes the next one.
            match taken.get_mut(entry.id.0 as usize) {
                Some(taken) if !*taken => *taken = true,
                _ => {
                    entry.id = BlockId(self.next_block);
                    self.next_block = self.next_block.saturating_add(1);
                }
            }
        }
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

    fn define(&mut self, id: FieldId, to: Option<Box<Field>>) -> Option<Applied> {
        let to = to.map(|to| Field { id: id.clone(), ..*to });
        let inverse = match (self.index.get(&id).copied(), to) {
            (None, None) => return None,
            (None, Some(field)) => return self.declare(usize::MAX, field),
            (Some(at), Some(field)) if self.fields[at] == field => return None,
            (Some(at), Some(field)) => {
                let before = std::mem::replace(&mut self.fields[at], field);
                Edit::Field { id, to: Some(Box::new(before)) }
            }
            (Some(at), None) => {
                let field = Box::new(self.fields.remove(at));
                self.list_fields();
                Edit::Declare { at, field }
            }
        };
        Some(Applied { inverse, touched: outline() })
    }

    fn declare(&mut self, at: usize, field: Field) -> Option<Applied> {
        if self.index.contains_key(&field.id) {
            return None;
        }
        let id = field.id.clone();
        self.fields.insert(at.min(self.fields.len()), field);
        self.list_fields();
        Some(Applied { inverse: Edit::Field { id, to: None }, touched: outline() })
    }

    fn replace(&mut self, fields: Vec<Field>, mut entries: Vec<Entry>) -> Option<Applied> {
        self.name_apart(&mut entries, false);
        let fields = std::mem::replace(&mut self.fields, fields);
        self.list_fields();
        let entries = std::mem::replace(&mut self.entries, entries);
        (self.fields != fields || self.entries != entries)
            .then(|| Applied { inverse: Edit::Replace { fields, entries }, touched: outline() })
    }

    fn set_up(&mut self, setup: Setup) -> Option<Applied> {
        let setup = setup.within();
        if self.setup == setup {
            return None;
        }
        let before = std::mem::replace(&mut self.setup, setup);
        Some(Applied {
            inverse: Edit::Setup(Box::new(before)),
            touched: Touched { setup: true, ..Touched::default() },
        })
    }

    fn apply_all(&mut self, edits: Vec<Edit>) -> Option<Applied> {
        let before = self.clone();
        let mut inverses = Vec::with_capacity(edits.len());
        let mut touched = Touched::default();
        for applied in edits.into_iter().filter_map(|edit| self.apply(edit)) {
            inverses.push(applied.inverse);
            touched.join(applied.touched);
        }
        // What one of them changed another may have put back.
        touched.fields.retain(|id| self.answer(id) != before.answer(id));
        touched.blocks.retain(|id| self.entry(*id) != before.entry(*id));
        touched.name = self.name != before.name;
        touched.setup = self.setup != before.setup;
        inverses.reverse();
        (*self != before).then_some(Applied { inverse: Edit::All(inverses), touched })
    }
}

fn outline() -> Touched {
    Touched { outline: true, ..Touched::default() }
}
