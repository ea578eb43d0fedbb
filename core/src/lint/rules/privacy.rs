//! What is not to be handed out: numbers of people, marks of secrecy.

use crate::lint::prose::{left, right, starting};
use crate::lint::{Finding, Severity, Subject};
use crate::reading::unit;
use crate::text::days::last_day;
use crate::text::part;

/// PV01: the number of an identity card or of a mobile phone, or a mark of secrecy, which is graver.
pub(super) fn personal(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (at, _, text) in subject.paragraphs() {
        let mut to = 0;
        for (start, c) in text.char_indices() {
            if start < to {
                continue;
            }
            if c.is_ascii_digit() {
                let number = row(part(text, start..));
                to = start + number.len();
                let is_code = is_code(left(text, start)) || is_code(right(text, to));
                if let Some(kind) = kind(number, part(text, to..)).filter(|_| !is_code) {
                    found.push(Finding::at(at, start..to).telling(kind));
                }
            } else if let Some(length) = secrecy(part(text, start..)) {
                to = start + length;
                let mark = Finding::at(at, start..to).telling(part(text, start..to));
                found.push(mark.graver(Severity::Error));
            }
        }
    }
}

/// Digits, with an X behind seventeen and single strokes or spaces between groups.
fn row(text: &str) -> &str {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while digit(at) || (matches!(bytes.get(at), Some(b'-' | b' ')) && digit(at + 1)) {
        at += 1;
    }
    at += usize::from(at == 17 && matches!(bytes.get(at), Some(b'X' | b'x')));
    part(text, ..at)
}

fn is_code(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '*')
}

/// What a row of digits is the number of.
fn kind(row: &str, rest: &str) -> Option<&'static str> {
    if is_identity(row) {
        return Some("identity");
    }
    let digits = || row.bytes().filter(u8::is_ascii_digit);
    let groups: Vec<usize> = row.split(['-', ' ']).map(str::len).collect();
    let is_grouped = matches!(groups.as_slice(), [11] | [3, 4, 4]);
    let is_mobile = digits().count() == 11 && digits().next() == Some(b'1') && digits().nth(1) >= Some(b'3');
    (is_mobile && is_grouped && unit(rest) == 0).then_some("mobile")
}

/// GB 11643: six digits of a place, eight of a day, three of an order and a check.
fn is_identity(row: &str) -> bool {
    let number = |from: usize, to: usize| part(row, from..to).parse::<u32>().ok();
    let is_row = row.len() == 18 && part(row, ..17).bytes().all(|b| b.is_ascii_digit());
    let (Some(year), Some(month), Some(day)) = (number(6, 10), number(10, 12), number(12, 14)) else {
        return false;
    };
    let is_born = (1900..=2100).contains(&year) && (1..=last_day(year, month)).contains(&day);
    is_row && is_born && row.starts_with(|c| ('1'..='8').contains(&c))
}

/// The bytes of a mark of secrecy: 机密★, 秘密 ★1年.
fn secrecy(text: &str) -> Option<usize> {
    let word = starting(text, &["绝密", "机密", "秘密"])?;
    let rest = part(text, word.len()..);
    let blanks = rest.len() - rest.trim_start_matches([' ', '\u{3000}']).len();
    let star = part(rest, blanks..).chars().next().filter(|c| matches!(c, '★' | '☆'))?;
    Some(word.len() + blanks + star.len_utf8())
}

#[cfg(test)]
mod tests {
    use crate::lint::trial::{remarked, report, silent};
    use crate::lint::{Severity, check};
    use crate::template::BlockKind;

    #[test]
    fn numbers_of_people_are_found() {
        remarked("PV01", "身份证110101199003071234", &["110101199003071234"]);
        remarked(
            "PV01",
            "11010119900307123X，电话13812345678、138-1234-5678",
            &["11010119900307123X", "13812345678", "138-1234-5678"],
        );
        silent(
            "PV01",
            &[
                "邮编100000，共计12345678元",
                "投入13812345678元",
                "统一社会信用代码91110101199003071X",
                "电话010-12345678",
                "账号6222021234567890123",
                "编号110101199013071234",
                "138****5678",
            ],
        );
    }

    #[test]
    fn a_mark_of_secrecy_is_graver() {
        let found = check(&report(&[(BlockKind::Body, "机密★1年，电话13812345678")]), None);
        let graveness: Vec<_> = found.iter().filter(|f| f.rule == "PV01").map(|f| f.severity).collect();
        assert_eq!(graveness, [Severity::Error, Severity::Warning]);
        silent("PV01", &["保守秘密", "属于机密文件"]);
    }
}
