//! What can be set of the chosen blank, below the paragraphs.

use gaozhi_core::draft::{Draft, shape};
use gaozhi_core::export::Markup;
use gaozhi_core::field::{Field, FieldId, Kind};
use leptos::ev;

use super::super::super::live;
use super::super::said;
use super::property::{Property, kind_id};
use super::sketch::{Chosen, Handle, Sketch, listen};
use crate::browser::dom::{self, Control};

const CARD: &str = "blank-card";
const MAKE: &str = "design-make-blank";
const LINK: &str = "design-link";
const UNBLANK: &str = "design-unblank";

/// Where it stands, below the button that makes a blank.
pub(super) fn place() -> Markup {
    let mut out = Markup::new();
    out.raw("<div class=\"make-blank\"><button type=\"button\" class=\"primary\"").attr("id", MAKE);
    out.attr("data-testid", MAKE).raw(" title=\"Alt+Enter\">").text(said().make_blank);
    out.raw("</button></div><aside class=\"blank-card\"").attr("id", CARD).raw("></aside>");
    out
}

/// Keeps it alive.
pub(super) fn follow(sketch: Handle) {
    // What is selected stays selected.
    listen(sketch, MAKE, "pointerdown", |_, event| event.prevent_default());
    listen(sketch, MAKE, "click", |sketch, _| sketch.make_blank());
    listen(sketch, CARD, "change", Sketch::set);
    listen(sketch, CARD, "click", |sketch, event| {
        if dom::closest(event, "button").is_some_and(|button| button.id() == UNBLANK) {
            sketch.unblank();
        }
    });
    live::listen(CARD, "keydown", |event| {
        // Enter takes what was typed, as leaving does.
        let Some(key) = dom::key(event).filter(|key| key.key() == "Enter" && !key.is_composing()) else {
            return;
        };
        if let Some(control) = Control::target(event).filter(|control| !control.is_area()) {
            key.prevent_default();
            let next = control.element().id();
            let _ = control.element().blur();
            if let Some(element) = dom::by_id(&next) {
                dom::focus(&element);
            }
        }
    });
}

/// Brings the person to the name of the blank, selected so that typing replaces it.
pub(super) fn go_to_name() {
    if let Some(control) = Control::by_id(&control_id(Property::Label)) {
        dom::focus(control.element());
        control.select();
    }
}

impl Sketch {
    /// Brings the card up to date. Its controls stay where they are unless there are others now: the
    /// person may be in one of them.
    pub(super) fn paint_card(&self) {
        let Some(card) = dom::by_id(CARD) else { return };
        let chosen = self.chosen.borrow().clone();
        let session = self.desk.session;
        let field = chosen.and_then(|chosen| session.field(&chosen.field, |field, _| field.clone()));
        let markup = match &field {
            Some(field) => session.with(|draft, _| markup(draft, field)),
            None => nothing(),
        };
        if *self.card.borrow() != markup {
            let here = dom::focused().map(|element| element.id());
            dom::fill(&card, &markup);
            *self.card.borrow_mut() = markup;
            if let Some(element) = here.and_then(|id| dom::by_id(&id)).filter(|_| dom::focused().is_none()) {
                dom::focus(&element);
            }
        }
        let Some(field) = field else { return };
        for property in Property::ALL {
            let Some(control) = Control::by_id(&control_id(property)) else { continue };
            let value = property.read(&field);
            if property == Property::Optional {
                control.tick(!value.is_empty());
            } else {
                control.set_value(&value);
            }
        }
    }

    /// Takes what was set.
    fn set(&self, event: &ev::Event) {
        let Some(control) = Control::target(event) else { return };
        let Some(Chosen { field: id, spot }) = self.chosen.borrow().clone() else { return };
        let session = self.desk.session;
        let name = control.element().id();
        session.seal();
        if name == LINK {
            let to = FieldId::new(&control.value());
            if let Some(edit) = session.with(|draft, _| shape::link(draft, &id, &to)) {
                *self.chosen.borrow_mut() = Some(Chosen { field: to, spot });
                session.edit(edit);
            }
            return;
        }
        let Some(property) = Property::ALL.into_iter().find(|property| control_id(*property) == name) else {
            return;
        };
        let value = match property {
            Property::Optional => if control.is_ticked() { "true" } else { "" }.to_owned(),
            _ => control.value(),
        };
        let edit = session.with(|draft, _| {
            let mut field = draft.field(&id)?.clone();
            property.write(&mut field, &value);
            shape::set_field(draft, field)
        });
        match edit {
            Some(edit) => session.edit(edit),
            // What was refused goes back to what it was.
            None => self.paint_card(),
        }
    }

    fn unblank(&self) {
        let Some(Chosen { spot, .. }) = self.chosen.borrow_mut().take() else { return };
        let session = self.desk.session;
        session.seal();
        if let Some(edit) =
            session.with(|draft, _| shape::unblank(draft, spot.block, spot.in_lead, spot.span))
        {
            session.edit(edit);
        }
        self.paint_card();
        if let Some(element) = dom::by_id(&super::markup::block_id(spot.block)) {
            dom::focus(&element);
        }
    }
}

fn control_id(property: Property) -> String {
    ["design-", property.id()].concat()
}

fn nothing() -> Markup {
    let mut out = Markup::new();
    out.raw("<p>").text(said().no_blank).raw("</p>");
    out
}

/// The controls, without what stands in them.
fn markup(draft: &Draft, field: &Field) -> Markup {
    let mut out = Markup::new();
    for property in Property::ALL.into_iter().filter(|property| property.concerns(field.kind)) {
        let id = control_id(property);
        out.raw("<label").attr("data-property", property.id()).raw("><span>");
        out.text((said().property)(property.id())).raw("</span>");
        match property {
            Property::Kind => {
                out.raw("<select").attr("id", &id).attr("data-testid", &id).raw(">");
                for kind in Kind::ALL {
                    out.raw("<option")
                        .attr("value", kind_id(kind))
                        .raw(">")
                        .text(kind.word())
                        .raw("</option>");
                }
                out.raw("</select>");
            }
            Property::Optional => {
                out.raw("<input type=\"checkbox\"").attr("id", &id).attr("data-testid", &id).raw(">");
            }
            Property::Min | Property::Max => {
                out.raw("<input inputmode=\"numeric\" autocomplete=\"off\"").attr("id", &id);
                out.attr("data-testid", &id).raw(">");
            }
            Property::Choices => {
                out.raw("<input autocomplete=\"off\"").attr("id", &id).attr("data-testid", &id);
                out.attr("placeholder", said().choices_hint).raw(">");
            }
            Property::Label
            | Property::Unit
            | Property::Literal
            | Property::Default
            | Property::Each
            | Property::Help => {
                out.raw("<input autocomplete=\"off\" spellcheck=\"false\"").attr("id", &id);
                out.attr("data-testid", &id).raw(">");
            }
        }
        out.raw("</label>");
    }
    out.raw("<label data-property=\"link\"><span>").text((said().property)("link")).raw("</span><select");
    out.attr("id", LINK).attr("data-testid", LINK).raw("><option value=\"\">").text(said().not_linked);
    out.raw("</option>");
    for other in draft.fields().iter().filter(|other| other.id != field.id) {
        out.raw("<option").attr("value", other.id.as_str()).raw(">");
        out.text(&(said().same_as)(&other.label)).raw("</option>");
    }
    out.raw("</select></label><button type=\"button\"").attr("id", UNBLANK).attr("data-testid", UNBLANK);
    out.raw(">").text(said().unblank).raw("</button>");
    out
}
