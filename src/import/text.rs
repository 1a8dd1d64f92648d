//! Plain text into a plan.

use super::Imported;

/// Reads the text of a plan.
pub fn text(source: &str) -> Imported {
    let _ = source;
    Imported::default()
}
