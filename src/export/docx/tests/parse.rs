//! A small reader of XML, for what has just been written: no doctype, comments or CDATA. Text
//! and attribute values stay escaped as they are.

use std::borrow::Cow;

use super::super::xml::{Element, Node};

impl<'a> Element<'a> {
    /// The elements directly in this one.
    pub fn elements(&self) -> impl Iterator<Item = &Element<'a>> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Raw(_) => None,
        })
    }

    /// The first element of this name directly in this one.
    pub fn child(&self, name: &str) -> Option<&Element<'a>> {
        self.elements().find(|element| element.name == name)
    }

    /// The value of an attribute, escaped.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_ref())
    }

    /// Reads a part; the error says what is wrong with it.
    pub fn parse(source: &'a str) -> Result<Element<'a>, String> {
        let mut open: Vec<Element<'a>> = vec![Element::default()];
        let mut rest = source;
        while let Some(at) = rest.find('<') {
            let (text, tag) = rest.split_at(at);
            let top = open.last_mut().ok_or("an end tag too many")?;
            if !text.is_empty() {
                top.children.push(Node::Raw(Cow::Borrowed(text)));
            }
            let (tag, after) = split_tag(tag)?;
            rest = after;
            if tag.starts_with('?') {
                continue;
            }
            if let Some(name) = tag.strip_prefix('/') {
                let closed = open.pop().ok_or("an end tag too many")?;
                if closed.name != name.trim_end() {
                    return Err(format!("<{}> closed by </{name}>", closed.name));
                }
                let parent = open.last_mut().ok_or("an end tag too many")?;
                parent.children.push(Node::Element(closed));
            } else if let Some(tag) = tag.strip_suffix('/') {
                top.children.push(Node::Element(start_tag(tag)?));
            } else {
                open.push(start_tag(tag)?);
            }
        }
        match (open.pop(), open.is_empty()) {
            (Some(root), true) => root
                .children
                .into_iter()
                .find_map(|node| match node {
                    Node::Element(element) => Some(element),
                    Node::Raw(_) => None,
                })
                .ok_or_else(|| "no element".into()),
            (top, _) => Err(format!("<{}> is not closed", top.unwrap_or_default().name)),
        }
    }
}

/// Splits `<tag …>rest` into what is between the angle brackets and the rest.
fn split_tag(source: &str) -> Result<(&str, &str), String> {
    let mut quoted = false;
    for (at, byte) in source.bytes().enumerate().skip(1) {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return Ok((&source[1..at], &source[at + 1..])),
            _ => {}
        }
    }
    Err(format!("a tag without end: {}", source.chars().take(40).collect::<String>()))
}

/// Reads `name key="value" …`.
fn start_tag(tag: &str) -> Result<Element<'_>, String> {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut element = Element::new(name);
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return Ok(element);
        }
        let (key, after) = rest.split_once("=\"").ok_or_else(|| format!("bad attribute in <{tag}>"))?;
        let (value, after) = after.split_once('"').ok_or_else(|| format!("bad attribute in <{tag}>"))?;
        element.attributes.push((key, value.into()));
        rest = after;
    }
}

#[test]
fn what_is_not_touched_comes_out_as_it_went_in() {
    let source = r#"<w:p a="x &gt; y" b=">"><w:t>a &amp; b</w:t> <w:br/></w:p>"#;
    let mut out = String::new();
    Element::parse(source).unwrap().write(&mut out);
    assert_eq!(out, source);
}

#[test]
fn a_malformed_part_is_an_error_and_not_a_file() {
    for source in ["", "text", "<a>", "<a></b>", "<a", "<a b></a>", "<a></a></a>", "</a>"] {
        assert!(Element::parse(source).is_err(), "{source:?}");
    }
}
