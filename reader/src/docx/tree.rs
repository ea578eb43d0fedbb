//! A part of a Word file as a tree: all elements in one list, in document order, so that a part of
//! half a million elements takes a few megabytes and no calls in calls to make or to drop.

use std::borrow::Cow;

use gaozhi_core::reading::Refusal;

use crate::markup::{Token, Tokens, attribute, decoded};

const MOST_NODES: usize = 500_000;
const MOST_DEPTH: usize = 256;
const MOST_ATTRIBUTES: usize = 1_000;

/// The elements of a part.
pub(crate) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
}

struct Node<'a> {
    what: What,
    /// The name of an element.
    name: &'a str,
    /// The attributes of an element, or a text.
    content: &'a str,
    /// Behind the last node inside of it.
    end: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Element,
    Text,
    Verbatim,
}

impl<'a> Tree<'a> {
    /// Reads a part. Of its text only that of words and instructions is kept.
    pub(crate) fn of(text: &'a str) -> Result<Self, Refusal> {
        let mut nodes: Vec<Node<'a>> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for token in Tokens::of(text) {
            if nodes.len() >= MOST_NODES {
                return Err(Refusal::Bomb);
            }
            let at = nodes.len();
            let inside = open.last().map_or("", |at| nodes[*at].name);
            let keeps_text = matches!(inside, "t" | "instrText" | "align");
            match token {
                Token::Open { name, attributes, empty } => {
                    if open.len() >= MOST_DEPTH || has_too_many(attributes) {
                        return Err(Refusal::Bomb);
                    }
                    if open.is_empty() && at > 0 {
                        return Err(Refusal::Damaged);
                    }
                    nodes.push(Node { what: What::Element, name, content: attributes, end: at + 1 });
                    if !empty {
                        open.push(at);
                    }
                }
                Token::Close(name) => {
                    let opened = open.pop().filter(|at| nodes[*at].name == name).ok_or(Refusal::Damaged)?;
                    nodes[opened].end = at;
                }
                Token::Text(content) if keeps_text => {
                    nodes.push(Node { what: What::Text, name: "", content, end: at + 1 });
                }
                Token::Verbatim(content) if keeps_text => {
                    nodes.push(Node { what: What::Verbatim, name: "", content, end: at + 1 });
                }
                Token::Text(_) | Token::Verbatim(_) => {}
                Token::Doctype => return Err(Refusal::Dtd),
                Token::Broken(_) => return Err(Refusal::Damaged),
            }
        }
        if open.is_empty() && !nodes.is_empty() { Ok(Self { nodes }) } else { Err(Refusal::Damaged) }
    }

    /// The outermost element.
    pub(crate) fn root(&self) -> Element<'_> {
        Element { nodes: &self.nodes, at: 0 }
    }
}

fn has_too_many(attributes: &str) -> bool {
    // An attribute has at least five characters, so that this is seldom counted.
    attributes.len() > 5 * MOST_ATTRIBUTES
        && attributes.bytes().filter(|byte| *byte == b'=').count() > MOST_ATTRIBUTES
}

/// An element of a tree.
#[derive(Clone, Copy)]
pub(crate) struct Element<'t> {
    nodes: &'t [Node<'t>],
    at: usize,
}

impl<'t> Element<'t> {
    /// Its name without prefix.
    pub(crate) fn name(self) -> &'t str {
        self.nodes[self.at].name
    }

    /// The elements right inside of it.
    pub(crate) fn children(self) -> impl Iterator<Item = Element<'t>> {
        let end = self.nodes[self.at].end;
        let mut next = self.at + 1;
        std::iter::from_fn(move || {
            while next < end {
                let at = next;
                next = self.nodes[at].end;
                if self.nodes[at].what == What::Element {
                    return Some(Element { nodes: self.nodes, at });
                }
            }
            None
        })
    }

    /// The first element of that name right inside of it.
    pub(crate) fn child(self, name: &str) -> Option<Element<'t>> {
        self.children().find(|child| child.name() == name)
    }

    /// The value of an attribute, by its name without prefix.
    pub(crate) fn attribute(self, name: &str) -> Option<Cow<'t, str>> {
        attribute(self.nodes[self.at].content, name)
    }

    /// The attribute `val` of the first element of that name right inside of it.
    pub(crate) fn value(self, name: &str) -> Option<Cow<'t, str>> {
        self.child(name)?.attribute("val")
    }

    /// A switch of that name right inside of it: there and not turned off.
    pub(crate) fn switch(self, name: &str) -> Option<bool> {
        let switch = self.child(name)?;
        Some(!matches!(switch.attribute("val").as_deref(), Some("0" | "false" | "off")))
    }

    /// The text right inside of it; without `xml:space="preserve"`, blanks around it are layout.
    pub(crate) fn text(self) -> Cow<'t, str> {
        let mut texts =
            self.nodes[self.at + 1..self.nodes[self.at].end].iter().filter_map(|node| match node.what {
                What::Element => None,
                What::Text => Some(decoded(node.content)),
                What::Verbatim => Some(Cow::Borrowed(node.content)),
            });
        let mut text = texts.next().unwrap_or_default();
        for more in texts {
            text.to_mut().push_str(&more);
        }
        if self.attribute("space").as_deref() == Some("preserve") {
            return text;
        }
        match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_ascii()),
            Cow::Owned(text) => Cow::Owned(text.trim_ascii().to_owned()),
        }
    }
}
