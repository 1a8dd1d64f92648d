//! Tables of tasks: which column says what.

use super::document::{Block, Cell, plain_text};
use crate::import::words::{find, words};
use crate::plan::{Task, TaskRow, one_line};

/// A table of tasks as it is read.
pub struct TaskTable {
    /// Its rows.
    pub rows: Vec<TaskRow>,
    /// The heads of its columns, on one line, where ours are called otherwise.
    pub heads: Option<String>,
}

/// What a column says of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Number,
    Content,
    Lead,
    Support,
    Deadline,
    Deliverable,
    Note,
    /// Something of which the plan has no field, by its head.
    Other,
}

/// What heads say (plain, lower-case), the surest first.
const HEADS: [(Column, &[&str]); 7] = [
    (Column::Number, &["tt", "stt", "so tt", "so thu tu"]),
    (Column::Note, &["ghi chu"]),
    (Column::Lead, &["chu tri", "phu trach", "don vi thuc hien", "co quan thuc hien", "nguoi thuc hien"]),
    (Column::Support, &["phoi hop"]),
    (Column::Deadline, &["thoi gian", "thoi han", "tien do", "han hoan thanh", "ngay hoan thanh"]),
    (Column::Deliverable, &["san pham", "ket qua"]),
    (Column::Content, &["noi dung", "nhiem vu", "cong viec", "hoat dong", "dau viec"]),
];

/// The heads that an appendix of ours prints.
const OURS: [&str; 7] =
    ["TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm", "Ghi chú"];

/// Reads a table whose heads name a task and who does it, by when or with what result.
pub fn read(rows: &[Vec<Cell>]) -> Option<TaskTable> {
    let (heads, body) = heads(rows)?;
    let mut above: Vec<String> = vec![String::new(); heads.len()];
    let mut tasks = Vec::new();
    for row in body {
        let mut texts: Vec<String> = vec![String::new(); heads.len()];
        for cell in row {
            // A cell over several columns, as the title of a group of tasks has, is its first.
            let text = text(cell);
            let at = heads.iter().rposition(|head| head.column <= cell.column).unwrap_or(0);
            texts[at] = if cell.merged && text.is_empty() { above[at].clone() } else { text };
        }
        above.clone_from(&texts);
        if let Some(task) = task(&heads, &texts, tasks.len() + 1) {
            tasks.push(task);
        }
    }
    let ours = heads.iter().all(|head| OURS.contains(&head.text.as_str()));
    let line = heads.iter().map(|head| head.text.as_str()).collect::<Vec<_>>().join(" | ");
    Some(TaskTable { rows: tasks, heads: (!ours).then_some(line) })
}

/// The head of a column.
struct Head {
    column: usize,
    text: String,
    says: Column,
}

/// The heads, in one row or in two, and the rows under them.
fn heads(rows: &[Vec<Cell>]) -> Option<(Vec<Head>, &[Vec<Cell>])> {
    let one = |row: &Vec<Cell>| -> Vec<Head> {
        row.iter().map(|cell| head(cell.column, plain_text(&cell.blocks))).collect()
    };
    let (first, body) = rows.split_first()?;
    let single = one(first);
    if is_of_tasks(&single) {
        return Some((single, body));
    }
    let (second, body) = body.split_first()?;
    let double: Vec<Head> = second
        .iter()
        .map(|cell| {
            let above = first.iter().rfind(|above| above.column <= cell.column);
            let above = above.map(|above| plain_text(&above.blocks)).unwrap_or_default();
            head(cell.column, format!("{above} {}", plain_text(&cell.blocks)).trim().to_owned())
        })
        .collect();
    (second.len() > first.len() || second.iter().any(|cell| cell.merged))
        .then_some((double, body))
        .filter(|(heads, _)| is_of_tasks(heads))
}

fn is_of_tasks(heads: &[Head]) -> bool {
    let has = |columns: &[Column]| heads.iter().any(|head| columns.contains(&head.says));
    has(&[Column::Content])
        && has(&[Column::Lead, Column::Support, Column::Deadline, Column::Deliverable])
        && heads.iter().all(|head| head.text.chars().count() < 80)
}

fn head(column: usize, text: String) -> Head {
    let words = words(&text);
    let says = HEADS.iter().find(|(column, phrases)| {
        phrases.iter().any(|phrase| {
            find(&words, phrase).is_some_and(|at| *column != Column::Number || at.end == text.len())
        })
    });
    Head { column, says: says.map_or(Column::Other, |(column, _)| *column), text }
}

/// The text of a cell, one paragraph a line.
pub fn text(cell: &Cell) -> String {
    let lines = cell.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.lines().into_iter().map(|line| line.text).collect(),
        other => vec![plain_text(std::slice::from_ref(other))],
    });
    let lines = lines.map(|line| crate::import::lines::clean(&line));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The `n`th task; `None` of a blank row.
fn task(heads: &[Head], texts: &[String], n: usize) -> Option<TaskRow> {
    let mut row = TaskRow::default();
    let mut number = "";
    for (head, text) in heads.iter().zip(texts).filter(|(_, text)| !text.is_empty()) {
        let Task { lead, support, deadline, deliverable, .. } = &mut row.task;
        let field = match head.says {
            Column::Number => {
                number = text;
                continue;
            }
            Column::Content => &mut row.content,
            Column::Lead => lead,
            Column::Support => support,
            Column::Deadline => deadline,
            Column::Deliverable => deliverable,
            Column::Note | Column::Other => &mut row.note,
        };
        if !field.is_empty() {
            field.push('\n');
        }
        if head.says == Column::Other && !head.text.is_empty() {
            field.push_str(&format!("{}: ", head.text));
        }
        field.push_str(text);
    }
    // Numbers follow from the order; others are part of what is said.
    let own = number.trim_matches(['.', ')', ' ']).parse() == Ok(n) || number.is_empty();
    if !own {
        let number = one_line(number);
        row.content = format!("{number} {}", row.content).trim_end().to_owned();
    }
    (row != TaskRow::default()).then_some(row)
}
