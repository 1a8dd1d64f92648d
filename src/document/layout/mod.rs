//! Lines and pages: a [`Document`] broken as the printer breaks it.
//!
//! `lines` breaks one paragraph into lines, `table` measures a table's rows, and `flow`
//! puts lines and rows on pages.

mod flow;
mod lines;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use table::{RowRoom, row_rooms};

use super::*;

/// One page, everything on it placed. Lengths in points from the top left corner of the paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Width of the paper.
    pub width: f32,
    /// Height of the paper.
    pub height: f32,
    /// The page number printed in the top margin, if any, as a line of its own.
    pub number: Option<Line>,
    /// The lines of text in reading order (a table row cell by cell).
    pub lines: Vec<Line>,
    /// Solid lines: under texts, and the borders of tables.
    pub rules: Vec<PlacedRule>,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The baseline, from the top of the paper.
    pub baseline: f32,
    /// What the paragraph is in the plan.
    pub role: Role,
    /// The pieces of the line, left to right; spaces at a break are dropped.
    pub segments: Vec<Segment>,
}

/// Letters of one look on a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Left edge.
    pub x: f32,
    /// Width as printed, justified spaces included.
    pub width: f32,
    /// Letters and look; no line breaks inside.
    pub run: Run,
    /// What justification adds to each space.
    pub word_spacing: f32,
}

/// A solid line from `(x1, y1)` to `(x2, y2)`, horizontal or upright.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct PlacedRule {
    pub x1: f32,
    pub y1: f32,
    pub x2: f32,
    pub y2: f32,
}

impl Line {
    /// The text of the line.
    pub fn text(&self) -> String {
        self.segments.iter().map(|segment| segment.run.text.as_str()).collect()
    }

    fn moved(mut self, dx: f32, dy: f32) -> Line {
        self.baseline += dy;
        for segment in &mut self.segments {
            segment.x += dx;
        }
        self
    }
}

impl PlacedRule {
    fn moved(self, dx: f32, dy: f32) -> PlacedRule {
        PlacedRule { x1: self.x1 + dx, y1: self.y1 + dy, x2: self.x2 + dx, y2: self.y2 + dy }
    }
}

/// Breaks a document into lines and pages. Each section begins a new page; a section
/// without blocks is an empty one.
pub fn paginate(document: &Document) -> Vec<Page> {
    document.sections.iter().flat_map(flow::pages).collect()
}
