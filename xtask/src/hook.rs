//! What Trunk calls at the end of every build: finishes the staged site before it becomes dist.
//! Touches the staging folder only.

use crate::places::Places;
use crate::setup::BUILD;
use crate::steps::{Failure, Outcome, Steps, say};
use crate::{app, designer, needs, page, shrink, worker};
use std::fs;
use std::path::PathBuf;

/// What stands in the page itself and runs before all else. Not left to Trunk, whose minifier makes other texts of
/// some strings (a line break of a backslash and an n).
const INLINE: [&str; 2] = ["src/browser/crash.js", "src/browser/twin.js"];

/// Adds the modules on demand, names and shrinks the app's files and inlines the style sheets (both not in debug
/// builds), and writes the security policy.
pub fn command() -> Outcome {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        return Err(Failure::usage(
            "`hook` is called by Trunk, which says where its files are in TRUNK_STAGING_DIR",
        ));
    };
    let is_release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let places = Places::here()?;
    needs::ensure(BUILD.iter().filter(|need| need.name != "Trunk"), &places, &mut Steps::quiet())?;

    let mut told = vec![("designer", designer::put_into(&staging, is_release, &places)?)];
    for module in worker::MODULES {
        told.push((module, worker::put_into(&staging, module, is_release, &places)?));
    }
    let file = staging.join("index.html");
    let html = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let html = if is_release { app::finish(&html, &staging, &places)? } else { html };
    let read = |name: &str| -> Outcome<String> {
        let sheet = staging.join(name);
        Ok(fs::read_to_string(&sheet).map_err(|error| format!("{}: {error}", sheet.display()))?)
    };
    let inline = |name: &&str| shrink::inline(&places.root.join(name), is_release, &places);
    let scripts: Vec<String> = INLINE.iter().map(inline).collect::<Outcome<_>>()?;
    let finished = page::finish(&html, &told, &scripts, is_release.then_some(&read))?;
    fs::write(&file, &finished.html).map_err(|error| format!("{}: {error}", file.display()))?;
    for name in &finished.inlined {
        let sheet = staging.join(name);
        fs::remove_file(&sheet).map_err(|error| format!("{}: {error}", sheet.display()))?;
    }
    let addresses: Vec<&str> = told.iter().map(|(_, address)| address.as_str()).collect();
    say(&format!(
        "  index.html: {} style sheets inlined, policy written; on demand: {}",
        finished.inlined.len(),
        addresses.join(", ")
    ));
    Ok(())
}
