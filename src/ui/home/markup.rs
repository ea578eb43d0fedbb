//! Home as markup, all but what is kept here.

use gaozhi_core::export::Markup;
use gaozhi_core::template::{BuiltIn, GALLERY as TEMPLATES};

use super::super::words;
use super::{GALLERY, SHELF, import, keeping, rows};

/// Home with an empty list.
pub(super) fn home() -> Markup {
    let mut out = Markup::new();
    out.raw("<main class=\"home\"><header class=\"masthead\"><h1>").text(words().app_name);
    out.raw("</h1><p>").text(words().tagline);
    out.raw("</p></header>");
    keeping::reminder(&mut out);
    out.raw("<section class=\"shelf\"").attr("id", SHELF);
    out.raw("></section><section class=\"gallery\"").attr("id", GALLERY);
    out.raw("><h2>").text(words().gallery).raw("</h2><ul>");
    for built_in in TEMPLATES {
        card(&mut out, built_in);
    }
    out.raw("</ul></section>");
    import::section(&mut out);
    keeping::section(&mut out);
    out.raw("<footer class=\"privacy\">").text(words().privacy).raw("</footer></main>");
    out
}

/// A template of the gallery.
fn card(out: &mut Markup, built_in: &BuiltIn) {
    out.raw("<li class=\"card\"><button type=\"button\" data-testid=\"template\"");
    out.attr("data-template", built_in.id).attr("data-blanks", &built_in.blanks.to_string());
    out.raw("><strong>").text(built_in.name).raw("</strong><span>").text(built_in.summary);
    out.raw("</span><em>").text(words().start).raw("</em></button>");
    rows::design(out, built_in.id);
    out.raw("</li>");
}
