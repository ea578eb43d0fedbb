//! The kinds of field. A new kind is a variant here; the compiler names the rest.

/// What may be typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// One line of any text.
    Text,
    /// A count: digits only, kept as typed digits.
    Integer,
    /// A number that may have decimals, kept as typed.
    Decimal,
    /// A share of a hundred, at most two decimals.
    Percent,
    /// The number in 第…届, in digits or Chinese numerals as typed.
    Ordinal,
    /// The name of an organisation.
    Organisation,
    /// The name of a person.
    Person,
    /// The name of a place.
    Place,
    /// The name of a programme, document or prize, as it stands in quotes or 《》.
    Title,
    /// A year of four digits.
    Year,
    /// A day, printed 2026年12月5日.
    Date,
    /// One of the texts that the field names.
    Choice,
    /// Sentences; may hold line breaks, which are printed as a run-on.
    Prose,
    /// Several items, put together by a [`Joiner`].
    List(Joiner),
}

/// How the items of a list stand in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Joiner {
    /// 甲、乙、丙: typed with 、 or one a line.
    Comma,
    /// 一是甲；二是乙；三是丙: typed one a line.
    Series,
}

impl Kind {
    /// Every kind, in the order in which a person is offered them.
    pub const ALL: [Self; 15] = [
        Self::Text,
        Self::Integer,
        Self::Decimal,
        Self::Percent,
        Self::Ordinal,
        Self::Organisation,
        Self::Person,
        Self::Place,
        Self::Title,
        Self::Year,
        Self::Date,
        Self::Choice,
        Self::Prose,
        Self::List(Joiner::Comma),
        Self::List(Joiner::Series),
    ];

    /// The stable English name: the page's `data-kind`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Decimal => "decimal",
            Self::Percent => "percent",
            Self::Ordinal => "ordinal",
            Self::Organisation => "organisation",
            Self::Person => "person",
            Self::Place => "place",
            Self::Title => "title",
            Self::Year => "year",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::Prose => "prose",
            Self::List(_) => "list",
        }
    }

    /// The word of the template text form.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "文本",
            Self::Integer => "整数",
            Self::Decimal => "小数",
            Self::Percent => "百分比",
            Self::Ordinal => "序数",
            Self::Organisation => "单位名称",
            Self::Person => "姓名",
            Self::Place => "地点",
            Self::Title => "名称",
            Self::Year => "年份",
            Self::Date => "日期",
            Self::Choice => "选择",
            Self::Prose => "段落",
            Self::List(Joiner::Comma) => "列表",
            Self::List(Joiner::Series) => "一是列表",
        }
    }

    /// The kind of a word of the template text form.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// Whether typed text may be longer than a line or hold line breaks.
    #[must_use]
    pub fn is_multiline(self) -> bool {
        matches!(self, Self::Text | Self::Prose | Self::List(_))
    }

    /// Whether each line that is typed is an item of its own.
    #[must_use]
    pub fn is_by_line(self) -> bool {
        self == Self::List(Joiner::Series)
    }

    /// Whether only a figure in digits makes sense, so that a phone may show its number keys.
    #[must_use]
    pub fn is_numeric(self) -> bool {
        matches!(self, Self::Integer | Self::Decimal | Self::Percent | Self::Year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_word() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_word(kind.word()), Some(kind));
        }
        assert_eq!(Kind::from_word("integer"), None);
    }
}
