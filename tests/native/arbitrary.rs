//! Arbitrary templates, drafts, answers and edits, made of the text that breaks programs. Claims
//! nothing about them.

use std::collections::{BTreeMap, BTreeSet};

use gaozhi_core::draft::{BlockId, Draft, Edit, Entry};
use gaozhi_core::field::{Field, FieldId, Kind, Limits};
use gaozhi_core::setup::{Digits, Faces, PageNumber, Setup};
use gaozhi_core::template::{Block, BlockKind, Level, Marks, Span, Template};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, any};
use proptest::prop_oneof;
use proptest::sample::{Index, select};
use proptest::strategy::{BoxedStrategy, Strategy};

/// Marks of the text form, of HTML and Markdown, white space, control characters, wide and
/// joined characters, and ordinary words of the trade.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "\\", "\\\\", "\\n", "\\u{20}", "\\u{", "{", "}", "{}", "{n}", "{1 2}", "|", " | ", "||", "#", "# ", "## ",
    "####", "@", "@标题 ", "@正文", "@可略 ", "@略去 ", "@可增 ", "/", "//", "// ", "[", "]", "[正文]", "[字段]", "模板 ", "占位 ", "选填", "选项 ", "每项 ", "…", "最小 1",
    " ", "    ", "\u{3000}", "\u{a0}", "\t", "\n", "\r", "\r\n", "\n\n", "\0", "\u{1}", "\u{b}", "\u{c}", "\u{1b}",
    "\u{7f}", "\u{85}", "\u{2028}", "\u{200b}", "\u{feff}", "\u{202e}", "👍🏽", "👨‍👩‍👧", "e\u{301}", "𠮷",
    "<script>", "</p>", "<!--", "]]>", "&lt;", "&", "\"", "'", "<", ">", "=", "-", "+", "*", "**", "_", "`", "~", "![",
    "“", "”", "《", "》", "（一）", "一、", "1.", "1)", "、", "，", "。", "：", "；", "——", "……", "X", "XX", "____", "×",
    "12", "1,234", "3.5%", "１２", "abc", "report_2026", "党建工作", "全年讲党课", "次", "人次", "县", "的", "了",
];

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        9 => select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

/// Any text at all, now and then empty or very long.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => Just(String::new()),
        24 => vec(piece(), 1..6).prop_map(|pieces| pieces.concat()),
        4 => vec(any::<char>(), 1..10).prop_map(|chars| chars.into_iter().collect()),
        1 => (piece(), 200..600_usize).prop_map(|(piece, times)| piece.repeat(times)),
    ]
}

/// Lines that look like the text form or like a plain report, well formed or not.
pub(crate) fn document() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => vec(text(), 0..12).prop_map(|lines| lines.join("\n")),
        1 => (template(), damage()).prop_map(|(template, damage)| {
            damaged(&gaozhi_core::template::print(&template), &damage)
        }),
    ]
}

/// Places and pieces with which [`damaged`] spoils a text.
pub(crate) fn damage() -> impl Strategy<Value = Vec<(Index, u8, String)>> {
    vec((any::<Index>(), 0..4_u8, piece()), 0..5)
}

/// `text` with pieces put in, characters taken out or turned into others, or its end cut off.
pub(crate) fn damaged(text: &str, damage: &[(Index, u8, String)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (place, how, piece) in damage {
        let at = place.index(chars.len() + 1);
        match how {
            0 => drop(chars.splice(at..at, piece.chars())),
            1 => drop(chars.drain(at..chars.len().min(at + 1))),
            2 => chars.truncate(at),
            _ => {
                // One bit of the character, where that is a character.
                if let Some(c) = chars.get_mut(at) {
                    *c = char::from_u32(u32::from(*c) ^ (1 << place.index(16))).unwrap_or(*c);
                }
            }
        }
    }
    chars.into_iter().collect()
}

fn field_id() -> impl Strategy<Value = FieldId> {
    let odd = vec(any::<char>(), 1..70).prop_map(|chars| {
        let id: String = chars.into_iter().filter(|c| c.is_alphanumeric() || *c == '_').take(64).collect();
        if id.is_empty() { "_".repeat(64) } else { id }
    });
    prop_oneof![
        6 => select(vec!["n", "1", "_", "²", "Ⅷ", "年份", "party_lectures", "占位"]).prop_map(str::to_owned),
        1 => odd,
    ]
    .prop_map(|id| FieldId::new(&id))
}

type RawField = (FieldId, Kind, [String; 6], Vec<String>, Limits, bool, Vec<Index>);

fn field() -> BoxedStrategy<RawField> {
    let limits =
        (option::of(any::<i64>()), option::of(any::<i64>())).prop_map(|(min, max)| Limits { min, max });
    let texts = [text(), text(), text(), text(), text(), text()];
    let choices = vec(text().prop_filter("said", |text| !text.is_empty()), 0..4);
    let kind = select(Kind::ALL.to_vec());
    (field_id(), kind, texts, choices, limits, any::<bool>(), vec(any::<Index>(), 0..3)).boxed()
}

/// A piece of a paragraph before the fields are known: the index names one of them.
type RawSpan = Result<String, Index>;
type RawBlock = (BlockKind, Marks, Vec<RawSpan>, Vec<RawSpan>);

fn block() -> BoxedStrategy<RawBlock> {
    let span = || prop_oneof![3 => text().prop_map(Ok), 2 => any::<Index>().prop_map(Err)];
    (block_kind(), marks(), vec(span(), 0..3), vec(span(), 0..4)).boxed()
}

/// Most paragraphs have none; only what is optional is left out.
pub(crate) fn marks() -> impl Strategy<Value = Marks> {
    let set = (any::<bool>(), any::<bool>(), any::<bool>()).prop_map(|(optional, omitted, repeats)| Marks {
        optional: optional || omitted,
        omitted,
        repeats,
    });
    prop_oneof![3 => Just(Marks::default()), 1 => set]
}

pub(crate) fn block_kind() -> impl Strategy<Value = BlockKind> {
    use BlockKind::{
        Annex, Attachment, Body, Byline, Closing, Date, Item, Remark, Salutation, Signature, Title,
    };
    let (items, after) = (Level::ALL.map(Item), [Attachment, Remark, Annex]);
    let plain = [Title, Byline, Salutation, Body, Closing, Signature, Date];
    select([plain.as_slice(), &items, &after].concat())
}

/// The normal form: no empty texts, no two texts side by side, only declared fields.
fn spans(raw: Vec<RawSpan>, ids: &[FieldId]) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for span in raw {
        match (span, out.last_mut()) {
            (Ok(text), _) if text.is_empty() => {}
            (Ok(text), Some(Span::Text(before))) => before.push_str(&text),
            (Ok(text), _) => out.push(Span::Text(text)),
            (Err(index), _) if !ids.is_empty() => out.push(Span::Blank(ids[index.index(ids.len())].clone())),
            (Err(_), _) => {}
        }
    }
    out
}

