//! Finding a draft: by its name, its day, and what was filled in.

use gaozhi_core::export::Markup;
use gaozhi_core::text::find_word;

use super::super::{live, words};
use super::SHELF;
use crate::browser::dom::{self, Control};
use crate::store;

const SEARCH: &str = "search";
/// Fewer drafts than this are found by looking.
const FEW: usize = 8;

/// The box, for many drafts.
pub(super) fn search(out: &mut Markup) {
    out.raw("<input type=\"search\" class=\"search\" autocomplete=\"off\" hidden").attr("id", SEARCH);
    out.attr("data-testid", SEARCH).attr("placeholder", words().search).attr("aria-label", words().search);
    out.raw(">");
}

/// Keeps it alive.
pub(super) fn follow() {
    live::listen(SEARCH, "input", |_| filter());
}

/// Shows the drafts that have what is sought in their line, then those that have it in an answer.
pub(super) fn filter() {
    let (Some(shelf), Some(control)) = (dom::by_id(SHELF), Control::by_id(SEARCH)) else { return };
    let sought = sought(&control);
    let rows = dom::all(&shelf, "[data-draft]");
    dom::set_attr(control.element(), "hidden", (rows.len() < FEW && sought.is_empty()).then_some(""));
    for row in rows {
        let line = row.text_content().unwrap_or_default();
        let is_shown = sought.is_empty() || find_word(&line, &sought).is_some();
        dom::set_attr(&row, "hidden", (!is_shown).then_some(""));
    }
    if sought.is_empty() {
        return;
    }
    store::find_in_answers(&sought.clone(), move |id| {
        let row = dom::all(&shelf, "[data-draft]")
            .into_iter()
            .find(|row| row.get_attribute("data-draft").as_deref() == Some(id));
        // Something else may be sought by now.
        if let Some(row) = row.filter(|_| self::sought(&control) == sought) {
            dom::set_attr(&row, "hidden", None);
        }
    });
}

fn sought(control: &Control) -> String {
    control.value().trim().to_owned()
}
