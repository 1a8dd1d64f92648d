//! A table from elsewhere into the table of tasks.

use super::{Column, Line, item_mut, lines};
use crate::export::escape;
use crate::import;
use crate::plan::{Deadline, Detail, Item, Plan, RowId, TaskRow, one_line};
use crate::vietnamese::ascii;

/// A table as it was copied elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells {
    /// Its rows, where its heads say which column is what.
    tasks: Option<Vec<TaskRow>>,
    /// The texts of its cells.
    rows: Vec<Vec<String>>,
}

/// What was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// How many rows.
    pub rows: usize,
    /// How many columns.
    pub columns: usize,
    /// How many columns had no place on the right.
    pub left_out: usize,
    /// The last row that was filled.
    pub last: RowId,
}

impl Cells {
    /// The table that a page of XHTML is, as Word and Excel copy it; `text` is the same as plain text.
    /// `None` where it is no table, or has text beside it.
    pub fn copied(xhtml: &str, text: &str) -> Option<Cells> {
        match import::table(xhtml) {
            Some(import::PastedTable { tasks, cells }) => Some(Cells { tasks, rows: cells }),
            // A column alone reads as text.
            None if xhtml.contains("<table") && text.trim_end().contains('\n') => {
                Some(Cells { tasks: None, rows: split(text) })
            }
            None => Cells::tabbed(text),
        }
    }

    /// The table that a text with tabs is; `None` where it has none.
    pub fn tabbed(text: &str) -> Option<Cells> {
        let text = text.trim_end_matches(['\r', '\n']);
        if !text.contains('\t') {
            return None;
        }
        let rows = split(text);
        let tasks = import::table(&xhtml(&rows)).and_then(|table| table.tasks);
        Some(Cells { tasks, rows })
    }

    /// Its rows by column: from `first` on to the right, or by its heads. Blank cells of a table with
    /// heads say nothing, others are blank.
    fn by_column(&self, first: Column) -> (Vec<Vec<(Column, String)>>, usize) {
        if let Some(tasks) = &self.tasks {
            return (tasks.iter().map(told).collect(), 0);
        }
        let mut rows = self.rows.as_slice();
        let mut columns: Vec<Option<Column>> = Vec::new();
        let heads: Vec<(bool, Option<Column>)> = rows
            .first()
            .into_iter()
            .flatten()
            .map(|head| (head.trim().is_empty() || is_number_head(head), Column::of(head)))
            .collect();
        let named = heads.iter().filter(|(_, column)| column.is_some()).count();
        let is_short = |row: &Vec<String>| row.iter().all(|head| head.chars().count() < 40);
        if named > 0
            && heads.iter().all(|(blank, column)| *blank || column.is_some())
            && rows.len() > 1
            && rows.first().is_some_and(is_short)
        {
            columns = heads.into_iter().map(|(_, column)| column).collect();
            rows = rows.get(1..).unwrap_or_default();
        } else {
            // Our own numbers, and those of most tables.
            let numbers = |at: usize| {
                let numbered = rows.iter().enumerate().all(|(i, row)| {
                    row.get(at)
                        .is_some_and(|text| text.trim().trim_end_matches(['.', ')']).parse() == Ok(i + 1))
                });
                first == Column::Content && numbered && rows.iter().any(|row| row.len() > at + 1)
            };
            if numbers(0) {
                columns.push(None);
            }
            columns.extend(Column::ALL.into_iter().skip_while(|column| *column != first).map(Some));
        }
        let width = rows
            .iter()
            .map(|row| row.iter().rposition(|text| !text.trim().is_empty()).map_or(0, |at| at + 1))
            .max()
            .unwrap_or(0);
        let placed = rows.iter().map(|row| {
            let cells = row.iter().take(width).zip(&columns);
            cells.filter_map(|(text, column)| Some(((*column)?, text.trim().to_owned()))).collect()
        });
        (placed.collect(), width.saturating_sub(columns.len()))
    }
}

/// What a row of a table with heads says; what has no column of its own goes under the content.
fn told(row: &TaskRow) -> Vec<(Column, String)> {
    let mut item = Item { text: row.content.clone(), task: Some(row.task.clone()), ..Item::default() };
    let note = one_line(&row.note);
    if !note.is_empty() {
        let mark = if note.contains(':') { "" } else { "Ghi chú: " };
        item.text = format!("{}\n{mark}{note}", item.text).trim().to_owned();
    }
    let cells = Column::ALL.into_iter().map(|column| (column, column.text(&item).trim().to_owned()));
    cells.filter(|(_, text)| !text.is_empty()).collect()
}

fn is_number_head(head: &str) -> bool {
    matches!(ascii(head.trim()).as_str(), "tt" | "stt" | "so tt")
}

/// Puts a table in: from the cell of task `at` in `column` on to the right and down the tasks of its
/// group, with as many new ones behind them as it takes. `None` where there is nothing to put in.
pub fn paste(plan: &mut Plan, at: RowId, column: Column, cells: &Cells) -> Option<Pasted> {
    let (rows, left_out) = cells.by_column(column);
    let is_blank = |row: &Vec<(Column, String)>| row.iter().all(|(_, text)| text.is_empty());
    let rows = rows.get(..=rows.iter().rposition(|row| !is_blank(row))?)?;
    let mut free = following(plan, at).into_iter();
    let mut filled = Pasted { rows: 0, columns: 0, left_out, last: at };
    let mut columns: Vec<Column> = Vec::new();
    for row in rows {
        let id = match free.next() {
            Some(id) => id,
            None if is_blank(row) => continue,
            None => super::add_below(plan, filled.last)?,
        };
        filled.last = id;
        if is_blank(row) {
            // A gap leaves what stands there.
            continue;
        }
        let Some(item) = item_mut(plan, id) else { continue };
        for (column, text) in row {
            let official =
                (*column == Column::Detail(Detail::Deadline)).then(|| Deadline::official(text)).flatten();
            column.write(item, official.unwrap_or_else(|| text.clone()));
            if !columns.contains(column) {
                columns.push(*column);
            }
        }
        filled.rows += 1;
    }
    filled.columns = columns.len();
    Some(filled)
}

/// A task and those below it in its group.
fn following(plan: &Plan, at: RowId) -> Vec<RowId> {
    let lines =
        lines(plan).into_iter().skip_while(|line| !matches!(line, Line::Task { id, .. } if *id == at));
    let tasks = lines.map_while(|line| match line {
        Line::Task { id, .. } => Some(id),
        Line::Group { .. } => None,
    });
    tasks.collect()
}

/// The rows of a text with tabs. A cell in quotes may hold line breaks, as Excel copies them.
fn split(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        let Some(row) = rows.last_mut() else { break };
        let Some(cell) = row.last_mut() else { break };
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() && closes(letters.clone()) => quoted = true,
            '\t' if !quoted => row.push(String::new()),
            '\n' if !quoted => rows.push(vec![String::new()]),
            '\r' => {}
            _ => cell.push(letter),
        }
    }
    rows
}

/// Whether the quote before these letters is that of a cell: another one ends it before a tab or a line
/// break.
fn closes(mut letters: std::iter::Peekable<std::str::Chars>) -> bool {
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            ('"', Some('"')) => drop(letters.next()),
            ('"', None | Some('\t' | '\n' | '\r')) => return true,
            ('"', Some(_)) => return false,
            _ => {}
        }
    }
    false
}

fn xhtml(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| format!("<td>{}</td>", escape(text).replace('\n', "<br/>"));
    let row = |row: &Vec<String>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
    format!("<table>{}</table>", rows.iter().map(row).collect::<String>())
}
