//! The table of what was found: one set of listeners for all rows, and keys that go from row to row
//! in a column.

use gaozhi_core::export::Markup;
use gaozhi_core::field::FieldId;
use gaozhi_core::reading::RepairKind;
use leptos::ev;

use super::super::super::live;
use super::super::design::{kind_id, kind_of};
use super::super::request::Request;
use super::super::said;
use super::choices::Choices;
use super::markup::{self, COLUMNS, mark_id, row_id};
use super::{Handle, Review, open, panes};
use crate::browser::dom::{self, Control, Node};

const TABLE: &str = "review-table";
const SUMMARY: &str = "review-summary";
const REPAIRS: &str = "review-repairs";
const HEADINGS: &str = "review-headings";

/// Where it stands, with what was repaired above and the headings below.
pub(super) fn place() -> Markup {
    let mut out = Markup::new();
    out.raw("<main class=\"review-pane\" data-pane=\"\"><p class=\"review-summary\" role=\"status\"");
    out.attr("id", SUMMARY).raw("></p><p class=\"review-keys\">").text(said().review_keys);
    out.raw("</p><section class=\"repairs\"").attr("id", REPAIRS);
    out.raw("></section><div class=\"found-table\"").attr("id", TABLE);
    out.raw("></div><section class=\"found-headings\"").attr("id", HEADINGS).raw("></section></main>");
    out
}

/// Keeps it alive.
pub(super) fn follow(handle: Handle) {
    let hear = move |id: &'static str, kind: &'static str, act: fn(&Review, &ev::Event)| {
        live::listen(id, kind, move |event| {
            if let Some(review) = open(handle) {
                act(&review, event);
            }
        });
    };
    hear(TABLE, "focusin", Review::entered);
    hear(TABLE, "change", Review::set);
    hear(TABLE, "keydown", |review, event| {
        if let Some(key) = dom::key(event) {
            review.key(key);
        }
    });
    live::listen(REPAIRS, "click", move |event| {
        let kind = dom::closest_data(event, "data-switch").and_then(|id| RepairKind::from_id(&id));
        if let (Some(kind), Some(review)) = (kind, open(handle)) {
            let request = review.request.borrow().clone();
            request.switch(kind, move |read| match read {
                Ok(read) => {
                    if let Some(review) = open(handle) {
                        review.take(read);
                    }
                }
                Err(refusal) => {
                    if let Some(review) = open(handle) {
                        review.notices.error((said().refused)("", refusal));
                    }
                }
            });
        }
    });
}

impl Review {
    /// Paints everything: a reading is new.
    pub(super) fn paint(&self) {
        let choices = self.choices.borrow();
        let request = self.request.borrow();
        let (certain, suggested) = choices.counts();
        let headings = choices.reading.headings.len();
        if let Some(root) = dom::by_id(super::REVIEW) {
            dom::set_attr(&root, "data-blanks", Some(&certain.to_string()));
            dom::set_attr(&root, "data-headings", Some(&headings.to_string()));
            dom::set_attr(&root, "data-suggestions", Some(&suggested.to_string()));
        }
        if let Some(summary) = dom::by_id(SUMMARY) {
            let found = (said().found)(certain, headings, suggested);
            let garbled = if choices.reading.garbled { said().garbled } else { "" };
            dom::set_words(&summary, &[&found, garbled].concat());
        }
        let put = |id, markup: Markup| {
            if let Some(element) = dom::by_id(id) {
                dom::fill(&element, &markup);
            }
        };
        put(REPAIRS, markup::repairs(&choices.reading.repairs, request.can_switch()));
        put(TABLE, markup::table(&choices));
        put(HEADINGS, markup::headings(&choices));
        put(panes::TEXT, markup::text(&choices));
        let first = choices.reading.found.iter().position(|found| found.certain).unwrap_or(0);
        drop(choices);
        self.show(&[]);
        self.point(first);
        if !dom::is_touch()
            && let Some(control) = control(first, COLUMNS[0])
        {
            dom::focus(&control);
        }
    }

    /// Takes another reading of the same text; what was set of a blank that is found again stays.
    fn take(&self, mut request: Request) {
        let mut choices = Choices::new(std::mem::take(&mut request.reading));
        choices.carry_over(&self.choices.borrow());
        *self.choices.borrow_mut() = choices;
        *self.request.borrow_mut() = request;
        self.here.set(None);
        self.paint();
        self.reshape();
    }

    /// Shows decisions as they are now.
    pub(super) fn show(&self, changed: &[usize]) {
        let choices = self.choices.borrow();
        for decided in changed {
            let (Some(field), Some(decision)) = (choices.field(*decided), choices.decision(*decided)) else {
                continue;
            };
            for found in choices.found_of(*decided) {
                if let Some(mark) = dom::by_id(&mark_id(found)) {
                    dom::set_attr(&mark, "data-state", Some(markup::state(&choices, found)));
                }
                let Some(row) = dom::by_id(&row_id(found)) else { continue };
                dom::set_attr(&row, "data-kind", Some(field.kind.id()));
                dom::set_attr(&row, "data-unit", Some(&field.unit));
                dom::set_attr(&row, "data-kept", Some(if decision.kept { "true" } else { "false" }));
                if !choices.leads(found) {
                    continue;
                }
                offer(&choices, found, *decided, "kind");
                offer(&choices, found, *decided, "same");
                for (column, value) in [("label", &field.label), ("unit", &field.unit)] {
                    if let Some(control) = control(found, column).and_then(Control::of) {
                        control.set_value(value);
                    }
                }
                if let Some(control) = control(found, "kept").and_then(Control::of) {
                    control.tick(decision.kept);
                }
            }
        }
        let (can_undo, can_redo) = choices.steps();
        for (id, can) in [("undo", can_undo), ("redo", can_redo)] {
            if let Some(button) = dom::by_id(id) {
                dom::set_attr(&button, "disabled", (!can).then_some(""));
            }
        }
    }

