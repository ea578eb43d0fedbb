//! The map of a draft: made anew when the outline changes, read at every key.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::draft::outline::left_out;
use crate::draft::{BlockId, Draft, Entry};
use crate::field::FieldId;
use crate::report::{Part, numbers};
use crate::template::{BlockKind, Level, Span};

/// A place where a field is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The paragraph.
    pub block: BlockId,
    /// Whether in its heading.
    pub in_lead: bool,
    /// The index of the span in that half.
    pub span: usize,
}

impl Spot {
    /// Heading or text.
    #[must_use]
    pub fn part(self) -> Part {
        if self.in_lead { Part::Lead } else { Part::Text }
    }
}

/// An entry of the outline: a stretch of paragraphs with a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The paragraph that begins it.
    pub block: BlockId,
    /// Level one or two; none for what stands before the first heading and after the last, and for an
    /// attached text.
    pub level: Option<Level>,
    /// Whether it is an attached text.
    pub is_annex: bool,
    /// Number and heading, without the closing mark; the first words where there is no heading. A
    /// blank that is empty is shown as 〔label〕.
    pub title: String,
    /// The fields whose control stands in it, in order.
    pub fields: Vec<FieldId>,
}

/// Sections, blanks and links of a draft, what is left out of the report left out here too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// From top to bottom.
    pub sections: Vec<Section>,
    /// Every field that has a control, in the order of the controls: first those that stand
    /// nowhere in the text but that others follow, then each at its first place in the text.
    pub order: Vec<FieldId>,
    places: Vec<Place>,
    index: BTreeMap<FieldId, usize>,
}

/// What the map knows of a field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Place {
    spots: Vec<Spot>,
    section: Option<usize>,
    followers: Vec<FieldId>,
    is_titled: bool,
}

impl Map {
    /// The map of `draft`.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        let mut map = Self::default();
        for id in draft.placed() {
            map.place(&id);
        }
        let printed = draft.entries().iter().zip(left_out(draft.entries()));
        for ((entry, is_out), number) in printed.zip(numbers(draft)) {
            if is_out {
                continue;
            }
            let block = &entry.block;
            if map.begins_section(block.kind) {
                let mut titled = Vec::new();
                map.sections.push(section(draft, entry, &number, &mut titled));
                for id in titled {
                    let at = map.place(&id);
                    map.places[at].is_titled = true;
                }
            }
            let halves = [(true, &block.lead), (false, &block.text)];
            for (in_lead, spans) in halves {
                for (span, piece) in spans.iter().enumerate() {
                    if let Span::Blank(id) = piece {
                        map.add(id, Spot { block: entry.id, in_lead, span });
                    }
                }
            }
        }
        for id in draft.followed() {
            let followers = draft.followers(&id);
            let at = map.place(&id);
            map.places[at].followers = followers;
        }
        map
    }

    /// The fields whose control stands above the text, because they have no place in it.
    #[must_use]
    pub fn above(&self) -> &[FieldId] {
        let count = self.places.iter().take_while(|place| place.spots.is_empty()).count();
        &self.order[..count]
    }

    /// Whether a change of that field changes the title of a section.
    #[must_use]
    pub fn is_titled(&self, id: &FieldId) -> bool {
        self.get(id).is_some_and(|place| place.is_titled)
    }

    /// Where a field stands in [`order`](Self::order).
    #[must_use]
    pub fn position(&self, id: &FieldId) -> Option<usize> {
        self.index.get(id).copied()
    }

    fn begins_section(&self, kind: BlockKind) -> bool {
        match kind {
            BlockKind::Item(Level::One | Level::Two) => true,
            BlockKind::Item(_)
            | BlockKind::Body
            | BlockKind::Title
            | BlockKind::Byline
            | BlockKind::Salutation => self.sections.is_empty(),
            BlockKind::Annex => true,
            BlockKind::Closing
            | BlockKind::Attachment
            | BlockKind::Signature
            | BlockKind::Date
            | BlockKind::Remark => self.sections.last().is_none_or(|section| section.level.is_some()),
        }
    }

    fn place(&mut self, id: &FieldId) -> usize {
        if let Some(at) = self.index.get(id) {
            return *at;
        }
        let at = self.order.len();
        self.index.insert(id.clone(), at);
        self.order.push(id.clone());
        self.places.push(Place::default());
        at
    }

    fn add(&mut self, id: &FieldId, spot: Spot) {
        let at = self.place(id);
        let place = &mut self.places[at];
        if place.spots.is_empty() {
            place.section = self.sections.len().checked_sub(1);
            if let Some(section) = self.sections.last_mut() {
                section.fields.push(id.clone());
            }
        }
        place.spots.push(spot);
    }

    fn get(&self, id: &FieldId) -> Option<&Place> {
        self.places.get(self.position(id)?)
    }

    /// Every place where a field is shown; the first is that of its control.
    #[must_use]
    pub fn spots(&self, id: &FieldId) -> &[Spot] {
        self.get(id).map_or(&[], |place| &place.spots)
    }

    /// Whether that place is the one of the field's control.
    #[must_use]
    pub fn is_control(&self, id: &FieldId, spot: Spot) -> bool {
        self.spots(id).first() == Some(&spot)
    }

    /// The section that holds a field's control.
    #[must_use]
    pub fn section_of(&self, id: &FieldId) -> Option<usize> {
        self.get(id)?.section
    }

    /// The fields that change with this one because their default names it.
    #[must_use]
    pub fn followers(&self, id: &FieldId) -> &[FieldId] {
        self.get(id).map_or(&[], |place| &place.followers)
    }
}

