//! Reads files that are made here: Word files of all kinds, odd ones and hostile ones.

mod any_bytes;
mod docx;
mod files;
mod gb18030;
mod habits;
mod hostile;
mod lists;
mod pasted;
mod returned;
mod seed;
