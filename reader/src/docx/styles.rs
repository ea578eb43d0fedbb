//! The styles of a Word file: what the reading needs of them, their ancestors followed.

use super::tree::{Element, Tree};

/// Word itself knows fewer; what comes after is left out.
const MOST: usize = 4_096;
/// A chain of ancestors is not followed further; a loop would be without end.
const MOST_ANCESTORS: usize = 16;

/// What a paragraph, a style or a run says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    pub(super) id: String,
    pub(super) based_on: Option<String>,
    /// Its name in lower case.
    pub(super) name: String,
    /// 0 for the outermost, 9 for the text.
    pub(super) outline: Option<u8>,
    /// The list, and the style that names it.
    pub(super) list: Option<(String, String)>,
    /// The level in that list, from 0.
    pub(super) list_level: Option<usize>,
    pub(super) hidden: Option<bool>,
    pub(super) underlined: Option<bool>,
}

/// The styles of a file.
#[derive(Default)]
pub(super) struct Styles {
    list: Vec<Style>,
}

impl Styles {
    pub(super) fn of(tree: &Tree) -> Self {
        let styles = tree.root().children().filter(|element| element.name() == "style").take(MOST);
        let list = styles.map(|element| {
            let id = element.attribute("styleId").unwrap_or_default().into_owned();
            let mut style = Style {
                based_on: element.value("basedOn").map(|id| id.into_owned()),
                name: element.value("name").unwrap_or_default().to_ascii_lowercase(),
                ..Style::default()
            };
            if let Some(paragraph) = element.child("pPr") {
                style.take_paragraph(paragraph, &id);
            }
            if let Some(run) = element.child("rPr") {
                style.take_run(run);
            }
            style.id = id;
            style
        });
        let own = Self { list: list.collect() };
        Self { list: own.list.iter().map(|style| own.inherited(style)).collect() }
    }

    /// The style of that id, with what it has of its ancestors.
    pub(super) fn get(&self, id: &str) -> Option<&Style> {
        self.list.iter().find(|style| style.id == id)
    }

    fn inherited(&self, style: &Style) -> Style {
        let mut whole = style.clone();
        let mut next = style.based_on.as_deref();
        for _ in 0..MOST_ANCESTORS {
            let Some(ancestor) = next.and_then(|id| self.get(id)) else { break };
            whole.outline = whole.outline.or(ancestor.outline).or(heading(&ancestor.name));
            whole.list_level = whole.list_level.or(ancestor.list_level.filter(|_| whole.list.is_none()));
            whole.list = whole.list.or_else(|| ancestor.list.clone());
            whole.hidden = whole.hidden.or(ancestor.hidden);
            whole.underlined = whole.underlined.or(ancestor.underlined);
            next = ancestor.based_on.as_deref();
        }
        whole.outline = style.outline.or(heading(&style.name)).or(whole.outline);
        whole
    }
}

impl Style {
    /// What `w:pPr` says; `id` is the style that says it.
    pub(super) fn take_paragraph(&mut self, properties: Element, id: &str) {
        self.outline = properties.value("outlineLvl").and_then(|level| level.parse().ok());
        if let Some(numbering) = properties.child("numPr") {
            self.list = numbering.value("numId").map(|list| (list.into_owned(), id.to_owned()));
            self.list_level = numbering.value("ilvl").and_then(|level| level.parse().ok());
        }
    }

    /// What `w:rPr` says.
    pub(super) fn take_run(&mut self, properties: Element) {
        self.hidden = properties.switch("vanish").or(self.hidden);
        if let Some(line) = properties.child("u") {
            self.underlined = Some(line.attribute("val").is_none_or(|val| val != "none"));
        }
    }

    /// Whether it is of the table of contents, which Word makes out of the headings.
    pub(super) fn is_contents(&self) -> bool {
        self.name.strip_prefix("toc ").is_some_and(|level| level.parse::<u8>().is_ok())
    }
}

/// The outline level of a built-in heading style, by its name.
fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix("heading ").or(name.strip_prefix("标题 "))?;
    level.parse::<u8>().ok().filter(|level| (1..=9).contains(level)).map(|level| level - 1)
}
