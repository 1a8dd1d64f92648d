//! A document as plain text.

use crate::document::Document;

/// The text of a document, a paragraph a line.
pub fn text(document: &Document) -> String {
    let _ = document;
    String::new()
}
