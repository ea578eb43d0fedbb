//! Reads the Word files back and holds them to the report, to the standard and to the schema.

mod any_package;
mod any_report;
mod attached;
mod document;
mod golden;
mod hostile;
mod package;
mod page;
mod reading;
mod schema_order;
mod sound;
