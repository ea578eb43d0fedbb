//! What has to be said, without saying it in any language.

use crate::draft::Day;
use crate::field::{Change, Field, Refusal};
use crate::template::Fault;

/// Every word of the interface, and every sentence as a function of what it tells.
pub struct Strings {
    /// The product.
    pub app_name: &'static str,
    /// What it is, under its name.
    pub tagline: &'static str,
    /// Where everything stays.
    pub privacy: &'static str,

    /// A report with open blanks, in file names.
    pub state_draft: &'static str,
    /// A report without.
    pub state_final: &'static str,
    /// A file that carries the draft.
    pub state_file: &'static str,
    /// Heading of what was filled in, in such a file.
    pub answers: &'static str,
    /// What such a file is for.
    pub answers_hint: &'static str,

    /// Home: heading of the drafts.
    pub drafts: &'static str,
    /// Home: no drafts yet.
    pub no_drafts: &'static str,
    /// Home: finds drafts.
    pub search: &'static str,
    /// Home: heading of the gallery.
    pub gallery: &'static str,
    /// Home: starts a draft of a template.
    pub start: &'static str,
    /// Changes what a form asks for: the way to the designer.
    pub design: &'static str,
    /// Home: heading of the person's own templates.
    pub my_templates: &'static str,
    /// How many blanks a template has.
    pub blanks: fn(usize) -> String,
    /// What has no name yet.
    pub untitled: &'static str,
    /// Keeps a template at the head of the list.
    pub pin: &'static str,
    /// No longer does.
    pub unpin: &'static str,
    /// Asks for the new name of a template.
    pub template_rename_ask: &'static str,
    /// The name of a template's file.
    pub template_file: fn(&str) -> String,
    /// Makes a template of a draft.
    pub save_as_template: &'static str,
    /// Said afterwards.
    pub template_saved: fn(&str) -> String,
    /// Goes to what was told about.
    pub show: &'static str,
    /// A template came in as a file or pasted text: its name, and the lines that were not understood.
    pub template_added: fn(&str, &[Fault]) -> String,
    /// The same template is here already.
    pub template_known: fn(&str) -> String,

    /// Home: heading of the ways to bring one's own text.
    pub bring: &'static str,
    /// Stands in the empty box for pasted text, and is its name.
    pub paste_here: &'static str,
    /// Reads what was pasted.
    pub read_text: &'static str,
    /// There is nothing to read.
    pub nothing_pasted: &'static str,
    /// Something is being read.
    pub reading: &'static str,
    /// Stands over the page while a file is held over it.
    pub drop_here: &'static str,
    /// Several files were given: the name of the one that is opened.
    pub one_file: fn(&str) -> String,
    /// A file is no draft, though its name says so.
    pub no_draft: fn(&str) -> String,
    /// Opens a file.
    pub open_file: &'static str,
    /// What can be opened.
    pub open_file_hint: &'static str,
    /// Changes a draft's name.
    pub rename: &'static str,
    /// Asks for the new name.
    pub rename_ask: &'static str,
    /// Makes a second draft of the same.
    pub duplicate: &'static str,
    /// The name of that second draft.
    pub copy_of: fn(&str) -> String,
    /// The name of a draft that another window wrote meanwhile.
    pub from_other_window: fn(&str) -> String,
    /// Saves a draft to a file.
    pub to_file: &'static str,
    /// Moves a draft to the bin.
    pub delete: &'static str,
    /// Heading of the bin.
    pub bin: &'static str,
    /// Takes a draft out of the bin.
    pub restore: &'static str,
    /// A draft went to the bin.
    pub deleted: fn(&str) -> String,
    /// Heading of the drafts that could not be read.
    pub damaged: &'static str,
    /// What happened to them and what to do.
    pub damaged_hint: &'static str,
    /// Progress of a draft: filled, of how many.
    pub filled_of: fn(usize, usize) -> String,

    /// Deletes what is in the bin for good.
    pub purge: &'static str,
    /// Asks whether to.
    pub purge_ask: fn(&str) -> String,
    /// Deletes all that is in the bin.
    pub empty_bin: &'static str,
    /// Asks whether to.
    pub empty_bin_ask: &'static str,
    /// Puts a question away without doing anything.
    pub cancel: &'static str,

