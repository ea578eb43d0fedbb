//! A number in one of the numbering formats of Word (ECMA-376 part 1, 17.18.59 `ST_NumberFormat`).

use gaozhi_core::text::numerals::chinese;

/// The number `n` in a format. Formats that are not known, and numbers that a format does not
/// reach, are written in digits.
pub(super) fn numeral(format: &str, n: u32) -> String {
    let written = match format {
        "none" | "bullet" => Some(String::new()),
        "decimalZero" => Some(if n < 10 { ["0", &n.to_string()].concat() } else { n.to_string() }),
        "decimalFullWidth" | "decimalFullWidth2" => {
            let wide = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c);
            Some(n.to_string().chars().map(wide).collect())
        }
        "decimalEnclosedFullstop" => sign(&[(1, 20, '⒈')], n),
        "decimalEnclosedParen" => sign(&[(1, 20, '⑴')], n),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => {
            sign(&[(1, 20, '①'), (21, 35, '㉑'), (36, 50, '㊱')], n)
        }
        "ideographEnclosedCircle" => sign(&[(1, 10, '㊀')], n),
        "numberInDash" => Some(["- ", &n.to_string(), " -"].concat()),
        "upperRoman" => roman(n),
        "lowerRoman" => roman(n).map(|text| text.to_ascii_lowercase()),
        "upperLetter" => letters(n, b'A'),
        "lowerLetter" => letters(n, b'a'),
        "ideographTraditional" => of_row("甲乙丙丁戊己庚辛壬癸", n),
        "ideographZodiac" => of_row("子丑寅卯辰巳午未申酉戌亥", n),
        "ideographDigital" | "japaneseDigitalTenThousand" | "taiwaneseDigital" => Some(by_digit(n)),
        // These two count up to 99 and go on digit by digit.
        "chineseCounting" | "taiwaneseCounting" if n > 99 => Some(by_digit(n)),
        "chineseCounting" | "taiwaneseCounting" | "chineseCountingThousand" | "taiwaneseCountingThousand" => {
            Some(chinese(n))
        }
        "japaneseCounting" => Some(japanese(n)),
        "chineseLegalSimplified" => Some(formal(n, "壹贰叁肆伍陆柒捌玖")),
        "ideographLegalTraditional" => Some(formal(n, "壹貳參肆伍陸柒捌玖")),
        _ => None,
    };
    written.unwrap_or_else(|| n.to_string())
}

/// A sign that is one character: rows of first, last and the sign of the first.
fn sign(rows: &[(u32, u32, char)], n: u32) -> Option<String> {
    let (first, _, c) = rows.iter().find(|(first, last, _)| (*first..=*last).contains(&n))?;
    char::from_u32(u32::from(*c) + n - first).map(String::from)
}

fn of_row(row: &str, n: u32) -> Option<String> {
    row.chars().nth(n.checked_sub(1)? as usize).map(String::from)
}

/// a … z, aa, bb …: after the last letter they are doubled.
fn letters(n: u32, first: u8) -> Option<String> {
    let n = n.checked_sub(1).filter(|n| *n < 26 * 30)?;
    let letter = char::from(first + (n % 26) as u8);
    Some(std::iter::repeat_n(letter, n as usize / 26 + 1).collect())
}

fn roman(n: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&n) {
        return None;
    }
    let (mut rest, mut out) = (n, String::new());
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    Some(out)
}

/// 二〇二六
fn by_digit(n: u32) -> String {
    const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    n.to_string().bytes().map(|digit| DIGITS[usize::from(digit % 16 % 10)]).collect()
}

/// 百二, 千十: without a one before the places and without 零.
fn japanese(n: u32) -> String {
    let text = chinese(n);
    if n == 0 {
        return text;
    }
    ["千", "百", "十"]
        .iter()
        .fold(text.replace('零', ""), |text, place| text.replace(&["一", place].concat(), place))
}

/// 壹拾贰: the figures of cheques.
fn formal(n: u32, digits: &str) -> String {
    let text = chinese(n);
    let text = if text.starts_with('十') { ["一", &text].concat() } else { text };
    let formal = |c: char| match c {
        '十' => '拾',
        '百' => '佰',
        '千' => '仟',
        _ => {
            "一二三四五六七八九".chars().zip(digits.chars()).find(|(plain, _)| *plain == c).map_or(c, |d| d.1)
        }
    };
    text.chars().map(formal).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_their_format() {
        let cases = [
            ("chineseCounting", 1, "一"),
            ("chineseCounting", 10, "十"),
            ("chineseCounting", 21, "二十一"),
            ("chineseCounting", 101, "一〇一"),
            ("chineseCountingThousand", 101, "一百零一"),
            ("taiwaneseCounting", 12, "十二"),
            ("japaneseCounting", 12, "十二"),
            ("japaneseCounting", 101, "百一"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("ideographTraditional", 3, "丙"),
            ("ideographTraditional", 11, "11"),
            ("ideographDigital", 10, "一〇"),
            ("decimal", 7, "7"),
            ("decimalZero", 7, "07"),
            ("decimalFullWidth", 12, "１２"),
            ("decimalEnclosedParen", 20, "⒇"),
            ("decimalEnclosedCircle", 21, "㉑"),
            ("decimalEnclosedCircleChinese", 50, "㊿"),
            ("decimalEnclosedCircle", 51, "51"),
            ("decimalEnclosedFullstop", 2, "⒉"),
            ("ideographEnclosedCircle", 2, "㊁"),
            ("upperRoman", 1994, "MCMXCIV"),
            ("lowerRoman", 4, "iv"),
            ("upperLetter", 27, "AA"),
            ("lowerLetter", 2, "b"),
            ("bullet", 3, ""),
            ("none", 3, ""),
            ("klingon", 3, "3"),
            ("upperRoman", 0, "0"),
            ("lowerLetter", 0, "0"),
        ];
        for (format, n, text) in cases {
            assert_eq!(numeral(format, n), text, "{format} {n}");
        }
    }
}
