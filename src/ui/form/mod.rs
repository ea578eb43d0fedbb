//! The form: fill in place, inside the sentences. Painted as markup in groups; one set of
//! listeners serves all its controls, so that neither loading nor a key grows with the form.

mod choices;
mod confirm;
mod control;
mod editor;
mod feedback;
mod keys;
mod markup;
mod tools;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gaozhi_core::draft::{Edit, Touched};
use gaozhi_core::export::Markup;
use gaozhi_core::field::FieldId;
use gaozhi_core::report::numbers;
use gaozhi_core::text::fnv1a;
use leptos::ev;
use leptos::prelude::*;

use super::fill::Desk;
use super::{live, words};
use crate::browser::dom::{self, Control, Node};
use crate::store;
use editor::Editor;
pub(crate) use markup::{block_id, control_id};

/// The id of the form.
/// The id of the form.
pub(super) const FORM: &str = "form";
/// The id of the box below it.
const CARD: &str = "field-card";

/// What the listeners of the form share.
struct Form {
    desk: Desk,
    root: Node,
    /// What each group was painted with.
    painted: RefCell<Vec<u64>>,
    /// An input method is at work: nothing is read and nothing is written.
    composing: Cell<bool>,
    /// The paragraph whose words are being rewritten.
    editor: RefCell<Option<Editor>>,
}

#[component]
pub(crate) fn FormPane() -> impl IntoView {
    let desk = Desk::get();
    let form: Handle = StoredValue::new_local(None);
    live::follow(move || {
        let Some(root) = dom::by_id(FORM) else { return };
        let this = Rc::new(Form {
            desk,
            root,
            painted: RefCell::default(),
            composing: Cell::new(false),
            editor: RefCell::new(None),
        });
        this.paint();
        let watcher = Rc::clone(&this);
        desk.session.watch(move |touched| watcher.follow(touched));
        form.set_value(Some(Rc::clone(&this)));
        // The first frame is laid out once, not once more for the focus.
        if desk.leads {
            request_animation_frame(move || this.come_back());
        }
    });
    let hear = |kind: &'static str, act: fn(&Form, &ev::Event)| listen(form, FORM, kind, act);
    hear("input", Form::typed);
    hear("compositionstart", |form, _| form.composing.set(true));
    hear("compositionend", |form, event| {
        form.composing.set(false);
        form.typed(event);
    });
    hear("focusin", Form::entered);
    hear("focusout", Form::left);
    hear("keydown", |form, event| {
        if let Some(event) = dom::key(event) {
            form.key(event);
        }
    });
    hear("click", Form::clicked);
    tools::follow(form);
    live::follow(move || paint_card(desk));
    let mut out = Markup::new();
    out.raw("<main class=\"form-pane\"").attr("aria-label", words().form);
    out.raw("><div class=\"form-roll\" data-pane=\"\"><div class=\"form\"").attr("id", FORM);
    out.raw("></div></div>").append(&tools::markup());
    out.raw("<aside class=\"field-card\" aria-live=\"off\"").attr("id", CARD).raw("></aside></main>");
    live::part(out)
}

/// The form, once it stands in the page.
type Handle = StoredValue<Option<Rc<Form>>, LocalStorage>;

/// Calls `act` for the events of that kind in the element of that id.
fn listen(form: Handle, id: &'static str, kind: &'static str, act: fn(&Form, &ev::Event)) {
    live::listen(id, kind, move |event| {
        // A control that leaves the page with its pane loses the focus, and is heard once more.
        if let Some(form) = form.try_get_value().flatten() {
            act(&form, event);
        }
    });
}

/// Below the form: what the field under the caret is called, and advice.
fn paint_card(desk: Desk) {
    let here = desk.here.get();
    let Some(card) = dom::by_id(CARD) else { return };
    let mut out = Markup::new();
    here.and_then(|id| {
        desk.session.field(&id, |field, _| {
            out.raw("<strong>").text(&field.label);
            if !field.unit.is_empty() {
                out.raw("（").text(&field.unit).raw("）");
            }
            out.raw("</strong><span>").text(&field.help).raw("</span>");
            if !field.each.is_empty() {
                out.raw("<span>").text(&(words().each)(&field.each)).raw("</span>");
            }
        })
    });
    dom::fill(&card, &out);
}

impl Form {
    /// Paints what changed since it was painted last.
    fn paint(&self) {
        let session = self.desk.session;
        let focus = Control::focused().map(|control| (control.element().id(), control.caret()));
        tools::park();
        let markups: Vec<Markup> = session.with(|draft, map| {
            let numbers = numbers(draft);
            let entries = draft.entries();
            let shown = markup::shown(entries);
            let group = |range: std::ops::Range<usize>| {
                let mut out = Markup::new();
                if range.start == 0 {
                    markup::about(&mut out, draft, map);
                }
                for at in range.filter(|at| shown[*at]) {
                    markup::block(&mut out, draft, map, &entries[at], &numbers[at]);
                }
                out
            };
            markup::groups(entries, map).into_iter().map(group).collect()
        });
        let mut painted = self.painted.borrow_mut();
        let elements = dom::all(&self.root, ":scope > .group");
        for element in elements.iter().skip(markups.len()) {
            element.remove();
        }
        painted.resize(markups.len(), 0);
        for (at, markup) in markups.iter().enumerate() {
            let hash = fnv1a(markup.as_str().bytes());
            if std::mem::replace(&mut painted[at], hash) != hash {
                match elements.get(at).cloned().or_else(|| dom::append(&self.root, "div", "group")) {
                    Some(element) => dom::fill(&element, markup),
                    None => painted[at] = 0,
                }
            }
        }
        drop(painted);
        self.mark_all();
        if let Some((id, caret)) = focus
            && Control::focused().is_none()
            && let Some(control) = Control::by_id(&id)
        {
            dom::focus(control.element());
            if let Some(caret) = caret {
                control.set_caret(caret);
            }
        }
    }

