//! The list of findings as one plain text that the page cuts up: a line for each row, parts between
//! [`PART`]. Everything that can be decided about it is decided here, so that little of it is part of
//! the first load.
//!
//! | row | its parts |
//! | --- | --- |
//! | `words` | what the buttons are called: take the fix, ignore, ignore the rule, bring back |
//! | `group` | severity, title |
//! | `bunch` | rule, title of the findings of one rule that follow, up to `end` |
//! | `finding` | rule, severity, sentence, words before, words, words after, where to go, the line that puts it away, `fix` or `ignored` or nothing, the fix |
//! | `none` | the sentence for no findings |
//! | `more` | what the switch for the ignored findings is called |

use std::collections::BTreeSet;

use gaozhi_core::draft::Draft;
use gaozhi_core::lang::{ZH_LINT, ZH_PROOF};
use gaozhi_core::lint::{Finding, Severity, check, report_year};
use gaozhi_core::report::{Report, compose};

use crate::note::Note;
use crate::place::Spot;

/// Stands between the parts of a row; no text of a report holds it.
pub const PART: char = '\u{1f}';

/// More findings of one rule than this are shown as one row that opens.
const BUNCH: usize = 5;
/// The rule whose findings are open blanks.
const OPEN: &str = "PH01";
/// Characters shown of words that are not to be replaced.
const SHOWN: usize = 24;

/// How the list is wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wish<'a> {
    /// The id of the draft.
    pub id: &'a str,
    /// What the person put away, a line each: a rule, or what [`sheet`] gave with a finding.
    pub ignored: &'a str,
    /// Whether what was put away is to be listed too.
    pub shown: bool,
}

impl Wish<'_> {
    /// The line that puts one finding of this draft away: its rule, and a hash (FNV-1a) of the words
    /// that it is about.
    pub(crate) fn key(&self, rule: &str, about: &str) -> String {
        let bytes = self.id.bytes().chain([0]).chain(about.bytes());
        let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("{rule} {hash:016x}")
    }
}

/// The findings in a draft, as rows.
#[must_use]
pub fn sheet(draft: &Draft, wish: &Wish<'_>) -> String {
    let report = compose(draft);
    let findings = check(&report, report_year(draft, &report));
    listed(draft, &report, findings, wish)
}

fn listed(draft: &Draft, report: &Report, findings: Vec<Finding>, wish: &Wish<'_>) -> String {
    let ignored: BTreeSet<&str> = wish.ignored.lines().collect();
    let found = findings.into_iter().map(|finding| Note::of(draft, report, finding, wish));
    let (blanks, mut notes): (Vec<Note>, Vec<Note>) =
        found.partition(|note| note.spot.is_open && note.rule == OPEN);
    match blanks.len() {
        0 | 1 => notes.extend(blanks),
        // They are in every report in work: one row for all of them.
        _ => notes.extend(blanks.into_iter().next().map(|first| Note {
            sentence: (ZH_PROOF.open)(report.open),
            spot: Spot { is_open: true, ..Spot::default() },
            key: wish.key(OPEN, ""),
            ..first
        })),
    }
    let (away, here): (Vec<Note>, Vec<Note>) = notes
        .into_iter()
        .partition(|note| ignored.contains(note.rule) || ignored.contains(note.key.as_str()));

    let mut rows = Rows::default();
    let words = &ZH_PROOF;
    rows.add(&["words", words.fix, words.ignore, words.ignore_rule, words.bring_back]);
    for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
        rows.group(severity, &here);
    }
    if here.is_empty() {
        rows.add(&["none", words.nothing]);
    }
    if wish.shown && !away.is_empty() {
        rows.add(&["group", "ignored", &title(words.ignored, away.len())]);
        for note in &away {
            let line = if ignored.contains(note.rule) { note.rule } else { &note.key };
            rows.finding(note, line, "ignored");
        }
        rows.add(&["more", words.hide_ignored]);
    } else if !away.is_empty() {
        rows.add(&["more", &(words.show_ignored)(away.len())]);
    }
    rows.0
}

fn title(name: &str, count: usize) -> String {
    format!("{name} {count}")
}

