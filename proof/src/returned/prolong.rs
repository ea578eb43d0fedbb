//! Words that were put right before or behind a value: part of it, where it may hold them.

use std::collections::BTreeMap;
use std::ops::Range;

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
    field: FieldId,
    /// The steps that it takes.
    steps: Range<usize>,
    sign: usize,
    from: usize,
    to: usize,
    now: String,
}

/// Where a field is printed, and what it says where words were put beside it.
#[derive(Default)]
struct Found {
    places: usize,
    longer: usize,
    /// What it says in all of those places; none if they differ.
    now: Option<String>,
}

/// Makes those words part of the value, where they are part of it in all of its places.
pub(super) fn prolong(draft: &Draft, old: &[Pattern], pairs: &mut [Pair]) {
    let mut found: BTreeMap<FieldId, Found> = BTreeMap::new();
    for pair in &*pairs {
        let Some(pattern) = old.get(pair.old) else { continue };
        for id in pattern.pieces.iter().filter_map(Piece::field) {
            found.entry(id.clone()).or_default().places += 1;
        }
        for longer in longer(draft, pattern, pair) {
            let now = squeezed(&longer.now);
            let all = found.entry(longer.field).or_default();
            all.now = Some(now).filter(|now| all.longer == 0 || all.now.as_ref() == Some(now));
            all.longer += 1;
        }
    }
    found.retain(|_, found| found.now.is_some() && found.places == found.longer);
    for pair in pairs {
        let Some(pattern) = old.get(pair.old) else { continue };
        let all = longer(draft, pattern, pair);
        let Steps::Known(steps) = &mut pair.steps else { continue };
        // From the last to the first, so that the steps before keep their places.
        for Longer { steps: range, sign, from, to, .. } in
            all.into_iter().rev().filter(|longer| found.contains_key(&longer.field))
        {
            steps.splice(range, [Step::Value { sign, from, to, kept: false }]);
        }
    }
}

/// The values in a paragraph beside which words were put, nothing being lost there; none over another.
fn longer(draft: &Draft, pattern: &Pattern, pair: &Pair) -> Vec<Longer> {
    let Steps::Known(steps) = &pair.steps else { return Vec::new() };
    let seen = Seen::of(&pair.words);
    let mut out: Vec<Longer> = Vec::new();
    let mut free = 0;
    for (at, step) in steps.iter().enumerate() {
        let Step::Value { sign, from, to, kept } = *step else { continue };
        // What a blank parts from it is no part of it.
        let before = if seen.is_apart(from) { 0 } else { fresh_before(steps, at, free) };
        let after = if seen.is_apart(to) { 0 } else { fresh_after(steps, at) };
        // With all that is beside it, else with one side.
        let ways = [(before, after), (0, after), (before, 0), (0, 0)];
        // Another value alone counts too: it may say the same as a longer one elsewhere.
        let mut ways = ways.into_iter().filter(|(before, after)| before + after > 0 || !kept);
        let longer = ways.find_map(|(before, after)| {
            let now = seen.between(from - before, to + after).to_owned();
            let more = [seen.between(from - before, from), seen.between(to, to + after)].concat();
            let field = may_hold(draft, pattern, sign, &now, &more)?;
            let steps = at - before..at + 1 + after;
            Some(Longer { field, steps, sign, from: from - before, to: to + after, now })
        });
        if let Some(longer) = longer {
            free = longer.steps.end;
            out.push(longer);
        }
    }
    out
}

fn is_new(step: &Step) -> bool {
    matches!(step, Step::New { .. })
}

/// How many new characters stand right before that step; none if something was lost there, or if they
/// are another value's.
fn fresh_before(steps: &[Step], at: usize, free: usize) -> usize {
    let count = steps.get(free..at).unwrap_or_default().iter().rev().take_while(|step| is_new(step)).count();
    let is_lost = (at - count).checked_sub(1).and_then(|at| steps.get(at)).is_some_and(is_gone);
    if is_lost { 0 } else { count }
}

/// How many new characters stand right behind that step; none if something was lost there.
fn fresh_after(steps: &[Step], at: usize) -> usize {
    let count = steps.iter().skip(at + 1).take_while(|step| is_new(step)).count();
    if steps.get(at + 1 + count).is_some_and(is_gone) { 0 } else { count }
}

fn is_gone(step: &Step) -> bool {
    matches!(step, Step::Gone { .. })
}

/// The field of a blank, if it may hold that value with `more` in it.
fn may_hold(draft: &Draft, pattern: &Pattern, sign: usize, now: &str, more: &str) -> Option<FieldId> {
    let Some(Sign::Blank { piece }) = pattern.signs.get(sign) else { return None };
    let id = pattern.pieces.get(*piece)?.field()?;
    let field = draft.field(id)?;
    // What ends a sentence is seldom part of a name or a figure.
    let is_long = matches!(field.kind, Kind::Prose | Kind::List(_));
    let fits = is_long || !more.contains(['。', '！', '？', '；', '：']);
    (fits && understood(field, now).is_some()).then(|| id.clone())
}
