//! How a figure is put: approximations, multiples, the number of a document.

use std::ops::Range;

use crate::lint::prose::{Figure, after, before, ending, figures, is_comma, left, right, starting};
use crate::lint::{Finding, Subject};
use crate::reading::unit;
use crate::text::chars::is_han;
use crate::text::{numerals, part};

/// What is counted by guess, the longest first.
const GUESSED: [&str; 22] = [
    "个月", "个人", "个", "次", "人", "名", "天", "家", "户", "件", "项", "所", "场", "里", "岁", "年",
    "公里", "分钟", "小时", "万元", "元", "种",
];

/// NU09: an approximation in digits (GB/T 15835-2011 has 五六个, 十几个).
pub(super) fn guess_in_digits(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        for figure in figures(text) {
            if let Some((place, fix)) = neighbours(text, &figure).or_else(|| tens(text, &figure)) {
                found.push(Finding::at(at, place).telling(fix.as_str()).fixed(fix));
            }
        }
    }
}

/// 5、6个: two digits of which the second is the next.
fn neighbours(text: &str, figure: &Figure<'_>) -> Option<(Range<usize>, String)> {
    let rest = part(text, figure.end..).strip_prefix('、')?;
    let digit = |text: &str| text.bytes().next().filter(u8::is_ascii_digit).map(|b| u32::from(b - b'0'));
    let (first, second) = (digit(figure.text)?, digit(rest)?);
    let behind = part(rest, 1..);
    let word = starting(behind, &GUESSED)?;
    let next = part(behind, word.len()..);
    let is_pair = figure.text.len() == 1 && figure.is_plain && first > 0 && second == first + 1;
    let is_listed =
        matches!(left(text, figure.start), '第' | '、' | '.' | '和' | '年' | '表' | '图' | '项' | '题');
    let is_other = (word == "年" && next.starts_with(['级', '度', '，'])) || next.starts_with('、');
    let end = figure.end + '、'.len_utf8() + 1;
    let fix = format!("{}{}", numerals::chinese(first), numerals::chinese(second));
    (is_pair && !is_listed && !is_other).then_some((figure.start..end, fix))
}

/// 20几个, 几10个.
fn tens(text: &str, figure: &Figure<'_>) -> Option<(Range<usize>, String)> {
    let value =
        figure.count().filter(|value| figure.is_plain && value % 10 == 0 && (10..=90).contains(value))?;
    let word = numerals::chinese(u32::try_from(value).ok()?);
    if part(text, figure.end..).starts_with('几') {
        return Some((figure.start..figure.end + '几'.len_utf8(), format!("{word}几")));
    }
    let is_some = left(text, figure.start) == '几' && value == 10;
    is_some.then(|| (figure.start - '几'.len_utf8()..figure.end, "几十".to_owned()))
}

/// Words for about that stand before a figure, the longest first.
const ABOUT: [&str; 12] =
    ["大约近", "大约", "大概", "约近", "将近", "接近", "超过", "约", "近", "超", "逾", "至少"];
/// Characters that make such a word the end of another: 签约30余家, 最近30余年.
const OTHER: &str = "节签预履合契条公违缔制毁邀附就靠最邻临亲逼远赶反高不大特集相抵";

/// NU10: about, said twice: 约30余人.
pub(super) fn about_twice(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        for number in numbers(text) {
            let head = before(text, number.start, 4);
            let Some(word) = ending(head, &ABOUT) else { continue };
            let start = number.start - word.len();
            if word.chars().nth(1).is_none() && OTHER.contains(left(text, start)) {
                continue;
            }
            let tail = tail(text, number.end);
            let is_twice = matches!(word, "大约近" | "约近");
            let Some(end) = tail.or_else(|| is_twice.then_some(number.end)) else { continue };
            let about = part(text, start..end);
            let mut finding = Finding::at(at, start..end).telling(about);
            if word != "至少" && !is_twice {
                finding = finding.fixed(part(text, number.start..end));
            }
            found.push(finding);
        }
    }
}

/// The figures of a text and its Chinese numerals of ten or more.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<_> = figures(text).iter().map(|figure| figure.start..figure.end).collect();
    let mut from = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        let is_numeral =
            numerals::digit(c).is_some() || numerals::place(c).is_some() || matches!(c, '万' | '亿');
        match from {
            None if is_numeral && !left(text, at).is_ascii_digit() => from = Some(at),
            Some(start) if !is_numeral => {
                all.push(start..at);
                from = None;
            }
            _ => {}
        }
    }
    all.sort_by_key(|range| range.start);
    all
}

/// Where a second word for about ends behind a figure.
fn tail(text: &str, at: usize) -> Option<usize> {
    let rest = after(text, at, 12);
    let powers = rest.len() - rest.trim_start_matches(['十', '百', '千', '万', '亿']).len();
    let behind = part(rest, powers..);
    if behind.starts_with(['余', '多']) && !behind.starts_with("余额") && !behind.starts_with("多数") {
        let c = right(behind, 0).len_utf8();
        // 30多 stands before what is counted.
        return (unit(part(behind, c..)) > 0 || part(behind, c..).starts_with(is_han))
            .then_some(at + powers + c);
    }
    let length = unit(rest);
    let word = starting(part(rest, length..), &["左右", "上下", "以上"]).filter(|_| length > 0)?;
    Some(at + length + word.len())
}

