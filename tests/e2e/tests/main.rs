//! The stories: each told in a browser of its own, against the built site.

#![allow(clippy::unwrap_used, reason = "a story that cannot go on has failed")]

mod any_template;
mod bad_days;
mod crash;
mod files;
mod from_a_file;
mod gallery;
mod home;
mod input_method;
mod killed;
mod many;
mod own_templates;
mod proofread;
mod refusals;
mod returned;
mod setup;
mod shaping;
mod survives;
mod taken_away;
mod versions;
mod whole_way;
mod windows;
mod word_files;
