//! The programs that the system has to bring: their names, where they are looked for, and what they are for.
//! Installs nothing.

use crate::places::{Places, which};
use crate::sh;
use std::env;
use std::path::PathBuf;

/// A program by its possible names.
pub struct Program {
    /// The environment variable that names it outright.
    variable: &'static str,
    /// Full paths to try first.
    files: &'static [&'static str],
    /// Names to look for in PATH.
    names: &'static [&'static str],
}

/// The browser of the tests.
pub static CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    files: &[],
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
};

/// The WebDriver of that browser, of the same version.
pub static CHROMEDRIVER: Program = Program { variable: "CHROMEDRIVER", files: &[], names: &["chromedriver"] };

/// A Python; only one that has python-docx is of use, see [`python_with_docx`].
pub static PYTHON: Program =
    Program { variable: "GAOZHI_PYTHON", files: &["/usr/bin/python3"], names: &["python3", "python"] };

impl Program {
    /// Where it is, if it is there. A variable that is set is the only place.
    pub fn find(&self, places: &Places) -> Option<PathBuf> {
        self.candidates(places).into_iter().next()
    }

    fn candidates(&self, places: &Places) -> Vec<PathBuf> {
        if let Some(given) = env::var_os(self.variable).filter(|given| !given.is_empty()) {
            return Some(PathBuf::from(given)).filter(|file| file.is_file()).into_iter().collect();
        }
        let path = places.path();
        let files = self.files.iter().map(PathBuf::from).filter(|file| file.is_file());
        files.chain(self.names.iter().filter_map(|name| which(name, &path))).collect()
    }

    /// Where it was looked for, as a sentence.
    pub fn looked(&self) -> String {
        if let Some(given) = env::var_os(self.variable).filter(|given| !given.is_empty()) {
            return format!("Looked at ${} only, which is {}.", self.variable, given.to_string_lossy());
        }
        let files = self.files.iter().fold(String::new(), |text, file| text + file + ", then ");
        let path = env::var_os("PATH").unwrap_or_default();
        format!(
            "Looked at ${} (not set), then {files}for {} in PATH ({}).",
            self.variable,
            self.names.join(", "),
            path.to_string_lossy()
        )
    }
}

/// The first Python that can import python-docx.
pub fn python_with_docx(places: &Places) -> Option<PathBuf> {
    let has_docx =
        |python: &PathBuf| sh::output(places.command(python).args(["-c", "import docx"])).is_some();
    PYTHON.candidates(places).into_iter().find(has_docx)
}
