//! Undo and redo: the inverses of what was done, newest last.

use super::edit::{Edit, Touched};
use super::model::{BlockId, Draft};
use crate::field::FieldId;

/// How many steps are kept.
const STEPS: usize = 1000;

/// What can be taken back and done again.
#[derive(Debug, Default)]
pub struct History {
    undo: Vec<Edit>,
    redo: Vec<Edit>,
    /// Where typing may still join the newest step.
    typing: Option<Target>,
}

/// What a person types into.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    Field(FieldId),
    Block(BlockId),
    Definition(FieldId),
}

impl History {
    /// Remembers an applied edit by its inverse. Typing on in one field, one
    /// paragraph or what one field is makes one step until [`seal`](Self::seal).
    pub fn record(&mut self, inverse: Edit) {
        self.redo.clear();
        let target = match &inverse {
            Edit::Answer { field, .. } => Some(Target::Field(field.clone())),
            Edit::Rewrite { block, .. } => Some(Target::Block(*block)),
            Edit::Field { id, to: Some(_) } => Some(Target::Definition(id.clone())),
            Edit::Insert { .. }
            | Edit::Remove { .. }
            | Edit::Move { .. }
            | Edit::Rename(_)
            | Edit::Field { to: None, .. }
            | Edit::Declare { .. }
            | Edit::Replace { .. }
            | Edit::Setup(_)
            | Edit::All(_) => None,
        };
        if target.is_some() && target == self.typing && !self.undo.is_empty() {
            return;
        }
        self.typing = target;
        if self.undo.len() == STEPS {
            self.undo.remove(0);
        }
        self.undo.push(inverse);
    }

    /// Ends a step: what comes next is taken back on its own.
    pub fn seal(&mut self) {
        self.typing = None;
    }

    /// Whether there is something to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is something to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Takes the newest step back; says what changed.
    pub fn undo(&mut self, draft: &mut Draft) -> Option<Touched> {
        self.seal();
        step(&mut self.undo, &mut self.redo, draft)
    }

    /// Does again what was taken back last; says what changed.
    pub fn redo(&mut self, draft: &mut Draft) -> Option<Touched> {
        self.seal();
        step(&mut self.redo, &mut self.undo, draft)
    }
}

fn step(from: &mut Vec<Edit>, to: &mut Vec<Edit>, draft: &mut Draft) -> Option<Touched> {
    // A step that changes nothing (typed and put back) is passed over.
    loop {
        if let Some(applied) = draft.apply(from.pop()?) {
            to.push(applied.inverse);
            return Some(applied.touched);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::parse;
    use std::collections::BTreeMap;

    fn answer(text: &str) -> Edit {
        Edit::Answer { field: FieldId::new("n"), text: Some(text.into()) }
    }

    fn typed(draft: &mut Draft, history: &mut History, text: &str) {
        if let Some(applied) = draft.apply(answer(text)) {
            history.record(applied.inverse);
        }
    }

    #[test]
    fn typing_in_one_field_is_taken_back_at_once_and_sealed_typing_apart() {
        let mut draft = Draft::new(parse("[正文]\n{n}").0, BTreeMap::new());
        let mut history = History::default();
        for text in ["1", "12", "123"] {
            typed(&mut draft, &mut history, text);
        }
        history.seal();
        typed(&mut draft, &mut history, "1234");
        assert!(history.undo(&mut draft).is_some());
        assert_eq!(draft.value(&FieldId::new("n")), "123");
        assert!(history.undo(&mut draft).is_some());
        assert_eq!(draft.value(&FieldId::new("n")), "");
        assert!(!history.can_undo());
        assert!(history.redo(&mut draft).is_some() && history.redo(&mut draft).is_some());
        assert_eq!(draft.value(&FieldId::new("n")), "1234");
    }
}
