//! What a paragraph is: its marks, its level, its kind.

use super::super::edit::Edit;
use super::super::model::{BlockId, Draft, Entry};
use super::super::outline::extent;
use super::all;
use crate::template::{Block, BlockKind, Level, Marks, Span, tidy};
use crate::text::attached::{label, name_begins};
use crate::text::part;

/// Gives a paragraph those marks; what is left out is optional too.
#[must_use]
pub fn mark(draft: &Draft, block: BlockId, marks: Marks) -> Option<Edit> {
    let old = &draft.entry(block)?.block;
    let marks = Marks { optional: marks.optional || marks.omitted, ..marks };
    (old.marks != marks).then(|| Edit::Rewrite { block, to: Block { marks, ..old.clone() } })
}

/// One level deeper, with what belongs to it: below its elder sibling, which must be there. A
/// paragraph without a number gets one, of the level of the item before it.
#[must_use]
pub fn indent(draft: &Draft, block: BlockId) -> Option<Edit> {
    let at = draft.index_of(block)?;
    let before = draft.entries()[..at].iter().rev().filter_map(level);
    match draft.entries()[at].block.kind {
        BlockKind::Item(own) => {
            let has_elder = before.into_iter().find(|level| *level <= own) == Some(own);
            if has_elder { shift(draft, at, 1) } else { None }
        }
        BlockKind::Body => {
            let level = before.into_iter().next().unwrap_or(Level::One);
            set_kind(draft, block, BlockKind::Item(level))
        }
        _ => None,
    }
}

/// One level up, with what belongs to it. An outermost item that stands alone loses its number.
#[must_use]
pub fn outdent(draft: &Draft, block: BlockId) -> Option<Edit> {
    let at = draft.index_of(block)?;
    match level(&draft.entries()[at])? {
        Level::One if extent(draft.entries(), at) == 1 => set_kind(draft, block, BlockKind::Body),
        Level::One => None,
        Level::Two | Level::Three | Level::Four => shift(draft, at, -1),
    }
}

/// Makes a paragraph of another kind. Between levels what belongs to it goes along; a heading that
/// loses its number becomes text, and a short text without a full stop that gets one a heading. What
/// is attached loses the word and number that somebody typed: they are printed anyhow.
#[must_use]
pub fn set_kind(draft: &Draft, block: BlockId, kind: BlockKind) -> Option<Edit> {
    let at = draft.index_of(block)?;
    let old = &draft.entries()[at].block;
    if old.kind == kind {
        return None;
    }
    if let (BlockKind::Item(from), BlockKind::Item(to)) = (old.kind, kind) {
        let depth = |level: Level| i8::try_from(level.depth()).unwrap_or_default();
        return shift(draft, at, depth(to) - depth(from));
    }
    let is_item = matches!(kind, BlockKind::Item(_));
    let mut words = tidy(old.spans().cloned().collect());
    unlabel(&mut words, kind);
    let (lead, text) = if is_item && is_heading(&words) { (words, Vec::new()) } else { (Vec::new(), words) };
    let to = Block { marks: old.marks, ..Block::with_lead(kind, lead, text) };
    Some(Edit::Rewrite { block, to })
}

/// Takes off what composing prints before these words.
fn unlabel(words: &mut Vec<Span>, kind: BlockKind) {
    let only = words.len() == 1;
    let Some(Span::Text(first)) = words.first_mut() else { return };
    let from = match kind {
        BlockKind::Attachment => name_begins(first),
        BlockKind::Annex if only && label(first).is_some() => first.len(),
        _ => 0,
    };
    *first = part(first, from..).to_owned();
    words.retain(|span| !matches!(span, Span::Text(text) if text.is_empty()));
}

/// Whether these words are a heading rather than a sentence. The length is that up to which
/// headings of real reports stand alone.
fn is_heading(words: &[Span]) -> bool {
    const LONGEST: usize = 40;
    let texts = || {
        words.iter().filter_map(|span| match span {
            Span::Text(text) => Some(text),
            Span::Blank(_) => None,
        })
    };
    texts().map(|text| text.chars().count()).sum::<usize>() <= LONGEST
        && !texts().any(|text| text.contains(['。', '！', '？', '；']))
}

