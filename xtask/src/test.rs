//! `cargo xtask test`: everything that must be green, part by part, the quickest answers first.
//! Stops at the first part that fails.

use crate::make::{self, locked};
use crate::needs::{self, Need};
use crate::places::Places;
use crate::programs::{CHROMEDRIVER, CHROMIUM, python_with_docx};
use crate::setup::{BUILD, LINT, PAPER, READER, TEST, WASM};
use crate::sh::{self, Counts};
use crate::steps::{Failure, Outcome, Steps, say};
use std::process::Command;

/// A part of the test run.
struct Part {
    name: &'static str,
    says: &'static str,
    needs: &'static [&'static [Need]],
    run: fn(&mut Run) -> Outcome,
}

static PARTS: &[Part] = &[
    Part { name: "fmt", says: "cargo fmt --check", needs: &[LINT], run: fmt },
    Part { name: "clippy", says: "for this machine and for the browser", needs: &[LINT, BUILD], run: clippy },
    Part { name: "native", says: "cargo test without a browser", needs: &[READER], run: native },
    Part {
        name: "paper",
        says: "Word files set by LibreOffice beside our own lines",
        needs: &[PAPER],
        run: |run| {
            let mut command = run.cargo(&["test", "--package", "gaozhi-paper", "--no-fail-fast"]);
            command.args(locked());
            run.tests(command)
        },
    },
    Part {
        name: "build",
        says: "trunk build --release, into dist/",
        needs: &[BUILD],
        run: |run| make::trunk(&run.places),
    },
    Part { name: "browser", says: "wasm tests in headless Chromium", needs: &[BUILD, TEST], run: browser },
    Part {
        name: "e2e",
        says: "stories in headless Chromium against dist/",
        needs: &[BUILD, TEST, READER],
        run: e2e,
    },
];

/// What a part has at hand.
struct Run {
    places: Places,
    request: Request,
    counts: Counts,
}

/// What was asked for. No parts means all of them.
#[derive(Debug, Default, PartialEq, Eq)]
struct Request {
    parts: Vec<&'static str>,
    is_full: bool,
    arguments: Vec<String>,
}

/// Runs the parts asked for, with what they need.
pub fn command(arguments: &[String]) -> Outcome {
    let request = read(arguments)?;
    let mut run = Run { places: Places::here()?, request, counts: Counts::default() };
    let wanted: Vec<&Part> = PARTS.iter().filter(|part| run.request.wants(part.name)).collect();
    let mut steps = Steps::new();
    let done = all(&wanted, &mut run, &mut steps);
    steps.table();
    if run.counts != Counts::default() {
        say(&format!("\n{} passed, {} failed", run.counts.passed, run.counts.failed));
    }
    done
}

fn all(wanted: &[&Part], run: &mut Run, steps: &mut Steps) -> Outcome {
    let mut needs: Vec<&Need> = Vec::new();
    for need in wanted.iter().flat_map(|part| part.needs).copied().flatten() {
        if !needs.iter().any(|known| known.name == need.name) {
            needs.push(need);
        }
    }
    needs::ensure(needs, &run.places, steps)?;
    wanted.iter().try_for_each(|part| steps.run(part.name, part.says, || (part.run)(run)))
}

fn read(arguments: &[String]) -> Outcome<Request> {
    let mut request = Request::default();
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        if word == "--" {
            request.arguments = words.cloned().collect();
            break;
        }
        if word == "--full" {
            request.is_full = true;
        } else if let Some(part) = PARTS.iter().find(|part| part.name == word) {
            request.parts.push(part.name);
        } else {
            let names = PARTS.iter().map(|part| part.name).collect::<Vec<_>>().join(", ");
            return Err(Failure::usage(format!("`{word}` is no part of the tests; there are {names}")));
        }
    }
    Ok(request)
}

impl Request {
    fn wants(&self, part: &str) -> bool {
        // The stories run against dist/, which has to be that of the code as it is now.
        let for_stories = part == "build" && self.parts.contains(&"e2e");
        self.parts.is_empty() || for_stories || self.parts.contains(&part)
    }
}

