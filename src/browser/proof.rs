//! The proofreader: a module of its own in a worker, which lives as long as its list is open.

use web_sys::Worker;

use super::worker;

/// How long the worker may take, in milliseconds: a report of a million characters takes seconds.
const PATIENCE: u64 = 30_000;

/// A worker that proofreads. It ends when this is dropped.
pub(crate) struct Proofreader(Worker);

impl Proofreader {
    /// A new one; nothing where it cannot be had.
    pub(crate) fn hire() -> Option<Self> {
        worker::hire("gaozhi-proof").ok().map(Self)
    }

    /// Calls `then` with the sheet of findings in a draft (as JSON); with nothing where the module
    /// could not be loaded or gave up.
    pub(crate) fn check(
        &self,
        draft: &str,
        id: &str,
        ignored: &str,
        shown: &str,
        then: impl FnOnce(Option<String>) + 'static,
    ) {
        let request = [("draft", draft), ("id", id), ("ignored", ignored), ("shown", shown)];
        let request = request.map(|(name, text)| (name, text.into()));
        worker::ask_kept(&self.0, &request, PATIENCE, |_, answer| {
            let text = answer.ok().and_then(|answer| worker::part(&answer, "text"));
            then(text.and_then(|text| text.as_string()));
        });
    }
}

impl Drop for Proofreader {
    fn drop(&mut self) {
        self.0.terminate();
    }
}
