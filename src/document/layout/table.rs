//! A table measured: rows as high as their tallest cell.

use super::lines::{SetLine, set_lines};
use super::*;

/// Thickness of a table's borders, in points. Text begins below the border above its row.
const BORDER: f32 = 0.5;

/// A table whose texts are broken into lines. Lengths from its left edge.
#[derive(Debug)]
pub(super) struct SetTable {
    pub rows: Vec<SetRow>,
    /// How many rows at the top are repeated on each page.
    pub headers: usize,
    /// The edges of the columns, if they are drawn.
    pub borders: Option<Vec<f32>>,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct SetRow {
    pub height: f32,
    pub cells: Vec<SetCell>,
    /// Stays on one page with what follows.
    pub keep_next: bool,
}

/// A cell: lines of text with the top of each, from the row's top.
#[derive(Debug)]
pub(super) struct SetCell {
    /// Left edge of the text.
    pub x: f32,
    pub lines: Vec<(f32, SetLine)>,
}

/// Breaks the texts of a table into lines.
pub(super) fn set_table(table: &Table) -> SetTable {
    let padding = table.padding.to_pt();
    let edges: Vec<f32> = table
        .columns
        .iter()
        .scan(0.0, |edge, width| {
            *edge += width.to_pt();
            Some(*edge)
        })
        .collect();
    let edges: Vec<f32> = std::iter::once(0.0).chain(edges).collect();
    let border = if table.kind == TableKind::Tasks { BORDER } else { 0.0 };
    let mut rows: Vec<SetRow> = table.rows.iter().map(|row| set_row(row, &edges, padding, border)).collect();
    if let Some(last) = rows.last_mut() {
        last.height += border;
    }
    let headers = table.rows.iter().take_while(|row| row.header).count();
    SetTable {
        // A table of headers only has nothing to repeat them over.
        headers: if headers < rows.len() { headers } else { 0 },
        rows,
        borders: (table.kind == TableKind::Tasks).then_some(edges),
    }
}

/// The heights of a table's rows, in points, as they are where no page ends.
pub(crate) fn row_heights(table: &Table) -> Vec<f32> {
    set_table(table).rows.iter().map(|row| row.height).collect()
}

fn set_row(row: &Row, edges: &[f32], padding: f32, border: f32) -> SetRow {
    let end = edges.last().copied().unwrap_or_default();
    let mut height = 0.0_f32;
    let mut cells = Vec::with_capacity(row.cells.len());
    for (place, paragraphs) in row.cells.iter().enumerate() {
        // A cell beyond the last column has no width but keeps its text.
        let left = edges.get(place).copied().unwrap_or(end);
        let right = edges.get(place + 1).copied().unwrap_or(end);
        let (lines, bottom) = stack(paragraphs, right - left - 2.0 * padding, border);
        height = height.max(bottom);
        cells.push(SetCell { x: left + padding, lines });
    }
    let keep_next = row.cells.iter().flatten().any(|paragraph| paragraph.keep_next);
    SetRow { height, cells, keep_next }
}

/// Paragraphs one under the other from `top`: their lines with the top of each, and the
/// bottom of all.
pub(super) fn stack(paragraphs: &[Paragraph], width: f32, top: f32) -> (Vec<(f32, SetLine)>, f32) {
    let mut lines = Vec::new();
    let mut y = top;
    for paragraph in paragraphs {
        y += paragraph.before.to_pt();
        for line in set_lines(paragraph, width) {
            let bottom = y + line.room.height;
            lines.push((y, line));
            y = bottom;
        }
        y += paragraph.after.to_pt();
    }
    (lines, y)
}