/// Lines of parts.
#[derive(Default)]
pub(crate) struct Rows(pub(crate) String);

impl Rows {
    /// One more line.
    pub(crate) fn add(&mut self, parts: &[&str]) {
        for (at, part) in parts.iter().enumerate() {
            if at > 0 {
                self.0.push(PART);
            }
            // Facts that a rule tells may come from anywhere.
            self.0.extend(part.chars().filter(|c| !c.is_control()));
        }
        self.0.push('\n');
    }

    /// The findings of a severity, those of a rule with many of them together where the first stands.
    fn group(&mut self, severity: Severity, notes: &[Note]) {
        let of_it: Vec<&Note> = notes.iter().filter(|note| note.severity == severity).collect();
        let Some(_) = of_it.first() else { return };
        self.add(&["group", id(severity), &title((ZH_LINT.severity)(severity), of_it.len())]);
        let mut bunched = BTreeSet::new();
        for note in &of_it {
            let alike = of_it.iter().filter(|other| other.rule == note.rule);
            if alike.clone().count() <= BUNCH {
                self.finding(note, &note.key, "");
            } else if bunched.insert(note.rule) {
                self.add(&["bunch", note.rule, &(ZH_PROOF.alike)(&note.sentence, alike.clone().count())]);
                for note in alike {
                    self.finding(note, &note.key, "");
                }
                self.add(&["end"]);
            }
        }
    }

    fn finding(&mut self, note: &Note, line: &str, state: &str) {
        let Spot { before, words, after, target, is_open, .. } = &note.spot;
        let goes = match target {
            Some(target) => target.print(),
            None if *is_open => "next".to_owned(),
            None => String::new(),
        };
        let fix = note.fix.as_deref().filter(|_| state.is_empty());
        let state = if fix.is_some() { "fix" } else { state };
        let words = if fix.is_some() { words.clone() } else { shortened(words) };
        let fix = fix.unwrap_or_default();
        let (rule, severity) = (note.rule, id(note.severity));
        self.add(&[
            "finding",
            rule,
            severity,
            &note.sentence,
            before,
            &words,
            after,
            &goes,
            line,
            state,
            fix,
        ]);
    }
}

fn shortened(words: &str) -> String {
    match words.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
        None => words.to_owned(),
    }
}

