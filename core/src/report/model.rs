//! The report as plain data.

use crate::draft::BlockId;
use crate::field::FieldId;
use crate::setup::Setup;
use crate::template::BlockKind;
use crate::text::chars::squeezed;

/// Where a run came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The number of the paragraph, made from the structure.
    Number,
    /// Words of the outline.
    Text,
    /// The value of a field, or its mark while it is open.
    Field(FieldId),
}

/// Which half of a paragraph a run belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The number and the heading.
    Lead,
    /// The text.
    Text,
}

/// A piece of a paragraph with one origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words; holds no line break.
    pub text: String,
    /// Where they came from.
    pub origin: Origin,
    /// Heading or text.
    pub part: Part,
    /// The index of its span in that half of the block; 0 for a number.
    pub span: usize,
    /// A blank that is not filled in: `text` is the template's own mark.
    pub open: bool,
}

/// A paragraph of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The paragraph of the draft that it came from.
    pub block: BlockId,
    /// What it is.
    pub kind: BlockKind,
    /// Number, heading and text, in order; no run is empty.
    pub runs: Vec<Run>,
    /// Empty lines before it: one between the title block and the text, one before what is attached
    /// and before the signature, one below the label of an attached text (GB/T 9704-2012 7.3.2,
    /// 7.3.4, 7.3.5.2, 7.3.7).
    pub gap: u32,
}

impl Paragraph {
    /// The words of the paragraph.
    #[must_use]
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

/// The composed report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The paragraphs, in order. Paragraphs without any words are left out.
    pub paragraphs: Vec<Paragraph>,
    /// How many fields still ask for something; see `Draft::state` for what makes it a 讨论稿.
    pub open: usize,
    /// The page that it is set on.
    pub setup: Setup,
    /// What stands above the text of the first page, such as 讨论稿; empty for nothing. Composing
    /// leaves it empty: what it says is told in the words of a language.
    pub mark: String,
}

impl Report {
    /// Whether it is printed as those paragraphs, numbers included, blanks and breaks aside. Paragraphs of
    /// which nothing is seen do not count.
    #[must_use]
    pub fn is_printed_as<'a>(&self, paragraphs: impl IntoIterator<Item = &'a str>) -> bool {
        let is_seen = |text: &String| !text.is_empty();
        let printed = self.paragraphs.iter().map(|paragraph| squeezed(&paragraph.text())).filter(is_seen);
        printed.eq(paragraphs.into_iter().map(squeezed).filter(is_seen))
    }

    /// The words of the title block's first line, or nothing.
    #[must_use]
    pub fn title(&self) -> String {
        self.paragraphs
            .iter()
            .find(|paragraph| paragraph.kind == BlockKind::Title)
            .map(Paragraph::text)
            .unwrap_or_default()
    }
}
