//! The box that asks what a version is to be called.

use gaozhi_core::export::Markup;

use super::fill::Desk;
use super::{live, words};
use crate::browser::clock;
use crate::browser::dom::{self, Control};

const DIALOG: &str = "version-dialog";
const NAME: &str = "version-name";
/// Says on the box which version it asks about.
const OF: &str = "data-of";

/// The box, closed.
pub(super) fn dialog() -> Markup {
    let mut out = Markup::new();
    out.raw("<dialog").attr("id", DIALOG).attr("data-testid", DIALOG);
    out.raw("><form method=\"dialog\"><label>").text(words().version_name_ask);
    out.raw("<input required autocomplete=\"off\"").attr("id", NAME);
    out.raw("></label><button class=\"primary\" value=\"y\">").text(words().keep_version);
    out.raw("</button> <button formnovalidate>").text(words().cancel).raw("</button></form></dialog>");
    out
}

/// Asks for the name of the version `of`, or where that is empty of a new one; does nothing where
/// the place has no box.
pub(super) fn ask(of: &str, name: &str) {
    if let (Some(dialog), Some(control)) = (dom::by_id(DIALOG), Control::by_id(NAME)) {
        dom::set_attr(&dialog, OF, Some(of));
        dom::show_modal(&dialog);
        control.set_value(name);
        control.select();
    }
}

/// What a version of that time is called unless the person says otherwise.
pub(super) fn usual(at: i64) -> String {
    (words().version_name)(clock::day_of(at), clock::hours_minutes(at))
}

/// Calls `then` with what [`ask`] asked about and the name, once the person gave it.
pub(super) fn follow(then: impl Fn(&str, String) + 'static) {
    live::listen(DIALOG, "close", move |event| {
        if let (Some(dialog), Some(control)) = (dom::target(event), Control::by_id(NAME))
            && dom::is_agreed(&dialog)
        {
            then(&dialog.get_attribute(OF).unwrap_or_default(), control.value().trim().to_owned());
        }
    });
}

/// Keeps the draft as a version of that name, tells what came of it, and calls `then`.
pub(super) fn keep(desk: Desk, name: String, then: impl FnOnce() + 'static) {
    let Desk { session, notices, .. } = desk;
    let told = (words().version_kept)(&name);
    session.keep_version(name, session.json(), move |kept| {
        match kept {
            Ok(()) => notices.info(told),
            Err(error) => notices.unstored(error),
        }
        then();
    });
}
