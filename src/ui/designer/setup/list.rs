//! What can be chosen: the setups that the program brings along and the person's own, and the ways in.

use gaozhi_core::export::Markup;
use gaozhi_core::setup::Setup;
use gaozhi_core::setup::presets::PRESETS;

use super::super::super::words;
use super::told;
use crate::browser::dom;
use crate::store;

pub(super) const LIST: &str = "setup-list";
/// Names a setup that the program brings along.
pub(super) const PRESET: &str = "data-preset";
/// Names one of the person's own.
pub(super) const OWN: &str = "data-own-setup";
/// Names one of them that is to go.
pub(super) const DELETE: &str = "data-delete-setup";
pub(super) const LEARN: &str = "setup-learn";
pub(super) const IMPORT: &str = "setup-import";

/// Where the list stands, above the ways in.
pub(super) fn place() -> Markup {
    let mut out = Markup::new();
    out.raw("<aside class=\"setup-list\"><div").attr("id", LIST).raw("></div><div class=\"ways\">");
    file(&mut out, LEARN, ".docx", told().learn);
    file(&mut out, IMPORT, ".txt", told().import);
    out.raw("<p>").text(told().learn_hint).raw("</p></div></aside>");
    out
}

fn file(out: &mut Markup, id: &'static str, accept: &'static str, label: &str) {
    out.raw("<label class=\"button\">").text(label).raw("<input type=\"file\"").attr("id", id);
    out.attr("data-testid", id).attr("accept", accept).raw("></label>");
}

/// The list for a draft that has that setup.
pub(super) fn paint(setup: &Setup) {
    let Some(root) = dom::by_id(LIST) else { return };
    let focus = dom::focused().map(|element| element.id()).filter(|id| !id.is_empty());
    dom::fill(&root, &markup(setup));
    if let Some(element) = focus.and_then(|id| dom::by_id(&id)) {
        dom::focus(&element);
    }
}

fn markup(setup: &Setup) -> Markup {
    let mut out = Markup::new();
    out.raw("<h2>").text(told().presets).raw("</h2>");
    for preset in &PRESETS {
        let [name, sentence] = (told().preset)(preset.id);
        choice(&mut out, PRESET, preset.id, preset.is_in(setup));
        out.raw(" data-testid=\"setup-preset\"><strong>").text(name).raw("</strong><small>");
        out.text((told().rank)(preset.rank)).raw("</small><span>").text(sentence).raw("</span></button>");
    }
    out.raw("<h2>").text(told().own).raw("</h2>");
    let own = store::own_setups();
    if own.is_empty() {
        out.raw("<p class=\"empty\">").text(told().no_own).raw("</p>");
    }
    for own in own {
        out.raw("<div class=\"own\">");
        choice(&mut out, OWN, &own.id, own.setup == *setup);
        out.raw(" data-testid=\"own-setup\"><strong>").text(&own.name).raw("</strong></button>");
        out.raw("<button type=\"button\" class=\"plain\" data-testid=\"delete-setup\"").attr(DELETE, &own.id);
        out.attr("aria-label", &[words().delete, &own.name].concat()).raw(">").text(words().delete);
        out.raw("</button></div>");
    }
    out
}

/// The beginning of a button that takes a setup.
fn choice(out: &mut Markup, name: &'static str, id: &str, is_in: bool) {
    out.raw("<button type=\"button\" class=\"habit\"").attr("id", &[name, id].join(":")).attr(name, id);
    out.attr("aria-pressed", if is_in { "true" } else { "false" });
}
