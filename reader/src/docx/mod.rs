//! Word files: `zip` (with limits) → `package` (parts and relations) → `tree` (elements) →
//! `story` (the paragraphs of a part, with `styles`, `numbering`, `fields`, `controls`). Knows the
//! elements that carry words and passes over all others.

mod controls;
mod fields;
mod numbering;
mod numerals;
mod package;
mod story;
mod styles;
mod tree;
mod zip;

use gaozhi_core::reading::{Part, Refusal, Source};

use numbering::Numbering;
use package::Package;
use story::Story;
use styles::Styles;
use tree::{Element, Tree};

/// The lines of a Word file in reading order: the body with its tables and text boxes, then
/// headers and footers, then notes.
pub(crate) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let package = Package::open(bytes)?;
    let text = package.document()?;
    let document = Tree::of(&text)?;
    let root = document.root();
    if root.name() != "document" {
        return Err(if root.name() == "pkg" { Refusal::OldOffice } else { Refusal::OtherOffice });
    }
    let body = root.child("body").ok_or(Refusal::Damaged)?;
    let styles = of_part(&package, "styles", Styles::of)?;
    let numbering = of_part(&package, "numbering", Numbering::of)?;
    let mut story = Story::new(&styles, numbering);
    story.read(body, Part::Body);
    for id in std::mem::take(&mut story.margins) {
        if let Some(text) = package.part_by_id(&id)? {
            story.read(Tree::of(&text)?.root(), Part::Margin);
        }
    }
    for (kind, note) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
        if let Some(text) = package.part(kind)? {
            notes(&mut story, Tree::of(&text)?.root(), note);
        }
    }
    Ok(Source { lines: story.lines })
}

/// What is made of a part that a file may lack.
fn of_part<T: Default>(package: &Package, kind: &str, of: fn(&Tree) -> T) -> Result<T, Refusal> {
    match package.part(kind)? {
        Some(text) => Ok(of(&Tree::of(&text)?)),
        None => Ok(T::default()),
    }
}

/// Reads the notes of a kind in the order in which the text has named them.
fn notes(story: &mut Story, root: Element, kind: &str) {
    let named: Vec<String> =
        story.notes.iter().filter(|(found, _)| *found == kind).map(|(_, id)| id.clone()).collect();
    let mut found: Vec<(usize, Element)> = root
        .children()
        .filter_map(|note| {
            Some((named.iter().position(|id| Some(id.as_str()) == note.attribute("id").as_deref())?, note))
        })
        .collect();
    found.sort_by_key(|(place, _)| *place);
    for (_, note) in found {
        story.read(note, Part::Note);
    }
}
