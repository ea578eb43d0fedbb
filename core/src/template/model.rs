//! The outline of a report: plain data, shared by templates and drafts. Numbers such as 一、 are
//! never stored: they follow from the structure when the report is composed.

use crate::field::{Field, FieldId};

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Words that stand as they are.
    Text(String),
    /// A place where a field's value stands.
    Blank(FieldId),
}

/// The level of a numbered paragraph, as GB/T 9704-2012 7.3.3 counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 一、
    One,
    /// （一）
    Two,
    /// 1.
    Three,
    /// （1）
    Four,
}

impl Level {
    /// The four levels, outermost first.
    pub const ALL: [Self; 4] = [Self::One, Self::Two, Self::Three, Self::Four];

    /// 0 for the outermost.
    #[must_use]
    pub fn depth(self) -> usize {
        match self {
            Self::One => 0,
            Self::Two => 1,
            Self::Three => 2,
            Self::Four => 3,
        }
    }
}

/// What a paragraph is in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// The title of the report.
    Title,
    /// A line under the title: subtitle, reporter, date.
    Byline,
    /// The addressed: 各位领导、同志们：
    Salutation,
    /// A numbered paragraph: a heading alone, a run-in heading with text, or text alone.
    Item(Level),
    /// A paragraph without a number.
    Body,
    /// The closing phrase: 以上述职，请予评议。
    Closing,
    /// Who signs.
    Signature,
    /// The day under the signature.
    Date,
    /// A name in the list of what is attached (附件说明): 附件：1.报名表
    Attachment,
    /// A note below the date, in brackets (附注): （联系人：张某某）
    Remark,
    /// The label above an attached text: 附件1. The text follows as paragraphs of its own.
    Annex,
}

/// What may be done with a paragraph, and what stands below it, while the report is filled in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// May be left out of this report: 本年未开展.
    pub optional: bool,
    /// Is left out now; only what is optional is.
    pub omitted: bool,
    /// Another like it may be added.
    pub repeats: bool,
}

/// A paragraph of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The heading of a numbered paragraph, its 。 included when text follows; empty otherwise.
    pub lead: Vec<Span>,
    /// The text; empty for a heading that stands alone.
    pub text: Vec<Span>,
    /// Whether it may be left out or repeated.
    pub marks: Marks,
}

impl Block {
    /// A paragraph without a heading.
    #[must_use]
    pub fn new(kind: BlockKind, text: Vec<Span>) -> Self {
        Self::with_lead(kind, Vec::new(), text)
    }

    /// A paragraph with a heading; without text the heading stands alone.
    #[must_use]
    pub fn with_lead(kind: BlockKind, lead: Vec<Span>, text: Vec<Span>) -> Self {
        Self { kind, lead, text, marks: Marks::default() }
    }

    /// Heading and text, in order.
    pub fn spans(&self) -> impl Iterator<Item = &Span> {
        self.lead.iter().chain(&self.text)
    }

    /// The fields shown in it, in order, one for each blank.
    pub fn blanks(&self) -> impl Iterator<Item = &FieldId> {
        self.spans().filter_map(|span| match span {
            Span::Blank(id) => Some(id),
            Span::Text(_) => None,
        })
    }
}

/// A report that is not yet filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// The stable name, such as `duty_report`; empty for a text that somebody opened.
    pub id: String,
    /// What a person sees as its name.
    pub name: String,
    /// One sentence for the gallery.
    pub summary: String,
    /// The fields behind the blanks, in the order in which they are listed.
    pub fields: Vec<Field>,
    /// The paragraphs, in order.
    pub blocks: Vec<Block>,
}

impl Template {
    /// The field of that id.
    #[must_use]
    pub fn field(&self, id: &FieldId) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == *id)
    }
}

/// Puts neighbouring texts together and drops empty ones: the form in which two outlines compare.
#[must_use]
pub fn tidy(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match (out.last_mut(), span) {
            (_, Span::Text(text)) if text.is_empty() => {}
            (Some(Span::Text(before)), Span::Text(text)) => before.push_str(&text),
            (_, span) => out.push(span),
        }
    }
    out
}
