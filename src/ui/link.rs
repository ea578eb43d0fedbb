//! The draft of a template file that a link names, begun without a review.

use gaozhi_core::template::{is_text_form, parse};

use super::{fresh, session};
use crate::browser::{address, clock, crash, reader};
use crate::route::Route;
use crate::session::Session;
use crate::store::{self, Opened};

/// Why there is no draft.
pub(super) enum Failure {
    /// The file could not be fetched.
    Missing,
    /// It is plain text, and what reads that could not be loaded.
    Unread,
}

/// Calls `then` with the draft of the template file at that path: the one begun before of the same
/// file with the same text, or a new one. The person may have gone somewhere else meanwhile; then
/// nothing is called.
pub(super) fn follow(path: String, then: impl FnOnce(Result<Session, Failure>) + 'static) {
    let here = address::hash();
    address::fetch_text(&path.clone(), move |text| match text {
        _ if address::hash() != here => {}
        None => then(Err(Failure::Missing)),
        Some(text) => open(&path, &text, move |session| {
            if address::hash() == here {
                then(session);
            }
        }),
    });
}

fn open(path: &str, text: &str, then: impl FnOnce(Result<Session, Failure>) + 'static) {
    let id = store::link_id(path, text);
    let (name, text) = (stem(path).to_owned(), text.to_owned());
    if crash::is_feared(&id) {
        // Its own address leads to the safe page.
        return address::go(&Route::fill(&id));
    }
    store::open(&id.clone(), move |opened| match opened {
        Opened::Draft(stored) => {
            let saved = !store::is_unsaved(&id);
            then(Ok(session(id, *stored, saved)));
        }
        Opened::Missing => begin(id, name, &text, then),
        Opened::Damaged | Opened::Newer => begin(clock::fresh_id(), name, &text, then),
    });
}

fn begin(id: String, name: String, text: &str, then: impl FnOnce(Result<Session, Failure>) + 'static) {
    let start = move |text: &str| {
        let (mut template, _) = parse(text);
        if template.name.is_empty() {
            template.name = name;
        }
        session(id, fresh(template), false)
    };
    let text = text.trim_start_matches('\u{feff}');
    if is_text_form(text) {
        then(Ok(start(text)));
    } else {
        reader::template(text, move |template| {
            then(template.map(|text| start(&text)).ok_or(Failure::Unread));
        });
    }
}

/// What a template is called that says no name.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
