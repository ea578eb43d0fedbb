//! From a place in the report to the words of the draft behind it, and the words around it.

use std::ops::Range;

use gaozhi_core::draft::{Draft, Holder, Target};
use gaozhi_core::field::FieldId;
use gaozhi_core::lint::Place;
use gaozhi_core::report::{Origin, Paragraph, Part, Report, Run};
use gaozhi_core::template::Span;

/// Characters shown before and after the words of a finding.
const AROUND: usize = 12;

/// What stands at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spot {
    /// The words before it in its paragraph, the last ones; without the number.
    pub(crate) before: String,
    /// The words at the place.
    pub(crate) words: String,
    /// The words after it, the first ones.
    pub(crate) after: String,
    /// Where to go.
    pub(crate) target: Option<Target>,
    /// Whether the words stand at the target just as they stand here.
    pub(crate) is_exact: bool,
    /// Whether it is the mark of a blank that is not filled in.
    pub(crate) is_open: bool,
}

/// Looks a place up; nothing where the report has no such place.
pub(crate) fn look_up(draft: &Draft, report: &Report, place: &Place) -> Option<Spot> {
    let paragraph = report.paragraphs.get(place.paragraph)?;
    let text = paragraph.text();
    let words = text.get(place.range.clone())?.to_owned();
    let number = paragraph.runs.iter().find(|run| run.origin == Origin::Number);
    let begin = number.map_or(0, |run| run.text.len());
    let (before, after) =
        (text.get(begin..place.range.start).unwrap_or_default(), text.get(place.range.end..)?);
    let mut spot = Spot { before: last(before), words, after: first(after), ..Spot::default() };
    let entry = draft.index_of(paragraph.block)?;
    match run_of(paragraph, &place.range) {
        Some((run, range)) => {
            let exact = exact(draft, entry, run, &range, &spot.words);
            spot.is_exact = exact.is_some();
            spot.is_open = run.open;
            spot.target = Some(exact.unwrap_or_else(|| whole(entry, run)));
        }
        // Words of several origins: the field among them is what a person can change.
        None => spot.target = Some(across(paragraph, &place.range, entry)),
    }
    Some(spot)
}

/// The run that holds all of the words, and their bytes in it; a place without words at the bound of
/// two runs belongs to the words of the outline.
fn run_of<'a>(paragraph: &'a Paragraph, range: &Range<usize>) -> Option<(&'a Run, Range<usize>)> {
    let mut start = 0;
    let mut found: Option<(&Run, Range<usize>)> = None;
    for run in &paragraph.runs {
        let end = start + run.text.len();
        if start <= range.start && range.end <= end && run.origin != Origin::Number {
            let is_better = found.is_none() || run.origin == Origin::Text;
            if is_better {
                found = Some((run, range.start - start..range.end - start));
            }
        }
        start = end;
    }
    found
}

/// The place in the draft where the same words stand.
fn exact(draft: &Draft, entry: usize, run: &Run, range: &Range<usize>, words: &str) -> Option<Target> {
    match &run.origin {
        Origin::Number => None,
        Origin::Text => {
            let block = &draft.entries().get(entry)?.block;
            let half = if run.part == Part::Lead { &block.lead } else { &block.text };
            let Some(Span::Text(text)) = half.get(run.span) else { return None };
            (*text == run.text).then(|| Target { holder: holder(entry, run), range: range.clone() })
        }
        Origin::Field(id) if !run.open => {
            let value = draft.value(id);
            let start = if value.trim() == run.text {
                value.len() - value.trim_start().len() + range.start
            } else {
                same_in(&run.text, range.start, &value, words)?
            };
            Some(Target { holder: Holder::Field(id.clone()), range: start..start + words.len() })
        }
        Origin::Field(_) => None,
    }
}

/// Where in `value` the words stand that stand at a byte of how it is printed: a list is put together
/// of its lines. Nothing unless they stand as often in both.
fn same_in(printed: &str, at: usize, value: &str, words: &str) -> Option<usize> {
    if words.is_empty() || printed.matches(words).count() != value.matches(words).count() {
        return None;
    }
    let nth = printed.match_indices(words).position(|(start, _)| start == at)?;
    value.match_indices(words).nth(nth).map(|(start, _)| start)
}

