//! Keeping work outside of this browser: everything as one file and back again, and the line that
//! says when work has been here alone for long.

use std::sync::Arc;

use gaozhi_core::backup::{Plan, write};
use gaozhi_core::draft::Day;
use gaozhi_core::export::Markup;

use super::super::notices::Notices;
use super::super::{live, words};
use super::rows::when;
use super::shelf::List;
use crate::browser::dom::{self, Control};
use crate::browser::{clock, files, reader};
use crate::store;

/// The id of the section.
pub(super) const KEEPING: &str = "keeping";
/// The id of the input that takes a backup.
pub(super) const RESTORE: &str = "restore-file";
/// The id of where the reminder stands.
const REMINDER: &str = "reminder";
const REMIND_AFTER: &str = "remind-after";

/// Where the reminder stands.
pub(super) fn reminder(out: &mut Markup) {
    out.raw("<div class=\"reminder\" role=\"status\"").attr("id", REMINDER).raw("></div>");
}

/// The section of home.
pub(super) fn section(out: &mut Markup) {
    out.raw("<section class=\"keeping\"").attr("id", KEEPING).raw("><h2>").text(words().backup);
    out.raw("</h2><div class=\"ways\">");
    backup_button(out);
    out.raw("<label class=\"button\">").text(words().restore_backup);
    out.raw("<input type=\"file\" accept=\".json\"").attr("id", RESTORE).attr("data-testid", RESTORE);
    out.raw("></label><label>").text(words().remind_after).raw(" <select").attr("id", REMIND_AFTER);
    out.attr("data-testid", REMIND_AFTER).raw(">");
    let set = store::remind_after();
    for days in store::DAYS {
        out.raw("<option").attr("value", &days.to_string());
        out.raw(if days == set { " selected>" } else { ">" }).text(&(words().days)(days)).raw("</option>");
    }
    out.raw("</select></label></div><p>").text(words().backup_hint).raw("</p></section>");
}

fn backup_button(out: &mut Markup) {
    out.raw("<button type=\"button\" class=\"button\" data-testid=\"backup\" data-act=\"backup\">");
    out.text(words().back_up).raw("</button>");
}

/// Keeps all that alive, but for the input, which is one of the ways in.
pub(super) fn follow(list: List) {
    let notices = Notices::get();
    live::follow(move || paint(list));
    for id in [KEEPING, REMINDER] {
        live::listen(id, "click", move |event| match dom::closest_data(event, "data-act").as_deref() {
            Some("backup") => back_up(list, notices),
            Some("later") => {
                store::put_off();
                list.report(Ok(()));
            }
            _ => {}
        });
    }
    live::listen(REMIND_AFTER, "change", move |event| {
        if let Some(control) = Control::target(event) {
            store::set_remind_after(&control.value());
            list.report(Ok(()));
        }
    });
}

/// Shows the reminder, or takes it away.
fn paint(list: List) {
    let Some(root) = dom::by_id(REMINDER) else { return };
    let count = list.with(|shelf| store::long_untaken(&shelf.drafts));
    let mut out = Markup::new();
    if count > 0 {
        out.raw("<p data-testid=\"reminder\"").attr("data-drafts", &count.to_string()).raw(">");
        out.text(&(words().reminder)(count, store::remind_after())).raw("</p>");
        backup_button(&mut out);
        out.raw("<button type=\"button\" class=\"plain\" data-testid=\"later\" data-act=\"later\">");
        out.text(words().dismiss).raw("</button>");
    }
    dom::fill(&root, &out);
}

fn back_up(list: List, notices: Notices) {
    store::everything(move |items| {
        let now = clock::now();
        let Day { year, month, day } = clock::day_of(now);
        let name = (words().backup_file)(&format!("{year:04}{month:02}{day:02}"));
        if files::download(&name, "application/json", write(&items, now).as_bytes()) {
            store::took_all();
            notices.info((words().backed_up)(&name, items.len()));
            list.report(Ok(()));
        } else {
            notices.error(words().download_refused);
        }
    });
}

/// Reads a backup and asks whether to restore it.
pub(super) fn restore(text: String, list: List, notices: Notices) {
    store::everything(move |here| {
        reader::plan(&text, &write(&here, 0), move |plan| match plan {
            Ok(plan) => ask(plan, list, notices),
            Err(word) => notices.error(match word.as_str() {
                "newer" => words().backup_newer,
                "unloaded" => words().designer_missing,
                _ => words().backup_damaged,
            }),
        });
    });
}

fn ask(plan: Plan, list: List, notices: Notices) {
    let Plan { drafts, templates, copies, known, lost, .. } = plan;
    let text = (words().restore_ask)(&when(plan.made), [drafts, templates, copies, known, lost]);
    let act = move || {
        let Day { month, day, .. } = clock::day_of(plan.made);
        let day = format!("{month}-{day}");
        let result = store::carry_out(&plan, &|name| (words().from_backup)(name, &day));
        if result.is_ok() {
            notices.info((words().restored)([drafts, templates, copies, known]));
        }
        list.report(result);
    };
    notices.ask(text, vec![("restore", words().restore_now, Arc::new(act))]);
}