fn level(entry: &Entry) -> Option<Level> {
    if let BlockKind::Item(level) = entry.block.kind { Some(level) } else { None }
}

/// Moves the item at `at` and those that belong to it by so many levels; not past the last one.
fn shift(draft: &Draft, at: usize, by: i8) -> Option<Edit> {
    let mut edits = Vec::new();
    for entry in draft.entries().iter().skip(at).take(extent(draft.entries(), at)) {
        let Some(own) = level(entry) else { continue };
        let depth = own.depth().checked_add_signed(by.into())?;
        let kind = BlockKind::Item(*Level::ALL.get(depth)?);
        edits.push(Edit::Rewrite { block: entry.id, to: Block { kind, ..entry.block.clone() } });
    }
    all(edits)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{body, draft};
    use super::*;

    const OUTLINE: &str = "[正文]\n# 甲\n## 子\n### 寅\n## 丑。 | 句\n某段。\n# 乙\n短语\n@结束语 完";

    fn after(change: impl Fn(&Draft) -> Option<Edit>) -> Option<String> {
        let draft = draft(OUTLINE);
        Some(body(&draft, change(&draft)?).join(" "))
    }

    #[test]
    fn an_item_goes_deeper_below_its_elder_sibling_only() {
        let text = after(|d| indent(d, BlockId(3)));
        assert_eq!(text.as_deref(), Some("# 甲 ## 子 ### 寅 ### 丑。 | 句 某段。 # 乙 短语 @结束语 完"));
        assert!(after(|d| indent(d, BlockId(5))).is_some());
        for block in [0, 1, 2, 7, 99] {
            assert_eq!(after(|d| indent(d, BlockId(block))), None, "{block}");
        }
        let text = after(|d| indent(d, BlockId(4)));
        assert_eq!(text.as_deref(), Some("# 甲 ## 子 ### 寅 ## 丑。 | 句 ## | 某段。 # 乙 短语 @结束语 完"));
    }

    #[test]
    fn an_item_goes_up_with_what_belongs_to_it() {
        let text = after(|d| outdent(d, BlockId(1)));
        assert_eq!(text.as_deref(), Some("# 甲 # 子 ## 寅 ## 丑。 | 句 某段。 # 乙 短语 @结束语 完"));
        assert_eq!(after(|d| outdent(d, BlockId(0))), None);
        assert_eq!(after(|d| outdent(d, BlockId(4))), None);
    }

    #[test]
    fn another_kind_keeps_every_word() {
        let text = after(|d| set_kind(d, BlockId(3), BlockKind::Body));
        assert_eq!(text.as_deref(), Some("# 甲 ## 子 ### 寅 丑。句 某段。 # 乙 短语 @结束语 完"));
        let text = after(|d| set_kind(d, BlockId(6), BlockKind::Item(Level::Two)));
        assert_eq!(text.as_deref(), Some("# 甲 ## 子 ### 寅 ## 丑。 | 句 某段。 # 乙 ## 短语 @结束语 完"));
        assert_eq!(after(|d| set_kind(d, BlockId(0), BlockKind::Item(Level::Four))), None);
        assert_eq!(after(|d| set_kind(d, BlockId(6), BlockKind::Body)), None);
    }

    #[test]
    fn what_is_attached_is_labelled_once() {
        let of = |text: &str, kind| {
            let draft = draft(&format!("[正文]\n{text}"));
            body(&draft, set_kind(&draft, BlockId(0), kind).expect("another kind")).join(" ")
        };
        assert_eq!(of("附件：1.报名表", BlockKind::Attachment), "@附件说明 报名表");
        assert_eq!(of("2.{a}表", BlockKind::Attachment), "@附件说明 {a}表");
        assert_eq!(of("附件2：", BlockKind::Annex), "@附件");
        assert_eq!(of("附件2：名单", BlockKind::Annex), "@附件 附件2：名单");
    }

    #[test]
    fn what_is_left_out_is_optional() {
        let marks = Marks { omitted: true, ..Marks::default() };
        let text = after(|d| mark(d, BlockId(1), marks));
        assert_eq!(text.map(|text| text.contains("@略去 ## 子")), Some(true));
        assert_eq!(after(|d| mark(d, BlockId(1), Marks::default())), None);
    }
}
