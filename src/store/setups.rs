//! The page setups that the person keeps, each in its text form, and the one of new drafts.

use gaozhi_core::setup::Setup;
use gaozhi_core::setup::text::{parse, print};

use super::cells;
use crate::browser::clock;
use crate::browser::storage::StorageError;

/// Of new drafts; the standard where there is none.
const USUAL: &str = "gaozhi/setting/setup";
/// One of the person's own, by its id.
const OWN: &str = "gaozhi/setup/";

/// A page setup of the person's own.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OwnSetup {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) setup: Setup,
}

/// The page of new drafts.
pub(crate) fn usual_setup() -> Setup {
    cells::get(USUAL).map_or_else(Setup::default, |text| parse(&text).setup)
}

/// Makes it that of new drafts.
pub(crate) fn put_usual_setup(setup: &Setup) -> Result<(), StorageError> {
    if *setup == Setup::default() {
        cells::remove(USUAL);
        return Ok(());
    }
    cells::set(USUAL, &print("", setup))
}

/// The person's own, by name.
pub(crate) fn own_setups() -> Vec<OwnSetup> {
    let own = cells::keys(OWN).into_iter().filter_map(|id| {
        let read = parse(&cells::get(&[OWN, &id].concat())?);
        Some(OwnSetup { id, name: read.name, setup: read.setup })
    });
    let mut own: Vec<OwnSetup> = own.collect();
    own.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    own
}

/// Keeps one under a name, instead of what was kept under it.
pub(crate) fn put_own_setup(name: &str, setup: &Setup) -> Result<(), StorageError> {
    let text = print(name, setup);
    // The text form may leave something of the name out.
    let name = parse(&text).name;
    let id = own_setups().into_iter().find(|own| own.name == name).map_or_else(clock::fresh_id, |own| own.id);
    cells::set(&[OWN, &id].concat(), &text)
}

/// Deletes one.
pub(crate) fn remove_own_setup(id: &str) {
    cells::remove(&[OWN, id].concat());
}
