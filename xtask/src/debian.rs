//! Installing Debian's packages, where that is possible.
//! Decides nothing about what is needed.

use crate::places::Places;
use crate::sh;
use crate::steps::Outcome;
use std::process::Command;

/// Installs packages as root or with a sudo that asks for no password.
pub fn install(places: &Places, packages: &[&str]) -> Outcome {
    let prefix = prefix(places)?;
    let apt_get = |arguments: &[&str], log: &str| {
        let words: Vec<&str> = prefix
            .iter()
            .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"].iter())
            .copied()
            .collect();
        let mut command: Command = places.command(words[0]);
        command.args(&words[1..]).args(arguments);
        sh::run_logged(&mut command, &places.tools.join(log))
    };
    let install: Vec<&str> =
        ["install", "-y", "--no-install-recommends"].iter().chain(packages).copied().collect();
    // A bare machine has no package lists, an old one has stale ones; both show in the first try.
    apt_get(&install, "apt-install.log").or_else(|_| {
        apt_get(&["update"], "apt-update.log")?;
        apt_get(&install, "apt-install.log")
    })
}

/// What to put before a command that needs root, or why there is no way.
fn prefix(places: &Places) -> Outcome<&'static [&'static str]> {
    if places.program("apt-get").is_none() {
        return Err("This system has no apt-get in PATH, so nothing can be installed from here.".into());
    }
    if sh::output(places.command("id").arg("-u")).as_deref() == Some("0") {
        return Ok(&[]);
    }
    if sh::output(places.command("sudo").args(["-n", "true"])).is_some() {
        return Ok(&["sudo", "-n"]);
    }
    Err("apt-get needs root, and there is no sudo here that asks for no password.".into())
}
