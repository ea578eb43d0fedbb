//! Lines and pages: every word stands on one line, every line on one page, none too long.

use gaozhi_core::draft::BlockId;
use gaozhi_core::report::{
    CELLS, Grid, LINES, Origin, Page, Paragraph, Part, Run, begins_page, compose, indent_twips, lines,
    paginate,
};
use gaozhi_core::template::BlockKind;
use gaozhi_core::text::chars::{half_cells, width};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::sample::select;
use proptest::strategy::Strategy;
use proptest::test_runner::TestCaseResult;
use proptest::{prop_assert, prop_assert_eq};

use crate::arbitrary::{block_kind, draft, text};
use crate::check::check;

/// The standard with digits in the face of the text: every width is a whole number of half cells.
const GRID: Grid = Grid { latin: false, ..Grid::STANDARD };

fn body(kind: BlockKind, texts: Vec<String>, gap: u32) -> Paragraph {
    let run = |text| Run { text, origin: Origin::Text, part: Part::Text, span: 0, open: false };
    let runs = texts.into_iter().filter(|text| !text.is_empty()).map(run).collect();
    Paragraph { block: BlockId(0), kind, runs, gap }
}

fn pieces<'a>(text: &'a str, starts: &[usize]) -> Vec<&'a str> {
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(from, to)| &text[*from..to]).collect()
}

#[test]
fn lines_hold_every_word_in_order_and_none_is_too_long() {
    let values = (block_kind(), vec(text(), 0..4)).prop_map(|(kind, texts)| body(kind, texts, 0));
    check("lines of arbitrary paragraphs", 1000, &values, |paragraph| {
        let (text, starts) = (paragraph.text(), lines(&paragraph, &GRID));
        prop_assert_eq!(starts.first(), if text.is_empty() { None } else { Some(&0) });
        prop_assert!(starts.windows(2).all(|pair| pair[0] < pair[1]));
        prop_assert!(starts.iter().all(|at| *at < text.len() && text.is_char_boundary(*at)));
        let (size, tighten) =
            if paragraph.kind == BlockKind::Title { (GRID.title, 0) } else { (GRID.size, GRID.tighten) };
        for (index, line) in pieces(&text, &starts).into_iter().enumerate() {
            let indent = indent_twips(&paragraph, &GRID);
            let room = GRID.room - if index == 0 { indent.first } else { indent.rest };
            // A closing mark may hang over by itself; nothing more.
            let mut before_last = line.chars();
            before_last.next_back();
            let set = before_last.filter(|c| half_cells(*c) > 0);
            let width: u32 = set.map(|c| half_cells(c) * size / 2 - tighten).sum();
            prop_assert!(width <= room, "{:?}", line);
        }
        prop_assert_eq!(pieces(&text, &starts).concat(), text);
        Ok(())
    });
}

#[test]
fn ordinary_prose_keeps_the_rules_of_line_breaking() {
    let words = vec![
        "的",
        "党建",
        "全面从严治党",
        "讲党课12次",
        "“双减”",
        "《责任书》",
        "（园）",
        "先锋——模范",
        "占62.16%",
    ];
    let sentence = (vec(select(words), 1..6), select(vec!["，", "。", "；", "、", "：", "？", "……"]))
        .prop_map(|(words, mark)| words.concat() + mark);
    check("ordinary prose", 400, &vec(sentence, 1..40), |sentences| {
        let text = sentences.concat();
        let starts = lines(&body(BlockKind::Body, sentences, 0), &GRID);
        for line in pieces(&text, &starts).into_iter().skip(1) {
            prop_assert!(!line.starts_with(|c| "，。、；：？！”’）》…%".contains(c)), "{:?}", line);
        }
        for pair in pieces(&text, &starts).windows(2) {
            prop_assert!(!pair[0].ends_with(['“', '‘', '（', '《']), "{:?}", pair[0]);
            let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '.');
            let cut = digit(pair[0].chars().last()) && digit(pair[1].chars().next());
            prop_assert!(!cut, "a number is cut: {:?}", pair);
            prop_assert!(!(pair[0].ends_with('—') && pair[1].starts_with('—')), "{:?}", pair);
            prop_assert!(width(pair[0]) + 16 >= CELLS * 2 - 4, "a line is left half empty: {:?}", pair[0]);
        }
        Ok(())
    });
}

