//! The tables of a document.

use super::grid::{self, Look};
use super::paragraph;
use super::rule::Shapes;
use super::xml::{Element, flag};
use crate::document::{Row, Table, TableKind, row_heights};
use crate::format::Twips;

/// Borders of a table of tasks: 0.5 pt, in eighths of a point.
const BORDER: u8 = 4;
/// Room that a row has to leave on a page not to be cut, in points: programs differ by as much
/// in the height of a page full of lines.
const SPARE: f32 = 12.0;

/// A table on pages whose text is `height` high. `hold` keeps its last row on one page with
/// what follows.
pub(super) fn table(table: &Table, height: Twips, hold: bool, shapes: &mut Shapes) -> Element<'static> {
    let border = match table.kind {
        TableKind::Tasks => BORDER,
        TableKind::Header | TableKind::Signing => 0,
    };
    let look = Look { align: "left", indent: Twips::ZERO, border, padding: table.padding };
    let last = table.rows.len().saturating_sub(1);
    let rows = table.rows.iter().zip(whole_rows(table, height)).enumerate();
    let rows = rows.map(|(place, (row, whole))| build_row(table, row, whole, hold && place == last, shapes));
    grid::table(&table.columns, &look).holding(rows)
}

fn build_row(table: &Table, row: &Row, whole: bool, hold: bool, shapes: &mut Shapes) -> Element<'static> {
    let cells = table.columns.iter().enumerate().map(|(i, &width)| {
        let room = width - table.padding * 2;
        let paragraphs = row.cells.get(i).into_iter().flatten();
        let mut content = paragraph::stack(paragraphs, room, hold, shapes);
        if content.is_empty() {
            content.push(paragraph::filler(Twips::ZERO, hold));
        }
        grid::cell(width, [], content)
    });
    let cells = cells.collect();
    let mut properties = Vec::new();
    properties.extend(whole.then(|| flag("w:cantSplit")));
    properties.extend(row.header.then(|| flag("w:tblHeader")));
    grid::row(properties, cells)
}

/// Which rows of a table stay on one page: those for which a page of this text height has
/// room below the headers that it repeats. LibreOffice lets a row that must not be cut run over
/// the edge of the page.
fn whole_rows(table: &Table, room: Twips) -> Vec<bool> {
    let heights = row_heights(table);
    let headers = table.rows.iter().take_while(|row| row.header).count();
    let repeated: f32 = heights.iter().take(headers).sum();
    let above = |place: usize| if place < headers { 0.0 } else { repeated };
    let fits = |(place, height): (usize, f32)| above(place) + height <= room.to_pt() - SPARE;
    heights.into_iter().enumerate().map(fits).collect()
}
