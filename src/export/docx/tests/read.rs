//! What a Word file holds, read back by a small zip reader and the XML tree.

use std::collections::BTreeMap;

use super::super::xml::{Element, Node, allowed};
use super::super::{DRAFT_NAMESPACE, docx};
use crate::document::Document;
use crate::export::DocxOptions;

/// The parts of a package by name, every length and checksum proved.
pub fn unzip(file: &[u8]) -> BTreeMap<String, String> {
    let word = |at: usize| u16::from_le_bytes([file[at], file[at + 1]]) as usize;
    let long = |at: usize| word(at) + (word(at + 2) << 16);
    let end = file.len() - 22;
    assert_eq!(&file[end..end + 4], b"PK\x05\x06");
    let mut parts = BTreeMap::new();
    let mut entry = long(end + 16);
    for _ in 0..word(end + 10) {
        assert_eq!(&file[entry..entry + 4], b"PK\x01\x02");
        let (packed, size, name) = (long(entry + 20), long(entry + 24), word(entry + 28));
        let local = long(entry + 42);
        assert_eq!(&file[local..local + 4], b"PK\x03\x04");
        assert_eq!(file[local + 4..local + 30], file[entry + 6..entry + 32]);
        let start = local + 30 + name;
        let content = miniz_oxide::inflate::decompress_to_vec(&file[start..start + packed]).unwrap();
        assert_eq!((content.len(), crc32fast::hash(&content) as usize), (size, long(entry + 16)));
        let name_of = |at: usize| String::from_utf8(file[at..at + name].to_vec()).unwrap();
        assert_eq!(name_of(local + 30), name_of(entry + 46));
        parts.insert(name_of(entry + 46), String::from_utf8(content).unwrap());
        entry += 46 + name;
    }
    assert_eq!(entry, end);
    parts
}

pub fn parts(document: &Document) -> BTreeMap<String, String> {
    unzip(&docx(document, &DocxOptions::default()).unwrap())
}

pub fn word(document: &Document) -> String {
    parts(document).remove("word/document.xml").unwrap()
}

/// All elements of this name, in document order.
pub fn all<'t, 'a>(element: &'t Element<'a>, name: &str) -> Vec<&'t Element<'a>> {
    let mut found: Vec<&Element> = Vec::new();
    for child in element.elements() {
        if child.name == name {
            found.push(child);
        }
        found.extend(all(child, name));
    }
    found
}

/// The value of the first element of this name in another, on which it has `w:val`.
pub fn value<'t>(element: &'t Element, name: &str) -> Option<&'t str> {
    all(element, name).into_iter().next()?.attribute("w:val")
}

pub fn unescape(text: &str) -> String {
    let entities =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#13;", "\r"), ("&amp;", "&")];
    entities.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c))
}

/// The text of `document.xml` as Word reads it: a line break is `\n`, a paragraph ends in `¶`.
pub fn read_text(xml: &str) -> String {
    let root = Element::parse(xml).unwrap();
    let mut out = String::new();
    for paragraph in all(&root, "w:p") {
        for child in all(paragraph, "w:r").into_iter().flat_map(|run| run.elements().collect::<Vec<_>>()) {
            match child.name {
                "w:t" => {
                    assert_eq!(child.attribute("xml:space"), Some("preserve"));
                    for node in &child.children {
                        let Node::Raw(text) = node else { panic!("an element inside text") };
                        out.push_str(&unescape(text));
                    }
                }
                "w:br" => out.push('\n'),
                "w:tab" => out.push('\t'),
                _ => {}
            }
        }
        out.push('¶');
    }
    out
}

/// Panics unless a `w:rPr` names the one font for letters of every script.
pub fn assert_times_new_roman(letters: &Element) {
    let fonts = letters.child("w:rFonts").unwrap();
    for slot in ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"] {
        assert_eq!(fonts.attribute(slot), Some("Times New Roman"));
    }
}

/// Panics unless every character and entity is one that XML knows and every tag is closed.
pub fn assert_well_formed(xml: &str) {
    assert!(xml.chars().all(allowed));
    for entity in xml.split('&').skip(1) {
        let name = entity.split(';').next().unwrap();
        assert!(["lt", "gt", "quot", "apos", "amp", "#13"].contains(&name), "&{name}");
    }
    Element::parse(xml).unwrap();
}

/// The draft in a package, found by its namespace.
pub fn embedded(parts: &BTreeMap<String, String>) -> String {
    let item = Element::parse(&parts["customXml/item1.xml"]).unwrap();
    assert_eq!((item.name, item.attribute("xmlns")), ("draft", Some(DRAFT_NAMESPACE)));
    let text = item.children.iter().map(|node| match node {
        Node::Raw(text) => unescape(text),
        Node::Element(_) => panic!("an element in the draft"),
    });
    text.collect()
}
