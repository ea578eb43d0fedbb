//! The conformance vectors, the seed, and a table of lines of our own.

#![allow(clippy::unwrap_used)]

use super::*;

fn found(line: &str) -> Vec<(String, Class)> {
    scan(&[line]).remove(0).into_iter().map(|blank| (line[blank.range].to_owned(), blank.class)).collect()
}

fn name(class: Class) -> &'static str {
    match class {
        Class::XRun => "x-run",
        Class::Year => "year",
        Class::Month => "month",
        Class::Day => "day",
        Class::DocNo => "docno",
        Class::Letter => "letter",
        Class::NumberMask => "number-mask",
        Class::Tel => "tel",
        Class::Email => "email",
        Class::Underscore => "underscore",
        Class::Star => "star",
        Class::Mou => "mou",
        Class::Circle => "circle",
        Class::Delim => "delim",
        Class::Blank => "blank",
        Class::BlankDate => "blank-date",
        Class::Square => "square",
        Class::Ellipsis => "ellipsis",
        Class::Choice => "choice",
        Class::Given => "given",
    }
}

fn vectors() -> serde_json::Value {
    serde_json::from_str(include_str!("../../../../tests/cases/vectors.json")).unwrap()
}

#[test]
fn the_placeholder_vectors_are_met() {
    let vectors = vectors();
    let mut wrong = Vec::new();
    for vector in vectors["placeholder"].as_array().unwrap() {
        let line = vector["text"].as_str().unwrap();
        let expected = vector["expect"].as_array().unwrap().iter();
        let expected: Vec<(String, String)> = expected
            .map(|e| (e["text"].as_str().unwrap().to_owned(), e["cls"].as_str().unwrap().to_owned()))
            .collect();
        let got: Vec<_> =
            found(line).into_iter().map(|(text, class)| (text, name(class).to_owned())).collect();
        if got != expected {
            wrong.push(format!("{line}: {got:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_seed_has_its_33_blanks_with_their_kinds_units_and_labels() {
    let seed = include_str!("../../../../tests/cases/seed.txt");
    let table: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("../../../../tests/cases/blanks.json")).unwrap();
    let vectors = vectors();
    let lines: Vec<&str> = seed.lines().collect();
    let all = scan(&lines);
    let mut rows = table.iter().zip(vectors["seed_labels"].as_array().unwrap());
    let mut count = 0;
    for (line, blanks) in lines.iter().zip(&all) {
        for (at, blank) in blanks.iter().enumerate() {
            let typed = type_of(line, blanks, at);
            let Some((row, label)) = rows.next() else { panic!("{:?}", &line[blank.range.clone()]) };
            count += 1;
            assert!(blank.certain);
            assert_eq!(&line[blank.range.clone()], row["literal"].as_str().unwrap());
            assert_eq!(typed.kind.id(), row["kind"].as_str().unwrap(), "{label}");
            assert_eq!(typed.unit, row["unit"].as_str().unwrap(), "{label}");
            assert_eq!(typed.label, label.as_str().unwrap());
        }
    }
    assert_eq!(count, 33);
}

/// A line of the table: its text, and what is to be found there.
fn expected(row: &str) -> (String, Vec<String>) {
    let mut text = String::new();
    let mut blanks = Vec::new();
    for part in row.replace("\\s", " ").split('⟦') {
        let Some((blank, rest)) = part.split_once('⟧') else {
            text.push_str(part);
            continue;
        };
        let mark = blank.split('|').next().unwrap_or_default();
        text.push_str(mark.trim_start_matches('?'));
        text.push_str(rest);
        blanks.push(blank.to_owned());
    }
    (text, blanks)
}

#[test]
fn the_lines_of_the_table_are_read_as_it_says() {
    let table = include_str!("../../../../tests/cases/placeholders.txt");
    let (mut wrong, mut rows, mut count) = (Vec::new(), 0, 0);
    for row in table.lines().filter(|row| !row.starts_with('#') && !row.is_empty()) {
        let (line, blanks) = expected(row);
        let found = scan(&[&line]).remove(0);
        let say = |(at, wanted): (usize, &str)| {
            let blank = &found[at];
            let typed = type_of(&line, &found, at);
            let sure = if blank.certain { "" } else { "?" };
            let mark = &line[blank.range.clone()];
            match wanted.matches('|').count() {
                0 => format!("{sure}{mark}"),
                1 => format!("{sure}{mark}|{}", typed.kind.id()),
                _ => format!("{sure}{mark}|{}|{}", typed.kind.id(), typed.unit),
            }
        };
        let got: Vec<String> =
            (0..found.len()).map(|at| say((at, blanks.get(at).map_or("||", String::as_str)))).collect();
        rows += 1;
        count += blanks.len();
        if got != blanks {
            wrong.push(format!("{line}\n  {}\n  {}", got.join("  "), blanks.join("  ")));
        }
    }
    assert!(wrong.is_empty(), "{} of {rows} lines with {count} blanks\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_rule_below_a_label_is_room_to_write() {
    let row = "_".repeat(32);
    let found = |lines: &[&str]| scan(lines).concat().len();
    assert_eq!(found(&["主要诉求：", &row]), 1);
    assert_eq!(found(&["以上情况属实。", &row]), 0);
}
