//! Needs: things that must be there before a command can work, each with its test and the way to get it.
//! The tables of needs are in `setup`; this file only sees to them.

use crate::debian;
use crate::places::Places;
use crate::steps::{Failure, Outcome, Steps};
use std::path::Path;

/// One thing that must be there.
pub struct Need {
    /// What it is called in the output.
    pub name: &'static str,
    /// Says what was found, or nothing if it is missing.
    pub find: fn(&Places) -> Option<String>,
    /// How it is got.
    pub get: Get,
    /// What a person can do by hand, and where it was looked for.
    pub help: fn(&Places) -> String,
}

/// How a need is got.
pub enum Get {
    /// From Debian's packages, together with the others.
    Debian(&'static [&'static str]),
    /// By a step of its own, announced with these words.
    Step(&'static str, fn(&Places) -> Outcome),
}

/// Sees to all the needs, in order, those from Debian's packages first.
pub fn ensure<'a>(needs: impl IntoIterator<Item = &'a Need>, places: &Places, steps: &mut Steps) -> Outcome {
    let missing: Vec<&Need> = needs.into_iter().filter(|need| !is_there(need, places, steps)).collect();
    let from_debian = |need: &&Need| matches!(need.get, Get::Debian(_));
    let (debian, others): (Vec<&Need>, Vec<&Need>) = missing.into_iter().partition(from_debian);
    if !debian.is_empty() {
        let packages: Vec<&str> = debian.iter().flat_map(|need| need.packages().iter().copied()).collect();
        let says = format!("apt-get install {} (half a minute)", packages.join(" "));
        steps
            .run("Debian packages", &says, || debian::install(places, &packages))
            .map_err(|failure| with_help(&failure, &debian, places))?;
        check(&debian, places)?;
    }
    for need in others {
        let Get::Step(says, work) = &need.get else {
            continue;
        };
        // What an earlier need brought along may have answered this one.
        if (need.find)(places).is_some() {
            continue;
        }
        steps
            .run(need.name, says, || work(places))
            .map_err(|failure| with_help(&failure, &[need], places))?;
        check(&[need], places)?;
    }
    Ok(())
}

impl Need {
    fn packages(&self) -> &'static [&'static str] {
        match &self.get {
            Get::Debian(packages) => packages,
            Get::Step(..) => &[],
        }
    }
}

fn is_there(need: &Need, places: &Places, steps: &mut Steps) -> bool {
    let found = (need.find)(places);
    if let Some(what) = &found {
        steps.already(need.name, &short(what, &places.root));
    }
    found.is_some()
}

fn check(needs: &[&Need], places: &Places) -> Outcome {
    let missing: Vec<&Need> = needs.iter().copied().filter(|need| (need.find)(places).is_none()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(with_help(&"The step ended well, but something is still not there.".into(), &missing, places))
}

fn with_help(failure: &Failure, needs: &[&Need], places: &Places) -> Failure {
    let help = needs.iter().map(|need| format!("\n\n{} is needed. {}", need.name, (need.help)(places)));
    help.fold(failure.message.clone(), |text, part| text + &part).into()
}

fn short(what: &str, root: &Path) -> String {
    what.replace(&format!("{}/", root.display()), "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn places() -> Places {
        let root = PathBuf::from("/r");
        Places { tools: root.join("t"), target: root.join("g"), dist: root.join("d"), root }
    }

    #[test]
    fn what_is_there_is_not_got() {
        let need = Need {
            name: "a",
            find: |_| Some("1.0".into()),
            get: Get::Step("gets", |_| Err("got".into())),
            help: |_| String::new(),
        };
        assert!(ensure([&need], &places(), &mut Steps::quiet()).is_ok());
    }

    #[test]
    fn a_step_that_brings_nothing_fails_with_its_help() {
        let need = Need {
            name: "Trunk",
            find: |_| None,
            get: Get::Step("does nothing", |_| Ok(())),
            help: |_| "Run cargo install trunk.".into(),
        };
        let failure = ensure([&need], &places(), &mut Steps::quiet());
        assert!(
            failure.is_err_and(|failure| {
                failure.message.contains("Trunk is needed. Run cargo install trunk.")
            })
        );
    }
}