    /// Somebody came to a row: its boxes offer all that they have, its mark is shown in the text.
    fn entered(&self, event: &ev::Event) {
        let Some((found, column)) = cell(event) else { return };
        let choices = self.choices.borrow();
        if let Some(decided) = choices.of(found).filter(|_| matches!(column.as_str(), "kind" | "same")) {
            offer(&choices, found, decided, &column);
        }
        drop(choices);
        self.point(found);
    }

    /// Marks the row and its place in the text.
    pub(super) fn point(&self, found: usize) {
        let before = self.here.replace(Some(found));
        if before == Some(found) {
            return;
        }
        for (found, on) in before.map(|before| (before, false)).into_iter().chain([(found, true)]) {
            for id in [row_id(found), mark_id(found)] {
                if let Some(element) = dom::by_id(&id) {
                    dom::set_class(&element, "here", on);
                    if on {
                        dom::reveal(&element);
                    }
                }
            }
        }
    }

    fn set(&self, event: &ev::Event) {
        let (Some((found, column)), Some(control)) = (cell(event), Control::target(event)) else { return };
        let Some(at) = self.choices.borrow().of(found) else { return };
        let value = control.value();
        let value = value.trim();
        self.step(|choices| match column.as_str() {
            "label" if value.is_empty() => Vec::new(),
            "label" => choices.change(at, |field| value.clone_into(&mut field.label)),
            "unit" => choices.change(at, |field| value.clone_into(&mut field.unit)),
            "kind" => match kind_of(value) {
                Some(kind) => choices.change(at, |field| field.kind = kind),
                None => Vec::new(),
            },
            "kept" => {
                let kept = control.is_ticked();
                choices.decide(at, |decision| decision.kept = kept)
            }
            _ if value == "*" => choices.join_all(at),
            _ => {
                let same = (!value.is_empty()).then(|| FieldId::new(value));
                choices.decide(at, |decision| decision.same = same)
            }
        });
        // What was refused goes back to what it was.
        self.show(&[at]);
    }

    fn key(&self, event: &ev::KeyboardEvent) {
        if event.is_composing() || event.key_code() == 229 || event.ctrl_key() || event.meta_key() {
            return;
        }
        let Some((found, column)) = cell(event.as_ref()) else { return };
        let down = match event.key().as_str() {
            "ArrowDown" if !event.alt_key() => true,
            "ArrowUp" if !event.alt_key() => false,
            "Enter" => {
                // A suggestion that is confirmed is a blank from now on.
                let at = self.choices.borrow().of(found);
                if let Some(at) = at {
                    if let Some(element) = dom::target(event.as_ref()) {
                        blur(&element);
                    }
                    self.step(|choices| choices.decide(at, |decision| decision.kept = true));
                }
                true
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(control) = neighbour(found, &column, down) {
            dom::focus(&control);
            if let Some(control) = Control::of(control) {
                control.select();
            }
        }
    }
}

/// Puts into a box of a row all that it offers, and chooses what stands.
fn offer(choices: &Choices, found: usize, decided: usize, column: &str) {
    let Some(element) = control(found, column) else { return };
    let mut out = Markup::new();
    if column == "same" {
        markup::sames(&mut out, choices, decided, true);
    } else if let Some(field) = choices.field(decided) {
        markup::kinds(&mut out, field.kind, true);
    }
    dom::fill(&element, &out);
    let value = match column {
        "same" => {
            let same = choices.decision(decided).and_then(|decision| decision.same.as_ref());
            same.map_or("", |id| id.as_str()).to_owned()
        }
        _ => choices.field(decided).map(|field| kind_id(field.kind)).unwrap_or_default().to_owned(),
    };
    if let Some(control) = Control::of(element) {
        control.set_value(&value);
    }
}

/// Leaving a box takes what was typed, as its `change` event comes then.
fn blur(element: &Node) {
    if let Some(control) = Control::of(element.clone()) {
        let _ = control.element().blur();
    }
}

/// The control of a row in a column.
fn control(found: usize, column: &str) -> Option<Node> {
    let row = dom::by_id(&row_id(found))?;
    dom::all(&row, &format!("[data-column=\"{column}\"]")).into_iter().next()
}

/// The control in the same column of the next row, or of the one before.
fn neighbour(found: usize, column: &str, down: bool) -> Option<Node> {
    let table = dom::by_id(TABLE)?;
    let column = COLUMNS.into_iter().find(|known| *known == column)?;
    let all = dom::all(&table, &format!("[data-column=\"{column}\"]"));
    let row = row_id(found);
    let at =
        all.iter().position(|element| element.parent_element().is_some_and(|parent| parent.id() == row))?;
    all.get(if down { at + 1 } else { at.checked_sub(1)? }).cloned()
}

/// The row and the column that an event happened in.
fn cell(event: &ev::Event) -> Option<(usize, String)> {
    let row = dom::closest_data(event, "data-row")?.parse().ok()?;
    Some((row, dom::closest_data(event, "data-column")?))
}
