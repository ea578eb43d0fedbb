//! Which fields come along with a section, and under which ids.

use std::collections::{BTreeMap, BTreeSet};

use crate::draft::shape::{fresh_fields, refer};
use crate::draft::{Draft, Edit, references};
use crate::field::{Field, FieldId, Kind};
use crate::report::shown;
use crate::template::Span;

/// Where fields are shown.
pub(super) struct Shown<'a> {
    /// In the section that comes, one for each blank.
    pub(super) new: Vec<&'a FieldId>,
    /// In the section that goes.
    pub(super) old: Vec<&'a FieldId>,
    /// In the others, with what their defaults name.
    pub(super) outside: BTreeSet<FieldId>,
}

/// What comes along.
pub(super) struct Carried {
    /// The new ids of those that cannot keep theirs.
    pub(super) names: BTreeMap<FieldId, FieldId>,
    /// Declares and answers them; nothing that changes nothing.
    pub(super) edits: Vec<Edit>,
}

/// Those fields and all that their defaults name, through any number of others.
pub(super) fn with_references(draft: &Draft, mut ids: Vec<FieldId>) -> BTreeSet<FieldId> {
    let mut found = BTreeSet::new();
    while let Some(id) = ids.pop() {
        if found.insert(id.clone()) {
            ids.extend(draft.field(&id).map(named_by).unwrap_or_default());
        }
    }
    found
}

/// Takes the fields of the new section, and those that they follow, from `then` into `now`.
pub(super) fn carry(now: &Draft, then: &Draft, shown: &Shown<'_>) -> Carried {
    let of_section = with_references(then, shown.new.iter().copied().cloned().collect());
    let mut fresh = fresh_fields(now).filter(|id| !of_section.contains(id) && !shown.outside.contains(id));
    let mut todo: Vec<FieldId> = shown.new.iter().copied().cloned().collect();
    let (mut seen, mut taken) = (BTreeSet::new(), of_section.clone());
    let (mut names, mut carried) = (BTreeMap::new(), Vec::new());
    let mut at = 0;
    while let Some(id) = todo.get(at).cloned() {
        at += 1;
        let is_shared = shown.outside.contains(&id) && says_the_same(now, then, &id);
        if is_shared || !seen.insert(id.clone()) {
            continue;
        }
        if shown.outside.contains(&id) || !may_be(now, then, &id, &id) {
            let name = stand_in(now, then, shown, &id).filter(|name| taken.insert(name.clone()));
            names.insert(id.clone(), name.or_else(|| fresh.next()).unwrap_or_else(|| id.clone()));
        }
        todo.extend(then.field(&id).map(named_by).unwrap_or_default());
        carried.push(id);
    }
    let mut edits = Vec::new();
    for id in carried {
        let name = names.get(&id).unwrap_or(&id).clone();
        let field = match then.field(&id) {
            Some(field) => Some(under(field, &name, &names)),
            // Nothing is known of it: it shows its id, as it does in `then`.
            None => (name != id).then(|| Field { id: name.clone(), ..unknown(&id) }),
        };
        if let Some(field) = field
            && now.field(&name) != Some(&field)
        {
            edits.push(Edit::Field { id: name.clone(), to: Some(Box::new(field)) });
        }
        if now.answer(&name) != then.answer(&id) {
            edits.push(Edit::Answer { field: name, text: then.answer(&id).map(str::to_owned) });
        }
    }
    Carried { names, edits }
}

/// The field under that id, its default naming the others by theirs.
fn under(field: &Field, name: &FieldId, names: &BTreeMap<FieldId, FieldId>) -> Field {
    let mut field = Field { id: name.clone(), ..field.clone() };
    for (old, new) in names {
        field.default = refer(&field.default, old, &format!("{{{}}}", new.as_str()));
    }
    field
}

fn unknown(id: &FieldId) -> Field {
    Field::new(id.as_str(), Kind::Text, id.as_str(), id.as_str())
}

/// Whether the field of `then` can take the place of `name` in `now`: that is free or the same field.
fn may_be(now: &Draft, then: &Draft, id: &FieldId, name: &FieldId) -> bool {
    match (now.field(name), then.field(id)) {
        (None, _) => true,
        (Some(now), Some(then)) => is_same(now, then),
        (Some(_), None) => false,
    }
}

/// Whether a person takes the two for one field.
fn is_same(a: &Field, b: &Field) -> bool {
    a.kind == b.kind && a.label == b.label
}

/// The field that a section restored before has in the place of `id`, so that restoring again makes
/// no more of them.
fn stand_in(now: &Draft, then: &Draft, shown: &Shown<'_>, id: &FieldId) -> Option<FieldId> {
    if shown.new.len() != shown.old.len() {
        return None;
    }
    let at = shown.new.iter().position(|new| *new == id)?;
    let name: &FieldId = shown.old.get(at)?;
    let is_declared = now.field(name).is_some();
    (is_declared && !shown.outside.contains(name) && may_be(now, then, id, name)).then(|| name.clone())
}

/// Whether a field shows the same in both drafts, in the text and wherever a default names it.
fn says_the_same(now: &Draft, then: &Draft, id: &FieldId) -> bool {
    let (Some(field), Some(old)) = (now.field(id), then.field(id)) else {
        return now.field(id).is_none() && then.field(id).is_none() && now.answer(id) == then.answer(id);
    };
    let (value, before) = (now.value(id), then.value(id));
    is_same(field, old)
        && value == before
        && shown(field, &value) == shown(old, &before)
        && (is_steady(now, id) && is_steady(then, id) || follows_the_same(now, then, id))
}

/// Whether what it says does not follow other fields: those may be cut off at a depth.
fn is_steady(draft: &Draft, id: &FieldId) -> bool {
    draft.answer(id).is_some() || draft.field(id).is_none_or(|field| named_by(field).is_empty())
}

fn follows_the_same(now: &Draft, then: &Draft, id: &FieldId) -> bool {
    let ids = with_references(now, vec![id.clone()]);
    ids == with_references(then, vec![id.clone()])
        && ids.iter().all(|id| now.field(id) == then.field(id) && now.answer(id) == then.answer(id))
}

/// The fields that the default names, in order.
fn named_by(field: &Field) -> Vec<FieldId> {
    let blank = |span| match span {
        Span::Blank(id) => Some(id),
        Span::Text(_) => None,
    };
    references(&field.default).into_iter().filter_map(blank).collect()
}
