//! XML as a tree, and the zip around it: how a Word file is stored.

use miniz_oxide::inflate::decompress_to_vec;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// An element; names keep their usual prefixes (`w:p`).
#[derive(Clone, Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

/// What stands in an element.
#[derive(Clone, Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The children of this name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements().filter(move |element| element.name == name)
    }

    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element of this name anywhere inside, in document order.
    pub fn inside(&self, name: &str) -> Option<&Element> {
        self.elements().find_map(|child| if child.name == name { Some(child) } else { child.inside(name) })
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The text directly in the element.
    pub fn text(&self) -> String {
        let text = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(text.as_str()),
            Node::Element(_) => None,
        });
        text.collect()
    }

    /// Reads a part.
    pub fn parse(source: &str) -> Result<Element, String> {
        let mut reader = Reader::from_str(source);
        let mut open = vec![Element::default()];
        loop {
            let event = reader.read_event().map_err(|error| error.to_string())?;
            let top = open.last_mut().ok_or("an end tag too many")?;
            match event {
                Event::Start(start) => open.push(opened(&start)?),
                Event::Empty(start) => top.children.push(Node::Element(opened(&start)?)),
                Event::End(_) => {
                    let closed = open.pop().unwrap_or_default();
                    open.last_mut().ok_or("an end tag too many")?.children.push(Node::Element(closed));
                }
                Event::Text(text) => {
                    let text = text.xml10_content().map_err(|error| error.to_string())?;
                    top.children.push(Node::Text(text.into_owned()));
                }
                Event::GeneralRef(reference) => {
                    let letter = reference.resolve_char_ref().map_err(|error| error.to_string())?;
                    let name = reference.decode().map_err(|error| error.to_string())?;
                    let known = letter.map(String::from);
                    let known = known.or_else(|| resolve_predefined_entity(&name).map(str::to_owned));
                    top.children.push(Node::Text(known.ok_or_else(|| format!("unknown &{name};"))?));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let root = open.pop().unwrap_or_default();
        root.elements().next().cloned().ok_or_else(|| "no element".into())
    }
}

fn opened(start: &BytesStart) -> Result<Element, String> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).map_err(|error| error.to_string());
    let mut element = Element { name: text(start.name().as_ref())?, ..Element::default() };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::default()).map_err(|error| error.to_string())?;
        element.attributes.push((text(attribute.key.as_ref())?, value.into_owned()));
    }
    Ok(element)
}

/// A file inside the package.
#[derive(Clone)]
pub struct Entry {
    pub name: String,
    /// 0 is stored, 8 is deflated.
    pub method: u16,
    /// Date and time in the format of MS-DOS.
    pub stamp: (u16, u16),
    pub content: Vec<u8>,
}

/// The files of a package, by its directory.
pub fn entries(file: &[u8]) -> Result<Vec<Entry>, String> {
    let end = file.windows(4).rposition(|window| window == b"PK\x05\x06").ok_or("not a zip")?;
    let count = short(file, end + 10)?;
    let mut at = long(file, end + 16)?;
    let mut entries = Vec::new();
    for _ in 0..count {
        if file.get(at..at + 4) != Some(b"PK\x01\x02") {
            return Err("no directory of the zip".into());
        }
        let method = short(file, at + 10)?;
        let (size, name) = (long(file, at + 20)?, usize::from(short(file, at + 28)?));
        let more = usize::from(short(file, at + 30)?) + usize::from(short(file, at + 32)?);
        let header = long(file, at + 42)?;
        let name_bytes = file.get(at + 46..at + 46 + name).ok_or("the zip is cut off")?;
        let start =
            header + 30 + usize::from(short(file, header + 26)?) + usize::from(short(file, header + 28)?);
        let packed = file.get(start..start + size).ok_or("the zip is cut off")?;
        let content = match method {
            0 => packed.to_vec(),
            8 => decompress_to_vec(packed).map_err(|error| format!("{error:?}"))?,
            other => return Err(format!("packed by method {other}")),
        };
        entries.push(Entry {
            name: String::from_utf8_lossy(name_bytes).into_owned(),
            method,
            stamp: (short(file, at + 14)?, short(file, at + 12)?),
            content,
        });
        at += 46 + name + more;
    }
    Ok(entries)
}

fn short(file: &[u8], at: usize) -> Result<u16, String> {
    let bytes = file.get(at..at + 2).ok_or("the zip is cut off")?;
    Ok(u16::from_le_bytes([bytes[0], bytes[1]]))
}

fn long(file: &[u8], at: usize) -> Result<usize, String> {
    Ok(usize::from(short(file, at)?) | usize::from(short(file, at + 2)?) << 16)
}
