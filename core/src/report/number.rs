//! The numbers and labels that the structure makes: of headings (GB/T 9704-2012 7.3.3), of the list
//! of what is attached (7.3.4) and of attached texts (7.3.7).

use crate::template::{BlockKind, Level};
use crate::text::attached::ANNEX;
use crate::text::numerals::chinese;

/// The word before the first name of what is attached.
pub const ATTACHED: &str = "附件：";

/// The number of each paragraph of these kinds; none stands for one that is not printed. A name
/// that stands alone is not numbered, nor is the label of the only attached text.
pub(super) fn labels(printed: &[Option<BlockKind>]) -> Vec<String> {
    let count = |kind| printed.iter().flatten().filter(|printed| **printed == kind).count();
    let is_one = count(BlockKind::Annex).max(count(BlockKind::Attachment)) == 1;
    let mut counts = [0; Level::ALL.len()];
    let (mut attached, mut annexes) = (0, 0);
    let number = |(at, kind): (usize, &Option<BlockKind>)| {
        let Some(kind) = *kind else { return String::new() };
        attached = if kind == BlockKind::Attachment { attached + 1 } else { 0 };
        match kind {
            BlockKind::Item(level) => {
                counts[level.depth()] += 1;
                counts[level.depth() + 1..].fill(0);
                number(level, counts[level.depth()])
            }
            BlockKind::Attachment => {
                let next = printed.iter().skip(at + 1).flatten().next();
                match (attached, next) {
                    (1, Some(BlockKind::Attachment)) => format!("{ATTACHED}1."),
                    (1, _) => ATTACHED.to_owned(),
                    (count, _) => format!("{count}."),
                }
            }
            BlockKind::Annex => {
                annexes += 1;
                counts.fill(0);
                if is_one { ANNEX.to_owned() } else { format!("{ANNEX}{annexes}") }
            }
            BlockKind::Title
            | BlockKind::Byline
            | BlockKind::Salutation
            | BlockKind::Body
            | BlockKind::Closing
            | BlockKind::Signature
            | BlockKind::Date
            | BlockKind::Remark => String::new(),
        }
    };
    printed.iter().enumerate().map(number).collect()
}

/// GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）.
fn number(level: Level, count: u32) -> String {
    match level {
        Level::One => format!("{}、", chinese(count)),
        Level::Two => format!("（{}）", chinese(count)),
        Level::Three => format!("{count}."),
        Level::Four => format!("（{count}）"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::{Annex, Attachment, Body, Item};

    fn labelled(kinds: &[BlockKind]) -> String {
        let printed: Vec<Option<BlockKind>> = kinds.iter().copied().map(Some).collect();
        labels(&printed).join(" ")
    }

    #[test]
    fn names_of_what_is_attached_are_numbered_from_two_on() {
        assert_eq!(labelled(&[Body, Attachment, Body]), " 附件： ");
        assert_eq!(labelled(&[Attachment; 3]), "附件：1. 2. 3.");
        let with_gap = [Some(Attachment), None, Some(Attachment), Some(Body), Some(Attachment)];
        assert_eq!(labels(&with_gap).join(" "), "附件：1.  2.  附件：");
    }

    #[test]
    fn attached_texts_are_labelled_as_their_names_are_numbered() {
        assert_eq!(labelled(&[Attachment, Annex]), "附件： 附件");
        assert_eq!(labelled(&[Attachment, Attachment, Annex]), "附件：1. 2. 附件1");
        assert_eq!(labelled(&[Annex, Annex]), "附件1 附件2");
    }

    #[test]
    fn headings_of_an_attached_text_are_counted_anew() {
        let kinds = [Item(Level::One), Item(Level::Two), Annex, Item(Level::Two), Item(Level::One)];
        assert_eq!(labelled(&kinds), "一、 （一） 附件 （一） 一、");
    }
}
