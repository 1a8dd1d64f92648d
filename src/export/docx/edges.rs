//! What stands in the margins: the page number, and the foot of a section's first page.

use std::collections::BTreeMap;

use docx_rs::{FooterReference, HeaderReference, Justification, LineSpacing, LineSpacingType};

use super::properties::letters;
use super::rule::{DrawnRule, Shapes};
use super::xml::{self, Element, Node, property};
use super::{paragraph, styles};
use crate::document::{Document, Run, Section};
use crate::format::{HalfPt, Twips};
use crate::order::gather;

/// A header or a footer.
pub(super) struct Edge {
    pub kind: Kind,
    /// Relationship id, which is the file's name as well.
    pub id: String,
    /// The part.
    pub content: String,
}

/// Which of the two an [`Edge`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Header,
    Footer,
}

impl Kind {
    /// The word for it in types of parts and relationships, and in file names.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Header => "header",
            Kind::Footer => "footer",
        }
    }

    fn element(self) -> &'static str {
        match self {
            Kind::Header => "w:hdr",
            Kind::Footer => "w:ftr",
        }
    }
}

/// The headers and footers of a document, and which of them its sections have.
///
/// A section has an empty header on its first page and one with the page number on the others,
/// which sections share if their numbers are of one size. A section without a foot says so by an
/// empty footer when one before it has a foot, which it would inherit.
pub(super) struct Edges {
    pub all: Vec<Edge>,
    first: String,
    sections: Vec<OfSection>,
}

/// Relationship ids.
struct OfSection {
    numbered: String,
    foot: Option<String>,
}

impl Edges {
    /// The headers and footers that the sections of a document need.
    pub fn of(document: &Document, shapes: &mut Shapes) -> Edges {
        let mut edges = Edges { all: Vec::new(), first: String::new(), sections: Vec::new() };
        edges.first = edges.add(Kind::Header, vec![Element::new("w:p")]);
        let sizes = document.sections.iter().map(|section| (section.page.number_size, String::new()));
        let mut numbered: BTreeMap<HalfPt, String> = gather(sizes);
        for (&size, id) in &mut numbered {
            *id = edges.add(Kind::Header, vec![page_number(size)]);
        }
        let (mut any_foot, mut empty) = (false, None);
        for section in &document.sections {
            let foot = if !section.foot.is_empty() {
                any_foot = true;
                Some(edges.add(Kind::Footer, foot(section, shapes)))
            } else if any_foot {
                let id = empty.take().unwrap_or_else(|| edges.add(Kind::Footer, vec![Element::new("w:p")]));
                empty = Some(id.clone());
                Some(id)
            } else {
                None
            };
            let numbered = numbered.get(&section.page.number_size).cloned().unwrap_or_default();
            edges.sections.push(OfSection { numbered, foot });
        }
        edges
    }

    /// What the section at `place` says of its headers and footers.
    pub fn references(&self, place: usize) -> Vec<Node<'static>> {
        let Some(section) = self.sections.get(place) else { return Vec::new() };
        let mut references = vec![
            property(&HeaderReference::new("default", &section.numbered)),
            property(&HeaderReference::new("first", &self.first)),
        ];
        references.extend(section.foot.iter().map(|id| property(&FooterReference::new("first", id))));
        references
    }

    fn add(&mut self, kind: Kind, content: Vec<Element<'static>>) -> String {
        let number = self.all.iter().filter(|edge| edge.kind == kind).count() + 1;
        let id = format!("{}{number}", kind.name());
        let namespaces = match kind {
            Kind::Header => &xml::NAMESPACES[..1],
            Kind::Footer => &xml::NAMESPACES,
        };
        let content = xml::part(kind.element(), namespaces, content);
        self.all.push(Edge { kind, id: id.clone(), content });
        id
    }
}

/// A centred paragraph with the number of the page.
fn page_number(size: HalfPt) -> Element<'static> {
    let letters =
        || letters(&Run { text: String::new(), size, bold: false, italic: false, underline: false });
    let run = |content| Element::new("w:r").holding([letters(), content]);
    let mark = |kind| run(Element::new("w:fldChar").with("w:fldCharType", kind));
    let text = |name, text| Element::new(name).with("xml:space", "preserve").holding([Node::Raw(text)]);
    let spacing = LineSpacing::new().before(0).after(0).line_rule(LineSpacingType::Auto).line(240);
    let properties = Element::new("w:pPr").holding([
        property(&spacing),
        property(&Justification::new("center")),
        letters().into(),
    ]);
    Element::new("w:p").holding([
        properties,
        mark("begin"),
        run(text("w:instrText", " PAGE ".into())),
        mark("separate"),
        run(text("w:t", "2".into())),
        mark("end"),
    ])
}

/// A line from margin to margin and what stands under it.
fn foot(section: &Section, shapes: &mut Shapes) -> Vec<Element<'static>> {
    let room = section.page.text_width();
    let line = shapes.draw(&DrawnRule { length: Twips(room.0.max(0)), gap: Twips::ZERO, left: None });
    let under = paragraph::stack(&section.foot, room, false, shapes);
    let line = paragraph::low(styles::RULE, paragraph::LOWEST, Twips::ZERO, true).holding([line]);
    [line].into_iter().chain(under).collect()
}
