//! What restoring a backup keeps. Nothing that is here is ever replaced: what differs comes beside
//! it, what says the same is left out, and restoring twice brings nothing twice.

use super::{Backup, Item};
use crate::draft::from_json;
use crate::text::fnv1a;

/// The places that belong together: an id stands for the same thing in all of them.
const SHELVES: [&[&str]; 6] =
    [&["draft", "bin"], &["template", "bin-template"], &["version"], &["damaged"], &["setting"], &["setup"]];
/// Of the shelves those whose texts can differ under one id; on the others an id has one text.
const DRAFTS: usize = 0;
const TEMPLATES: usize = 1;

/// What begins the line that the storage puts above a template.
const STAMP: &str = "// 存于 ";

/// What is to be kept, and what is to be said of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// When the backup was made, in milliseconds since 1970 (UTC); 0 if it does not say.
    pub made: i64,
    /// How many things in it cannot be read any more, or are of a kind that is not known.
    pub lost: usize,
    /// How many drafts and templates are here already.
    pub known: usize,
    /// How many drafts come, those of the bin included.
    pub drafts: usize,
    /// How many templates.
    pub templates: usize,
    /// How many of both come beside something else.
    pub copies: usize,
    /// All that comes.
    pub items: Vec<Planned>,
}

/// A thing that comes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    /// Itself, under an id that nothing has here.
    pub item: Item,
    /// Whether it comes beside another state of the same, and should have another name.
    pub is_copy: bool,
}

/// What to keep of a backup where those things are kept already.
#[must_use]
pub fn plan(backup: Backup, here: &[Item]) -> Plan {
    let mut plan = Plan { made: backup.made, lost: backup.lost, ..Plan::default() };
    for mut item in backup.items {
        let Some((shelf, places)) = shelf_of(&item) else {
            plan.lost += 1;
            continue;
        };
        let there = |id: &str| {
            let planned = plan.items.iter().map(|planned| &planned.item);
            here.iter().chain(planned).find(|other| other.id == id && places.contains(&other.place.as_str()))
        };
        let mut is_copy = false;
        if let Some(known) = there(&item.id) {
            if shelf > TEMPLATES {
                continue;
            }
            // The same each time.
            let id = format!("b{:016x}", fnv1a(item.id.bytes().chain([0]).chain(item.text.bytes())));
            if says_the_same(shelf, &known.text, &item.text) || there(&id).is_some() {
                plan.known += 1;
                continue;
            }
            item.id = id;
            is_copy = true;
        }
        plan.drafts += usize::from(shelf == DRAFTS);
        plan.templates += usize::from(shelf == TEMPLATES);
        plan.copies += usize::from(is_copy);
        plan.items.push(Planned { item, is_copy });
    }
    plan
}

/// The shelf of an item, if it is known and the id can stand there.
fn shelf_of(item: &Item) -> Option<(usize, &'static [&'static str])> {
    let (at, places) =
        SHELVES.into_iter().enumerate().find(|(_, places)| places.contains(&item.place.as_str()))?;
    (at > TEMPLATES || !item.id.contains('/')).then_some((at, places))
}

fn says_the_same(shelf: usize, known: &str, text: &str) -> bool {
    known == text
        || match shelf {
            DRAFTS => match (from_json(known), from_json(text)) {
                (Ok(known), Ok(stored)) => known.draft == stored.draft,
                _ => false,
            },
            _ => without_stamp(known) == without_stamp(text),
        }
}

/// A template as it was written.
fn without_stamp(text: &str) -> &str {
    text.strip_prefix(STAMP).and_then(|rest| rest.split_once('\n')).map_or(text, |(_, text)| text)
}

impl Plan {
    /// Writes it for the way from the module that reads to the page, as a flat list of texts;
    /// [`Plan::from_json`] gives it back.
    #[must_use]
    pub fn to_json(&self) -> String {
        let Self { made, lost, known, drafts, templates, copies, items } = self;
        let mut out = vec![made.to_string()];
        out.extend([lost, known, drafts, templates, copies].map(ToString::to_string));
        for Planned { item: Item { place, id, text }, is_copy } in items {
            out.extend([place, id, text].map(String::clone));
            out.push(if *is_copy { "1" } else { "" }.to_owned());
        }
        // Texts always serialise; an empty answer would be read as no plan.
        serde_json::to_string(&out).unwrap_or_default()
    }

    /// Reads what [`Plan::to_json`] wrote; nothing for anything else.
    #[must_use]
    pub fn from_json(json: &str) -> Option<Self> {
        Self::from_texts(serde_json::from_str(json).ok()?)
    }

    /// The same of the texts themselves.
    #[must_use]
    pub fn from_texts(texts: Vec<String>) -> Option<Self> {
        let mut texts = texts.into_iter();
        let made = texts.next()?.parse().ok()?;
        let mut figures = [0; 5];
        for figure in &mut figures {
            // As the other numbers are read: each type that is read takes room in the page.
            *figure = usize::try_from(texts.next()?.parse::<i64>().ok()?).ok()?;
        }
        let [lost, known, drafts, templates, copies] = figures;
        let mut items = Vec::new();
        while let Some(place) = texts.next() {
            let item = Item { place, id: texts.next()?, text: texts.next()? };
            items.push(Planned { item, is_copy: !texts.next()?.is_empty() });
        }
        Some(Self { made, lost, known, drafts, templates, copies, items })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(place: &str, id: &str, text: &str) -> Item {
        Item { place: place.into(), id: id.into(), text: text.into() }
    }

    fn said(items: &[Item], here: &[Item]) -> (usize, usize, usize, usize, usize) {
        let backup = Backup { made: 1, lost: 0, items: items.to_vec() };
        let Plan { drafts, templates, copies, known, lost, .. } = plan(backup, here);
        (drafts, templates, copies, known, lost)
    }

    #[test]
    fn what_is_here_stays_as_it_is() {
        let stamped = |at: u32| item("template", "t", &format!("// 存于 {at} 置顶\n模板 甲\n"));
        assert_eq!(said(&[stamped(1)], &[stamped(2)]), (0, 0, 0, 1, 0));
        let draft = |changed: u32, said: &str| {
            let text = format!(
                "{{\"format\":\"gaozhi-draft\",\"version\":2,\"changed\":{changed},\"outline\":[\"[正文]\",\"{said}\"]}}"
            );
            item("draft", "a", &text)
        };
        assert_eq!(said(&[draft(1, "甲")], &[draft(2, "甲")]), (0, 0, 0, 1, 0));
        assert_eq!(said(&[draft(1, "甲")], &[draft(2, "乙")]), (1, 0, 1, 0, 0));
        let binned = Item { place: "bin".into(), ..draft(2, "甲") };
        assert_eq!(
            said(&[draft(1, "甲")], &[binned]),
            (0, 0, 0, 1, 0),
            "deleted since: it can be brought back"
        );
        let (setting, version) = (item("setting", "remind", "7"), item("version", "a/1", "x"));
        assert_eq!(
            plan(Backup { items: vec![setting.clone(), version], ..Backup::default() }, &[setting])
                .items
                .len(),
            1
        );
        assert_eq!(said(&[item("draft", "a/b", "x"), item("later", "a", "x")], &[]), (0, 0, 0, 0, 2));
    }
}
