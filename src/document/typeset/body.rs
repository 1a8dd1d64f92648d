//! The text of the plan: căn cứ, opening, sections with their items and tasks, closing.

use super::Sheet;
use super::table::{gap, set_apart, table};
use super::text::{is_one_line, paragraph, without_dash, without_end};
use crate::document::{Align, Block, Paragraph, Role};
use crate::format::numbering::{Counter, roman};
use crate::format::{HeadingPlace, Twips, TypeRule};
use crate::plan::{Item, Level, SLOT, Section, Shown, Task, lines, one_line};
use crate::vietnamese::{NBSP, bind};

/// Everything between the subject and the signature.
pub fn blocks(sheet: &Sheet) -> Vec<Block> {
    let mut blocks: Vec<Block> = bases(sheet).into_iter().map(Block::Paragraph).collect();
    blocks.extend(text_of_plan(sheet));
    blocks
}

fn text_of_plan(sheet: &Sheet) -> Vec<Block> {
    let mut body = Vec::new();
    let texts = |role, field| lines(field).map(move |line| Block::Paragraph(text(sheet, role, line)));
    body.extend(texts(Role::Opening, &sheet.plan.opening));
    let mut number = 0;
    for section in &sheet.plan.sections {
        if !section.title.trim().is_empty() {
            number += 1;
        }
        body.extend(self::section(sheet, section, number));
    }
    body.extend(texts(Role::Closing, &sheet.plan.closing));
    if body.is_empty() {
        body.push(Block::Paragraph(text(sheet, Role::Body, PLACEHOLDER)));
    }
    let mut body = set_apart(body);
    match body.as_mut_slice() {
        [before @ .., Block::Paragraph(last)] => {
            end(last, sheet.format.body.end_mark);
            // The signature never stands alone on a page: the last lines of the text go with it.
            last.keep_next = true;
            // Word parts a paragraph for that, LibreOffice moves it whole: a short one is moved whole by both.
            last.keep_lines = last.runs.iter().map(|run| run.text.chars().count()).sum::<usize>() <= SHORT;
            if let Some(Block::Paragraph(before)) = before.last_mut() {
                // Two lines of text at least.
                before.keep_next |= is_one_line(last, sheet.page.text_width());
            }
        }
        [.., Block::Table(table)] => {
            // Nothing stands behind it that could bear the mark of the end.
            let last = table.rows.last_mut().into_iter().flat_map(|row| row.cells.iter_mut().flatten());
            last.for_each(|paragraph| paragraph.keep_next = true);
            body.push(Block::Paragraph(Paragraph { keep_next: true, ..gap() }));
        }
        [] => {}
    }
    body
}

/// Letters of about eight lines: more than that is not moved to the next page for the signature's sake.
const SHORT: usize = 600;

const PLACEHOLDER: &str = "(nội dung)";

/// A paragraph of body text by the family's measures.
pub fn text(sheet: &Sheet, role: Role, line: &str) -> Paragraph {
    styled(sheet, role, &sheet.format.body.letters, line)
}

fn styled(sheet: &Sheet, role: Role, letters: &TypeRule, line: &str) -> Paragraph {
    let rules = &sheet.format.body;
    Paragraph {
        first_line: rules.first_line.default,
        before: rules.before.default,
        line: rules.line.default,
        ..paragraph(role, letters, Align::Justify, &bind(line))
    }
}

fn heading(sheet: &Sheet, role: Role, letters: &TypeRule, line: &str) -> Paragraph {
    Paragraph { keep_next: true, keep_lines: true, ..styled(sheet, role, letters, line) }
}

fn bases(sheet: &Sheet) -> Vec<Paragraph> {
    let rules = &sheet.format.basis;
    let texts: Vec<&str> = sheet
        .plan
        .bases
        .iter()
        .filter(|basis| basis.shown == Shown::Line)
        .flat_map(|basis| lines(&basis.text))
        .map(|line| without_end(without_dash(line)))
        .filter(|line| !line.is_empty())
        .collect();
    let last = texts.len().saturating_sub(1);
    let mark = marked(rules.mark.trim_end(), "");
    texts
        .into_iter()
        .enumerate()
        .map(|(i, line)| {
            let lead = if names_a_document(line) { "Căn cứ " } else { "" };
            let end = if i == last { rules.last_end.default } else { rules.end };
            styled(sheet, Role::Basis, &rules.letters, &format!("{mark}{lead}{line}{end}"))
        })
        .collect()
}

/// What documents are called that a plan rests on.
const DOCUMENTS: [&str; 20] = [
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Quy định",
    "Quy chế",
    "Chỉ thị",
    "Thông tư",
    "Thông báo",
    "Kết luận",
    "Hướng dẫn",
    "Kế hoạch",
    "Chương trình",
    "Đề án",
    "Công văn",
    "Công điện",
    "Điều lệ",
];

/// Whether a căn cứ was typed without the words "Căn cứ" before the document it names.
fn names_a_document(line: &str) -> bool {
    let after = DOCUMENTS.iter().find_map(|name| line.strip_prefix(name));
    after.is_some_and(|rest| rest.starts_with(char::is_whitespace))
}

