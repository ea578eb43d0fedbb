//! Parts of the page that are painted as markup, and what keeps them alive: effects that follow
//! signals and listeners, each kind behind one type. Views made of closures would each be compiled
//! into the module with all the machinery around them: measured, a third of the first load.

use std::any::Any;

use gaozhi_core::export::Markup;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

use crate::browser::dom;

/// One element of markup, the same each time: what changes in it is painted by [`follow`].
pub(crate) fn part(markup: Markup) -> InertElement {
    InertElement::new(markup.into_string())
}

/// Calls `paint` once the component stands in the page, and again whenever a signal changes that
/// it looked at.
pub(crate) fn follow(paint: impl FnMut() + 'static) {
    let mut paint: Box<dyn FnMut()> = Box::new(paint);
    Effect::new(move |_: Option<()>| paint());
}

/// Calls `act` for the events of that kind in the element of that id, which the component brings.
pub(crate) fn listen(id: &'static str, kind: &'static str, act: impl Fn(&Event) + 'static) {
    let mut act: Option<Box<dyn FnMut(Event)>> = Some(Box::new(move |event| act(&event)));
    follow(move || {
        if let (Some(element), Some(act)) = (dom::by_id(id), act.take()) {
            dom::listen(&element, kind, act);
        }
    });
}

/// Calls `act` for the events of that kind anywhere in the window, until the component goes.
pub(crate) fn listen_everywhere(kind: &'static str, act: impl Fn(&Event) + 'static) {
    let act: Box<dyn Fn(Event)> = Box::new(move |event| act(&event));
    let handle = leptos::leptos_dom::helpers::window_event_listener_untyped(kind, act);
    on_cleanup(move || handle.remove());
}

/// Shows one place at a time, whatever `place` says, and another whenever that changes. A place is
/// mounted by hand: as a view that changes its type it would be compiled twice, once to build it and
/// once to rebuild it out of the other.
pub(crate) fn take_turns<P: 'static>(place: impl Fn() -> P + 'static, mount: fn(P) -> Option<Box<dyn Any>>) {
    let owner = Owner::current().unwrap_or_default();
    let mut shown: Option<Box<dyn Any>> = None;
    follow(move || {
        let place = place();
        // What is there leaves first, so that it hears the focus go and what is pending is kept.
        drop(shown.take());
        shown = owner.with(|| mount(place));
    });
}
