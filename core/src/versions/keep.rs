//! When a version is taken by itself, and which of those are dropped again. Times are milliseconds
//! since 1970 (UTC).

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;
const MONTH: i64 = 30 * DAY;

/// Work after which a version is taken.
const WORK: u64 = 10 * MINUTE.unsigned_abs();

/// How old a version is at most, and the length of the stretches of time of which each keeps one;
/// what is older keeps one of each month. Each stretch lies within one of the next row, counted from
/// 1970: so what is dropped early would have been dropped late too.
const TIERS: [(i64, i64); 3] = [(2 * HOUR, 2 * MINUTE), (DAY, HOUR), (MONTH, DAY)];

/// What is known of a stored version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Version {
    /// When it was taken.
    pub at: i64,
    /// Whether a person gave it a name, rather than the program having taken it by itself.
    pub named: bool,
    /// The room that it takes, in bytes.
    pub size: u64,
}

/// Which of the versions, the newest first, to drop: their indices, in no order.
///
/// Of those that the program took, the newest stays of every 2 minutes in the last 2 hours, of every
/// hour in the last day, of every day in the last 30 days and of every 30 days before: each that is
/// dropped has a younger one within that time. If those that stay take more than `room` bytes, the
/// oldest go until they do not. Named versions and the newest of all always stay, even in too little
/// room.
#[must_use]
pub fn which_to_drop(versions: &[Version], now: i64, room: u64) -> Vec<usize> {
    let (mut kept, mut dropped) = (Vec::new(), Vec::new());
    let (mut taken, mut younger) = (0_u64, None);
    for (index, version) in versions.iter().enumerate() {
        if !version.named {
            let age = now.saturating_sub(version.at);
            let tier = TIERS.into_iter().find(|(oldest, _)| age < *oldest);
            let stretch = |at: i64| at.div_euclid(tier.map_or(MONTH, |(_, length)| length));
            // The next younger one says it for all: no stretch lies between two parts of another.
            if younger.replace(version.at).is_some_and(|at| stretch(at) == stretch(version.at)) {
                dropped.push(index);
                continue;
            }
            if index > 0 {
                kept.push(index);
            }
        }
        taken = taken.saturating_add(version.size);
    }
    while taken > room
        && let Some(oldest) = kept.pop()
    {
        taken = taken.saturating_sub(versions.get(oldest).map_or(0, |version| version.size));
        dropped.push(oldest);
    }
    dropped
}

/// Whether to take a version now, while somebody works on the draft. `last` is when the newest was
/// taken that this session knows of: none at its beginning, so that the state before the first change
/// is kept; then a version is due after 10 minutes in which something `changed`. At the end of a
/// session `changed` alone decides.
#[must_use]
pub fn due(last: Option<i64>, now: i64, changed: bool) -> bool {
    // A clock that was set back says nothing about the work done since.
    last.is_none_or(|last| changed && now.abs_diff(last) >= WORK)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is kept of automatic versions of those ages, in minutes, each of 1 byte.
    fn kept(ages: &[i64], room: u64) -> Vec<i64> {
        let now = 1000 * DAY;
        let version = |age: &i64| Version { at: now - age * MINUTE, named: false, size: 1 };
        assert!(ages.is_sorted());
        let dropped = which_to_drop(&ages.iter().map(version).collect::<Vec<_>>(), now, room);
        (0..).zip(ages).filter(|(index, _)| !dropped.contains(index)).map(|(_, age)| *age).collect()
    }

    #[test]
    fn the_older_the_fewer_are_kept() {
        assert_eq!(kept(&[0, 1, 3, 5, 60, 119], u64::MAX), [0, 1, 3, 5, 60, 119]);
        assert_eq!(kept(&[121, 130, 179, 181, 200], u64::MAX), [121, 181]);
        let day = 24 * 60;
        assert_eq!(kept(&[day + 1, day + 700, 2 * day + 1], u64::MAX), [day + 1, 2 * day + 1]);
        assert_eq!(
            kept(&[100 * day + 1, 105 * day, 109 * day, 131 * day], u64::MAX),
            [100 * day + 1, 131 * day]
        );
        assert_eq!(kept(&[], 0), [0; 0]);
    }

    #[test]
    fn in_too_little_room_the_oldest_go_but_never_the_newest_or_a_named_one() {
        assert_eq!(kept(&[10, 30, 50], 2), [10, 30]);
        assert_eq!(kept(&[10, 30, 50], 0), [10]);
        let named = Version { at: 0, named: true, size: 9 };
        let versions = [Version { at: 2, ..named }, Version { at: 1, named: false, size: 9 }, named];
        assert_eq!(which_to_drop(&versions, 3, 0), [1]);
        assert_eq!(which_to_drop(&versions[1..], 3, 0), [0; 0]);
    }

    #[test]
    fn what_is_dropped_early_would_have_been_dropped_late_too() {
        let versions = |ages: &[i64]| -> Vec<Version> {
            ages.iter().map(|age| Version { at: -age * MINUTE, named: false, size: 1 }).collect()
        };
        let mut kept = versions(&(0..5000).map(|at| at * 7).collect::<Vec<_>>());
        let all = kept.clone();
        for now in [0, HOUR, DAY, 40 * DAY, 400 * DAY] {
            let dropped = which_to_drop(&kept, now, u64::MAX);
            let mut at = 0..;
            kept.retain(|_| at.next().is_some_and(|at| !dropped.contains(&at)));
        }
        let dropped = which_to_drop(&all, 400 * DAY, u64::MAX);
        let late = (0..).zip(&all).filter(|(at, _)| !dropped.contains(at)).map(|(_, version)| *version);
        assert_eq!(kept, late.collect::<Vec<_>>());
        assert_eq!(kept.len(), 2);
    }

    #[test]
    fn a_version_is_due_at_the_beginning_and_after_ten_minutes_of_work() {
        assert!(due(None, 5, false));
        assert!(due(Some(0), 10 * MINUTE, true));
        assert!(!due(Some(0), 10 * MINUTE, false));
        assert!(!due(Some(0), 10 * MINUTE - 1, true));
        assert!(due(Some(100 * DAY), 0, true));
    }
}
