//! The list of versions as markup.

use gaozhi_core::export::Markup;

use super::super::super::{toolbar, words};
use super::super::said;
use super::LIST;
use crate::browser::clock;
use crate::session::Tally;
use crate::store::Version;

/// The button that keeps the draft as it is.
pub(super) const KEEP: &str = "versions-keep";

/// Milliseconds of a day.
const DAY: i64 = 24 * 3_600_000;

/// Where the list stands.
pub(super) fn place() -> Markup {
    let mut out = Markup::new();
    out.raw("<aside class=\"versions-list\"").attr("id", LIST).raw("></aside>");
    out
}

/// The draft as it is, then the versions, the newest first.
pub(super) fn markup(versions: &[Version], chosen: Option<i64>, now: Tally) -> Markup {
    let mut out = Markup::new();
    out.raw("<div class=\"version now\" data-testid=\"versions-now\"><strong>").text(said().now);
    out.raw("</strong><small>").text(&(words().filled_of)(now.filled, now.total)).raw("</small>");
    toolbar::button(&mut out, "", KEEP, words().keep_version);
    out.raw("</div>");
    if versions.is_empty() {
        out.raw("<p class=\"empty\">").text(said().no_versions).raw("</p>");
        return out;
    }
    out.raw("<fieldset><legend>").text(&(said().version_count)(versions.len())).raw("</legend>");
    for version in versions {
        one(&mut out, version, chosen == Some(version.at));
    }
    out.raw("</fieldset>");
    out
}

fn one(out: &mut Markup, version: &Version, is_chosen: bool) {
    let (filled, total) = version.tally;
    let (id, at) = (id(version.at), version.at.to_string());
    out.raw("<div data-testid=\"version\"")
        .attr("data-named", if version.name.is_empty() { "no" } else { "yes" });
    out.raw("><input type=\"radio\" name=\"version\" data-version").attr("id", &id).attr("value", &at);
    if is_chosen {
        out.raw(" checked");
    }
    out.raw("><label class=\"version\"").attr("for", &id).raw("><strong>").text(&when(version.at));
    out.raw("</strong><small>").text(&(words().filled_of)(filled, total)).raw("</small><span>");
    out.text(called(version)).raw("</span></label></div>");
}

/// The id of the control that chooses the version of that time.
pub(super) fn id(at: i64) -> String {
    format!("version:{at}")
}

/// What the person calls a version, or that nobody named it.
pub(super) fn called(version: &Version) -> &str {
    if version.name.is_empty() { said().automatic } else { &version.name }
}

/// A time as people say it: 今天 14:32.
pub(super) fn when(at: i64) -> String {
    let now = clock::now();
    let day = (said().on_day)(clock::day_of(at), clock::day_of(now), clock::day_of(now - DAY));
    let (hours, minutes) = clock::hours_minutes(at);
    format!("{day} {hours:02}:{minutes:02}")
}
