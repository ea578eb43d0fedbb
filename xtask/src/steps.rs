//! The steps of a run as a person sees them: what is done, how long it took, and a table at the end.
//! Knows nothing of what the steps do.

use std::io::Write;
use std::time::{Duration, Instant};

/// Why a command ended, in words for the person who gave it.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong and what to do about it.
    pub message: String,
    /// Whether the command line was wrong, so that the help is wanted too.
    pub is_usage: bool,
}

impl Failure {
    /// A command line that cannot be understood.
    pub fn usage(message: impl Into<String>) -> Self {
        Self { message: message.into(), is_usage: true }
    }
}

impl<T: Into<String>> From<T> for Failure {
    fn from(message: T) -> Self {
        Self { message: message.into(), is_usage: false }
    }
}

/// What every step and command returns.
pub type Outcome<T = ()> = Result<T, Failure>;

/// The steps done so far.
pub struct Steps {
    rows: Vec<(String, Option<Duration>)>,
    quiet: bool,
}

impl Steps {
    /// A run whose every step is printed.
    pub fn new() -> Self {
        Self { rows: Vec::new(), quiet: false }
    }

    /// A run inside another one: only what has to be done is printed, and no table.
    pub fn quiet() -> Self {
        Self { rows: Vec::new(), quiet: true }
    }

    /// Says that there is nothing to do.
    pub fn already(&mut self, name: &str, found: &str) {
        if !self.quiet {
            say(&format!("• {name}: already there ({found})"));
        }
        self.rows.push((name.to_owned(), None));
    }

    /// Does one step.
    pub fn run<T>(&mut self, name: &str, says: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        say(&format!("▸ {name}: {says}"));
        let start = Instant::now();
        let result = work();
        let took = start.elapsed();
        match &result {
            Ok(_) => say(&format!("✓ {name}: {}", seconds(took))),
            Err(_) => say(&format!("✗ {name}: failed after {}", seconds(took))),
        }
        self.rows.push((name.to_owned(), Some(took)));
        result
    }

    /// Prints how long each step took.
    pub fn table(&self) {
        let width = self.rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        say("");
        for (name, took) in &self.rows {
            let took = took.map_or_else(|| "already there".to_owned(), seconds);
            let pad = width - name.chars().count();
            say(&format!("  {name}{}  {took:>13}", " ".repeat(pad)));
        }
        let total = self.rows.iter().filter_map(|(_, took)| *took).sum();
        say(&format!("  {}  {:>13}", " ".repeat(width), seconds(total)));
    }
}

/// Prints a line at once, also into a pipe.
pub fn say(line: &str) {
    println!("{line}");
    // A reader that has gone away is no reason to stop a build.
    let _ = std::io::stdout().flush();
}

fn seconds(took: Duration) -> String {
    let tenths = took.as_millis() / 100;
    if tenths < 600 {
        format!("{}.{} s", tenths / 10, tenths % 10)
    } else {
        format!("{} min {:02} s", tenths / 600, tenths / 10 % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_short_words() {
        assert_eq!(seconds(Duration::from_millis(260)), "0.2 s");
        assert_eq!(seconds(Duration::from_secs(129)), "2 min 09 s");
    }

    #[test]
    fn a_failing_step_stands_in_the_table_too() {
        let mut steps = Steps::new();
        assert!(steps.run("a", "tries", || Err::<(), _>("no".into())).is_err());
        assert_eq!(steps.rows.len(), 1);
    }
}