impl Run {
    fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.places.command("cargo");
        command.args(arguments);
        command
    }

    /// Runs `cargo test` with these arguments and counts; that no test ran is a failure, unless some were chosen.
    fn tests(&mut self, mut command: Command) -> Outcome {
        if self.request.is_full {
            command.env("GAOZHI_FULL", "1");
        }
        if !self.request.arguments.is_empty() {
            command.arg("--").args(&self.request.arguments);
        }
        let before = self.counts;
        sh::run_tests(&mut command, &mut self.counts)?;
        if self.counts == before && self.request.arguments.is_empty() {
            return Err("not a single test ran".into());
        }
        Ok(())
    }
}

/// The packages with a workspace of their own, as arguments to cargo.
const OWN_WORKSPACES: [&str; 3] = ["xtask/Cargo.toml", "tools/Cargo.toml", "fuzz/Cargo.toml"];

fn fmt(run: &mut Run) -> Outcome {
    sh::run(&mut run.cargo(&["fmt", "--all", "--check"]))?;
    OWN_WORKSPACES
        .iter()
        .try_for_each(|manifest| sh::run(&mut run.cargo(&["fmt", "--check", "--manifest-path", manifest])))
}

fn clippy(run: &mut Run) -> Outcome {
    let lint = |arguments: &[&str]| {
        let deny = ["--", "-D", "warnings"];
        sh::run(run.cargo(&["clippy"]).args(arguments).args(locked()).args(deny))
    };
    lint(&["--workspace", "--all-targets"])?;
    lint(&["--package", "gaozhi", "--lib", "--bins", "--test", "browser", "--target", WASM])?;
    let beside = ["--package", "gaozhi-office", "--package", "gaozhi-proof", "--package", "gaozhi-reader"];
    lint(&[beside.as_slice(), &["--lib", "--target", WASM]].concat())?;
    lint(&["--manifest-path", "xtask/Cargo.toml", "--all-targets"])
}

fn native(run: &mut Run) -> Outcome {
    let mut workspace =
        run.cargo(&["test", "--workspace", "--exclude", "gaozhi-e2e", "--exclude", "gaozhi-paper"]);
    workspace.arg("--no-fail-fast").args(locked());
    set_python(&mut workspace, &run.places);
    run.tests(workspace)?;
    let mut xtask = run.cargo(&["test", "--manifest-path", "xtask/Cargo.toml"]);
    xtask.args(locked());
    run.tests(xtask)
}

fn browser(run: &mut Run) -> Outcome {
    // In release, so that the crates which the build has compiled are used again.
    let mut command =
        run.cargo(&["test", "--release", "--target", WASM, "--package", "gaozhi", "--test", "browser"]);
    command
        .args(locked())
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", run.places.bin().join("wasm-bindgen-test-runner"))
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    set_browser(&mut command, &run.places);
    run.tests(command)
}

fn e2e(run: &mut Run) -> Outcome {
    let mut command = run.cargo(&["test", "--package", "gaozhi-e2e", "--no-fail-fast"]);
    command.args(locked()).env("GAOZHI_DIST", &run.places.dist);
    set_python(&mut command, &run.places);
    set_browser(&mut command, &run.places);
    run.tests(command)
}

fn set_python(command: &mut Command, places: &Places) {
    if let Some(python) = python_with_docx(places) {
        command.env("GAOZHI_PYTHON", python);
    }
}

fn set_browser(command: &mut Command, places: &Places) {
    for (name, program) in [("CHROMIUM", &CHROMIUM), ("CHROMEDRIVER", &CHROMEDRIVER)] {
        if let Some(file) = program.find(places) {
            command.env(name, file);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(text: &str) -> Outcome<Request> {
        read(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn no_parts_are_all_parts() -> Outcome {
        let request = asked("--full")?;
        assert!(request.is_full && PARTS.iter().all(|part| request.wants(part.name)));
        Ok(())
    }

    #[test]
    fn the_stories_bring_the_build_along() -> Outcome {
        let request = asked("e2e -- reload --nocapture")?;
        assert!(request.wants("build") && request.wants("e2e") && !request.wants("native"));
        assert_eq!(request.arguments, ["reload", "--nocapture"]);
        Ok(())
    }

    #[test]
    fn an_unknown_part_is_refused_with_the_known_ones() {
        assert!(asked("lint").is_err_and(|failure| failure.is_usage && failure.message.contains("clippy")));
    }
}
