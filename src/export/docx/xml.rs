//! A small XML tree, from which the parts with text in them are written.

use std::borrow::Cow;

use docx_rs::BuildXML;

/// What an XML file begins with.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespaces of parts in which text and drawn lines stand; the first alone will do for
/// the others.
pub(super) const NAMESPACES: [(&str, &str); 8] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
];

/// What XML 1.0 allows in a document; everything else makes it unreadable.
pub(super) fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// `text` for use between tags and in attribute values, without what XML forbids.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| allowed(c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            _ => out.push(c),
        }
    }
    out
}

/// An element with its attributes and what is in it.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Element<'a> {
    pub name: &'a str,
    /// Names and escaped values.
    pub attributes: Vec<(&'a str, Cow<'a, str>)>,
    pub children: Vec<Node<'a>>,
}

/// What stands in an element.
#[derive(Debug, PartialEq)]
pub(super) enum Node<'a> {
    Element(Element<'a>),
    /// Text or markup, written as it is.
    Raw(Cow<'a, str>),
}

impl<'a> From<Element<'a>> for Node<'a> {
    fn from(element: Element<'a>) -> Node<'a> {
        Node::Element(element)
    }
}

impl<'a> Element<'a> {
    /// An empty element.
    pub fn new(name: &'a str) -> Element<'a> {
        Element { name, ..Element::default() }
    }

    /// The element with one more attribute, whose value is escaped.
    pub fn with(mut self, key: &'a str, value: impl Into<Cow<'a, str>>) -> Element<'a> {
        self.attributes.push((key, value.into()));
        self
    }

    /// The element with these behind what it has in it.
    pub fn holding<N: Into<Node<'a>>>(mut self, children: impl IntoIterator<Item = N>) -> Element<'a> {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// Puts one more behind what the element has in it.
    pub fn push(&mut self, child: impl Into<Node<'a>>) {
        self.children.push(child.into());
    }

    /// Writes the element behind `out`.
    pub fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(self.name);
        for (key, value) in &self.attributes {
            out.extend([" ", key, "=\"", value, "\""]);
        }
        if self.children.is_empty() {
            out.push_str("/>");
            return;
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Raw(raw) => out.push_str(raw),
            }
        }
        out.extend(["</", self.name, ">"]);
    }
}

/// A part of a package: the element `name` in these namespaces, holding `children`.
pub(super) fn part<'a>(
    name: &'a str,
    namespaces: &[(&'a str, &'a str)],
    children: impl IntoIterator<Item = Element<'a>>,
) -> String {
    let root = Element::new(name).holding(children);
    let attributes = namespaces.iter().map(|&(key, value)| (key, Cow::Borrowed(value))).collect();
    let mut out = DECLARATION.to_owned();
    Element { attributes, ..root }.write(&mut out);
    out
}

/// A property of Word in the words of docx-rs, which writes it.
pub(super) fn property(property: &impl BuildXML) -> Node<'static> {
    Node::Raw(Cow::Owned(String::from_utf8_lossy(&property.build()).replace(" />", "/>")))
}

/// A property that says yes by being there.
pub(super) fn flag(name: &'static str) -> Node<'static> {
    Node::Element(Element::new(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaping_leaves_out_what_xml_forbids() {
        assert_eq!(escape("a\u{0}\u{B}<\u{FFFE}\u{FFFF}&\"\r\u{1F600}"), "a&lt;&amp;&quot;&#13;\u{1F600}");
    }

    #[test]
    fn properties_of_docx_rs_stand_among_our_own() {
        let mut element = Element::new("w:rPr").with("a", "b").holding([flag("w:noProof")]);
        element.push(property(&docx_rs::Sz::new(28)));
        let mut out = String::new();
        element.write(&mut out);
        assert_eq!(out, r#"<w:rPr a="b"><w:noProof/><w:sz w:val="28"/></w:rPr>"#);
    }
}
