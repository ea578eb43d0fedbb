//! Runs a property over many cases and says how many; reads and compares files.

use std::cell::Cell;
use std::collections::hash_map::RandomState;
use std::env;
use std::fs;
use std::hash::BuildHasher;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::time::Instant;

use gaozhi_core::template::{Template, parse};
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};

/// Checks `law` for that many values; the same ones every time unless `CASES` asks for more.
pub(crate) fn check<S: Strategy>(
    law_name: &str,
    cases: u32,
    values: &S,
    law: impl Fn(S::Value) -> TestCaseResult,
) {
    let times: Option<u32> = env::var("CASES").ok().and_then(|times| times.parse().ok());
    let config = Config {
        cases: cases * times.unwrap_or(1),
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let mut seed = [7; 32];
    if times.is_some() {
        // The standard library's only source of chance.
        seed[..8].copy_from_slice(&RandomState::new().hash_one(law_name).to_le_bytes());
    }
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let (ran, begun) = (Cell::new(0_u32), Instant::now());
    let outcome = runner.run(values, |value| {
        ran.set(ran.get() + 1);
        law(value)
    });
    // Past the test harness, which shows nothing of a test that passes.
    let _ = writeln!(stderr(), "  {law_name}: {} cases, {:.1} s", ran.get(), begun.elapsed().as_secs_f32());
    if let Err(error) = outcome {
        panic!("{law_name}: {error}");
    }
}

/// The folder of cases.
pub(crate) fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/cases")
}

/// A file of the cases as text.
pub(crate) fn case(name: &str) -> String {
    let path = cases().join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A built-in template.
pub(crate) fn built_in(id: &str) -> Template {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("templates/{id}.txt"));
    parse(&fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).0
}

/// Compares `bytes` with a golden file, or writes it when `UPDATE` is set.
pub(crate) fn golden(name: &str, bytes: &[u8]) {
    let path = cases().join(name);
    if env::var_os("UPDATE").is_some() {
        fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        return;
    }
    let expected = fs::read(&path).unwrap_or_default();
    if expected == bytes {
        return;
    }
    let (expected, found) = (String::from_utf8_lossy(&expected), String::from_utf8_lossy(bytes));
    let same = expected.lines().zip(found.lines()).take_while(|(a, b)| a == b).count();
    panic!(
        "{name} differs from line {} on (UPDATE=1 rewrites it):\n  expected {:?}\n  found    {:?}",
        same + 1,
        expected.lines().nth(same),
        found.lines().nth(same)
    );
}
