//! The on-demand module: the crate `office/` as wasm with its glue and its worker, in a folder of the site.
//! The page learns the folder's name from a `meta`, see `page`.
//!
//! Why not Trunk's `data-type="worker"`: it does not hash the names, so a cached old worker could meet a new
//! module. Here the folder's name is the hash of everything in it: the three files keep plain names, find each
//! other by relative addresses, and may be cached for ever.

use crate::hash;
use crate::make::locked;
use crate::places::Places;
use crate::setup::WASM;
use crate::steps::Outcome;
use crate::{sh, shrink};
use std::fs;
use std::path::{Path, PathBuf};

const FILES: [&str; 3] = ["worker.js", "office.js", "office_bg.wasm"];

/// Builds the module, copies it into `site` and returns the address of its worker, relative to the page.
pub fn put_into(site: &Path, is_release: bool, places: &Places) -> Outcome<String> {
    let folder = build(is_release, places)?;
    let read = |file: &str| read(&folder.join(file));
    let contents = [read(FILES[0])?, read(FILES[1])?, read(FILES[2])?];
    let name = format!("office-{}", hash::short(contents.iter().map(Vec::as_slice)));
    let to = site.join(&name);
    let cannot = |error| format!("{}: {error}", to.display());
    fs::create_dir_all(&to).map_err(cannot)?;
    for (file, content) in FILES.iter().zip(&contents) {
        fs::write(to.join(file), content).map_err(cannot)?;
    }
    Ok(format!("{name}/{}", FILES[0]))
}

/// Compiles, binds and shrinks the module; the last two only if there is something new to do it with.
fn build(is_release: bool, places: &Places) -> Outcome<PathBuf> {
    let profile = if is_release { "release" } else { "debug" };
    let mut cargo = places.command("cargo");
    cargo.args(["build", "--package", "gaozhi-office", "--lib", "--target", WASM]);
    cargo.args(is_release.then_some("--release")).args(locked()).arg("--target-dir").arg(&places.target);
    sh::run(&mut cargo)?;

    let compiled = places.target.join(WASM).join(profile).join("gaozhi_office.wasm");
    let folder = places.target.join("office").join(profile);
    let stamp = folder.join("made-from");
    let worker = places.root.join("office").join(FILES[0]);
    let tools = [places.root.join("tools/Cargo.lock"), places.root.join("package-lock.json")];
    let sources = [read(&compiled)?, read(&worker)?, read(&tools[0])?, read(&tools[1])?];
    let made_from = hash::short(sources.iter().map(Vec::as_slice));
    if fs::read_to_string(&stamp).is_ok_and(|before| before == made_from) {
        return Ok(folder);
    }
    let mut bindgen = places.command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", "office", "--out-dir"])
        .arg(&folder)
        .arg(&compiled);
    sh::run(&mut bindgen)?;
    fs::write(folder.join(FILES[0]), &sources[1])
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    if is_release {
        shrink::script(&folder.join(FILES[0]), places)?;
        shrink::script(&folder.join(FILES[1]), places)?;
        shrink::module(&folder.join(FILES[2]), places)?;
    }
    fs::write(&stamp, made_from).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(folder)
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    Ok(fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?)
}
