//! The pass over what docx-rs wrote: children in the order of the schema, what it has no
//! words for, nothing that changes from one export to the next.

use std::borrow::Cow;

use super::rule::{self, DrawnRule};
use super::tree::RULE_MARK;
use super::xml::{Element, Node};
use crate::export::ExportError;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The language of everything written.
const LANGUAGE: &str = "vi-VN";

/// The namespaces that `document.xml` uses.
const NAMESPACES: [(&str, &str); 8] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("xmlns:wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
    ("xmlns:v", "urn:schemas-microsoft-com:vml"),
    ("xmlns:o", "urn:schemas-microsoft-com:office:office"),
];

/// The children of an element in the order in which CT_… of ISO/IEC 29500-1 (transitional)
/// lists them, as far as docx-rs writes them for us. Names that are not listed keep their place
/// behind the listed ones.
fn order(parent: &str) -> &'static [&'static str] {
    match parent {
        "w:pPr" => &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:widowControl",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
        "w:rPr" => &[
            "w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:u",
            "w:lang",
        ],
        "w:tblPr" => &["w:tblW", "w:jc", "w:tblInd", "w:tblBorders", "w:tblLayout", "w:tblCellMar"],
        "w:tblBorders" => &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"],
        "w:sectPr" => {
            &["w:headerReference", "w:type", "w:pgSz", "w:pgMar", "w:pgNumType", "w:cols", "w:titlePg"]
        }
        "w:style" => {
            &["w:name", "w:basedOn", "w:next", "w:uiPriority", "w:semiHidden", "w:qFormat", "w:pPr", "w:rPr"]
        }
        _ => &[],
    }
}

/// `word/document.xml` put right, each marked run drawn as the next of `rules`.
pub(super) fn document(part: &[u8], rules: Vec<DrawnRule>) -> Result<String, ExportError> {
    let mut rules = (1..).zip(rules);
    write("word/document.xml", part, |root| {
        root.attributes = NAMESPACES.to_vec();
        visit(root, &mut |element| {
            for child in &mut element.children {
                if is_rule_mark(child) {
                    let (number, rule) = rules.next().ok_or("a mark without a rule")?;
                    *child = Node::Raw(Cow::Owned(rule::run(number, &rule)));
                }
            }
            if element.name == "w:trPr" {
                for child in &mut element.children {
                    if matches!(child, Node::Element(height) if height.name == "w:trHeight") {
                        *child = Node::Element(Element::new("w:tblHeader", &[]));
                    }
                }
            }
            Ok(())
        })
    })
}

/// `word/styles.xml` put right.
pub(super) fn styles(part: &[u8]) -> Result<String, ExportError> {
    write("word/styles.xml", part, |root| {
        root.attributes = NAMESPACES[..1].to_vec();
        visit(root, &mut |element| {
            match element.attribute("w:styleId") {
                Some("Normal") => element.attributes.push(("w:default", "1")),
                Some(id) if !id.starts_with("Heading") => element.attributes.push(("w:customStyle", "1")),
                _ => {}
            }
            if element.name == "w:rPrDefault" {
                for child in &mut element.children {
                    if let Node::Element(letters) = child {
                        let language = [("w:val", LANGUAGE), ("w:eastAsia", LANGUAGE), ("w:bidi", "ar-SA")];
                        letters.children.push(Node::Element(Element::new("w:lang", &language)));
                    }
                }
            }
            Ok(())
        })
    })
}

/// Reads a part, lets `change` at it, tidies and writes it.
fn write<'a>(
    name: &str,
    part: &'a [u8],
    change: impl FnOnce(&mut Element<'a>) -> Result<(), String>,
) -> Result<String, ExportError> {
    let malformed = |reason: String| ExportError::Part { part: name.into(), reason };
    let source = std::str::from_utf8(part).map_err(|error| malformed(error.to_string()))?;
    let mut root = Element::parse(source).map_err(malformed)?;
    change(&mut root).map_err(malformed)?;
    tidy(&mut root);
    let mut out = String::with_capacity(source.len());
    out.push_str(DECLARATION);
    root.write(&mut out);
    Ok(out)
}

/// Calls `change` on every element, in document order.
fn visit<'a>(
    element: &mut Element<'a>,
    change: &mut impl FnMut(&mut Element<'a>) -> Result<(), String>,
) -> Result<(), String> {
    change(element)?;
    for child in &mut element.children {
        if let Node::Element(child) = child {
            visit(child, change)?;
        }
    }
    Ok(())
}

/// Children in order, no empty properties, no attribute that counts exports or is not in
/// the schema.
fn tidy(element: &mut Element) {
    let name = element.name;
    element
        .attributes
        .retain(|(key, _)| !(key.starts_with("w14:") || name == "w:gridCol" && *key == "w:type"));
    for child in &mut element.children {
        if let Node::Element(child) = child {
            tidy(child);
        }
    }
    element.children.retain(|child| match child {
        Node::Element(child) => !(child.children.is_empty() && matches!(child.name, "w:rPr" | "w:pPr")),
        Node::Raw(_) => true,
    });
    let order = order(name);
    if !order.is_empty() {
        element.children.sort_by_key(|child| match child {
            Node::Element(child) => order.iter().position(|name| *name == child.name).unwrap_or(order.len()),
            Node::Raw(_) => order.len(),
        });
    }
}

fn is_rule_mark(node: &Node) -> bool {
    let Node::Element(run) = node else { return false };
    let style = run.child("w:rPr").and_then(|letters| letters.child("w:rStyle"));
    run.name == "w:r" && style.and_then(|style| style.attribute("w:val")) == Some(RULE_MARK)
}
