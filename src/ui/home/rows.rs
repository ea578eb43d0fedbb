//! What is kept here as markup. Pure: the shelf goes in, markup comes out.

use gaozhi_core::export::Markup;

use super::super::words;
use crate::browser::clock;
use crate::route::Route;
use crate::store::{Row, Shelf, TemplateRow};

/// The id of the box for a new name.
pub(super) const NAME: &str = "new-name";

/// The id of the button that begins a draft of a template.
pub(super) fn start_id(template: &str) -> String {
    ["start:", template].concat()
}

/// The drafts, the templates, the bin, and what could not be read. What has the id `renaming` has a
/// box for its new name.
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
    if !shelf.templates.is_empty() {
        out.raw("<h2>").text(words().my_templates).raw("</h2><ul>");
        for row in &shelf.templates {
            template(&mut out, row, renaming == Some(row.id.as_str()));
        }
        out.raw("</ul>");
    }
    bin(&mut out, shelf);
    damaged(&mut out, &shelf.damaged);
    out
}

fn bin(out: &mut Markup, shelf: &Shelf) {
    let count = shelf.bin.len() + shelf.template_bin.len();
    if count == 0 {
        return;
    }
    out.raw("<details class=\"bin\"><summary>").text(words().bin);
    out.raw(" (").text(&count.to_string()).raw(")</summary><ul>");
    let drafts = shelf.bin.iter().map(|row| (&row.id, &row.name, ""));
    let templates = shelf.template_bin.iter().map(|row| (&row.id, &row.name, words().gallery));
    for (id, name, kind) in drafts.chain(templates) {
        out.raw("<li class=\"row\"").attr("data-kept", id).raw("><span>").text(named(name));
        out.raw(" <small>").text(kind).raw("</small></span>");
        out.raw("<span class=\"acts\">");
        act(out, id, "restore", words().restore);
        act(out, id, "purge", words().purge);
        out.raw("</span></li>");
    }
    out.raw("</ul>");
    act(out, "bin", "empty-bin", words().empty_bin);
    out.raw("</details>");
}

fn damaged(out: &mut Markup, damaged: &[String]) {
    if damaged.is_empty() {
        return;
    }
    out.raw("<div class=\"damaged\"><h3>").text(words().damaged);
    out.raw("</h3><p>").text(words().damaged_hint).raw("</p><ul>");
    for id in damaged {
        out.raw("<li class=\"row\"").attr("data-kept", id);
        out.raw("><code>").text(id).raw("</code>");
        act(out, id, "damaged-to-file", words().to_file);
        out.raw("</li>");
    }
    out.raw("</ul></div>");
}

fn draft(out: &mut Markup, row: &Row, renaming: bool) {
    out.raw("<li class=\"row\" data-testid=\"draft\"").attr("data-draft", &row.id);
    out.attr("data-kept", &row.id).raw(">");
    if renaming {
        name_box(out, &row.name, words().rename_ask);
    } else {
        out.raw("<a class=\"name\" data-testid=\"open\"")
            .attr("href", &Route::fill(&row.id))
            .raw(">")
            .text(&row.name)
            .raw("</a>");
    }
    facts(out, &(words().filled_of)(row.filled, row.total), row.changed);
    design(out, &row.id);
    act(out, &row.id, "rename", words().rename);
    act(out, &row.id, "duplicate", words().duplicate);
    act(out, &row.id, "to-file", words().to_file);
    act(out, &row.id, "delete", words().delete);
    out.raw("</span></li>");
}

fn template(out: &mut Markup, row: &TemplateRow, renaming: bool) {
    out.raw("<li class=\"row own\" data-testid=\"own-template\"").attr("data-kept", &row.id);
    if row.pinned {
        out.raw(" data-pinned");
    }
    out.raw(">");
    if renaming {
        name_box(out, &row.name, words().template_rename_ask);
    } else {
        out.raw("<button type=\"button\" class=\"name\" data-act=\"start\" data-testid=\"template\"");
        out.attr("id", &start_id(&row.id)).attr("data-template", &row.id).attr("title", words().start);
        out.attr("data-blanks", &row.blanks.to_string()).raw(">").text(named(&row.name));
        out.raw(" <small>").text(&row.summary).raw("</small></button>");
    }
    facts(out, &(words().blanks)(row.blanks), row.changed);
    design(out, &row.id);
    act(out, &row.id, "rename", words().rename);
    act(out, &row.id, "duplicate", words().duplicate);
    act(out, &row.id, "pin", if row.pinned { words().unpin } else { words().pin });
    act(out, &row.id, "to-file", words().to_file);
    act(out, &row.id, "delete", words().delete);
    out.raw("</span></li>");
}

/// What a template is called on the screen.
pub(super) fn named(name: &str) -> &str {
    if name.is_empty() { words().untitled } else { name }
}

fn name_box(out: &mut Markup, name: &str, label: &str) {
    out.raw("<input class=\"name\"").attr("id", NAME).attr("aria-label", label).attr("value", name).raw(">");
}

/// How far it is and when it was changed; then the tools begin.
fn facts(out: &mut Markup, extent: &str, changed: i64) {
    out.raw("<span class=\"progress\">").text(extent);
    out.raw("</span><time>").text(&when(changed));
    out.raw("</time><span class=\"acts\">");
}

/// Local day and time.
pub(super) fn when(at: i64) -> String {
    let (day, (hours, minutes)) = (clock::day_of(at).printed(), clock::hours_minutes(at));
    format!("{day} {hours:02}:{minutes:02}")
}

/// The way to the designer.
pub(super) fn design(out: &mut Markup, id: &str) {
    out.raw("<a class=\"button plain\" data-testid=\"design\"").attr("href", &Route::design(id)).raw(">");
    out.text(words().design).raw("</a>");
}

/// A button of a row. Its id is the same at the next painting, so that the focus can come back.
fn act(out: &mut Markup, row: &str, act: &'static str, label: &str) {
    out.raw("<button type=\"button\" class=\"plain\"").attr("id", &[act, row].join(":"));
    out.attr("data-testid", act).attr("data-act", act).raw(">").text(label).raw("</button>");
}
