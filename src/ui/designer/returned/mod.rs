//! What was changed in a report that came back, side by side with the draft, to accept or to leave.
//! Nothing is changed here: what is accepted the app makes in the draft, as one step of undo.

mod back;
mod markup;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use super::super::live;
use super::super::notices::Notices;
use super::said;
use crate::browser::{address, compare, dom, handover};
use crate::route::Route;
use crate::session::Session;
pub(super) use back::{Back, bring_back, open};

const RETURNED: &str = "returned";
const LIST: &str = "returned-list";
const COUNT: &str = "returned-count";
const ALL: &str = "returned-accept-all";
const APPLY: &str = "returned-apply";
const DONE: &str = "returned-done";
/// Which change a section shows.
const AT: &str = "data-at";
/// What a button says about its change.
const CHOICE: &str = "data-choice";

/// What the listeners of the place share.
struct Deciding {
    session: Session,
    notices: Notices,
    back: Back,
    /// The draft as it was when the changes were told, as JSON.
    draft: String,
    /// What was decided about each change, if anything.
    choices: RefCell<Vec<Option<bool>>>,
}

#[component]
pub(crate) fn Returned(session: Session, back: Back) -> impl IntoView {
    let name = session.name.get_untracked();
    let notices = Notices::get();
    let draft = session.json();
    let deciding = Rc::new(Deciding { session, notices, back, draft, choices: RefCell::default() });
    let handle = StoredValue::new_local(deciding);
    live::follow(move || handle.get_value().tell());
    live::listen(RETURNED, "click", move |event| {
        if let Some(deciding) = handle.try_get_value() {
            deciding.clicked(event);
        }
    });
    view! {
        <div class="returned" id=RETURNED>
            {live::part(markup::bar(&name))}
            {live::part(markup::place())}
        </div>
    }
}

impl Deciding {
    /// Finds out what was changed, and shows it.
    fn tell(self: Rc<Self>) {
        let this = Rc::clone(&self);
        compare::returned(&self.draft, &self.back.sent, &self.back.paragraphs, move |rows| {
            let Some(list) = dom::by_id(LIST) else { return };
            dom::set_attr(&list, "aria-busy", None);
            let Some(rows) = rows else { return this.notices.error(said().returned_failed) };
            let (changes, count) = markup::changes(&rows);
            dom::fill(&list, &changes);
            *this.choices.borrow_mut() = vec![None; count];
            if let Some(line) = dom::by_id(COUNT) {
                let same = said().returned_same.to_owned();
                dom::set_words(&line, &if count == 0 { same } else { (said().returned_count)(count) });
            }
            this.count();
        });
    }

    fn clicked(self: &Rc<Self>, event: &ev::Event) {
        let Some(button) = dom::closest(event, "button") else { return };
        match (button.id().as_str(), button.get_attribute(CHOICE)) {
            (DONE, _) => address::go(&Route::fill(&self.session.id())),
            (ALL, _) => {
                self.choices.borrow_mut().fill(Some(true));
                self.paint();
            }
            (APPLY, _) => self.apply(),
            (_, Some(choice)) => {
                let at = dom::closest_data(event, AT).and_then(|at| at.parse::<usize>().ok());
                self.decide(at.unwrap_or(usize::MAX), choice == "accept");
            }
            _ => {}
        }
    }

    /// Decides about a change; the same again leaves it open.
    fn decide(&self, at: usize, is_taken: bool) {
        if let Some(choice) = self.choices.borrow_mut().get_mut(at) {
            *choice = (*choice != Some(is_taken)).then_some(is_taken);
        }
        self.paint();
    }

    /// Shows what is decided.
    fn paint(&self) {
        let Some(list) = dom::by_id(LIST) else { return };
        let choices = self.choices.borrow();
        for (section, choice) in dom::all(&list, "[data-at]").iter().zip(choices.iter()) {
            let word = choice.map(|taken| if taken { "accept" } else { "leave" });
            dom::set_attr(section, "data-decided", word);
            for button in dom::all(section, "[data-choice]") {
                let is_it = button.get_attribute(CHOICE).as_deref() == word;
                dom::set_attr(&button, "aria-pressed", Some(if is_it { "true" } else { "false" }));
            }
        }
        drop(choices);
        self.count();
    }

    /// The places of what is accepted.
    fn accepted(&self) -> Vec<String> {
        let choices = self.choices.borrow();
        let taken = choices.iter().enumerate().filter(|(_, choice)| **choice == Some(true));
        taken.map(|(at, _)| at.to_string()).collect()
    }

    /// Says on the button how many changes it makes.
    fn count(&self) {
        let (count, all) = (self.accepted().len(), self.choices.borrow().len());
        if let (Some(apply), Some(whole)) = (dom::by_id(APPLY), dom::by_id(ALL)) {
            dom::set_words(&apply, &(said().apply)(count));
            dom::set_attr(&apply, "disabled", (count == 0).then_some(""));
            dom::set_attr(&whole, "disabled", (all == 0).then_some(""));
        }
    }

    fn apply(self: &Rc<Self>) {
        let chosen = self.accepted();
        let this = Rc::clone(self);
        let back = [self.draft.as_str(), &self.back.sent, &self.back.paragraphs];
        compare::accept(back, &chosen.join(" "), move |draft| {
            let Some(draft) = draft else { return this.notices.error(said().returned_failed) };
            let id = this.session.id();
            Back::forget();
            handover::accepted(&id, chosen.len(), &draft);
            address::go(&Route::fill(&id));
        });
    }
}
