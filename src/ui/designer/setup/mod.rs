//! The page setup of a draft: the standard and the habits to choose from, every value by itself, and
//! setups learned from a file, kept under a name and passed on.

mod act;
mod list;
mod values;

use gaozhi_core::export::Markup;
use gaozhi_core::lang::{SetupStrings, ZH_SETUP};
use gaozhi_core::setup::Setup;
use leptos::prelude::*;

use super::super::fill::{self, Desk};
use super::super::notices::Notices;
use super::super::{live, toolbar};
use crate::browser::{address, dom};
use crate::route::Route;
use crate::session::Session;

const SETUP: &str = "setup";
const DONE: &str = "setup-done";

/// The words of the page setup.
fn told() -> &'static SetupStrings {
    &ZH_SETUP
}

#[component]
pub(crate) fn SetupPlace(session: Session) -> impl IntoView {
    let desk = Desk { session, here: RwSignal::new(None), notices: Notices::get(), leads: false };
    provide_context(desk);
    fill::keep_on_leaving(session, desk.here);
    super::tell_of_failure(desk);
    toolbar::follow(session);
    live::follow(move || {
        paint(session);
        if let Some(first) =
            dom::by_id(list::LIST).and_then(|list| dom::all(&list, "button").into_iter().next())
        {
            dom::focus(&first);
        }
    });
    session.watch(move |touched| {
        if touched.setup {
            paint(session);
        }
    });
    live::listen_everywhere("keydown", move |event| {
        if let Some(event) = dom::key(event) {
            fill::shortcut(event, session);
        }
    });
    live::listen(SETUP, "change", move |event| act::changed(desk, event));
    live::listen(SETUP, "click", move |event| act::clicked(desk, event));
    live::listen(DONE, "click", move |_| address::go(&Route::fill(&session.id())));
    view! {
        <div class="setup" id=SETUP data-testid="setup-place">
            {live::part(bar())}
            {live::part(list::place())}
            {live::part(values::place(&current(session)))}
        </div>
    }
}

fn bar() -> Markup {
    let mut out = Markup::new();
    toolbar::begin(&mut out);
    toolbar::button(&mut out, "primary", DONE, super::said().back_to_fill);
    out.raw("</header>");
    out
}

/// The setup of the draft.
fn current(session: Session) -> Setup {
    session.with(|draft, _| draft.setup().clone())
}

fn paint(session: Session) {
    let setup = current(session);
    list::paint(&setup);
    values::paint(&setup);
}
