//! The reader: a module of its own in a worker, since any file may be hostile and any text long.

use gaozhi_core::reading::{Reading, Refusal, RepairKind};

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
    let request = [
        ("kind", asked.kind.as_str().into()),
        ("name", asked.name.as_str().into()),
        ("what", asked.what.clone()),
        ("switched", switched.join(" ").into()),
    ];
    worker::ask("gaozhi-reader", &request, PATIENCE, move |answer| {
        let word = |refusal: Refusal| refusal.id().to_owned();
        then(match answer {
            Err(Silence::Unloaded) => Err(word(Refusal::Unloaded)),
            Err(Silence::GaveUp) => Err(word(Refusal::GaveUp)),
            Ok(answer) => {
                let told = |name| worker::part(&answer, name).and_then(|part| part.as_string());
                let error = told("error").unwrap_or_else(|| word(Refusal::GaveUp));
                told("text").and_then(|text| Reading::from_json(&text)).ok_or(error)
            }
        });
    });
}
