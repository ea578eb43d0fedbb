//! The setups that the program brings along: the standard, and what offices commonly do otherwise.

use super::model::{Digits, PageNumber, Setup};

/// What stands behind a preset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// The words of GB/T 9704-2012.
    Standard,
    /// Computed from the standard where it names no figure.
    Derived,
    /// A custom of offices, which the standard does not provide.
    Custom,
}

/// A setup that the program brings along.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// Its name in the program.
    pub id: &'static str,
    /// What stands behind it.
    pub rank: Rank,
    make: fn() -> Setup,
}

impl Preset {
    /// Its setup.
    #[must_use]
    pub fn setup(&self) -> Setup {
        (self.make)()
    }
}

/// All of them, the standard first.
pub static PRESETS: [Preset; 6] = [
    Preset { id: "standard", rank: Rank::Standard, make: Setup::default },
    Preset {
        id: "filled",
        rank: Rank::Derived,
        make: || Setup { top: 346, bottom: 326, pitch: 592, ..Setup::default() },
    },
    Preset { id: "pitch-28", rank: Rank::Custom, make: || Setup { pitch: 560, ..Setup::default() } },
    Preset {
        id: "bold-second",
        rank: Rank::Custom,
        make: || Setup { bold_second: true, ..Setup::default() },
    },
    Preset {
        id: "centred-number",
        rank: Rank::Custom,
        make: || Setup { number: PageNumber::Centre, ..Setup::default() },
    },
    Preset {
        id: "digits-as-text",
        rank: Rank::Custom,
        make: || Setup { digits: Digits::Text, ..Setup::default() },
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_preset_has_22_lines_of_28_characters_and_a_name_of_its_own() {
        for (at, preset) in PRESETS.iter().enumerate() {
            let setup = preset.setup();
            assert_eq!((setup.cells(), setup.lines()), (28, 22), "{}", preset.id);
            assert_eq!(setup.clone().within(), setup);
            assert!(PRESETS.iter().skip(at + 1).all(|other| other.id != preset.id && other.setup() != setup));
        }
    }
}
