//! JSON (RFC 8259), as far as a draft needs it: texts, whole numbers, lists, objects. Knows nothing
//! of drafts. Written by hand, for a general reader would be a tenth of what the page loads.

/// Lists and objects deeper in each other are refused: the reader calls itself.
const DEEPEST: usize = 100;

/// A value. What a draft has no use for is only passed over.
#[derive(Debug, PartialEq)]
pub(super) enum Json {
    Text(String),
    /// A number; with its value where it is whole and not too large.
    Number(Option<i64>),
    List(Vec<Json>),
    /// The members in their order, as they stand there.
    Object(Vec<(String, Json)>),
    /// `true`, `false`, `null`.
    Word,
}

/// Reads a text that is one value and nothing else; the error is the byte where it broke off.
pub(super) fn read(text: &str) -> Result<Json, usize> {
    let mut reader = Reader { text, at: 0 };
    let whole = reader.value(0).filter(|_| {
        reader.space();
        reader.at == text.len()
    });
    whole.ok_or(reader.at)
}

struct Reader<'a> {
    text: &'a str,
    /// Always on a char boundary when a method is entered or left with a value.
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        self.pass(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'));
    }

    /// Goes on behind all bytes that are `wanted`, and says how many those were.
    fn pass(&mut self, wanted: fn(u8) -> bool) -> usize {
        let from = self.at;
        while self.peek().is_some_and(wanted) {
            self.at += 1;
        }
        self.at - from
    }

    /// Goes on behind `literal` if it stands here.
    fn take(&mut self, literal: &str) -> bool {
        let stands = self.text.as_bytes()[self.at..].starts_with(literal.as_bytes());
        if stands {
            self.at += literal.len();
        }
        stands
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        self.space();
        match self.peek()? {
            b'"' => self.string().map(Json::Text),
            b'[' if depth < DEEPEST => self.list(depth),
            b'{' if depth < DEEPEST => self.object(depth),
            b'-' | b'0'..=b'9' => self.number(),
            _ => ["true", "false", "null"].iter().any(|word| self.take(word)).then_some(Json::Word),
        }
    }

    fn list(&mut self, depth: usize) -> Option<Json> {
        let mut items = Vec::new();
        self.members("[", "]", |reader| {
            items.push(reader.value(depth + 1)?);
            Some(())
        })?;
        Some(Json::List(items))
    }

    fn object(&mut self, depth: usize) -> Option<Json> {
        let mut members = Vec::new();
        self.members("{", "}", |reader| {
            let name = reader.string()?;
            reader.space();
            let value = if reader.take(":") { reader.value(depth + 1)? } else { return None };
            members.push((name, value));
            Some(())
        })?;
        Some(Json::Object(members))
    }

    /// What stands between two brackets with commas between.
    fn members(
        &mut self,
        open: &str,
        close: &str,
        mut member: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.take(open);
        self.space();
        if self.take(close) {
            return Some(());
        }
        loop {
            self.space();
            member(self)?;
            self.space();
            if self.take(close) {
                return Some(());
            }
            if !self.take(",") {
                return None;
            }
        }
    }

    fn number(&mut self) -> Option<Json> {
        let from = self.at;
        let digits = |byte: u8| byte.is_ascii_digit();
        self.take("-");
        if !self.take("0") && self.pass(digits) == 0 {
            return None;
        }
        let whole = self.text[from..self.at].parse().ok();
        let end = self.at;
        if self.take(".") && self.pass(digits) == 0 {
            return None;
        }
        if self.take("e") || self.take("E") {
            let _ = self.take("+") || self.take("-");
            if self.pass(digits) == 0 {
                return None;
            }
        }
        Some(Json::Number(whole.filter(|_| self.at == end)))
    }

    fn string(&mut self) -> Option<String> {
        if !self.take("\"") {
            return None;
        }
        let mut out = String::new();
        loop {
            let from = self.at;
            self.pass(|byte| byte >= b' ' && byte != b'"' && byte != b'\\');
            out.push_str(&self.text[from..self.at]);
            if self.take("\"") {
                return Some(out);
            }
            // Otherwise the text is at its end, or a line break stands in it as it is.
            if !self.take("\\") {
                return None;
            }
            out.push(self.escaped()?);
        }
    }

    /// The character that is written behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        const PLAIN: [(&str, char); 8] = [
            ("\"", '"'),
            ("\\", '\\'),
            ("/", '/'),
            ("b", '\u{8}'),
            ("f", '\u{c}'),
            ("n", '\n'),
            ("r", '\r'),
            ("t", '\t'),
        ];
        if let Some((_, plain)) = PLAIN.iter().find(|(written, _)| self.take(written)) {
            return Some(*plain);
        }
        let unit = self.unit()?;
        if !(0xd800..0xdc00).contains(&unit) {
            return char::from_u32(unit);
        }
        // Half of a pair: UTF-16 writes what is beyond four digits in two.
        let low = if self.take("\\") { self.unit()? } else { return None };
        let low = (0xdc00..0xe000).contains(&low).then_some(low)?;
        char::from_u32(0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00))
    }

    /// `u` and four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        if !self.take("u") {
            return None;
        }
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(unit)
    }
}

