//! What was to be replaced before the report is given out: blanks, masked figures, masked words.
//! The blanks of typed text are those that the reading of templates is certain of.

use crate::lint::prose::{after, before, ending, has, left, starting};
use crate::lint::{Finding, Subject};
use crate::reading::{Class, marks};
use crate::text::part;

/// PH01: a blank that is not filled in, or a mark of one in the words.
pub(super) fn open(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let mut filled = Vec::with_capacity(subject.texts.len());
    for (at, paragraph, text) in subject.paragraphs() {
        let mut words = text.to_owned();
        let mut from = 0;
        for run in &paragraph.runs {
            let to = from + run.text.len();
            if run.open {
                found.push(Finding::at(at, from..to).telling(run.text.as_str()));
                // A word in its place, as long as it, so that the places of the others stand.
                words.replace_range(from..to, &"\u{1}".repeat(to - from));
            }
            from = to;
        }
        filled.push(words);
    }
    for (at, range, class) in marked(&filled) {
        if class != Class::NumberMask {
            let mark = part(&filled[at], range.clone()).to_owned();
            found.push(Finding::at(at, range).telling(mark));
        }
    }
}

/// PH02: a figure that is masked in part.
pub(super) fn masked_figure(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, range, class) in marked(&subject.texts) {
        if class == Class::NumberMask && !is_open(subject, at, range.start) {
            let mark = part(&subject.texts[at], range.clone()).to_owned();
            found.push(Finding::at(at, range).telling(mark));
        }
    }
}

fn is_open(subject: &Subject<'_>, paragraph: usize, byte: usize) -> bool {
    let Some(paragraph) = subject.report.paragraphs.get(paragraph) else { return false };
    let mut to = 0;
    paragraph.runs.iter().any(|run| {
        to += run.text.len();
        to > byte && to - run.text.len() <= byte && run.open
    })
}

/// The marks that the reading is certain of and that no finished report has. Gaps, brackets to fill,
/// boxes and circles may be printed on purpose.
fn marked(texts: &[String]) -> impl Iterator<Item = (usize, std::ops::Range<usize>, Class)> {
    let lines: Vec<&str> = texts.iter().map(String::as_str).collect();
    let stays = |class| {
        matches!(
            class,
            Class::XRun
                | Class::Year
                | Class::Month
                | Class::Day
                | Class::DocNo
                | Class::Letter
                | Class::NumberMask
                | Class::Tel
                | Class::Underscore
        )
    };
    let all = marks(&lines).into_iter().enumerate();
    all.flat_map(|(at, marks)| marks.into_iter().map(move |(range, class)| (at, range, class)))
        .filter(move |(_, range, class)| !range.is_empty() && stays(*class))
}

/// What stands before or after XX大 where that is a congress with its number taken out.
const BEFORE_CONGRESS: [&str; 8] = ["喜迎", "迎接", "学习", "贯彻", "落实", "党的", "庆祝", "宣传"];
const AFTER_CONGRESS: [&str; 10] =
    ["精神", "报告", "召开", "胜利", "以来", "代表", "闭幕", "开幕", "提出", "指出"];
/// What makes XX大 the begin of another word.
const NO_CONGRESS: [&str; 20] = [
    "学", "道", "厦", "街", "队", "厅", "楼", "桥", "酒店", "院", "赛", "型", "会", "市场", "药房", "坝",
    "姐", "哥", "爷", "妈",
];
/// What follows a D that stands for 党.
const AFTER_D: [&str; 12] = ["建", "员", "委", "课", "章", "纪", "费", "支部", "总支", "组织", "中央", "校"];
/// Words that begin so and where the D is a letter.
const NO_D: [&str; 8] = ["建模", "校区", "校门", "组织液", "员工", "课堂", "课程", "建筑"];
/// Letters that stand for a name or a party.
const LETTERS: [&str; 5] = ["XJP", "xjp", "习JP", "GCD", "ZGGCD"];

