//! Taking the report away: one button a format.

use gaozhi_core::draft::Draft;
use gaozhi_core::export::{Context, FORMATS, file_stem};
use gaozhi_core::report::{Report, compose};
use leptos::prelude::*;

use super::fill::Desk;
use super::notices::Notices;
use super::words;
use crate::browser::{clock, files, office};
use crate::session::Session;

/// The style sheet that the preview, the print and the HTML export share.
const CSS: &str = include_str!("../../style/report.css");
const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The choices, most wanted first.
const CHOICES: [&str; 5] = ["docx", "html", "txt", "md", "json"];

#[component]
pub(crate) fn ExportMenu() -> impl IntoView {
    let session = Desk::get().session;
    let notices = Notices::get();
    let menu = NodeRef::<leptos::html::Details>::new();
    let take = move |format: &'static str| {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
        session.flush();
        match format {
            "docx" => docx(session, notices),
            "json" => json(session),
            other => written(session, other, notices),
        }
    };
    let close = window_event_listener(leptos::ev::pointerdown, move |event| {
        if let Some(menu) = menu.get_untracked().filter(|menu| menu.open())
            && crate::browser::dom::closest(&event, ".export-menu").is_none()
        {
            menu.set_open(false);
        }
    });
    on_cleanup(move || close.remove());
    view! {
        <details class="export-menu" node_ref=menu>
            <summary class="button primary" data-testid="export-menu">{words().export}</summary>
            <div class="choices">
                {CHOICES.map(|format| view! {
                    <button type="button" data-testid="export" data-format=format on:click=move |_| take(format)>
                        {(words().format)(format)}
                    </button>
                })}
            </div>
        </details>
    }
}

/// The report as it stands, and the name of a file of it.
fn report(draft: &Draft) -> (Report, String) {
    let report = compose(draft);
    let stem = file_stem(draft, &report, words(), clock::today());
    (report, stem)
}

fn written(session: Session, id: &str, notices: Notices) {
    let Some(format) = FORMATS.iter().find(|format| format.id == id) else { return };
    let (report, stem) = session.with(|draft, _| report(draft));
    let bytes = (format.render)(&report, &Context { css: CSS, strings: words() });
    hand_over(&format!("{stem}.{id}"), format.media, &bytes, report.open, notices);
}

fn docx(session: Session, notices: Notices) {
    notices.info(words().making_docx);
    let (report, stem) = session.with(|draft, _| report(draft));
    let draft = session.json();
    leptos::task::spawn_local(async move {
        match office::docx(&draft).await {
            Ok(bytes) => hand_over(&format!("{stem}.docx"), DOCX, &bytes, report.open, notices),
            Err(_) => notices.error(words().docx_failed),
        }
    });
}

/// The draft itself as a file.
pub(crate) fn json(session: Session) {
    let (_, stem) = session.with(|draft, _| report(draft));
    files::download(&format!("{stem}.json"), "application/json", session.json().as_bytes());
}

fn hand_over(name: &str, media: &str, bytes: &[u8], open: usize, notices: Notices) {
    files::download(name, media, bytes);
    notices.info(if open > 0 { (words().exported_open)(name, open) } else { (words().exported)(name) });
}
