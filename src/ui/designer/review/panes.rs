//! Beside the table: the whole text with its marks, or the form that comes of it.

use gaozhi_core::export::Markup;

use super::super::super::{live, words};
use super::super::said;
use super::{Handle, open};
use crate::browser::dom;

/// The id of the text.
pub(super) const TEXT: &str = "review-text";
const VIEWS: &str = "review-views";

/// What takes turns; on a narrow screen the table takes its turn too.
pub(super) fn views() -> Markup {
    let mut out = Markup::new();
    out.raw("<nav class=\"design-views\"").attr("id", VIEWS).raw(">");
    let all = [("table", said().certain), ("text", said().whole_text), ("form", words().form)];
    for (view, label) in all {
        out.raw("<button type=\"button\"").attr("data-view-of", view);
        out.attr("aria-pressed", if view == "text" { "true" } else { "false" });
        out.raw(">").text(label).raw("</button>");
    }
    out.raw("</nav>");
    out
}

/// Where the text stands.
pub(super) fn text_place() -> Markup {
    let mut out = Markup::new();
    out.raw("<section class=\"review-text\" data-pane=\"\" tabindex=\"0\"").attr("id", TEXT);
    out.attr("aria-label", said().whole_text).raw("></section>");
    out
}

/// Keeps them alive.
pub(super) fn follow(handle: Handle) {
    live::listen(VIEWS, "click", |event| {
        if let Some(view) = dom::closest_data(event, "data-view-of") {
            super::super::show_view(super::REVIEW, &view);
        }
    });
    live::listen(TEXT, "click", move |event| {
        let found = dom::closest_data(event, "data-found").and_then(|found| found.parse().ok());
        if let (Some(found), Some(review)) = (found, open(handle)) {
            review.point(found);
        }
    });
}
