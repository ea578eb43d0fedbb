//! Reports that break writers, each with a name.

use gaozhi_core::draft::BlockId;
use gaozhi_core::field::FieldId;
use gaozhi_core::report::{Origin, Paragraph, Part, Report, Run};
use gaozhi_core::template::{BlockKind, Level};

/// Every kind of paragraph.
pub(crate) const KINDS: [BlockKind; 14] = [
    BlockKind::Title,
    BlockKind::Byline,
    BlockKind::Salutation,
    BlockKind::Item(Level::One),
    BlockKind::Item(Level::Two),
    BlockKind::Item(Level::Three),
    BlockKind::Item(Level::Four),
    BlockKind::Body,
    BlockKind::Closing,
    BlockKind::Signature,
    BlockKind::Date,
    BlockKind::Attachment,
    BlockKind::Remark,
    BlockKind::Annex,
];

/// A paragraph of one run.
fn paragraph(kind: BlockKind, text: String) -> Paragraph {
    let run = Run { text, origin: Origin::Field(FieldId::new("n")), part: Part::Text, span: 0, open: false };
    Paragraph { block: BlockId(0), kind, runs: vec![run], gap: 0 }
}

/// The text in the body, and in the title, the signature and the date, which are set by rules of their own.
fn around(text: &str) -> Vec<Paragraph> {
    let kinds = [BlockKind::Title, BlockKind::Body, BlockKind::Signature, BlockKind::Date];
    kinds.map(|kind| paragraph(kind, format!("前{text}后"))).into()
}

/// Short texts that each hold one sort of what breaks writers.
fn texts() -> Vec<(&'static str, String)> {
    let each = |from: u32, to: u32| -> String { (from..=to).filter_map(char::from_u32).collect() };
    vec![
        ("control characters", each(0, 0x1f)),
        ("control characters above ASCII", each(0x7f, 0x9f)),
        ("replaced lone surrogates", "\u{fffd}\u{fffd}中\u{fffd}".to_owned()),
        ("neighbours of surrogates", "\u{d7ff}\u{e000}\u{f8ff}".to_owned()),
        ("bidi marks", "\u{200e}א\u{200f}ب\u{61c}".to_owned()),
        ("bidi controls left open", each(0x202a, 0x202e) + &each(0x2066, 0x2068) + "123"),
        ("bidi controls closed unopened", "\u{2069}\u{202c}\u{2069}".to_owned()),
        ("code points that XML bans", "\u{fffe}中\u{ffff}".to_owned()),
        ("other non-characters", "\u{fdd0}\u{1fffe}\u{10ffff}".to_owned()),
        ("byte order marks", "\u{feff}中\u{feff}".to_owned()),
        ("combining marks alone", "\u{301}\u{302}".to_owned()),
        ("combining marks in a heap", "字".to_owned() + &"\u{30d}".repeat(500)),
        ("emoji", "👨‍👩‍👧‍👦🇨🇳👍🏽❤️1️⃣🏴󠁧󠁢󠁳󠁣󠁴󠁿".to_owned()),
        ("characters of four bytes", "𠮷𪚥𰻞".to_owned()),
        ("spaces of all kinds", " \u{a0}\u{3000}\u{2003}\u{200b}\u{2060}  ".to_owned()),
        ("line breaks", "甲\r\n乙\r丙\n丁\u{b}戊\u{c}己\u{85}庚\u{2028}辛\u{2029}壬".to_owned()),
        ("tabs", "\t甲\t\t乙\t".to_owned()),
        ("markup", "<w:p/>&amp;]]><!-- --><?x?>\"'&#0;&nbsp;".to_owned()),
        ("templates of other programs", "{{x}} {%p if %} ${x} «x» _x000D_".to_owned()),
        ("only marks", "，。！？）】》”’".to_owned()),
    ]
}

/// All of them.
pub(crate) fn reports() -> Vec<(&'static str, Report)> {
    let mut all: Vec<(&str, Vec<Paragraph>)> =
        texts().into_iter().map(|(name, text)| (name, around(&text))).collect();
    let million = "一二三四五六，七八九十12 ab".chars().cycle().take(400_000).collect();
    let every = |index: usize| paragraph(KINDS[index % KINDS.len()], format!("第{index}段"));
    all.extend([
        ("nothing", Vec::new()),
        (
            "a paragraph without runs",
            vec![Paragraph { runs: Vec::new(), ..paragraph(BlockKind::Body, String::new()) }],
        ),
        ("a run without words", vec![paragraph(BlockKind::Body, String::new())]),
        ("1 MB in one paragraph", vec![paragraph(BlockKind::Body, million)]),
        ("a run for each character", vec![spread(&"甲乙丙丁".repeat(2500))]),
        (
            "10,000 paragraphs",
            (0..10_000).map(|index| paragraph(BlockKind::Body, format!("第{index}段"))).collect(),
        ),
        ("10,000 paragraphs of every kind", (0..10_000).map(every).collect()),
        (
            "a title of 5,000 characters",
            vec![paragraph(BlockKind::Title, "关于做好工作的通知".chars().cycle().take(5000).collect())],
        ),
        (
            "a signature and a date of 5,000 characters",
            vec![
                paragraph(BlockKind::Signature, "县".repeat(5000)),
                paragraph(BlockKind::Date, "2026".repeat(1250)),
            ],
        ),
        (
            "a gap of all there are",
            vec![Paragraph { gap: u32::MAX, ..paragraph(BlockKind::Body, "文".to_owned()) }],
        ),
    ]);
    all.into_iter().map(|(name, paragraphs)| (name, Report { paragraphs, ..Report::default() })).collect()
}

/// A run for each character, open and filled by turns.
fn spread(text: &str) -> Paragraph {
    let mut whole = paragraph(BlockKind::Body, String::new());
    let run = whole.runs.remove(0);
    let is_open = |index: usize| index.is_multiple_of(2);
    whole.runs = (0..)
        .zip(text.chars())
        .map(|(index, c)| Run { text: c.into(), open: is_open(index), ..run.clone() })
        .collect();
    whole
}
