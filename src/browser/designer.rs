//! The module for reading and designing: fetched at its first use.

/// Calls `then` with whether the module is there.
pub(crate) fn load(then: impl FnOnce(bool) + 'static) {
    then(false);
}
