//! The setups that the program brings along: the standard, and what offices commonly do otherwise.

use super::key::Key;
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

    /// The values in which it differs from the standard.
    fn keys(&self) -> impl Iterator<Item = Key> {
        let (own, standard) = (self.setup(), Setup::default());
        Key::ALL.into_iter().map(|(key, _)| key).filter(move |key| own.value(*key) != standard.value(*key))
    }

    /// Whether a setup has what makes this one; the standard is in nothing else.
    #[must_use]
    pub fn is_in(&self, setup: &Setup) -> bool {
        let own = self.setup();
        self.rank != Rank::Standard && self.keys().all(|key| own.value(key) == setup.value(key))
            || own == *setup
    }

    /// A setup with what makes this one; where it has that already, with the standard's instead. The
    /// standard replaces all of it.
    #[must_use]
    pub fn switch(&self, setup: &Setup) -> Setup {
        if self.rank == Rank::Standard {
            return self.setup();
        }
        let from = if self.is_in(setup) { Setup::default() } else { self.setup() };
        let mut out = setup.clone();
        for key in self.keys() {
            out.set(key, &from.value(key));
        }
        out.within()
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
    fn habits_are_put_together_and_taken_back() {
        let [standard, filled, pitch, bold, ..] = &PRESETS;
        let setup = bold.switch(&pitch.switch(&Setup::default()));
        assert_eq!((setup.pitch, setup.bold_second), (560, true));
        assert!(
            bold.is_in(&setup) && pitch.is_in(&setup) && !filled.is_in(&setup) && !standard.is_in(&setup)
        );
        assert_eq!(bold.switch(&setup), pitch.setup());
        assert_eq!(filled.switch(&setup).pitch, 592);
        assert_eq!(standard.switch(&setup), Setup::default());
    }

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
