//! A document as a Word file: tree, parts, zip.
//!
//! docx-rs builds the tree of the text and the styles ([`tree`], [`styles`]), each written by
//! itself: its `Docx` would bring every part it knows into the program. The pass in
//! [`schema`] puts right what it cannot say or says in the wrong order; the small parts
//! around them are written whole ([`parts`]); [`zip`] packs them.

mod parts;
mod rule;
mod schema;
mod styles;
mod tree;
mod xml;
mod zip;

use docx_rs::BuildXML;

use super::{DocxOptions, ExportError};
use crate::document::Document;

pub use parts::DRAFT_NAMESPACE;

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
/// [`ExportError::Part`] when a part comes out malformed; no document is known to do that.
pub fn docx(document: &Document, options: &DocxOptions) -> Result<Vec<u8>, ExportError> {
    let headers = parts::Headers::of(document);
    let tree::Tree { document: text, rules } = tree::build(document, &headers);

    let mut parts = vec![
        parts::types(&headers, options),
        Part::new("word/document.xml", schema::document(&text.build(), rules)?),
        Part::new("word/styles.xml", schema::styles(&styles::build(document).build())?),
    ];
    parts.extend(parts::around(document, options, &headers));
    zip::pack(&parts)
}

#[cfg(test)]
mod tests;
