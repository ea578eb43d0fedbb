//! Adding, removing and moving paragraphs by what they are: an item takes along what stands
//! below it. Only makes [`Edit`]s; the draft applies them.

use std::ops::Range;

use super::edit::Edit;
use super::model::{BlockId, Draft, Entry};
use crate::template::{Block, BlockKind, Level, Marks};

/// How many paragraphs belong to the one at `at`, itself included: below a level-one item all up
/// to the next or the closing, below a deeper item the deeper items that follow, below the label of
/// an attached text all up to the next.
#[must_use]
pub fn extent(entries: &[Entry], at: usize) -> usize {
    let own = match entries.get(at).map(|entry| entry.block.kind) {
        Some(BlockKind::Item(own)) => own,
        Some(BlockKind::Annex) => {
            let text = entries[at + 1..].iter().take_while(|entry| entry.block.kind != BlockKind::Annex);
            return 1 + text.count();
        }
        _ => return 1,
    };
    let below = |entry: &&Entry| match entry.block.kind {
        BlockKind::Item(level) => level > own,
        BlockKind::Body => own == Level::One,
        BlockKind::Title
        | BlockKind::Byline
        | BlockKind::Salutation
        | BlockKind::Closing
        | BlockKind::Signature
        | BlockKind::Date
        | BlockKind::Attachment
        | BlockKind::Remark
        | BlockKind::Annex => false,
    };
    1 + entries[at + 1..].iter().take_while(below).count()
}

/// The sections, which leave no paragraph out: first what stands before the first level-one item,
/// then each level-one item with all up to the next, last what begins with the first closing, name
/// of what is attached, signature, date or note after the last item, and what is attached. The first and the last may be empty; never fewer than two.
#[must_use]
pub fn sections(entries: &[Entry]) -> Vec<Range<usize>> {
    let (mut sections, mut from, mut end) = (Vec::new(), 0, None);
    for (at, entry) in entries.iter().enumerate() {
        match entry.block.kind {
            BlockKind::Item(Level::One) => {
                sections.push(from..at);
                (from, end) = (at, None);
            }
            BlockKind::Closing
            | BlockKind::Attachment
            | BlockKind::Signature
            | BlockKind::Date
            | BlockKind::Remark => end = end.or(Some(at)),
            BlockKind::Annex => {
                end = end.or(Some(at));
                break;
            }
            BlockKind::Title
            | BlockKind::Byline
            | BlockKind::Salutation
            | BlockKind::Item(_)
            | BlockKind::Body => {}
        }
    }
    let end = end.unwrap_or(entries.len());
    sections.extend([from..end, end..entries.len()]);
    sections
}

/// Which paragraphs are left out of the report: those marked so, and what belongs to them.
#[must_use]
pub fn left_out(entries: &[Entry]) -> Vec<bool> {
    let mut end = 0;
    let is_out = |(at, entry): (usize, &Entry)| {
        if at >= end && entry.block.marks.omitted {
            end = at + extent(entries, at);
        }
        at < end
    };
    entries.iter().enumerate().map(is_out).collect()
}

/// The paragraph of those marks that `at` is or belongs to, the nearest first.
#[must_use]
pub fn within(entries: &[Entry], at: usize, marked: fn(&Marks) -> bool) -> Option<usize> {
    let mut above = (0..=at.min(entries.len().saturating_sub(1))).rev();
    above.find(|from| {
        entries.get(*from).is_some_and(|entry| marked(&entry.block.marks))
            && from + extent(entries, *from) > at
    })
}

/// An empty paragraph after this one and what belongs to it: below a level-one item a level-two
/// one, after another item or a name of what is attached one of the same kind, else text. Gives its id.
#[must_use]
pub fn add_after(draft: &Draft, block: BlockId) -> Option<(Edit, BlockId)> {
    let at = draft.index_of(block)?;
    let entries = draft.entries();
    let (kind, at) = match entries[at].block.kind {
        BlockKind::Item(Level::One) => (BlockKind::Item(Level::Two), at + 1),
        kind @ BlockKind::Item(_) => (kind, at + extent(entries, at)),
        kind @ BlockKind::Attachment => (kind, at + 1),
        BlockKind::Title
        | BlockKind::Byline
        | BlockKind::Salutation
        | BlockKind::Body
        | BlockKind::Closing
        | BlockKind::Signature
        | BlockKind::Date
        | BlockKind::Remark
        | BlockKind::Annex => (BlockKind::Body, at + 1),
    };
    let id = draft.fresh_block();
    let entry = Entry { id, block: Block::new(kind, Vec::new()) };
    Some((Edit::Insert { at, entries: vec![entry] }, id))
}

/// Takes the paragraph and what belongs to it out.
#[must_use]
pub fn remove(draft: &Draft, block: BlockId) -> Option<Edit> {
    let at = draft.index_of(block)?;
    Some(Edit::Remove { at, count: extent(draft.entries(), at) })
}

/// Moves the paragraph, with what belongs to it, before its neighbour above of the same kind;
/// nothing where there is none under the same parent.
#[must_use]
pub fn move_up(draft: &Draft, block: BlockId) -> Option<Edit> {
    let entries = draft.entries();
    let from = draft.index_of(block)?;
    let to = (0..from).rev().find(|at| at + extent(entries, *at) == from && sibling(entries, *at, from))?;
    Some(Edit::Move { from, count: extent(entries, from), to })
}

