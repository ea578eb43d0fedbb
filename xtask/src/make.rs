//! `cargo xtask build`: the release app as static files in dist/.
//! Only calls Trunk; what is done to Trunk's output is in `hook`, so that a plain `trunk build` has it too.

use crate::places::Places;
use crate::setup::BUILD;
use crate::steps::{Failure, Outcome, Steps, say};
use crate::{needs, sh};

/// Builds, with what that needs.
pub fn command(arguments: &[String]) -> Outcome {
    if let Some(argument) = arguments.first() {
        return Err(Failure::usage(format!("build takes no `{argument}`")));
    }
    let places = Places::here()?;
    let mut steps = Steps::new();
    needs::ensure(BUILD, &places, &mut steps)?;
    release(&places, &mut steps)?;
    steps.table();
    say(&format!("The site is in {}", places.dist.display()));
    Ok(())
}

/// The step that leaves the release app in dist/.
pub fn release(places: &Places, steps: &mut Steps) -> Outcome {
    steps.run("release build", "trunk build --release, into dist/ (2 min cold)", || trunk(places))
}

/// Lets Trunk build the release app.
pub fn trunk(places: &Places) -> Outcome {
    let mut command = places.command("trunk");
    // Trunk takes NO_COLOR only as true or false and refuses the usual 1.
    command.env_remove("NO_COLOR").args(["build", "--release"]).args(locked());
    sh::run(&mut command)
}

/// In CI the lock file is law; at a desk cargo may complete it.
pub fn locked() -> Option<&'static str> {
    std::env::var_os("CI").map(|_| "--locked")
}
