//! The proofreader's rules: the vectors of the trade, the report of the trade, and the laws that
//! hold for any text.

use std::fs;
use std::io::{Write, stderr};
use std::time::Instant;

use gaozhi_core::draft::{BlockId, Day, Draft};
use gaozhi_core::lint::{Finding, RULES, Severity, check};
use gaozhi_core::reading::{Source, read, settled};
use gaozhi_core::report::{Origin, Paragraph, Part, Report, Run, compose};
use gaozhi_core::template::BlockKind;
use proptest::test_runner::TestCaseError;
use serde_json::Value;

use crate::arbitrary;
use crate::check::{built_in, case, cases, check as law};

/// A report with one paragraph of text a line.
pub(crate) fn report(text: &str) -> Report {
    let run = |text: &str| Run {
        text: text.to_owned(),
        origin: Origin::Text,
        part: Part::Text,
        span: 0,
        open: false,
    };
    let paragraph =
        |text: &str| Paragraph { block: BlockId(0), kind: BlockKind::Body, runs: vec![run(text)], gap: 0 };
    Report {
        paragraphs: text.split('\n').filter(|line| !line.is_empty()).map(paragraph).collect(),
        open: 0,
        ..Report::default()
    }
}

/// Past the test harness, which shows nothing of a test that passes.
pub(crate) fn say(figure: &str) {
    let _ = writeln!(stderr(), "  {figure}");
}

fn vectors(key: &str) -> Vec<Value> {
    let vectors: Value = serde_json::from_str(&case("vectors.json")).unwrap();
    vectors[key].as_array().unwrap().clone()
}

fn has(findings: &[Finding], rule: &str) -> bool {
    findings.iter().any(|finding| finding.rule == rule)
}

fn is_registered(id: &str) -> bool {
    RULES.iter().any(|rule| rule.id == id)
}

#[test]
fn the_vectors_of_the_proofreader_are_met() {
    let vectors = vectors("lint");
    assert_eq!(vectors.len(), 26);
    let (mut ran, mut wrong) = (0, Vec::new());
    for vector in &vectors {
        let text = |key: &str| vector[key].as_str().unwrap();
        let rule = text("rule");
        if !is_registered(rule) {
            continue;
        }
        ran += 1;
        let seen = |key| has(&check(&report(text(key)), Some(2026)), rule);
        if !seen("trigger") || seen("clean") {
            wrong.push(format!("{rule}: {} {}", seen("trigger"), seen("clean")));
        }
    }
    say(&format!("vectors of the proofreader: {ran} of {} ran", vectors.len()));
    assert_eq!(ran, vectors.len(), "every vector has its rule");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The rule, where its finding begins in the seed in characters, and the words there.
fn of_seed(findings: &[Finding], seed: &str) -> Vec<(&'static str, usize, String)> {
    let lines: Vec<&str> = seed.split('\n').filter(|line| !line.is_empty()).collect();
    let mut from = Vec::new();
    let mut at = 0;
    for line in seed.split('\n') {
        if !line.is_empty() {
            from.push(at);
        }
        at += line.chars().count() + 1;
    }
    let placed = findings.iter().filter_map(|finding| Some((finding, finding.place.as_ref()?)));
    placed
        .map(|(finding, place)| {
            let line = lines[place.paragraph];
            let start = from[place.paragraph] + line[..place.range.start].chars().count();
            (finding.rule, start, line[place.range.clone()].to_owned())
        })
        .collect()
}

#[test]
fn what_is_wrong_in_the_report_of_the_trade_is_found_and_no_more() {
    let seed = case("seed.txt");
    let findings = check(&report(&seed), Some(2026));
    let found = of_seed(&findings, &seed);
    let vectors = vectors("seed_lint");
    assert_eq!(vectors.len(), 8);
    let mut rules: Vec<&str> = Vec::new();
    for vector in &vectors {
        let rule = vector[0].as_str().unwrap();
        let start = usize::try_from(vector[2].as_u64().unwrap()).unwrap();
        let words = vector[3].as_str().unwrap();
        assert!(
            found.iter().any(|f| (f.0, f.1, f.2.as_str()) == (rule, start, words)),
            "{vector} in {found:?}"
        );
        let severity = match vector[1].as_str().unwrap() {
            "error" => Severity::Error,
            "warn" => Severity::Warning,
            _ => Severity::Hint,
        };
        assert!(findings.iter().any(|f| f.rule == rule && f.severity == severity), "{vector}");
        rules.push(rule);
    }
    let count = |rule: &str| found.iter().filter(|f| f.0 == rule).count();
    for rule in &rules {
        assert_eq!(count(rule), rules.iter().filter(|other| *other == rule).count(), "{rule}: {found:?}");
    }
    let list: Vec<usize> = found.iter().filter(|f| f.0 == "PC11").map(|f| f.1).collect();
    assert_eq!(list, [2451, 2498]);
    assert_eq!(count("WD04"), 2, "{found:?}");
    assert_eq!(count("NB08"), 1, "{found:?}");
    let listed = ["PC11", "WD04", "NB08"].iter().chain(&rules).copied().collect::<Vec<_>>();
    let more: Vec<_> = found.iter().filter(|f| is_own(f.0) && !listed.contains(&f.0)).collect();
    assert!(more.is_empty(), "{more:?}");
    say(&format!("the report of the trade: {} findings", found.len()));
}

/// Whether a rule looks at the writing and not at facts.
fn is_own(rule: &str) -> bool {
    ["PC", "FM", "FN", "WD", "NB"].iter().any(|family| rule.starts_with(family))
}

#[test]
fn the_built_in_duty_report_mixes_its_headings_in_one_section() {
    let draft = Draft::start(built_in("duty_report"), Day { year: 2026, month: 12, day: 5 });
    let findings = check(&compose(&draft), Some(2026));
    assert_eq!(findings.iter().filter(|finding| finding.rule == "NB08").count(), 1);
    let numbering = findings.iter().filter(|finding| finding.rule.starts_with("NB"));
    assert_eq!(numbering.count(), 1);
}

/// Words and marks of office text, right and wrong.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "党建工作", "强化", "队伍", "培训", "3", "12", "人", "次", "，", "。", "、", "；", "：", "！", "？", ",", ".", ";", ":", "!", "?",
    "(", ")", "（", "）", "\"", "'", "“", "”", "‘", "’", "〝", "〞", "《", "》", "【", "】", "〔", "〕", " ", "\u{3000}", "\u{a0}", "\u{200b}",
    "\t", "...", "…", "……", "--", "-", "—", "——", "０", "１", "％", "．", "·", "abc", "https://a.cn/?b,c", "一是", "二是", "三是",
    "三个方面：", "一、", "（一）", "1.", "的", "地", "有针对性的", "解决", "问题", "“双减”", "双减", "黨", "(shí)", "&nbsp;", "第1页共2页", "\n",
];

