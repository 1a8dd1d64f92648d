//! Tables: columns as wide as their content asks for, and the tables that the plan holds.

use super::Sheet;
use super::text::{paragraph, room, run};
use crate::document::{Align, Block, Cell, Paragraph, Role, Row, Run, Table, TableKind};
use crate::format::{LineRule, Twips};
use crate::plan::{self, TableCell, lines};
use crate::vietnamese::bind;

/// Space at the left and right of the text in a cell.
pub const PADDING: Twips = Twips::pt(4);

/// Space between a table and what stands above and below it.
const AROUND: Twips = Twips::pt(6);

/// A table of the plan, `width` wide.
pub fn table(sheet: &Sheet, table: &plan::Table, width: Twips) -> Table {
    let heads = table.heads();
    let contents = contents(sheet, table);
    let lines = contents.iter().map(|content| content.line + padding());
    // Where each text has room on one line, columns are as wide as these.
    let fitting: Vec<u32> = match lines.clone().sum::<f32>() {
        all if all <= width.to_pt() => lines.map(|line| line as u32).collect(),
        _ => Vec::new(),
    };
    let shares = if table.shares().is_empty() { &fitting } else { table.shares() };
    let mut columns = shared_out(width, &contents, shares);
    let used: Twips = columns.iter().copied().sum();
    if let Some(widest) = columns.iter_mut().max() {
        *widest = *widest + (width - used);
    }
    let centred = of_figures(table);
    let rows = table.rows().iter().enumerate().map(|(at, row)| {
        let cells = plan::Table::placed(row).map(|(column, cell)| {
            let mut paragraphs =
                texts(sheet, if at < heads { Role::TableHead } else { Role::TableCell }, cell);
            if at >= heads && cell.span == 1 && centred.get(column) == Some(&true) {
                paragraphs.iter_mut().for_each(|paragraph| paragraph.align = Align::Center);
            }
            Cell { paragraphs, span: cell.span as usize, merged: cell.merged }
        });
        Row { cells: cells.collect(), header: at < heads }
    });
    Table { kind: TableKind::Content, rows: rows.collect(), columns, padding: PADDING }
}

/// The paragraphs of a cell: a blank one where it has no text, none where it goes on from above.
fn texts(sheet: &Sheet, role: Role, cell: &TableCell) -> Vec<Paragraph> {
    if cell.merged { Vec::new() } else { paragraphs(sheet, role, &cell.text) }
}

/// A text in a cell, a paragraph a line, one at least.
pub fn paragraphs(sheet: &Sheet, role: Role, text: &str) -> Vec<Paragraph> {
    let mut paragraphs: Vec<_> = lines(text).map(|line| self::cell(sheet, role, line)).collect();
    if paragraphs.is_empty() {
        paragraphs.push(self::cell(sheet, role, ""));
    }
    paragraphs
}

/// A paragraph in a cell.
pub fn cell(sheet: &Sheet, role: Role, text: &str) -> Paragraph {
    let rules = sheet.format.appendix.cell;
    let (letters, align) = match role {
        Role::TableHead => (rules.bold(), Align::Center),
        _ => (rules, Align::Left),
    };
    Paragraph { before: Twips::pt(2), after: Twips::pt(2), ..paragraph(role, &letters, align, &bind(text)) }
}

/// Letters of a text that counts as a figure: "I", "2.1".
const SHORT: usize = 4;

/// Which columns hold figures, dates or numbers only, and so are centred.
fn of_figures(table: &plan::Table) -> Vec<bool> {
    let mut found = vec![(false, true); table.columns()];
    for (column, cell) in table.rows().iter().skip(table.heads()).flat_map(|row| plan::Table::placed(row)) {
        let text = cell.text.trim();
        if let Some((any, all)) = found.get_mut(column).filter(|_| cell.span == 1 && !text.is_empty()) {
            *any = true;
            *all &= text.chars().count() <= SHORT || !text.contains(char::is_alphabetic);
        }
    }
    found.into_iter().map(|(any, all)| any && all).collect()
}

