//! Chinese numerals, written and read, from 零 to 九千九百九十九. Knows no 万: larger counts stand in
//! digits in office text.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The longest numeral there is, 一千一百一十一, in characters.
const LONGEST: usize = 7;

/// A number in Chinese: 十二, 一百零三. Digits above 9999.
#[must_use]
pub fn chinese(n: u32) -> String {
    if n > 9999 {
        return n.to_string();
    }
    if n == 0 {
        return DIGITS[0].into();
    }
    let mut out = String::new();
    let mut skipped = false;
    for (place, word) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = n / place % 10;
        if digit == 0 {
            skipped = !out.is_empty();
            continue;
        }
        if skipped {
            out.push(DIGITS[0]);
            skipped = false;
        }
        // A number that begins with ten drops the one: 十二, but 一百一十二.
        if !(place == 10 && digit == 1 && out.is_empty()) {
            out.push(DIGITS[digit as usize]);
        }
        out.push_str(word);
    }
    out
}

/// The number a Chinese numeral stands for, up to 9999: 十二, 两百, 一百零三, the formal 壹佰, and
/// digit by digit 二〇二六. `None` for anything else, also for 一百五, which may be 105 or 150.
#[must_use]
pub fn parse_chinese(s: &str) -> Option<u32> {
    if s.is_empty() || s.chars().nth(LONGEST).is_some() {
        return None;
    }
    match s {
        "两" => Some(2),
        _ => by_digit(s).or_else(|| by_place(s)),
    }
}

/// The value of a Chinese digit, 0 to 9; ○ is often typed for 〇. Not 两, which is no digit of a
/// row of digits.
#[must_use]
pub fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' | '◯' => 0,
        '一' | '壹' => 1,
        '二' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The value of a word of place: 十, 百, 千.
#[must_use]
pub fn place(c: char) -> Option<u32> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        _ => return None,
    })
}

/// A row of up to four digits: 二〇二六.
fn by_digit(s: &str) -> Option<u32> {
    if s.chars().nth(4).is_some() {
        return None;
    }
    s.chars().try_fold(0, |value, c| Some(value * 10 + digit(c)?))
}

/// Digits with their places: 二千零五. A place left out asks for one 零, and only then.
fn by_place(s: &str) -> Option<u32> {
    let mut chars = s.chars().peekable();
    let (mut value, mut last, mut zero) = (0, 10_000, false);
    while let Some(c) = chars.next() {
        if digit(c) == Some(0) {
            if zero || value == 0 || chars.peek().is_none() {
                return None;
            }
            zero = true;
            continue;
        }
        let (count, worth) = if place(c) == Some(10) {
            (1, 10)
        } else {
            let worth = chars.peek().and_then(|&next| place(next)).unwrap_or(1);
            if worth > 1 {
                chars.next();
            }
            let count = if c == '两' && worth >= 100 { 2 } else { digit(c)? };
            (count, worth)
        };
        let skipped = value > 0 && worth < last / 10;
        if worth >= last || zero != skipped {
            return None;
        }
        (value, last, zero) = (value + count * worth, worth, false);
    }
    (value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_the_chinese_way() {
        let cases = [
            (0, "零"),
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (21, "二十一"),
            (100, "一百"),
            (103, "一百零三"),
            (110, "一百一十"),
            (111, "一百一十一"),
            (1003, "一千零三"),
            (1010, "一千零一十"),
            (2005, "二千零五"),
            (3400, "三千四百"),
            (9999, "九千九百九十九"),
            (10_000, "10000"),
        ];
        for (number, text) in cases {
            assert_eq!(chinese(number), text);
        }
    }

    #[test]
    fn what_is_written_can_be_read() {
        for number in 0..=9999 {
            assert_eq!(parse_chinese(&chinese(number)), Some(number));
        }
    }

    #[test]
    fn other_ways_of_writing_are_read() {
        let cases = [
            ("〇", 0),
            ("两", 2),
            ("两百", 200),
            ("两千零二", 2002),
            ("一十二", 12),
            ("一百十", 110),
            ("一千零十", 1010),
            ("一二", 12),
            ("二〇二六", 2026),
            ("二○二六", 2026),
            ("二零二六", 2026),
            ("壹佰贰拾叁", 123),
            ("〇〇七", 7),
        ];
        for (text, number) in cases {
            assert_eq!(parse_chinese(text), Some(number), "{text}");
        }
    }

    #[test]
    fn doubtful_numerals_are_not_guessed() {
        for text in [
            "",
            "百",
            "一百五",
            "二千五",
            "一百零",
            "零五百",
            "一百零零五",
            "二千零五百",
            "十十",
            "三四十",
            "十三四",
            "两三",
            "一千一千",
            "二十百",
            "三万",
            "一二三四五",
            "12",
            "十2",
            "一百零二十零",
        ] {
            assert_eq!(parse_chinese(text), None, "{text}");
        }
    }
}