fn section(draft: &Draft, entry: &Entry, number: &str, titled: &mut Vec<FieldId>) -> Section {
    let block = &entry.block;
    let level = match block.kind {
        BlockKind::Item(level) => Some(level),
        BlockKind::Title
        | BlockKind::Byline
        | BlockKind::Salutation
        | BlockKind::Body
        | BlockKind::Closing
        | BlockKind::Signature
        | BlockKind::Date
        | BlockKind::Attachment
        | BlockKind::Remark
        | BlockKind::Annex => None,
    };
    let words = if block.lead.is_empty() { &block.text } else { &block.lead };
    let is_annex = block.kind == BlockKind::Annex;
    Section {
        block: entry.id,
        level,
        is_annex,
        title: title(draft, number, words, titled),
        fields: Vec::new(),
    }
}

/// The longest heading that the outline shows.
const TITLE: usize = 24;

fn title(draft: &Draft, number: &str, words: &[Span], titled: &mut Vec<FieldId>) -> String {
    let mut out = number.to_owned();
    let mut left = TITLE;
    for span in words {
        let value;
        let text = match span {
            Span::Text(text) => text.as_str(),
            Span::Blank(id) => {
                titled.push(id.clone());
                value = named(draft, id);
                &value
            }
        };
        for c in text.chars() {
            if matches!(c, '。' | '；' | '\n') {
                return out;
            }
            if left == 0 {
                out.push('…');
                return out;
            }
            out.push(c);
            left -= 1;
        }
    }
    out
}

/// What stands in a field, or else what is asked for.
fn named<'a>(draft: &'a Draft, id: &FieldId) -> Cow<'a, str> {
    let value = draft.value(id);
    match draft.field(id) {
        Some(field) if value.trim().is_empty() && !field.optional => format!("〔{}〕", field.label).into(),
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::parse;

    #[test]
    fn a_draft_is_mapped_in_order() {
        let text = "[字段]\ny | 年份 | 年 | 默认 2026\nt | 文本 | 题 | 默认 {y}报告\n[正文]\n@标题 {t}\n{y}\n# 甲\n## 子。 | 讲{a}次，{t}。\n## | 听{a}次{b}。\n@结束语 完\n@落款 {c}";
        let draft = Draft::new(parse(text).0, BTreeMap::new());
        let map = Map::of(&draft);
        let titles: Vec<_> = map.sections.iter().map(|s| (s.title.as_str(), s.fields.len())).collect();
        assert_eq!(
            titles,
            [("2026报告", 2), ("一、甲", 0), ("（一）子", 1), ("（二）听〔a〕次〔b〕", 1), ("完", 1)]
        );
        let order: Vec<_> = map.order.iter().map(FieldId::as_str).collect();
        assert_eq!(order, ["t", "y", "a", "b", "c"]);
        let a = FieldId::new("a");
        assert_eq!(map.spots(&a).len(), 2);
        assert!(map.is_control(&a, map.spots(&a)[0]) && !map.is_control(&a, map.spots(&a)[1]));
        assert_eq!(map.followers(&FieldId::new("y")), [FieldId::new("t")]);
        assert_eq!(map.section_of(&FieldId::new("b")), Some(3));
        assert_eq!(map.above(), []);
        let titled: Vec<_> = map.order.iter().filter(|id| map.is_titled(id)).map(FieldId::as_str).collect();
        assert_eq!(titled, ["t", "a", "b"]);
    }

    #[test]
    fn an_attached_text_is_a_section_with_all_that_is_in_it() {
        let text = "[正文]\n# 甲\n@附件说明 {a}\n@日期 {b}\n@附件\n@标题 {c}\n段{d}\n@日期 {e}\n@附件\n# 乙";
        let map = Map::of(&Draft::new(parse(text).0, BTreeMap::new()));
        let told = |s: &Section| (s.title.clone(), s.is_annex, s.fields.len());
        let expected = [
            ("一、甲", false, 0),
            ("附件：〔a〕", false, 2),
            ("附件1", true, 3),
            ("附件2", true, 0),
            ("一、乙", false, 0),
        ];
        assert_eq!(
            map.sections.iter().map(told).collect::<Vec<_>>(),
            expected.map(|(title, is_annex, fields)| (title.to_owned(), is_annex, fields))
        );
    }

    #[test]
    fn a_field_that_others_follow_has_a_control_even_without_a_place() {
        let text = "[字段]\nu | 文本 | 无用\ny | 年份 | 年 | 默认 2026\nt | 文本 | 题 | 默认 {y}报告\n[正文]\n@标题 {t}";
        let map = Map::of(&Draft::new(parse(text).0, BTreeMap::new()));
        assert_eq!(map.above(), [FieldId::new("y")]);
        assert_eq!(map.order, [FieldId::new("y"), FieldId::new("t")]);
    }
}