fn holder(entry: usize, run: &Run) -> Holder {
    match &run.origin {
        Origin::Field(id) => Holder::Field(id.clone()),
        Origin::Number | Origin::Text => {
            Holder::Text { entry, in_lead: run.part == Part::Lead, span: run.span }
        }
    }
}

fn whole(entry: usize, run: &Run) -> Target {
    Target { holder: holder(entry, run), range: 0..0 }
}

fn across(paragraph: &Paragraph, range: &Range<usize>, entry: usize) -> Target {
    let mut start = 0;
    let mut field: Option<&FieldId> = None;
    for run in &paragraph.runs {
        let end = start + run.text.len();
        if let Origin::Field(id) = &run.origin
            && start < range.end
            && range.start < end
        {
            field = field.or(Some(id));
        }
        start = end;
    }
    let paragraph = Holder::Text { entry, in_lead: false, span: 0 };
    Target { holder: field.map_or(paragraph, |id| Holder::Field(id.clone())), range: 0..0 }
}

pub(crate) fn first(text: &str) -> String {
    match text.char_indices().nth(AROUND) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

pub(crate) fn last(text: &str) -> String {
    let tail: usize = text.chars().rev().take(AROUND).map(char::len_utf8).sum();
    let rest = text.get(text.len() - tail..).unwrap_or_default();
    if rest.len() < text.len() { format!("…{rest}") } else { rest.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gaozhi_core::draft::mend;
    use gaozhi_core::report::compose;
    use gaozhi_core::template::parse;
    use std::collections::BTreeMap;

    const TEXT: &str = "[字段]\na | 列表 | 甲\nb | 文本 | 乙\nn | 整数 | 次数 | 占位 X\n[正文]\n# 标题, | 讲{a},听{b}共{n}次。";

    /// Where the words are in the report and the draft, and the line of the place.
    fn at(words: &str) -> (String, bool) {
        let answers = [("a", "天,文\n地理"), ("b", " 甲乙丙丁戊己庚辛壬癸子丑寅卯 ")];
        let answers = answers.map(|(id, text)| (FieldId::new(id), text.to_owned()));
        let draft = Draft::new(parse(TEXT).0, BTreeMap::from(answers));
        let report = compose(&draft);
        let start = report.paragraphs[0].text().find(words).expect("words of it");
        let place = Place { paragraph: 0, range: start..start + words.len() };
        let spot = look_up(&draft, &report, &place).expect("a place");
        assert_eq!(spot.words, words);
        let target = spot.target.expect("a target");
        assert_eq!(spot.is_exact, mend(&draft, &target, words, "？？").is_some(), "{words}");
        (target.print(), spot.is_exact)
    }

    #[test]
    fn words_are_found_where_a_person_changes_them() {
        let cases = [
            ("题", "lead 0 0 3 6", true),
            (",听", "text 0 2 0 4", true),
            ("乙", "field b 0 4 7", true),
            ("理", "field a 0 11 14", true),
            ("天,", "field a 0 0 4", true),
            ("X", "field n 0 0 0", false),
            ("、地", "field a 0 0 0", false),
            ("理,听", "field a 0 0 0", false),
            ("一、标", "text 0 0 0 0", false),
            ("标题,讲", "text 0 0 0 0", false),
        ];
        for (words, line, is_exact) in cases {
            assert_eq!(at(words), (line.to_owned(), is_exact), "{words}");
        }
    }

    #[test]
    fn the_words_around_are_some_and_without_the_number() {
        assert_eq!((last("短"), first("短")), ("短".to_owned(), "短".to_owned()));
        assert_eq!(last("一二三四五六七八九十甲乙丙"), "…二三四五六七八九十甲乙丙");
        assert_eq!(first("一二三四五六七八九十甲乙丙"), "一二三四五六七八九十甲乙…");
        let draft = Draft::new(parse("[正文]\n# 甲乙").0, BTreeMap::new());
        let place = Place { paragraph: 0, range: 9..12 };
        assert_eq!(look_up(&draft, &compose(&draft), &place).expect("a place").before, "甲");
    }
}
