//! Shaping a form: its paragraphs, as they can be changed, beside the form and the pages that come
//! of them.

mod card;
mod guess;
mod markup;
mod property;
mod selection;
mod sketch;
mod subject;
mod tools;

use gaozhi_core::export::Markup;
use leptos::prelude::*;

use super::super::fill::{self, Desk};
use super::super::form::FormPane;
use super::super::notices::Notices;
use super::super::paper::Paper;
use super::super::{live, toolbar};
use super::said;
use crate::browser::{address, dom, handover};
use crate::route::Route;
pub(super) use property::{kind_id, kind_of};
use sketch::SketchPane;
use subject::Kind;
pub(super) use subject::Subject;

const DESIGN: &str = "design";
const VIEWS: &str = "design-views";
const DONE: &str = "design-done";
const FILL: &str = "design-fill";

#[component]
pub(crate) fn Design(subject: Subject) -> impl IntoView {
    let Subject { session, kind } = subject;
    let desk = Desk { session, here: RwSignal::new(None), notices: Notices::get(), leads: false };
    provide_context(desk);
    fill::keep_on_leaving(session, desk.here);
    if kind == Kind::Draft {
        fill::share(session);
    }
    super::tell_of_failure(desk);
    live::listen_everywhere("keydown", move |event| {
        if let Some(event) = dom::key(event) {
            fill::shortcut(event, session);
        }
    });
    toolbar::follow(session);
    live::listen(DONE, "click", move |_| match kind {
        Kind::Draft => address::go(&Route::fill(&session.id())),
        Kind::OwnTemplate | Kind::BuiltIn => address::go("#/"),
    });
    if kind != Kind::Draft {
        live::listen(FILL, "click", move |_| {
            session.flush();
            handover::give(&subject.begin());
        });
    }
    live::listen(VIEWS, "click", |event| {
        if let Some(view) = dom::closest_data(event, "data-view-of") {
            super::show_view(DESIGN, &view);
        }
    });
    view! {
        <div class="design" id=DESIGN data-view="sketch">
            {live::part(bar(kind))}
            <SketchPane/>
            {live::part(views())}
            <FormPane/>
            <Paper/>
        </div>
    }
}

fn bar(kind: Kind) -> Markup {
    let mut out = Markup::new();
    toolbar::begin(&mut out);
    if kind != Kind::Draft {
        toolbar::button(&mut out, "", FILL, said().fill_it);
    }
    toolbar::button(&mut out, "primary", DONE, said().done);
    out.raw("</header>");
    out
}

/// What takes turns beside the paragraphs; on a narrow screen the paragraphs take their turn too.
fn views() -> Markup {
    let mut out = Markup::new();
    out.raw("<nav class=\"design-views\"").attr("id", VIEWS).raw(">");
    let [form, paper] = said().views;
    for (view, label) in [("sketch", said().sketch), ("form", form), ("paper", paper)] {
        out.raw("<button type=\"button\"").attr("data-view-of", view);
        out.attr("aria-pressed", if view == "sketch" { "true" } else { "false" });
        out.raw(">").text(label).raw("</button>");
    }
    out.raw("</nav>");
    out
}
