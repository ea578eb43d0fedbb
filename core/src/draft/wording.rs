//! The words of a paragraph as one text that a person can rewrite, its blanks shown as 〔label〕.

use super::model::Draft;
use crate::field::FieldId;
use crate::template::{Block, Span};
use crate::text::part;

/// How each blank of a paragraph is shown while its words are rewritten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    tokens: Vec<(String, FieldId)>,
}

impl Wording {
    /// The tokens for the blanks of `block`, each different.
    #[must_use]
    pub fn of(draft: &Draft, block: &Block) -> Self {
        let mut tokens: Vec<(String, FieldId)> = Vec::new();
        for id in block.blanks() {
            if tokens.iter().any(|(_, known)| known == id) {
                continue;
            }
            let label = draft.field(id).map_or(id.as_str(), |field| &field.label);
            let label: String = label.chars().filter(|c| !matches!(c, '〔' | '〕' | '\n' | '\r')).collect();
            let mut token = format!("〔{label}〕");
            let mut n = 2;
            while tokens.iter().any(|(known, _)| *known == token) {
                token = format!("〔{label}{n}〕");
                n += 1;
            }
            tokens.push((token, id.clone()));
        }
        Self { tokens }
    }

    /// The spans as one text.
    #[must_use]
    pub fn text(&self, spans: &[Span]) -> String {
        spans
            .iter()
            .map(|span| match span {
                Span::Text(text) => text.as_str(),
                Span::Blank(id) => {
                    self.tokens.iter().find(|(_, known)| known == id).map_or("", |(token, _)| token)
                }
            })
            .collect()
    }

    /// The text as spans again. A token that was deleted takes its blank along; one that was
    /// repeated shows the field twice.
    #[must_use]
    pub fn spans(&self, text: &str) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut words = String::new();
        let mut rest = text;
        while let Some(at) = rest.find('〔') {
            words.push_str(part(rest, ..at));
            rest = part(rest, at..);
            match self.tokens.iter().find(|(token, _)| rest.starts_with(token)) {
                Some((token, id)) => {
                    push_words(&mut spans, &mut words);
                    spans.push(Span::Blank(id.clone()));
                    rest = part(rest, token.len()..);
                }
                None => {
                    words.push('〔');
                    rest = part(rest, '〔'.len_utf8()..);
                }
            }
        }
        words.push_str(rest);
        push_words(&mut spans, &mut words);
        spans
    }
}

fn push_words(spans: &mut Vec<Span>, words: &mut String) {
    if !words.is_empty() {
        spans.push(Span::Text(std::mem::take(words)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::parse;
    use std::collections::BTreeMap;

    #[test]
    fn words_come_back_with_their_blanks() {
        let text =
            "[字段]\na | 整数 | 次数\nb | 整数 | 次数\n[正文]\n讲{a}次，听{b}次，〔2026〕8号，共{a}次。";
        let draft = Draft::new(parse(text).0, BTreeMap::new());
        let block = &draft.entries()[0].block;
        let wording = Wording::of(&draft, block);
        let words = wording.text(&block.text);
        assert_eq!(words, "讲〔次数〕次，听〔次数2〕次，〔2026〕8号，共〔次数〕次。");
        assert_eq!(wording.spans(&words), block.text);
        assert_eq!(wording.spans("只剩〔次数2〕。").len(), 3);
    }
}
