//! `word/document.xml`: the sections one after the other.

use docx_rs::{PageMargin, PageNumType, PageOrientationType, PageSize};

use super::edges::Edges;
use super::properties::unsigned;
use super::rule::Shapes;
use super::xml::{self, Element, Node, flag, property};
use super::{paragraph, table};
use crate::document::{Block, Document, PageSetup, Section};
use crate::format::Twips;

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
    let shown = section.blocks.iter().filter(|block| match block {
        Block::Paragraph(_) => true,
        Block::Table(table) => !table.columns.is_empty() && !table.rows.is_empty(),
    });
    let shown: Vec<&Block> = shown.collect();
    let together = |a: &&Block, b: &&Block| matches!((a, b), (Block::Paragraph(_), Block::Paragraph(_)));
    let mut groups = shown.chunk_by(together).peekable();
    let mut pieces = Vec::new();
    while let Some(group) = groups.next() {
        if let [Block::Table(table)] = group {
            // On a page that the table fills to the brim, the paragraph behind it would make an
            // empty page of its own.
            let hold = groups.peek().is_none();
            pieces.push(table::table(table, section.page.text_height(), hold, shapes));
            // Word joins tables that touch.
            if matches!(groups.peek(), None | Some([Block::Table(_)])) {
                pieces.push(paragraph::filler(Twips::ZERO, false));
            }
        } else {
            let paragraphs = group.iter().filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph),
                Block::Table(_) => None,
            });
            pieces.extend(paragraph::stack(paragraphs, section.page.text_width(), false, shapes));
        }
    }
    if pieces.is_empty() {
        pieces.push(paragraph::filler(Twips::ZERO, false));
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
