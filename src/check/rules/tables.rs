//! Tables whose cells stand a tab apart: the totals in their last row.

use std::ops::Range;

use super::clauses::FIGURES;
use super::counts::numbers;
use crate::check::finding::Severity::Warn;
use crate::check::manuscript::{Manuscript, Paragraph};
use crate::check::rule::{Report, Rule};
use crate::vietnamese::{ascii, lower};

pub(super) const RULES: &[Rule] = &[
    Rule::whole(Warn, "other.sum.table", FIGURES, "Dòng tổng cộng của bảng không khớp", table).of_files(),
    Rule::whole(
        Warn,
        "other.sum.swapped",
        FIGURES,
        "Số trong bài đảo chữ số so với tổng của bảng",
        said_otherwise,
    )
    .of_files(),
];

/// A row: where it begins in its paragraph, and its cells.
struct Row<'a> {
    paragraph: &'a Paragraph,
    start: usize,
    cells: Vec<&'a str>,
}

impl Row<'_> {
    /// The bytes of what a cell holds.
    fn place(&self, at: usize) -> Range<usize> {
        let before: usize = self.cells.iter().take(at).map(|cell| cell.len() + 1).sum();
        let typed = self.cells.get(at).copied().unwrap_or_default();
        let start = self.start + before + typed.len() - typed.trim_start().len();
        start..start + typed.trim().len()
    }
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

/// Tables that have a total: the rows above it, and the row of it.
fn tables(manuscript: &Manuscript) -> Vec<(Vec<Row<'_>>, Row<'_>)> {
    let mut found = Vec::new();
    let mut above: Vec<Row> = Vec::new();
    // Below a first total others may hold it, too.
    let mut had_total = false;
    for row in rows(manuscript) {
        if row.cells.len() < 2 {
            (above, had_total) = (Vec::new(), false);
        } else if !is_total(&row.cells) {
            above.push(row);
        } else if !had_total {
            found.push((std::mem::take(&mut above), row));
            had_total = true;
        }
    }
    found
}

/// "Tổng cộng | 350 | 730 | 290" below rows that add up to something else.
fn table(manuscript: &Manuscript, report: &mut Report) {
    for (above, total) in tables(manuscript) {
        totals(manuscript, &above, &total, report);
    }
}

/// "100% số sổ (445 quyển)", where the table has 454 in all.
fn said_otherwise(manuscript: &Manuscript, report: &mut Report) {
    let tables = tables(manuscript);
    let all = || tables.iter().flat_map(|(above, total)| above.iter().chain([total]));
    let has = |value: u64| all().any(|row| row.cells.iter().any(|cell| number(cell) == Some(value)));
    for paragraph in manuscript.paragraphs.iter().filter(|own| own.is_prose() && !tables.is_empty()) {
        for own in numbers(&paragraph.text).into_iter().filter(|own| own.value >= 100 && !has(own.value)) {
            let is_total = |(above, total): &(Vec<Row>, Row)| {
                total.cells.iter().enumerate().any(|(at, cell)| {
                    let head = above.first().and_then(|head| head.cells.get(at)).map(|head| lower(head));
                    let of_it = head.is_some_and(|head| head.split(' ').any(|word| word == own.unit));
                    of_it && number(cell).is_some_and(|total| swapped(total).any(|other| other == own.value))
                })
            };
            if tables.iter().any(is_total) {
                report.tell(paragraph, own.at, "Có thể đảo chữ số: bảng ghi tổng số khác.");
            }
        }
    }
}

/// Tells of each number of a row that those above it do not add up to.
fn totals(manuscript: &Manuscript, above: &[Row], total: &Row, report: &mut Report) {
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
        let Some((column, sum)) = sum.filter(|(_, sum)| sum != value) else { continue };
        // "272" for "227": where that alone makes it right, it is the one that was mistyped.
        let right = |row: &Row| {
            let own = number(&cell(row, *column))?;
            let right = value.checked_sub(sum.checked_sub(own)?)?;
            swapped(own).any(|other| other == right).then_some(right)
        };
        let mistyped = body.iter().filter_map(|row| Some((*row, right(row)?)));
        let mistyped: Vec<(&Row, u64)> = mistyped.collect();
        // Of several the one that the text says otherwise.
        let said = |right: u64| {
            let prose = manuscript.paragraphs.iter().filter(|paragraph| paragraph.is_prose());
            prose.flat_map(|paragraph| &paragraph.words).any(|word| word.small == right.to_string())
        };
        let several = mistyped.len() > 1;
        let mut mistyped = mistyped.iter().filter(|(_, right)| !several || said(*right));
        match (mistyped.next(), mistyped.next()) {
            (Some((row, _)), None) => {
                let message = format!("Có thể đảo chữ số: các dòng cộng lại phải được {value}.");
                report.tell(row.paragraph, row.place(*column), message);
            }
            _ => {
                let message = format!("Các dòng trên cộng lại được {sum}.");
                report.tell(total.paragraph, total.place(*at), message);
            }
        }
    }
}

/// The numbers that a number becomes where two figures side by side change places.
fn swapped(number: u64) -> impl Iterator<Item = u64> {
    let figures = number.to_string();
    (1..figures.len()).filter_map(move |at| {
        let mut other = figures.clone().into_bytes();
        other.swap(at - 1, at);
        String::from_utf8(other).ok()?.parse().ok().filter(|other| *other != number)
    })
}