/// PH03: a word that was made unreadable on purpose: 喜迎XX大, D建.
pub(super) fn masked_word(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, paragraph, text) in subject.paragraphs() {
        let mut open = Vec::new();
        let mut from = 0;
        for run in &paragraph.runs {
            open.extend(run.open.then(|| from..from + run.text.len()));
            from += run.text.len();
        }
        let mut to = 0;
        for (start, c) in text.char_indices() {
            if start < to {
                continue;
            }
            let length = match c {
                'X' | 'x' | '×' => congress(text, start),
                'D' => party(text, start),
                _ => None,
            };
            let length = length.or_else(|| letters(text, start));
            if let Some(length) = length.filter(|_| !crate::lint::prose::is_inside(&open, start)) {
                to = start + length;
                let word = part(text, start..to);
                found.push(Finding::at(at, start..to).telling(word));
            }
        }
    }
}

/// The bytes of XX大 at a place.
fn congress(text: &str, at: usize) -> Option<usize> {
    let rest = after(text, at, 8);
    let marks = rest.len() - rest.trim_start_matches(['X', 'x', '×']).len();
    let is_row = rest.starts_with("××") || rest.starts_with("XX") || rest.starts_with("xx");
    let next = part(rest, marks..).strip_prefix('大').filter(|_| is_row)?;
    let is_named = ending(before(text, at, 4), &BEFORE_CONGRESS).is_some();
    let is_said = starting(next, &AFTER_CONGRESS).is_some();
    let is_other = starting(next, &NO_CONGRESS).is_some();
    (is_said || (is_named && !is_other)).then_some(marks + '大'.len_utf8())
}

/// The bytes of D建 and the like at a place.
fn party(text: &str, at: usize) -> Option<usize> {
    let before = left(text, at);
    let rest = after(text, at + 1, 4);
    let word = starting(rest, &AFTER_D).filter(|_| starting(rest, &NO_D).is_none())?;
    let is_letter = before.is_ascii_alphanumeric() || matches!(before, '、' | '/' | '-' | '素' | '第');
    (!is_letter).then_some(1 + word.len())
}

fn letters(text: &str, at: usize) -> Option<usize> {
    let word = starting(part(text, at..), &LETTERS)?;
    let is_whole = !left(text, at).is_ascii_alphanumeric()
        && !has(after(text, at + word.len(), 1), &["-", "_"])
        && !crate::lint::prose::right(text, at + word.len()).is_ascii_alphanumeric();
    is_whole.then_some(word.len())
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{filled, findings, remarked, silent};

    #[test]
    fn open_blanks_and_marks_in_the_words_are_found() {
        let report = filled("讲党课{n}次，开展调研{m=3}次，走访XX户。");
        let found = findings("PH01", &report, None);
        assert_eq!(found.len(), 2);
        remarked("PH01", "讲党课X次，培训××人次，办公经费____元", &["X", "××", "____"]);
        silent("PH01", &["购置X光机1台，拍摄X射线片3张", "规格5×3米", "升级到3.x版", "共12人。"]);
    }

    #[test]
    fn figures_masked_in_part_are_found() {
        remarked("PH02", "产值增长xx0.9%", &["xx0.9"]);
        silent("PH02", &["软件升级到3.x版", "增长0.9%"]);
    }

    #[test]
    fn masked_words_are_found() {
        remarked("PH03", "喜迎XX大", &["XX大"]);
        remarked("PH03", "深入学习党的××大精神，抓好D建工作", &["××大", "D建"]);
        remarked("PH03", "学习XJP重要讲话，健全D组织", &["XJP", "D组织"]);
        silent(
            "PH03",
            &[
                "喜迎二十大",
                "XX大学",
                "学习XX大学经验",
                "D级",
                "3D建模",
                "A、B、C、D组织",
                "SD卡",
                "维生素D委",
            ],
        );
    }
}
