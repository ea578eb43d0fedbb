//! The designer, a module of its own: at its addresses it shows the review of what was read, or the
//! shaping of a form; elsewhere nothing.

mod design;

use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;

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
    let shown: Rc<Cell<Option<Box<dyn Any>>>> = Rc::default();
    live::follow(move || {
        let here = route.get();
        // What is there leaves first, so that what is pending is kept.
        drop(shown.take());
        let Route::Design(id) = &here else { return };
        let (shown, owner) = (Rc::clone(&shown), owner.clone());
        Subject::find(&id.clone(), notices, move |subject| {
            // The person may have gone somewhere else meanwhile.
            if route.with_untracked(|route| *route == here) {
                shown.set(owner.with(|| mount(subject, notices)));
            }
        });
    });
    view! {
        <div id=PLACE></div>
        <NoticeList notices/>
    }
}

fn mount(subject: Result<Subject, &'static str>, notices: Notices) -> Option<Box<dyn Any>> {
    let root = dom::by_id(PLACE)?;
    match subject {
        Ok(subject) => {
            let props = DesignProps { subject };
            Some(Box::new(mount_to_renderer(&root, || Design(props).into_view())))
        }
        Err(reason) => {
            notices.error(reason);
            address::go("#/");
            None
        }
    }
}
