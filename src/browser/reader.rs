//! The reader: a module of its own in a worker, since any file may be hostile and any text long.

use std::cell::Cell;

use gaozhi_core::backup::Plan;
use gaozhi_core::reading::{Reading, Refusal, RepairKind};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{File, Worker};

use super::handover::Asked;
use super::worker::{self, Silence};
use super::{dom, json};

const MODULE: &str = "gaozhi-reader";
/// How long the worker may take, in milliseconds: 20 MB of text take a few seconds.
const PATIENCE: u64 = 30_000;

/// Calls `then` with what was read, or with why nothing was.
pub(crate) fn read(
    asked: &Asked,
    switched: &[RepairKind],
    then: impl FnOnce(Result<Reading, Refusal>) + 'static,
) {
    let switched: Vec<&str> = switched.iter().map(|kind| kind.id()).collect();
    let request = [
        ("kind", asked.kind.as_str().into()),
        ("name", asked.name.as_str().into()),
        ("what", asked.what.clone()),
        ("switched", switched.join(" ").into()),
    ];
    worker::ask(MODULE, &request, PATIENCE, move |answer| {
        let read = |text: String| Reading::from_json(&text).ok_or(Refusal::GaveUp);
        then(told(answer).map_err(|word| Refusal::from_id(&word)).and_then(read));
    });
}

/// Calls `then` with what came back in a file, as `reader/src/returned.rs` lists it: the draft
/// that it carries, or empty, and its paragraphs; or with why nothing was read.
pub(crate) fn returned(asked: &Asked, then: impl FnOnce(Result<Vec<String>, Refusal>) + 'static) {
    let request =
        [("kind", "returned".into()), ("name", asked.name.as_str().into()), ("what", asked.what.clone())];
    worker::ask(MODULE, &request, PATIENCE, move |answer| {
        let texts = |text: String| json::texts(&text).ok_or(Refusal::GaveUp);
        then(told(answer).map_err(|word| Refusal::from_id(&word)).and_then(texts));
    });
}

/// Calls `then` with the page setup that a Word file was made with, in its text form, or with why
/// nothing was learned.
pub(crate) fn habits(file: &File, then: impl FnOnce(Result<String, Refusal>) + 'static) {
    let request = [("kind", "habits".into()), ("name", file.name().into()), ("what", file.into())];
    worker::ask(MODULE, &request, PATIENCE, move |answer| {
        then(told(answer).map_err(|word| Refusal::from_id(&word)));
    });
}

thread_local! {
    /// Reads the plain texts that links name: files of the site, so it may stay for the next.
    static KEPT: Cell<Option<Worker>> = const { Cell::new(None) };
}

/// Calls `then` with the template of a plain text as a person gets it without a review, in the text
/// form; with nothing where it could not be read.
pub(crate) fn template(text: &str, then: impl FnOnce(Option<String>) + 'static) {
    let Some(worker) = KEPT.take().or_else(early).or_else(|| worker::hire(MODULE).ok()) else {
        return then(None);
    };
    let request = [("kind", "template".into()), ("what", text.into())];
    worker::ask_kept(&worker, &request, PATIENCE, |worker, answer| {
        match answer {
            Ok(_) => KEPT.set(Some(worker.clone())),
            Err(_) => worker.terminate(),
        }
        then(told(answer).ok());
    });
}

/// Calls `then` with what restoring a backup keeps beside what is `here`, a backup too; or with the
/// word that says why nothing does: `newer`, `damaged`, `unloaded` or `gave_up`.
pub(crate) fn plan(text: &str, here: &str, then: impl FnOnce(Result<Plan, String>) + 'static) {
    let request = [("kind", "backup".into()), ("what", text.into()), ("here", here.into())];
    worker::ask(MODULE, &request, PATIENCE, move |answer| {
        let plan = |text: String| json::texts(&text).and_then(Plan::from_texts).ok_or_else(String::new);
        then(told(answer).and_then(plan));
    });
}

/// The worker that the page started while the app was on its way, see `index.html`.
fn early() -> Option<Worker> {
    dom::take_global("gaozhiReader")?.dyn_into().ok()
}

/// What a worker said, or the word of a refusal.
fn told(answer: Result<JsValue, Silence>) -> Result<String, String> {
    match answer {
        Err(Silence::Unloaded) => Err("unloaded".to_owned()),
        Err(Silence::GaveUp) => Err("gave_up".to_owned()),
        Ok(answer) => {
            let part = |name| worker::part(&answer, name).and_then(|part| part.as_string());
            part("text").ok_or_else(|| part("error").unwrap_or_default())
        }
    }
}