fn id(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::draft::{Target, mend};
    use gaozhi_core::field::FieldId;
    use gaozhi_core::template::parse;
    use std::collections::BTreeMap;

    fn rows(text: &str, ignored: &str, shown: bool) -> Vec<Vec<String>> {
        let draft = Draft::new(parse(text).0, BTreeMap::new());
        let report = compose(&draft);
        let mut findings = check(&report, None);
        findings.retain(|finding| matches!(finding.rule, "PC01" | "PH01"));
        let sheet = listed(&draft, &report, findings, &Wish { id: "d1", ignored, shown });
        sheet.lines().map(|line| line.split(PART).map(str::to_owned).collect()).collect()
    }

    /// The first parts of the rows after the first row.
    fn heads(rows: &[Vec<String>]) -> Vec<String> {
        rows[1..].iter().map(|row| row[..row.len().min(2)].join(" ")).collect()
    }

    const ONE: &str = "[正文]\n# 甲。 | 讲课,听课。";

    #[test]
    fn a_finding_says_all_that_its_row_needs() {
        let rows = rows(ONE, "", false);
        assert_eq!(heads(&rows), ["group warning", "finding PC01"]);
        let finding: Vec<&str> = rows[2].iter().map(String::as_str).collect();
        assert_eq!(finding[4..8], ["甲。讲课", ",", "听课。", "text 0 0 6 7"]);
        assert_eq!(finding[9..], ["fix", "，"]);
        assert_eq!(finding.len(), 11);
    }

    #[test]
    fn what_was_put_away_is_listed_when_asked_for() {
        let line = rows(ONE, "", false)[2][8].clone();
        assert!(line.starts_with("PC01 "), "{line}");
        for (ignored, away) in [(line.as_str(), line.as_str()), ("PC01", "PC01")] {
            assert_eq!(heads(&rows(ONE, ignored, false)), ["none 没有发现问题", "more 显示已忽略的 1 条"]);
            let rows = rows(ONE, ignored, true);
            assert_eq!(heads(&rows)[1..], ["group ignored", "finding PC01", "more 收起已忽略的"]);
            assert_eq!(rows[3][8..], [away, "ignored", ""]);
        }
        assert_eq!(heads(&rows(&ONE.replace("听课", "授课"), &line, false)).len(), 2);
    }

    #[test]
    fn many_findings_of_a_rule_are_one_row_that_opens() {
        let text = format!("[正文]\n{}", "甲,乙。\n".repeat(6));
        let rows = rows(&text, "", false);
        let heads = heads(&rows);
        assert!(heads[1] == "bunch PC01" && rows[2][2].ends_with("（同类共 6 处）"), "{rows:?}");
        assert_eq!((heads.len(), heads[8].as_str()), (9, "end"));
    }

    #[test]
    fn a_sound_report_has_no_findings() {
        assert_eq!(heads(&rows("[正文]\n甲，乙。", "", true)), ["none 没有发现问题"]);
    }

    #[test]
    fn open_blanks_are_one_row_with_a_way_to_the_next() {
        let text = "[字段]\na | 文本 | 甲\nb | 文本 | 乙\n[正文]\n讲{a},听{b}，讲{a}。";
        let first = &rows(text, "", false)[2];
        assert_eq!(first[1..4], ["PH01", "error", "还有 2 处未填，点这里到下一处。"]);
        assert_eq!((first[7].as_str(), first[9].as_str()), ("next", ""));
        assert_eq!(rows(text, &first[8], false)[2][1], "PC01");
        let one = &rows("[正文]\n讲{a}次。", "", false)[2];
        assert_eq!((one[5].as_str(), one[7].as_str()), ("XX", "field a 0 0 0"));
    }

    #[test]
    fn the_sheet_of_anything_is_well_formed() {
        let pieces = [
            ",",
            "，",
            "“",
            "”",
            "(",
            ")",
            " ",
            "\u{a0}",
            "\u{1f}",
            "{a}",
            "{b}",
            "XX",
            "12",
            "次",
            "次次",
            "50%",
            "2026年",
            "的的",
            "甲乙丙",
            "一是",
            "。",
            "\n",
            "\n# ",
            "\n## ",
            " | ",
            "\t",
            "D建",
            "述职报告",
            "\n@标题 ",
            "\n@落款 ",
        ];
        let (mut seed, mut count, mut mended) = (7_u64, 0, 0);
        let mut any = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap_or(0) % most
        };
        for _ in 0..400 {
            let mut words = |most| (0..any(most)).map(|_| pieces[any(pieces.len())]).collect::<String>();
            let text = format!("[字段]\na | 文本 | 甲\nb | 列表 | 乙\n[正文]\n{}", words(40));
            let answers = ["a", "b"].map(|id| (FieldId::new(id), words(6)));
            let draft = Draft::new(parse(&text).0, BTreeMap::from(answers));
            let sheet = sheet(&draft, &Wish { id: "d", ignored: "PC02\nST01", shown: true });
            for line in sheet.lines() {
                let parts: Vec<&str> = line.split(PART).collect();
                let is_finding = parts[0] == "finding";
                let sizes = [("words", 5), ("group", 3), ("bunch", 3), ("end", 1), ("none", 2), ("more", 2)];
                assert!(is_finding || sizes.contains(&(parts[0], parts.len())), "{line:?}");
                if !is_finding {
                    continue;
                }
                assert_eq!(parts.len(), 11, "{line:?}");
                count += 1;
                let target = Target::parse(parts[7]);
                assert!(target.is_some() || matches!(parts[7], "" | "next"), "{line:?}");
                if parts[9] == "fix" {
                    assert!(
                        mend(&draft, &target.expect("a place"), parts[5], parts[10]).is_some(),
                        "{line:?}"
                    );
                    mended += 1;
                }
            }
        }
        assert!(count > 1000 && mended > 200, "{count} findings, {mended} of them with a fix");
    }
}
