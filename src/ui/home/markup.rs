//! Home as markup, all but what is kept here.

use gaozhi_core::export::Markup;
use gaozhi_core::field::Field;
use gaozhi_core::template::{GALLERY as TEMPLATES, parse};

use super::super::words;
use super::{GALLERY, SHELF, import, rows};

/// Home with an empty list.
pub(super) fn home() -> Markup {
    let mut out = Markup::new();
    out.raw("<main class=\"home\"><header class=\"masthead\"><h1>").text(words().app_name);
    out.raw("</h1><p>").text(words().tagline);
    out.raw("</p></header><section class=\"shelf\"").attr("id", SHELF);
    out.raw("></section><section class=\"gallery\"").attr("id", GALLERY);
    out.raw("><h2>").text(words().gallery).raw("</h2><ul>");
    for built_in in TEMPLATES {
        card(&mut out, built_in.text);
    }
    out.raw("</ul></section>");
    import::section(&mut out);
    out.raw("<footer class=\"privacy\">").text(words().privacy).raw("</footer></main>");
    out
}

/// A template of the gallery.
fn card(out: &mut Markup, text: &str) {
    let (template, _) = parse(text);
    let blanks = template.fields.iter().filter(|field| Field::is_required(field)).count();
    out.raw("<li class=\"card\"><button type=\"button\" data-testid=\"template\"");
    out.attr("data-template", &template.id).attr("data-blanks", &blanks.to_string());
    out.raw("><strong>").text(&template.name).raw("</strong><span>").text(&template.summary);
    out.raw("</span><em>").text(words().start).raw("</em></button>");
    rows::design(out, &template.id);
    out.raw("</li>");
}
