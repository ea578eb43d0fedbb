//! The on-demand modules that work beside the page: the crates `office/`, `proof/` and `reader/`, each as wasm with its glue
//! and its worker, in a folder of the site. The page learns the folders' names from `meta`s, see `page`.
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

/// The modules, by the names of their crates' folders.
pub const MODULES: [&str; 3] = ["office", "proof", "reader"];

/// The release profile of a module (see `Cargo.toml`), and how wasm-opt is to shrink it.
fn release_of(module: &str) -> (&'static str, &'static str) {
    if module == "reader" { ("reader", "-O3") } else { ("release", "-Oz") }
}

/// The files of a module.
fn files(module: &str) -> [String; 3] {
    ["worker.js".to_owned(), format!("{module}.js"), format!("{module}_bg.wasm")]
}

/// Builds a module, copies it into `site` and returns the address of its worker, relative to the page.
pub fn put_into(site: &Path, module: &str, is_release: bool, places: &Places) -> Outcome<String> {
    let folder = build(module, is_release, places)?;
    let files = files(module);
    let contents: Vec<Vec<u8>> = files.iter().map(|file| read(&folder.join(file))).collect::<Outcome<_>>()?;
    let name = format!("{module}-{}", hash::short(contents.iter().map(Vec::as_slice)));
    let to = site.join(&name);
    let cannot = |error| format!("{}: {error}", to.display());
    fs::create_dir_all(&to).map_err(cannot)?;
    for (file, content) in files.iter().zip(&contents) {
        fs::write(to.join(file), content).map_err(cannot)?;
    }
    Ok(format!("{name}/{}", files[0]))
}

/// Compiles, binds and shrinks the module; the last two only if there is something new to do it with.
fn build(module: &str, is_release: bool, places: &Places) -> Outcome<PathBuf> {
    let (release, level) = release_of(module);
    let profile = if is_release { release } else { "debug" };
    let mut cargo = places.command("cargo");
    cargo.args(["build", "--package", &format!("gaozhi-{module}"), "--lib", "--target", WASM]);
    cargo
        .args(["--profile", if is_release { release } else { "dev" }])
        .args(locked())
        .arg("--target-dir")
        .arg(&places.target);
    sh::run(&mut cargo)?;

    let files = files(module);
    let compiled = places.target.join(WASM).join(profile).join(format!("gaozhi_{module}.wasm"));
    let folder = places.target.join(module).join(profile);
    let stamp = folder.join("made-from");
    let worker = places.root.join(module).join(&files[0]);
    let tools = [places.root.join("tools/Cargo.lock"), places.root.join("package-lock.json")];
    let sources = [read(&compiled)?, read(&worker)?, read(&tools[0])?, read(&tools[1])?];
    let made_from = hash::short(sources.iter().map(Vec::as_slice));
    if fs::read_to_string(&stamp).is_ok_and(|before| before == made_from) {
        return Ok(folder);
    }
    let mut bindgen = places.command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", module, "--out-dir"])
        .arg(&folder)
        .arg(&compiled);
    sh::run(&mut bindgen)?;
    fs::write(folder.join(&files[0]), &sources[1])
        .map_err(|error| format!("{}: {error}", folder.display()))?;
    if is_release {
        shrink::script(&folder.join(&files[0]), places)?;
        shrink::script(&folder.join(&files[1]), places)?;
        shrink::module(&folder.join(&files[2]), level, places)?;
        shrink::imports(&folder.join(&files[2]), &folder.join(&files[1]))?;
    }
    fs::write(&stamp, made_from).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(folder)
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    Ok(fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?)
}
