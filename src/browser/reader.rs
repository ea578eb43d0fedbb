//! The reader: a module of its own in a worker, since any file may be hostile and any text long.

use gaozhi_core::reading::{Reading, Refusal, RepairKind};
use wasm_bindgen::JsValue;

use super::handover::Asked;
use super::worker::{self, Silence};

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
    ask(&request, move |answer| {
        let read = |text: String| Reading::from_json(&text).ok_or(Refusal::GaveUp);
        then(answer.map_err(|word| Refusal::from_id(&word)).and_then(read));
    });
}

/// Calls `then` with the template of a plain text as a person gets it without a review, in the text
/// form; with nothing where it could not be read.
pub(crate) fn template(text: &str, then: impl FnOnce(Option<String>) + 'static) {
    ask(&[("kind", "template".into()), ("what", text.into())], |answer| then(answer.ok()));
}

/// Calls `then` with the worker's answer, or with the word of a refusal.
fn ask(request: &[(&str, JsValue)], then: impl FnOnce(Result<String, String>) + 'static) {
    worker::ask("gaozhi-reader", request, PATIENCE, move |answer| {
        then(match answer {
            Err(Silence::Unloaded) => Err("unloaded".to_owned()),
            Err(Silence::GaveUp) => Err("gave_up".to_owned()),
            Ok(answer) => {
                let told = |name| worker::part(&answer, name).and_then(|part| part.as_string());
                told("text").ok_or_else(|| told("error").unwrap_or_default())
            }
        });
    });
}
