//! How the open draft is kept, and whose turn it is to write it.

use gaozhi_core::draft::{Edit, OutlineJson, to_json};
use gaozhi_core::versions::{due, restore_whole};
use leptos::prelude::*;

use super::{SaveState, Session, Tally};
use crate::browser::clock;
use crate::browser::storage::StorageError;
use crate::store::{self, Opened, Version};

impl Session {
    /// Lets another window write from now on; what was typed here is kept first.
    pub(crate) fn give_way(self) {
        self.flush();
        self.is_following.set(true);
    }

    /// It is this window's turn to write, after all that was written elsewhere.
    pub(crate) fn take_turn(self) {
        if self.is_following.get_untracked() {
            self.catch_up(move || self.is_following.set(false));
        }
    }

    /// Shows what another window wrote, then calls `then`. What was typed here and is not kept yet
    /// goes first.
    pub(crate) fn catch_up(self, then: impl FnOnce() + 'static) {
        if self.is_pending() {
            return then();
        }
        store::open(&self.id(), move |opened| {
            // The draft may be closed by then.
            let Some(work) = self.work.try_get_value() else { return };
            if let Opened::Draft(stored) = opened {
                let edit = {
                    let now = &work.borrow().draft;
                    let name = Edit::Rename(stored.draft.name().to_owned());
                    Edit::All(vec![restore_whole(now, &stored.draft), name])
                };
                self.follow(edit);
            }
            then();
        });
    }

    fn is_pending(self) -> bool {
        self.autosave.try_get_value().flatten().is_some_and(|autosave| autosave.is_pending())
    }

    /// The draft as its file.
    pub(crate) fn json(self) -> String {
        let work = self.work();
        let mut work = work.borrow_mut();
        let outline = match work.outline.take() {
            Some(outline) => outline,
            None => OutlineJson::of(&work.draft),
        };
        let json = to_json(&work.draft, &outline, work.created, clock::now());
        work.outline = Some(outline);
        json
    }

    /// Keeps it in storage now.
    pub(crate) fn save(self) {
        let kept = match self.keeper.get_value() {
            Some(keep) => keep(self),
            None => {
                let (id, json, Tally { filled, total, .. }) =
                    (self.id(), self.json(), self.progress.get_untracked());
                self.keep_versions(&json);
                store::save(&id, self.name.get_untracked(), (filled, total), json)
            }
        };
        let work = self.work();
        let turn = {
            let mut work = work.borrow_mut();
            work.saves += 1;
            work.saves
        };
        // The draft may be closed by then, or kept once more.
        kept.then(move |result| {
            if work.borrow().saves == turn {
                self.saved(result);
            }
        });
    }

    /// Keeps a version: of what it was before the first change, then from time to time.
    fn keep_versions(self, json: &str) {
        let now = clock::now();
        let last = {
            let work = self.work();
            let mut work = work.borrow_mut();
            if !due(work.version_at, now, true) {
                return;
            }
            work.version_at.replace(now)
        };
        match last {
            None => store::keep_version_before(&self.id()),
            // One that cannot be kept is tried again with the next.
            Some(_) => self.keep_version(String::new(), json.to_owned(), drop),
        }
    }

    /// Keeps the draft as it is as a version, and calls `then` with what came of it.
    pub(crate) fn keep_version(
        self,
        name: String,
        json: String,
        then: impl FnOnce(Result<(), StorageError>) + 'static,
    ) {
        let Tally { filled, total, .. } = self.progress.get_untracked();
        let version = Version { at: clock::now(), name, tally: (filled, total) };
        self.work().borrow_mut().version_at = Some(version.at);
        store::keep_version(&self.id(), version, json, then);
    }

    fn saved(self, result: Result<(), StorageError>) {
        let Some(before) = self.save_state.try_get_untracked() else { return };
        match result {
            Ok(()) if self.is_pending() => {}
            Ok(()) => self.save_state.set(SaveState::Saved(clock::now())),
            Err(error) => {
                self.save_state.set(SaveState::Failed(error));
                if !matches!(before, SaveState::Failed(_)) {
                    self.retry();
                }
            }
        }
    }

    /// Tries again every few seconds until there is room, or the draft is closed.
    fn retry(self) {
        clock::after(3000, move || {
            if matches!(self.save_state.try_get_untracked(), Some(SaveState::Failed(_))) {
                self.save();
                self.retry();
            }
        });
    }

    /// Keeps what is pending at once: the page may be going away.
    pub(crate) fn flush(self) {
        if let Some(autosave) = self.autosave.get_value() {
            autosave.flush();
        }
    }
}
