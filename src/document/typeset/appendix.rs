//! Appendices: each its own section with its pages numbered from 1.

use super::balance::balanced;
use super::body::{items, text};
use super::table::{Content, PADDING, cell, paragraphs, set_apart, shared_out};
use super::text::{close_off, paragraph, run};
use super::{Sheet, page};
use crate::document::{Align, Block, Paragraph, Role, Row, Section, Table, TableKind};
use crate::format::numbering::roman;
use crate::format::{Twips, Underscore};
use crate::plan::{Appendix, TableSource, Task, lines, one_line};
use crate::vietnamese::bind;

/// The appendices in order, numbered when there are two or more.
pub fn sections(sheet: &Sheet) -> Vec<Section> {
    let appendices = &sheet.plan.appendices;
    appendices
        .iter()
        .enumerate()
        .map(|(i, appendix)| section(sheet, appendix, &label(i, appendices.len())))
        .collect()
}

/// What the appendix at a place is called.
pub fn label(at: usize, count: usize) -> String {
    match count {
        1 => "Phụ lục".to_owned(),
        _ => format!("Phụ lục {}", roman(at + 1)),
    }
}

fn section(sheet: &Sheet, appendix: &Appendix, label: &str) -> Section {
    let rules = &sheet.format.appendix;
    let page = page(&sheet.format.page, appendix.orientation);
    let width = page.text_width();

    let mut head = vec![paragraph(Role::AppendixLabel, &rules.label, Align::Center, label)];
    let title = one_line(&appendix.title);
    let title = if title.is_empty() { "(tên phụ lục)" } else { &title };
    head.push(balanced(Role::AppendixTitle, &rules.title, width, &bind(title)));
    let reference = balanced(Role::AppendixReference, &rules.reference, width, &bind(&reference(sheet)));
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
    blocks.extend(items(sheet, &appendix.items, width));
    Section { page, blocks: set_apart(blocks), foot: Vec::new() }
}

/// Which plan the appendix belongs to (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III, khoản 1, điểm c).
fn reference(sheet: &Sheet) -> String {
    format!("(Kèm theo Kế hoạch số {} {} của {})", sheet.symbol(), sheet.date(), sheet.filled.in_text)
}

/// What a row of the table holds.
struct Entry<'a> {
    content: String,
    task: &'a Task,
    note: &'a str,
}

/// A column of the table: its head, whether it is there even when it is blank from top to
/// bottom, and what stands in it.
struct Column {
    head: &'static str,
    always: bool,
    text: for<'a> fn(&Entry<'a>) -> String,
}

const COLUMNS: [Column; 6] = [
    Column { head: "Nội dung nhiệm vụ", always: true, text: |entry| entry.content.clone() },
    Column { head: "Chủ trì", always: true, text: |entry| entry.task.lead.clone() },
    Column { head: "Phối hợp", always: true, text: |entry| entry.task.support.clone() },
    Column { head: "Thời gian", always: false, text: |entry| entry.task.deadline.clone() },
    Column { head: "Sản phẩm", always: false, text: |entry| entry.task.deliverable.clone() },
    Column { head: "Ghi chú", always: false, text: |entry| entry.note.to_owned() },
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
        let always = column.always || entries.is_empty();
        always || entries.iter().any(|entry| !(column.text)(entry).trim().is_empty())
    };
    let columns: Vec<&Column> = COLUMNS.iter().filter(shown).collect();
    let texts = |column: &&Column| {
        let cells = entries.iter().map(|entry| (column.text)(entry));
        cells.map(|text| run(&sheet.format.appendix.cell, &bind(&text))).collect::<Vec<_>>()
    };
    let contents: Vec<Content> = columns
        .iter()
        .map(|column| {
            let mut content = Content::default();
            content.add(&run(&sheet.format.appendix.cell.bold(), column.head));
            texts(column).iter().for_each(|text| content.add(text));
            content
        })
        .collect();
    let mut widths = shared_out(width - NUMBERS, &contents, &[]);
    let used: Twips = widths.iter().copied().sum();
    widths.insert(0, width - used);

    let heads = ["TT"].into_iter().chain(columns.iter().map(|column| column.head));
    let head = heads.map(|text| vec![cell(sheet, Role::TableHead, text)]).collect();
    let mut rows = vec![Row::new(head, true)];
    rows.extend(entries.iter().enumerate().map(|(i, entry)| {
        let mut cells = vec![vec![Paragraph {
            align: Align::Center,
            ..cell(sheet, Role::TableCell, &(i + 1).to_string())
        }]];
        cells.extend(columns.iter().map(|column| paragraphs(sheet, Role::TableCell, &(column.text)(entry))));
        Row::new(cells, false)
    }));
    Some(Table { kind: TableKind::Tasks, columns: widths, rows, padding: PADDING })
}

/// What a task of the body is, in a few words where it has a title.
fn content(title: &str, text: &str) -> String {
    if title.trim().is_empty() { text.to_owned() } else { title.to_owned() }
}
