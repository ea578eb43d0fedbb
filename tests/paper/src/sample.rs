//! Reports to set: the built-in templates with made-up answers, and long texts.

use std::collections::BTreeMap;

use gaozhi_core::draft::{Day, Draft};
use gaozhi_core::field::{Field, Kind};
use gaozhi_core::report::{Report, compose};
use gaozhi_core::template::{Block, BlockKind, Level, Span, Template, parse};

/// A report with a name.
pub struct Sample {
    /// Unique among the samples; fit for a file name.
    pub name: String,
    /// The report.
    pub report: Report,
}

const DAY: Day = Day { year: 2026, month: 12, day: 5 };
const TEMPLATES: [(&str, &str); 4] = [
    ("duty_report", include_str!("../../../core/templates/duty_report.txt")),
    ("branch_secretary", include_str!("../../../core/templates/branch_secretary.txt")),
    ("teacher_summary", include_str!("../../../core/templates/teacher_summary.txt")),
    ("meeting_minutes", include_str!("../../../core/templates/meeting_minutes.txt")),
];
const WORDS: [&str; 12] = [
    "县委教育体育工委",
    "理论学习",
    "第一中心小学",
    "示范党支部",
    "红旗",
    "先锋",
    "双减",
    "校园安全",
    "书记领航工程",
    "师德师风",
    "“一校一品”",
    "《责任书》",
];
const SENTENCES: [&str; 12] = [
    "全年召开专题会议12次，研究议题36个，办结率100%。",
    "坚持“第一议题”制度，组织学习28场次，覆盖党员1,236人次。",
    "投入资金358.6万元，改造校舍4所，新增学位1 200个；",
    "对照《中国共产党支部工作条例（试行）》逐条自查，整改问题17项。",
    "深入基层调研——既看“面子”，也看“里子”，",
    "建立健全制度9项（其中新建4项、修订5项），",
    "开展“我为群众办实事”活动，解决急难愁盼问题63件。",
    "教师A、B两岗占比分别为62.16%和37.84%，较上年提高3.2个百分点。",
    "一是压实责任；二是强化督导；三是严肃问责……",
    "通过微信公众号、App和网站发布信息216条，阅读量达15.8万。",
    "党员发展、教育、管理、监督各环节进一步规范，",
    "群众满意度测评得分98.5分，位列全县第3名。",
];

/// Numbers that look thrown and are the same every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % sides.max(1)
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.throw(of.len())]
    }
}

/// All of them, the built-in duty report first.
#[must_use]
pub fn samples() -> Vec<Sample> {
    let mut out = Vec::new();
    for (name, text) in TEMPLATES {
        for seed in 0..4_u64 {
            let draft = answered(parse(text).0, &mut Dice(seed * 7919 + 1));
            out.push(Sample { name: format!("{name}-{seed}"), report: compose(&draft) });
        }
    }
    for seed in 0..3_u64 {
        out.push(Sample {
            name: format!("long-{seed}"),
            report: long(&mut Dice(seed * 104_729 + 3), 16_000),
        });
    }
    out
}

fn answered(template: Template, dice: &mut Dice) -> Draft {
    let answers: BTreeMap<_, _> =
        template.fields.iter().map(|field| (field.id.clone(), answer(field, dice))).collect();
    let mut draft = Draft::start(template, DAY);
    for (field, text) in answers {
        if draft.field(&field).is_some_and(|field| field.default.is_empty()) {
            draft.apply(gaozhi_core::draft::Edit::Answer { field, text: Some(text) });
        }
    }
    draft
}

fn answer(field: &Field, dice: &mut Dice) -> String {
    match field.kind {
        Kind::Integer => (dice.throw(400) + 1).to_string(),
        Kind::Decimal => format!("{}.{}", dice.throw(90) + 1, dice.throw(9) + 1),
        Kind::Percent => format!("{}.{}", dice.throw(89) + 10, dice.throw(9) + 1),
        Kind::Ordinal => "二十".to_owned(),
        Kind::Year => "2026".to_owned(),
        Kind::Date => format!("2026年{}月{}日", dice.throw(12) + 1, dice.throw(28) + 1),
        Kind::Person => dice.pick(&["张明远", "李红", "欧阳文华"]).to_owned(),
        Kind::Choice => field.choices.first().cloned().unwrap_or_default(),
        Kind::Prose => (0..=dice.throw(4)).map(|_| dice.pick(&SENTENCES)).collect(),
        Kind::List(_) => (0..=dice.throw(3)).map(|_| dice.pick(&WORDS)).collect::<Vec<_>>().join("\n"),
        Kind::Text | Kind::Organisation | Kind::Place | Kind::Title => dice.pick(&WORDS).to_owned(),
    }
}

fn long(dice: &mut Dice, chars: usize) -> Report {
    let text = |text: String| vec![Span::Text(text)];
    let mut blocks =
        vec![Block::new(BlockKind::Title, text("2026年度全县教育体育系统工作情况报告".to_owned()))];
    let mut count = 0;
    while count < chars {
        let body: String = (0..dice.throw(9) + 1).map(|_| dice.pick(&SENTENCES)).collect();
        count += body.chars().count();
        blocks.push(match dice.throw(4) {
            0 => Block::with_lead(
                BlockKind::Item(Level::Two),
                text(format!("抓好{}。", dice.pick(&WORDS))),
                text(body),
            ),
            1 => {
                Block::with_lead(BlockKind::Item(Level::One), text(dice.pick(&WORDS).to_owned()), Vec::new())
            }
            _ => Block::new(BlockKind::Body, text(body)),
        });
    }
    blocks.push(Block::new(BlockKind::Signature, text("县委教育体育工委".to_owned())));
    blocks.push(Block::new(BlockKind::Date, text("2026年12月5日".to_owned())));
    compose(&Draft::new(Template { blocks, ..Template::default() }, BTreeMap::new()))
}
