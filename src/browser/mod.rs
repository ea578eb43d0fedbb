//! The browser, as few verbs: the only folder that names `web_sys` and `gloo`. Every access that
//! can fail says so as a value.

pub(crate) mod address;
pub(crate) mod carried;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod compare;
pub(crate) mod crash;
pub(crate) mod designer;
pub(crate) mod dom;
pub(crate) mod events;
pub(crate) mod files;
pub(crate) mod gb18030;
pub(crate) mod handover;
pub(crate) mod json;
pub(crate) mod locks;
pub(crate) mod office;
pub(crate) mod promise;
pub(crate) mod proof;
pub(crate) mod reader;
pub(crate) mod storage;
pub(crate) mod twin;
pub(crate) mod worker;
