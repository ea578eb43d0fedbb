//! Words of a draft put right where a program found them wrong: a place that can be told in a line of
//! text, and the edit that changes the words there if they are still the same.

use std::ops::Range;

use super::edit::Edit;
use super::model::{Draft, references};
use crate::field::FieldId;
use crate::template::{Block, Span, tidy};
use crate::text::part;

/// What holds words of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// The value of a field.
    Field(FieldId),
    /// A text of a paragraph.
    Text {
        /// The index of the paragraph among the entries of the draft.
        entry: usize,
        /// Whether it belongs to the heading.
        in_lead: bool,
        /// The index of the text among the spans of that half.
        span: usize,
    },
}

/// A place in a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What holds the words.
    pub holder: Holder,
    /// Their bytes in it.
    pub range: Range<usize>,
}

impl Target {
    /// The place as words with blanks between them, for [`parse`](Self::parse).
    #[must_use]
    pub fn print(&self) -> String {
        let Range { start, end } = self.range;
        match &self.holder {
            Holder::Field(id) => format!("field {} 0 {start} {end}", id.as_str()),
            Holder::Text { entry, in_lead, span } => {
                let half = if *in_lead { "lead" } else { "text" };
                format!("{half} {entry} {span} {start} {end}")
            }
        }
    }

    /// The place that [`print`](Self::print) wrote; nothing for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let (kind, name) = (words.next()?, words.next()?);
        let mut number = || words.next()?.parse::<usize>().ok();
        let (span, range) = (number()?, number()?..number()?);
        let holder = match kind {
            "field" => Holder::Field(FieldId::new(name)),
            "lead" | "text" => Holder::Text { entry: name.parse().ok()?, in_lead: kind == "lead", span },
            _ => return None,
        };
        Some(Self { holder, range })
    }
}

/// The edit that puts `replacement` in the place of the words at `target`. Nothing where the words
/// there are not, or no more, the `expected` ones, where the edit would change nothing, and where the
/// words follow other fields and would do so no longer.
#[must_use]
pub fn mend(draft: &Draft, target: &Target, expected: &str, replacement: &str) -> Option<Edit> {
    if expected == replacement {
        return None;
    }
    match &target.holder {
        Holder::Field(id) => {
            let field = draft.field(id)?;
            if draft.answer(id).is_none() && references(&field.default).len() > 1 {
                return None;
            }
            let text = replaced(&draft.value(id), &target.range, expected, replacement)?;
            Some(Edit::Answer { field: id.clone(), text: Some(text) })
        }
        Holder::Text { entry, in_lead, span } => {
            let entry = draft.entries().get(*entry)?;
            let Block { kind, mut lead, mut text, marks } = entry.block.clone();
            let half = if *in_lead { &mut lead } else { &mut text };
            let Some(Span::Text(words)) = half.get_mut(*span) else { return None };
            *words = replaced(words, &target.range, expected, replacement)?;
            let to = Block { kind, lead: tidy(lead), text: tidy(text), marks };
            (to != entry.block).then_some(Edit::Rewrite { block: entry.id, to })
        }
    }
}

fn replaced(text: &str, range: &Range<usize>, expected: &str, replacement: &str) -> Option<String> {
    let is_there = text.get(range.clone())? == expected;
    is_there.then(|| [part(text, ..range.start), replacement, part(text, range.end..)].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::compose;
    use crate::template::parse;
    use std::collections::BTreeMap;

    fn draft() -> Draft {
        let text = "[字段]\na | 文本 | 甲\nb | 文本 | 乙 | 默认 {a}后\n[正文]\n# 标题, | 讲{a},听{b}。";
        Draft::new(parse(text).0, BTreeMap::from([(FieldId::new("a"), "一,二".to_owned())]))
    }

    fn target(line: &str) -> Target {
        Target::parse(line).unwrap()
    }

    #[test]
    fn words_are_put_right_where_they_stand() {
        let mut draft = draft();
        for (line, expected) in [("field a 0 3 4", ","), ("lead 0 0 6 7", ","), ("text 0 2 0 1", ",")] {
            let edit = mend(&draft, &target(line), expected, "，").unwrap();
            draft.apply(edit).unwrap();
        }
        assert_eq!(compose(&draft).paragraphs[0].text(), "一、标题，讲一，二，听一，二后。");
    }

    #[test]
    fn what_is_no_more_there_is_left_alone() {
        let draft = draft();
        let cases = [
            ("field a 0 0 3", ","),
            ("field a 0 1 4", "一"),
            ("field a 0 9 12", ""),
            ("field none 0 0 0", ""),
            ("field b 0 0 3", "一"),
            ("text 0 1 0 3", "一"),
            ("text 0 9 0 0", ""),
            ("lead 7 0 0 0", ""),
            ("lead 0 0 7 3", ""),
        ];
        for (line, expected) in cases {
            assert_eq!(mend(&draft, &target(line), expected, "改"), None, "{line}");
        }
        assert_eq!(mend(&draft, &target("field a 0 3 4"), ",", ","), None);
    }

    #[test]
    fn a_place_is_read_back_from_its_line() {
        for line in ["field party_lectures 0 3 9", "lead 12 0 0 3", "text 0 4 7 7"] {
            assert_eq!(target(line).print(), line);
        }
        for line in ["", "field", "field a", "text a 0 0 0", "body 0 0 0 0", "text 0 0 0"] {
            assert_eq!(Target::parse(line), None, "{line}");
        }
    }
}
