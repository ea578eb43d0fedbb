//! What the values of the duty report say about each other. A relation speaks only where all its
//! fields are filled in and understood.

use std::collections::BTreeMap;
use std::ops::Range;

use super::figure_share::exists;
use crate::field::{Field, Kind, read};
use crate::lint::{Finding, Subject};
use crate::report::Origin;

/// The counts of the duty report, with the unit that the sentence prints behind each.
pub(super) const COUNTS: [(&str, &str); 28] = [
    ("theory_group_sessions", "次"),
    ("party_lectures", "次"),
    ("training_courses", "个"),
    ("training_person_times", "人次"),
    ("party_building_meetings", "次"),
    ("party_building_surveys", "次"),
    ("case_education_sessions", "次"),
    ("teachers_disciplined", "人"),
    ("secretaries_interviewed", "人"),
    ("party_orgs_adjusted", "个"),
    ("large_branches_split", "个"),
    ("advisers_dispatched", "人"),
    ("provincial_demo_schools", "个"),
    ("municipal_county_demo_branches", "个"),
    ("municipal_civilised_schools", "所"),
    ("provincial_civilised_schools", "所"),
    ("general_branch_secretaries_adjusted", "人"),
    ("deputy_secretaries_adjusted", "人"),
    ("activists_trained", "人"),
    ("development_targets", "人"),
    ("probationary_admitted", "人"),
    ("probationary_confirmed", "人"),
    ("advanced_orgs_commended", "个"),
    ("outstanding_people_commended", "名"),
    ("teachers_rotated", "名"),
    ("lunch_primary_schools", "所"),
    ("lunch_students", "名"),
    ("aspect_count", "个"),
];

/// The names of the duty report, with what the sentence prints behind each.
pub(super) const NAMES: [(&str, &str); 3] = [
    ("weak_branch_name", "党支部"),
    ("provincial_demo_programme", "示范学校"),
    ("requirement_source", "要求"),
];

/// Whether the relations speak for this field, so that no rule about any value need.
pub(super) fn is_known(field: &str) -> bool {
    field == "backbone_share_percent" || COUNTS.iter().chain(&NAMES).any(|(known, _)| *known == field)
}

/// A value of the report.
#[derive(Clone, Debug)]
pub(super) struct Value<'a> {
    pub(super) text: &'a str,
    pub(super) paragraph: usize,
    pub(super) range: Range<usize>,
}

impl Value<'_> {
    pub(super) fn finding(&self) -> Finding {
        Finding::at(self.paragraph, self.range.clone())
    }

    fn count(&self) -> Option<u64> {
        let read = read(&Field::new("", Kind::Integer, "", ""), self.text);
        read.text.parse().ok().filter(|_| read.refusal.is_none())
    }

    /// The share without its point, and its decimals.
    fn share(&self) -> Option<(u64, u32)> {
        let read = read(&Field::new("", Kind::Percent, "", ""), self.text);
        let (whole, decimals) = read.text.split_once('.').unwrap_or((&read.text, ""));
        let value = format!("{whole}{decimals}").parse().ok().filter(|value| *value < 1 << 40)?;
        read.refusal.is_none().then_some((value, decimals.len() as u32))
    }
}

/// The values of the fields that a report shows, each at its first place.
pub(super) struct Values<'a>(BTreeMap<&'a str, Value<'a>>);

impl<'a> Values<'a> {
    pub(super) fn of(subject: &'a Subject<'_>) -> Self {
        let mut all = BTreeMap::new();
        for (paragraph, content) in subject.report.paragraphs.iter().enumerate() {
            let mut from = 0;
            for run in &content.runs {
                let range = from..from + run.text.len();
                from = range.end;
                if let Origin::Field(id) = &run.origin
                    && !run.open
                {
                    all.entry(id.as_str()).or_insert(Value { text: &run.text, paragraph, range });
                }
            }
        }
        Self(all)
    }

    pub(super) fn get(&self, id: &str) -> Option<&Value<'a>> {
        self.0.get(id)
    }

    fn count(&self, id: &str) -> Option<u64> {
        self.get(id)?.count()
    }
}

/// A remark at a value, telling the figures in order.
fn at(value: Option<&Value<'_>>, facts: &[u64], found: &mut Vec<Finding>) {
    if let Some(value) = value {
        found.push(facts.iter().fold(value.finding(), |finding, fact| finding.telling(fact.to_string())));
    }
}

/// The first count is not to be above the second.
fn ordered(subject: &Subject<'_>, [less, more]: [&str; 2], place: &str, found: &mut Vec<Finding>) {
    let values = Values::of(subject);
    if let (Some(few), Some(many)) = (values.count(less), values.count(more))
        && few > many
    {
        at(values.get(place), &[few, many], found);
    }
}

/// SR1: every course trains somebody.
pub(super) fn training(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let fields = ["training_courses", "training_person_times"];
    ordered(subject, fields, "training_person_times", found);
}

/// SR2: schools that serve lunch serve it to somebody, each to one at least.
pub(super) fn lunch(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let values = Values::of(subject);
    if let (Some(schools), Some(students)) =
        (values.count("lunch_primary_schools"), values.count("lunch_students"))
        && (students < schools || (schools == 0) != (students == 0))
    {
        at(values.get("lunch_students"), &[schools, students], found);
    }
}

