//! What the person decides about each blank that was found, with undo and redo. Pure.

use std::collections::BTreeMap;

use gaozhi_core::field::{Field, FieldId};
use gaozhi_core::reading::{Decision, Found, Reading, decide};
use gaozhi_core::template::Template;

/// So many earlier blanks are offered to be the same as one.
const OFFERED: usize = 40;

/// So many blanks are looked ahead for one that was found before.
const AHEAD: usize = 40;

/// Decisions by their index, as they were or as they are to be.
type Step = Vec<(usize, Decision)>;

/// The reading and what was decided about it.
#[derive(Clone, Debug, Default)]
pub(super) struct Choices {
    pub(super) reading: Reading,
    decisions: Vec<Decision>,
    /// Which decision each found blank goes by.
    by_found: Vec<usize>,
    /// The found blank that a decision is shown at.
    first_found: Vec<usize>,
    /// Where the field of each decision stands in the template of the reading.
    fields: Vec<Option<usize>>,
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Choices {
    /// The usual decisions about a reading.
    pub(super) fn new(reading: Reading) -> Self {
        let decisions = reading.decisions();
        // Filled one by one: collecting would sort first, and each sort is compiled into the module.
        let mut index: BTreeMap<FieldId, usize> = BTreeMap::new();
        index.extend(decisions.iter().enumerate().map(|(at, decision)| (decision.field.clone(), at)));
        let by_found: Vec<usize> =
            reading.found.iter().map(|found| index.get(&found.field).copied().unwrap_or(0)).collect();
        let mut first_found = vec![usize::MAX; decisions.len()];
        for (found, at) in by_found.iter().enumerate().rev() {
            if let Some(first) = first_found.get_mut(*at) {
                *first = found;
            }
        }
        let mut listed: BTreeMap<FieldId, usize> = BTreeMap::new();
        listed.extend(reading.template.fields.iter().enumerate().map(|(at, field)| (field.id.clone(), at)));
        let fields = decisions.iter().map(|decision| listed.get(&decision.field).copied()).collect();
        Self { by_found, first_found, fields, decisions, reading, ..Self::default() }
    }

    /// How many of the found blanks are certain, and how many suggestions.
    pub(super) fn counts(&self) -> (usize, usize) {
        let certain = self.reading.found.iter().filter(|found| found.certain).count();
        (certain, self.reading.found.len() - certain)
    }

    /// The decision that a found blank goes by.
    pub(super) fn of(&self, found: usize) -> Option<usize> {
        self.by_found.get(found).copied().filter(|at| *at < self.decisions.len())
    }

    /// Whether a found blank is the first, or only, one that its decision is about.
    pub(super) fn leads(&self, found: usize) -> bool {
        self.of(found).is_some_and(|at| self.first_found.get(at) == Some(&found))
    }

    /// A decision.
    pub(super) fn decision(&self, at: usize) -> Option<&Decision> {
        self.decisions.get(at)
    }

    /// The field that a decision is about, as it is to be.
    pub(super) fn field(&self, at: usize) -> Option<&Field> {
        let read = || self.reading.template.fields.get((*self.fields.get(at)?)?);
        self.decisions.get(at)?.changed.as_ref().or_else(read)
    }

    /// The found blanks of a decision.
    pub(super) fn found_of(&self, at: usize) -> impl Iterator<Item = usize> {
        let first = self.first_found.get(at).copied().unwrap_or(usize::MAX);
        (first..self.by_found.len()).take_while(move |found| self.by_found.get(*found) == Some(&at))
    }

    /// The earlier decisions about blanks with the same mark, of the same kind and unit: what one
    /// may be the same as, the nearest first.
    pub(super) fn equals(&self, at: usize) -> Vec<usize> {
        let Some(field) = self.field(at) else { return Vec::new() };
        let proposed = self.decisions.get(at).and_then(|decision| decision.same.as_ref());
        let alike = |other: &usize| {
            let is_proposed = self.decisions.get(*other).is_some_and(|other| Some(&other.field) == proposed);
            is_proposed
                || self.is_own(*other) && self.field(*other).is_some_and(|other| is_alike(other, field))
        };
        (0..at).rev().filter(alike).take(OFFERED).collect()
    }

    fn is_own(&self, at: usize) -> bool {
        self.decisions.get(at).is_some_and(|decision| decision.kept && decision.same.is_none())
    }

    /// Decides otherwise about one; gives the decisions that changed.
    pub(super) fn decide(&mut self, at: usize, make: impl FnOnce(&mut Decision)) -> Vec<usize> {
        let Some(mut decision) = self.decisions.get(at).cloned() else { return Vec::new() };
        make(&mut decision);
        self.step(vec![(at, decision)])
    }

    /// Changes what the field of one is.
    pub(super) fn change(&mut self, at: usize, make: impl FnOnce(&mut Field)) -> Vec<usize> {
        let Some(mut field) = self.field(at).cloned() else { return Vec::new() };
        make(&mut field);
        self.decide(at, |decision| decision.changed = Some(field))
    }

    /// Makes all that are like this one the same as the first of them.
    pub(super) fn join_all(&mut self, at: usize) -> Vec<usize> {
        let Some(field) = self.field(at).cloned() else { return Vec::new() };
        let is_like = |at: &usize| {
            self.decisions.get(*at).is_some_and(|decision| decision.kept)
                && self.field(*at).is_some_and(|other| is_alike(other, &field))
        };
        let mut alike = (0..self.decisions.len()).filter(is_like);
        let Some(first) = alike.next() else { return Vec::new() };
        let to = self.decisions[first].field.clone();
        let mut step: Step = vec![(first, Decision { same: None, ..self.decisions[first].clone() })];
        step.extend(alike.map(|at| (at, Decision { same: Some(to.clone()), ..self.decisions[at].clone() })));
        self.step(step)
    }

    /// Takes over what was decided about blanks of another reading of the same text. Both stand in the
    /// order of the text; a blank is the same if its mark and what stands beside it are.
    pub(super) fn carry_over(&mut self, before: &Self) {
        let mut from = 0;
        for at in 0..self.decisions.len() {
            let Some(found) = self.first_found.get(at).and_then(|found| self.reading.found.get(*found))
            else {
                continue;
            };
            let rest = before.reading.found.iter().enumerate().skip(from).take(AHEAD);
            let is_same = |(_, other): &(usize, &Found)| {
                (&other.literal, &other.before, &other.after) == (&found.literal, &found.before, &found.after)
            };
            let Some((other, _)) = rest.into_iter().find(is_same) else { continue };
            from = other + 1;
            let Some(decision) = before.of(other).and_then(|at| before.decision(at)) else { continue };
            self.decisions[at].kept = decision.kept;
            let id = self.decisions[at].field.clone();
            self.decisions[at].changed = decision.changed.clone().map(|field| Field { id, ..field });
        }
    }

    fn step(&mut self, mut step: Step) -> Vec<usize> {
        step.retain(|(at, decision)| self.decisions.get(*at) != Some(decision));
        if step.is_empty() {
            return Vec::new();
        }
        self.undone.clear();
        let changed = step.iter().map(|(at, _)| *at).collect();
        let inverse = self.put(step);
        self.done.push(inverse);
        changed
    }

    fn put(&mut self, step: Step) -> Step {
        let mut inverse = Vec::with_capacity(step.len());
        for (at, decision) in step {
            if let Some(slot) = self.decisions.get_mut(at) {
                inverse.push((at, std::mem::replace(slot, decision)));
            }
        }
        inverse
    }

    /// Takes the newest step back; gives the decisions that changed.
    pub(super) fn undo(&mut self) -> Vec<usize> {
        let Some(step) = self.done.pop() else { return Vec::new() };
        let changed = step.iter().map(|(at, _)| *at).collect();
        let inverse = self.put(step);
        self.undone.push(inverse);
        changed
    }

    /// Does again what was taken back.
    pub(super) fn redo(&mut self) -> Vec<usize> {
        let Some(step) = self.undone.pop() else { return Vec::new() };
        let changed = step.iter().map(|(at, _)| *at).collect();
        let inverse = self.put(step);
        self.done.push(inverse);
        changed
    }

    /// Whether there is something to take back, and to do again.
    pub(super) fn steps(&self) -> (bool, bool) {
        (!self.done.is_empty(), !self.undone.is_empty())
    }

    /// The template that comes of the decisions.
    pub(super) fn template(&self) -> Template {
        decide(&self.reading.template, &self.decisions)
    }
}

fn is_alike(one: &Field, other: &Field) -> bool {
    one.literal == other.literal && one.kind == other.kind && one.unit == other.unit
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::reading::{Source, read};

    fn choices(text: &str) -> Choices {
        Choices::new(read(&Source::from_text(text), &[]))
    }

    #[test]
    fn what_is_decided_can_be_taken_back_and_done_again() {
        let mut choices = choices("全年讲党课X次，听课X次，培训XX人次。");
        let before = choices.template();
        assert_eq!(choices.counts().0, 3);
        assert_eq!(choices.decide(1, |decision| decision.kept = false), [1]);
        assert_eq!(choices.change(0, |field| field.label = "课".into()), [0]);
        assert_eq!(choices.change(0, |_| {}), [] as [usize; 0]);
        let after = choices.template();
        assert_eq!((after.fields.len(), after.fields[0].label.as_str()), (2, "课"));
        assert_eq!((choices.undo(), choices.undo(), choices.undo()), (vec![0], vec![1], vec![]));
        assert_eq!(choices.template(), before);
        assert_eq!((choices.redo(), choices.redo()), (vec![1], vec![0]));
        assert_eq!(choices.template(), after);
        assert_eq!(choices.steps(), (true, false));
    }

    #[test]
    fn all_that_are_alike_become_one() {
        let mut choices = choices("讲课X次，听课X次，评课X次。");
        assert_eq!(choices.equals(2), [1, 0]);
        assert_eq!(choices.join_all(1), [1, 2]);
        assert_eq!(choices.template().fields.len(), 1);
        choices.undo();
        assert_eq!(choices.template().fields.len(), 3);
    }
}
