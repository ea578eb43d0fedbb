//! Home: the drafts in this browser, the gallery of templates, opening a file.

mod open_file;
mod shelf;

use gaozhi_core::field::Field;
use gaozhi_core::template::{GALLERY, parse};
use leptos::prelude::*;

use super::{fresh, words};
use crate::browser::address;
use crate::route::Route;
use crate::store;
use open_file::OpenFile;
use shelf::ShelfView;

#[component]
pub(crate) fn Home() -> impl IntoView {
    let shelf = RwSignal::new(store::shelf());
    view! {
        <main class="home">
            <header class="masthead">
                <h1>{words().app_name}</h1>
                <p>{words().tagline}</p>
            </header>
            <ShelfView shelf/>
            <section class="gallery">
                <h2>{words().gallery}</h2>
                <ul>
                    {GALLERY.iter().map(|built_in| view! { <Card text=built_in.text/> }).collect_view()}
                </ul>
            </section>
            <OpenFile/>
            <footer class="privacy">{words().privacy}</footer>
        </main>
    }
}

/// A template of the gallery.
#[component]
fn Card(text: &'static str) -> impl IntoView {
    let (template, _) = parse(text);
    let blanks = template.fields.iter().filter(|field| Field::is_required(field)).count();
    let start = move |_| {
        address::go(&Route::fill(&store::add(&fresh(parse(text).0))));
    };
    view! {
        <li>
            <button type="button" class="card" data-testid="template" data-template=template.id data-blanks=blanks on:click=start>
                <strong>{template.name}</strong>
                <span>{template.summary}</span>
                <em>{words().start}</em>
            </button>
        </li>
    }
}