fn office() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::strategy::Strategy;
    let pieces = proptest::sample::select(PIECES);
    proptest::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

/// Checks that everything that is found stands on characters of its paragraph.
fn stands(report: &Report) -> Result<(), TestCaseError> {
    for finding in check(report, Some(2026)) {
        let Some(place) = &finding.place else { continue };
        let text = report.paragraphs[place.paragraph].text();
        proptest::prop_assert!(text.get(place.range.clone()).is_some(), "{finding:?} in {text:?}");
        proptest::prop_assert!(is_registered(finding.rule));
    }
    Ok(())
}

#[test]
fn any_text_is_proofread_and_what_is_found_stands_in_it() {
    law("any text is proofread", 400, &arbitrary::document(), |text| stands(&report(&text)));
    law("any office text is proofread", 2000, &office(), |text| stands(&report(&text)));
    law("any draft is proofread", 300, &arbitrary::draft(), |draft| stands(&compose(&draft)));
}

/// `text` with the fixes of those rules, and how many they were. Of two that overlap the first.
fn fixed(text: &str, rules: &dyn Fn(&str) -> bool) -> (String, usize) {
    let report = report(text);
    let mut texts: Vec<String> = report.paragraphs.iter().map(Paragraph::text).collect();
    let findings = check(&report, Some(2026));
    let mut count = 0;
    let mut last: Option<(usize, usize)> = None;
    let mut edits = Vec::new();
    for finding in findings.iter().filter(|finding| rules(finding.rule)) {
        let (Some(place), Some(fix)) = (&finding.place, &finding.fix) else { continue };
        if last.is_some_and(|(at, end)| at == place.paragraph && place.range.start < end) {
            continue;
        }
        last = Some((place.paragraph, place.range.end));
        edits.push((place, fix));
        count += 1;
    }
    for (place, fix) in edits.into_iter().rev() {
        texts[place.paragraph].replace_range(place.range.clone(), fix);
    }
    (texts.join("\n"), count)
}

#[test]
fn a_fix_made_is_not_asked_for_again() {
    law("each rule's fixes", 400, &office(), |text| {
        for rule in RULES.iter().filter(|rule| rule.id.starts_with("PC")) {
            let only = |id: &str| id == rule.id;
            let (once, _) = fixed(&text, &only);
            let (twice, more) = fixed(&once, &only);
            proptest::prop_assert_eq!(&twice, &once, "{}: {} more in {:?}", rule.id, more, text);
        }
        let (mut text, mut rounds) = (text, 0);
        loop {
            let (next, count) = fixed(&text, &|id| id.starts_with("PC"));
            if count == 0 {
                return Ok(());
            }
            rounds += 1;
            proptest::prop_assert!(rounds < 12, "{next:?}");
            text = next;
        }
    });
}

#[test]
fn a_long_report_is_proofread_at_once() {
    let seed = case("seed.txt");
    let long = report(&seed.repeat(30_000 / seed.chars().count() + 1));
    let chars: usize = long.paragraphs.iter().map(|paragraph| paragraph.text().chars().count()).sum();
    let line = report(&seed.replace('\n', "").repeat(30_000 / seed.chars().count() + 1));
    for (what, report) in [("paragraphs", long), ("one paragraph", line)] {
        let begun = Instant::now();
        let count = check(&report, Some(2026)).len();
        let took = begun.elapsed().as_secs_f64() * 1000.0;
        say(&format!("{chars} characters in {what}: {took:.1} ms, {count} findings"));
    }
}

#[test]
fn real_reports_are_hardly_remarked_on() {
    let folder = cases().join("../corpus");
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    names.retain(|name| name.extension().is_some_and(|extension| extension == "txt"));
    names.sort();
    let mut found = Vec::new();
    for name in &names {
        let text = fs::read_to_string(name).unwrap();
        let draft = Draft::new(settled(&read(&Source::from_text(&text), &[])), Default::default());
        let stem = name.file_stem().unwrap().to_string_lossy();
        let own = check(&compose(&draft), None).into_iter().filter(|finding| is_own(finding.rule));
        found.extend(own.map(|finding| format!("{stem} {}", finding.rule)));
    }
    say(&format!("real reports: {}, remarks on the writing: {}", names.len(), found.len()));
    assert_eq!(found, ["对照检查材料 NB02"]);
}
