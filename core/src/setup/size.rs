//! Sizes by their Chinese names, and measures as people write them.

/// The named sizes, in half points.
const NAMED: [(&str, u16); 12] = [
    ("初号", 84),
    ("小初", 72),
    ("一号", 52),
    ("小一", 48),
    ("二号", 44),
    ("小二", 36),
    ("三号", 32),
    ("小三", 30),
    ("四号", 28),
    ("小四", 24),
    ("五号", 21),
    ("小五", 18),
];

/// The size of that name, in half points.
pub(super) fn named(name: &str) -> Option<u16> {
    NAMED.iter().find(|(known, _)| *known == name).map(|(_, size)| *size)
}

/// The name of a size in half points.
pub(super) fn name(size: u16) -> Option<&'static str> {
    NAMED.iter().find(|(_, known)| *known == size).map(|(name, _)| *name)
}

/// Prints a measure of which `per` make one unit: 579 of 20 is 28.95.
pub(super) fn print(value: u16, per: u32) -> String {
    let hundredths = u32::from(value) * 100 / per.max(1);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (_, 0) => format!("{whole}.{}", rest / 10),
        _ => format!("{whole}.{}{}", rest / 10, rest % 10),
    }
}

/// Reads a number with up to two decimals and one of `units` behind it, or none, as so many parts of
/// which `per` make one; each unit says how many it is worth. What is too large is the largest.
pub(super) fn read(text: &str, units: &[(&str, u32)], per: u32) -> Option<u16> {
    let text = text.trim();
    let unit = units.iter().find_map(|(unit, worth)| Some((text.strip_suffix(unit)?, *worth)));
    let (number, worth) = unit.unwrap_or((text, 1));
    let (whole, rest) = number.trim().split_once('.').unwrap_or((number.trim(), ""));
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || whole.len() > 5 || rest.len() > 6 || !digits(whole) || !digits(rest) {
        return None;
    }
    let mut hundredths = whole.parse::<u32>().ok()? * 100;
    for (digit, place) in rest.bytes().zip([10, 1]) {
        hundredths += u32::from(digit - b'0') * place;
    }
    let parts = (u64::from(hundredths) * u64::from(worth * per) + 50) / 100;
    Some(u16::try_from(parts).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_is_read_as_it_is_printed() {
        for per in [2, 10, 20] {
            for value in 0..=2000 {
                assert_eq!(read(&print(value, per), &[("磅", 1)], per), Some(value), "{value}/{per}");
            }
        }
        assert_eq!(read("3.7 厘米", &[("厘米", 10)], 10), Some(370));
        assert_eq!(read("99999", &[], 20), Some(u16::MAX));
        assert_eq!(read("三", &[], 10).or(read("-3", &[], 10)).or(read("", &[], 10)), None);
    }
}
