//! The built-in report as the stories know it: the seed's own words, and answers to its blanks.

use serde_json::Value;

/// The blanks of the seed, with key, literal, kind and unit.
const BLANKS: &str = include_str!("../../cases/blanks.json");
const SEED: &str = include_str!("../../cases/seed.txt");
const ANSWERS: &str = include_str!("../../cases/duty_report/answers.txt");

/// What the built-in template asks for beside the seed's blanks.
const SIGNATURE: [&str; 2] = ["reporter_post", "reporter_name"];

/// The blanks in the order of the report with a sample answer to each: the 33 of the seed, then the signature.
#[must_use]
pub fn answers() -> Vec<(String, String)> {
    let blanks: Vec<Value> = serde_json::from_str(BLANKS).expect("blanks.json is JSON");
    let keys = blanks.iter().map(|blank| blank["key"].as_str().expect("every blank has a key"));
    keys.chain(SIGNATURE).map(|key| (key.to_owned(), answer(key).to_owned())).collect()
}

/// The sample answer to a field.
#[must_use]
pub fn answer(key: &str) -> &'static str {
    let mut pairs = ANSWERS.lines().filter_map(|line| line.split_once(" = "));
    pairs.find(|(id, _)| *id == key).unwrap_or_else(|| panic!("answers.txt has no {key}")).1
}

/// The seed's own paragraphs with the answers in place of its marks, in order, without white space.
#[must_use]
pub fn filled_seed() -> Vec<String> {
    let answers = answers();
    let mut values = answers.iter().map(|(_, value)| value.as_str());
    let mut fill = |line: &str| {
        let mut out = String::new();
        let mut in_mark = false;
        for c in line.chars() {
            if c != 'X' {
                out.push(c);
            } else if !in_mark {
                out.push_str(values.next().expect("the seed has as many marks as there are answers"));
            }
            in_mark = c == 'X';
        }
        out
    };
    SEED.lines().map(squeezed).filter(|line| !line.is_empty()).map(|line| squeezed(&fill(&line))).collect()
}

/// A text without white space.
#[must_use]
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect()
}

/// The lines of a text that say something, without white space.
#[must_use]
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(squeezed).filter(|line| !line.is_empty()).collect()
}
