//! Taking the report away: one button a format.

use gaozhi_core::export::{Context, FORMATS, Markup, draft_html, draft_stem, file_stem, plain, rich};
use gaozhi_core::report::{Report, compose};
use leptos::prelude::GetUntracked;

use super::live;
use super::notices::{Level, Notices};
use super::{returned, words};
use crate::browser::dom::Control;
use crate::browser::{address, clipboard, clock, dom, files, gb18030, office};
use crate::session::Session;
use crate::store;

/// The style sheet that the preview, the print and the HTML export share.
const CSS: &str = include_str!("../../style/report.css");
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const HTML: &str = "text/html;charset=utf-8";

/// The plain text for systems that read no UTF-8.
const GB18030: &str = "txt-gb18030";
const TEXT: &str = "text/plain;charset=gb18030";

/// The id of the menu.
const MENU: &str = "export-menu";

/// The id of the choice that makes a template of the draft.
const AS_TEMPLATE: &str = "save-as-template";

/// The id of the switch beside Word.
const CARRY: &str = "carry-draft";

/// The id of the choice of a file that came back.
const RETURNED: &str = "returned-file";

/// The choices, most wanted first.
const CHOICES: [&str; 7] = ["docx", "html", "txt", GB18030, "md", "draft-html", "json"];

/// The menu as markup.
pub(super) fn menu(out: &mut Markup) {
    out.raw("<details class=\"export-menu\"").attr("id", MENU);
    out.raw("><summary class=\"button primary\" data-testid=\"export-menu\">").text(words().export);
    out.raw("</summary><div class=\"choices\">");
    for format in CHOICES {
        out.raw("<button type=\"button\" data-testid=\"export\"").attr("data-format", format);
        out.raw(">").text((words().format)(format)).raw("</button>");
        if format == "docx" {
            carry(out);
        }
    }
    out.raw("<hr><label class=\"button\">").text(words().take_back).raw("<input type=\"file\"");
    out.attr("id", RETURNED).attr("data-testid", RETURNED).attr("accept", ".docx,.doc,.wps,.txt");
    out.raw("></label><button type=\"button\"").attr("data-testid", AS_TEMPLATE).attr("id", AS_TEMPLATE);
    out.raw(">").text(words().save_as_template).raw("</button></div></details>");
}

/// The switch beside Word: whether the file carries the draft.
fn carry(out: &mut Markup) {
    out.raw("<label class=\"carry\"><input type=\"checkbox\"").attr("id", CARRY).attr("data-testid", CARRY);
    out.raw(if store::carries() { " checked>" } else { ">" }).text(words().carry_draft);
    out.raw("<small>").text(words().carry_draft_hint).raw("</small></label>");
}

/// Keeps the menu alive.
pub(super) fn follow(session: Session) {
    let notices = Notices::get();
    live::listen(MENU, "click", move |event| {
        if let Some(format) = dom::closest_data(event, "data-format") {
            close();
            take(session, &format, notices);
        }
    });
    live::listen(CARRY, "change", |event| {
        if let Some(control) = Control::target(event) {
            store::set_carries(control.is_ticked());
        }
    });
    live::listen(RETURNED, "change", move |event| {
        if let Some(file) = files::chosen(event) {
            close();
            returned::bring_back(session, file, notices);
        }
    });
    live::listen(AS_TEMPLATE, "click", move |_| {
        close();
        as_template(session, notices);
    });
    live::listen_everywhere("pointerdown", |event| {
        if dom::closest(event, ".export-menu").is_none() {
            close();
        }
    });
}

fn close() {
    if let Some(menu) = dom::by_id(MENU) {
        dom::set_attr(&menu, "open", None);
    }
}

fn take(session: Session, format: &str, notices: Notices) {
    session.flush();
    match format {
        "docx" => docx(session, notices),
        "json" => json(session, notices),
        GB18030 => old_text(session, notices),
        "draft-html" => web_draft(session, notices),
        other => written(session, other, notices),
    }
}

