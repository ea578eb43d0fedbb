//! The versions of a draft: which there are, what differs between two of them or between one and
//! the draft as it is, and going back to one, whole or by section.

mod act;
mod list;
mod marked;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gaozhi_core::draft::Draft;
use gaozhi_core::export::Markup;
use leptos::prelude::*;

use super::super::fill::{self, Desk};
use super::super::notices::Notices;
use super::super::{live, naming, toolbar};
use super::said;
use crate::browser::dom::{self, Control};
use crate::browser::{address, compare, json};
use crate::route::Route;
use crate::session::Session;
use crate::store::{self, Version};

const VERSIONS: &str = "versions";
const LIST: &str = "versions-list";
const HEAD: &str = "versions-head";
const AGAINST: &str = "versions-against";
const MARKED: &str = "versions-marked";
const DONE: &str = "versions-done";

/// What the listeners of the place share.
struct History {
    desk: Desk,
    /// The newest first.
    list: RefCell<Vec<Version>>,
    /// When the version was kept that the person looks at.
    chosen: Cell<Option<i64>>,
    /// When the one was that it is compared with; the draft as it is, if none.
    against: Cell<Option<i64>>,
    /// The version that the person looks at, once it is unpacked.
    then: RefCell<Option<Draft>>,
    /// How often something else was asked for: an answer that comes late is not shown.
    turn: Cell<u32>,
}

/// The place, once it stands in the page.
type Handle = StoredValue<Option<Rc<History>>, LocalStorage>;

/// The place, unless it is gone.
fn here(handle: Handle) -> Option<Rc<History>> {
    handle.try_get_value().flatten()
}

#[component]
pub(crate) fn Versions(session: Session) -> impl IntoView {
    let desk = Desk { session, here: RwSignal::new(None), notices: Notices::get(), leads: false };
    provide_context(desk);
    fill::keep_on_leaving(session, desk.here);
    super::tell_of_failure(desk);
    toolbar::follow(session);
    let history = Rc::new(History {
        desk,
        list: RefCell::default(),
        chosen: Cell::new(None),
        against: Cell::new(None),
        then: RefCell::new(None),
        turn: Cell::new(0),
    });
    let handle: Handle = StoredValue::new_local(Some(Rc::clone(&history)));
    live::follow(move || {
        if let Some(history) = here(handle) {
            store::thin_versions(&history.id());
            history.reload();
            let first = history.list.borrow().first().map(|version| version.at);
            history.choose(first);
            // The arrow keys go from one to the next.
            if let Some(first) = first.and_then(|at| dom::by_id(&list::id(at))) {
                dom::focus(&first);
            }
        }
    });
    session.watch(move |_| {
        if let Some(history) = here(handle) {
            history.paint_list();
            history.compare();
        }
    });
    live::listen_everywhere("keydown", move |event| {
        if let Some(event) = dom::key(event) {
            fill::shortcut(event, session);
        }
    });
    live::listen(VERSIONS, "change", move |event| {
        if let (Some(history), Some(control)) = (here(handle), Control::target(event)) {
            history.changed(&control);
        }
    });
    live::listen(VERSIONS, "click", move |event| {
        if let Some(history) = here(handle) {
            act::clicked(&history, handle, event);
        }
    });
    naming::follow(move |of, name| {
        if let Some(history) = here(handle) {
            act::named(&history, handle, of, name);
        }
    });
    live::listen(DONE, "click", move |_| address::go(&Route::fill(&session.id())));
    view! {
        <div class="versions" id=VERSIONS>
            {live::part(bar())}
            {live::part(list::place())}
            {live::part(marked::place())}
            {live::part(naming::dialog())}
        </div>
    }
}

fn bar() -> Markup {
    let mut out = Markup::new();
    toolbar::begin(&mut out);
    toolbar::button(&mut out, "primary", DONE, said().back_to_fill);
    out.raw("</header>");
    out
}

impl History {
    fn id(&self) -> String {
        self.desk.session.id()
    }

