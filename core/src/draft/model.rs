//! The draft as a value. Its parts are private: only [`Edit`](super::Edit) changes them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Day;
use super::outline::left_out;
use crate::field::{Field, FieldId, Kind, read};
use crate::setup::Setup;
use crate::template::{Block, Span, Template};
use crate::text::part;

/// Names a paragraph of one draft for as long as the draft is open; never stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockId(pub u32);

/// A paragraph of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name while the draft is open.
    pub id: BlockId,
    /// What it says.
    pub block: Block,
}

/// Somebody's report in work. Self-contained: a newer template never changes it.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) name: String,
    pub(super) template: String,
    pub(super) fields: Vec<Field>,
    /// Where each field stands in `fields`.
    pub(super) index: BTreeMap<FieldId, usize>,
    pub(super) entries: Vec<Entry>,
    pub(super) answers: BTreeMap<FieldId, String>,
    pub(super) setup: Setup,
    pub(super) next_block: u32,
}

/// Two drafts are the same when they say the same; which ids are still unused does not matter.
impl PartialEq for Draft {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
            && self.template == other.template
            && self.fields == other.fields
            && self.entries == other.entries
            && self.answers == other.answers
            && self.setup == other.setup
    }
}

/// Defaults may name fields whose defaults name fields; deeper than this is a circle.
const DEPTH: usize = 4;
/// A default that names more fields than this, all depths together, was made to fill the memory.
const REFERENCES: usize = 64;

impl Draft {
    /// A new draft of `template`, begun `today`: defaults that say 今年 or 今天 become that year
    /// and that day for good.
    #[must_use]
    pub fn start(mut template: Template, today: Day) -> Self {
        for field in &mut template.fields {
            match field.default.as_str() {
                "今年" => field.default = today.year.to_string(),
                "今天" => field.default = today.printed(),
                _ => {}
            }
        }
        Self::new(template, BTreeMap::new())
    }

    /// A draft of `template` with answers, on the page of the standard.
    #[must_use]
    pub fn new(template: Template, answers: BTreeMap<FieldId, String>) -> Self {
        let entries: Vec<Entry> =
            (0..).zip(template.blocks).map(|(id, block)| Entry { id: BlockId(id), block }).collect();
        let mut draft = Self {
            name: template.name,
            template: template.id,
            fields: template.fields,
            index: BTreeMap::new(),
            next_block: u32::try_from(entries.len()).unwrap_or(u32::MAX),
            entries,
            answers,
            setup: Setup::default(),
        };
        draft.list_fields();
        draft
    }

    /// The same draft on another page.
    #[must_use]
    pub fn with_setup(mut self, setup: Setup) -> Self {
        self.setup = setup.within();
        self
    }

    /// Brings the index in line with the fields; of two with one id the first counts.
    pub(super) fn list_fields(&mut self) {
        let index = &mut self.index;
        index.clear();
        self.fields.retain(|field| {
            let (is_new, at) = (!index.contains_key(&field.id), index.len());
            if is_new {
                index.insert(field.id.clone(), at);
            }
            is_new
        });
    }

    /// The outline and fields as a template, without the answers.
    #[must_use]
    pub fn to_template(&self) -> Template {
        Template {
            id: self.template.clone(),
            name: self.name.clone(),
            summary: String::new(),
            fields: self.fields.clone(),
            blocks: self.entries.iter().map(|entry| entry.block.clone()).collect(),
        }
    }

    /// Those blocks under ids that no paragraph of this draft has had, the first of them
    /// [`fresh_block`](Self::fresh_block).
    #[must_use]
    pub fn fresh_entries(&self, blocks: Vec<Block>) -> Vec<Entry> {
        (self.next_block..=u32::MAX).zip(blocks).map(|(id, block)| Entry { id: BlockId(id), block }).collect()
    }

    /// The same for drafts to come: where [`start`](Self::start) put the year or the day on which
    /// the draft was begun, the default says 今年 or 今天 again.
    #[must_use]
    pub fn to_lasting_template(&self, begun: Day) -> Template {
        let mut template = self.to_template();
        let (year, day) = (begun.year.to_string(), begun.printed());
        for field in &mut template.fields {
            match field.kind {
                Kind::Year if field.default == year => "今年".clone_into(&mut field.default),
                Kind::Date if field.default == day => "今天".clone_into(&mut field.default),
                _ => {}
            }
        }
        template
    }

    /// What the person calls it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The id of the template that it came from.
    #[must_use]
    pub fn template_id(&self) -> &str {
        &self.template
    }

