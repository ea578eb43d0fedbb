//! What a person sees: one folder or file per pane.

mod designer;
mod fill;
mod findings;
mod form;
mod home;
mod link;
mod live;
mod naming;
mod notices;
mod outline;
mod paper;
mod returned;
mod takeaway;
mod toolbar;

use std::any::Any;

use gaozhi_core::draft::{Draft, Stored};
use gaozhi_core::export::Markup;
use gaozhi_core::lang::{Strings, ZH};
use gaozhi_core::template::Template;
use leptos::mount::mount_to_renderer;
use leptos::prelude::*;

use crate::browser::{address, clock, designer as module, dom, handover, json};
use crate::route::Route;
use crate::session::Session;
use crate::store::{self, Opened};
pub(crate) use designer::Designer;
use notices::{NoticeList, Notices};

/// The id of where a place stands.
const PLACE: &str = "place";

/// The words of the interface.
pub(crate) fn words() -> &'static Strings {
    &ZH
}

/// The app: the place that the address names, and the notices. Calls `then` when the place is shown.
#[component]
pub(crate) fn App(then: fn()) -> impl IntoView {
    let notices = Notices::new("notices");
    provide_context(notices);
    let place = RwSignal::new(Place::Nowhere);
    let follow = move || go_to(Route::parse(&address::hash()), place, notices);
    address::on_change(follow);
    store::start(
        move |error| notices.unstored(error),
        move || {
            follow();
            then();
        },
    );
    // The module for reading leaves keeping to the app: what cannot be stored is in its memory.
    live::listen_everywhere(handover::DRAFT, move |event| {
        if let Some(stored) = handover::told(event).and_then(|json| json::draft(&json).ok()) {
            address::go(&Route::fill(&store::add(&stored)));
        }
    });
    returned::follow();
    live::take_turns(move || place.get(), mount);
    view! {
        <div id=PLACE></div>
        <NoticeList notices/>
    }
}

fn mount(place: Place) -> Option<Box<dyn Any>> {
    let root = dom::by_id(PLACE)?;
    match place {
        Place::Nowhere => None,
        Place::Loading => {
            let mut out = Markup::new();
            out.raw("<p class=\"loading\" role=\"status\">").text(words().loading_designer).raw("</p>");
            dom::fill(&root, &out);
            Some(Box::new(Emptied(root)))
        }
        Place::Home => Some(Box::new(mount_to_renderer(&root, || home::Home().into_view()))),
        Place::Fill(session) => {
            let props = fill::FillProps { session };
            Some(Box::new(mount_to_renderer(&root, || fill::Fill(props).into_view())))
        }
    }
}

/// What is on the screen.
#[derive(Clone, Copy)]
enum Place {
    Nowhere,
    /// The designer is on its way.
    Loading,
    Home,
    Fill(Session),
}

/// Empties an element when it is dropped.
struct Emptied(dom::Node);

impl Drop for Emptied {
    fn drop(&mut self) {
        dom::fill(&self.0, &Markup::new());
    }
}

/// Leaves the page to the designer, which follows the address by itself.
fn make_room(place: RwSignal<Place>, notices: Notices) {
    place.set(if module::is_there() { Place::Nowhere } else { Place::Loading });
    module::load(move |is_there| {
        // The person may have gone somewhere else meanwhile.
        if !matches!(place.get_untracked(), Place::Loading) {
            return;
        }
        place.set(Place::Nowhere);
        if !is_there {
            notices.error(words().designer_missing);
            address::go("#/");
        }
    });
}

fn go_to(route: Route, place: RwSignal<Place>, notices: Notices) {
    match route {
        Route::Home => {
            dom::set_title(words().app_name);
            place.set(Place::Home);
        }
        Route::Fill(id) => open(&id.clone(), move |opened| match opened {
            // The person may have gone somewhere else meanwhile.
            _ if Route::parse(&address::hash()) != Route::Fill(id.clone()) => {}
            Ok(stored) => {
                let saved = !store::is_unsaved(&id);
                place.set(Place::Fill(session(id, stored, saved)));
            }
            Err(reason) => {
                if reason == words().newer {
                    // The script for what cannot be opened shows its text, see `crash.js`.
                    return address::go(&["#/newer/", &id].concat());
                }
                notices.error(reason);
                address::go("#/");
            }
        }),
        Route::Review | Route::Design(_) | Route::Versions(_) | Route::Setup(_) | Route::Returned(_) => {
            make_room(place, notices)
        }
        Route::Template(path) => link::follow(path.clone(), move |session| match session {
            Ok(session) => place.set(Place::Fill(session)),
            Err(failure) => {
                notices.error(match failure {
                    link::Failure::Missing => (words().template_missing)(&path),
                    link::Failure::Unread => words().designer_missing.to_owned(),
                });
                address::go("#/");
            }
        }),
    }
}

/// Calls `then` with the draft of that id, or with why there is none.
fn open(id: &str, then: impl FnOnce(Result<Stored, &'static str>) + 'static) {
    store::open(id, |opened| {
        then(match opened {
            Opened::Draft(stored) => Ok(*stored),
            Opened::Missing => Err(words().not_here),
            Opened::Damaged => Err(words().set_aside),
            Opened::Newer => Err(words().newer),
        });
    });
}

fn fresh(template: Template) -> Stored {
    let now = clock::now();
    let draft = Draft::start(template, clock::today()).with_setup(store::usual_setup());
    Stored { draft, created: now, changed: now }
}

fn session(id: String, stored: Stored, saved: bool) -> Session {
    dom::set_title(&format!("{} — {}", stored.draft.name(), words().app_name));
    Session::new(id, stored, saved)
}