/// Every line once, in order, at most 22 a page with the gaps, and no page begun too early.
fn laid_well(paragraphs: &[Paragraph], starts: &[Vec<usize>], pages: &[Page]) -> TestCaseResult {
    let mut seen: Vec<Vec<usize>> = vec![Vec::new(); starts.len()];
    let mut order = Vec::new();
    for (number, page) in pages.iter().enumerate() {
        let mut used = 0;
        for piece in &page.fragments {
            let inside: Vec<usize> = starts[piece.paragraph]
                .iter()
                .copied()
                .filter(|at| (piece.from..piece.to).contains(at))
                .collect();
            prop_assert_eq!(inside.first(), Some(&piece.from));
            let gap = paragraphs[piece.paragraph].gap;
            prop_assert!(piece.gap == 0 || (piece.gap <= gap && !piece.continues()));
            if used > 0 && !piece.continues() {
                prop_assert_eq!(piece.gap, gap, "a gap inside of a page is lost");
            }
            prop_assert_eq!(piece.is_cut(), inside.last() != starts[piece.paragraph].last());
            used += piece.gap + u32::try_from(inside.len()).unwrap();
            order.push(piece.paragraph);
            seen[piece.paragraph].extend(inside);
        }
        prop_assert!(used <= LINES, "page {} has {} lines", number, used);
        if let Some(next) = pages.get(number + 1) {
            let first = next.fragments.first().map(|first| first.paragraph);
            let signs = |kind| matches!(kind, BlockKind::Signature | BlockKind::Date);
            // What the signature takes along leaves room at the foot.
            let taken = first.is_some_and(|at| begins_page(paragraphs[at].kind))
                || first.is_some_and(|at| paragraphs.get(at + 1).is_some_and(|next| signs(next.kind)));
            let gap = first.map_or(0, |at| paragraphs[at].gap);
            prop_assert!(taken || used + gap >= LINES, "page {} ends after {} lines", number, used);
            let alone = next.fragments.first().is_some_and(|first| {
                let signing = |at: usize| signs(paragraphs[at].kind);
                signing(first.paragraph)
                    && !first.continues()
                    && first.paragraph > 0
                    && !signing(first.paragraph - 1)
                    && starts[first.paragraph].len() < 8
            });
            prop_assert!(!alone, "page {} begins with the signature", number + 1);
        }
    }
    prop_assert!(!pages.is_empty());
    prop_assert!(order.is_sorted());
    prop_assert_eq!(seen, starts);
    Ok(())
}

#[test]
fn every_line_of_a_report_stands_on_one_page() {
    check("pages of arbitrary reports", 400, &draft(), |draft| {
        let paragraphs = compose(&draft).paragraphs;
        let starts: Vec<Vec<usize>> = paragraphs.iter().map(|paragraph| lines(paragraph, &GRID)).collect();
        laid_well(&paragraphs, &starts, &paginate(&paragraphs, &starts, &GRID))
    });
}

#[test]
fn every_line_stands_on_one_page_whatever_the_lengths_and_gaps() {
    // compose() leaves paragraphs without words out, so each has a line at least.
    let values = vec((0..3_u32, 0..60_usize, any::<bool>()), 0..20);
    check("pages of arbitrary lengths", 1500, &values, |counts| {
        let short =
            |(gap, count, short): (u32, usize, bool)| (gap, 1 + if short { count % 3 } else { count });
        let counts: Vec<(u32, usize)> = counts.into_iter().map(short).collect();
        let paragraphs: Vec<Paragraph> =
            counts.iter().map(|(gap, _)| body(BlockKind::Body, Vec::new(), *gap)).collect();
        let starts: Vec<Vec<usize>> =
            counts.iter().map(|(_, count)| (0..*count).map(|n| n * 3).collect()).collect();
        laid_well(&paragraphs, &starts, &paginate(&paragraphs, &starts, &GRID))
    });
}
