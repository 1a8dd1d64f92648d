//! The elements of a part, one after the other, under a limit of depth.
//!
//! Elements go by their local names: transitional and strict OOXML differ in their
//! namespaces and each program in its prefixes, and no name that matters here means
//! something else in another namespace.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::import::ReadError;

/// The most elements inside each other.
const DEEPEST: usize = 256;

/// Reads a part. Whoever gets a [`Tag`] reads it to its end: by [`child`](Xml::child) until
/// there is none, by [`text`](Xml::text) or by [`skip`](Xml::skip).
pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    part: &'a str,
    depth: usize,
}

/// The start of an element.
pub struct Tag<'a>(BytesStart<'a>);

/// What comes next in a part.
pub enum Node<'a> {
    /// An element begins.
    Start(Tag<'a>),
    /// The element that was read last ends.
    End,
    /// Text.
    Text(Cow<'a, str>),
    /// The part is over.
    Eof,
}

impl<'a> Xml<'a> {
    /// Begins to read the text of a part.
    pub fn new(text: &'a str, part: &'a str) -> Xml<'a> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        Xml { reader, part, depth: 0 }
    }

    /// The next element inside the one that was read last; `None` at that one's end.
    pub fn child(&mut self) -> Result<Option<Tag<'a>>, ReadError> {
        loop {
            match self.node()? {
                Node::Start(tag) => return Ok(Some(tag)),
                Node::End | Node::Eof => return Ok(None),
                Node::Text(_) => {}
            }
        }
    }

    /// The text right inside the element that was read last, to that one's end.
    pub fn text(&mut self) -> Result<String, ReadError> {
        let mut text = String::new();
        loop {
            match self.node()? {
                Node::Start(_) => self.skip()?,
                Node::End | Node::Eof => return Ok(text),
                Node::Text(piece) => text.push_str(&piece),
            }
        }
    }

    /// Goes past the element that was read last.
    pub fn skip(&mut self) -> Result<(), ReadError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if matches!(self.node()?, Node::Eof) {
                break;
            }
        }
        Ok(())
    }

    /// Whatever comes next, for parts in which text stands beside elements.
    pub fn node(&mut self) -> Result<Node<'a>, ReadError> {
        loop {
            return Ok(match self.reader.read_event().map_err(|_| self.damaged())? {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(ReadError::TooDeep { part: self.part.into(), most: DEEPEST });
                    }
                    Node::Start(Tag(tag))
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::End
                }
                Event::Text(text) => Node::Text(text.decode().map_err(|_| self.damaged())?),
                Event::CData(text) => Node::Text(text.decode().map_err(|_| self.damaged())?),
                Event::GeneralRef(reference) => {
                    let letter = reference.resolve_char_ref().map_err(|_| self.damaged())?;
                    let name = reference.decode().map_err(|_| self.damaged())?;
                    Node::Text(letter.map_or_else(|| entity(&name), |letter| letter.to_string().into()))
                }
                Event::Eof if self.depth > 0 => return Err(self.damaged()),
                Event::Eof => Node::Eof,
                _ => continue,
            });
        }
    }

    fn damaged(&self) -> ReadError {
        ReadError::Damaged { part: self.part.into() }
    }
}

/// What a named entity stands for; one that XML does not know stays as it was typed.
fn entity(name: &str) -> Cow<'static, str> {
    match name {
        "amp" => "&".into(),
        "lt" => "<".into(),
        "gt" => ">".into(),
        "quot" => "\"".into(),
        "apos" => "'".into(),
        // Those of HTML that are in Vietnamese text; letters come as a vowel and its mark.
        "nbsp" => "\u{a0}".into(),
        "ndash" => "–".into(),
        "mdash" => "—".into(),
        "ldquo" => "“".into(),
        "rdquo" => "”".into(),
        "hellip" => "…".into(),
        _ if name.ends_with("grave") => format!("{}\u{300}", &name[..name.len() - 5]).into(),
        _ if name.ends_with("acute") => format!("{}\u{301}", &name[..name.len() - 5]).into(),
        _ if name.ends_with("circ") => format!("{}\u{302}", &name[..name.len() - 4]).into(),
        _ if name.ends_with("tilde") => format!("{}\u{303}", &name[..name.len() - 5]).into(),
        _ => format!("&{name};").into(),
    }
}

impl Tag<'_> {
    /// The local name.
    pub fn name(&self) -> &str {
        std::str::from_utf8(self.0.local_name().into_inner()).unwrap_or_default()
    }

    /// The name with its prefix.
    pub fn full_name(&self) -> &str {
        std::str::from_utf8(self.0.name().into_inner()).unwrap_or_default()
    }

    /// The value of an attribute by its local name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let found = attributes
            .with_checks(false)
            .flatten()
            .find(|own| own.key.local_name().as_ref() == name.as_bytes())?;
        let value = std::str::from_utf8(&found.value).ok()?;
        Some(quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), Cow::into_owned))
    }

    /// `w:val`.
    pub fn val(&self) -> Option<String> {
        self.attribute("val")
    }

    /// Whether a property that is on or off is on.
    pub fn on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off" | "none"))
    }

    /// Whether the element names this namespace.
    pub fn is_of(&self, namespace: &str) -> bool {
        let mut attributes = self.0.attributes();
        attributes
            .with_checks(false)
            .flatten()
            .any(|own| own.key.as_ref().starts_with(b"xmlns") && own.value.as_ref() == namespace.as_bytes())
    }
}
