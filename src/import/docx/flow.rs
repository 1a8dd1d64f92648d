//! Paragraphs and tables into lines, in the order in which a reader takes them in.

use super::document::{Block, Cell, paragraphs};
use super::text::Drawn;
use super::{looks, tables, tasks};
use crate::import::ending::begins_ending;
use crate::import::header::is_head;
use crate::import::lines::{Evidence, Gap, Source, Tabular};
use crate::import::look::Under;
use crate::plan::Orientation;

/// Adds the lines of some blocks to the source.
pub fn lines(blocks: &[Block], source: &mut Source) {
    let mut start = 0;
    for (at, block) in blocks.iter().enumerate() {
        if let Block::Section(pages) = block {
            let page = if pages.landscape { Orientation::Landscape } else { Orientation::Portrait };
            flow(&blocks[start..at], page, source);
            source.looks.place.section += 1;
            start = at;
        }
    }
    flow(&blocks[start..], Orientation::Portrait, source);
}

fn flow(blocks: &[Block], page: Orientation, source: &mut Source) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                let drawn_above = match paragraph.drawn {
                    Some(Drawn::Above) => true,
                    Some(Drawn::Below) => paragraph.is_blank(),
                    None => false,
                };
                if drawn_above {
                    source.close_off(Under::Drawn);
                }
                for (i, line) in paragraph.lines().into_iter().enumerate() {
                    let look = Some(looks::line(paragraph, &line, &mut source.looks));
                    let evidence = Evidence { bold: line.bold, within: i > 0, page, look };
                    source.count(&line.text);
                    source.push(&line.text, evidence);
                }
                if paragraph.drawn == Some(Drawn::Below) {
                    source.close_off(Under::Drawn);
                }
            }
            Block::Table(rows) => {
                let outside = std::mem::replace(&mut source.looks.place.in_table, true);
                table(rows, page, source);
                source.looks.place.in_table = outside;
            }
            Block::Section(_) => {}
        }
    }
}

/// A table: tasks row by row, the sides of a header or a signature one after the other, text that
/// only stands in cells cell by cell, any other as it is.
fn table(rows: &[Vec<Cell>], page: Orientation, source: &mut Source) {
    if let Some(table) = tasks::read(rows) {
        source.taken_out.extend(table.heads);
        source.part(Gap::Rule);
        for row in table.rows {
            source.push_table(Tabular::Row(Box::new(row)), page);
        }
        source.part(Gap::Rule);
        return;
    }
    let gap = if is_layout(rows) { Gap::Blank } else { Gap::Rule };
    if let Some(table) = tables::read(rows).filter(|_| gap == Gap::Rule) {
        source.part(gap);
        source.push_table(Tabular::Whole(Box::new(table)), page);
        source.part(gap);
        return;
    }
    let mut read = |cell: &Cell| {
        source.part(gap);
        flow(&cell.blocks, page, source);
    };
    if gap == Gap::Blank {
        let columns = rows.iter().flatten().map(|cell| cell.column + 1).max().unwrap_or(0);
        for column in 0..columns {
            rows.iter().flatten().filter(|cell| cell.column == column).for_each(&mut read);
        }
    } else {
        rows.iter().flatten().for_each(&mut read);
    }
    source.part(gap);
}

/// A table of more columns, or with more rows, holds something.
const SIDES: usize = 4;
const SIDE_ROWS: usize = 12;

/// Whether a table only puts the sides of a header or a signature beside each other.
fn is_layout(rows: &[Vec<Cell>]) -> bool {
    let narrow = rows.len() <= SIDE_ROWS && rows.iter().all(|row| row.len() <= SIDES);
    narrow
        && rows.iter().flatten().flat_map(|cell| paragraphs(&cell.blocks)).any(|paragraph| {
            paragraph.lines().iter().any(|line| {
                let mut probe = Source::default();
                probe.push(&line.text, Evidence::default());
                probe.lines.first().is_some_and(|line| is_head(&line.text) || begins_ending(line))
            })
        })
}
