//! Where signature and date stand when there is no seal: GB/T 9704-2012 7.3.5.2.

/// Distances from the right margin, in half characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indents {
    /// Of the signature.
    pub signature: u32,
    /// Of the date.
    pub date: u32,
}

/// The blank to the right of a signature and of a date, from their widths in half characters.
///
/// The signature stands two characters from the margin and the date begins two characters right
/// of where the signature begins; a date longer than the signature stands two characters from the
/// margin, and the signature begins two characters left of where the date begins.
#[must_use]
pub fn indents(signature: u32, date: u32) -> Indents {
    if date <= signature {
        Indents { signature: 4, date: signature - date }
    } else {
        Indents { signature: 8 + date - signature, date: 4 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_trade_come_out() {
        // 县委教育体育工委 (8) over 2026年12月5日 (6.5): 2 and 1.5.
        assert_eq!(indents(16, 13), Indents { signature: 4, date: 3 });
        // 张某某 (3) over the same date: 7.5 and 2.
        assert_eq!(indents(6, 13), Indents { signature: 15, date: 4 });
    }
}