fn finished((kind, marks, lead, text): RawBlock, ids: &[FieldId]) -> Block {
    Block { marks, ..Block::with_lead(kind, spans(lead, ids), spans(text, ids)) }
}

fn defined((id, kind, texts, choices, limits, optional, names): RawField, ids: &[FieldId]) -> Field {
    let [label, literal, unit, help, mut default, each] = texts;
    for name in names.iter().filter(|_| !ids.is_empty()) {
        default.push_str(&format!("{{{}}}", ids[name.index(ids.len())].as_str()));
    }
    Field { id, label, kind, literal, unit, help, default, limits, choices, each, optional }
}

/// An arbitrary template in the normal form; defaults may name fields, themselves too.
pub(crate) fn template() -> impl Strategy<Value = Template> {
    let parts = (text(), text(), text(), vec(field(), 0..5), vec(block(), 0..8));
    parts.prop_map(|(id, name, summary, mut raw, blocks)| {
        let mut known = BTreeSet::new();
        raw.retain(|field| known.insert(field.0.clone()));
        let ids: Vec<FieldId> = raw.iter().map(|field| field.0.clone()).collect();
        let fields = raw.into_iter().map(|raw| defined(raw, &ids)).collect();
        Template {
            id,
            name,
            summary,
            fields,
            blocks: blocks.into_iter().map(|b| finished(b, &ids)).collect(),
        }
    })
}

fn ids_of(template: &Template) -> Vec<FieldId> {
    template.fields.iter().map(|field| field.id.clone()).collect()
}

/// An arbitrary draft, some of its fields answered, and an answer to a field that is not there.
pub(crate) fn draft() -> impl Strategy<Value = Draft> {
    let draft = (template(), vec((any::<Index>(), text()), 0..5)).prop_map(|(template, answers)| {
        let mut ids = ids_of(&template);
        ids.push(FieldId::new("not there"));
        let answers: BTreeMap<_, _> =
            answers.into_iter().map(|(index, text)| (ids[index.index(ids.len())].clone(), text)).collect();
        Draft::new(template, answers)
    });
    let page = prop_oneof![3 => Just(Setup::default()), 1 => setup()];
    (draft, page).prop_map(|(draft, setup)| draft.with_setup(setup))
}

/// An arbitrary page setup, permitted or not.
pub(crate) fn setup() -> BoxedStrategy<Setup> {
    let measure = || prop_oneof![4 => 100..700_u16, 1 => any::<u16>()];
    let measures = (measure(), measure(), measure(), measure(), 100..1300_u16, 10..90_u16, 10..60_u16);
    let faces = [text(), text(), text(), text()];
    let digits = select(vec![Digits::Latin, Digits::Text]);
    let number = select(vec![PageNumber::Outer, PageNumber::Centre, PageNumber::None]);
    (measures, faces, any::<[bool; 6]>(), digits, number)
        .prop_map(|(measures, faces, on, digits, number)| {
            let (top, bottom, left, right, pitch, title_size, size) = measures;
            let [title, first, second, text] = faces;
            let faces = Faces { title, first, second, text };
            let [mirror, bold_title, bold_first, bold_second, bold_third, state] = on;
            Setup {
                top,
                bottom,
                left,
                right,
                mirror,
                pitch,
                title_size,
                size,
                faces,
                bold_title,
                bold_first,
                bold_second,
                bold_third,
                digits,
                number,
                state,
            }
        })
        .boxed()
}

