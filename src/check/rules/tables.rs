//! Tables whose cells stand a tab apart: the totals in their last row.

use super::clauses::FIGURES;
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::vietnamese::ascii;

pub(super) const RULES: &[Rule] =
    &[Rule::whole(Warn, "other.sum.table", FIGURES, "Dòng tổng cộng của bảng không khớp", table).of_files()];

/// A row: where it begins in its paragraph, and its cells.
struct Row<'a> {
    paragraph: &'a Paragraph,
    start: usize,
    cells: Vec<&'a str>,
}

/// The lines of a file as rows. What is no row has one cell.
fn rows(manuscript: &Manuscript) -> impl Iterator<Item = Row<'_>> {
    // The first row below the heads of the columns may be read as going on with them.
    manuscript.paragraphs.iter().filter(|_| manuscript.frame.is_source).flat_map(|paragraph| {
        paragraph.text.split('\n').scan(0, move |next, line| {
            let start = std::mem::replace(next, *next + line.len() + 1);
            Some(Row { paragraph, start, cells: line.split('\t').collect() })
        })
    })
}

/// The whole number that a cell holds and nothing else.
fn number(cell: &str) -> Option<u64> {
    let cell = cell.trim();
    let typed = cell.starts_with(|c: char| c.is_ascii_digit());
    cell.replace('.', "").parse().ok().filter(|_| typed)
}

/// Whether a row says what those above it add up to.
fn is_total(cells: &[&str]) -> bool {
    let head = cells.iter().find(|cell| !cell.trim().is_empty());
    let head = head.map(|cell| ascii(cell.trim())).unwrap_or_default();
    ["tong", "cong"].iter().any(|word| head == *word || head.starts_with(&format!("{word} ")))
}

/// "Tổng cộng | 350 | 730 | 290" below rows that add up to something else.
fn table(manuscript: &Manuscript, report: &mut Report) {
    let mut above: Vec<Row> = Vec::new();
    // Below a first total others may hold it, too.
    let mut had_total = false;
    for row in rows(manuscript) {
        if row.cells.len() < 2 {
            (above, had_total) = (Vec::new(), false);
        } else if is_total(&row.cells) {
            if !had_total {
                totals(&above, &row, report);
            }
            had_total = true;
        } else {
            above.push(row);
        }
    }
}

/// Tells of each number of a row that those above it do not add up to.
fn totals(above: &[Row], total: &Row, report: &mut Report) {
    let cell = |row: &Row, at: usize| row.cells.get(at).map_or("", |cell| cell.trim()).to_owned();
    let has_number = |row: &&Row| row.cells.iter().skip(1).any(|cell| number(cell).is_some());
    let body: Vec<&Row> = above.iter().skip_while(|row| !has_number(row)).collect();
    // What is numbered I, II or A, B holds rows of its own.
    let named = body.iter().filter(|row| number(&cell(row, 0)).is_none() && !cell(row, 0).is_empty()).count();
    if body.len() < 2 || named != 0 && named != body.len() {
        return;
    }
    let width = body.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let column = |at: usize| -> Option<u64> {
        let cells = body.iter().map(|row| cell(row, at));
        let filled = cells.filter(|cell| !matches!(cell.as_str(), "" | "-" | "–"));
        let numbers: Vec<u64> = filled.map(|cell| number(&cell)).collect::<Option<_>>()?;
        numbers.iter().try_fold(0_u64, |sum, own| sum.checked_add(*own)).filter(|_| numbers.len() > 1)
    };
    let sums: Vec<(usize, u64)> = (1..width).filter_map(|at| Some((at, column(at)?))).collect();
    let said = total.cells.iter().enumerate().skip(1);
    let said: Vec<(usize, u64)> = said.filter_map(|(at, cell)| Some((at, number(cell)?))).collect();
    // Cells of the last row are often joined: then its numbers stand in the order of the columns.
    let in_order = said.len() == sums.len();
    for (nth, (at, value)) in said.iter().enumerate() {
        let sum = if in_order { sums.get(nth) } else { sums.iter().find(|(own, _)| own == at) };
        if let Some((_, sum)) = sum.filter(|(_, sum)| sum != value) {
            let before: usize = total.cells.iter().take(*at).map(|cell| cell.len() + 1).sum();
            let typed = total.cells[*at];
            let start = total.start + before + typed.len() - typed.trim_start().len();
            let message = format!("Các dòng trên cộng lại được {sum}.");
            report.tell(total.paragraph, start..start + typed.trim().len(), message);
        }
    }
}
