//! Short names for what a module imports from its script. wasm-bindgen names each function by what it does and
//! sixteen digits of a hash, in both files, and no compression makes those digits go away.
//! Bytes in, bytes out.

use crate::steps::Outcome;
use std::collections::BTreeMap;

/// The section of a module that holds its imports.
const IMPORTS: u8 = 2;
/// Magic number and version.
const HEADER: usize = 8;

/// Gives the imports of `module` short names, there and in the `script` that provides them.
pub fn shorten(module: &[u8], script: &str) -> Outcome<(Vec<u8>, String)> {
    let read = || {
        let mut reader = Reader { bytes: module, at: HEADER };
        while reader.at < module.len() {
            let start = reader.at;
            let (section, length) = (reader.byte()?, reader.number()?);
            let body = reader.take(length)?;
            if section == IMPORTS {
                return Some((start..reader.at, body));
            }
        }
        None
    };
    let (place, body) = read().ok_or("the module has no section of imports")?;
    let mut names = BTreeMap::new();
    let body = renamed(body, &mut names).ok_or("the section of imports is not understood")?;
    let mut out = module[..place.start].to_vec();
    out.push(IMPORTS);
    put_number(&mut out, body.len());
    out.extend(body);
    out.extend(&module[place.end..]);
    Ok((out, renamed_in_script(script, &names)))
}

/// The section with other names, and what each was called.
fn renamed(body: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut reader = Reader { bytes: body, at: 0 };
    let mut out = Vec::new();
    let count = reader.number()?;
    put_number(&mut out, count);
    for _ in 0..count {
        let from = reader.text()?;
        put_text(&mut out, from);
        let name = reader.text()?;
        let next = short(names.len());
        put_text(&mut out, names.entry(name.to_owned()).or_insert(next));
        let start = reader.at;
        // wasm-bindgen imports functions only: a kind and the index of a type.
        (reader.byte()? == 0).then_some(())?;
        reader.number()?;
        out.extend(&body[start..reader.at]);
    }
    (reader.at == body.len()).then_some(out)
}

/// A script with the other names wherever a word of it is one of the old.
fn renamed_in_script(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$');
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find(is_word) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|c| !is_word(c)).unwrap_or(from.len()));
        out.push_str(before);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out + rest
}

/// The `at`th name: a letter, then digits. Short words of JavaScript have no digits.
fn short(at: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    format!("{letter}{}", at / 26)
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|byte| byte[0])
    }

    /// LEB128, of at most five bytes as the format has it.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        str::from_utf8(self.take(length)?).ok()
    }
}

fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module(names: &[&str]) -> Vec<u8> {
        let mut body = vec![names.len() as u8];
        for name in names {
            put_text(&mut body, "./app_bg.js");
            put_text(&mut body, name);
            body.extend([0, 3]);
        }
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        out.extend([1, 2, 7, 7, IMPORTS]);
        put_number(&mut out, body.len());
        out.extend(body);
        out.extend([3, 1, 9]);
        out
    }

    #[test]
    fn both_files_have_the_short_names() {
        let long = "__wbg_click_c6eff13daacf9806".repeat(6);
        let script = format!("const a={{__wbg_b_1:()=>1,{long}(){{}}}};__wbg_b_1x;é__wbg_b_1");
        let (bytes, text) = shorten(&module(&["__wbg_b_1", &long]), &script).expect("it is a module");
        assert_eq!(bytes, module(&["a0", "b0"]));
        assert_eq!(text, "const a={a0:()=>1,b0(){}};__wbg_b_1x;é__wbg_b_1");
    }

    #[test]
    fn what_is_no_such_module_is_refused() {
        let whole = module(&["x"]);
        for end in [0, 8, 12, 20, whole.len() - 6] {
            assert!(shorten(&whole[..end], "").is_err(), "{end}");
        }
    }

    #[test]
    fn no_two_names_are_the_same() {
        let names: std::collections::BTreeSet<String> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
    }
}
