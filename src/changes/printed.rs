//! The paragraphs of a document in the order in which a reader takes them in.

use crate::document::{Block, Cell, Document, Paragraph, Role, Table, TableKind};
use crate::format::Twips;
use crate::import::look::Under;

/// A paragraph, a row of a table of tasks or the whole of another table, as it is printed.
pub struct Printed<'a> {
    /// What it is; of a table, that of its cells.
    pub role: Role,
    /// The paragraph; `None` of a table.
    pub paragraph: Option<&'a Paragraph>,
    /// Its text on one line.
    pub text: String,
    /// What closes it off.
    pub under: Under,
    /// Whether it stands in a table.
    pub in_table: bool,
    /// Its section, from 0.
    pub section: usize,
    /// The room between the margins.
    pub room: Twips,
}

/// All of them but the feet of pages. Tables that put sides beside each other are read column
/// by column.
pub fn paragraphs(document: &Document) -> Vec<Printed<'_>> {
    let mut all = Vec::new();
    for (section, pages) in document.sections.iter().enumerate() {
        let room = pages.page.text_width();
        for block in &pages.blocks {
            match block {
                Block::Paragraph(paragraph) => push(&mut all, paragraph, false, section, room),
                Block::Table(table) if table.kind == TableKind::Tasks => {
                    let rows = table.rows.iter().filter(|row| !row.header);
                    // A row has its number by its place.
                    all.extend(rows.map(|row| of_cells(row.cells.iter().skip(1), section, room)));
                }
                Block::Table(table) if table.kind == TableKind::Content => {
                    all.push(of_cells(table.rows.iter().flat_map(|row| &row.cells), section, room));
                }
                Block::Table(table) => {
                    by_columns(table).for_each(|paragraph| push(&mut all, paragraph, true, section, room));
                }
            }
        }
    }
    all
}

fn push<'a>(
    all: &mut Vec<Printed<'a>>,
    paragraph: &'a Paragraph,
    in_table: bool,
    section: usize,
    room: Twips,
) {
    let text = text(paragraph);
    match all.last_mut() {
        // Characters that close off the paragraph above.
        Some(above) if !text.contains(char::is_alphanumeric) => above.under = Under::Typed,
        _ => {
            let under = if paragraph.rule.is_some() { Under::Drawn } else { Under::Nothing };
            let (role, paragraph) = (paragraph.role, Some(paragraph));
            all.push(Printed { role, paragraph, text, under, in_table, section, room });
        }
    }
}

fn of_cells<'a>(cells: impl Iterator<Item = &'a Cell>, section: usize, room: Twips) -> Printed<'a> {
    let text = cells.flatten().map(text).collect::<Vec<_>>().join(" ");
    let (role, under) = (Role::TableCell, Under::Nothing);
    Printed { role, paragraph: None, text, under, in_table: true, section, room }
}

fn by_columns(table: &Table) -> impl Iterator<Item = &Paragraph> {
    (0..table.columns.len())
        .flat_map(|column| table.rows.iter().filter_map(move |row| row.cells.get(column)).flatten())
}

fn text(paragraph: &Paragraph) -> String {
    paragraph.runs.iter().map(|run| run.text.as_str()).collect()
}
