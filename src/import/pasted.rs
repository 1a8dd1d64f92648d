//! A table from the clipboard, alone.

use super::docx::document::{Block, plain_text};
use super::docx::tasks;
use super::html;
use crate::plan::TaskRow;

/// A table that was copied elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PastedTable {
    /// Its rows as tasks, where its heads say which column is what.
    pub tasks: Option<Vec<TaskRow>>,
    /// The texts of its cells, row by row; of a cell over several columns the others are blank, of one
    /// over several rows all have its text.
    pub cells: Vec<Vec<String>>,
}

/// Reads a page of XHTML that is one table, or several one under the other, and no text beside them.
/// A table of one column counts as text.
///
/// ```
/// let page = "<table><tr><td>Tập huấn</td><td>Văn phòng</td></tr></table>";
/// let table = ke_hoach::import::table(page).ok_or("no table")?;
/// assert_eq!(table.cells, [["Tập huấn", "Văn phòng"]]);
/// assert_eq!(ke_hoach::import::table("<p>Tập huấn</p>"), None);
/// # Ok::<(), &str>(())
/// ```
pub fn table(xhtml: &str) -> Option<PastedTable> {
    let blocks = html::blocks(xhtml).ok()?;
    let mut rows = Vec::new();
    for block in blocks {
        match block {
            Block::Table(table) => rows.extend(table),
            block if plain_text(std::slice::from_ref(&block)).trim().is_empty() => {}
            _ => return None,
        }
    }
    let width = rows.iter().flatten().map(|cell| cell.column + 1).max()?;
    let mut cells: Vec<Vec<String>> = Vec::new();
    for row in &rows {
        let mut texts = vec![String::new(); width];
        for cell in row {
            let text = tasks::text(cell);
            let above = cells
                .last()
                .and_then(|above| above.get(cell.column))
                .filter(|_| cell.merged && text.is_empty());
            let text = above.cloned().unwrap_or(text);
            if let Some(place) = texts.get_mut(cell.column) {
                *place = text;
            }
        }
        cells.push(texts);
    }
    Some(PastedTable { tasks: tasks::read(&rows).map(|table| table.rows), cells })
}
