//! Reads the versions that Cargo's lock files name, and compares the two that must agree.
//! Never writes a lock file.

use crate::places::Places;
use crate::steps::Outcome;
use std::fs;
use std::path::Path;

/// The version of a package in the text of a Cargo.lock.
pub fn version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let value = |line: &'a str, key: &str| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"');
    let mut lines = lock.lines();
    lines.by_ref().find(|line| value(line, "name") == Some(package))?;
    lines.take_while(|line| !line.starts_with('[')).find_map(|line| value(line, "version"))
}

/// The version of wasm-bindgen that the app is compiled with, which must be that of the tools.
pub fn wasm_bindgen(places: &Places) -> Outcome<String> {
    let of = |folder: &Path| -> Outcome<String> {
        let file = folder.join("Cargo.lock");
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        Ok(version(&text, "wasm-bindgen")
            .ok_or_else(|| format!("{} names no wasm-bindgen", file.display()))?
            .to_owned())
    };
    let tools = of(&places.root.join("tools"))?;
    // A checkout always has a lock file; without one, cargo's first run will take the version that is pinned.
    let app = if places.root.join("Cargo.lock").exists() { of(&places.root)? } else { tools.clone() };
    agree(&app, &tools)?;
    Ok(app)
}

fn agree(app: &str, tools: &str) -> Outcome {
    if app == tools {
        return Ok(());
    }
    Err(format!(
        "Cargo.lock has wasm-bindgen {app}, but tools/Cargo.lock has {tools}; they must be the same.\n\
         Four places move together: the pin in Cargo.toml, the version and the pin in tools/Cargo.toml, \
         [tools] in Trunk.toml,\nand then both lock files: `cargo update -p wasm-bindgen --precise VERSION` in the \
         root, `cargo update` in tools/."
    )
    .into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.9\"\n\n\
        [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n\n[[package]]\nname = \"x\"\n";

    #[test]
    fn a_version_is_that_of_the_whole_name() {
        assert_eq!(version(LOCK, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version(LOCK, "wasm-bindgen-futures"), Some("0.4.9"));
    }

    #[test]
    fn what_the_lock_does_not_say_is_not_guessed() {
        assert_eq!(version(LOCK, "wasm"), None);
        assert_eq!(version(LOCK, "x"), None);
    }

    #[test]
    fn two_versions_do_not_agree() {
        assert!(agree("0.2.130", "0.2.130").is_ok());
        assert!(agree("0.2.131", "0.2.130").is_err_and(|failure| failure.message.contains("0.2.131")));
    }

    #[test]
    fn trunk_is_pinned_to_the_same_version() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let read = |file: &str| fs::read_to_string(root.join(file)).unwrap_or_default();
        let tools = read("tools/Cargo.lock");
        let pin = version(&tools, "wasm-bindgen").unwrap_or("none");
        assert!(read("Trunk.toml").contains(&format!("wasm_bindgen = \"{pin}\"")));
        assert!(read("tools/Cargo.toml").contains(&format!("wasm-bindgen-cli = {{ version = \"={pin}\"")));
    }
}
