//! Two values side by side that both changed: where the one ends is told by what the fields may hold, and
//! by what they say elsewhere.

use std::collections::BTreeMap;

use gaozhi_core::draft::Draft;
use gaozhi_core::field::{Field, FieldId};

use super::fit::Step;
use super::line::Seen;
use super::pair::{Pair, Steps};
use super::pattern::{Pattern, Sign};
use super::values::understood;

/// Parts such values anew where they were parted in a way that cannot be.
pub(super) fn part(draft: &Draft, old: &[Pattern], pairs: &mut [Pair]) {
    let alone = alone(old, pairs);
    for pair in pairs {
        let (Some(pattern), Steps::Known(steps)) = (old.get(pair.old), &mut pair.steps) else { continue };
        let seen = Seen::of(&pair.words);
        for at in 1..steps.len() {
            let (Some(one), Some(two)) = (changed(steps.get(at - 1)), changed(steps.get(at))) else {
                continue;
            };
            let field = |sign: usize| field(pattern, sign).and_then(|id| draft.field(id));
            let (Some(first), Some(second)) = (field(one.0), field(two.0)) else { continue };
            let fits = |field: &Field, from: usize, to: usize| {
                let now = seen.between(from, to);
                let known = alone.get(&field.id).is_some_and(|known| *known == now);
                2 * usize::from(known) + usize::from(understood(field, now).is_some())
            };
            let score = |cut: usize| {
                fits(first, one.1, cut) + fits(second, cut, two.2) + usize::from(seen.is_apart(cut))
            };
            let (mut best, mut most) = (one.2, score(one.2));
            for cut in one.1 + 1..two.2 {
                if score(cut) > most {
                    (best, most) = (cut, score(cut));
                }
            }
            let value = |sign, from, to| Step::Value { sign, from, to, kept: false };
            steps.splice(at - 1..=at, [value(one.0, one.1, best), value(two.0, best, two.2)]);
        }
    }
}

/// The sign and place of a value that changed.
fn changed(step: Option<&Step>) -> Option<(usize, usize, usize)> {
    match step {
        Some(Step::Value { sign, from, to, kept: false }) => Some((*sign, *from, *to)),
        _ => None,
    }
}

fn field(pattern: &Pattern, sign: usize) -> Option<&FieldId> {
    match pattern.signs.get(sign)? {
        Sign::Blank { piece } => pattern.pieces.get(*piece)?.field(),
        Sign::Char { .. } => None,
    }
}

/// What is said for the fields that changed with words on both sides.
fn alone(old: &[Pattern], pairs: &[Pair]) -> BTreeMap<FieldId, String> {
    let mut found = BTreeMap::new();
    for pair in pairs {
        let (Some(pattern), Steps::Known(steps)) = (old.get(pair.old), &pair.steps) else { continue };
        let seen = Seen::of(&pair.words);
        for (at, step) in steps.iter().enumerate() {
            let is_beside = |at: Option<usize>| changed(at.and_then(|at| steps.get(at))).is_some();
            if let Some((sign, from, to)) =
                changed(Some(step)).filter(|_| !is_beside(at.checked_sub(1)) && !is_beside(Some(at + 1)))
                && let Some(id) = field(pattern, sign)
            {
                found.insert(id.clone(), seen.between(from, to).to_owned());
            }
        }
    }
    found
}
