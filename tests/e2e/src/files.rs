//! Files that are given to the page and taken from it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use thirtyfour::By;

use crate::driver::variable;
use crate::page::Page;
use crate::wait::wait;

/// A file that the page handed over.
#[derive(Debug)]
pub struct File {
    /// Its name.
    pub name: String,
    /// Where it lies until the story ends.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl File {
    /// What it holds, as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8(self.bytes.clone()).expect("the file is UTF-8")
    }
}

impl Page {
    /// Takes the report away in a format.
    #[track_caller]
    pub fn export(&self, format: &str) -> File {
        self.downloaded(|| {
            self.click("[data-testid=export-menu]");
            self.click(&format!("[data-testid=export][data-format={format}]"));
        })
    }

    /// The file that comes of an act.
    #[track_caller]
    pub fn downloaded(&self, act: impl FnOnce()) -> File {
        let folder = self.folder.inside("downloads");
        let before = names(&folder);
        act();
        let name = wait("a download", || {
            let now = names(&folder);
            // Chromium writes under another name first, and may put an empty file in the place.
            let all_done = !now.iter().any(|name| name.ends_with(".crdownload") || name.starts_with('.'));
            let new = now.into_iter().find(|name| !before.contains(name) && !name.starts_with('.'))?;
            let is_whole = fs::metadata(folder.join(&new)).is_ok_and(|file| file.len() > 0);
            (all_done && is_whole).then_some(new)
        });
        let path = folder.join(&name);
        File { bytes: fs::read(&path).expect("the download can be read"), name, path }
    }

    /// Gives the page a file.
    #[track_caller]
    pub fn import(&self, file: &Path) {
        self.choose("[data-testid=import-file]", file);
    }

    /// Chooses a file in a control of the page.
    #[track_caller]
    pub fn choose(&self, selector: &str, file: &Path) {
        let input = self.driver.get(self.driver.session().find(By::Css(selector)));
        self.driver.get(input.send_keys(file.to_string_lossy().as_ref()));
    }

    /// Gives the page a file of that name and text.
    #[track_caller]
    pub fn import_text(&self, name: &str, text: &str) {
        self.import_bytes(name, text.as_bytes());
    }

    /// Gives the page a file of that name and bytes.
    #[track_caller]
    pub fn import_bytes(&self, name: &str, bytes: &[u8]) {
        let path = self.folder.inside(name);
        fs::write(&path, bytes).expect("a file for the page");
        self.import(&path);
    }

    /// The visible text of an exported web page, opened from the disk as its reader will.
    #[must_use]
    pub fn read_html(&self, file: &File) -> String {
        // Under a plain name: the browser decodes the address.
        let copy = self.folder.inside("report.html");
        fs::copy(&file.path, &copy).expect("the web page can be copied");
        self.driver.get(self.driver.session().goto(format!("file://{}", copy.display())));
        self.words("body")
    }
}

/// What python-docx, a reader that is none of ours, makes of a Word file; the shape is told in
/// `office/tests/read_docx.py`.
#[must_use]
pub fn read_docx(file: &Path) -> Value {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../office/tests/read_docx.py");
    let run = Command::new(variable("GAOZHI_PYTHON")).arg(script).arg(file).output().expect("Python runs");
    assert!(run.status.success(), "python-docx reads it: {}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).expect("the script prints JSON")
}

/// Lets python-docx edit a Word file and lose its custom parts if that is asked: each edit puts words in
/// the place of others, wherever they stand first. Gives the new file.
#[must_use]
pub fn edit_docx(file: &Path, bare: bool, edits: &[(&str, &str)]) -> PathBuf {
    let edits: Vec<Value> = edits.iter().map(|(from, to)| serde_json::json!(["swap", from, to])).collect();
    let to = file.with_file_name("改过.docx");
    let orders = serde_json::json!([{ "from": file, "to": to, "bare": bare, "edits": edits }]);
    let list = file.with_file_name("orders.json");
    fs::write(&list, orders.to_string()).expect("a file for Python");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../proof/tests/edit_docx.py");
    let run = Command::new(variable("GAOZHI_PYTHON")).arg(script).arg(&list).output().expect("Python runs");
    assert!(run.status.success(), "python-docx edits it: {}", String::from_utf8_lossy(&run.stderr));
    to
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder of downloads").flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}