    /// A file is the draft that is here.
    pub same_draft: &'static str,
    /// A file holds another state of a draft that is here: its name, when the one here was changed, when that of the file.
    pub other_draft: fn(&str, &str, &str) -> String,
    /// Keeps both.
    pub keep_both: &'static str,
    /// Puts the file's in the place of the one here.
    pub replace: &'static str,
    /// Said afterwards.
    pub replaced: &'static str,
    /// The draft in a web page cannot be read.
    pub web_draft_damaged: &'static str,

    /// Home: heading of backing up.
    pub backup: &'static str,
    /// Saves everything to one file.
    pub back_up: &'static str,
    /// The name of that file: the day as eight digits.
    pub backup_file: fn(&str) -> String,
    /// Said afterwards: its name, how many things.
    pub backed_up: fn(&str, usize) -> String,
    /// Brings it back.
    pub restore_backup: &'static str,
    /// What both do.
    pub backup_hint: &'static str,
    /// Asks whether to restore: when it was made; how many drafts and templates, how many of both beside
    /// something else, how many are here already, how many cannot be read.
    pub restore_ask: fn(&str, [usize; 5]) -> String,
    /// Restores.
    pub restore_now: &'static str,
    /// What came of it: the first four of those.
    pub restored: fn([usize; 4]) -> String,
    /// The name of what comes beside something else: the day of the backup in short.
    pub from_backup: fn(&str, &str) -> String,
    /// The backup is of a newer version.
    pub backup_newer: &'static str,
    /// Nothing in the backup is whole.
    pub backup_damaged: &'static str,
    /// Drafts have been in no file for long: how many, how many days.
    pub reminder: fn(usize, i64) -> String,
    /// Chooses after how many days to say so.
    pub remind_after: &'static str,
    /// So many days; 0 is never.
    pub days: fn(i64) -> String,

    /// Fill: the way home.
    pub home: &'static str,
    /// Fill: name of the outline pane.
    pub outline: &'static str,
    /// Fill: name of the form pane.
    pub form: &'static str,
    /// Fill: name of the preview pane.
    pub preview: &'static str,
    /// Name of the fields that stand above the text.
    pub about: &'static str,
    /// The part before the first heading.
    pub opening: &'static str,
    /// The part after the last: closing and signature.
    pub ending: &'static str,
    /// How many blanks are open.
    pub open_blanks: fn(usize) -> String,
    /// None is.
    pub all_filled: &'static str,
    /// How many figures of the template wait for being confirmed.
    pub unconfirmed: fn(usize) -> String,
    /// Confirms a figure.
    pub confirm: &'static str,
    /// What that means.
    pub confirm_hint: &'static str,
    /// The same, spoken: the name of the field and what stands there.
    pub confirm_of: fn(&str, &str) -> String,
    /// Said with an export when nothing is open but figures wait.
    pub exported_unconfirmed: fn(&str, usize) -> String,
    /// Goes to the next open blank.
    pub next_blank: &'static str,
    /// Takes back.
    pub undo: &'static str,
    /// Does again.
    pub redo: &'static str,
    /// The way to the page setup of a draft.
    pub setup: &'static str,
    /// The way to the versions of a draft.
    pub versions: &'static str,
    /// Asks for the name of a version.
    pub version_name_ask: &'static str,
    /// The name of a version that is kept on that day at that time, in hours and minutes.
    pub version_name: fn(Day, (u32, u32)) -> String,
    /// Keeps a version.
    pub keep_version: &'static str,
    /// Said afterwards: its name.
    pub version_kept: fn(&str) -> String,
    /// Opens the list of findings, and is its name.
    pub proofread: &'static str,
    /// They are being looked for.
    pub proofreading: &'static str,
    /// The proofreader could not be loaded.
    pub proofread_failed: &'static str,
    /// Tries once more.
    pub retry: &'static str,
    /// Closes a pane.
    pub fold: &'static str,
    /// Prints.
    pub print: &'static str,
    /// Opens the export choices.
    pub export: &'static str,
    /// The choice of a format, by its id.
    pub format: fn(&str) -> &'static str,
    /// The switch beside Word: the file carries the draft.
    pub carry_draft: &'static str,
    /// What that means for whoever gets the file.
    pub carry_draft_hint: &'static str,
    /// Takes in a report that somebody changed.
    pub take_back: &'static str,
    /// So many of its changes were accepted.
    pub accepted: fn(&str) -> String,
    /// Said with an export while blanks are open.
    pub exported_open: fn(&str, usize) -> String,
    /// Said with an export otherwise.
    pub exported: fn(&str) -> String,
    /// The browser refused a download.
    pub download_refused: &'static str,
    /// Copies the report.
    pub copy: &'static str,
    /// Said when it was copied.
    pub copied: &'static str,
    /// Said when it was copied while blanks are open.
    pub copied_open: fn(usize) -> String,
    /// The browser refused to copy.
    pub copy_refused: &'static str,
    /// The browser cannot write GB18030.
    pub no_gb18030: &'static str,
    /// So many characters have no code in GB18030.
    pub missing_in_gb18030: fn(usize) -> String,
    /// Word is being made.
    pub making_docx: &'static str,
    /// Word could not be made.
    pub docx_failed: &'static str,
    /// Characters of the report.
    pub chars: fn(usize) -> String,

