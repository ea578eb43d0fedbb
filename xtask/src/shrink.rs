//! Making the release smaller: terser for scripts, wasm-opt for modules, short names for what they share.
//! Changes the files that it is given.

use crate::places::Places;
use crate::steps::Outcome;
use crate::{imports, sh};
use std::fs;
use std::path::Path;

/// Minifies an ES module in place. Trunk's own minifier cannot read what wasm-bindgen writes, and says so.
pub fn script(file: &Path, places: &Places) -> Outcome {
    sh::run(
        places.command("terser").arg(file).args(["--module", "--compress", "--mangle", "--output"]).arg(file),
    )
}

/// A script of the page itself, minified if it is for a release; stays what the oldest browsers understand.
pub fn inline(file: &Path, is_release: bool, places: &Places) -> Outcome<String> {
    if !is_release {
        return Ok(fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?);
    }
    let mut terser = places.command("terser");
    terser.arg(file).args(["--ecma", "5", "--compress", "--mangle"]);
    Ok(sh::output(&mut terser).ok_or_else(|| format!("terser cannot read {}", file.display()))?)
}

/// Shrinks a wasm module in place, by that level of wasm-opt (`-Oz`, `-O3`).
pub fn module(file: &Path, level: &str, places: &Places) -> Outcome {
    sh::run(places.command("wasm-opt").arg(file).args([level, "--output"]).arg(file))
}

/// Shortens in place the names by which a module imports from its script.
pub fn imports(module: &Path, script: &Path) -> Outcome {
    let cannot = |file: &Path| {
        let file = file.display().to_string();
        move |error| format!("{file}: {error}")
    };
    let bytes = fs::read(module).map_err(cannot(module))?;
    let text = fs::read_to_string(script).map_err(cannot(script))?;
    let (bytes, text) = imports::shorten(&bytes, &text)?;
    fs::write(module, bytes).map_err(cannot(module))?;
    Ok(fs::write(script, text).map_err(cannot(script))?)
}
