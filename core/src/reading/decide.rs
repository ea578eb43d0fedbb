//! Which of the found blanks become fields. Knows nothing of how they were found.

use std::collections::BTreeMap;

use super::model::Reading;
use crate::field::{Field, FieldId};
use crate::template::{Block, Span, Template, tidy};

/// What a person decides about the field of a found blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The field, as the reading names it.
    pub field: FieldId,
    /// Whether it stays a blank; otherwise its mark is text again.
    pub kept: bool,
    /// The field that is shown in its place. One that is itself shown as another, or not kept, is
    /// followed no further: the blank then stays on its own.
    pub same: Option<FieldId>,
    /// The field with other label, kind or limits; its id is not looked at.
    pub changed: Option<Field>,
}

impl Reading {
    /// The usual decisions, a field each: what is certain is kept, what is equal is joined.
    #[must_use]
    pub fn decisions(&self) -> Vec<Decision> {
        let mut out: Vec<Decision> = Vec::with_capacity(self.found.len());
        for found in &self.found {
            if out.last().is_some_and(|last| last.field == found.field) {
                continue;
            }
            let (field, same) = (found.field.clone(), found.same.clone());
            out.push(Decision { field, kept: found.certain, same, changed: None });
        }
        out
    }
}

/// The template as a person gets it without a review.
#[must_use]
pub fn settled(reading: &Reading) -> Template {
    decide(&reading.template, &reading.decisions())
}

/// What becomes of a field.
enum Fate {
    Stays,
    Text(String),
    Shows(FieldId),
}

/// Makes the decisions. A field that none is about stays as it is; a decision about a field that
/// is not there means nothing.
#[must_use]
pub fn decide(template: &Template, decisions: &[Decision]) -> Template {
    // Filled one by one: collecting would sort first, and each sort is compiled into the module.
    let mut about: BTreeMap<FieldId, usize> = BTreeMap::new();
    about.extend(decisions.iter().enumerate().map(|(at, decision)| (decision.field.clone(), at)));
    let decision = |id: &FieldId| about.get(id).and_then(|at| decisions.get(*at));
    let own = |id: &FieldId| decision(id).is_none_or(|d| d.kept && d.same.is_none());
    let mut known: BTreeMap<FieldId, usize> = BTreeMap::new();
    known.extend(template.fields.iter().enumerate().map(|(at, field)| (field.id.clone(), at)));
    let mut fields = Vec::with_capacity(template.fields.len());
    let mut fates = Vec::with_capacity(template.fields.len());
    for field in &template.fields {
        let fate = match decision(&field.id) {
            Some(Decision { kept: false, .. }) => Fate::Text(field.literal.clone()),
            Some(Decision { same: Some(same), .. }) if known.contains_key(same) && own(same) => {
                Fate::Shows(same.clone())
            }
            _ => Fate::Stays,
        };
        if matches!(fate, Fate::Stays) {
            let changed = decision(&field.id).and_then(|decision| decision.changed.as_ref());
            fields.push(Field { id: field.id.clone(), ..changed.unwrap_or(field).clone() });
        }
        fates.push(fate);
    }
    let spans = |spans: &[Span]| {
        let fate = |id: &FieldId| known.get(id).and_then(|at| fates.get(*at));
        let put = |span: &Span| match span {
            Span::Blank(id) => match fate(id) {
                Some(Fate::Text(text)) => Span::Text(text.clone()),
                Some(Fate::Shows(same)) => Span::Blank(same.clone()),
                Some(Fate::Stays) | None => span.clone(),
            },
            Span::Text(_) => span.clone(),
        };
        tidy(spans.iter().map(put).collect())
    };
    let block = |block: &Block| Block { lead: spans(&block.lead), text: spans(&block.text), ..block.clone() };
    Template {
        id: template.id.clone(),
        name: template.name.clone(),
        summary: template.summary.clone(),
        fields,
        blocks: template.blocks.iter().map(block).collect(),
    }
}
