//! The blanks of a text: the conventions by which Chinese office templates write them, each with what
//! looks like it and is none. Knows lines only, no structure.
//!
//! A line is folded (`view`), what is no prose is masked (`mask`), and each mark is shown to the
//! family of conventions that it may belong to.

mod around;
mod choices;
mod dates;
mod delims;
mod figures;
mod forms;
mod gaps;
mod label;
mod mask;
mod names;
mod numbers;
mod rows;
mod runs;
mod same;
mod suggest;
mod table;
mod typing;
mod view;
mod words;

use std::ops::Range;

use super::Class;
use crate::field::Kind;
use view::View;

pub(super) use dates::date_span;
pub(super) use same::same_key;
pub(super) use typing::type_of;

/// No unit and what may follow it is longer than this, in characters.
const UNIT: usize = 12;

/// A blank of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blank {
    /// The bytes of the line that its mark covers. Empty for a label that ends its line.
    pub(super) range: Range<usize>,
    /// The convention that it follows.
    pub(super) class: Class,
    /// Certain, or only a suggestion.
    pub(super) certain: bool,
}

/// What a blank asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) kind: Kind,
    /// What the sentence prints right after it.
    pub(super) unit: String,
    pub(super) label: String,
    pub(super) choices: Vec<String>,
}

/// How many bytes of `text` are a unit: 次, 余人, 万平方米, %. 0 for none.
pub(crate) fn unit(text: &str) -> usize {
    let mut chars = ['\0'; UNIT];
    for (to, c) in chars.iter_mut().zip(text.chars()) {
        *to = c;
    }
    text.chars().take(words::unit(&chars)).map(char::len_utf8).sum()
}

/// The marks that the conventions are certain of in each line: their bytes and their convention.
pub(crate) fn marks(lines: &[&str]) -> Vec<Vec<(Range<usize>, Class)>> {
    let certain = |blanks: Vec<Blank>| {
        blanks.into_iter().filter(|blank| blank.certain).map(|blank| (blank.range, blank.class)).collect()
    };
    scan(lines).into_iter().map(certain).collect()
}

/// What a family of conventions says of a place of a line, in characters.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// A blank, from here to there.
    Blank(usize, usize, Class),
    /// What may be one, from here to there.
    Perhaps(usize, usize, Class),
    /// Nothing before there.
    Pass(usize),
}

/// The blanks of each line, in order, none over another. Time is linear in the text.
pub(super) fn scan(lines: &[&str]) -> Vec<Vec<Blank>> {
    let mut view = View::default();
    let mut masks = Vec::new();
    let mut labels = Vec::new();
    let mut all = Vec::with_capacity(lines.len());
    let mut is_code = false;
    let mut is_labelled = false;
    for line in lines {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        }
        let mut blanks = Vec::new();
        if !is_code {
            view.show(line);
            mask::find(&view, &mut masks);
            scan_line(&mut view, &masks, &mut blanks);
            // A long row alone in its line is a rule, but below 主要诉求： it is room to write.
            if is_labelled && blanks.is_empty() {
                blanks.extend(rows::room(line));
            }
            is_labelled = line.trim_end().ends_with(['：', ':']);
        }
        labels.push(forms::labels(&view, &mut blanks, is_code));
        all.push(blanks);
    }
    forms::settle(&labels, &mut all);
    all
}

fn scan_line(view: &mut View, masks: &[mask::Mask], blanks: &mut Vec<Blank>) {
    let mut masks = masks.iter().peekable();
    let mut at = 0;
    while at < view.chars.len() {
        while masks.next_if(|mask| mask.from < at).is_some() {}
        let step = match masks.next_if(|mask| mask.from == at) {
            Some(mask) if mask.email => Step::Blank(mask.from, mask.to, Class::Email),
            Some(mask) => Step::Pass(mask.to),
            None => look(view, at),
        };
        let (from, to, class, certain) = match step {
            Step::Blank(from, to, class) => (from, to, class, true),
            Step::Perhaps(from, to, class) => (from, to, class, false),
            Step::Pass(to) => {
                at = to.max(at + 1);
                continue;
            }
        };
        blanks.push(Blank { range: view.byte(from)..view.byte(to), class, certain });
        view.floor = to;
        at = to.max(at + 1);
    }
}

/// Shows a place to the family that its character may belong to.
fn look(view: &View, at: usize) -> Step {
    match view.chars[at] {
        'X' | 'x' | '×' => runs::look(view, at),
        '_' => rows::underscores(view, at),
        '*' => rows::stars(view, at),
        '○' | '◯' | '〇' => rows::circles(view, at),
        '□' | '△' | '☐' | '◻' => rows::squares(view, at),
        '—' | '─' | '-' => rows::dashes(view, at),
        ' ' | '年' => gaps::look(view, at),
        '（' | '(' | '“' | '《' | '‘' | '「' | '『' | '〈' => gaps::brackets(view, at),
        '[' | '{' | '【' | '«' | '$' | '<' | '〔' => delims::look(view, at),
        '某' => suggest::mou(view, at),
        'Y' | 'Z' | 'N' | 'M' | 'n' => suggest::letter(view, at),
        '…' => suggest::ellipsis(view, at),
        '/' => choices::slashed(view, at),
        _ => Step::Pass(at + 1),
    }
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
