//! What all tables are made of. Fixed layout, and widths that agree everywhere, in twentieths
//! of a point: else LibreOffice, WPS and Word Online shrink them.

use docx_rs::{
    Justification, TableCellMargins, TableCellWidth, TableIndent, TableLayout, TableLayoutType, TableWidth,
    WidthType,
};

use super::properties::unsigned;
use super::xml::{Element, Node, property};
use crate::format::Twips;

/// The sides of a cell in the order of CT_TblBorders.
const SIDES: [&str; 6] = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];

/// How a table stands and looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// Word's name of the alignment between the edges of the column: "left", "center".
    pub align: &'static str,
    /// From the left edge of the column, where it stands "left".
    pub indent: Twips,
    /// Thickness of all borders, in eighths of a point; 0 is without.
    pub border: u8,
    /// Left and right of the text in each cell.
    pub padding: Twips,
}

/// A table of these columns, without rows.
pub(super) fn table(columns: &[Twips], look: &Look) -> Element<'static> {
    let width = wide(columns.iter().copied().sum());
    let padding = wide(look.padding);
    let properties = Element::new("w:tblPr").holding([
        property(&TableWidth::new(width, WidthType::Dxa)),
        property(&Justification::new(look.align)),
        property(&TableIndent::new(look.indent.0, WidthType::Dxa)),
        borders(look.border).into(),
        property(&TableLayout::new(TableLayoutType::Fixed)),
        property(&TableCellMargins::new().margin(0, padding, 0, padding)),
    ]);
    let columns =
        columns.iter().map(|&width| Element::new("w:gridCol").with("w:w", unsigned(width).to_string()));
    Element::new("w:tbl").holding([properties, Element::new("w:tblGrid").holding(columns)])
}

/// A row with these properties and cells.
pub(super) fn row(properties: Vec<Node<'static>>, cells: Vec<Element<'static>>) -> Element<'static> {
    let properties = (!properties.is_empty()).then(|| Element::new("w:trPr").holding(properties));
    Element::new("w:tr").holding(properties).holding(cells)
}

/// A cell of this width with these further properties, holding `content`.
pub(super) fn cell(
    width: Twips,
    properties: impl IntoIterator<Item = Element<'static>>,
    content: Vec<Element<'static>>,
) -> Element<'static> {
    let width = property(&TableCellWidth::new(wide(width), WidthType::Dxa));
    let properties = Element::new("w:tcPr").holding([width]).holding(properties);
    Element::new("w:tc").holding([properties]).holding(content)
}

fn borders(thickness: u8) -> Element<'static> {
    let kind = if thickness == 0 { "nil" } else { "single" };
    let border = |side| {
        let border = Element::new(side).with("w:val", kind).with("w:sz", thickness.to_string());
        border.with("w:space", "0").with("w:color", "000000")
    };
    Element::new("w:tblBorders").holding(SIDES.map(border))
}

fn wide(length: Twips) -> usize {
    usize::try_from(length.0).unwrap_or(0)
}
