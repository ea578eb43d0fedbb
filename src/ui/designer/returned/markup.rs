//! The changes of a report that came back, each as it was and as it is now.

use gaozhi_core::export::Markup;

use super::super::super::{toolbar, words};
use super::super::said;
use super::{ALL, APPLY, AT, CHOICE, COUNT, DONE, LIST};

/// Stands between the parts of a row, as in the module that aligns.
const PART: char = '\u{1f}';

/// The bar above.
pub(super) fn bar(name: &str) -> Markup {
    let mut out = Markup::new();
    out.raw("<header class=\"toolbar\"><a class=\"home-link\" href=\"#/\"").attr("title", words().home);
    out.raw(">").text(words().app_name).raw("</a><strong class=\"returned-name\">").text(name);
    out.raw("</strong><span class=\"spring\"></span>");
    toolbar::button(&mut out, "", DONE, said().back_to_fill);
    out.raw("</header>");
    out
}

/// Where the changes stand.
pub(super) fn place() -> Markup {
    let mut out = Markup::new();
    out.raw("<main class=\"returned-pane\"><header class=\"returned-head\"><h2>").text(said().returned);
    out.raw("</h2><p role=\"status\" data-testid=\"returned-count\"").attr("id", COUNT);
    out.raw("></p><p class=\"hint\">").text(said().returned_hint).raw("</p><div class=\"acts\">");
    toolbar::button(&mut out, "", ALL, said().accept_all);
    toolbar::button(&mut out, "primary", APPLY, &(said().apply)(0));
    out.raw("</div></header><div class=\"returned-list\" aria-busy=\"true\"").attr("id", LIST);
    out.raw("></div></main>");
    out
}

/// The changes, a line each, and how many there are.
pub(super) fn changes(rows: &str) -> (Markup, usize) {
    let mut out = Markup::new();
    let mut count = 0;
    for (at, row) in rows.lines().enumerate() {
        let mut parts = row.split(PART);
        let (Some(kind), Some(label)) = (parts.next(), parts.next()) else { continue };
        let words: Vec<&str> = parts.collect();
        one(&mut out, at, kind, label, &words);
        count += 1;
    }
    (out, count)
}

fn one(out: &mut Markup, at: usize, kind: &str, label: &str, words: &[&str]) {
    let title = (said().returned_kind)(kind);
    out.raw("<section class=\"returned-change\" data-testid=\"returned-change\"").attr("data-change", kind);
    out.attr(AT, &at.to_string()).raw("><h3>").text(title);
    if !label.is_empty() {
        out.raw("<span>").text(label).raw("</span>");
    }
    out.raw("</h3>");
    side(out, said().before, words, ("-", "<del>", "</del>"));
    side(out, said().after, words, ("+", "<ins>", "</ins>"));
    out.raw("<div class=\"choice\" role=\"group\"").attr("aria-label", title).raw(">");
    for (choice, hook, label) in
        [("accept", "returned-accept", said().accept), ("leave", "returned-leave", said().leave)]
    {
        out.raw("<button type=\"button\" aria-pressed=\"false\"").attr(CHOICE, choice);
        out.attr("data-testid", hook).raw(">").text(label).raw("</button>");
    }
    out.raw("</div></section>");
}

/// What stands in both and what stands on this side alone.
fn side(
    out: &mut Markup,
    name: &str,
    words: &[&str],
    (own, open, close): (&str, &'static str, &'static str),
) {
    out.raw("<div class=\"side\"><h4>").text(name).raw("</h4><p>");
    let mut is_empty = true;
    for pair in words.chunks_exact(2) {
        let [sign, text] = pair else { continue };
        if *sign == own {
            out.raw(open).text(text).raw(close);
        } else if *sign == "=" {
            out.text(text);
        } else {
            continue;
        }
        is_empty = false;
    }
    out.raw(if is_empty { "<span aria-hidden=\"true\">—</span></p></div>" } else { "</p></div>" });
}
