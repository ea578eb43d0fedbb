//! The designer, a module of its own: at its addresses it shows the review of what was read, or the
//! shaping of a form; elsewhere nothing.

use std::any::Any;

use leptos::mount::mount_to_renderer;
use leptos::prelude::*;

use super::notices::{NoticeList, Notices};
use super::{live, words};
use crate::browser::{address, dom};
use crate::route::Route;

/// The id of where a place stands.
const PLACE: &str = "designer";

/// The place that the address names, and the notices of this module.
#[component]
pub(crate) fn Designer() -> impl IntoView {
    let notices = Notices::new("designer-notices");
    provide_context(notices);
    let route = RwSignal::new(Route::parse(&address::hash()));
    address::on_change(move || route.set(Route::parse(&address::hash())));
    let owner = Owner::current().unwrap_or_default();
    let mut shown: Option<Box<dyn Any>> = None;
    live::follow(move || {
        let route = route.get();
        drop(shown.take());
        shown = owner.with(|| mount(&route));
    });
    view! {
        <div id=PLACE></div>
        <NoticeList notices/>
    }
}

fn mount(route: &Route) -> Option<Box<dyn Any>> {
    let root = dom::by_id(PLACE)?;
    match route {
        Route::Home | Route::Fill(_) | Route::Template(_) => None,
        Route::Review | Route::Design(_) => {
            Some(Box::new(mount_to_renderer(&root, || view! { <p>{words().form}</p> })))
        }
    }
}
