//! `cargo xtask bench`: the bench of the neighbouring shared folder, run against dist/ of this checkout.
//! Works in a copy; the bench's own folder is never written to.

use crate::places::Places;
use crate::programs::CHROMIUM;
use crate::setup::{BUILD, TEST};
use crate::steps::{Outcome, Steps};
use crate::{make, needs, npm, sh};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// The measurements of ours that stand on the bench's own modules: the argument that asks for one, its file
/// in `xtask/bench`, the name that it gets among those modules, and which of the bench's pages it needs.
const OURS: [(&str, &str, &str, Option<&str>); 2] = [
    ("reading", "reading.mjs", "reading.mjs", None),
    // The bench has a docx.mjs of its own.
    ("docx", "docx.mjs", "docx-ours.mjs", Some("docx")),
];

/// Builds, copies the bench and runs it with the arguments given; `reading` and `docx` are ours.
pub fn command(arguments: &[String]) -> Outcome {
    let places = Places::here()?;
    let source = source(&places)?;
    let mut steps = Steps::new();
    needs::ensure(BUILD.iter().chain(TEST), &places, &mut steps)?;
    make::release(&places, &mut steps)?;
    let bench = places.target.join("bench");
    steps.run("bench", "copying it to the target folder, npm ci", || {
        copy(&source, &bench)?;
        if npm::is_installed(&bench) { Ok(()) } else { npm::install(&bench, &places) }
    })?;
    let mut node = places.command("node");
    node.current_dir(&bench);
    let asked = arguments.first().and_then(|first| OURS.iter().find(|(name, ..)| name == first));
    if let Some((_, file, name, page)) = asked {
        let script = places.root.join("xtask/bench").join(file);
        fs::copy(&script, bench.join(name)).map_err(|error| format!("{}: {error}", script.display()))?;
        if let Some(page) = page {
            sh::run(places.command("node").current_dir(&bench).args(["build.mjs", page]))?;
        }
        node.arg(name).arg(&places.dist).args(&arguments[1..]);
    } else {
        let mut app = places.dist.clone().into_os_string();
        app.push(":ours");
        node.args(["bench.mjs", "--app"]).arg(app).args(arguments);
    }
    if let Some(chromium) = CHROMIUM.find(&places) {
        node.env("CHROMIUM", chromium);
    }
    sh::run(&mut node)
}

fn source(places: &Places) -> Outcome<PathBuf> {
    let given = env::var_os("GAOZHI_BENCH").filter(|given| !given.is_empty()).map(PathBuf::from);
    let beside = places.root.join("..").join("shared").join("bench");
    let folder = given.clone().unwrap_or(beside);
    if folder.join("bench.mjs").is_file() {
        return Ok(folder);
    }
    let why = if given.is_some() { "which $GAOZHI_BENCH names" } else { "because $GAOZHI_BENCH is not set" };
    Err(format!("There is no bench: looked for bench.mjs in {}, {why}.", folder.display()).into())
}

/// Copies what is in a folder over what is in another, installed packages apart.
fn copy(from: &Path, to: &Path) -> Outcome {
    let cannot = |error| format!("{}: {error}", to.display());
    fs::create_dir_all(to).map_err(cannot)?;
    for entry in fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?.flatten() {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_name() == "node_modules" {
            continue;
        }
        if source.is_dir() {
            copy(&source, &target)?;
        } else {
            // Its own file each time: the original may be write-protected, and its copy would be too.
            let bytes = fs::read(&source).map_err(cannot)?;
            fs::write(&target, bytes).map_err(cannot)?;
        }
    }
    Ok(())
}