/// The same downwards.
#[must_use]
pub fn move_down(draft: &Draft, block: BlockId) -> Option<Edit> {
    let entries = draft.entries();
    let from = draft.index_of(block)?;
    let count = extent(entries, from);
    let next = from + count;
    (next < entries.len() && sibling(entries, from, next)).then(|| Edit::Move {
        from,
        count,
        to: from + extent(entries, next),
    })
}

fn sibling(entries: &[Entry], a: usize, b: usize) -> bool {
    let kind = |at: usize| entries[at].block.kind;
    let moves = |kind| {
        matches!(kind, BlockKind::Item(_) | BlockKind::Body | BlockKind::Attachment | BlockKind::Annex)
    };
    kind(a) == kind(b) && moves(kind(a))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::compose;
    use crate::template::parse;
    use std::collections::BTreeMap;

    const OUTLINE: &str = "[正文]\n@标题 题\n# 甲\n## 子\n### 寅\n## 丑\n某段。\n# 乙\n@结束语 完";

    fn texts(draft: &Draft) -> String {
        compose(draft).paragraphs.iter().map(|p| p.text() + " ").collect()
    }

    fn after(change: impl Fn(&Draft) -> Option<Edit>) -> Option<String> {
        let mut draft = Draft::new(parse(OUTLINE).0, BTreeMap::new());
        draft.apply(change(&draft)?)?;
        Some(texts(&draft))
    }

    #[test]
    fn an_item_takes_along_what_belongs_to_it_and_all_is_renumbered() {
        assert_eq!(
            after(|d| move_down(d, BlockId(2))).as_deref(),
            Some("题 一、甲 （一）丑 （二）子 1.寅 某段。 二、乙 完 ")
        );
        assert_eq!(
            after(|d| move_up(d, BlockId(6))).as_deref(),
            Some("题 一、乙 二、甲 （一）子 1.寅 （二）丑 某段。 完 ")
        );
        assert_eq!(after(|d| remove(d, BlockId(1))).as_deref(), Some("题 一、乙 完 "));
    }

    #[test]
    fn what_is_left_out_takes_along_what_belongs_to_it() {
        let out = |text: &str| -> String {
            let draft = Draft::new(parse(text).0, BTreeMap::new());
            left_out(draft.entries()).into_iter().map(|out| if out { 'x' } else { '.' }).collect()
        };
        assert_eq!(out("[正文]\n# 甲\n@略去 ## 子\n### 寅\n## 丑\n某段。\n# 乙"), ".xx...");
        assert_eq!(out("[正文]\n@略去 # 甲\n@略去 ## 子\n某段。\n@略去 # 乙\n@结束语 完"), "xxxx.");
    }

    #[test]
    fn sections_begin_at_level_one_items_and_the_closing() {
        let of = |text: &str| sections(Draft::new(parse(text).0, BTreeMap::new()).entries());
        assert_eq!(of(OUTLINE), [0..1, 1..6, 6..7, 7..8]);
        assert_eq!(of("[正文]\n段\n@落款 某\n附"), [0..1, 1..3]);
        assert_eq!(of("[正文]\n# 甲\n@落款 某\n# 乙\n段"), [0..0, 0..2, 2..4, 4..4]);
        assert_eq!(of("[正文]\n# 甲\n@附件说明 表\n@日期 今天\n@附件\n# 乙"), [0..0, 0..1, 1..5]);
        assert_eq!(sections(&[]), [0..0, 0..0]);
    }

    #[test]
    fn an_attached_text_goes_along_with_its_label() {
        let draft = Draft::new(parse("[正文]\n段\n@附件\n@标题 甲\n# 一\n@附件\n# 二").0, BTreeMap::new());
        assert_eq!([0, 1, 3, 4].map(|at| extent(draft.entries(), at)), [1, 3, 1, 2]);
        let mut moved = draft.clone();
        moved.apply(move_down(&draft, BlockId(1)).expect("there is another")).expect("a change");
        assert_eq!(texts(&moved), "段 附件1 一、二 附件2 甲 一、一 ");
    }

    #[test]
    fn a_mark_holds_for_what_belongs_to_the_paragraph() {
        let draft = Draft::new(parse("[正文]\n@可略 # 甲\n## 子\n@可略 ## 丑\n段\n# 乙").0, BTreeMap::new());
        let found = |at| within(draft.entries(), at, |marks| marks.optional);
        assert_eq!([0, 1, 2, 3, 4, 9].map(found), [Some(0), Some(0), Some(2), Some(0), None, None]);
    }

    #[test]
    fn nothing_moves_out_of_its_parent() {
        for block in [BlockId(0), BlockId(2), BlockId(3), BlockId(7)] {
            assert_eq!(after(|d| move_up(d, block)), None, "{block:?}");
        }
        assert_eq!(after(|d| move_down(d, BlockId(4))), None);
    }

    #[test]
    fn a_new_paragraph_stands_behind_what_belongs_to_the_old_one() {
        let draft = Draft::new(parse(OUTLINE).0, BTreeMap::new());
        let place = |block| match add_after(&draft, BlockId(block)) {
            Some((Edit::Insert { at, entries }, _)) => (at, entries[0].block.kind),
            other => panic!("{other:?}"),
        };
        assert_eq!(place(1), (2, BlockKind::Item(Level::Two)));
        assert_eq!(place(2), (4, BlockKind::Item(Level::Two)));
        assert_eq!(place(0), (1, BlockKind::Body));
    }
}
