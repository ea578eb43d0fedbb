//! A report that came back changed: asks the designer to show what was changed, and makes in the draft
//! what the person accepted there, as one step of undo.

use std::cell::Cell;

use gaozhi_core::versions::restore_whole;

use super::live;
use super::notices::{Level, Notices};
use super::words;
use crate::browser::handover::{self, ToRead};
use crate::browser::{designer, files, json};
use crate::session::Session;

thread_local! {
    /// What was accepted, until the draft is open.
    static ACCEPTED: Cell<Option<String>> = const { Cell::new(None) };
}

/// Hears what is accepted in the designer.
pub(super) fn follow() {
    live::listen_everywhere(handover::ACCEPTED, |event| ACCEPTED.set(handover::told(event)));
}

/// Lets the designer show what was changed in that file.
pub(super) fn bring_back(session: Session, file: files::File, notices: Notices) {
    session.flush();
    designer::load(move |is_there| {
        if is_there {
            handover::read(&file.name(), ToRead::Returned(file, session.id()));
        } else {
            notices.error(words().designer_missing);
        }
    });
}

/// Makes what was accepted of this draft: its id, how many changes, the draft as JSON, a line each.
pub(super) fn make(session: Session, notices: Notices) {
    let Some(accepted) = ACCEPTED.take() else { return };
    let mut parts = accepted.splitn(3, '\n');
    let (Some(id), Some(count), Some(draft)) = (parts.next(), parts.next(), parts.next()) else { return };
    let Ok(then) = json::draft(draft) else { return };
    if id != session.id() {
        return;
    }
    let edit = session.with(|now, _| restore_whole(now, &then.draft));
    session.edit(edit);
    session.seal();
    notices.offer(Level::Info, (words().accepted)(count), words().undo, move || session.undo());
}
