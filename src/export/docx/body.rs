//! `word/document.xml`: the sections one after the other.

use docx_rs::{PageMargin, PageNumType, PageOrientationType, PageSize};

use super::edges::Edges;
use super::properties::unsigned;
use super::rule::Shapes;
use super::xml::{self, Element, Node, flag, property};
use super::{paragraph, table};
use crate::document::{Block, Document, PageSetup, Section};

/// The part with all the text between the margins.
pub(super) fn part(document: &Document, edges: &Edges, shapes: &mut Shapes) -> String {
    let mut body = Element::new("w:body");
    for (place, section) in document.sections.iter().enumerate() {
        let mut blocks = blocks(section, shapes);
        let property = section_property(&section.page, edges.references(place));
        if place + 1 == document.sections.len() {
            blocks.push(property);
        } else if let Some(Node::Element(last)) = blocks.last_mut().and_then(|last| last.children.first_mut())
        {
            // Every section but the last ends in its last paragraph.
            last.push(property);
        }
        body = body.holding(blocks);
    }
    xml::part("w:document", &xml::NAMESPACES, [body])
}

/// The blocks of a section; the last is always a paragraph, because Word wants one behind a
/// table and the section's end has to stand in one.
fn blocks(section: &Section, shapes: &mut Shapes) -> Vec<Element<'static>> {
    let mut pieces: Vec<Element> = Vec::new();
    let behind_table = |pieces: &[Element]| pieces.last().is_some_and(|last| last.name == "w:tbl");
    let shown = section.blocks.iter().filter(|block| match block {
        Block::Paragraph(_) => true,
        Block::Table(table) => !table.columns.is_empty() && !table.rows.is_empty(),
    });
    let mut shown = shown.peekable();
    while let Some(block) = shown.next() {
        match block {
            Block::Paragraph(paragraph) => {
                pieces.extend(paragraph::pieces(paragraph, section.page.text_width(), shapes));
            }
            Block::Table(table) => {
                // Word joins tables that touch.
                if behind_table(&pieces) {
                    pieces.push(paragraph::filler(false));
                }
                // On a page that the table fills to the brim, the paragraph behind it would make
                // an empty page of its own.
                let hold = shown.peek().is_none();
                pieces.push(table::table(table, section.page.text_height(), hold, shapes));
            }
        }
    }
    if pieces.is_empty() || behind_table(&pieces) {
        pieces.push(paragraph::filler(false));
    }
    pieces
}

/// Paper, margins and numbering of a section, in the order of CT_SectPr.
fn section_property(page: &PageSetup, references: Vec<Node<'static>>) -> Element<'static> {
    let size = PageSize::new().size(unsigned(page.width), unsigned(page.height));
    let landscape = page.width > page.height;
    let size = if landscape { size.orient(PageOrientationType::Landscape) } else { size };
    let margins = PageMargin {
        top: page.top.0,
        left: page.left.0,
        bottom: page.bottom.0,
        right: page.right.0,
        header: page.number_distance.0,
        footer: page.number_distance.0,
        gutter: 0,
    };
    Element::new("w:sectPr").holding(references).holding([
        Element::new("w:type").with("w:val", "nextPage").into(),
        property(&size),
        property(&margins),
        property(&PageNumType::new().start(1)),
        Element::new("w:cols").with("w:space", "425").with("w:num", "1").into(),
        flag("w:titlePg"),
    ])
}
