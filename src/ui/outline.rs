//! The outline: every section with how far it is filled; a click goes there.

use std::cell::RefCell;

use gaozhi_core::export::Markup;
use gaozhi_core::guide::Section;
use gaozhi_core::template::Level;
use leptos::prelude::*;

use super::fill::Desk;
use super::{form, live, words};
use crate::browser::dom;
use crate::session::Tally;

const OUTLINE: &str = "outline";
const ENTRIES: &str = "outline-entries";

type Entry = (Section, Tally);

#[component]
pub(crate) fn Outline() -> impl IntoView {
    let desk = Desk::get();
    let sections = desk.session.sections;
    let painted = RefCell::new(Vec::new());
    live::follow(move || {
        let sections = sections.get();
        paint(desk, &sections, &painted.replace(sections.clone()));
    });
    live::follow(move || {
        desk.here.track();
        point(desk);
    });
    live::listen(OUTLINE, "click", move |event| {
        let at = dom::closest_data(event, "data-section").and_then(|at| at.parse::<usize>().ok());
        let section = at
            .and_then(|at| sections.with_untracked(|list| list.get(at).map(|(section, _)| section.clone())));
        if let Some(section) = section {
            go(desk, &section);
        }
    });
    let mut out = Markup::new();
    out.raw("<nav class=\"outline\" data-pane=\"\"").attr("id", OUTLINE).attr("aria-label", words().outline);
    out.raw("><h2>").text(words().outline).raw("</h2><div").attr("id", ENTRIES).raw("></div></nav>");
    live::part(out)
}

/// Brings the entries up to date: where only counts changed, only those.
fn paint(desk: Desk, sections: &[Entry], before: &[Entry]) {
    let Some(list) = dom::by_id(ENTRIES) else { return };
    let head = |(section, _): &Entry| (section.level, section.title.clone());
    if !sections.iter().map(head).eq(before.iter().map(head)) {
        dom::fill(&list, &entries(sections));
        return point(desk);
    }
    let changed = sections.iter().zip(before).zip(dom::all(&list, ":scope > *"));
    for (((_, tally), _), entry) in changed.filter(|(((_, tally), (_, before)), _)| tally != before) {
        dom::set_attr(&entry, "data-total", Some(&tally.total.to_string()));
        dom::set_attr(&entry, "data-filled", Some(&tally.filled.to_string()));
        if let Some(shown) = entry.last_element_child() {
            dom::set_attr(&shown, "data-state", Some(state(*tally)));
            dom::set_words(&shown, &count(*tally));
        }
    }
}

fn entries(sections: &[Entry]) -> Markup {
    let mut out = Markup::new();
    for (at, (section, tally)) in sections.iter().enumerate() {
        let (depth, name) = match section.level {
            Some(Level::Two) => ("2", section.title.as_str()),
            Some(Level::One | Level::Three | Level::Four) => ("1", section.title.as_str()),
            None if section.is_annex => ("1", section.title.as_str()),
            None if at == 0 => ("1", words().opening),
            None => ("1", words().ending),
        };
        out.raw("<button type=\"button\" class=\"section\" data-testid=\"section\"");
        out.attr("data-section", &at.to_string()).attr("data-depth", depth);
        out.attr("data-total", &tally.total.to_string()).attr("data-filled", &tally.filled.to_string());
        out.raw("><span>").text(name).raw("</span><span class=\"tally\"").attr("data-state", state(*tally));
        out.raw(">").text(&count(*tally)).raw("</span></button>");
    }
    out
}

fn state(tally: Tally) -> &'static str {
    if tally.open() == 0 { "done" } else { "open" }
}

fn count(tally: Tally) -> String {
    match tally {
        Tally { total: 0, .. } => String::new(),
        tally if tally.open() == 0 => "✓".to_owned(),
        tally => format!("{}/{}", tally.filled, tally.total),
    }
}

/// Marks the section where the person is.
fn point(desk: Desk) {
    let Some(list) = dom::by_id(ENTRIES) else { return };
    for entry in dom::all(&list, "[aria-current]") {
        dom::set_attr(&entry, "aria-current", None);
    }
    let here = desk.here.get_untracked();
    let at = here.and_then(|id| desk.session.with(|_, map| map.section_of(&id)));
    if let Some(entry) = at.and_then(|at| dom::all(&list, ":scope > *").into_iter().nth(at)) {
        dom::set_attr(&entry, "aria-current", Some("true"));
    }
}

/// Brings the person to the section, and to its first open field.
fn go(desk: Desk, section: &Section) {
    if let Some(element) = dom::by_id(&form::block_id(section.block)) {
        dom::reveal(&element);
    }
    let open = desk.session.with(|draft, _| section.fields.iter().find(|id| draft.is_open(id)).cloned());
    if let Some(field) = open {
        desk.go(&field);
    }
}
