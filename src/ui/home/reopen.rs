//! A draft that comes back as a file. What is here is replaced only when the person says so.

use std::sync::Arc;

use gaozhi_core::draft::Stored;

use super::super::notices::Notices;
use super::super::words;
use super::rows::when;
use crate::browser::address;
use crate::route::Route;
use crate::store;

/// Opens it; asks first where another state of the same draft is here.
pub(super) fn open(file: Stored, notices: Notices) {
    store::counterpart(file.clone(), move |found| match found {
        None => go(&store::add_from_file(&file)),
        Some((id, here)) if here.draft == file.draft => {
            notices.info(words().same_draft);
            go(&id);
        }
        Some((id, here)) => ask(id, here, file, notices),
    });
}

fn ask(id: String, here: Stored, file: Stored, notices: Notices) {
    let text = (words().other_draft)(file.draft.name(), &when(here.changed), &when(file.changed));
    let file = Arc::new(file);
    let beside = Arc::clone(&file);
    let replace = move || {
        match store::replace(&id, &here, &file) {
            Ok(()) => notices.info(words().replaced),
            Err(error) => notices.unstored(error),
        }
        go(&id);
    };
    notices.ask(
        text,
        vec![
            ("keep-both", words().keep_both, Arc::new(move || go(&store::add_from_file(&beside)))),
            ("replace", words().replace, Arc::new(replace)),
        ],
    );
}

fn go(id: &str) {
    address::go(&Route::fill(id));
}
