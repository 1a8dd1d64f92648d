//! A document as a Word file: tree, parts, zip.
//!
//! The skeleton of the text is our own: [`body`] and the [`paragraph`]s, [`table`]s and drawn
//! lines in it, over the small tree in [`xml`]; the page numbers and the foot of first pages are
//! [`edges`]. docx-rs writes the properties, one by one ([`properties`], [`styles`]): its own
//! paragraphs, runs and tables would bring all they can hold into the program, comments,
//! drawings, tracked changes, and it puts their children in no order. The small parts around the
//! text are written whole ([`parts`]); [`zip`] packs them.

mod body;
mod edges;
mod frame;
mod grid;
mod paragraph;
mod parts;
mod properties;
mod rule;
mod styles;
mod table;
mod xml;
mod zip;

use super::{DocxOptions, ExportError};
use crate::document::Document;

pub use parts::DRAFT_NAMESPACE;
pub(crate) use xml::escape;
pub(crate) use zip::crc32;

/// A file inside the package.
struct Part {
    name: String,
    content: String,
}

impl Part {
    fn new(name: impl Into<String>, content: impl Into<String>) -> Part {
        Part { name: name.into(), content: content.into() }
    }
}

/// The Word file of a document, ready to be saved as `.docx`.
///
/// Pure: the same document and options give the same bytes. Characters that XML forbids
/// are left out.
///
/// # Errors
///
/// [`ExportError::Part`] when a part or the whole is larger than a zip can hold, 4 GB.
pub fn docx(document: &Document, options: &DocxOptions) -> Result<Vec<u8>, ExportError> {
    let mut shapes = rule::Shapes::default();
    let edges = edges::Edges::of(document, &mut shapes);
    let mut parts = vec![
        parts::types(&edges, options),
        Part::new("word/document.xml", body::part(document, &edges, &mut shapes)),
        Part::new("word/styles.xml", styles::part(document)),
    ];
    parts.extend(parts::around(document, options, edges));
    zip::pack(&parts)
}

#[cfg(test)]
mod tests;
