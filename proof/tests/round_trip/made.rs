//! Drafts with answers that follow from a number: of the built-in templates, and of templates made here.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gaozhi_core::draft::Draft;
use gaozhi_core::field::{Field, FieldId, Joiner, Kind, read};
use gaozhi_core::template::{Block, BlockKind, GALLERY, Level, Span, Template, parse};

/// Numbers that follow from a seed by no rule a person sees.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// One below `most`.
    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 17).unwrap() % most.max(1)
    }

    pub(crate) fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

#[rustfmt::skip]
const WORDS: &[&str] = &[
    "理论学习", "基层党建", "乡村振兴", "作风建设", "安全生产", "营商环境", "教育教学", "队伍建设", "制度建设", "群众工作",
    "项目推进", "信访维稳", "生态环保", "招商引资", "社区治理", "廉政教育", "人才引进", "志愿服务", "文明创建", "数字政府",
];
const PLACES: &[&str] = &["城关镇", "西安市", "河口乡", "东湖街道", "青山村", "高新区"];
const ORGANISATIONS: &[&str] =
    &["县委组织部", "市教育局", "第一中学党支部", "城关镇党委", "区民政局", "县人民医院"];
const PEOPLE: &[&str] = &["张三", "李四光", "王建国", "欧阳修", "陈晓明", "赵一曼"];
#[rustfmt::skip]
pub(crate) const CLAUSES: &[&str] = &[
    "坚持把政治建设摆在首位", "扎实推进各项重点任务", "认真落实上级决策部署", "切实加强干部队伍管理", "持续深化作风纪律整顿",
    "着力解决群众急难愁盼问题", "不断健全长效工作机制", "全面提升服务保障水平", "有效防范化解风险隐患", "积极探索基层治理新路",
    "严格执行民主集中制", "充分发挥先锋模范作用", "广泛开展调查研究", "及时回应社会各界关切", "统筹抓好发展和安全两件大事",
];

/// A value of that kind.
pub(crate) fn value(field: &Field, chance: &mut Chance) -> String {
    let words = |chance: &mut Chance, from: usize, more: usize, between: &str| {
        let count = from + chance.below(more);
        (0..count).map(|_| *chance.pick(WORDS)).collect::<Vec<_>>().join(between)
    };
    let typed = match field.kind {
        Kind::Integer => (1 + chance.below(2000)).to_string(),
        Kind::Decimal => format!("{}.{}", chance.below(300), 1 + chance.below(9)),
        Kind::Percent => format!("{}.{}", chance.below(99), 1 + chance.below(9)),
        Kind::Ordinal => chance.pick(&["三", "12", "二十一", "7"]).to_string(),
        Kind::Organisation => chance.pick(ORGANISATIONS).to_string(),
        Kind::Person => chance.pick(PEOPLE).to_string(),
        Kind::Place => chance.pick(PLACES).to_string(),
        Kind::Title | Kind::Text => words(chance, 1, 2, ""),
        Kind::Year => (2001 + chance.below(60)).to_string(),
        Kind::Date => {
            format!("20{}年{}月{}日", 10 + chance.below(40), 1 + chance.below(12), 1 + chance.below(28))
        }
        Kind::Choice if field.choices.is_empty() => words(chance, 1, 1, ""),
        Kind::Choice => chance.pick(&field.choices).clone(),
        Kind::Prose => {
            let clauses: Vec<&str> = (0..1 + chance.below(4)).map(|_| *chance.pick(WORDS)).collect();
            format!("抓{}", clauses.join("，抓"))
        }
        Kind::List(Joiner::Comma) => words(chance, 1, 4, "、"),
        Kind::List(Joiner::Series) => words(chance, 1, 4, "\n"),
    };
    let reading = read(field, &typed);
    if reading.refusal.is_some() { typed } else { reading.text }
}

fn answered(template: Template, chance: &mut Chance) -> Draft {
    let mut answers: BTreeMap<FieldId, String> = BTreeMap::new();
    for field in &template.fields {
        // Some blanks stay open.
        if chance.below(5) > 0 {
            answers.insert(field.id.clone(), value(field, chance));
        }
    }
    Draft::new(template, answers)
}

/// A built-in template, the next one for each number, filled in.
pub(crate) fn filled(at: usize, chance: &mut Chance) -> Draft {
    let id = GALLERY[at % GALLERY.len()].id;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../core/templates/{id}.txt"));
    answered(parse(&fs::read_to_string(path).unwrap()).0, chance)
}

/// A template of sections with sentences and blanks of all kinds, filled in.
pub(crate) fn generated(chance: &mut Chance) -> Draft {
    let mut template = Template { name: "生成的总结".to_owned(), ..Template::default() };
    let blank = |template: &mut Template, chance: &mut Chance| {
        let (at, known) = (template.fields.len(), chance.below(6) == 0);
        if known && at > 0 {
            return Span::Blank(template.fields[chance.below(at)].id.clone());
        }
        let kind = *chance.pick(&Kind::ALL);
        let literal = *chance.pick(&["X", "XX", "____", "×"]);
        let mut field = Field::new(&format!("f{at}"), kind, &format!("项目{at}"), literal);
        if kind == Kind::Choice {
            field.choices = WORDS[..4].iter().map(|word| (*word).to_owned()).collect();
        }
        if kind == Kind::List(Joiner::Comma) && chance.below(3) == 0 {
            field.each = chance.pick(&["“…”", "《…》", "“…”活动"]).to_string();
        }
        template.fields.push(field.clone());
        Span::Blank(field.id)
    };
    let words = |text: String| Span::Text(text);
    let first = blank(&mut template, chance);
    template.blocks.push(Block::new(BlockKind::Title, vec![first, words("年度工作总结".to_owned())]));
    for section in 0..3 + chance.below(3) {
        let heading = format!("{}方面", WORDS[(section * 3 + chance.below(3)) % WORDS.len()]);
        template.blocks.push(Block::with_lead(BlockKind::Item(Level::One), vec![words(heading)], Vec::new()));
        for _ in 0..2 + chance.below(4) {
            let mut spans = Vec::new();
            for sentence in 0..1 + chance.below(3) {
                let start = if sentence == 0 { "" } else { "。" };
                let clause = chance.pick(CLAUSES);
                spans.push(words(format!("{start}{clause}，其中{}涉及", chance.pick(WORDS))));
                spans.push(blank(&mut template, chance));
                spans.push(words(format!("等内容，{}", chance.pick(CLAUSES))));
            }
            spans.push(words("。".to_owned()));
            let spans = gaozhi_core::template::tidy(spans);
            let lead = words(format!("抓好{}。", chance.pick(WORDS)));
            template.blocks.push(match chance.below(3) {
                0 => Block::new(BlockKind::Body, spans),
                1 => Block::with_lead(BlockKind::Item(Level::Two), vec![lead], spans),
                _ => Block::with_lead(BlockKind::Item(Level::Three), Vec::new(), spans),
            });
        }
    }
    template.fields.push(Field::new("who", Kind::Organisation, "单位", "XX"));
    template.fields.push(Field::new("day", Kind::Date, "日期", "XX"));
    template.blocks.push(Block::new(BlockKind::Signature, vec![Span::Blank(FieldId::new("who"))]));
    template.blocks.push(Block::new(BlockKind::Date, vec![Span::Blank(FieldId::new("day"))]));
    answered(template, chance)
}
