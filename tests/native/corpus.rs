//! Office templates of many kinds, read as they come and compared with what a person would mark in
//! them. Prints how much was found.
//!
//! A `.gold` file is the text after its repairs, with marks. Its first line names those repairs.
//! `⟦X｜整数｜次⟧` is a blank with its kind and, where there is one, its unit; one that begins with `?`
//! may be found or not. `⟦1⟧…⟦/⟧` is the title of a heading of that level.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Write, stderr};
use std::path::PathBuf;

use gaozhi_core::reading::{Reading, Source, read};

use crate::check::cases;
use crate::repairs::wrapped;

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Clone)]
struct Mark {
    start: usize,
    literal: String,
    kind: String,
    unit: String,
}

/// What a person marked in a text.
#[derive(Default)]
struct Gold {
    text: String,
    repairs: BTreeSet<String>,
    blanks: Vec<Mark>,
    /// Blanks that may be found or not.
    doubtful: Vec<Mark>,
    /// Level and title.
    headings: Vec<(u8, String)>,
}

fn gold(file: &str) -> Gold {
    let (first, mut rest) = file.split_once('\n').unwrap();
    let repairs = first.split(' ').skip(1).map(str::to_owned).collect();
    let mut gold = Gold { repairs, ..Gold::default() };
    let mut level: Option<(u8, usize)> = None;
    while let Some((before, after)) = rest.split_once('⟦') {
        gold.text.push_str(before);
        let (inner, after) = after.split_once('⟧').unwrap();
        rest = after;
        match (inner, level.take()) {
            ("/", Some((level, from))) => gold.headings.push((level, gold.text[from..].to_owned())),
            ("1" | "2" | "3" | "4", None) => level = Some((inner.parse().unwrap(), gold.text.len())),
            (_, open) => {
                level = open;
                let mut parts = inner.trim_start_matches('?').split('｜').map(str::to_owned);
                let literal = parts.next().unwrap();
                let start = gold.text.chars().count();
                gold.text.push_str(&literal);
                let (kind, unit) = (parts.next().unwrap(), parts.next().unwrap_or_default());
                let mark = Mark { start, literal, kind, unit };
                if inner.starts_with('?') { gold.doubtful.push(mark) } else { gold.blanks.push(mark) }
            }
        }
    }
    gold.text.push_str(rest);
    gold.text = gold.text.trim_end().to_owned();
    gold
}

/// The certain blanks of a reading.
fn marks(reading: &Reading) -> Vec<Mark> {
    let certain = reading.found.iter().filter(|found| found.certain);
    let mark = certain.map(|found| {
        let field = reading.template.field(&found.field).unwrap();
        let (kind, unit) = (field.kind.word().to_owned(), field.unit.clone());
        Mark { start: found.start, literal: found.literal.clone(), kind, unit }
    });
    mark.collect()
}

/// How many of what was expected and of what was found agree.
#[derive(Default)]
struct Score {
    expected: usize,
    found: usize,
    hits: usize,
}

impl Score {
    fn precision(&self) -> f64 {
        self.hits as f64 / self.found as f64
    }

    fn recall(&self) -> f64 {
        self.hits as f64 / self.expected as f64
    }

    fn count<T: PartialEq + std::fmt::Debug>(&mut self, name: &str, expected: &[T], found: &[T]) {
        let hits = expected.iter().filter(|one| found.contains(one)).count();
        self.expected += expected.len();
        self.found += found.len();
        self.hits += hits;
        let missed = expected.iter().filter(|one| !found.contains(one)).map(|one| ("missed", one));
        let extra = found.iter().filter(|one| !expected.contains(one)).map(|one| ("extra", one));
        for (what, one) in missed.chain(extra) {
            let _ = writeln!(stderr(), "  {name}: {what} {one:?}");
        }
    }

    fn say(&self, of: &str) {
        let (p, r) = (self.precision(), self.recall());
        let _ = writeln!(
            stderr(),
            "  corpus, {of}: {} of {}, precision {p:.3}, recall {r:.3}",
            self.hits,
            self.expected
        );
    }
}

