//! Home: the drafts and templates in this browser, the gallery, bringing one's own.

mod import;
mod markup;
mod meaning;
mod rows;
mod shelf;

use gaozhi_core::template::{Template, built_in};
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

#[component]
pub(crate) fn Home() -> impl IntoView {
    let list = shelf::follow();
    import::follow(list);
    live::listen(GALLERY, "click", start);
    live::part(markup::home())
}

/// Begins a draft of the template that was clicked.
fn start(event: &ev::Event) {
    let template = dom::closest_data(event, "data-template").and_then(|id| built_in(&id));
    if let Some(template) = template {
        begin(template);
    }
}

fn begin(template: Template) {
    address::go(&Route::fill(&store::add(&fresh(template))));
}