/// The report as it stands, and the name of a file of it.
fn report(session: Session) -> (Report, String) {
    session.with(|draft, _| {
        let mut report = compose(draft);
        super::paper::mark(draft, session.state()).clone_into(&mut report.mark);
        let stem = file_stem(draft, &report, session.state(), words(), clock::today());
        (report, stem)
    })
}

/// How many blanks are open, and how many figures unconfirmed.
type Left = (usize, usize);

fn left(session: Session) -> Left {
    let tally = session.progress.get_untracked();
    (tally.open(), tally.unconfirmed)
}

fn context() -> Context<'static> {
    Context { css: CSS, strings: words() }
}

fn written(session: Session, id: &str, notices: Notices) {
    let Some(format) = FORMATS.iter().find(|format| format.id == id) else { return };
    let (report, stem) = report(session);
    let bytes = (format.render)(&report, &context());
    hand_over(&format!("{stem}.{id}"), format.media, &bytes, left(session), notices);
}

/// The report into the clipboard, with its looks and as plain text.
pub(super) fn copy(session: Session, notices: Notices) {
    let (report, _) = report(session);
    let open = report.open;
    clipboard::copy(rich(&report), plain(&report), move |is_copied| {
        if !is_copied {
            notices.error(words().copy_refused);
        } else if open > 0 {
            notices.info((words().copied_open)(open));
        } else {
            notices.info(words().copied);
        }
    });
}

/// The plain text for old systems: no byte order mark, which they would show.
fn old_text(session: Session, notices: Notices) {
    let (report, stem) = report(session);
    let text = plain(&report).replace('\n', "\r\n");
    let Some((bytes, missing)) = gb18030::encode(&text) else { return notices.error(words().no_gb18030) };
    let is_taken = hand_over(&[&stem, "_GB18030.txt"].concat(), TEXT, &bytes, left(session), notices);
    if is_taken && missing > 0 {
        notices.error((words().missing_in_gb18030)(missing));
    }
}

fn docx(session: Session, notices: Notices) {
    notices.info(words().making_docx);
    let (report, stem) = report(session);
    let (draft, id, left) = (session.json(), session.id(), left(session));
    office::docx(&draft, store::carries(), &report.mark, move |bytes| match bytes {
        Some(bytes) => {
            if hand_over(&format!("{stem}.docx"), DOCX, &bytes, left, notices) {
                store::took(&id);
            }
        }
        None => notices.error(words().docx_failed),
    });
}

/// The draft itself as a file.
pub(crate) fn json(session: Session, notices: Notices) {
    let (_, stem) = report(session);
    let name = format!("{stem}.json");
    if hand_over(&name, "application/json", session.json().as_bytes(), left(session), notices) {
        store::took(&session.id());
    }
}

/// The draft as a web page that anybody can read and this program can open again.
fn web_draft(session: Session, notices: Notices) {
    let json = session.json();
    let (name, page) = session.with(|draft, _| {
        let report = compose(draft);
        let stem = draft_stem(draft, &report, words(), clock::today());
        (stem + ".html", draft_html(draft, &report, &json, &context()))
    });
    if hand_over(&name, HTML, page.as_bytes(), (0, 0), notices) {
        store::took(&session.id());
    }
}

/// Keeps outline and fields as a template of the person's own; the answers stay in the draft.
fn as_template(session: Session, notices: Notices) {
    let template = session.with(|draft, _| draft.to_lasting_template(clock::day_of(session.created())));
    match store::put_template(&clock::fresh_id(), &template).told() {
        Ok(()) => {
            let text = (words().template_saved)(&template.name);
            notices.offer(Level::Info, text, words().show, || address::go("#/"));
        }
        Err(error) => notices.unstored(error),
    }
}

/// Says whether the browser took it.
fn hand_over(name: &str, media: &str, bytes: &[u8], left: Left, notices: Notices) -> bool {
    let is_taken = files::download(name, media, bytes);
    if is_taken {
        notices.info(match left {
            (0, 0) => (words().exported)(name),
            (0, unconfirmed) => (words().exported_unconfirmed)(name, unconfirmed),
            (open, _) => (words().exported_open)(name, open),
        });
    } else {
        notices.error(words().download_refused);
    }
    is_taken
}
