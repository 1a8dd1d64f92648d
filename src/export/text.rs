//! A document as plain text.

use crate::document::{Block, Document, Paragraph};

/// The text of a document: a paragraph a line, tables row by row and cell by cell.
///
/// A line broken inside its paragraph is joined again with a space.
pub fn text(document: &Document) -> String {
    let mut out = String::new();
    for block in document.sections.iter().flat_map(|section| &section.blocks) {
        match block {
            Block::Paragraph(paragraph) => push_line(&mut out, paragraph),
            Block::Table(table) => table
                .rows
                .iter()
                .flat_map(|row| row.cells.iter().flatten())
                .for_each(|paragraph| push_line(&mut out, paragraph)),
        }
    }
    out
}

fn push_line(out: &mut String, paragraph: &Paragraph) {
    let letters = paragraph.runs.iter().flat_map(|run| run.text.chars());
    out.extend(letters.map(|c| if matches!(c, '\n' | '\u{B}') { ' ' } else { c }));
    out.push('\n');
}
