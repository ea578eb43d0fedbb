//! Running other programs, and reading a test run's counts from what it prints.
//! Knows no program by name.

use crate::places::Places;
use crate::steps::{Outcome, say};
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

impl Places {
    /// A program to be run in the checkout's root with our tools first on PATH.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let name = program.as_ref();
        let resolved = name.to_str().and_then(|name| self.program(name));
        let mut command = Command::new(resolved.as_deref().map_or(name, Path::as_os_str));
        command.current_dir(&self.root).env("PATH", self.path());
        // Set by cargo for this program; they would be news to a build script of the app.
        for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME", "CARGO_PKG_VERSION"] {
            command.env_remove(name);
        }
        command
    }
}

/// Runs a program whose output the person sees.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| format!("{}: {error}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", shown(command)).into()) }
}

/// Runs a program whose output only matters when it fails; all of it goes to the file `log`.
pub fn run_logged(command: &mut Command, log: &Path) -> Outcome {
    let cannot = |error: std::io::Error| format!("{}: {error}", log.display());
    if let Some(folder) = log.parent() {
        fs::create_dir_all(folder).map_err(cannot)?;
    }
    let file = File::create(log).map_err(cannot)?;
    command.stdin(Stdio::null()).stderr(file.try_clone().map_err(cannot)?).stdout(file);
    run(command).map_err(|failure| {
        let text = fs::read_to_string(log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        let tail = lines[lines.len().saturating_sub(15)..].join("\n  ");
        format!("{}\n  {tail}\nAll of it: {}", failure.message, log.display()).into()
    })
}

/// What a program prints on its standard output, if it succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// How many tests a run has executed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

impl Counts {
    /// Adds what a line of a test runner's output says, if it says anything.
    pub fn read(&mut self, line: &str) {
        let Some(counts) = line.trim_start().strip_prefix("test result: ") else {
            return;
        };
        let number = |what: &str| -> u64 {
            let before = counts.split(what).next().filter(|before| before.len() < counts.len());
            before.and_then(|text| text.split_whitespace().next_back()?.parse().ok()).unwrap_or(0)
        };
        self.passed += number(" passed");
        self.failed += number(" failed");
    }
}

/// Runs a test runner, passing its output on and adding up its counts.
pub fn run_tests(command: &mut Command, counts: &mut Counts) -> Outcome {
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{}: {error}", shown(command)))?;
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let text = String::from_utf8_lossy(&line);
            counts.read(&text);
            say(text.trim_end());
            line.clear();
        }
    }
    let status = child.wait().map_err(|error| format!("{}: {error}", shown(command)))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}", shown(command)).into()) }
}

fn shown(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        // Writing to a String cannot fail.
        let _ = write!(text, " {}", argument.to_string_lossy());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_add_up_over_runners() {
        let mut counts = Counts::default();
        counts.read(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.01s",
        );
        counts.read("test result: FAILED. 1 passed; 2 failed; 0 ignored");
        counts.read("    test result: ok. 2 passed; 0 failed; 0 ignored; 0 filtered out");
        counts.read("running 3 tests");
        assert_eq!(counts, Counts { passed: 15, failed: 2 });
    }
}
