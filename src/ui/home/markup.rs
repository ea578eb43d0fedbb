//! Home as markup. Pure: what is kept here goes in, markup comes out.

use gaozhi_core::export::Markup;
use gaozhi_core::template::{BuiltIn, GALLERY as TEMPLATES};

use super::super::words;
use super::{FILE, GALLERY, SHELF};
use crate::browser::clock;
use crate::route::Route;
use crate::store::{Row, Shelf};

/// The id of the box for a draft's new name.
pub(super) const NAME: &str = "new-name";

/// All of home but what is kept here.
pub(super) fn home() -> Markup {
    let mut out = Markup::new();
    out.raw("<main class=\"home\"><header class=\"masthead\"><h1>").text(words().app_name);
    out.raw("</h1><p>").text(words().tagline);
    out.raw("</p></header><section class=\"drafts\"").attr("id", SHELF);
    out.raw("></section><section class=\"gallery\"").attr("id", GALLERY);
    out.raw("><h2>").text(words().gallery).raw("</h2><ul>");
    for built_in in TEMPLATES {
        card(&mut out, built_in);
    }
    out.raw("</ul></section><section class=\"open-file\"><label class=\"button\">").text(words().open_file);
    out.raw("<input type=\"file\" data-testid=\"import-file\" accept=\".json,.txt,.md\"").attr("id", FILE);
    out.raw("></label><span>").text(words().open_file_hint);
    out.raw("</span></section><footer class=\"privacy\">").text(words().privacy).raw("</footer></main>");
    out
}

/// A template of the gallery.
fn card(out: &mut Markup, built_in: &BuiltIn) {
    out.raw("<li><button type=\"button\" class=\"card\" data-testid=\"template\"");
    out.attr("data-template", built_in.id).attr("data-blanks", &built_in.blanks.to_string());
    out.raw("><strong>").text(built_in.name).raw("</strong><span>").text(built_in.summary);
    out.raw("</span><em>").text(words().start).raw("</em></button></li>");
}

/// The drafts, the bin, and what could not be read. The draft of the id `renaming` has a box for
/// its new name.
pub(super) fn shelf(shelf: &Shelf, renaming: Option<&str>) -> Markup {
    let mut out = Markup::new();
    out.raw("<h2>").text(words().drafts).raw("</h2>");
    if shelf.drafts.is_empty() {
        out.raw("<p class=\"empty\">").text(words().no_drafts).raw("</p>");
    }
    out.raw("<ul>");
    for row in &shelf.drafts {
        draft(&mut out, row, renaming == Some(row.id.as_str()));
    }
    out.raw("</ul>");
    if !shelf.bin.is_empty() {
        out.raw("<details class=\"bin\"><summary>").text(words().bin);
        out.raw(" (").text(&shelf.bin.len().to_string()).raw(")</summary><ul>");
        for row in &shelf.bin {
            out.raw("<li class=\"row\"").attr("data-kept", &row.id);
            out.raw("><span>").text(&row.name).raw("</span>");
            act(&mut out, &row.id, "restore", words().restore);
            out.raw("</li>");
        }
        out.raw("</ul></details>");
    }
    if !shelf.damaged.is_empty() {
        out.raw("<div class=\"damaged\"><h3>").text(words().damaged);
        out.raw("</h3><p>").text(words().damaged_hint).raw("</p><ul>");
        for id in &shelf.damaged {
            out.raw("<li class=\"row\"").attr("data-kept", id);
            out.raw("><code>").text(id).raw("</code>");
            act(&mut out, id, "damaged-to-file", words().to_file);
            out.raw("</li>");
        }
        out.raw("</ul></div>");
    }
    out
}

fn draft(out: &mut Markup, row: &Row, renaming: bool) {
    out.raw("<li class=\"row\" data-testid=\"draft\"").attr("data-draft", &row.id);
    out.attr("data-kept", &row.id).raw(">");
    if renaming {
        out.raw("<input class=\"name\"").attr("id", NAME).attr("aria-label", words().rename_ask);
        out.attr("value", &row.name).raw(">");
    } else {
        out.raw("<a").attr("href", &Route::fill(&row.id)).raw(">").text(&row.name).raw("</a>");
    }
    out.raw("<span class=\"progress\">").text(&(words().filled_of)(row.filled, row.total));
    let (day, (hours, minutes)) = (clock::day_of(row.changed).printed(), clock::hours_minutes(row.changed));
    out.raw("</span><time>").text(&format!("{day} {hours:02}:{minutes:02}"));
    out.raw("</time><span class=\"acts\">");
    act(out, &row.id, "rename", words().rename);
    act(out, &row.id, "duplicate", words().duplicate);
    act(out, &row.id, "to-file", words().to_file);
    act(out, &row.id, "delete", words().delete);
    out.raw("</span></li>");
}

/// A button of a row. Its id is the same at the next painting, so that the focus can come back.
fn act(out: &mut Markup, row: &str, act: &'static str, label: &str) {
    out.raw("<button type=\"button\" class=\"plain\"").attr("id", &[act, row].join(":"));
    out.attr("data-testid", act).attr("data-act", act).raw(">").text(label).raw("</button>");
}
