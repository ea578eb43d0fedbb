//! The review as markup. Pure: a reading and what was decided go in, markup comes out.

use gaozhi_core::export::Markup;
use gaozhi_core::field::Kind;
use gaozhi_core::reading::{Found, Repair};

use super::super::design::kind_id;
use super::super::said;
use super::choices::Choices;

/// Rows of the table, or lines of the text, that are laid out as one.
const GROUP: usize = 25;
/// From so many rows on a box offers its other choices only when somebody comes to it.
const MANY: usize = 300;

/// The columns that take something, by their stable names.
pub(super) const COLUMNS: [&str; 5] = ["label", "kind", "unit", "kept", "same"];

/// The id of a row.
pub(super) fn row_id(found: usize) -> String {
    format!("found-{found}")
}

/// The id of a mark in the text.
pub(super) fn mark_id(found: usize) -> String {
    format!("mark-{found}")
}

/// The table: what is certain, then what is suggested.
pub(super) fn table(choices: &Choices) -> Markup {
    let mut out = Markup::new();
    for (certain, title) in [(true, said().certain), (false, said().suggested)] {
        let of_kind = |(_, found): &(usize, &Found)| found.certain == certain;
        let rows: Vec<(usize, &Found)> = choices.reading.found.iter().enumerate().filter(of_kind).collect();
        if rows.is_empty() {
            continue;
        }
        out.raw("<section class=\"found-part\"").attr("data-certain", flag(certain)).raw("><h3>").text(title);
        out.raw(" <small>").text(&(said().places)(rows.len())).raw("</small></h3>");
        out.raw("<div class=\"found columns\" aria-hidden=\"true\">");
        for column in said().columns {
            out.raw("<span>").text(column).raw("</span>");
        }
        out.raw("</div>");
        for group in rows.chunks(GROUP) {
            out.raw("<div class=\"found-group\">");
            for (at, found) in group {
                row(&mut out, choices, *at, found);
            }
            out.raw("</div>");
        }
        out.raw("</section>");
    }
    out
}

fn flag(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

fn row(out: &mut Markup, choices: &Choices, at: usize, found: &Found) {
    let Some(decided) = choices.of(at) else { return };
    let (Some(field), Some(decision)) = (choices.field(decided), choices.decision(decided)) else { return };
    out.raw("<div class=\"found\" role=\"group\" data-testid=\"found-blank\"").attr("id", &row_id(at));
    out.attr("data-row", &at.to_string()).attr("data-literal", &found.literal);
    out.attr("data-kind", field.kind.id()).attr("data-unit", &field.unit);
    out.attr("data-before", &found.before).attr("data-after", &found.after);
    out.attr("data-start", &found.start.to_string()).attr("data-class", found.class.id());
    out.attr("data-certain", flag(found.certain)).attr("data-kept", flag(decision.kept));
    out.attr("aria-label", &[found.before.as_str(), &found.literal, &found.after].concat());
    out.raw("><span class=\"original\">").text(&found.before).raw("<mark>").text(&found.literal);
    out.raw("</mark>").text(&found.after).raw("</span>");
    if !choices.leads(at) {
        // Part of the blank of an earlier row: one date.
        out.raw("<span class=\"part\">").text(&(said().same_as)(&field.label)).raw("</span></div>");
        return;
    }
    let all = choices.reading.found.len() <= MANY;
    let [_, label, kind, unit, kept, same] = said().columns;
    out.raw("<input data-column=\"label\" autocomplete=\"off\" spellcheck=\"false\"");
    out.attr("aria-label", label).attr("value", &field.label);
    out.raw("><select data-column=\"kind\"").attr("aria-label", kind).raw(">");
    kinds(out, field.kind, all);
    out.raw("</select><input data-column=\"unit\" autocomplete=\"off\" spellcheck=\"false\"");
    out.attr("aria-label", unit).attr("value", &field.unit);
    out.raw("><input type=\"checkbox\" data-column=\"kept\"").attr("aria-label", kept);
    out.raw(if decision.kept { " checked>" } else { ">" });
    out.raw("<select data-column=\"same\"").attr("aria-label", same).raw(">");
    sames(out, choices, decided, all);
    out.raw("</select></div>");
}

/// The choices of a kind; without `all`, only the one that stands.
pub(super) fn kinds(out: &mut Markup, chosen: Kind, all: bool) {
    for kind in Kind::ALL.into_iter().filter(|kind| all || *kind == chosen) {
        out.raw("<option").attr("value", kind_id(kind)).raw(if kind == chosen { " selected>" } else { ">" });
        out.text(kind.word()).raw("</option>");
    }
}

/// What a blank may be the same as; without `all`, only what stands.
pub(super) fn sames(out: &mut Markup, choices: &Choices, at: usize, all: bool) {
    let Some(decision) = choices.decision(at) else { return };
    out.raw("<option value=\"\">").text(said().alone).raw("</option>");
    let equals = choices.equals(at);
    for other in equals {
        let (Some(other), Some(field)) = (choices.decision(other), choices.field(other)) else { continue };
        let is_chosen = decision.same.as_ref() == Some(&other.field);
        if all || is_chosen {
            out.raw("<option").attr("value", other.field.as_str());
            out.raw(if is_chosen { " selected>" } else { ">" }).text(&(said().same_as)(&field.label));
            out.raw("</option>");
        }
    }
    if all {
        out.raw("<option value=\"*\">").text(said().join_equal).raw("</option>");
    }
}

/// The whole text, every found blank marked.
pub(super) fn text(choices: &Choices) -> Markup {
    let mut out = Markup::new();
    let mut found = choices.reading.found.iter().enumerate().peekable();
    let mut from = 0;
    for (at, line) in choices.reading.text.split('\n').enumerate() {
        if at % GROUP == 0 {
            out.raw(if at == 0 { "<div class=\"lines\">" } else { "</div><div class=\"lines\">" });
        }
        out.raw("<p>");
        let chars: Vec<(usize, char)> = line.char_indices().collect();
        let byte = |index: usize| chars.get(index).map_or(line.len(), |(byte, _)| *byte);
        let mut done = 0;
        while let Some((number, blank)) = found.next_if(|(_, found)| found.start < from + chars.len()) {
            let begin = blank.start.saturating_sub(from).max(done);
            let end = (begin + blank.literal.chars().count()).min(chars.len());
            out.text(line.get(byte(done)..byte(begin)).unwrap_or_default());
            out.raw("<mark").attr("id", &mark_id(number)).attr("data-found", &number.to_string());
            out.attr("data-state", state(choices, number)).raw(">");
            out.text(line.get(byte(begin)..byte(end)).unwrap_or_default()).raw("</mark>");
            done = end;
        }
        out.text(line.get(byte(done)..).unwrap_or_default()).raw("</p>");
        from += chars.len() + 1;
    }
    out.raw("</div>");
    out
}

/// How a found blank is marked: kept, suggested, or dropped.
pub(super) fn state(choices: &Choices, found: usize) -> &'static str {
    let kept = choices.of(found).and_then(|at| choices.decision(at)).is_some_and(|decision| decision.kept);
    match choices.reading.found.get(found) {
        _ if kept => "kept",
        Some(found) if !found.certain => "suggested",
        Some(_) | None => "dropped",
    }
}

