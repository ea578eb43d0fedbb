//! The edit of the changes that a person accepts.

use gaozhi_core::draft::{BlockId, Draft, Edit, Entry};

use super::change::Change;

impl Change {
    /// What accepting this change does to `draft`, as it is now; nothing where its paragraph is gone.
    #[must_use]
    pub fn edit(&self, draft: &Draft) -> Option<Edit> {
        match self {
            Self::Value { field, typed, .. } => {
                Some(Edit::Answer { field: field.clone(), text: Some(typed.clone()) })
            }
            Self::Sentence { block, rewritten, .. } => {
                draft.index_of(*block)?;
                Some(Edit::Rewrite { block: *block, to: rewritten.clone() })
            }
            Self::Added { after, block, .. } => {
                let at = behind(draft, *after)?;
                Some(Edit::Insert {
                    at,
                    entries: vec![Entry { id: draft.fresh_block(), block: block.clone() }],
                })
            }
            Self::Moved { block, after, .. } => {
                let (from, to) = (draft.index_of(*block)?, behind(draft, *after)?);
                Some(Edit::Move { from, count: 1, to: if from < to { to - 1 } else { to } })
            }
            Self::Removed { block, .. } => Some(Edit::Remove { at: draft.index_of(*block)?, count: 1 }),
        }
    }
}

/// Where a paragraph behind that one stands; at the top without one.
fn behind(draft: &Draft, after: Option<BlockId>) -> Option<usize> {
    match after {
        Some(after) => Some(draft.index_of(after)? + 1),
        None => Some(0),
    }
}

/// All of them as one edit. They are given in the order in which [`returned`](super::returned) tells them.
#[must_use]
pub fn accept(draft: &Draft, changes: &[&Change]) -> Edit {
    let mut now = draft.clone();
    let mut edits = Vec::with_capacity(changes.len());
    // From the last to the first: what is put in behind one paragraph keeps its order, and a paragraph
    // goes when all that stands behind it is there.
    for change in changes.iter().rev() {
        if let Some(edit) = change.edit(&now) {
            now.apply(edit.clone());
            edits.push(edit);
        }
    }
    Edit::All(edits)
}
