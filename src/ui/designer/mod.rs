//! The designer, a module of its own: at its addresses it shows the review of what was read, the
//! shaping of a form, the page setup or the versions of a draft, or what was changed in a report that came
//! back; elsewhere nothing.

mod design;
mod request;
mod returned;
mod review;
mod setup;
mod versions;

use std::any::Any;

use gaozhi_core::lang::{DesignerStrings, ZH_DESIGNER};
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;

use super::fill::Desk;
use super::notices::{NoticeList, Notices};
use super::{live, open, session, words};
use crate::browser::handover::{self, Asked};
use crate::browser::{address, dom};
use crate::route::Route;
use crate::session::{SaveState, Session};
use crate::store;
use design::{Design, DesignProps, Subject};
use request::Request;
use returned::{Back, Returned, ReturnedProps};
use review::{ReviewPlace, ReviewPlaceProps};
use setup::{SetupPlace, SetupPlaceProps};
use versions::{Versions, VersionsProps};

/// The id of where a place stands.
const PLACE: &str = "designer";
/// The id of where the messages of this module stand.
const NOTICES: &str = "designer-notices";

/// The words of the review and the designer.
fn said() -> &'static DesignerStrings {
    &ZH_DESIGNER
}

/// What is shown.
#[derive(Clone)]
enum Place {
    Nowhere,
    Design(Subject),
    Review(Request),
    Versions(Session),
    Returned(Session, Back),
    Setup(Session),
}

/// The place that the address names, and the notices of this module.
#[component]
pub(crate) fn Designer() -> impl IntoView {
    let notices = Notices::new(NOTICES);
    provide_context(notices);
    let place = RwSignal::new_local(Place::Nowhere);
    // Comes before `hashchange`, on which the app paints panes with the same ids as those here.
    live::listen_everywhere("popstate", move |_| {
        if matches!(Route::parse(&address::hash()), Route::Home | Route::Fill(_) | Route::Template(_)) {
            place.set(Place::Nowhere);
            notices.forget_news();
        }
    });
    address::on_change(move || go_to(&Route::parse(&address::hash()), place, notices));
    store::start(
        move |error| notices.unstored(error),
        move || go_to(&Route::parse(&address::hash()), place, notices),
    );
    live::listen_everywhere(handover::READ, move |event| {
        let asked = Asked::of(event);
        if let Some(id) = asked.returned() {
            returned::bring_back(id.to_owned(), &asked, notices);
        } else if asked.kind == "file" && asked.name.to_ascii_lowercase().ends_with(".docx") {
            let other = asked.clone();
            returned::open(&asked, move || review(&other, place));
        } else {
            review(&asked, place);
        }
    });
    live::take_turns(move || place.get(), mount);
    view! {
        <div id=PLACE></div>
        <NoticeList notices/>
    }
}

/// Reads something for the review.
fn review(asked: &Asked, place: RwSignal<Place, LocalStorage>) {
    let name = asked.name.clone();
    Request::read(asked, move |read| match read {
        Ok(request) => {
            place.set(Place::Review(request));
            address::go(Route::REVIEW);
        }
        Err(refusal) => handover::refuse(&(said().refused)(&name, refusal)),
    });
}

fn go_to(route: &Route, place: RwSignal<Place, LocalStorage>, notices: Notices) {
    match route {
        Route::Home | Route::Fill(_) | Route::Template(_) => place.set(Place::Nowhere),
        Route::Review => {
            // What was just read is there already.
            if matches!(place.get_untracked(), Place::Review(_)) {
                return;
            }
            Request::come_back(move |request| match request {
                Some(request) => place.set(Place::Review(request)),
                None => address::go("#/"),
            });
        }
        Route::Design(id) => {
            let come = coming(route, place, notices);
            Subject::find(id, notices, move |subject| come(subject.map(Place::Design)));
        }
        Route::Versions(id) => of_draft(id, Place::Versions, coming(route, place, notices)),
        Route::Setup(id) => of_draft(id, Place::Setup, coming(route, place, notices)),
        Route::Returned(id) => {
            let Some(back) = Back::of(id) else { return address::go(&Route::fill(id)) };
            of_draft(id, move |session| Place::Returned(session, back), coming(route, place, notices));
        }
    }
}

/// Opens a draft for a place of it.
fn of_draft(
    id: &str,
    place: impl FnOnce(Session) -> Place + 'static,
    come: impl FnOnce(Result<Place, &'static str>) + 'static,
) {
    let id = id.to_owned();
    open(&id.clone(), move |opened| {
        come(opened.map(|stored| {
            let saved = !store::is_unsaved(&id);
            place(session(id, stored, saved))
        }));
    });
}

/// Makes room for the place of an address; shows it when it is there, or why there is none.
fn coming(
    route: &Route,
    place: RwSignal<Place, LocalStorage>,
    notices: Notices,
) -> impl FnOnce(Result<Place, &'static str>) + use<> {
    // What is there leaves first, so that what is pending is kept.
    place.set(Place::Nowhere);
    let here = route.clone();
    move |found| {
        // The person may have gone somewhere else meanwhile.
        if Route::parse(&address::hash()) != here {
            return;
        }
        match found {
            Ok(found) => place.set(found),
            Err(reason) => {
                notices.error(reason);
                address::go("#/");
            }
        }
    }
}

fn mount(place: Place) -> Option<Box<dyn Any>> {
    let root = dom::by_id(PLACE)?;
    if let Some(notices) = dom::by_id(NOTICES) {
        // There the tools are above, and nothing below.
        let is_low = matches!(place, Place::Versions(_) | Place::Setup(_) | Place::Returned(..));
        dom::set_attr(&notices, "data-low", is_low.then_some(""));
    }
    match place {
        Place::Nowhere => None,
        Place::Design(subject) => {
            let props = DesignProps { subject };
            Some(Box::new(mount_to_renderer(&root, || Design(props).into_view())))
        }
        Place::Versions(session) => {
            let props = VersionsProps { session };
            Some(Box::new(mount_to_renderer(&root, || Versions(props).into_view())))
        }
        Place::Returned(session, back) => {
            let props = ReturnedProps { session, back };
            Some(Box::new(mount_to_renderer(&root, || Returned(props).into_view())))
        }
        Place::Setup(session) => {
            let props = SetupPlaceProps { session };
            Some(Box::new(mount_to_renderer(&root, || SetupPlace(props).into_view())))
        }
        Place::Review(request) => {
            let props = ReviewPlaceProps { request };
            Some(Box::new(mount_to_renderer(&root, || ReviewPlace(props).into_view())))
        }
    }
}

/// Says at once when nothing can be kept.
fn tell_of_failure(desk: Desk) {
    let mut is_told = false;
    live::follow(move || {
        if matches!(desk.session.save_state.get(), SaveState::Failed(_))
            && !std::mem::replace(&mut is_told, true)
        {
            desk.notices.error(words().storage_full);
        }
    });
}

/// Shows one of the views that take turns in the place of that id.
fn show_view(place: &'static str, view: &str) {
    let Some(place) = dom::by_id(place) else { return };
    dom::set_attr(&place, "data-view", Some(view));
    for button in dom::all(&place, "[data-view-of]") {
        let is_shown = button.get_attribute("data-view-of").as_deref() == Some(view);
        dom::set_attr(&button, "aria-pressed", Some(if is_shown { "true" } else { "false" }));
    }
}
