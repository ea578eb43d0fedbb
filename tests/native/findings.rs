//! The proofreader looks at any report: it never fails, its places are places of the report, and a
//! fix leaves no more to be fixed than there was.

use std::io::{Write, stderr};
use std::time::Instant;

use gaozhi_core::draft::BlockId;
use gaozhi_core::field::FieldId;
use gaozhi_core::lint::{Finding, check};
use gaozhi_core::report::{Origin, Paragraph, Part, Report, Run};
use gaozhi_core::template::{BlockKind, Level};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::select;
use proptest::strategy::Strategy;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary;
use crate::check::check as law;

/// What the rules of figures, times and values look for, and what breaks programs.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "1", "5", "12", "30", "0", "00", "01", "05", "100", "120", "2025", "2026", "3,000", "62.16", "３", "99999999999999999999", "%", "％", "次", "人", "名", "个", "人次",
    "万元", "年", "年度", "月", "日", "号", "〔", "〕", "[", "]", "（", "）", "第", "届", "二〇二六", "十二", "三", "两", "五六", "倍", "几",
    "、", "，", "。", "；", "：", " ", "\u{3000}", "—", "-", ".", "/", "“", "”", "《", "》", "★", "X", "XX", "××", "____", "D建", "大",
    "约", "近", "超过", "余", "多", "左右", "以上", "占", "占比", "其中", "共", "有", "男", "女", "党员", "教师", "党支部", "方面", "减少", "增长", "了",
    "处分", "表彰", "培训", "“十四五”", "十九届六中全会", "精神", "党史学习教育", "脱贫攻坚", "打算", "我", "我局", "述职", "星期五", "周日",
    "机密", "13812345678", "110101199003071234", "👍🏽", "𠮷", "e\u{301}", "\0", "中", "的", "到", "至", "在",
];

const KINDS: [BlockKind; 7] = [
    BlockKind::Title,
    BlockKind::Body,
    BlockKind::Item(Level::One),
    BlockKind::Salutation,
    BlockKind::Signature,
    BlockKind::Date,
    BlockKind::Closing,
];

const FIELDS: [&str; 6] = [
    "party_lectures",
    "probationary_admitted",
    "backbone_share_percent",
    "weak_branch_name",
    "aspect_count",
    "other",
];

fn words() -> impl Strategy<Value = String> {
    proptest::prop_oneof![
        4 => vec(select(PIECES), 1..12).prop_map(|pieces| pieces.concat()),
        1 => arbitrary::text().prop_map(|text| text.replace(['\n', '\r'], "")),
    ]
}

fn run() -> impl Strategy<Value = Run> {
    (words(), proptest::option::of(select(&FIELDS[..])), any::<bool>()).prop_map(|(text, field, open)| {
        let origin = field.map_or(Origin::Text, |id| Origin::Field(FieldId::new(id)));
        let open = open && field.is_some();
        Run { text, origin, part: Part::Text, span: 0, open }
    })
}

fn report() -> impl Strategy<Value = Report> {
    let paragraph = (select(&KINDS[..]), vec(run(), 1..5));
    vec(paragraph, 0..5).prop_map(|paragraphs| {
        let paragraphs = (0..).zip(paragraphs).map(|(at, (kind, mut runs))| {
            runs.retain(|run| !run.text.is_empty());
            Paragraph { block: BlockId(at), kind, runs, gap: 0 }
        });
        Report { paragraphs: paragraphs.collect(), open: 0, ..Report::default() }
    })
}

fn plain(kind: BlockKind, text: String) -> Report {
    let run = Run { text, origin: Origin::Text, part: Part::Text, span: 0, open: false };
    Report {
        paragraphs: vec![Paragraph { block: BlockId(0), kind, runs: vec![run], gap: 0 }],
        open: 0,
        ..Report::default()
    }
}

/// How many findings of that rule there are.
fn count(found: &[Finding], rule: &str) -> usize {
    found.iter().filter(|finding| finding.rule == rule).count()
}

#[test]
fn findings_stand_at_places_of_the_report() {
    let years = proptest::option::of(1990_u16..2040);
    law("findings stand at places of the report", 400, &(report(), years), |(report, year)| {
        let found = check(&report, year);
        prop_assert_eq!(&found, &check(&report, year));
        for finding in &found {
            if let Some(place) = &finding.place {
                let text = report.paragraphs[place.paragraph].text();
                prop_assert!(text.get(place.range.clone()).is_some(), "{:?}", finding);
            }
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].place <= pair[1].place));
        Ok(())
    });
}

#[test]
fn a_fix_leaves_less_to_be_found() {
    law("a fix leaves less to be found", 400, &words(), |text| {
        let found = check(&plain(BlockKind::Body, text.clone()), Some(2026));
        let fixable = found.iter().filter(|finding| ["PH", "NU"].contains(&&finding.rule[..2]));
        for finding in fixable {
            if let (Some(place), Some(fix)) = (&finding.place, &finding.fix) {
                let mut fixed = text.clone();
                fixed.replace_range(place.range.clone(), fix);
                let left = check(&plain(BlockKind::Body, fixed.clone()), Some(2026));
                prop_assert!(
                    count(&left, finding.rule) < count(&found, finding.rule),
                    "{fixed}: {finding:?}"
                );
            }
        }
        Ok(())
    });
}

#[test]
fn a_report_ten_times_as_long_takes_no_more_than_so_much_longer() {
    let sentence = "2026年1月5日，现有党员120名，其中男70名、女50名，占62%。约5、6个“双减”项目，减少了2倍，〔2026〕8号；";
    let took = |times: usize| {
        let report = plain(BlockKind::Body, sentence.repeat(times));
        let begun = Instant::now();
        let found = check(&report, Some(2026)).len();
        (begun.elapsed(), found)
    };
    let (short, long) = (took(70), took(700));
    writeln!(stderr(), "proofreading 10 KB {:?} ({}), 100 KB {:?} ({})", short.0, short.1, long.0, long.1)
        .unwrap();
    assert!(long.0.as_secs_f64() < 40.0 * short.0.as_secs_f64().max(0.001));
}
