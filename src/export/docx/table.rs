//! The tables of a document.

use super::grid::{self, Look};
use super::paragraph;
use super::rule::Shapes;
use super::xml::{Element, flag};
use crate::document::{Paragraph, Row, RowRoom, Table, row_rooms};
use crate::format::Twips;

/// Borders of tables: 0.5 pt, in eighths of a point.
const BORDER: u8 = 4;
/// Room that a row has to leave on a page not to be cut, in points: programs differ by as much
/// in the height of a page full of lines.
const SPARE: f32 = 12.0;

/// A table on pages whose text is `height` high. `hold` keeps its last row on one page with
/// what follows.
pub(super) fn table(table: &Table, height: Twips, hold: bool, shapes: &mut Shapes) -> Element<'static> {
    let border = if table.kind.has_borders() { BORDER } else { 0 };
    let look = Look { align: "left", indent: Twips::ZERO, border, padding: table.padding };
    let last = table.rows.len().saturating_sub(1);
    let rows = bonds(table, height).into_iter().zip(&table.rows).enumerate().map(|(place, (bond, row))| {
        let bond = Bond { hold: bond.hold || hold && place == last, ..bond };
        build_row(table, row, table.rows.get(place + 1), bond, shapes)
    });
    grid::table(&table.columns, &look).holding(rows)
}

/// What stays on one page.
#[derive(Clone, Copy)]
struct Bond {
    /// The row itself.
    whole: bool,
    /// The row with what follows it.
    hold: bool,
}

fn build_row(
    table: &Table,
    row: &Row,
    below: Option<&Row>,
    bond: Bond,
    shapes: &mut Shapes,
) -> Element<'static> {
    let mut build = |width: Twips, paragraphs: &[Paragraph], properties: Vec<Element<'static>>| {
        let mut content = paragraph::stack(paragraphs, width - table.padding * 2, bond.hold, shapes);
        if content.is_empty() {
            content.push(paragraph::filler(Twips::ZERO, bond.hold));
        }
        grid::cell(width, properties, content)
    };
    let (mut cells, mut next) = (Vec::new(), 0);
    for (column, cell) in row.placed() {
        let Some(rest @ [_, ..]) = table.columns.get(column..) else { break };
        let span = cell.span.clamp(1, rest.len());
        next = column + span;
        let goes_on = below.is_some_and(|below| below.goes_on_at(column));
        let properties = span_properties(span, cell.goes_on(), goes_on);
        cells.push(build(rest.iter().take(span).copied().sum(), &cell.paragraphs, properties));
    }
    // Columns of which the row says nothing.
    cells.extend(table.columns.iter().skip(next).map(|&width| build(width, &[], Vec::new())));
    let mut properties = Vec::new();
    properties.extend(bond.whole.then(|| flag("w:cantSplit")));
    properties.extend(row.header.then(|| flag("w:tblHeader")));
    grid::row(properties, cells)
}

/// What makes a cell take several columns or rows, in the order of CT_TcPr.
fn span_properties(span: usize, merged: bool, goes_on: bool) -> Vec<Element<'static>> {
    let mut properties = Vec::new();
    if span > 1 {
        properties.push(Element::new("w:gridSpan").with("w:val", span.to_string()));
    }
    if merged {
        properties.push(Element::new("w:vMerge"));
    } else if goes_on {
        properties.push(Element::new("w:vMerge").with("w:val", "restart"));
    }
    properties
}

/// What stays on one page: rows for which a page of this text height has room below the headers
/// that it repeats, and rows over whose bottom the text of a cell runs on. LibreOffice lets a row
/// that must not be cut run over the edge of the page.
fn bonds(table: &Table, room: Twips) -> Vec<Bond> {
    let rooms = row_rooms(table);
    let headers = table.rows.iter().take_while(|row| row.header).count();
    let repeated: f32 = rooms.iter().take(headers).map(|row| row.height).sum();
    let above = |place: usize| if place < headers { 0.0 } else { repeated };
    let bond = |(place, row): (usize, RowRoom)| Bond {
        whole: above(place) + row.height <= room.to_pt() - SPARE,
        hold: row.runs_on,
    };
    rooms.into_iter().enumerate().map(bond).collect()
}
