//! Automatic numbers: the lists of a Word file, and the count of each while the paragraphs go by
//! (ECMA-376 part 1, 17.9).

use gaozhi_core::text::chars::is_han;

use super::numerals::numeral;
use super::styles::{Style, Styles};
use super::tree::{Element, Tree};

/// Lists have nine levels.
const LEVELS: usize = 9;
/// Word itself knows fewer lists; what comes after is left out.
const MOST: usize = 4_096;

/// The lists of a file, with their counts.
#[derive(Default)]
pub(super) struct Numbering {
    kinds: Vec<Kind>,
    lists: Vec<List>,
}

/// `w:abstractNum`: lists of one kind count on together.
struct Kind {
    id: String,
    levels: [Level; LEVELS],
    counts: [Option<u32>; LEVELS],
    /// The style whose list has the levels instead.
    link: Option<String>,
}

/// `w:num`
struct List {
    id: String,
    kind: String,
    own: Vec<(usize, Level)>,
    starts: Vec<(usize, u32)>,
    started: bool,
}

#[derive(Clone, Default)]
struct Level {
    start: u32,
    format: String,
    text: String,
    /// After which levels it counts anew: after all that are further out, none, or up to this one.
    restart: Option<u32>,
    /// Whether nothing stands between number and words.
    tight: bool,
    /// Whether the numbers of other levels in it are in digits.
    legal: bool,
    /// The paragraph style that is this level.
    style: String,
}

impl Numbering {
    pub(super) fn of(tree: &Tree) -> Self {
        let elements = |name| tree.root().children().filter(move |element| element.name() == name).take(MOST);
        let kinds = elements("abstractNum").map(|element| {
            let mut levels: [Level; LEVELS] = Default::default();
            for (at, level) in element.children().filter_map(level) {
                levels[at] = level;
            }
            let id = element.attribute("abstractNumId").unwrap_or_default().into_owned();
            let link = element.value("numStyleLink").map(|style| style.into_owned());
            Kind { id, levels, counts: [None; LEVELS], link }
        });
        let lists = elements("num").map(|element| {
            let overrides = || element.children().filter(|child| child.name() == "lvlOverride");
            let start =
                |change: Element| Some((place(change)?, change.value("startOverride")?.parse().ok()?));
            List {
                id: element.attribute("numId").unwrap_or_default().into_owned(),
                kind: element.value("abstractNumId").unwrap_or_default().into_owned(),
                own: overrides().filter_map(|change| level(change.child("lvl")?)).collect(),
                starts: overrides().filter_map(start).collect(),
                started: false,
            }
        });
        Self { kinds: kinds.collect(), lists: lists.collect() }
    }

    /// The number of a paragraph that says `own` of itself and has the style of that id.
    pub(super) fn of_paragraph(
        &mut self,
        own: &Style,
        style: Option<&Style>,
        id: &str,
        styles: &Styles,
    ) -> Option<String> {
        let (list, namer) = own.list.as_ref().or_else(|| style?.list.as_ref())?;
        let of_style = style.and_then(|style| style.list_level);
        let level = own.list_level.or(of_style.filter(|_| own.list.is_none()));
        let namer = if own.list.is_some() || namer.is_empty() { id } else { namer };
        self.next(list, level, namer, styles)
    }