    /// Forgets what was painted, where the page was changed by hand since.
    fn repaint(&self) {
        self.painted.borrow_mut().fill(0);
        self.paint();
    }

    /// Follows a change of the draft.
    fn follow(&self, touched: &Touched) {
        if self.follow_in_editor(touched) {
            return;
        }
        if touched.outline || !touched.blocks.is_empty() {
            return self.paint();
        }
        let session = self.desk.session;
        let mut is_unlisted = false;
        for id in &touched.fields {
            self.mark(id);
            session.field(id, |field, value| {
                if let Some(control) = Control::by_id(&control_id(id)).filter(|_| !self.composing.get()) {
                    control.set_value(value);
                    is_unlisted |= control.is_choice() && control.value() != value;
                    let shown = if value.is_empty() { &field.literal } else { value };
                    control.fit(&control::room(shown, control.is_area()));
                }
                session.with(|_, map| {
                    for spot in map.spots(id).iter().skip(1) {
                        if let Some(echo) = dom::by_id(&markup::echo_id(*spot)) {
                            dom::set_words(&echo, if value.is_empty() { &field.literal } else { value });
                        }
                    }
                });
            });
        }
        // A choice that is not offered, kept as typed, is offered too once it is painted.
        if is_unlisted {
            self.paint();
        }
    }

    /// Takes what was typed into the draft. While an input method composes, only the room for it
    /// grows: browsers disagree on the order of the last `input` and `compositionend`, so both
    /// come here and the second finds nothing new.
    fn typed(&self, event: &ev::Event) {
        let Some(control) = Control::target(event) else { return };
        let value = control.value();
        control.fit(&control::room(&value, control.is_area()));
        if self.composing.get() {
            return;
        }
        if control.data("data-edit").is_some() {
            return self.typed_in_editor();
        }
        let Some(field) = control.data("data-field").map(|id| FieldId::new(&id)) else { return };
        self.commit(&field, value);
    }

    fn commit(&self, field: &FieldId, value: String) {
        let session = self.desk.session;
        let same = session.field(field, |_, before| before == value);
        if same == Some(false) {
            feedback::clear(field);
            session.edit(Edit::Answer { field: field.clone(), text: Some(value) });
        }
    }

    fn entered(&self, event: &ev::Event) {
        if let Some(block) = tools::block_of(event) {
            tools::show_at(block);
        }
        let field = Control::target(event).and_then(|control| control.data("data-field"));
        if let Some(field) = field.map(|id| FieldId::new(&id)) {
            self.desk.here.set(Some(field));
        }
    }

    fn left(&self, event: &ev::Event) {
        // Safari may forget the end of a composition.
        self.composing.set(false);
        let Some(control) = Control::target(event) else { return };
        if control.data("data-edit").is_some() {
            return self.left_editor(event);
        }
        let Some(field) = control.data("data-field").map(|id| FieldId::new(&id)) else { return };
        self.commit(&field, control.value());
        feedback::settle(self.desk.session, &field, &control);
        self.desk.session.seal();
        store::set_place(&self.desk.session.id(), field.as_str(), None);
    }

    fn clicked(&self, event: &ev::Event) {
        if let Some(field) = dom::closest_data(event, "data-echo") {
            return self.desk.go(&FieldId::new(&field));
        }
        if let Some(field) = dom::closest_data(event, "data-confirm") {
            let field = FieldId::new(&field);
            self.confirm(&field);
            return self.desk.here.set(Some(field));
        }
        if dom::closest(event, ".editor-done").is_some() {
            return self.close_editor();
        }
        let Some(block) = tools::block_of(event) else { return };
        if let Some(choice) = dom::closest_data(event, "data-choice") {
            return self.choose(&choice, block);
        }
        tools::show_at(block);
        // A paragraph without blanks is one click from being rewritten.
        let bare = dom::closest(event, "[data-bare]").is_some();
        if bare && self.editor.borrow().is_none() && dom::closest(event, ".tools").is_none() {
            self.open_editor(block);
        }
    }

    /// Back to where the person was; in a new draft to the first open blank, unless that would
    /// open an on-screen keyboard unasked.
    fn come_back(&self) {
        let session = self.desk.session;
        match store::place(&session.id()) {
            Some((field, caret)) => {
                if let Some(control) = Control::by_id(&control_id(&FieldId::new(&field))) {
                    control.focus();
                    if let Some(caret) = caret {
                        control.set_caret(caret);
                    }
                }
            }
            None if !dom::is_touch() => {
                if let Some(field) = session.next_open(None) {
                    self.desk.go(&field);
                }
            }
            None => {}
        }
    }
}
