//! The outline: every section with how far it is filled; a click goes there.

use gaozhi_core::template::Level;
use leptos::prelude::*;

use super::fill::Desk;
use super::form;
use super::live;
use super::words;
use crate::browser::dom;
use crate::session::Tally;

#[component]
pub(crate) fn Outline() -> impl IntoView {
    let desk = Desk::get();
    let sections = desk.session.sections;
    let count = Memo::new(move |_| sections.with(Vec::len));
    view! {
        <nav class="outline" aria-label=words().outline data-pane="">
            <h2>{words().outline}</h2>
            {move || (0..count.get()).map(|at| view! { <Entry at/> }).collect_view()}
        </nav>
    }
}

/// One section. Its words and its count are derived, each alone.
#[component]
fn Entry(at: usize) -> impl IntoView {
    let desk = Desk::get();
    let sections = desk.session.sections;
    let tally =
        Memo::new(move |_| sections.with(|list| list.get(at).map_or(Tally::default(), |(_, tally)| *tally)));
    let head = Memo::new(move |_| {
        sections.with(|list| {
            list.get(at).map(|(section, _)| (section.block, section.level, section.title.clone()))
        })
    });
    let depth = move || match head.get() {
        Some((_, Some(Level::Two), _)) => "2",
        Some(_) | None => "1",
    };
    let name = move || match head.get() {
        Some((_, Some(_), title)) => title,
        Some((_, None, _)) if at == 0 => words().opening.to_owned(),
        Some((_, None, _)) | None => words().ending.to_owned(),
    };
    let go = move |_| {
        let first_open = sections.with_untracked(|list| {
            let (section, _) = list.get(at)?;
            desk.session.with(|draft, _| section.fields.iter().find(|id| draft.is_open(id)).cloned())
        });
        let block = head.get_untracked().map(|(block, ..)| block);
        if let Some(element) = block.and_then(|block| dom::by_id(&form::block_id(block))) {
            dom::reveal(&element);
        }
        if let Some(field) = first_open {
            desk.go(&field);
        }
    };
    let is_here = Memo::new(move |_| {
        desk.here.with(|here| here.as_ref().and_then(|id| desk.session.with(|_, map| map.section_of(id))))
            == Some(at)
    });
    let count = move |of: fn(Tally) -> usize| live::attribute(move || of(tally.get()).to_string());
    let done = move || if tally.get().open() == 0 { "done" } else { "open" };
    let shown = move || match tally.get() {
        Tally { total: 0, .. } => String::new(),
        tally if tally.open() == 0 => "✓".to_owned(),
        tally => format!("{}/{}", tally.filled, tally.total),
    };
    view! {
        <button type="button" class="section" data-testid="section" data-section=at
            data-depth=live::attribute(move || depth().to_owned())
            data-total=count(|tally| tally.total) data-filled=count(|tally| tally.filled)
            aria-current=live::attribute(move || is_here.get().then(|| "true".to_owned())) on:click=go>
            <span>{live::words(name)}</span>
            <span class="tally" data-state=live::attribute(move || done().to_owned())>{live::words(shown)}</span>
        </button>
    }
}
