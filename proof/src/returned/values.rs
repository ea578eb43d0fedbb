//! Which of the changes in the words are values, and what would have been typed for them.

use std::collections::{BTreeMap, BTreeSet};

use gaozhi_core::draft::{Draft, Edit};
use gaozhi_core::field::{Field, FieldId, Kind, read};
use gaozhi_core::report::shown;
use gaozhi_core::text::chars::squeezed;

use super::fit::Step;
use super::line::Seen;
use super::pair::{Pair, Steps};
use super::pattern::{Pattern, Sign};

/// A place where the value of a field is printed.
#[derive(Clone, Debug)]
struct Place {
    field: FieldId,
    /// What stands there now.
    now: String,
    /// Whether that is what stood there.
    kept: bool,
}

/// What is made of the values that changed.
#[derive(Clone, Debug, Default)]
pub(super) struct Values {
    /// What is typed anew, by field.
    pub(super) typed: BTreeMap<FieldId, String>,
    /// Fields whose changed values become words, as the places do not agree or no text prints that.
    pub(super) given_up: BTreeSet<FieldId>,
}

/// The values that can be told: all places of the field say the same, what is typed prints just that,
/// and no other place that still says what it said would say something else.
pub(super) fn values(draft: &Draft, old: &[Pattern], pairs: &[Pair]) -> Values {
    let places: Vec<Place> = pairs.iter().flat_map(|pair| of_pair(old, pair)).collect();
    let mut open: BTreeMap<&FieldId, &str> = BTreeMap::new();
    open.extend(places.iter().filter(|place| !place.kept).map(|place| (&place.field, place.now.as_str())));
    let mut values = Values::default();
    for place in &places {
        if open.get(&place.field).is_some_and(|now| squeezed(now) != squeezed(&place.now)) {
            values.given_up.insert(place.field.clone());
        }
    }
    // What follows a field that changed may be told by it.
    let told = open.keys().filter(|id| !values.given_up.contains(**id));
    let followers: BTreeSet<FieldId> = told.flat_map(|id| draft.followers(id)).collect();
    for (id, now) in &open {
        let is_told = draft.answer(id).is_none() && followers.contains(*id);
        if !is_told && !values.given_up.contains(*id) {
            values.take(draft, id, now);
        }
    }
    // Each time a field is told, or given up for good.
    for _ in 0..=2 * places.len() {
        let Some(place) = values.first_wrong(draft, &places) else { break };
        if !place.kept && !values.typed.contains_key(&place.field) {
            values.take(draft, &place.field, &place.now);
            continue;
        }
        // It follows one that may not change then.
        let is_cause = |id: &&FieldId| **id == place.field || draft.followers(id).contains(&place.field);
        let Some(cause) = values.typed.keys().find(is_cause).cloned() else { break };
        values.typed.remove(&cause);
        values.given_up.insert(cause);
    }
    values
}

impl Values {
    fn take(&mut self, draft: &Draft, id: &FieldId, now: &str) {
        match typed(draft, id, now) {
            Some(text) => drop(self.typed.insert(id.clone(), text)),
            None => drop(self.given_up.insert(id.clone())),
        }
    }

    /// The first place at which the report would not say what stands there now.
    fn first_wrong<'a>(&self, draft: &Draft, places: &'a [Place]) -> Option<&'a Place> {
        let mut trial = draft.clone();
        for (field, text) in &self.typed {
            trial.apply(Edit::Answer { field: field.clone(), text: Some(text.clone()) });
        }
        places.iter().find(|place| {
            // A value that became words says nothing of its field.
            let is_free = !place.kept && self.given_up.contains(&place.field);
            !is_free && squeezed(&printed(&trial, &place.field)) != squeezed(&place.now)
        })
    }
}

fn printed(draft: &Draft, id: &FieldId) -> String {
    draft.field(id).map_or_else(|| id.as_str().to_owned(), |field| shown(field, &draft.value(id)).0)
}

/// The places of values in a paragraph.
fn of_pair(old: &[Pattern], pair: &Pair) -> Vec<Place> {
    let Some(pattern) = old.get(pair.old) else { return Vec::new() };
    let field = |sign: usize| match pattern.signs.get(sign)? {
        Sign::Blank { piece } => pattern.pieces.get(*piece)?.field().cloned(),
        Sign::Char { .. } => None,
    };
    match &pair.steps {
        Steps::None => {
            let place = |piece: &super::pattern::Piece| {
                let now = piece.printed.iter().collect();
                Some(Place { field: piece.field()?.clone(), now, kept: true })
            };
            pattern.pieces.iter().filter_map(place).collect()
        }
        Steps::Known(steps) => {
            let seen = Seen::of(&pair.words);
            let place = |step: &Step| match step {
                Step::Value { sign, from, to, kept } => {
                    let now = seen.between(*from, *to).to_owned();
                    Some(Place { field: field(*sign)?, now, kept: *kept })
                }
                Step::Same { .. } | Step::Gone { .. } | Step::New { .. } => None,
            };
            steps.iter().filter_map(place).collect()
        }
        Steps::Unknown => Vec::new(),
    }
}

/// What is typed into a field so that the report shows just that; nothing where no text does.
fn typed(draft: &Draft, id: &FieldId, now: &str) -> Option<String> {
    let field = draft.field(id)?;
    let candidates =
        [Some(String::new()), bare_items(field, now), understood(field, now), Some(now.trim().to_owned())];
    candidates.into_iter().flatten().find(|text| squeezed(&shown(field, text).0) == squeezed(now))
}

pub(super) fn understood(field: &Field, now: &str) -> Option<String> {
    Some(read(field, now)).filter(|reading| reading.refusal.is_none()).map(|reading| reading.text)
}

/// The items of a list that are printed with something around each and perhaps nothing between them.
fn bare_items(field: &Field, now: &str) -> Option<String> {
    let (before, after) = field.around_item();
    if before.is_empty() || after.is_empty() || !matches!(field.kind, Kind::List(_)) {
        return None;
    }
    let inside = now.trim().strip_prefix(before)?.strip_suffix(after)?;
    let items =
        inside.replace(&[after, "、", before].concat(), "\n").replace(&[after, before].concat(), "\n");
    Some(items)
}
