//! Appendices: each its own section with its pages numbered from 1.

use super::body::text;
use super::text::{balanced, close_off, paragraph};
use super::{Sheet, page};
use crate::document::{Align, Block, Paragraph, Role, Row, Section, Table, TableKind};
use crate::format::numbering::roman;
use crate::format::{Twips, Underscore};
use crate::plan::{Appendix, TableSource, Task, lines};

/// The appendices in order, numbered when there are two or more.
pub fn sections(sheet: &Sheet) -> Vec<Section> {
    let appendices = &sheet.plan.appendices;
    appendices
        .iter()
        .enumerate()
        .map(|(i, appendix)| {
            let label = match appendices.len() {
                1 => "Phụ lục".to_owned(),
                _ => format!("Phụ lục {}", roman(i + 1)),
            };
            section(sheet, appendix, &label)
        })
        .collect()
}

fn section(sheet: &Sheet, appendix: &Appendix, label: &str) -> Section {
    let rules = &sheet.format.appendix;
    let page = page(&sheet.format.page, appendix.orientation);
    let width = page.text_width();

    let mut head = vec![paragraph(Role::AppendixLabel, &rules.label, Align::Center, label)];
    let title = lines(&appendix.title).collect::<Vec<_>>().join(" ");
    let title = if title.is_empty() { "(tên phụ lục)" } else { &title };
    head.push(balanced(Role::AppendixTitle, &rules.title, width, title));
    let reference = balanced(Role::AppendixReference, &rules.reference, width, &reference(sheet));
    head.extend(close_off(reference, Underscore::Line(0.4), &rules.reference, width));
    if let Some(last) = head.last_mut() {
        last.after = Twips::pt(12);
    }
    for paragraph in &mut head {
        paragraph.keep_next = true;
    }

    let mut texts: Vec<_> = lines(&appendix.text).map(|line| text(sheet, Role::Body, line)).collect();
    if let Some(last) = texts.last_mut() {
        // A table has no space of its own above it.
        last.after = Twips::pt(6);
    }
    let mut blocks: Vec<Block> = head.into_iter().chain(texts).map(Block::Paragraph).collect();
    blocks.extend(table(sheet, appendix, width).map(Block::Table));
    Section { page, blocks, foot: Vec::new() }
}

/// Which plan the appendix belongs to (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1, điểm c).
fn reference(sheet: &Sheet) -> String {
    let issuer = match sheet.filled.in_text.as_str() {
        "" => lines(&sheet.filled.issuing).collect::<Vec<_>>().join(" "),
        in_text => in_text.to_owned(),
    };
    format!("(Kèm theo Kế hoạch số {} {} của {issuer})", sheet.symbol(), sheet.date())
}

/// What a row of the table holds.
struct Entry<'a> {
    content: String,
    task: &'a Task,
    note: &'a str,
}

/// A column of the table: its head, its share of the width, and what stands in it.
struct Column {
    head: &'static str,
    share: i32,
    text: for<'a> fn(&Entry<'a>) -> String,
}

const COLUMNS: [Column; 6] = [
    Column { head: "Nội dung nhiệm vụ", share: 34, text: |entry| entry.content.clone() },
    Column { head: "Chủ trì", share: 16, text: |entry| entry.task.lead.clone() },
    Column { head: "Phối hợp", share: 16, text: |entry| entry.task.support.clone() },
    Column { head: "Thời gian", share: 14, text: |entry| entry.task.deadline.clone() },
    Column { head: "Sản phẩm", share: 14, text: |entry| entry.task.deliverable.clone() },
    Column { head: "Ghi chú", share: 10, text: |entry| entry.note.to_owned() },
];

/// Width of the column of numbers.
const NUMBERS: Twips = Twips::mm(11);

/// The table of tasks, without the columns that would be blank from top to bottom.
fn table(sheet: &Sheet, appendix: &Appendix, width: Twips) -> Option<Table> {
    let entries: Vec<Entry> = match appendix.table {
        TableSource::None => return None,
        TableSource::Tasks => sheet
            .plan
            .tasks()
            .map(|(item, task)| Entry { content: content(&item.title, &item.text), task, note: "" })
            .collect(),
        TableSource::Rows => appendix
            .rows
            .iter()
            .map(|row| Entry { content: row.content.clone(), task: &row.task, note: &row.note })
            .collect(),
    };
    let shown = |column: &&Column| {
        let always = column.share >= 16 || entries.is_empty();
        always || entries.iter().any(|entry| !(column.text)(entry).trim().is_empty())
    };
    let columns: Vec<&Column> = COLUMNS.iter().filter(shown).collect();
    let shares: i32 = columns.iter().map(|column| column.share).sum();

    let mut widths: Vec<Twips> =
        columns.iter().map(|column| (width - NUMBERS) * column.share / shares).collect();
    let used: Twips = widths.iter().copied().sum();
    widths.insert(0, width - used);

    let heads = ["TT"].into_iter().chain(columns.iter().map(|column| column.head));
    let head = heads.map(|text| vec![cell(sheet, Role::TableHead, text)]).collect();
    let mut rows = vec![Row { cells: head, header: true }];
    rows.extend(entries.iter().enumerate().map(|(i, entry)| {
        let mut cells = vec![vec![Paragraph {
            align: Align::Center,
            ..cell(sheet, Role::TableCell, &(i + 1).to_string())
        }]];
        cells.extend(columns.iter().map(|column| {
            let text = (column.text)(entry);
            let mut paragraphs: Vec<_> =
                lines(&text).map(|line| cell(sheet, Role::TableCell, line)).collect();
            if paragraphs.is_empty() {
                paragraphs.push(cell(sheet, Role::TableCell, ""));
            }
            paragraphs
        }));
        Row { cells, header: false }
    }));
    Some(Table { kind: TableKind::Tasks, columns: widths, rows, padding: Twips::pt(4) })
}

/// What a task of the body is, in a few words where it has a title.
fn content(title: &str, text: &str) -> String {
    if title.trim().is_empty() { text.to_owned() } else { title.to_owned() }
}

fn cell(sheet: &Sheet, role: Role, text: &str) -> Paragraph {
    let rules = sheet.format.appendix.cell;
    let (letters, align) = match role {
        Role::TableHead => (rules.bold(), Align::Center),
        _ => (rules, Align::Left),
    };
    Paragraph { before: Twips::pt(2), after: Twips::pt(2), ..paragraph(role, &letters, align, text) }
}