fn section(sheet: &Sheet, section: &Section, number: usize) -> Vec<Block> {
    let mut blocks = Vec::new();
    let title = one_line(&section.title);
    if !title.is_empty() {
        let rules = &sheet.format.body;
        let title = marked(&format!("{}{}", roman(number), rules.section_mark.default), &title);
        let heading = heading(sheet, Role::SectionHeading, &rules.section, &title);
        blocks.push(Block::Paragraph(match rules.heading.default {
            HeadingPlace::Indented => heading,
            HeadingPlace::Left => Paragraph { first_line: Twips::ZERO, align: Align::Left, ..heading },
            HeadingPlace::Centred => Paragraph { first_line: Twips::ZERO, align: Align::Center, ..heading },
        }));
    }
    let before = blocks.len();
    blocks.extend(items(sheet, &section.items, sheet.page.text_width()));
    blocks.extend(elsewhere(sheet, section).map(Block::Paragraph));
    if blocks.len() == before && !title.is_empty() {
        blocks.push(Block::Paragraph(text(sheet, Role::Body, PLACEHOLDER)));
    }
    blocks
}

/// Items one under the other, numbered from the first, their tables `width` wide.
pub fn items(sheet: &Sheet, items: &[Item], width: Twips) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut counter = Counter::default();
    // Who does a numbered task and by when is said behind all that stands under its number.
    let mut open: Vec<(Level, Vec<Block>)> = Vec::new();
    for item in items {
        while let Some((_, details)) = open.pop_if(|(level, _)| *level >= item.level) {
            blocks.extend(details);
        }
        let paragraphs = self::item(sheet, item, counter.mark(item.level).as_deref());
        blocks.extend(paragraphs.into_iter().map(Block::Paragraph));
        blocks.extend(item.table.as_ref().map(|table| Block::Table(self::table(sheet, table, width))));
        let task = item.task.as_ref().filter(|_| sheet.task_table().is_none());
        let details = task.into_iter().flat_map(|task| details(sheet, item, task));
        let details = details.map(Block::Paragraph).collect();
        if item.level < Level::Dash {
            open.push((item.level, details));
        } else {
            blocks.extend(details);
        }
    }
    blocks.extend(open.into_iter().rev().flat_map(|(_, details)| details));
    blocks
}

fn item(sheet: &Sheet, item: &Item, mark: Option<&str>) -> Vec<Paragraph> {
    let role = if item.level == Level::Dash { Role::Dash } else { Role::Body };
    let mut mark = mark.unwrap_or_default();
    let mut paragraphs = Vec::new();
    let title = one_line(&item.title);
    if !title.is_empty() {
        let line = marked(std::mem::take(&mut mark), &title);
        paragraphs.push(heading(sheet, outline_role(item.level), &sheet.format.body.item_title, &line));
    }
    let mut text = lines(&item.text).map(str::to_owned).collect::<Vec<_>>();
    if let (Some(last), Some(task), None) = (text.last_mut(), &item.task, sheet.task_table()) {
        for (label, value) in task.details().filter(|(label, _)| label.contains(SLOT)) {
            last.push(' ');
            last.push_str(&label.replacen(SLOT, &value, 1));
        }
    }
    for line in text {
        paragraphs.push(self::text(sheet, role, &marked(std::mem::take(&mut mark), &line)));
    }
    if !mark.is_empty() {
        paragraphs.push(self::text(sheet, role, &marked(mark, PLACEHOLDER)));
    }
    paragraphs
}

/// The lines in which a task says who does it and by when, as real plans of communes do.
fn details(sheet: &Sheet, item: &Item, task: &Task) -> Vec<Paragraph> {
    let inside = lines(&item.text).next().is_some();
    task.details()
        .filter(|(label, _)| !(inside && label.contains(SLOT)))
        .map(|(label, value)| match label.contains(SLOT) {
            true => label.replacen(SLOT, &value, 1),
            false => format!("{label}: {}.", without_end(&value)),
        })
        .map(|line| text(sheet, Role::Dash, &marked("-", &line)))
        .collect()
}

/// Where who does the tasks of a section and by when is printed, if not under them.
fn elsewhere(sheet: &Sheet, section: &Section) -> Option<Paragraph> {
    let label = sheet.task_table()?;
    let said = |item: &Item| item.task.as_ref().is_some_and(|task| task.details().next().is_some());
    let line = format!("Phân công thực hiện các nhiệm vụ nêu trên (chi tiết tại {label} kèm theo).");
    section.items.iter().any(said).then(|| text(sheet, Role::Body, &line))
}

/// Where a titled item stands in the outline that Word's navigation pane shows.
fn outline_role(level: Level) -> Role {
    match level {
        Level::Clause => Role::ItemHeading(2),
        Level::Subclause => Role::ItemHeading(3),
        Level::Point => Role::ItemHeading(4),
        Level::Dash | Level::Text => Role::Body,
    }
}

/// A number or dash and what follows it, never parted at a line's end.
fn marked(mark: &str, line: &str) -> String {
    if mark.is_empty() { line.to_owned() } else { format!("{mark}{NBSP}{line}") }
}

/// Ends the document by the family's mark, in place of whatever ends it now.
fn end(paragraph: &mut Paragraph, mark: &str) {
    if let Some(run) = paragraph.runs.last_mut() {
        run.text = format!("{}{mark}", without_end(&run.text));
    }
}
