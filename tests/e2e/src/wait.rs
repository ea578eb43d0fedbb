//! Waiting for what will be so, and telling figures.

use std::fmt::Display;
use std::io::Write;
use std::time::{Duration, Instant};

/// How long anything may take before a story fails. Long: the machine is shared, and what is awaited ends
/// the wait at once.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Looks again and again until there is something to see.
#[track_caller]
pub fn wait<T>(what: impl Display, mut look: impl FnMut() -> Option<T>) -> T {
    let until = Instant::now() + PATIENCE;
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(Instant::now() < until, "waited {} s in vain: {what}", PATIENCE.as_secs());
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Tells a figure, past the test runner that keeps what passing tests print to itself.
pub fn say(line: impl Display) {
    // Nobody reads it then, and the story goes on.
    drop(writeln!(std::io::stderr(), "    {line}"));
}

/// Measures a part of a story.
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// From now on.
    #[must_use]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Since then, as `12.3 s`.
    #[must_use]
    pub fn read(&self) -> String {
        format!("{:.1} s", self.0.elapsed().as_secs_f32())
    }
}
