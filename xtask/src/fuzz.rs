//! `cargo xtask fuzz`: cargo-fuzz over the readers, from the texts of the tests on. Any finding fails the run.
//! Works in the target folders; what it found stays there for the next run.

use crate::needs::{self, Get, Need};
use crate::places::Places;
use crate::sh;
use crate::steps::{Failure, Outcome, Steps};
use std::fs;
use std::path::Path;

const CARGO_FUZZ: &str = "0.13.1";

/// A target, what it starts from and its own arguments.
struct Target {
    name: &'static str,
    seeds: &'static [&'static str],
    arguments: &'static [&'static str],
}

static TARGETS: &[Target] = &[
    Target { name: "read_text", seeds: &["tests/corpus", "tests/cases"], arguments: &[] },
    Target { name: "read_file", seeds: &["tests/corpus"], arguments: &[] },
    Target { name: "read_docx", seeds: &["fuzz/seeds/read_docx"], arguments: &["-dict=fuzz/docx.dict"] },
    Target { name: "parse_template", seeds: &["core/templates"], arguments: &[] },
];

static NEEDS: &[Need] = &[Need {
    name: "cargo-fuzz",
    find: |places| {
        let there = sh::output(places.command("cargo-fuzz").arg("--version"))?;
        (there == format!("cargo-fuzz {CARGO_FUZZ}")).then_some(there)
    },
    get: Get::Step("cargo install cargo-fuzz 0.13.1 (about 1 min)", |places| {
        let mut cargo = places.command("cargo");
        cargo.args(["install", "cargo-fuzz", "--version", CARGO_FUZZ, "--debug", "--root"]);
        sh::run(cargo.arg(&places.tools).env("CARGO_PROFILE_DEV_DEBUG", "0"))
    }),
    help: |_| {
        format!("Run `cargo install cargo-fuzz --version {CARGO_FUZZ}`; libFuzzer also wants a C++ compiler.")
    },
}];

/// Runs every target, or those named, for a million inputs each, or `--runs N`.
pub fn command(arguments: &[String]) -> Outcome {
    let (mut wanted, mut runs) = (Vec::new(), "1000000");
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match (argument.as_str(), TARGETS.iter().find(|target| target.name == argument)) {
            (_, Some(target)) => wanted.push(target),
            ("--runs", None) => runs = rest.next().ok_or_else(|| Failure::usage("--runs N"))?,
            (_, None) => {
                let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
                let known = names.join(" ");
                return Err(Failure::usage(format!("fuzz knows no `{argument}`; it knows {known}")));
            }
        }
    }
    if wanted.is_empty() {
        wanted.extend(TARGETS);
    }
    let places = Places::here()?;
    let mut steps = Steps::new();
    needs::ensure(NEEDS, &places, &mut steps)?;
    for target in wanted {
        steps.run(target.name, &format!("{runs} inputs"), || run(target, runs, &places))?;
    }
    steps.table();
    Ok(())
}

fn run(target: &Target, runs: &str, places: &Places) -> Outcome {
    let own = places.target.join("fuzz").join(target.name);
    let (corpus, found) = (own.join("corpus"), own.join("found"));
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    let mut cargo = places.command("cargo");
    // Coverage is an unstable option of the compiler; with the variable the stable one takes it too. No
    // sanitizer: there is no unsafe code to find faults in, and its own memory would hide what ours is.
    cargo.current_dir(&places.root).env("RUSTC_BOOTSTRAP", "1");
    cargo.args(["fuzz", "run", "--sanitizer", "none", target.name]).arg(&corpus);
    cargo.args(target.seeds.iter().filter(|seeds| places.root.join(seeds).is_dir()).map(Path::new));
    cargo.args(["--", "-rss_limit_mb=256", "-timeout=10", "-max_len=8192", "-verbosity=0"]);
    cargo.args([format!("-runs={runs}"), format!("-artifact_prefix={}/", found.display())]);
    sh::run(cargo.args(target.arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_a_program_of_fuzz() -> Outcome {
        let manifest = Places::here()?.root.join("fuzz/Cargo.toml");
        let manifest = fs::read_to_string(&manifest).map_err(|error| error.to_string())?;
        assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len());
        for target in TARGETS {
            assert!(manifest.contains(&format!("name = \"{}\"", target.name)), "{}", target.name);
        }
        Ok(())
    }

    #[test]
    fn an_unknown_target_is_refused_with_the_known_ones() {
        let refused = command(&["read_mind".to_owned()]);
        assert!(refused.is_err_and(|failure| failure.is_usage && failure.message.contains("read_text")));
    }
}
