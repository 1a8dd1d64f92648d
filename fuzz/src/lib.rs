//! What both targets share: how a Word file is built of bytes, and what must hold of a reading.

pub mod build;
pub mod checks;
pub mod words;

#[path = "../../tests/import/word.rs"]
#[allow(dead_code)]
mod word;
