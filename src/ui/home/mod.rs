//! Home: the drafts in this browser, the gallery of templates, opening a file.

mod markup;
mod open_file;
mod shelf;

use gaozhi_core::template::built_in;
use leptos::ev;
use leptos::prelude::*;

use super::{fresh, live};
use crate::browser::{address, dom};
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
    live::listen(GALLERY, "click", start);
    live::part(markup::home())
}

/// Begins a draft of the template that was clicked.
fn start(event: &ev::Event) {
    let template = dom::closest_data(event, "data-template").and_then(|id| built_in(&id));
    if let Some(template) = template {
        address::go(&Route::fill(&store::add(&fresh(template))));
    }
}
