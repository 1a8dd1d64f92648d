//! A table measured: rows as high as their tallest cell.

use super::lines::{SetLine, set_lines};
use super::*;

/// Thickness of a table's borders, in points. Text begins below the border above its row.
const BORDER: f32 = 0.5;
/// Rounding of sums of heights that is not more text, in points.
const TOLERANCE: f32 = 0.05;

/// A table whose texts are broken into lines. Lengths from its left edge.
#[derive(Debug)]
pub(super) struct SetTable {
    pub rows: Vec<SetRow>,
    /// How many rows at the top are repeated on each page.
    pub headers: usize,
    /// Its right edge, if its borders are drawn.
    pub borders: Option<f32>,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct SetRow {
    pub height: f32,
    pub cells: Vec<SetCell>,
    /// The edges of its cells, left to right.
    pub edges: Vec<f32>,
    /// Where no line is drawn under it, because a cell goes on below.
    pub open: Vec<(f32, f32)>,
    /// How far lines of such cells hang over its bottom.
    pub overhang: f32,
    /// Stays on one page with what follows.
    pub keep_next: bool,
}

/// A cell: lines of text with the top of each, from the row's top.
#[derive(Debug)]
pub(super) struct SetCell {
    /// The column at which it begins.
    column: usize,
    /// Its left and right edge.
    edges: (f32, f32),
    /// Goes on from the cell above.
    merged: bool,
    /// Left edge of the text.
    pub x: f32,
    pub lines: Vec<(f32, SetLine)>,
    /// From the row's top to the bottom of the text.
    bottom: f32,
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
    let border = if table.kind.has_borders() { BORDER } else { 0.0 };
    let mut rows: Vec<SetRow> = table.rows.iter().map(|row| set_row(row, &edges, padding, border)).collect();
    go_on(&mut rows);
    if let Some(last) = rows.last_mut() {
        last.height += border;
    }
    let headers = table.rows.iter().take_while(|row| row.header).count();
    SetTable {
        // A table of headers only has nothing to repeat them over.
        headers: if headers < rows.len() { headers } else { 0 },
        rows,
        borders: table.kind.has_borders().then(|| edges.last().copied().unwrap_or_default()),
    }
}

/// What a row needs of a page.
pub(crate) struct RowRoom {
    /// Its height in points where no page ends in it.
    pub height: f32,
    /// Whether the text of a cell runs on over its bottom, so that no page should end there.
    pub runs_on: bool,
}

/// What the rows of a table need of a page.
pub(crate) fn row_rooms(table: &Table) -> Vec<RowRoom> {
    let room = |row: &SetRow| RowRoom { height: row.height, runs_on: row.overhang > 0.0 };
    set_table(table).rows.iter().map(room).collect()
}

/// Sets a row as high as its tallest cell.
fn set_row(row: &Row, edges: &[f32], padding: f32, border: f32) -> SetRow {
    // A cell beyond the last column has no width but keeps its text.
    let edge = |column: usize| edges.get(column).or(edges.last()).copied().unwrap_or_default();
    let mut cells = Vec::with_capacity(row.cells.len());
    let mut next = 0;
    for (column, cell) in row.placed() {
        next = column.saturating_add(cell.span.max(1));
        let (left, right) = (edge(column), edge(next));
        let (lines, bottom) = stack(&cell.paragraphs, right - left - 2.0 * padding, border);
        let (edges, merged) = ((left, right), cell.goes_on());
        cells.push(SetCell { column, edges, merged, x: left + padding, lines, bottom });
    }
    let mut drawn: Vec<f32> = cells.iter().filter_map(|cell| edges.get(cell.column)).copied().collect();
    drawn.extend(edges.iter().skip(next));
    if next >= edges.len() {
        drawn.extend(edges.last());
    }
    let keep_next = row.cells.iter().flatten().any(|paragraph| paragraph.keep_next);
    SetRow { height: 0.0, cells, edges: drawn, open: Vec::new(), overhang: 0.0, keep_next }
}

/// Gives rows their heights, and lets cells that go on below run through the rows under them. The
/// last of these grows where together they are too low, as in Word.
fn go_on(rows: &mut [SetRow]) {
    for at in 0..rows.len() {
        let (above, below) = rows.split_at_mut(at + 1);
        let Some(row) = above.last_mut() else { continue };
        for cell in &row.cells {
            if below.first().is_some_and(|below| place_below(cell, below).is_some()) {
                row.open.push(cell.edges);
            } else {
                row.height = row.height.max(cell.bottom);
            }
        }
    }
    for at in 0..rows.len() {
        for place in 0..rows[at].cells.len() {
            let cell = &rows[at].cells[place];
            let below = rows[at + 1..].iter().take_while(|row| place_below(cell, row).is_some()).count();
            let room: f32 = rows[at..=at + below].iter().map(|row| row.height).sum();
            let lacks = cell.bottom - room;
            if below > 0 && lacks > 0.0 {
                rows[at + below].height += lacks;
            }
        }
    }
    for at in 1..rows.len() {
        let (above, below) = rows.split_at_mut(at);
        if let (Some(row), Some(below)) = (above.last_mut(), below.first_mut()) {
            run_on(row, below);
        }
    }
}

/// Moves the lines that stand lower than a row into the cells that go on in the row below.
fn run_on(row: &mut SetRow, below: &mut SetRow) {
    for cell in &mut row.cells {
        let Some(place) = place_below(cell, below) else { continue };
        let stay = cell.lines.iter().take_while(|(top, _)| *top < row.height).count();
        let lower = cell.lines.split_off(stay);
        let lower = lower.into_iter().map(|(top, line)| (top - row.height, line));
        below.cells[place].lines.splice(0..0, lower);
        if let Some((top, line)) = cell.lines.last() {
            row.overhang = row.overhang.max(top + line.room.height - row.height - TOLERANCE);
        }
    }
    row.keep_next |= row.overhang > 0.0;
    // A line may be higher than the rows through which it runs.
    below.overhang = (row.overhang - below.height).max(0.0);
}

/// Place of the cell in which a cell of the row above goes on.
fn place_below(cell: &SetCell, below: &SetRow) -> Option<usize> {
    below.cells.iter().position(|other| other.merged && other.column == cell.column)
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