const SHARE: &str = "backbone_share_percent";

/// SR3: a share is no more than all.
pub(super) fn share_above_all(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let values = Values::of(subject);
    if let Some(value) = values.get(SHARE)
        && let Some((share, decimals)) = value.share()
        && share > 100 * 10_u64.pow(decimals)
    {
        found.push(value.finding().telling(value.text));
    }
}

/// SR4: the share is one that so many admitted can have.
pub(super) fn share_of_admitted(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let values = Values::of(subject);
    if let (Some(admitted), Some(value)) = (values.count("probationary_admitted"), values.get(SHARE))
        && let Some((share, decimals)) = value.share()
        && admitted > 0
        && share <= 100 * 10_u64.pow(decimals)
        && !exists(admitted, (share, decimals))
    {
        found.push(value.finding().telling(admitted.to_string()).telling(value.text));
    }
}

/// SR6: splitting a large branch is one kind of adjusting.
pub(super) fn branches_split(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let fields = ["large_branches_split", "party_orgs_adjusted"];
    ordered(subject, fields, "large_branches_split", found);
}

/// SR7: those of the province come out of those of the city.
pub(super) fn civilised_schools(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let fields = ["provincial_civilised_schools", "municipal_civilised_schools"];
    ordered(subject, fields, "provincial_civilised_schools", found);
}

/// SR8: each step of admission is taken by fewer.
pub(super) fn admission(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let (admitted, targets) = ("probationary_admitted", "development_targets");
    ordered(subject, [targets, "activists_trained"], targets, found);
    ordered(subject, [admitted, targets], admitted, found);
}

/// SR9: a count of nothing had better not be printed.
pub(super) fn nothing_done(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let values = Values::of(subject);
    for (id, unit) in COUNTS {
        if values.count(id) == Some(0)
            && let Some(value) = values.get(id)
        {
            found.push(value.finding().telling(format!("{}{unit}", value.text)));
        }
    }
}

/// SR13: of nobody admitted there is no share.
pub(super) fn share_of_nobody(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let values = Values::of(subject);
    if values.count("probationary_admitted") == Some(0) {
        at(values.get(SHARE), &[], found);
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{filled, findings};

    fn count(rule: &str, text: &str) -> usize {
        findings(rule, &filled(text), None).len()
    }

    #[test]
    fn an_order_that_does_not_hold_is_found() {
        let cases = [
            ("SR1", "training_courses", "training_person_times", "18", "2460"),
            ("SR2", "lunch_primary_schools", "lunch_students", "9", "350"),
            ("SR6", "large_branches_split", "party_orgs_adjusted", "2", "9"),
            ("SR7", "provincial_civilised_schools", "municipal_civilised_schools", "1", "5"),
            ("SR8", "development_targets", "activists_trained", "52", "86"),
            ("SR8", "probationary_admitted", "development_targets", "37", "52"),
        ];
        for (rule, less, more, few, many) in cases {
            assert_eq!(count(rule, &format!("{{{less}={few}}}和{{{more}={many}}}")), 0, "{rule}");
            assert_eq!(count(rule, &format!("{{{less}={few}}}和{{{more}={few}}}")), 0, "{rule}");
            assert_eq!(count(rule, &format!("{{{less}={many}}}和{{{more}={few}}}")), 1, "{rule}");
            assert_eq!(count(rule, &format!("{{{less}={many}}}和{{{more}}}")), 0, "{rule}: open");
            assert_eq!(count(rule, &format!("{{{less}={many}}}和{{{more}=若干}}")), 0, "{rule}: not read");
        }
        assert_eq!(count("SR2", "{lunch_primary_schools=0}{lunch_students=0}"), 0);
        assert_eq!(count("SR2", "{lunch_primary_schools=0}{lunch_students=5}"), 1);
    }

    #[test]
    fn the_share_is_one_of_those_admitted() {
        let cases = [
            (37, [("62", 0), ("63", 1), ("64", 1), ("65", 0), ("62.2", 0), ("62.3", 1)]),
            (3, [("33", 0), ("67", 0), ("100", 0), ("0", 0), ("50", 1), ("101", 0)]),
        ];
        for (admitted, shares) in cases {
            for (share, findings) in shares {
                let text =
                    format!("{{probationary_admitted={admitted}}}人，占{{backbone_share_percent={share}}}%");
                assert_eq!(count("SR4", &text), findings, "{text}");
            }
        }
        assert_eq!(count("SR3", "{backbone_share_percent=101}"), 1);
        assert_eq!(count("SR3", "{backbone_share_percent=100}"), 0);
    }

    #[test]
    fn nothing_is_remarked() {
        assert_eq!(count("SR9", "处分{teachers_disciplined=0}人，{party_lectures=3}次"), 1);
        assert_eq!(count("SR13", "{probationary_admitted=0}，占{backbone_share_percent=0}%"), 1);
        assert_eq!(count("SR13", "{probationary_admitted=3}，占{backbone_share_percent=0}%"), 0);
    }
}
