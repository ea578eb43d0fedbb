//! Where things are: the checkout, the tools' folder, the target folder, dist.
//! Creates nothing and runs nothing.

use crate::steps::Outcome;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folders of one checkout, all absolute.
pub struct Places {
    /// The folder with the app's Cargo.toml.
    pub root: PathBuf,
    /// What set-up builds and fetches, node_modules apart.
    pub tools: PathBuf,
    /// Cargo's target folder of the app.
    pub target: PathBuf,
    /// The finished site.
    pub dist: PathBuf,
}

impl Places {
    /// The places of the checkout that this xtask belongs to.
    pub fn here() -> Outcome<Self> {
        // Cargo sets the variable at run time too, so that a checkout that was moved finds itself again;
        // but a test that starts this program has set it for its own package.
        let told =
            env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).filter(|told| told.ends_with("xtask"));
        let own = told.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")));
        let root = own.parent().ok_or("xtask/ stands in no folder")?.to_owned();
        let cwd = env::current_dir().map_err(|error| format!("no current folder: {error}"))?;
        let given =
            |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(|value| cwd.join(value));
        Ok(Self {
            tools: given("GAOZHI_TOOLS").unwrap_or_else(|| root.join(".tools")),
            target: given("CARGO_TARGET_DIR").unwrap_or_else(|| root.join("target")),
            dist: root.join("dist"),
            root,
        })
    }

    /// The folder of the tools' executables.
    pub fn bin(&self) -> PathBuf {
        self.tools.join("bin")
    }

    /// The folder of the executables that came from npm.
    pub fn npm_bin(&self) -> PathBuf {
        self.root.join("node_modules").join(".bin")
    }

    /// PATH with our own tools first, so that Trunk takes those versions and downloads none.
    pub fn path(&self) -> OsString {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let folders = [self.bin(), self.npm_bin()].into_iter().chain(env::split_paths(&inherited));
        env::join_paths(folders).unwrap_or(inherited)
    }

    /// The executable called `name`, ours before the system's.
    pub fn program(&self, name: &str) -> Option<PathBuf> {
        which(name, &self.path())
    }
}

/// The first file called `name` in the folders of `path`.
pub fn which(name: &str, path: &OsString) -> Option<PathBuf> {
    env::split_paths(path)
        .flat_map(|folder| [folder.join(name), folder.join(format!("{name}{}", env::consts::EXE_SUFFIX))])
        .find(|file| is_executable(file))
}

#[cfg(unix)]
fn is_executable(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_executable(file: &Path) -> bool {
    file.extension().is_some() && file.is_file()
}