/// What was repaired, and what is offered; `again` says that the text can be read again.
pub(super) fn repairs(repairs: &[Repair], again: bool) -> Markup {
    let mut out = Markup::new();
    if repairs.is_empty() {
        return out;
    }
    out.raw("<h3>").text(said().repairs).raw("</h3><ul>");
    for repair in repairs {
        out.raw("<li data-testid=\"repair\"").attr("data-repair", repair.kind.id());
        out.attr("data-made", flag(repair.made)).raw("><span>").text((said().repair)(repair.kind));
        out.raw("</span><small>").text(&(said().places)(repair.count)).raw("</small><q>");
        out.text(&repair.sample).raw("</q>");
        if again {
            out.raw("<button type=\"button\"").attr("data-switch", repair.kind.id()).raw(">");
            out.text(if repair.made { said().take_back } else { said().do_it }).raw("</button>");
        }
        out.raw("</li>");
    }
    out.raw("</ul>");
    out
}

/// The headings.
pub(super) fn headings(choices: &Choices) -> Markup {
    let mut out = Markup::new();
    if choices.reading.headings.is_empty() {
        return out;
    }
    out.raw("<h3>").text(said().headings).raw("</h3><ul>");
    for heading in &choices.reading.headings {
        let level = heading.level.to_string();
        out.raw("<li data-testid=\"found-heading\"").attr("data-level", &level);
        out.attr("data-title", &heading.title).attr("data-start", &heading.start.to_string()).raw(">");
        out.text(&heading.title).raw("</li>");
    }
    out.raw("</ul>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::reading::{Source, read};

    #[test]
    fn the_text_stands_there_whole_with_its_blanks_marked() {
        let text = "一、甲\n全年讲党课X次，𠮷培训XX人次。\n\n于20XX年XX月XX日。";
        let choices = Choices::new(read(&Source::from_text(text), &[]));
        let html = super::text(&choices).into_string();
        let plain: String = html.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect();
        assert_eq!(plain, choices.reading.text.replace('\n', ""));
        for found in &choices.reading.found {
            assert!(html.contains(&format!("\"kept\">{}</mark>", found.literal)), "{html}");
        }
    }
}
