//! What the core promises, checked from outside with arbitrary input and with golden files.
//!
//! `UPDATE=1` rewrites the golden files; `CASES=10` runs ten times as many cases, from a new seed.

#![allow(clippy::unwrap_used)]

mod arbitrary;
mod attached;
mod backup;
mod carry;
mod check;
mod codec;
mod compose;
mod corpus;
mod docs;
mod duty_report;
mod edits;
mod exports;
mod findings;
mod gallery;
mod html;
mod layout;
mod lint;
mod lint_rules;
mod mend;
mod reading;
mod records;
mod repairs;
mod setup;
mod shape;
mod template_form;
mod versions;