#[derive(Clone, Debug)]
enum RawEdit {
    Answer(Index, Option<String>),
    Rewrite(BlockId, RawBlock),
    Insert(usize, Vec<(BlockId, RawBlock)>),
    Field(Index, Option<RawField>),
    Declare(usize, RawField),
    Replace(Vec<RawField>, Vec<(BlockId, RawBlock)>),
    All(Vec<RawEdit>),
    Other(Edit),
}

/// A place in a small outline, just past it or far beyond it.
fn place() -> impl Strategy<Value = usize> {
    prop_oneof![12 => 0..10_usize, 1 => any::<usize>(), 1 => Just(usize::MAX)]
}

/// A paragraph's id: in use, still free, or the very last.
fn block_id() -> impl Strategy<Value = BlockId> {
    prop_oneof![12 => 0..12_u32, 1 => any::<u32>(), 1 => Just(u32::MAX)].prop_map(BlockId)
}

fn raw_edit() -> impl Strategy<Value = RawEdit> {
    prop_oneof![
        8 => simple_edit().boxed(),
        1 => vec(simple_edit().boxed(), 0..4).prop_map(RawEdit::All),
    ]
}

fn simple_edit() -> impl Strategy<Value = RawEdit> {
    let entries = || vec((block_id(), block()), 0..3);
    prop_oneof![
        3 => (any::<Index>(), option::of(field())).prop_map(|(index, to)| RawEdit::Field(index, to)),
        1 => (place(), field()).prop_map(|(at, field)| RawEdit::Declare(at, field)),
        1 => (vec(field(), 0..4), entries()).prop_map(|(fields, new)| RawEdit::Replace(fields, new)),
        4 => (any::<Index>(), option::of(text())).prop_map(|(index, text)| RawEdit::Answer(index, text)),
        3 => (block_id(), block()).prop_map(|(id, block)| RawEdit::Rewrite(id, block)),
        2 => (place(), entries()).prop_map(|(at, new)| RawEdit::Insert(at, new)),
        2 => (place(), place()).prop_map(|(at, count)| RawEdit::Other(Edit::Remove { at, count: count.min(3) })),
        1 => (place(), place()).prop_map(|(at, count)| RawEdit::Other(Edit::Remove { at, count })),
        3 => (place(), place(), place())
            .prop_map(|(from, count, to)| RawEdit::Other(Edit::Move { from, count, to })),
        1 => text().prop_map(|name| RawEdit::Other(Edit::Rename(name))),
        1 => setup().prop_map(|setup| RawEdit::Other(Edit::Setup(Box::new(setup)))),
    ]
}

/// An arbitrary draft and that many changes of it, sensible or not.
pub(crate) fn draft_and_edits(count: std::ops::Range<usize>) -> impl Strategy<Value = (Draft, Vec<Edit>)> {
    (draft(), vec(raw_edit(), count)).prop_map(|(draft, edits)| {
        let edits = all_made(edits, &draft);
        (draft, edits)
    })
}

/// That many changes of `draft`, sensible or not.
pub(crate) fn edits_of(draft: &Draft, count: usize) -> impl Strategy<Value = Vec<Edit>> + use<> {
    let draft = draft.clone();
    vec(raw_edit(), count).prop_map(move |edits| all_made(edits, &draft))
}

fn all_made(edits: Vec<RawEdit>, draft: &Draft) -> Vec<Edit> {
    let declared = ids_of(&draft.to_template());
    let mut ids = declared.clone();
    ids.push(FieldId::new("not there"));
    edits.into_iter().map(|edit| made(edit, &ids, &declared)).collect()
}

/// An edit of a draft with those fields; the last of `ids` is not declared.
fn made(edit: RawEdit, ids: &[FieldId], declared: &[FieldId]) -> Edit {
    let entries = |new: Vec<(BlockId, RawBlock)>| -> Vec<Entry> {
        new.into_iter().map(|(id, block)| Entry { id, block: finished(block, declared) }).collect()
    };
    match edit {
        RawEdit::Answer(index, text) => Edit::Answer { field: ids[index.index(ids.len())].clone(), text },
        RawEdit::Rewrite(block, to) => Edit::Rewrite { block, to: finished(to, declared) },
        RawEdit::Insert(at, new) => Edit::Insert { at, entries: entries(new) },
        RawEdit::Field(index, to) => Edit::Field {
            id: declared.get(index.index(declared.len() + 1)).unwrap_or(&FieldId::new("new")).clone(),
            to: to.map(|raw| Box::new(defined(raw, declared))),
        },
        RawEdit::Declare(at, raw) => Edit::Declare { at, field: Box::new(defined(raw, declared)) },
        RawEdit::Replace(raw, new) => Edit::Replace {
            fields: raw.into_iter().map(|raw| defined(raw, declared)).collect(),
            entries: entries(new),
        },
        RawEdit::All(edits) => Edit::All(edits.into_iter().map(|edit| made(edit, ids, declared)).collect()),
        RawEdit::Other(edit) => edit,
    }
}