    /// The number of the next paragraph of a list, with what stands between it and the words.
    /// Without a level, that of the paragraph's style counts. Nothing if there is no such list.
    fn next(&mut self, list: &str, level: Option<usize>, style: &str, styles: &Styles) -> Option<String> {
        let at = self.lists.iter().position(|found| found.id == list)?;
        let kind = self.kind_of(at, styles)?;
        let (kind, list) = (self.kinds.get_mut(kind)?, self.lists.get_mut(at)?);
        let of_style = || kind.levels.iter().position(|level| !style.is_empty() && level.style == style);
        let level = level.or_else(of_style).unwrap_or(0).min(LEVELS - 1);
        let start = |at: usize| list.starts.iter().find(|(level, _)| *level == at).map(|(_, start)| *start);
        if !std::mem::replace(&mut list.started, true) {
            for (at, count) in kind.counts.iter_mut().enumerate() {
                *count = count.filter(|_| start(at).is_none());
            }
        }
        let levels: [&Level; LEVELS] = std::array::from_fn(|at| {
            list.own.iter().find(|(own, _)| *own == at).map_or(&kind.levels[at], |(_, level)| level)
        });
        let starts = std::array::from_fn(|at| start(at).unwrap_or(levels[at].start));
        count(&mut kind.counts, level, &levels, &starts);
        Some(printed(level, &levels, &kind.counts))
    }

    /// The kind of a list; it may be told by the list of a style.
    fn kind_of(&self, list: usize, styles: &Styles) -> Option<usize> {
        let find = |id: &str| self.kinds.iter().position(|kind| kind.id == id);
        let kind = find(&self.lists.get(list)?.kind)?;
        let linked = self.kinds[kind].link.as_deref().and_then(|link| {
            let (id, _) = styles.get(link)?.list.as_ref()?;
            find(&self.lists.iter().find(|list| list.id == *id)?.kind)
        });
        linked.or(Some(kind))
    }
}

/// Counts one paragraph of a level.
fn count(
    counts: &mut [Option<u32>; LEVELS],
    level: usize,
    levels: &[&Level; LEVELS],
    starts: &[u32; LEVELS],
) {
    for (count, start) in counts.iter_mut().zip(starts).take(level) {
        count.get_or_insert(*start);
    }
    counts[level] = Some(counts[level].map_or(starts[level], |count| count.saturating_add(1)));
    for (count, inner) in counts.iter_mut().zip(levels).skip(level + 1) {
        if inner.restart.is_none_or(|after| (level as u32) < after) {
            *count = None;
        }
    }
}

/// A number as its level prints it: %1 to %9 are the counts of the levels.
fn printed(level: usize, levels: &[&Level; LEVELS], counts: &[Option<u32>; LEVELS]) -> String {
    let own = levels[level];
    if own.format == "bullet" {
        return String::new();
    }
    let mut out = String::new();
    let mut rest = own.text.as_str();
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(digit @ b'1'..=b'9') = rest.bytes().next() else {
            out.push('%');
            continue;
        };
        rest = &rest[1..];
        let of = usize::from(digit - b'1');
        let format = if own.legal { "decimal" } else { levels[of].format.as_str() };
        out.push_str(&numeral(format, counts[of].unwrap_or(levels[of].start)));
    }
    out.push_str(rest);
    // A mark at its end parts it from the words well enough: 一、 （一） 1. ①
    if !own.tight && out.ends_with(|c: char| c.is_ascii_alphanumeric() || is_han(c)) {
        out.push(' ');
    }
    out
}

fn place(element: Element) -> Option<usize> {
    element.attribute("ilvl")?.parse().ok().filter(|place| *place < LEVELS)
}

/// A level and its place.
fn level(element: Element) -> Option<(usize, Level)> {
    if element.name() != "lvl" {
        return None;
    }
    // A newer format stands in an alternative, with the old one as its fallback.
    let fallback = || element.child("AlternateContent")?.child("Fallback")?.value("numFmt");
    let level = Level {
        start: element.value("start").and_then(|start| start.parse().ok()).unwrap_or(0),
        format: element.value("numFmt").or_else(fallback).unwrap_or_default().into_owned(),
        text: element.value("lvlText").unwrap_or_default().into_owned(),
        restart: element.value("lvlRestart").and_then(|after| after.parse().ok()),
        tight: element.value("suff").is_some_and(|between| between == "nothing"),
        legal: element.switch("isLgl").unwrap_or(false),
        style: element.value("pStyle").unwrap_or_default().into_owned(),
    };
    Some((place(element)?, level))
}
