//! What the words of the duty report's values say about each other and about the sentence around.

use super::relation::{COUNTS, NAMES, Value, Values};
use crate::lint::prose::{clause_before, sentence_before};
use crate::lint::{Finding, Subject};
use crate::text::part;

const INITIATIVES: [&str; 3] = ["demo_initiative_1", "demo_initiative_2", "demo_initiative_3"];
const QUOTES: [char; 12] = ['“', '”', '‘', '’', '"', '\'', '「', '」', '『', '』', '《', '》'];

/// SR5: the three names of a row are three, and hold no quotes: the sentence prints these.
pub(super) fn initiatives(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let values = Values::of(subject);
    let names: Vec<_> = INITIATIVES.iter().filter_map(|id| values.get(id)).collect();
    for (at, name) in names.iter().enumerate() {
        let is_again = names.iter().take(at).any(|earlier| earlier.text.trim() == name.text.trim());
        if is_again || name.text.contains(QUOTES) {
            let mut finding = name.finding().telling(name.text);
            if !is_again {
                finding = finding.fixed(name.text.replace(QUOTES, ""));
            }
            found.push(finding);
        }
    }
}

/// SR10: a name does not end with what the sentence prints behind it.
pub(super) fn ending_again(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    ends(subject, &NAMES, found);
}

/// SR11: a count does not end with its unit.
pub(super) fn unit_again(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    ends(subject, &COUNTS, found);
    ends(subject, &[("backbone_share_percent", "%"), ("backbone_share_percent", "％")], found);
}

fn ends(subject: &Subject<'_>, fields: &[(&str, &str)], found: &mut Vec<Finding>) {
    let values = Values::of(subject);
    for (id, ending) in fields {
        let Some(Value { text, paragraph, range }) = values.get(id) else { continue };
        let kept = text.trim_end().trim_end_matches(ending).len();
        if kept < text.trim_end().len() {
            // A name that is nothing but the ending is not for a fix to empty.
            let finding = Finding::at(*paragraph, range.start + kept..range.end).telling(*ending);
            found.push(if kept > 0 { finding.fixed("") } else { finding });
        }
    }
}

/// SR12: the announced number of aspects is that of the items before it.
pub(super) fn aspects(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let values = Values::of(subject);
    let Some(value) = values.get("aspect_count") else { return };
    let Some(text) = subject.texts.get(value.paragraph) else { return };
    let Some(items) = items(clause_before(text, value.range.start))
        .filter(|_| sentence_before(text, value.range.start).contains('从'))
    else {
        return;
    };
    if let Ok(said) = value.text.trim().parse::<usize>()
        && said != items
    {
        let place = value.range.clone();
        let finding = Finding::at(value.paragraph, place).telling(value.text).telling(items.to_string());
        found.push(finding.fixed(items.to_string()));
    }
}

/// How many items a row names, 从甲、乙、丙和丁; nothing where it is no such row.
fn items(clause: &str) -> Option<usize> {
    let row = clause.split_once('从')?.1;
    let row = row.strip_suffix('等').unwrap_or(row);
    let (rest, last) = row.rsplit_once('、')?;
    let lasts = last.split(['和', '与', '及']).filter(|item| !item.is_empty()).count();
    let is_row = row.split('、').all(|item| (1..=12).contains(&item.chars().count()));
    (is_row && lasts <= 2 && !part(rest, ..).is_empty()).then(|| rest.split('、').count() + lasts)
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{filled, findings};

    fn words(rule: &str, text: &str) -> Vec<(String, Option<String>)> {
        let report = filled(text);
        let printed = report.paragraphs[0].text();
        let found = findings(rule, &report, None).into_iter();
        found
            .map(|finding| (printed[finding.place.expect("at a value").range].to_owned(), finding.fix))
            .collect()
    }

    #[test]
    fn three_names_are_three_and_without_quotes() {
        let names = |a: &str, b: &str| {
            words("SR5", &format!("“{{demo_initiative_1={a}}}”“{{demo_initiative_2={b}}}”")).len()
        };
        assert_eq!(names("红旗", "先锋"), 0);
        assert_eq!(names("红旗", "红旗"), 1);
        assert_eq!(names("红旗", "“先锋”"), 1);
    }

    #[test]
    fn what_the_sentence_prints_is_not_typed_again() {
        assert_eq!(
            words("SR10", "{weak_branch_name=一小党支部}党支部，{requirement_source=县委}要求"),
            [("党支部".to_owned(), Some(String::new()))]
        );
        assert_eq!(words("SR11", "讲党课{party_lectures=12次}次"), [("次".to_owned(), Some(String::new()))]);
        assert!(words("SR11", "讲党课{party_lectures=12}次").is_empty());
    }

    #[test]
    fn announced_aspects_are_counted() {
        let text =
            |row: &str, count: &str| words("SR12", &format!("从{row}{{aspect_count={count}}}个方面")).len();
        let row = "办学思想、专业能力、管理能力、任职资历和办学成效";
        assert_eq!(text(row, "5"), 0);
        assert_eq!(text(row, "4"), 1);
        assert_eq!(text("多", "4"), 0);
    }
}
