//! Home: the drafts and templates in this browser, the gallery, bringing one's own.

mod import;
mod keeping;
mod markup;
mod meaning;
mod reopen;
mod rows;
mod search;
mod shelf;

use gaozhi_core::template::Template;
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

#[component]
pub(crate) fn Home() -> impl IntoView {
    let list = shelf::follow();
    import::follow(list);
    search::follow();
    keeping::follow(list);
    let notices = Notices::get();
    live::listen(GALLERY, "click", move |event| start(event, notices));
    live::part(markup::home())
}

/// Begins a draft of the template that was clicked.
fn start(event: &ev::Event, notices: Notices) {
    let Some(id) = dom::closest_data(event, "data-template") else { return };
    gallery::template(&id, move |template| match template {
        Some(template) => begin(template),
        None => notices.error(words().gallery_missing),
    });
}

fn begin(template: Template) {
    address::go(&Route::fill(&store::add(&fresh(template))));
}
