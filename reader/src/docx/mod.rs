//! Word files: `zip` (with limits) → `package` (parts and relations) → `tree` (elements) →
//! `story` (the paragraphs of a part, with `styles`, `numbering`, `fields`, `controls`). Knows the
//! elements that carry words and passes over all others. What a file looks like is read apart:
//! `habits`, from `sample` (paragraphs), `look` (fonts and pitch) and `footing` (the page number).

mod carried;
mod controls;
mod fields;
mod footing;
mod habits;
mod look;
mod numbering;
mod numerals;
mod package;
mod sample;
mod story;
mod styles;
mod tree;
mod zip;

use gaozhi_core::reading::{Part, Refusal, Source};

pub(crate) use habits::habits;
use numbering::Numbering;
use package::Package;
use story::Story;
use styles::Styles;
use tree::{Element, Tree};

/// A Word file as it comes back from somebody else.
pub(crate) struct File {
    /// Its paragraphs, each as one line.
    pub(crate) source: Source,
    /// The draft that it carries, as JSON.
    pub(crate) draft: Option<String>,
}

/// The lines of a Word file in reading order: the body with its tables and text boxes, then
/// headers and footers, then notes.
pub(crate) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    lines(&Package::open(bytes)?, false)
}

/// The same with a line for each paragraph, whatever breaks are in it, and the draft inside.
pub(crate) fn read_whole(bytes: &[u8]) -> Result<File, Refusal> {
    let package = Package::open(bytes)?;
    Ok(File { source: lines(&package, true)?, draft: carried::carried(&package)? })
}

fn lines(package: &Package, by_paragraph: bool) -> Result<Source, Refusal> {
    let text = package.document()?;
    let document = Tree::of(&text)?;
    let root = document.root();
    if root.name() != "document" {
        return Err(if root.name() == "pkg" { Refusal::OldOffice } else { Refusal::OtherOffice });
    }
    let body = root.child("body").ok_or(Refusal::Damaged)?;
    let styles = of_part(package, "styles", Styles::of)?;
    let numbering = of_part(package, "numbering", Numbering::of)?;
    let mut story = Story::new(&styles, numbering);
    story.by_paragraph = by_paragraph;
    story.read(body, Part::Body);
    for id in std::mem::take(&mut story.margins) {
        if let Some(text) = package.part_by_id(&id)? {
            story.read(Tree::of(&text)?.root(), Part::Margin);
        }
    }
    for kind in ["footnotes", "endnotes"] {
        if let Some(text) = package.part(kind)? {
            notes(&mut story, Tree::of(&text)?.root());
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

/// Reads the notes of a kind in the order of the file, which is that of the text; the lines between
/// text and notes are kept as notes of a type of their own.
fn notes(story: &mut Story, root: Element) {
    for note in root.children().filter(|note| note.attribute("type").is_none_or(|kind| kind == "normal")) {
        story.read(note, Part::Note);
    }
}