    /// The page that it is printed on.
    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The paragraphs, in order.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The paragraph of that id.
    #[must_use]
    pub fn entry(&self, id: BlockId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// Where a paragraph stands now.
    #[must_use]
    pub fn index_of(&self, id: BlockId) -> Option<usize> {
        self.entries.iter().position(|entry| entry.id == id)
    }

    /// The field of that id.
    #[must_use]
    pub fn field(&self, id: &FieldId) -> Option<&Field> {
        self.fields.get(*self.index.get(id)?)
    }

    /// The fields, in the order in which the template lists them.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// What was typed for a field, exactly; none while its default stands.
    #[must_use]
    pub fn answer(&self, id: &FieldId) -> Option<&str> {
        self.answers.get(id).map(String::as_str)
    }

    /// All that was typed, by field.
    #[must_use]
    pub fn answers(&self) -> &BTreeMap<FieldId, String> {
        &self.answers
    }

    /// What stands in a field's control: the answer, or else the default with the fields that it
    /// names put in.
    #[must_use]
    pub fn value(&self, id: &FieldId) -> Cow<'_, str> {
        let mut left = REFERENCES;
        self.value_at(id, 0, &mut left)
    }

    fn value_at(&self, id: &FieldId, depth: usize, left: &mut usize) -> Cow<'_, str> {
        if let Some(answer) = self.answers.get(id) {
            return Cow::Borrowed(answer);
        }
        let Some(field) = self.field(id) else { return Cow::Borrowed("") };
        if depth >= DEPTH || *left == 0 || !names_any(field) {
            return Cow::Borrowed(&field.default);
        }
        let mut out = String::with_capacity(field.default.len());
        for span in references(&field.default) {
            match span {
                Span::Text(text) => out.push_str(&text),
                Span::Blank(id) => {
                    *left = left.saturating_sub(1);
                    out.push_str(&self.value_at(&id, depth + 1, left));
                }
            }
        }
        Cow::Owned(out)
    }

    /// Whether a field still asks for something: it is to be filled and is empty, or what stands
    /// there was refused.
    #[must_use]
    pub fn is_open(&self, id: &FieldId) -> bool {
        let Some(field) = self.field(id) else { return true };
        let value = self.value(id);
        if value.trim().is_empty() { !field.optional } else { read(field, &value).refusal.is_some() }
    }

    /// The fields that change with `id` because their default names it, directly or through
    /// others.
    #[must_use]
    pub fn followers(&self, id: &FieldId) -> Vec<FieldId> {
        let mut found = vec![id.clone()];
        let mut at = 0;
        while let Some(named) = found.get(at).cloned() {
            for field in self.fields.iter().filter(|field| names_any(field)) {
                let follows = references(&field.default).contains(&Span::Blank(named.clone()));
                if follows && !found.contains(&field.id) {
                    found.push(field.id.clone());
                }
            }
            at += 1;
        }
        found.remove(0);
        found
    }

    /// Every field that has a control, in their order: first those that stand nowhere in the text
    /// but that others follow, then each at its first place in the text. What is left out of the
    /// report is no part of the text.
    #[must_use]
    pub fn placed(&self) -> Vec<FieldId> {
        let mut seen: BTreeMap<FieldId, usize> = BTreeMap::new();
        let mut shown = Vec::new();
        let printed = self.entries.iter().zip(left_out(&self.entries)).filter(|(_, is_out)| !is_out);
        for id in printed.flat_map(|(entry, _)| entry.block.blanks()) {
            if seen.insert(id.clone(), shown.len()).is_none() {
                shown.push(id.clone());
            }
        }
        let mut placed = self.followed();
        placed.retain(|id| !seen.contains_key(id));
        placed.append(&mut shown);
        placed
    }

    /// The fields that some default names, each once.
    #[must_use]
    pub fn followed(&self) -> Vec<FieldId> {
        let mut named = Vec::new();
        for field in self.fields.iter().filter(|field| names_any(field)) {
            for span in references(&field.default) {
                match span {
                    Span::Blank(id) if !named.contains(&id) && self.index.contains_key(&id) => named.push(id),
                    Span::Blank(_) | Span::Text(_) => {}
                }
            }
        }
        named
    }
}

/// Whether a default may name other fields.
fn names_any(field: &Field) -> bool {
    field.default.as_bytes().contains(&b'{')
}

/// A default cut at the fields that it names as `{id}`; braces around anything else are text.
pub(crate) fn references(default: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut rest = default;
    while let Some(open) = rest.find('{') {
        let Some(close) = part(rest, open..).find('}').map(|at| open + at) else { break };
        let id = part(rest, open + 1..close);
        if FieldId::is_valid(id) {
            out.push(Span::Text(part(rest, ..open).to_owned()));
            out.push(Span::Blank(FieldId::new(id)));
        } else {
            out.push(Span::Text(part(rest, ..=close).to_owned()));
        }
        rest = part(rest, close + 1..);
    }
    out.push(Span::Text(rest.to_owned()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::parse;

    #[test]
    fn a_template_made_of_a_draft_starts_in_its_own_year() {
        let text = "[字段]\nyear | 年份 | 年 | 默认 今年\nday | 日期 | 日 | 默认 今天\nfirst | 年份 | 年 | 默认 2019\n[正文]\n{year}{day}{first}";
        let (template, _) = parse(text);
        let begun = Day { year: 2026, month: 12, day: 5 };
        let draft = Draft::start(template.clone(), begun);
        assert_eq!(draft.to_lasting_template(begun), template);
        let later = draft.to_lasting_template(Day { year: 2027, month: 1, day: 1 });
        assert_eq!(later, draft.to_template(), "what was typed as a year stays that year");
    }
}
