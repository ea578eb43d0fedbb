//! What is shaped: a draft, a template of one's own, or one that comes with the program, of which
//! a copy is kept from the first change on.

use std::cell::Cell;
use std::collections::BTreeMap;

use gaozhi_core::draft::{Draft, OutlineJson, Stored, to_json};
use gaozhi_core::template::{Template, built_in};

use super::super::super::notices::Notices;
use super::super::super::{fresh, open, session};
use super::super::said;
use crate::browser::storage::StorageError;
use crate::browser::{address, clock};
use crate::route::Route;
use crate::session::Session;
use crate::store;

/// What is shaped.
#[derive(Clone, Copy)]
pub(in super::super) struct Subject {
    pub(super) session: Session,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Draft,
    OwnTemplate,
    BuiltIn,
}

impl Subject {
    /// What the id names: a draft, else a template. Says why there is none.
    pub(in super::super) fn find(id: &str, notices: Notices) -> Result<Self, &'static str> {
        if let Some(template) = store::template(id) {
            return Ok(Self::of(id.to_owned(), template, Kind::OwnTemplate, notices));
        }
        if let Some(template) = built_in(id) {
            notices.info(said().will_copy);
            return Ok(Self::of(clock::fresh_id(), template, Kind::BuiltIn, notices));
        }
        if matches!(store::open(id), store::Opened::Missing) {
            return Err(said().nothing_here);
        }
        let stored = open(id)?;
        let saved = !store::is_unsaved(id);
        Ok(Self { session: session(id.to_owned(), stored, saved), kind: Kind::Draft })
    }

    fn of(id: String, template: Template, kind: Kind, notices: Notices) -> Self {
        let summary = template.summary.clone();
        let now = clock::now();
        let stored = Stored { draft: shown(template), created: now, changed: now };
        let session = session(id, stored, true);
        let is_kept = Cell::new(kind != Kind::BuiltIn);
        session.keep_with(move |session| {
            keep(session, &summary)?;
            if !is_kept.replace(true) {
                address::replace(&Route::design(&session.id()));
                notices.info(said().copied);
            }
            Ok(())
        });
        Self { session, kind }
    }

    /// A new draft of the template, as JSON.
    pub(super) fn begin(self) -> String {
        let Stored { draft, created, changed } = fresh(self.session.with(|draft, _| draft.to_template()));
        to_json(&draft, &OutlineJson::of(&draft), created, changed)
    }
}

/// A template as a draft that shows what a draft of today would show. Its fields stay as they are.
fn shown(template: Template) -> Draft {
    let today = Draft::start(template.clone(), clock::today());
    let dated = |id| today.field(id).map(|field| field.default.clone());
    let answers: BTreeMap<_, _> = template
        .fields
        .iter()
        .filter_map(|field| Some((field.id.clone(), dated(&field.id).filter(|day| *day != field.default)?)))
        .collect();
    Draft::new(template, answers)
}

fn keep(session: Session, summary: &str) -> Result<(), StorageError> {
    let mut template = session.with(|draft, _| draft.to_template());
    summary.clone_into(&mut template.summary);
    store::put_template(&session.id(), &template)
}
