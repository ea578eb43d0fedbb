//! What is no prose: addresses of the web and of mail, names of files and of code. Looked for before
//! the conventions, since they are full of dots, underscores and x.

use super::view::{View, is_latin, is_x};

/// A part of a line that no convention may look into.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mask {
    pub(super) from: usize,
    pub(super) to: usize,
    /// A mail address whose name or host is masked, and so a blank itself.
    pub(super) email: bool,
}

/// Code between backticks is no longer than this.
const CODE: usize = 60;

/// The masked parts of a line, in order.
pub(super) fn find(view: &View, masks: &mut Vec<Mask>) {
    masks.clear();
    let mut at = 0;
    while let Some(c) = view.chars.get(at) {
        if *c == '`' {
            let reach = &view.chars[at + 1..view.chars.len().min(at + 1 + CODE)];
            let Some(length) = reach.iter().position(|c| *c == '`') else {
                at += 1;
                continue;
            };
            masks.push(Mask { from: at, to: at + length + 2, email: false });
            at += length + 2;
        } else if is_word(*c) {
            let to = view.run(at, is_word);
            masks.extend(mask(&view.chars[at..to], at));
            at = to;
        } else {
            at += 1;
        }
    }
}

/// Characters of addresses and names of files.
fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '_' | '.' | '-' | '@' | ':' | '/' | '\\' | '?' | '=' | '&' | '#' | '+' | '~')
}

/// Whether a word is masked, and how much of it.
fn mask(word: &[char], at: usize) -> Option<Mask> {
    let plain = Mask { from: at, to: at + word.len(), email: false };
    if let Some(sign) = word.iter().position(|c| *c == '@') {
        return Some(email(word, at, sign).unwrap_or(plain));
    }
    if !word.iter().any(|c| is_latin(*c) || *c == '\\') && !is_path(word) {
        return None;
    }
    let has = |part: &str| {
        let part: [char; 3] =
            [part.as_bytes()[0].into(), part.as_bytes()[1].into(), part.as_bytes()[2].into()];
        word.windows(3).any(|window| window == part)
    };
    (has("://") || has("www") || word.contains(&'\\') || has_dotted_name(word) || has_identifier(word))
        .then_some(plain)
}

/// Whether a word without other letters than x is a path or an address all the same.
fn is_path(word: &[char]) -> bool {
    word.windows(3).any(|part| part == [':', '/', '/'])
}

/// A mail address that is a blank: an x-ed name or host. `None` if it is one of somebody.
fn email(word: &[char], at: usize, sign: usize) -> Option<Mask> {
    let is_part = |c: &&char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let name = word[..sign].iter().rev().take_while(is_part).count();
    let host = word[sign + 1..].iter().take_while(is_part).count();
    if name == 0 || host == 0 {
        return None;
    }
    let (from, to) = (sign - name, sign + 1 + host);
    let is_masked =
        |part: &[char]| part.split(|c| *c == '.').any(|part| part.len() > 1 && part.iter().all(|c| is_x(*c)));
    (is_masked(&word[from..sign]) || is_masked(&word[sign + 1..to])).then_some(Mask {
        from: at + from,
        to: at + to,
        email: true,
    })
}

/// Whether there is a dot with letters behind it and a letter or figure before: xxx.com, 表.xlsx.
fn has_dotted_name(word: &[char]) -> bool {
    let mut dots = word.iter().enumerate().filter(|(_, c)| **c == '.');
    dots.any(|(dot, _)| {
        let name = &word[dot + 1..];
        let length = name.iter().take(8).take_while(|c| c.is_ascii_alphanumeric()).count();
        let name = &name[..length];
        let is_x_name = matches!(name, ['x', 'l' | 'm' | 'h', ..]);
        length > 1 && name.first().is_some_and(|c| is_latin(*c) || is_x_name)
    })
}

/// Whether an underscore or two stand between letters or figures, or around a name: a_b, __init__.
fn has_identifier(word: &[char]) -> bool {
    let mut at = 0;
    while at < word.len() {
        let length = word[at..].iter().take_while(|c| **c == '_').count();
        if length == 0 {
            at += 1;
            continue;
        }
        let is_name = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let (before, after) = (at.checked_sub(1).and_then(|at| word.get(at)), word.get(at + length));
        if length <= 2 && is_name(after) && (is_name(before) || word[at + length..].ends_with(&['_', '_'])) {
            return true;
        }
        at += length;
    }
    false
}