    /// Changes the words of a paragraph.
    pub rewrite: &'static str,
    /// Ends changing.
    pub rewrite_done: &'static str,
    /// How blanks look while the words are changed.
    pub rewrite_hint: &'static str,
    /// The heading half of a paragraph being changed.
    pub rewrite_lead: &'static str,
    /// The text half.
    pub rewrite_text: &'static str,
    /// A blank was taken out of a paragraph; its value is kept.
    pub blank_gone: &'static str,
    /// Adds a paragraph after this one.
    pub add_after: &'static str,
    /// Takes this one out.
    pub remove: &'static str,
    /// Said afterwards.
    pub removed: &'static str,
    /// Moves this one up.
    pub move_up: &'static str,
    /// Moves it down.
    pub move_down: &'static str,
    /// Leaves a paragraph out of this report.
    pub omit: &'static str,
    /// The same with its key.
    pub omit_key: &'static str,
    /// Puts it back.
    pub bring_back: &'static str,
    /// Adds another like it.
    pub repeat: &'static str,
    /// The same with its key.
    pub repeat_key: &'static str,
    /// How each item of a list is printed.
    pub each: fn(&str) -> String,
    /// Name of the tools of a paragraph.
    pub tools: &'static str,
    /// An empty paragraph.
    pub empty_paragraph: &'static str,
    /// This value stands somewhere else too: goes there.
    pub echo: fn(&str) -> String,

    /// Another window writes this draft; this one shows what it does.
    pub following: &'static str,
    /// Writes here from now on.
    pub take_over: &'static str,
    /// Everything is kept; the time as hours and minutes.
    pub saved: fn(u32, u32) -> String,
    /// Something is on its way.
    pub saving: &'static str,
    /// Could not be kept.
    pub save_failed: &'static str,
    /// Storage is full: what is safe and what to do.
    pub storage_full: &'static str,
    /// Storage is denied: what is safe and what to do.
    pub storage_denied: &'static str,
    /// Saves the draft to a file right away.
    pub save_file_now: &'static str,
    /// A stored draft could not be read and was set aside.
    pub set_aside: &'static str,
    /// Written by a newer version.
    pub newer: &'static str,
    /// The draft of this address is not here.
    pub not_here: &'static str,
    /// A built-in template could not be fetched.
    pub gallery_missing: &'static str,
    /// A template could not be fetched.
    pub template_missing: fn(&str) -> String,
    /// The designer is on its way.
    pub loading_designer: &'static str,
    /// The designer could not be loaded: what is safe and what to do.
    pub designer_missing: &'static str,
    /// Puts a notice away.
    pub dismiss: &'static str,

    /// Why typed text was refused.
    pub refusal: fn(&Refusal, &Field) -> String,
    /// What was changed in typed text.
    pub change: fn(Change, &Field) -> String,
}
