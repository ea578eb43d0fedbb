//! Words that were put right before or behind a value: part of it, where it may hold them.

use std::collections::BTreeMap;

use gaozhi_core::draft::Draft;
use gaozhi_core::field::{FieldId, Kind};
use gaozhi_core::text::chars::squeezed;

use super::fit::Step;
use super::line::Seen;
use super::pair::{Pair, Steps};
use super::pattern::{Pattern, Piece, Sign};
use super::values::understood;

/// A value with what was put beside it.
struct Longer {
    pair: usize,
    /// The steps that it takes.
    steps: std::ops::Range<usize>,
    sign: usize,
    from: usize,
    to: usize,
    now: String,
}

/// Makes those words part of the value, where they are part of it in all of its places.
pub(super) fn prolong(draft: &Draft, old: &[Pattern], pairs: &mut [Pair]) {
    let mut places: BTreeMap<FieldId, usize> = BTreeMap::new();
    let mut found: BTreeMap<FieldId, Vec<Longer>> = BTreeMap::new();
    for (index, pair) in pairs.iter().enumerate() {
        let Some(pattern) = old.get(pair.old) else { continue };
        for id in pattern.pieces.iter().filter_map(Piece::field) {
            *places.entry(id.clone()).or_default() += 1;
        }
        let Steps::Known(steps) = &pair.steps else { continue };
        for (id, longer) in longer(draft, pattern, &Seen::of(&pair.words), steps) {
            found.entry(id).or_default().push(Longer { pair: index, ..longer });
        }
    }
    let is_everywhere = |(id, all): &(FieldId, Vec<Longer>)| {
        let first = all.first().map(|longer| squeezed(&longer.now));
        places.get(id) == Some(&all.len()) && all.iter().all(|longer| Some(squeezed(&longer.now)) == first)
    };
    let mut all: Vec<Longer> = found.into_iter().filter(is_everywhere).flat_map(|(_, all)| all).collect();
    // From the last to the first, so that the steps before keep their places.
    all.sort_by_key(|longer| std::cmp::Reverse((longer.pair, longer.steps.start)));
    for Longer { pair, steps: range, sign, from, to, .. } in all {
        if let Some(Pair { steps: Steps::Known(steps), .. }) = pairs.get_mut(pair) {
            steps.splice(range, [Step::Value { sign, from, to, kept: false }]);
        }
    }
}

/// The values in a paragraph beside which words were put, nothing being lost there; none over another.
fn longer(draft: &Draft, pattern: &Pattern, seen: &Seen<'_>, steps: &[Step]) -> Vec<(FieldId, Longer)> {
    let mut out: Vec<(FieldId, Longer)> = Vec::new();
    let mut at = 0;
    for run in steps.chunk_by(|a, b| is_new(a) == is_new(b)) {
        let (start, end) = (at, at + run.len());
        at = end;
        if !run.first().is_some_and(is_new) {
            continue;
        }
        let before = start.checked_sub(1);
        let is_lost = |at: Option<usize>| {
            at.and_then(|at| steps.get(at)).is_some_and(|step| matches!(step, Step::Gone { .. }))
        };
        if is_lost(before) || is_lost(Some(end)) {
            continue;
        }
        for (value, range) in [(before, start.saturating_sub(1)..end), (Some(end), start..end + 1)] {
            let is_taken = out.last().is_some_and(|(_, last)| last.steps.end > range.start);
            let found = value.and_then(|value| prolonged(draft, pattern, seen, steps, value, run));
            if let Some((id, mut longer)) = found.filter(|_| !is_taken) {
                longer.steps = range;
                out.push((id, longer));
                break;
            }
        }
    }
    out
}

fn is_new(step: &Step) -> bool {
    matches!(step, Step::New { .. })
}

/// The value at that step with the new words beside it, if it is one that may hold them.
fn prolonged(
    draft: &Draft,
    pattern: &Pattern,
    seen: &Seen<'_>,
    steps: &[Step],
    value: usize,
    run: &[Step],
) -> Option<(FieldId, Longer)> {
    let (Step::Value { sign, from, to, .. }, Some(Step::New { at: first }), Some(Step::New { at: last })) =
        (*steps.get(value)?, run.first(), run.last())
    else {
        return None;
    };
    let Some(Sign::Blank { piece }) = pattern.signs.get(sign) else { return None };
    let id = pattern.pieces.get(*piece)?.field()?;
    let field = draft.field(id)?;
    let (from, to) = (from.min(*first), to.max(last + 1));
    let now = seen.between(from, to).to_owned();
    // What ends a sentence is seldom part of a name or a figure.
    let is_long = matches!(field.kind, Kind::Prose | Kind::List(_));
    let more = seen.between(*first, last + 1);
    let fits = is_long || !more.contains(['。', '！', '？', '；', '：']);
    let longer = Longer { pair: 0, steps: 0..0, sign, from, to, now };
    (fits && understood(field, &longer.now).is_some()).then(|| (id.clone(), longer))
}