/// How much stands in the columns of a table.
fn contents(sheet: &Sheet, table: &plan::Table) -> Vec<Content> {
    let letters = sheet.format.appendix.cell;
    let mut contents = vec![Content::default(); table.columns()];
    let mut wide = Vec::new();
    for (at, row) in table.rows().iter().enumerate() {
        let letters = if at < table.heads() { letters.bold() } else { letters };
        for (column, cell) in plan::Table::placed(row) {
            let run = run(&letters, &bind(&cell.text));
            match contents.get_mut(column) {
                Some(content) if cell.span == 1 => content.add(&run),
                _ => wide.push((column, cell.span as usize, longest(&run, &[' ', '\n']))),
            }
        }
    }
    for (column, span, word) in wide {
        let columns = contents.iter_mut().skip(column).take(span);
        let lacks = word + padding() - columns.map(|content| content.word + padding()).sum::<f32>();
        for content in contents.iter_mut().skip(column).take(span) {
            content.word += lacks.max(0.0) / span as f32;
        }
    }
    contents
}

/// How much stands in a column.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Width of its longest word in points.
    word: f32,
    /// Width of its longest line in points.
    line: f32,
    /// Length of all its text in points.
    length: f32,
}

impl Content {
    /// Adds the text of a cell.
    pub fn add(&mut self, cell: &Run) {
        self.length += room(cell, &cell.text);
        self.word = self.word.max(longest(cell, &[' ', '\n']));
        self.line = self.line.max(longest(cell, &['\n']));
    }

    /// How it weighs against the others: by the root of its length, so that the longest column
    /// does not starve the rest.
    fn weight(&self) -> f32 {
        self.length.sqrt()
    }
}

/// Width of the longest part of a text between these letters, in points.
fn longest(cell: &Run, between: &[char]) -> f32 {
    cell.text.split(between).map(|part| room(cell, part)).fold(0.0, f32::max)
}

/// What a cell takes beside its text, in points, with a point for rounding.
fn padding() -> f32 {
    PADDING.to_pt() * 2.0 + 1.0
}

/// Widths of columns that together are `width`: each wide enough for its longest word where
/// there is room for all, the rest by `shares`, or by weight where there are none.
pub fn shared_out(width: Twips, contents: &[Content], shares: &[u32]) -> Vec<Twips> {
    let width = width.to_pt();
    // A word longer than a third of the table (a web address) is broken inside.
    let least: Vec<f32> =
        contents.iter().map(|content| (content.word + padding()).min(width / 3.0)).collect();
    let all: f32 = shares.iter().map(|share| *share as f32).sum();
    let wanted: Vec<f32> = if shares.len() == contents.len() && all > 0.0 {
        let part = |share: &u32| *share as f32 / all * width;
        shares.iter().map(part).zip(&least).map(|(part, least)| (part - least).max(0.0)).collect()
    } else {
        contents.iter().map(Content::weight).collect()
    };
    let (taken, wants): (f32, f32) = (least.iter().sum(), wanted.iter().sum());
    let share = |(least, wanted): (f32, f32)| match width - taken {
        spare if spare > 0.0 && wants > 0.0 => least + spare * wanted / wants,
        _ => least * width / taken.max(1.0),
    };
    least.into_iter().zip(wanted).map(share).map(Twips::from_pt).collect()
}

/// Puts space between the tables of the plan and what stands beside them, and holds the text
/// above a table on one page with its first row.
pub fn set_apart(blocks: Vec<Block>) -> Vec<Block> {
    let mut apart: Vec<Block> = Vec::with_capacity(blocks.len());
    let is_content = |block: &Block| matches!(block, Block::Table(table) if table.kind == TableKind::Content);
    for mut block in blocks {
        match (apart.last_mut(), &mut block) {
            (Some(Block::Paragraph(above)), table) if is_content(table) => {
                above.after = above.after.max(AROUND);
                above.keep_next = true;
            }
            (Some(table), Block::Paragraph(below)) if is_content(table) => {
                below.before = below.before.max(AROUND);
            }
            (Some(above @ Block::Table(_)), below) if is_content(above) || is_content(below) => {
                apart.push(Block::Paragraph(gap()));
            }
            _ => {}
        }
        apart.push(block);
    }
    apart
}

/// What keeps two tables apart.
pub fn gap() -> Paragraph {
    let line = LineRule::Exactly(Twips(1));
    Paragraph { line, after: AROUND, ..Paragraph::solid(Role::Body, Align::Left, Vec::new()) }
}
