//! The designer, a module of its own: at its addresses it shows the review of what was read, or the
//! shaping of a form; elsewhere nothing.

mod design;

use std::any::Any;

use gaozhi_core::lang::{DesignerStrings, ZH_DESIGNER};
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;

use super::live;
use super::notices::{NoticeList, Notices};
use crate::browser::{address, dom};
use crate::route::Route;
use design::{Design, DesignProps, Subject};

/// The id of where a place stands.
const PLACE: &str = "designer";

/// The words of the review and the designer.
fn said() -> &'static DesignerStrings {
    &ZH_DESIGNER
}

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
        // What is there leaves first, so that what is pending is kept.
        drop(shown.take());
        shown = owner.with(|| mount(&route, notices));
    });
    view! {
        <div id=PLACE></div>
        <NoticeList notices/>
    }
}

fn mount(route: &Route, notices: Notices) -> Option<Box<dyn Any>> {
    let root = dom::by_id(PLACE)?;
    match route {
        Route::Home | Route::Fill(_) | Route::Template(_) | Route::Review => None,
        Route::Design(id) => match Subject::find(id, notices) {
            Ok(subject) => {
                let props = DesignProps { subject };
                Some(Box::new(mount_to_renderer(&root, || Design(props).into_view())))
            }
            Err(reason) => {
                notices.error(reason);
                address::go("#/");
                None
            }
        },
    }
}
