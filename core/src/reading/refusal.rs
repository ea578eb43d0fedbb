//! Why a file is not read.

/// Why a file is not read. Nothing that was open is touched by a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// Nothing is in it.
    Empty,
    /// Larger than what is read.
    TooLarge,
    /// A file of an older Office (.doc, .wps, .et, .xls), or Word's own XML.
    OldOffice,
    /// A locked Word file.
    Encrypted,
    /// A Word file that carries macros.
    Macros,
    /// A PDF.
    Pdf,
    /// An RTF file, whatever its name.
    Rtf,
    /// A picture.
    Image,
    /// A table, slides, an OFD or an ODT.
    OtherOffice,
    /// A zip or another archive that is no Office file.
    Archive,
    /// Bytes that are no text in a known encoding.
    NotText,
    /// A Word file with a broken zip, XML or a missing part.
    Damaged,
    /// Unpacks to far more than such a file holds, or has more elements than one has.
    Bomb,
    /// XML with a document type, which Word never writes.
    Dtd,
    /// Was moved or changed since it was chosen, so that the browser does not give it any more.
    Moved,
    /// The module that reads could not be loaded.
    Unloaded,
    /// Reading took too long, or the module broke.
    GaveUp,
}

impl Refusal {
    /// Every reason.
    pub const ALL: [Self; 17] = [
        Self::Empty,
        Self::TooLarge,
        Self::OldOffice,
        Self::Encrypted,
        Self::Macros,
        Self::Pdf,
        Self::Rtf,
        Self::Image,
        Self::OtherOffice,
        Self::Archive,
        Self::NotText,
        Self::Damaged,
        Self::Bomb,
        Self::Dtd,
        Self::Moved,
        Self::Unloaded,
        Self::GaveUp,
    ];

    /// The stable word for programs.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too_large",
            Self::OldOffice => "old_office",
            Self::Encrypted => "encrypted",
            Self::Macros => "macros",
            Self::Pdf => "pdf",
            Self::Rtf => "rtf",
            Self::Image => "image",
            Self::OtherOffice => "other_office",
            Self::Archive => "archive",
            Self::NotText => "not_text",
            Self::Damaged => "damaged",
            Self::Bomb => "bomb",
            Self::Dtd => "dtd",
            Self::Moved => "moved",
            Self::Unloaded => "unloaded",
            Self::GaveUp => "gave_up",
        }
    }

    /// The reason of a word; anything else is [`Refusal::GaveUp`].
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        Self::ALL.into_iter().find(|reason| reason.id() == id).unwrap_or(Self::GaveUp)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_a_word_of_its_own() {
        for reason in Refusal::ALL {
            assert_eq!(Refusal::from_id(reason.id()), reason);
        }
        assert_eq!(Refusal::from_id(""), Refusal::GaveUp);
    }
}