/// NU11: the number of a document other than 〔2026〕8号 (GB/T 9704-2012 7.2.5).
pub(super) fn document_number(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        for (open, c) in text.char_indices() {
            let close = match c {
                '〔' => '〕',
                '[' => ']',
                '【' => '】',
                '（' => '）',
                '(' => ')',
                '［' => '］',
                _ => continue,
            };
            let inner = part(text, open + c.len_utf8()..);
            let Some((year, rest)) = inner.get(..).and_then(|inner| after(inner, 0, 6).split_once(close))
            else {
                continue;
            };
            let from = open + c.len_utf8() + year.len() + close.len_utf8();
            let is_year =
                year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) && year.starts_with(['1', '2']);
            if !is_year || (rest.is_empty() && part(text, from..).is_empty()) {
                continue;
            }
            let tail = part(text, from..);
            let number = tail.strip_prefix('第').unwrap_or(tail);
            let digits = number.bytes().take_while(u8::is_ascii_digit).count();
            if !(1..=5).contains(&digits) || !part(number, digits..).starts_with('号') {
                continue;
            }
            let serial = part(number, ..digits);
            let plain = serial.trim_start_matches('0');
            let is_right = c == '〔' && number.len() == tail.len() && plain == serial;
            let end = text.len() - number.len() + digits + '号'.len_utf8();
            if !is_right && !plain.is_empty() && !is_building(text, end) {
                let fix = format!("〔{year}〕{plain}号");
                found.push(Finding::at(at, open..end).telling(fix.as_str()).fixed(fix));
            }
        }
    }
}

/// （2026）8号楼 is no document.
fn is_building(text: &str, end: usize) -> bool {
    part(text, end..).starts_with(['楼', '线', '院', '店', '馆'])
}

/// What makes less, the longest first.
const LESS: [&str; 12] =
    ["减少", "下降", "降低", "缩短", "缩小", "压缩", "减缓", "下跌", "减", "降", "少", "低"];
/// What may stand between such a word and its figure.
const LINKS: [&str; 10] = ["了将近", "了近", "了约", "了", "到", "至", "为", "近", "约", "超过"];
/// Words that end so and make nothing less.
const NOT_LESS: [&str; 7] = ["至少", "不少", "不低", "多少", "最少", "最低", "升降"];

/// NU12: less by so many times: nothing can become less by more than all of it.
pub(super) fn times_less(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        for (sign, c) in text.match_indices('倍') {
            let head = before(text, sign, 16);
            let is_number = |c: char| {
                c.is_ascii_digit()
                    || c == '.'
                    || numerals::digit(c).is_some()
                    || matches!(c, '十' | '百' | '两' | '几' | '数' | '多' | '余')
            };
            let clause = head.trim_end_matches(is_number);
            if clause.len() == head.len()
                || part(text, sign + c.len()..).starts_with(['增', '率', '速', '数'])
            {
                continue;
            }
            let rest =
                ending(clause, &LINKS).map_or(clause, |link| part(clause, ..clause.len() - link.len()));
            let less = ending(rest, &LESS).filter(|_| ending(rest, &NOT_LESS).is_none());
            if let Some(less) = less.filter(|_| !rest.ends_with(is_comma)) {
                let start = sign - (head.len() - rest.len()) - less.len();
                let end = sign + c.len();
                found.push(Finding::at(at, start..end).telling(part(text, start..end)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{mended, remarked, silent};

    #[test]
    fn guesses_in_digits_are_found() {
        mended("NU09", "有5、6个问题，来了20几人", "有五六个问题，来了二十几人");
        silent(
            "NU09",
            &[
                "五六个",
                "3—4次",
                "第5、6次会议",
                "5、6月份",
                "1、2、3个月",
                "3、4年级",
                "1、2号楼",
                "5、7个",
                "2025、2026年",
                "15、6个",
            ],
        );
    }

    #[test]
    fn about_is_said_once() {
        mended("NU10", "约30余人", "30余人");
        mended("NU10", "参加人数超过1200余人，大约5万元左右", "参加人数1200余人，5万元左右");
        remarked("NU10", "约三十余人；至少30人以上；约近30人", &["约三十余", "至少30人以上", "约近30"]);
        silent(
            "NU10",
            &[
                "30余人",
                "约30人",
                "节约30余万元",
                "最近30余年",
                "签约30余家",
                "近30年来",
                "约谈30余人",
                "30人左右",
                "约占30%，余下的",
                "附近30多户",
                "近一年来",
            ],
        );
    }

    #[test]
    fn document_numbers_have_one_form() {
        mended("NU11", "县委发[2026]8号", "县委发〔2026〕8号");
        mended("NU11", "教党〔2026〕第08号和（2026）12号", "教党〔2026〕8号和〔2026〕12号");
        silent(
            "NU11",
            &[
                "县委发〔2026〕8号",
                "（2026）京01民初8号",
                "[1]8号",
                "（2026）8号楼",
                "（2026年）8号",
                "〔2026",
            ],
        );
    }

    #[test]
    fn nothing_becomes_less_by_times() {
        remarked("NU12", "投诉减少了2倍，成本降低近三倍", &["减少了2倍", "降低近三倍"]);
        silent(
            "NU12",
            &[
                "投诉减少了一半，增加2倍",
                "至少2倍",
                "不低于3倍",
                "成本降低，效率提高2倍",
                "减少一半，倍感振奋",
                "事倍功半",
            ],
        );
    }
}
