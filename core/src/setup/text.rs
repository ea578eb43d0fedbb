//! The text form of a setup: one `key value` a line in Chinese, for people to read and pass on.

use super::key::{Fault, Key};
use super::model::Setup;

/// What the first line says that this is.
pub const FORMAT: &str = "稿纸版式";
/// The version of the form that this program writes.
pub const VERSION: u32 = 1;
/// The key of the name.
const NAME: &str = "名称";

/// A setup read from its text form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it is called; empty when the text does not say.
    pub name: String,
    /// The setup. What the text does not say is as the standard has it.
    pub setup: Setup,
    /// The values that the text says; all others are as the standard has them.
    pub said: Vec<Key>,
    /// What could not be taken from the text.
    pub remarks: Vec<Remark>,
}

/// A line that could not be taken as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Which line, counted from 1.
    pub line: usize,
    /// Why.
    pub fault: Fault,
    /// The line.
    pub text: String,
}

/// Whether a text says of itself that it is a setup.
#[must_use]
pub fn is_setup(text: &str) -> bool {
    version(text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default()).is_some()
}

fn version(line: &str) -> Option<u32> {
    line.trim().strip_prefix(FORMAT)?.trim().parse().ok()
}

/// Prints a setup, line by line. An empty name has no line; of any other the line breaks and the
/// blanks around it are left out.
#[must_use]
pub fn print(name: &str, setup: &Setup) -> String {
    print_part(name, setup, |_| true)
}

/// The same with those values only.
#[must_use]
pub fn print_part(name: &str, setup: &Setup, says: impl Fn(Key) -> bool) -> String {
    let mut out = format!("{FORMAT} {VERSION}\n");
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    for (key, value) in [(NAME, name.trim())].into_iter().filter(|(_, name)| !name.is_empty()) {
        line(&mut out, key, value);
    }
    for (key, name) in Key::ALL.into_iter().filter(|(key, _)| says(*key)) {
        line(&mut out, name, &setup.value(key));
    }
    out
}

fn line(out: &mut String, key: &str, value: &str) {
    for part in [key, " ", value, "\n"] {
        out.push_str(part);
    }
}

/// Reads a setup. Of two lines with one key the last counts; empty lines are passed over.
#[must_use]
pub fn parse(text: &str) -> Reading {
    let mut setup = Setup::default();
    let mut name = String::new();
    let mut remarks = Vec::new();
    let mut taken = Vec::new();
    let lines = text.trim_start_matches('\u{feff}').lines().zip(1..);
    for (text, line) in lines.filter(|(text, _)| !text.trim().is_empty()) {
        let mut remark = |fault| remarks.push(Remark { line, fault, text: text.to_owned() });
        let (word, value) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
        match (version(text), Key::named(word)) {
            (Some(version), _) if line == 1 => {
                if version > VERSION {
                    remark(Fault::Newer);
                }
            }
            _ if word == NAME => value.trim().clone_into(&mut name),
            (_, Some(key)) if setup.set(key, value) => taken.push((key, line, text)),
            (_, Some(_)) => remark(Fault::Unreadable),
            (_, None) if line == 1 => remark(Fault::Foreign),
            (_, None) => remark(Fault::Unknown),
        }
    }
    let tame = setup.clone().within();
    let said = taken.iter().map(|(key, ..)| *key).collect();
    for (key, line, text) in taken {
        if tame.value(key) != setup.value(key) {
            remarks.push(Remark { line, fault: Fault::OutOfRange, text: text.to_owned() });
        }
    }
    Reading { name, setup: tame, said, remarks }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_form_is_read_by_people() {
        let text = print("某县", &Setup::default());
        assert!(text.starts_with("稿纸版式 1\n名称 某县\n上边距 37 毫米\n"));
        assert!(text.contains("\n行距 28.95 磅\n") && text.contains("\n正文字体 仿宋_GB2312\n"));
        let read = parse(&text);
        assert_eq!((read.name.as_str(), read.setup, read.remarks), ("某县", Setup::default(), Vec::new()));
        assert!(is_setup(&text) && !is_setup("稿纸") && !is_setup(""));
    }

    #[test]
    fn what_cannot_be_taken_is_told_and_the_rest_read() {
        let read =
            parse("稿纸版式 2\n\n上边距 很宽\n下边距 3.2 厘米\n装订 左\n左边距 90 毫米\n二级标题加粗 是");
        assert_eq!((read.setup.top, read.setup.bottom, read.setup.left), (370, 320, 550));
        assert!(read.setup.bold_second);
        let told: Vec<_> = read.remarks.iter().map(|remark| (remark.line, remark.fault)).collect();
        assert_eq!(
            told,
            [(1, Fault::Newer), (3, Fault::Unreadable), (5, Fault::Unknown), (6, Fault::OutOfRange)]
        );
        assert_eq!(parse("随便").remarks[0].fault, Fault::Foreign);
    }
}
