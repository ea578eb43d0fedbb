//! The review: what was found in a text, beside the text and the form that comes of it. Nothing is
//! a draft before the person says so.

mod choices;
mod markup;
mod panes;
mod table;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gaozhi_core::draft::shape;
use gaozhi_core::export::Markup;
use gaozhi_core::template::Template;
use leptos::prelude::*;

use super::super::fill::Desk;
use super::super::form::FormPane;
use super::super::notices::Notices;
use super::super::{fresh, live, session, toolbar, words};
use super::request::Request;
use super::said;
use crate::browser::{address, clock, dom, handover};
use crate::debounce::Debounce;
use crate::session::Session;
use crate::store::{self, Kept};
use choices::Choices;

const REVIEW: &str = "review";
const CONFIRM: &str = "import-confirm";
const KEEP: &str = "review-keep";
const LEAVE: &str = "review-leave";

/// What the listeners of the review share.
struct Review {
    notices: Notices,
    session: Session,
    request: RefCell<Request>,
    choices: RefCell<Choices>,
    /// The row where the person is.
    here: Cell<Option<usize>>,
    form: RefCell<Option<Debounce>>,
    /// The id of the template that it was kept as: kept once more, it is the same.
    template: RefCell<Option<String>>,
}

/// The review, once it stands in the page.
type Handle = StoredValue<Option<Rc<Review>>, LocalStorage>;

/// The review, unless it is gone: what leaves the page with it is heard once more.
fn open(handle: Handle) -> Option<Rc<Review>> {
    handle.try_get_value().flatten()
}

#[component]
pub(crate) fn ReviewPlace(mut request: Request) -> impl IntoView {
    let notices = Notices::get();
    let choices = Choices::new(std::mem::take(&mut request.reading));
    let template = named(choices.template(), &request.name);
    let session = session(REVIEW.to_owned(), fresh(template), true);
    // Until the person says so, it is kept nowhere.
    session.keep_with(|_| Kept::nothing());
    provide_context(Desk { session, here: RwSignal::new(None), notices, leads: false });
    let review = Rc::new(Review {
        notices,
        session,
        request: RefCell::new(request),
        choices: RefCell::new(choices),
        here: Cell::new(None),
        form: RefCell::new(None),
        template: RefCell::new(None),
    });
    let weak = Rc::downgrade(&review);
    *review.form.borrow_mut() = Some(Debounce::new(150.0, 600.0, move || {
        if let Some(review) = weak.upgrade() {
            review.reshape();
        }
    }));
    let handle: Handle = StoredValue::new_local(Some(Rc::clone(&review)));
    live::follow(move || {
        if let Some(review) = open(handle) {
            review.paint();
        }
    });
    on_cleanup(move || {
        session.close();
        store::forget_place(REVIEW);
    });
    table::follow(handle);
    panes::follow(handle);
    follow_bar(handle);
    view! {
        <div class="review" id=REVIEW data-testid="import-review" data-view="table">
            {live::part(bar())}
            {live::part(table::place())}
            {live::part(panes::views())}
            {live::part(panes::text_place())}
            <FormPane/>
        </div>
    }
}

/// The template under a name: its own, or that of what was read.
fn named(mut template: Template, name: &str) -> Template {
    if template.name.trim().is_empty() {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).trim();
        template.name = if stem.is_empty() { said().unnamed } else { stem }.to_owned();
    }
    template
}

fn bar() -> Markup {
    let mut out = Markup::new();
    out.raw("<header class=\"toolbar\" id=\"review-bar\"><a class=\"home-link\" href=\"#/\"");
    out.attr("title", words().home).raw(">").text(words().app_name).raw("</a><h2>").text(said().review);
    out.raw("</h2><span class=\"spring\"></span><span class=\"steps\">");
    toolbar::button(&mut out, "plain", "undo", words().undo);
    toolbar::button(&mut out, "plain", "redo", words().redo);
    out.raw("</span>");
    toolbar::button(&mut out, "plain", LEAVE, said().give_up);
    toolbar::button(&mut out, "", KEEP, said().keep_template);
    toolbar::button(&mut out, "primary", CONFIRM, said().start);
    out.raw("</header>");
    out
}

/// Keeps the bar and the keys of the whole place alive.
fn follow_bar(handle: Handle) {
    let on = move |id: &'static str, act: fn(&Review)| {
        live::listen(id, "click", move |_| {
            if let Some(review) = open(handle) {
                act(&review);
            }
        });
    };
    on("undo", |review| review.step(Choices::undo));
    on("redo", |review| review.step(Choices::redo));
    on(LEAVE, |_| {
        Request::forget();
        address::go("#/");
    });
    on(KEEP, Review::keep);
    on(CONFIRM, Review::confirm);
    live::listen_everywhere("keydown", move |event| {
        let (Some(review), Some(key)) = (open(handle), dom::key(event)) else { return };
        if key.is_composing() || !(key.ctrl_key() || key.meta_key()) {
            return;
        }
        // What is typed into the form has an account of its own.
        let in_form = dom::closest(event, ".form-pane").is_some();
        match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
            ("z", false) if in_form => review.session.undo(),
            ("z", true) | ("y", false) if in_form => review.session.redo(),
            ("z", false) => review.step(Choices::undo),
            ("z", true) | ("y", false) => review.step(Choices::redo),
            ("enter", false) => review.confirm(),
            _ => return,
        }
        event.prevent_default();
    });
}

impl Review {
    /// Changes decisions, and shows what changed.
    fn step(&self, step: impl FnOnce(&mut Choices) -> Vec<usize>) {
        let changed = step(&mut self.choices.borrow_mut());
        self.show(&changed);
        if let (false, Some(form)) = (changed.is_empty(), self.form.borrow().as_ref()) {
            form.touch();
        }
    }

    /// The form follows the decisions; what was filled in stays.
    fn reshape(&self) {
        let template = self.choices.borrow().template();
        if let Some(edit) = self.session.with(|draft, _| shape::replace(draft, template)) {
            self.session.follow(edit);
        }
    }

    /// The form as it is now.
    fn settle(&self) {
        if let Some(form) = self.form.borrow().as_ref() {
            form.flush();
        }
    }

    /// Starts a draft.
    fn confirm(&self) {
        self.settle();
        let draft = self.session.json();
        Request::forget();
        handover::give(&draft);
    }

    /// Keeps it as a template of one's own.
    fn keep(&self) {
        self.settle();
        let template = self.session.with(|draft, _| draft.to_template());
        let id = self.template.borrow_mut().get_or_insert_with(clock::fresh_id).clone();
        match store::put_template(&id, &template).told() {
            Ok(()) => self.notices.info((said().template_kept)(&template.name)),
            Err(_) => self.notices.error(words().storage_full),
        }
    }
}
