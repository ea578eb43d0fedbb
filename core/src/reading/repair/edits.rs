//! Changes of a line that keep its declared blanks where they are.

use std::ops::Range;

use super::{Line, Piece};

/// Puts other words in place of ranges, which stand in order and apart. A declared blank that
/// begins or ends within such a range is cut to what is left of it.
pub(super) fn rewrite(line: &mut Line, edits: &[(Range<usize>, &str)]) {
    let mut out = String::with_capacity(line.text.len());
    let mut marks = line.given.iter_mut().flat_map(|given| [&mut given.range.start, &mut given.range.end]);
    let mut mark = marks.next();
    let mut from = 0;
    let end = line.text.len()..line.text.len();
    for (range, with) in edits.iter().cloned().chain([(end, "")]) {
        out.push_str(&line.text[from..range.start]);
        while let Some(at) = mark.take_if(|at| **at < range.end || **at <= range.start) {
            *at = out.len() - range.start.saturating_sub(*at);
            mark = marks.next();
        }
        out.push_str(with);
        from = range.end;
    }
    line.text = out;
}

/// Puts `next` at the end of `piece`. Latin words keep a blank between them.
pub(super) fn append(piece: &mut Piece, next: Piece) {
    let line = &mut piece.line;
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic() && !matches!(c, 'x' | 'X'));
    if letter(line.text.chars().next_back()) && letter(next.text().chars().next()) {
        line.text.push(' ');
    }
    let shift = line.text.len();
    line.text.push_str(next.text());
    line.given.extend(next.line.given.into_iter().map(|mut given| {
        given.range = given.range.start + shift..given.range.end + shift;
        given
    }));
}

/// Keeps the declared blanks that are ranges of the line, in order and apart; a tab within the line
/// becomes a blank, as it is printed.
pub(super) fn settle(line: &mut Line) {
    let mut last = 0;
    let text = &line.text;
    line.given.retain(|given| {
        let Range { start, end } = given.range;
        let fits = last <= start && start <= end && text.get(start..end).is_some();
        if fits {
            last = end;
        }
        fits
    });
    if line.text.contains('\t') {
        line.text = line.text.replace('\t', " ");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Given;

    #[test]
    fn declared_blanks_follow_the_words() {
        let given = |range| Given { range, kind: None, label: String::new(), choices: Vec::new() };
        let mut line = Line { text: "0123456789".into(), ..Line::default() };
        line.given = vec![given(1..4), given(6..8)];
        rewrite(&mut line, &[(0..1, ""), (3..5, "ab"), (5..6, ""), (9..10, "")]);
        assert_eq!(line.text, "12ab678");
        let ranges: Vec<_> = line.given.iter().map(|given| given.range.clone()).collect();
        assert_eq!(ranges, [0..2, 4..6]);
    }
}
