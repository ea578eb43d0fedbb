//! An earlier version put in the place of what stands now, whole or by section. Only makes
//! [`Edit`]s, each one step of undo; the draft applies them.

mod fields;
mod place;

use crate::draft::outline::sections;
use crate::draft::{Draft, Edit, Entry, shape};
use crate::field::FieldId;
use crate::template::{Block, Span};
use fields::{Carried, Shown, carry, with_references};

/// Puts a section of `then` in the place of its counterpart in `now`; `section` counts as
/// [`sections`] of `then` does. The counterpart is the section of the same heading; else the one
/// behind the counterpart of the section before, if that is nobody's; else there is none, and the
/// section comes in there.
///
/// The fields shown in it come along with their answers. What the other sections of `now` say stays:
/// a field that they show too and that says something else now, or whose id is that of another field
/// now, comes along as a field of its own. `None` where there is no such section or all is as it was.
#[must_use]
pub fn restore_section(now: &Draft, then: &Draft, section: usize) -> Option<Edit> {
    let new = then.entries().get(sections(then.entries()).get(section)?.clone())?;
    let place = place::counterpart(now, then, section);
    let (before, rest) = now.entries().split_at_checked(place.start)?;
    let (old, after) = rest.split_at_checked(place.len())?;
    let outside = blanks(before).chain(blanks(after));
    let shown = Shown {
        new: blanks(new).collect(),
        old: blanks(old).collect(),
        outside: with_references(now, outside.cloned().collect()),
    };
    let Carried { names, mut edits } = carry(now, then, &shown);
    let mut blocks: Vec<Block> = new.iter().map(|entry| entry.block.clone()).collect();
    for span in blocks.iter_mut().flat_map(|block| block.lead.iter_mut().chain(&mut block.text)) {
        if let Span::Blank(id) = span
            && let Some(name) = names.get(id)
        {
            id.clone_from(name);
        }
    }
    if !old.iter().map(|entry| &entry.block).eq(&blocks) {
        edits.push(Edit::Remove { at: place.start, count: place.len() });
        edits.push(Edit::Insert { at: place.start, entries: now.fresh_entries(blocks) });
    }
    (!edits.is_empty()).then_some(Edit::All(edits))
}

/// Makes the outline, the fields, the answers and the page those of `then`; the name stays. Changes nothing
/// where they are.
#[must_use]
pub fn restore_whole(now: &Draft, then: &Draft) -> Edit {
    let only_now = now.answers().keys().filter(|id| then.answer(id).is_none());
    let answer =
        |field: &FieldId| Edit::Answer { field: field.clone(), text: then.answer(field).map(str::to_owned) };
    let differs = |id: &&FieldId| now.answer(id) != then.answer(id);
    let mut edits: Vec<Edit> = only_now.chain(then.answers().keys()).filter(differs).map(answer).collect();
    edits.extend(shape::replace(now, then.to_template()));
    if now.setup() != then.setup() {
        edits.push(Edit::Setup(Box::new(then.setup().clone())));
    }
    Edit::All(edits)
}

/// The fields shown there, one for each blank.
fn blanks(entries: &[Entry]) -> impl Iterator<Item = &FieldId> {
    entries.iter().flat_map(|entry| entry.block.blanks())
}
