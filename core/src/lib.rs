//! What a report is, without a browser: the pipeline template → draft → report → export.
//!
//! Knows no browser, no clock, no randomness and no locale: what depends on them is an argument.
//! Every function is total: wrong input comes back as data beside the value, never as a panic.

#![warn(missing_docs)]

pub mod backup;
pub mod draft;
pub mod export;
pub mod field;
pub mod guide;
pub mod lang;
pub mod lint;
pub mod reading;
pub mod record;
pub mod report;
pub mod setup;
pub mod template;
pub mod text;
pub mod versions;
