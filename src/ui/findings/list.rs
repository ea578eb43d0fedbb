//! The list: rows of a sheet as the proofreader wrote them, painted as markup. What the rows are is
//! told in the crate `gaozhi-proof`.

use gaozhi_core::export::Markup;

use crate::browser::dom;

/// Stands between the parts of a row.
const PART: char = '\u{1f}';
const BUTTONS: &str = "button, summary";

/// What a finding was told to be.
pub(super) struct Row {
    pub(super) rule: String,
    pub(super) words: String,
    pub(super) goes: String,
    /// The line that puts it away.
    pub(super) line: String,
    pub(super) fix: String,
}

impl Row {
    /// The finding in that row of the sheet.
    pub(super) fn read(sheet: &str, row: usize) -> Option<Self> {
        let mut parts = sheet.lines().nth(row)?.split(PART);
        let mut part = |skipped| parts.nth(skipped).map(str::to_owned);
        let (rule, words, goes) = (part(1)?, part(3)?, part(1)?);
        Some(Self { rule, words, goes, line: part(0)?, fix: part(1)? })
    }
}

/// Paints a sheet into the element of that id. The focus stays where it was in the list, and what was
/// opened stays open.
pub(super) fn paint(list: &'static str, sheet: &str) {
    let Some(list) = dom::by_id(list) else { return };
    let focus = dom::focused();
    let at = dom::all(&list, BUTTONS).iter().position(|button| Some(button) == focus.as_ref());
    let open: Vec<String> =
        dom::all(&list, "[open]").iter().filter_map(|bunch| bunch.get_attribute("data-rule")).collect();
    dom::fill(&list, &markup(sheet));
    for bunch in dom::all(&list, "[data-rule]") {
        let is_open = bunch.tag_name() == "DETAILS"
            && bunch.get_attribute("data-rule").is_some_and(|rule| open.contains(&rule));
        if is_open {
            dom::set_attr(&bunch, "open", Some(""));
        }
    }
    if let Some(at) = at {
        let buttons = dom::all(&list, BUTTONS);
        if let Some(button) = buttons.get(at).or(buttons.last()) {
            dom::focus(button);
        }
    }
}

fn markup(sheet: &str) -> Markup {
    let mut out = Markup::new();
    let mut names = Vec::new();
    for (row, line) in sheet.lines().enumerate() {
        let parts: Vec<&str> = line.split(PART).collect();
        match parts.as_slice() {
            ["words", words @ ..] => names = words.to_vec(),
            ["group", severity, title] => {
                out.raw("<h3").attr("data-severity", severity).raw(">").text(title).raw("</h3>");
            }
            ["bunch", rule, title] => {
                out.raw("<details").attr("data-rule", rule).raw("><summary>").text(title).raw("</summary>");
            }
            ["end"] => {
                out.raw("</details>");
            }
            ["none", sentence] => {
                out.raw("<p class=\"nothing\" role=\"status\">").text(sentence).raw("</p>");
            }
            ["more", label] => button(&mut out, "more", label),
            ["finding", parts @ ..] => finding(&mut out, row, parts, &names),
            _ => {}
        }
    }
    out
}

fn finding(out: &mut Markup, row: usize, parts: &[&str], names: &[&str]) {
    let [rule, severity, sentence, before, words, after, goes, _, state, fix] = parts else { return };
    out.raw("<div class=\"finding\" data-testid=\"finding\"").attr("data-row", &row.to_string());
    out.attr("data-rule", rule).attr("data-severity", severity).raw(">");
    out.raw(if goes.is_empty() { "<p>" } else { "<button type=\"button\" class=\"goes\">" });
    out.raw("<span>").text(sentence).raw("</span>");
    if !words.is_empty() {
        let is_fix = *state == "fix";
        out.raw("<q>").text(before).raw(if is_fix { "<del>" } else { "<mark>" }).text(words);
        out.raw(if is_fix { "</del><ins>" } else { "</mark>" }).text(fix);
        out.raw(if is_fix { "</ins>" } else { "" }).text(after).raw("</q>");
    }
    out.raw(if goes.is_empty() { "</p><div>" } else { "</button><div>" });
    if let [fix, ignore, ignore_rule, bring_back] = names {
        match *state {
            "ignored" => button(out, "back", bring_back),
            state => {
                if state == "fix" {
                    button(out, "fix", fix);
                }
                button(out, "ignore", ignore);
                button(out, "ignore-rule", ignore_rule);
            }
        }
    }
    out.raw("</div></div>");
}

fn button(out: &mut Markup, act: &'static str, label: &str) {
    out.raw("<button type=\"button\"").attr("data-act", act).attr("data-testid", act).raw(">");
    out.text(label).raw("</button>");
}