    /// The version of that time.
    fn version(&self, at: Option<i64>) -> Option<Version> {
        let at = at?;
        self.list.borrow().iter().find(|version| version.at == at).cloned()
    }

    /// Looks again at which versions there are.
    fn reload(&self) {
        *self.list.borrow_mut() = store::versions(&self.id());
        for shown in [&self.chosen, &self.against] {
            if self.version(shown.get()).is_none() {
                shown.set(None);
            }
        }
        self.paint_list();
    }

    fn paint_list(&self) {
        let Some(root) = dom::by_id(LIST) else { return };
        let focus = dom::focused().map(|element| element.id()).filter(|id| !id.is_empty());
        let tally = self.desk.session.progress.get_untracked();
        dom::fill(&root, &list::markup(&self.list.borrow(), self.chosen.get(), tally));
        if let Some(element) = focus.and_then(|id| dom::by_id(&id)) {
            dom::focus(&element);
        }
    }

    /// Shows a version beside the draft as it is.
    fn choose(self: &Rc<Self>, at: Option<i64>) {
        self.chosen.set(at);
        self.against.set(None);
        self.paint_list();
        self.compare();
    }

    fn changed(self: &Rc<Self>, control: &Control) {
        let at = control.value().parse().ok();
        if control.element().id() == AGAINST {
            self.against.set(at);
        } else if control.data("data-version").is_some() {
            self.chosen.set(at);
            if self.against.get() == at {
                self.against.set(None);
            }
        } else {
            return;
        }
        self.compare();
    }

    /// Unpacks what is to be compared, compares, and shows what differs.
    fn compare(self: &Rc<Self>) {
        let turn = self.turn.get().wrapping_add(1);
        self.turn.set(turn);
        self.then.take();
        let (chosen, against) = (self.version(self.chosen.get()), self.version(self.against.get()));
        let Some(chosen) = chosen else { return marked::show_nothing() };
        marked::wait();
        let this = Rc::clone(self);
        store::version(&self.id(), &chosen.clone(), move |json| {
            let Some(json) = this.read(turn, json) else { return };
            *this.then.borrow_mut() = json::draft(&json).ok().map(|stored| stored.draft);
            let Some(other) = against else {
                let now = this.desk.session.json();
                return this.show(turn, (Some(chosen), json), (None, now));
            };
            store::version(&this.id(), &other.clone(), {
                let this = Rc::clone(&this);
                move |text| {
                    let Some(text) = this.read(turn, text) else { return };
                    let (one, two) = ((Some(chosen), json), (Some(other), text));
                    this.show(turn, one, two);
                }
            });
        });
    }

    /// What was asked for, unless something else is by now; says so where it cannot be read.
    fn read(&self, turn: u32, json: Option<String>) -> Option<String> {
        if self.turn.get() != turn {
            return None;
        }
        if json.is_none() {
            self.desk.notices.error(said().version_unreadable);
            marked::show_nothing();
        }
        json
    }

    /// Shows what differs between two, each with its draft as JSON.
    fn show(self: &Rc<Self>, turn: u32, one: (Option<Version>, String), two: (Option<Version>, String)) {
        let at = |side: &(Option<Version>, String)| side.0.as_ref().map_or(i64::MAX, |version| version.at);
        let (before, after) = if at(&one) <= at(&two) { (one, two) } else { (two, one) };
        let this = Rc::clone(self);
        compare::compare(&before.1, &after.1, move |rows| {
            if this.turn.get() != turn {
                return;
            }
            let Some(rows) = rows else {
                this.desk.notices.error(said().not_compared);
                return marked::show_nothing();
            };
            let versions = this.list.borrow();
            let chosen = this.version(this.chosen.get());
            if let Some(chosen) = chosen {
                marked::show(&marked::Shown {
                    rows: &rows,
                    before: before.0.as_ref(),
                    after: after.0.as_ref(),
                    chosen: &chosen,
                    against: this.against.get(),
                    all: &versions,
                });
            }
        });
    }
}