/// The names of the corpus.
fn names() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".gold").map(str::to_owned))
        .collect();
    names.sort();
    assert!(names.len() >= 14);
    names
}

fn folder() -> PathBuf {
    cases().join("../corpus")
}

fn file(name: &str, end: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.{end}"))).unwrap()
}

#[test]
fn most_of_the_corpus_comes_back_from_lines_of_any_width() {
    let (mut all, mut back) = (0, 0);
    for name in names() {
        let whole = read(&Source::from_text(&file(&name, "txt")), &[]);
        let said = |reading: &Reading| {
            let titles: Vec<_> = reading.headings.iter().map(|h| (h.level, h.title.clone())).collect();
            (marks(reading).into_iter().map(|mark| mark.literal).collect::<Vec<_>>(), titles)
        };
        for (width, indent) in
            [26, 28, 32, 36].into_iter().flat_map(|width| [(width, ""), (width, "\u{3000}\u{3000}")])
        {
            let lines: Vec<String> = whole.text.lines().map(str::to_owned).collect();
            let broken = read(&Source::from_text(&wrapped(&lines, width, indent)), &[]);
            all += 1;
            back += usize::from(said(&broken) == said(&whole));
        }
    }
    let _ = writeln!(stderr(), "  corpus, broken at a width: {back} of {all} come back");
    assert!(back * 100 >= all * 92);
}

#[test]
fn the_corpus_is_read_as_a_person_would() {
    let (mut blanks, mut kinds, mut units, mut headings) = Default::default();
    for name in &names() {
        let gold = gold(&file(name, "gold"));
        let reading = read(&Source::from_text(&file(name, "txt")), &[]);
        for (found, wanted) in reading.text.lines().zip(gold.text.lines()) {
            assert_eq!(found, wanted, "{name}");
        }
        assert_eq!(reading.text.lines().count(), gold.text.lines().count(), "{name}");
        let repairs: BTreeSet<String> = reading
            .repairs
            .iter()
            .filter(|repair| repair.made)
            .map(|repair| repair.kind.id().to_owned())
            .collect();
        assert_eq!(repairs, gold.repairs, "{name}");
        let found: Vec<Mark> = marks(&reading)
            .into_iter()
            .filter(|mark| gold.doubtful.iter().all(|d| d.start != mark.start))
            .collect();
        let place = |marks: &[Mark]| marks.iter().map(|m| (m.start, m.literal.clone())).collect::<Vec<_>>();
        let (wanted, got) = (place(&gold.blanks), place(&found));
        Score::count(&mut blanks, name, &wanted, &got);
        let both = |of: &[Mark], other: &[(usize, String)], what: fn(&Mark) -> &str| {
            let agreed = of.iter().filter(|m| other.contains(&(m.start, m.literal.clone())));
            agreed.map(|m| (m.start, m.literal.clone(), what(m).to_owned())).collect::<Vec<_>>()
        };
        let pair = |what| (both(&gold.blanks, &got, what), both(&found, &wanted, what));
        let (of_gold, of_found) = pair(|m| &m.kind);
        Score::count(&mut kinds, name, &of_gold, &of_found);
        let (of_gold, of_found) = pair(|m| &m.unit);
        Score::count(&mut units, name, &of_gold, &of_found);
        let titles: Vec<(u8, String)> =
            reading.headings.iter().map(|heading| (heading.level, heading.title.clone())).collect();
        Score::count(&mut headings, name, &gold.headings, &titles);
    }
    for (score, of) in [(&blanks, "blanks"), (&kinds, "kinds"), (&units, "units"), (&headings, "headings")] {
        score.say(of);
    }
    assert!(blanks.precision() >= 0.98 && blanks.recall() >= 0.97);
    assert!(kinds.recall() >= 0.95 && units.recall() >= 0.97);
    assert!(headings.precision() >= 0.99 && headings.recall() >= 0.99);
}
