//! Making the release smaller: terser for scripts, wasm-opt for modules.
//! Changes the one file that it is given.

use crate::places::Places;
use crate::sh;
use crate::steps::Outcome;
use std::path::Path;

/// Minifies an ES module in place. Trunk's own minifier cannot read what wasm-bindgen writes, and says so.
pub fn script(file: &Path, places: &Places) -> Outcome {
    sh::run(
        places.command("terser").arg(file).args(["--module", "--compress", "--mangle", "--output"]).arg(file),
    )
}

/// Shrinks a wasm module in place, by that level of wasm-opt (`-Oz`, `-O3`).
pub fn module(file: &Path, level: &str, places: &Places) -> Outcome {
    sh::run(places.command("wasm-opt").arg(file).args([level, "--output"]).arg(file))
}
