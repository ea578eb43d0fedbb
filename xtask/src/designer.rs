//! The designer: the second program of the app's crate as wasm with its glue, its boot script and its style sheet,
//! in a folder of the site that is named by the hash of everything in it, as that of `office` is.

use crate::hash;
use crate::make::locked;
use crate::places::Places;
use crate::setup::WASM;
use crate::steps::Outcome;
use crate::{sh, shrink};
use std::fs;
use std::path::{Path, PathBuf};

const FILES: [&str; 4] = ["boot.js", "designer.js", "designer_bg.wasm", "designer.css"];
/// The style sheets, in order, in the folder `designer/`.
const SHEETS: [&str; 5] = ["review.css", "design.css", "versions.css", "setup.css", "returned.css"];

/// Builds the module, copies it into `site` and returns the address of its boot script, relative to the page.
pub fn put_into(site: &Path, is_release: bool, places: &Places) -> Outcome<String> {
    let folder = build(is_release, places)?;
    let contents: Vec<Vec<u8>> = FILES.iter().map(|file| read(&folder.join(file))).collect::<Outcome<_>>()?;
    let name = format!("designer-{}", hash::short(contents.iter().map(Vec::as_slice)));
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
    cargo.args(["build", "--package", "gaozhi", "--bin", "gaozhi-designer", "--target", WASM]);
    cargo.args(is_release.then_some("--release")).args(locked()).arg("--target-dir").arg(&places.target);
    sh::run(&mut cargo)?;

    let compiled = places.target.join(WASM).join(profile).join("gaozhi-designer.wasm");
    let folder = places.target.join("designer").join(profile);
    let stamp = folder.join("made-from");
    let own = places.root.join("designer");
    let mut sources = vec![read(&compiled)?, read(&own.join(FILES[0]))?];
    for file in ["tools/Cargo.lock", "package-lock.json"] {
        sources.push(read(&places.root.join(file))?);
    }
    let mut css = Vec::new();
    for sheet in SHEETS {
        css.append(&mut read(&own.join(sheet))?);
    }
    sources.push(css);
    let made_from = hash::short(sources.iter().map(Vec::as_slice));
    if fs::read_to_string(&stamp).is_ok_and(|before| before == made_from) {
        return Ok(folder);
    }
    let mut bindgen = places.command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", "designer", "--out-dir"])
        .arg(&folder)
        .arg(&compiled);
    sh::run(&mut bindgen)?;
    for (file, content) in [(FILES[0], &sources[1]), (FILES[3], &sources[4])] {
        fs::write(folder.join(file), content).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    if is_release {
        shrink::script(&folder.join(FILES[0]), places)?;
        shrink::script(&folder.join(FILES[1]), places)?;
        shrink::module(&folder.join(FILES[2]), "-Oz", places)?;
        shrink::imports(&folder.join(FILES[2]), &folder.join(FILES[1]))?;
    }
    fs::write(&stamp, made_from).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(folder)
}

fn read(file: &Path) -> Outcome<Vec<u8>> {
    Ok(fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?)
}
