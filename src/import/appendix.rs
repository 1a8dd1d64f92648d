//! Appendices behind the signature.

use super::lines::{Line, Tabular};
use super::marks;
use super::paragraphs::{Paragraph, join};
use super::placeholders::filled_in;
use super::words::{begins, count, is_caps, words};
use crate::format::numbering::roman;
use crate::plan::{Appendix, Item, Plan, Table, TableCell, TableSource, TaskRow};

/// Where the first appendix begins.
pub fn start(lines: &[Line]) -> usize {
    lines.iter().position(|line| line.table.is_none() && label(&line.text).is_some()).unwrap_or(lines.len())
}

/// The title that stands behind "PHỤ LỤC" and its number on a line that begins an appendix.
fn label(line: &str) -> Option<&str> {
    if !begins(line, &["phu luc"]) || count(line) > 40 || !line.starts_with('P') {
        return None;
    }
    let words = words(line);
    let numbered = words.get(2).filter(|word| {
        let typed = &line[word.at.clone()];
        (typed.len() < 3 && typed.bytes().all(|b| b.is_ascii_digit())) || (1..=39).any(|n| roman(n) == typed)
    });
    let end = numbered.unwrap_or(&words[1]).at.end;
    let title = line[end..].trim_start_matches(['.', ':', '-', '–', ' ']);
    let caps = is_caps(&line[..words[1].at.end]);
    ((title.is_empty() && !line.ends_with([';', ','])) || (caps && is_caps(title))).then_some(title)
}

/// Reads the appendices: what stands in capitals under the label is the title.
/// The line "(Kèm theo Kế hoạch số …)" is printed anew by every plan and left over.
pub fn read(lines: &[Line], plan: &mut Plan, leftover: &mut Vec<String>) {
    let mut lines = lines;
    while let Some(first) = lines.first() {
        // Without a label its first line is one like the others.
        let (label, rest) = match label(&first.text).filter(|_| first.table.is_none()) {
            Some(label) => (Some(label), &lines[1..]),
            None => (None, lines),
        };
        let (own, next) = rest.split_at(start(rest));
        lines = next;
        let mut title: Vec<&str> = label.into_iter().filter(|title| !title.is_empty()).collect();
        let heads = own.iter().take_while(|line| heads(line)).count();
        title.extend(own[..heads].iter().map(|line| line.text.as_str()));
        let (reference, text) = own[heads..].split_at(reference(&own[heads..]));
        leftover.extend(reference.iter().map(|line| line.text.clone()));
        let Parts { text, rows, items } = parts(join(text));
        let id = plan.new_row();
        let rows: Vec<TaskRow> = rows.into_iter().map(|row| TaskRow { id: plan.new_row(), ..row }).collect();
        let items = items.into_iter().map(|item| Item { id: plan.new_row(), ..item }).collect();
        plan.appendices.push(Appendix {
            id,
            title: filled_in(title.join("\n")),
            text,
            orientation: first.evidence.page,
            table: if rows.is_empty() { TableSource::None } else { TableSource::Rows },
            rows,
            items,
            ..Appendix::default()
        });
    }
}

/// Whether a line under the label belongs to the title.
fn heads(line: &Line) -> bool {
    let bold =
        line.evidence.bold == Some(true) && count(&line.text) <= 40 && marks::split(&line.text).is_none();
    line.table.is_none() && (is_caps(&line.text) || bold) && !is_reference(&line.text)
}

fn is_reference(line: &str) -> bool {
    line.starts_with('(') && begins(line, &["kem theo", "ban hanh kem theo"])
}

/// How many lines say which plan the appendix belongs to: up to the bracket that closes.
fn reference(lines: &[Line]) -> usize {
    let lines = lines.iter().take_while(|line| line.table.is_none());
    if !lines.clone().next().is_some_and(|line| is_reference(&line.text)) {
        return 0;
    }
    lines.take(4).position(|line| line.text.ends_with(')')).map_or(1, |at| at + 1)
}

/// What stands in an appendix, in the order in which it is printed.
#[derive(Default)]
struct Parts {
    text: String,
    rows: Vec<TaskRow>,
    items: Vec<Item>,
}

/// A run of paragraphs of one kind.
enum Piece {
    Text(String),
    Rows(Vec<TaskRow>),
    Table(Table),
}

/// Puts the paragraphs of an appendix where they keep their order: text, then the rows of a table
/// of tasks, then all that follows, each item with its table at its end.
fn parts(paragraphs: Vec<Paragraph>) -> Parts {
    let mut pieces: Vec<Piece> = Vec::new();
    for paragraph in paragraphs {
        let whole = paragraph.whole();
        match (paragraph.table, pieces.last_mut()) {
            (None, _) => pieces.push(Piece::Text(whole)),
            (Some(Tabular::Whole(table)), _) => pieces.push(Piece::Table(*table)),
            (Some(Tabular::Row(row)), Some(Piece::Rows(rows))) => rows.push(*row),
            (Some(Tabular::Row(row)), _) => pieces.push(Piece::Rows(vec![*row])),
        }
    }
    let mut parts = Parts::default();
    for piece in pieces {
        let first = parts.rows.is_empty() && parts.items.is_empty();
        match piece {
            Piece::Text(text) if first => add_line(&mut parts.text, &text),
            Piece::Rows(rows) if first => parts.rows = rows,
            Piece::Text(text) => add_line(&mut parts.open_item().text, &text),
            Piece::Rows(rows) => parts.open_item().table = Some(of_tasks(&rows)),
            Piece::Table(table) => parts.open_item().table = Some(table),
        }
    }
    parts
}

impl Parts {
    /// The last item, which has no table yet.
    fn open_item(&mut self) -> &mut Item {
        if self.items.last().is_none_or(|item| item.table.is_some()) {
            self.items.push(Item::default());
        }
        let last = self.items.len() - 1;
        &mut self.items[last]
    }
}

fn add_line(text: &mut String, line: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}

/// A table of tasks that stands behind another table, as one like any other.
fn of_tasks(rows: &[TaskRow]) -> Table {
    let heads = ["TT", "Nội dung nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Sản phẩm", "Ghi chú"];
    let mut cells = vec![heads.map(str::to_owned)];
    cells.extend(rows.iter().enumerate().map(|(i, TaskRow { content, task, note, .. })| {
        let number = (i + 1).to_string();
        let own = [content, &task.lead, &task.support, &task.deadline, &task.deliverable, note];
        let [content, lead, support, deadline, deliverable, note] = own.map(String::clone);
        [number, content, lead, support, deadline, deliverable, note]
    }));
    let filled = |column: &usize| cells.iter().skip(1).any(|row| !row[*column].is_empty());
    let shown: Vec<usize> = (0..heads.len()).filter(filled).collect();
    let cell = |text: &String| TableCell { text: text.clone(), ..TableCell::default() };
    Table::new(1, cells.iter().map(|row| shown.iter().map(|column| cell(&row[*column])).collect()).collect())
}
