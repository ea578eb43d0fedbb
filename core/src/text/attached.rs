//! The words of what is attached: 附件：1.报名表 in the list of its names (GB/T 9704-2012 7.3.4), 附件1
//! above the text itself (7.3.7).

use super::chars::{fold, is_space};
use super::number::number;
use super::part;

/// The word above an attached text; a number follows where there are several.
pub const ANNEX: &str = "附件";

/// The byte behind the word and the colon with which a list of names begins; nothing for another line.
#[must_use]
pub fn list_begins(line: &str) -> Option<usize> {
    let rest = line.strip_prefix(ANNEX)?.strip_prefix(['：', ':'])?;
    Some(line.len() - rest.len())
}

/// The byte where the name begins in a line of the list: behind word, number and the blanks after them.
#[must_use]
pub fn name_begins(line: &str) -> usize {
    let word = list_begins(line);
    let rest = part(line, word.unwrap_or(0)..);
    match (number(rest), word) {
        (Some(number), _) if number.level == 3 => line.len() - rest.len() + number.end,
        (_, Some(_)) => line.len() - rest.trim_start_matches(is_space).len(),
        (_, None) => 0,
    }
}

/// The number of a line that is a label and nothing more; none stands for 附件 alone.
#[must_use]
pub fn label(line: &str) -> Option<Option<u32>> {
    let rest = line.strip_prefix(ANNEX)?;
    let rest = rest.strip_suffix(['：', ':']).unwrap_or(rest).trim_matches(is_space);
    if rest.is_empty() {
        return Some(None);
    }
    let mut count = 0;
    for (at, c) in rest.chars().enumerate() {
        count = count * 10 + fold(c).to_digit(10).filter(|_| at < 2)?;
    }
    Some(Some(count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_and_number_are_told_from_the_name() {
        let names = ["附件：1.名单", "附件:名单", "附件： 名单", "2、名单", "名单", "附件1：名单", "附件："];
        let found = names.map(|line| part(line, name_begins(line)..));
        assert_eq!(found, ["名单", "名单", "名单", "名单", "名单", "附件1：名单", ""]);
    }

    #[test]
    fn a_label_is_all_of_its_line() {
        assert_eq!(
            ["附件", "附件：", "附件1", "附件 ２："].map(label),
            [Some(None), Some(None), Some(Some(1)), Some(Some(2))]
        );
        assert_eq!(["附件一", "附件1：名单", "附件100", "附表", ""].map(label), [None; 5]);
    }
}
