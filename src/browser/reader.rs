//! The reader: a module of its own in a worker, since any file may be hostile and any text long.

use gaozhi_core::reading::{Reading, Refusal, RepairKind};

use wasm_bindgen::JsValue;

use super::handover::Asked;
use super::worker::{self, Silence};

/// How long the worker may take, in milliseconds: 20 MB of text take a few seconds.
const PATIENCE: u64 = 30_000;

/// Calls `then` with what was read, or with a word that says why nothing was.
pub(crate) fn read(
    asked: &Asked,
    switched: &[RepairKind],
    then: impl FnOnce(Result<Reading, String>) + 'static,
) {
    let switched: Vec<&str> = switched.iter().map(|kind| kind.id()).collect();
    let (kind, name) = (asked.kind.as_str(), asked.name.as_str());
    ask(kind, name, &asked.what, &switched.join(" "), move |text| {
        then(
            text.and_then(|text| Reading::from_json(&text).ok_or(Refusal::GaveUp))
                .map_err(|refusal| refusal.id().to_owned()),
        );
    });
}

/// Calls `then` with the template of a plain text as a person gets it without a review, in the text
/// form; with nothing where the module could not be loaded or gave up.
pub(crate) fn template(text: &str, then: impl FnOnce(Option<String>) + 'static) {
    ask("template", "", &text.into(), "", move |text| then(text.ok()));
}

/// Asks the worker for a text.
fn ask(
    kind: &str,
    name: &str,
    what: &JsValue,
    switched: &str,
    then: impl FnOnce(Result<String, Refusal>) + 'static,
) {
    let request =
        [("kind", kind.into()), ("name", name.into()), ("what", what.clone()), ("switched", switched.into())];
    worker::ask("gaozhi-reader", &request, PATIENCE, move |answer| {
        then(match answer {
            Err(Silence::Unloaded) => Err(Refusal::Unloaded),
            Err(Silence::GaveUp) => Err(Refusal::GaveUp),
            Ok(answer) => {
                let told = |name| worker::part(&answer, name).and_then(|part| part.as_string());
                told("text").ok_or_else(|| Refusal::from_id(&told("error").unwrap_or_default()))
            }
        });
    });
}
