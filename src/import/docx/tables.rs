//! Tables that are none of tasks: what makes a table of cells, and which rows are its heads.

use super::document::{Block, Cell, paragraphs};
use super::tasks::text;
use crate::import::marks::{self, Mark};
use crate::import::words::{begins, count, words};
use crate::plan::{Table, TableCell, lines};

/// Reads a table as the plan holds it; `None` of one that only puts text into boxes or columns.
pub fn read(rows: &[Vec<Cell>]) -> Option<Table> {
    let texts: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(text).collect()).collect();
    if !is_tabular(rows, &texts) {
        return None;
    }
    let end = rows.iter().flatten().map(|cell| cell.column + 1).max().unwrap_or(0);
    let cells = rows.iter().zip(&texts).map(|(row, texts)| {
        let blank = row.first().map_or(0, |cell| cell.column);
        let before = (blank > 0).then(|| TableCell { span: span(blank), ..TableCell::default() });
        let ends = row.iter().skip(1).map(|next| next.column).chain([end]);
        let own = row.iter().zip(texts).zip(ends).map(|((cell, text), end)| TableCell {
            text: text.clone(),
            span: span(end.saturating_sub(cell.column)),
            merged: cell.merged,
            ..TableCell::default()
        });
        before.into_iter().chain(own).collect()
    });
    Some(Table::new(span(heads(rows, &texts)), cells.collect()))
}

fn span(columns: usize) -> u32 {
    u32::try_from(columns).unwrap_or(u32::MAX)
}

/// Whether the cells of a table hold something each, by what stands in them.
fn is_tabular(rows: &[Vec<Cell>], texts: &[Vec<String>]) -> bool {
    let nested = rows.iter().flatten().flat_map(|cell| &cell.blocks);
    let nested = nested.into_iter().any(|block| matches!(block, Block::Table(_)));
    let filled = |row: &Vec<String>| row.iter().filter(|text| !text.is_empty()).count();
    // One cell after the other is text in a frame, side by side in one row text in columns.
    let sides = texts.iter().any(|row| filled(row) > 1);
    let several = texts.iter().filter(|row| filled(row) > 0).count() > 1;
    sides && several && !nested && !texts.iter().flatten().any(|text| is_of_a_plan(text)) && !is_list(texts)
}

/// Whether a cell holds parts of a plan: its căn cứ, or a section with what stands under it.
fn is_of_a_plan(text: &str) -> bool {
    let mut lines = lines(text).peekable();
    while let Some(line) = lines.next() {
        let section = marks::split(line).is_some_and(|marked| marked.mark == Mark::Section);
        if lines.peek().is_some() && (section || begins(line, &["can cu"])) {
            return true;
        }
    }
    false
}

/// Whether the rows are those of a list, dashes on the left and text on the right.
fn is_list(texts: &[Vec<String>]) -> bool {
    let dash = |text: &String| !text.is_empty() && !text.contains(char::is_alphanumeric);
    texts.iter().all(|row| matches!(row.as_slice(), [mark, _] if dash(mark)))
}

/// Words of the longest head.
const LONGEST: usize = 30;

/// How many rows at the top are heads: those in bold letters above others that are not, else one
/// that counts its column by "TT"; with all rows that a cell of theirs goes on into.
fn heads(rows: &[Vec<Cell>], texts: &[Vec<String>]) -> usize {
    let short = |row: &Vec<String>| row.iter().all(|text| count(text) <= LONGEST);
    let bold = rows.iter().zip(texts).take_while(|(row, texts)| is_bold(row) && short(texts)).count();
    let counted = texts.first().is_some_and(|row| {
        let number = |text: &String| {
            let words: Vec<String> = words(text).into_iter().map(|word| word.plain).collect();
            ["tt", "stt", "so tt"].contains(&words.join(" ").as_str())
        };
        row.iter().any(number) && short(row)
    });
    let mut heads = if bold > 0 && bold < rows.len() { bold } else { usize::from(counted) };
    while heads > 0 && rows.get(heads).is_some_and(|row| row.iter().any(|cell| cell.merged)) {
        heads += 1;
    }
    // A column that goes on to the bottom is not what tells heads.
    if heads < rows.len() { heads } else { usize::from(heads > 0) }
}

/// Whether all letters of a row are bold, and there are any.
fn is_bold(row: &[Cell]) -> bool {
    let lines = row.iter().flat_map(|cell| paragraphs(&cell.blocks)).flat_map(|paragraph| paragraph.lines());
    let mut lines = lines.filter(|line| line.text.contains(char::is_alphanumeric)).peekable();
    lines.peek().is_some() && lines.all(|line| line.bold == Some(true))
}
