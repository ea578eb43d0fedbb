//! The texts of the built-in templates: files of the site, kept in memory once they are here, so
//! that losing the network later does no harm.

use std::cell::RefCell;

use gaozhi_core::template::{BuiltIn, GALLERY, Template, parse};

use crate::browser::{address, clock};

thread_local! {
    /// What is here so far, by the place in the gallery.
    static TEXTS: RefCell<Vec<Option<String>>> = const { RefCell::new(Vec::new()) };
}

/// Calls `then` with the template of that id, at once if its text is here; with nothing where there
/// is none of that id or it cannot be fetched.
pub(crate) fn template(id: &str, then: impl FnOnce(Option<Template>) + 'static) {
    let Some(at) = GALLERY.iter().position(|built_in| built_in.id == id) else { return then(None) };
    match TEXTS.with_borrow(|texts| texts.get(at).cloned().flatten()) {
        Some(text) => then(Some(parse(&text).0)),
        None => fetch(at, move |text| {
            // A server may answer with a page of its own.
            let template = text.map(|text| parse(text).0);
            then(template.filter(|template| template.id == GALLERY[at].id));
        }),
    }
}

/// Fetches what is not here yet, one after the other, once the page has come to rest.
pub(crate) fn fetch_ahead() {
    clock::after(2000, || fetch_from(0));
}

fn fetch_from(at: usize) {
    if at >= GALLERY.len() {
        return;
    }
    if TEXTS.with_borrow(|texts| matches!(texts.get(at), Some(Some(_)))) {
        return fetch_from(at + 1);
    }
    fetch(at, move |_| fetch_from(at + 1));
}

fn fetch(at: usize, then: impl FnOnce(Option<&str>) + 'static) {
    let BuiltIn { id, edition, .. } = GALLERY[at];
    address::fetch_text(&format!("gallery/{id}.txt?{edition}"), move |text| {
        then(text.as_deref());
        if text.is_some() {
            TEXTS.with_borrow_mut(|texts| {
                texts.resize(GALLERY.len(), None);
                texts[at] = text;
            });
        }
    });
}
