//! What is shaped: a draft, a template of one's own, or one that comes with the program, of which
//! a copy is kept from the first change on.

use std::cell::Cell;
use std::collections::BTreeMap;

use gaozhi_core::draft::{Draft, OutlineJson, Stored, to_json};
use gaozhi_core::template::{GALLERY, Template};

use super::super::super::notices::Notices;
use super::super::super::{fresh, open, session, words};
use super::super::said;
use crate::browser::{address, clock};
use crate::gallery;
use crate::route::Route;
use crate::session::Session;
use crate::store::{self, Kept};

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
    /// Calls `then` with what the id names: a draft, else a template; or with why there is none.
    pub(in super::super) fn find(
        id: &str,
        notices: Notices,
        then: impl FnOnce(Result<Self, &'static str>) + 'static,
    ) {
        if let Some(template) = store::template(id) {
            return then(Ok(Self::of(id.to_owned(), template, Kind::OwnTemplate, notices)));
        }
        if GALLERY.iter().any(|built_in| built_in.id == id) {
            return gallery::template(id, move |template| {
                then(template.ok_or(words().gallery_missing).map(|template| {
                    notices.info(said().will_copy);
                    Self::of(clock::fresh_id(), template, Kind::BuiltIn, notices)
                }));
            });
        }
        let id = id.to_owned();
        open(&id.clone(), move |opened| {
            let opened = opened
                .map_err(|reason| if reason == words().not_here { said().nothing_here } else { reason });
            then(opened.map(|stored| {
                let saved = !store::is_unsaved(&id);
                Self { session: session(id, stored, saved), kind: Kind::Draft }
            }));
        });
    }

    fn of(id: String, template: Template, kind: Kind, notices: Notices) -> Self {
        let summary = template.summary.clone();
        let now = clock::now();
        let stored = Stored { draft: shown(template), created: now, changed: now };
        let session = session(id, stored, true);
        let is_kept = Cell::new(kind != Kind::BuiltIn);
        session.keep_with(move |session| {
            let kept = keep(session, &summary);
            if kept.is_stored() && !is_kept.replace(true) {
                notices.info(said().copied);
                // The person may be on the way to somewhere else.
                if matches!(Route::parse(&address::hash()), Route::Design(_)) {
                    address::replace(&Route::design(&session.id()));
                }
            }
            kept
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
    let mut answers = BTreeMap::new();
    for field in &template.fields {
        if let Some(day) = dated(&field.id).filter(|day| *day != field.default) {
            answers.insert(field.id.clone(), day);
        }
    }
    Draft::new(template, answers)
}

fn keep(session: Session, summary: &str) -> Kept {
    let mut template = session.with(|draft, _| draft.to_template());
    summary.clone_into(&mut template.summary);
    store::put_template(&session.id(), &template)
}
