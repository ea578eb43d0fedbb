//! What differs between two versions, as a marked-up text with what can be done about it above.

use gaozhi_core::export::Markup;

use super::super::super::{toolbar, words};
use super::super::said;
use super::list::{called, when};
use super::{AGAINST, HEAD, MARKED};
use crate::browser::dom;
use crate::store::Version;

pub(super) const RESTORE: &str = "restore-whole";
pub(super) const COPY: &str = "version-to-draft";
pub(super) const RENAME: &str = "version-rename";
pub(super) const DELETE: &str = "version-delete";
/// Says on a button which section it puts back.
pub(super) const SECTION: &str = "data-section";

/// Stands between the parts of a row, as in the module that compares.
const PART: char = '\u{1f}';

/// What is shown.
pub(super) struct Shown<'a> {
    /// As the module that compares says it.
    pub(super) rows: &'a str,
    /// The earlier one.
    pub(super) before: Option<&'a Version>,
    /// The later one; the draft as it is, if none.
    pub(super) after: Option<&'a Version>,
    /// The one that the person looks at.
    pub(super) chosen: &'a Version,
    /// When the one was kept that it is compared with.
    pub(super) against: Option<i64>,
    /// The newest first.
    pub(super) all: &'a [Version],
}

/// Where it stands.
pub(super) fn place() -> Markup {
    let mut out = Markup::new();
    out.raw("<main class=\"versions-pane\"><header class=\"versions-head\"").attr("id", HEAD);
    out.raw("></header><article class=\"marked\" data-testid=\"marked\"").attr("id", MARKED);
    out.raw("></article></main>");
    out
}

/// There is nothing to show.
pub(super) fn show_nothing() {
    paint(&Markup::new(), &Markup::new());
}

/// What is shown is about to change.
pub(super) fn wait() {
    if let Some(marked) = dom::by_id(MARKED) {
        dom::set_attr(&marked, "aria-busy", Some("true"));
    }
}

/// Shows what differs.
pub(super) fn show(shown: &Shown<'_>) {
    let mut counts = [0; 3];
    let text = text(shown, &mut counts);
    paint(&head(shown, counts), &text);
}

fn paint(head: &Markup, text: &Markup) {
    let focus = dom::focused().map(|element| element.id()).filter(|id| !id.is_empty());
    for (id, markup) in [(HEAD, head), (MARKED, text)] {
        if let Some(element) = dom::by_id(id) {
            dom::fill(&element, markup);
            dom::set_attr(&element, "aria-busy", None);
        }
    }
    if let Some(element) = focus.and_then(|id| dom::by_id(&id)) {
        dom::focus(&element);
    }
}

fn head(shown: &Shown<'_>, [changed, added, removed]: [usize; 3]) -> Markup {
    let side = |version: Option<&Version>| match version {
        Some(version) => [&when(version.at), " ", &version.name].concat().trim_end().to_owned(),
        None => said().now.to_owned(),
    };
    let mut out = Markup::new();
    out.raw("<h2>").text(&(said().from_to)(&side(shown.before), &side(shown.after))).raw("</h2>");
    out.raw("<p class=\"counts\" role=\"status\" data-testid=\"versions-counts\">");
    if changed == 0 {
        out.text(said().no_difference);
    } else {
        out.text(&(said().differences)(changed, added, removed));
        out.raw(" <span class=\"key\"><del>").text(said().removed).raw("</del> <ins>");
        out.text(said().added).raw("</ins></span>");
    }
    out.raw("</p><div class=\"acts\">");
    toolbar::button(&mut out, "primary", RESTORE, said().restore_whole);
    toolbar::button(&mut out, "", COPY, said().to_draft);
    toolbar::button(&mut out, "plain", RENAME, words().rename);
    toolbar::button(&mut out, "plain", DELETE, words().delete);
    out.raw("<label>").text(said().compare_with).raw(" <select").attr("id", AGAINST);
    out.attr("data-testid", AGAINST).raw("><option value=\"\">").text(said().now).raw("</option>");
    for version in shown.all.iter().filter(|version| version.at != shown.chosen.at) {
        out.raw("<option").attr("value", &version.at.to_string());
        if shown.against == Some(version.at) {
            out.raw(" selected");
        }
        out.raw(">").text(&when(version.at)).raw(" ").text(called(version)).raw("</option>");
    }
    out.raw("</select></label></div>");
    out
}

/// The text; `counts` are what was counted in it.
fn text(shown: &Shown<'_>, counts: &mut [usize; 3]) -> Markup {
    let mut out = Markup::new();
    for line in shown.rows.lines() {
        let mut parts = line.split(PART);
        match parts.next() {
            Some("counts") => {
                for (count, part) in counts.iter_mut().zip(parts) {
                    *count = part.parse().unwrap_or_default();
                }
            }
            // What stands in the draft as it is can be replaced.
            Some("section") if shown.after.is_none() => section(&mut out, parts.next().unwrap_or_default()),
            Some("fold") => {
                let count = parts.next().and_then(|count| count.parse().ok()).unwrap_or_default();
                out.raw("<details><summary>").text(&(said().unchanged)(count)).raw("</summary>");
            }
            Some("end") => {
                out.raw("</details>");
            }
            Some("row") => row(&mut out, parts),
            _ => {}
        }
    }
    out
}

fn section(out: &mut Markup, section: &str) {
    out.raw("<button type=\"button\" class=\"restore-section\" data-testid=\"restore-section\"");
    out.attr("id", &["restore-section", section].join(":")).attr(SECTION, section).raw(">");
    out.text(said().restore_section).raw("</button>");
}

fn row<'a>(out: &mut Markup, mut parts: impl Iterator<Item = &'a str>) {
    out.raw("<p").attr("class", parts.next().unwrap_or_default()).raw(">");
    while let (Some(sign), Some(words)) = (parts.next(), parts.next()) {
        let (open, close) = match sign {
            "-" => ("<del>", "</del>"),
            "+" => ("<ins>", "</ins>"),
            _ => ("", ""),
        };
        out.raw(open).text(words).raw(close);
    }
    out.raw("</p>");
}
