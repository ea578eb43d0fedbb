//! What is to be read, and what was read of it. A text is kept until the review ends, so that it
//! survives a reload; a file is not, what was read of it is.

use gaozhi_core::reading::{Reading, Refusal, RepairKind};

use crate::browser::handover::Asked;
use crate::browser::{reader, storage};

/// Where it is kept.
const KEY: &str = "gaozhi/review";
/// The kind of a record that holds what was read of a file.
const READ: &str = "read";

/// A text or file under review.
#[derive(Clone, Debug)]
pub(super) struct Request {
    /// What the person calls it, or empty.
    pub(super) name: String,
    /// What can be read again; a file whose page was reloaded cannot.
    asked: Option<Asked>,
    /// The kinds of repair for which the person wants the other way than the usual one.
    pub(super) switched: Vec<RepairKind>,
    /// What was read.
    pub(super) reading: Reading,
}

impl Request {
    /// Reads; calls `then` with it, or with why nothing was read.
    pub(super) fn read(asked: &Asked, then: impl FnOnce(Result<Self, Refusal>) + 'static) {
        Self::read_with(asked, Vec::new(), then);
    }

    fn read_with(
        asked: &Asked,
        switched: Vec<RepairKind>,
        then: impl FnOnce(Result<Self, Refusal>) + 'static,
    ) {
        let request = asked.clone();
        reader::read(asked, &switched.clone(), move |reading| {
            then(reading.map(|reading| {
                let request = Self { name: request.name.clone(), asked: Some(request), switched, reading };
                request.keep();
                request
            }));
        });
    }

    /// Reads again with that kind of repair made or left the other way.
    pub(super) fn switch(&self, kind: RepairKind, then: impl FnOnce(Result<Self, Refusal>) + 'static) {
        let Some(asked) = self.asked.as_ref() else { return };
        let mut switched = self.switched.clone();
        match switched.iter().position(|other| *other == kind) {
            Some(at) => {
                switched.remove(at);
            }
            None => switched.push(kind),
        }
        Self::read_with(asked, switched, then);
    }

    /// Whether it can be read again.
    pub(super) fn can_switch(&self) -> bool {
        self.asked.is_some()
    }

    /// Keeps it for a reload. Without room for it a reload ends the review; nothing else is lost.
    fn keep(&self) {
        let text = self.asked.as_ref().and_then(|asked| Some((asked.kind.as_str(), asked.as_text()?)));
        let (kind, text) = text.unwrap_or_else(|| (READ, self.reading.to_json()));
        let switched: Vec<&str> = self.switched.iter().map(|kind| kind.id()).collect();
        let name = self.name.replace('\n', " ");
        let _ = storage::set(KEY, &[kind, &name, &switched.join(" "), &text].join("\n"));
    }

    /// Brings back what was under review before a reload.
    pub(super) fn come_back(then: impl FnOnce(Option<Self>) + 'static) {
        let record = storage::get(KEY).unwrap_or_default();
        let mut parts = record.splitn(4, '\n');
        let (Some(kind), Some(name), Some(switched), Some(text)) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return then(None);
        };
        let switched: Vec<RepairKind> = switched.split(' ').filter_map(RepairKind::from_id).collect();
        if kind == READ {
            let reading = Reading::from_json(text);
            return then(reading.map(|reading| Self {
                name: name.to_owned(),
                asked: None,
                switched,
                reading,
            }));
        }
        Self::read_with(&Asked::text(kind, name, text), switched, |read| then(read.ok()));
    }

    /// Forgets what is kept: the review has ended.
    pub(super) fn forget() {
        storage::remove(KEY);
    }
}
