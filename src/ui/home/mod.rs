//! Home: the drafts in this browser, the gallery of templates, opening a file.

mod markup;
mod open_file;
mod shelf;

use leptos::ev;
use leptos::prelude::*;

use super::notices::Notices;
use super::{fresh, live, words};
use crate::browser::{address, dom};
use crate::gallery;
use crate::route::Route;
use crate::store;

/// The id of the list of what is kept here.
const SHELF: &str = "shelf";
/// The id of the templates.
const GALLERY: &str = "gallery";
/// The id of the box for a file.
const FILE: &str = "import-file";

#[component]
pub(crate) fn Home() -> impl IntoView {
    shelf::follow();
    open_file::follow();
    let notices = Notices::get();
    live::listen(GALLERY, "click", move |event| start(event, notices));
    live::part(markup::home())
}

/// Begins a draft of the template that was clicked.
fn start(event: &ev::Event, notices: Notices) {
    let Some(id) = dom::closest_data(event, "data-template") else { return };
    gallery::template(&id, move |template| match template {
        Some(template) => address::go(&Route::fill(&store::add(&fresh(template)))),
        None => notices.error(words().gallery_missing),
    });
}
