//! Installing what a package-lock.json names, and knowing whether that is done.
//! Changes no lock file.

use crate::places::Places;
use crate::sh;
use crate::steps::Outcome;
use std::fs;
use std::path::{Path, PathBuf};

/// Whether the folder's node_modules was made from its lock file as it is now.
pub fn is_installed(folder: &Path) -> bool {
    let lock = fs::read(folder.join("package-lock.json"));
    lock.is_ok_and(|lock| fs::read(stamp(folder)).is_ok_and(|before| before == lock))
}

/// Installs exactly what the folder's lock file names.
pub fn install(folder: &Path, places: &Places) -> Outcome {
    let mut npm = places.command("npm");
    // Install scripts are where packages fetch binaries from elsewhere; none is needed.
    npm.current_dir(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    sh::run_logged(&mut npm, &places.tools.join("npm.log"))?;
    let stamped = fs::copy(folder.join("package-lock.json"), stamp(folder));
    stamped.map_err(|error| format!("node_modules cannot be written: {error}"))?;
    Ok(())
}

/// A copy of the lock file that node_modules was made from; npm removes it when it begins anew.
fn stamp(folder: &Path) -> PathBuf {
    folder.join("node_modules").join(".made-from-package-lock.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_no_host() {
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../package-lock.json");
        let text = fs::read_to_string(lock).unwrap_or_default();
        assert!(text.contains("\"integrity\""));
        assert!(
            !text.contains("\"resolved\""),
            "npm install --omit-lockfile-registry-resolved leaves them out"
        );
    }
}