/// Writes a text.
pub(super) fn write(out: &mut String, text: &str) {
    out.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => '"',
            b'\\' => '\\',
            8 => 'b',
            12 => 'f',
            b'\n' => 'n',
            b'\r' => 'r',
            b'\t' => 't',
            0..b' ' => 'u',
            _ => continue,
        };
        out.push_str(&text[from..at]);
        out.push('\\');
        out.push(escape);
        if escape == 'u' {
            let digit = |digit: u8| char::from(b"0123456789abcdef"[usize::from(digit)]);
            out.push_str("00");
            out.push(digit(byte >> 4));
            out.push(digit(byte & 15));
        }
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out.push('"');
}

/// Writes what stands between two brackets, one member a line.
pub(super) fn write_all<T>(
    out: &mut String,
    brackets: [char; 2],
    members: impl Iterator<Item = T>,
    member: impl Fn(&mut String, T),
) {
    out.push(brackets[0]);
    let start = out.len();
    for value in members {
        out.push_str(if out.len() > start { ",\n  " } else { "\n  " });
        member(out, value);
    }
    if out.len() > start {
        out.push('\n');
    }
    out.push(brackets[1]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn agrees(text: &str) {
        let theirs: Result<serde_json::Value, _> = serde_json::from_str(text);
        let ours = read(text);
        assert_eq!(ours.is_ok(), theirs.is_ok(), "{text:?}: {ours:?}, {theirs:?}");
        if let (Ok(Json::Text(ours)), Ok(theirs)) = (&ours, &theirs) {
            assert_eq!(Some(ours.as_str()), theirs.as_str(), "{text:?}");
        }
        if let (Ok(Json::Number(ours)), Ok(theirs)) = (&ours, &theirs) {
            assert_eq!(*ours, theirs.as_i64(), "{text:?}");
        }
    }

    #[test]
    fn it_reads_what_others_read() {
        for text in [
            "",
            " ",
            "{}",
            "[]",
            " [ ] ",
            "[1,]",
            "[,]",
            "[1 2]",
            "{\"a\":1}",
            "{\"a\" : [ 1 , {} ] }",
            "{\"a\"}",
            "{a:1}",
            "{\"a\":1,}",
            "0",
            "-7",
            "01",
            "-",
            "1.",
            "1.5",
            ".5",
            "1e3",
            "1E+3",
            "1e",
            "-1",
            "+1",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "true",
            "false",
            "null",
            "nul",
            "truefalse",
            "\"",
            "\"a",
            "\"a\"",
            "\"a\" 1",
            "\"\\n\\t\\\"\\\\\\/\\b\\f\\r\"",
            "\"\\x\"",
            "\"\\u00e9\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\\ud83d\\u0041\"",
            "\"\\u12\"",
            "\"\\u+123\"",
            "\"a\nb\"",
            "\"\u{7f}稿纸\u{2028}\"",
            "\u{feff}1",
            "\u{a0}1",
            "[\"a\u{0}\"]",
            "{\"稿\":\"纸\"}",
            "[[[[]]]]",
        ] {
            agrees(text);
        }
    }

    #[test]
    fn it_writes_what_others_write() {
        let texts = ["", "稿纸 \"\\/", "\n\r\t\u{8}\u{c}\u{0}\u{1f}\u{7f}\u{2028}😀"];
        let mut out = String::new();
        write_all(&mut out, ['[', ']'], texts.iter(), |out, text| write(out, text));
        assert_eq!(out, serde_json::to_string_pretty(&texts).expect("texts can be written"));
        out.clear();
        write_all(&mut out, ['[', ']'], [""; 0].iter(), |out, text| write(out, text));
        assert_eq!(out, "[]");
    }

    #[test]
    fn a_row_of_brackets_does_not_exhaust_the_stack() {
        assert_eq!(read(&"[".repeat(100_000)), Err(DEEPEST));
        assert_eq!(read(&"{\"\":".repeat(100_000)), Err(DEEPEST * 4));
    }
}
