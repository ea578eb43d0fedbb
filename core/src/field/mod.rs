//! A field: what may stand in a blank, how it is named, and how typed text is read.
//! Knows nothing of templates, drafts or the page.

mod kind;
mod read;

use std::sync::Arc;

pub use kind::{Joiner, Kind};
pub use read::{Change, Reading, Refusal, list_items, read};

/// The name of a field inside its template, such as `party_lectures`; unique there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldId(Arc<str>);

impl FieldId {
    /// An id out of any text; the template parser keeps to [`FieldId::is_valid`].
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self(id.into())
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `id` can be written in the template text form: letters (Han too), digits and `_`,
    /// 1 to 64 of them.
    #[must_use]
    pub fn is_valid(id: &str) -> bool {
        (1..=64).contains(&id.chars().count()) && id.chars().all(|c| c.is_alphanumeric() || c == '_')
    }
}

/// Lowest and highest: of the value for numbers and years, of the length in characters for text
/// kinds, of the number of items for lists. Both ends included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Lowest value, length or number of items.
    pub min: Option<i64>,
    /// Highest value, length or number of items.
    pub max: Option<i64>,
}

/// What stands behind one or more blanks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name inside the template.
    pub id: FieldId,
    /// What a person sees as its name.
    pub label: String,
    /// What may be typed.
    pub kind: Kind,
    /// The template's own mark, shown while nothing is filled in: `X`, `XX`, `____`.
    pub literal: String,
    /// What the sentence prints right after the blank and the person need not type: 次, 人次, %,
    /// 党支部. Empty where there is none. Stripped from the end of what is typed.
    pub unit: String,
    /// A sentence of advice, or empty.
    pub help: String,
    /// The text that stands until the person types another; empty for none. May name other fields
    /// as `{id}`, and then follows them.
    pub default: String,
    /// Bounds of what is accepted.
    pub limits: Limits,
    /// The texts to choose from, none of them empty; only a [`Kind::Choice`] has them.
    pub choices: Vec<String>,
    /// How each item of a list is printed, with `…` in the place of the item: `“…”示范学校`. The item
    /// itself where this is empty or has no `…`.
    pub each: String,
    /// May stay empty: not counted among the blanks to fill, printed as nothing.
    pub optional: bool,
}

impl Field {
    /// A text field without unit, help, default or limits.
    #[must_use]
    pub fn new(id: &str, kind: Kind, label: &str, literal: &str) -> Self {
        Self {
            id: FieldId::new(id),
            label: label.into(),
            kind,
            literal: literal.into(),
            unit: String::new(),
            help: String::new(),
            default: String::new(),
            limits: Limits::default(),
            choices: Vec::new(),
            each: String::new(),
            optional: false,
        }
    }

    /// What is printed before and after each item of a list; both empty for the item itself.
    #[must_use]
    pub fn around_item(&self) -> (&str, &str) {
        // …… is one mark, written as two characters.
        self.each.split_once('…').map_or(("", ""), |(before, after)| (before, after.trim_start_matches('…')))
    }

    /// Whether the person has to fill it: not optional and without a text of its own.
    #[must_use]
    pub fn is_required(&self) -> bool {
        !self.optional && self.default.is_empty()
    }
}
