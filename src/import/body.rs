//! The outline: paragraphs into sections and items.
//!
//! The rule for paragraphs without a mark, so that the plan prints in reading order: right
//! behind a numbered or lettered item they are further paragraphs of that item; behind a
//! dash, or right under a heading, each is an item of its own.

use super::details::{owners, said, said_at_the_end};
use super::lines::Tabular;
use super::marks::Mark;
use super::paragraphs::Paragraph;
use super::placeholders::filled_in;
use super::role::Role;
use super::titles::{LONGEST, Reading, reading, split_heading};
use super::words::{begins, count, end_mark};
use crate::plan::{Item, Level, Plan, Section, SectionRole, Table, Task, TaskRow, lines};

/// Appends the sections that the paragraphs make to the plan.
pub fn sections(paragraphs: &[(Role, Paragraph)], plan: &mut Plan) {
    let apart = [Role::Basis, Role::Opening, Role::Closing];
    let body: Vec<&(Role, Paragraph)> = paragraphs.iter().filter(|(role, _)| !apart.contains(role)).collect();
    let roles: Vec<Role> = body.iter().map(|(role, _)| *role).collect();
    let owned = owners(&roles);
    let mut outline = Outline::default();
    for ((role, paragraph), owner) in body.iter().zip(owned) {
        let owner = owner.map(|owner| body[owner].1.at);
        match role {
            Role::Section if paragraph.table.is_none() => outline.open(paragraph),
            Role::Detail if owner.is_some_and(|owner| outline.detail(paragraph, owner)) => {}
            role => outline.take(*role, paragraph),
        }
    }
    for draft in
        outline.sections.into_iter().filter(|draft| !draft.title.is_empty() || !draft.items.is_empty())
    {
        let section = draft.finish(plan);
        plan.sections.push(section);
    }
}

/// The sections as they grow.
#[derive(Default)]
struct Outline {
    sections: Vec<DraftSection>,
}

#[derive(Default)]
struct DraftSection {
    title: String,
    items: Vec<DraftItem>,
}

/// An item before it is known whether its first paragraph is a title.
struct DraftItem {
    /// The place of its first line in the source.
    at: usize,
    level: Level,
    paragraphs: Vec<String>,
    /// Whether all of the first is bold, or none.
    bold: Option<bool>,
    task: Option<Task>,
    /// Whether it is a row of a table of tasks.
    row: bool,
    /// The table under its paragraphs.
    table: Option<Table>,
}

impl DraftItem {
    fn new(at: usize, level: Level, text: String) -> DraftItem {
        DraftItem { at, level, paragraphs: vec![text], bold: None, task: None, row: false, table: None }
    }
}

impl Outline {
    fn open(&mut self, paragraph: &Paragraph) {
        let (title, text) = split_heading(&paragraph.text);
        self.sections.push(DraftSection { title: title.to_owned(), items: Vec::new() });
        if !text.is_empty() {
            self.push(DraftItem::new(paragraph.at, Level::Text, text.to_owned()));
        }
    }

    fn push(&mut self, item: DraftItem) {
        if self.sections.is_empty() {
            self.sections.push(DraftSection::default());
        }
        if let Some(section) = self.sections.last_mut() {
            section.items.push(item);
        }
    }

    /// A row of a table of tasks: an item under the last that is numbered.
    fn push_task(&mut self, at: usize, row: &TaskRow) {
        let section = self.sections.last();
        let above = section.and_then(|section| {
            section.items.iter().rev().find(|item| !item.row && item.level <= Level::Point)
        });
        let level = match above.map(|item| item.level) {
            None => Level::Clause,
            Some(Level::Clause) => Level::Subclause,
            Some(Level::Subclause) => Level::Point,
            Some(_) => Level::Dash,
        };
        let paragraphs = lines(&row.content).chain(lines(&row.note)).map(str::to_owned).collect();
        let task = Some(row.task.clone()).filter(|task| *task != Task::default());
        self.push(DraftItem { paragraphs, task, row: true, ..DraftItem::new(at, level, String::new()) });
    }

    /// A table: under the last item, as long as nothing of that stands below its paragraphs.
    fn push_table(&mut self, at: usize, table: &Table) {
        let last = self.sections.last_mut().and_then(|section| section.items.last_mut());
        match last {
            Some(item) if !item.row && item.task.is_none() && item.table.is_none() => {
                item.table = Some(table.clone());
            }
            _ => {
                let (paragraphs, table) = (Vec::new(), Some(table.clone()));
                self.push(DraftItem { paragraphs, table, ..DraftItem::new(at, Level::Text, String::new()) });
            }
        }
    }

    /// Adds a detail to the task that the paragraph `owner` began; gives back whether it could.
    fn detail(&mut self, paragraph: &Paragraph, owner: usize) -> bool {
        let section = self.sections.last_mut();
        let item = section.and_then(|section| section.items.iter_mut().rfind(|item| item.at == owner));
        let (Some(item), Some(said)) = (item, said(&paragraph.text)) else { return false };
        let task = item.task.get_or_insert_default();
        if !task.detail(said.detail).is_empty() {
            return false;
        }
        task.say(said.detail, said.label, said.value);
        true
    }

    fn take(&mut self, role: Role, paragraph: &Paragraph) {
        match &paragraph.table {
            Some(Tabular::Row(row)) => return self.push_task(paragraph.at, row),
            Some(Tabular::Whole(table)) => return self.push_table(paragraph.at, table),
            None => {}
        }
        let text = filled_in(paragraph.text.clone());
        let level = match role {
            Role::Clause => Level::Clause,
            Role::Subclause => Level::Subclause,
            Role::Point => Level::Point,
            Role::Dash => Level::Dash,
            _ => return self.take_text(paragraph, text),
        };
        if !(text.is_empty() && level == Level::Dash) {
            self.push(DraftItem { bold: paragraph.bold, ..DraftItem::new(paragraph.at, level, text) });
        }
    }

    /// A paragraph without a number, or with one for which the plan has no level.
    fn take_text(&mut self, paragraph: &Paragraph, text: String) {
        if paragraph.mark == Some(Mark::Part) {
            self.sections.push(DraftSection::default());
        }
        if paragraph.mark.is_some() {
            return self.push(DraftItem::new(paragraph.at, Level::Text, paragraph.whole()));
        }
        let last = self.sections.last_mut().and_then(|section| section.items.last_mut());
        match last {
            _ if text.is_empty() => {}
            Some(item)
                if item.level < Level::Dash && !item.row && item.task.is_none() && item.table.is_none() =>
            {
                item.paragraphs.push(text);
            }
            _ => self.push(DraftItem::new(paragraph.at, Level::Text, text)),
        }
    }
}

impl DraftSection {
    fn finish(self, plan: &mut Plan) -> Section {
        let titled = self.titled();
        let id = plan.new_row();
        let items =
            self.items.into_iter().zip(titled).map(|(item, titled)| item.finish(titled, plan)).collect();
        Section { id, role: role(&self.title), title: self.title, items, ..Section::default() }
    }

    /// Which items begin with a title. A line that reads as a title or a sentence alike
    /// ("Tăng cường … Nghị quyết.") is a title where another of its level surely is one.
    fn titled(&self) -> Vec<bool> {
        let readings: Vec<Reading> =
            self.items.iter().enumerate().map(|(i, item)| self.reading(i, item)).collect();
        let sure = |level| {
            self.items.iter().zip(&readings).any(|(item, r)| item.level == level && *r == Reading::Title)
        };
        let sure: Vec<Level> = Level::ALL.into_iter().filter(|level| sure(*level)).collect();
        self.items
            .iter()
            .zip(&readings)
            .map(|(item, reading)| match reading {
                Reading::Title => true,
                Reading::Either => sure.contains(&item.level),
                Reading::Sentence => false,
            })
            .collect()
    }

    /// A title has something under it: further paragraphs or an item of an inner level.
    fn reading(&self, i: usize, item: &DraftItem) -> Reading {
        let numbered = matches!(item.level, Level::Clause | Level::Subclause | Level::Point);
        let next = self.items.get(i + 1).map(|next| next.level);
        // A sentence under which only stands who does it is the task itself.
        let first = item.paragraphs.first().map_or("", String::as_str);
        let assigned = item.task.is_some() && !matches!(end_mark(first), Some('.' | ';'));
        let heads = item.paragraphs.len() > 1
            || assigned
            || item.table.is_some()
            || next.is_some_and(|next| next > item.level);
        match item.paragraphs.first() {
            Some(_) if item.row => Reading::Sentence,
            Some(first) if numbered => self.judge(item, first, heads),
            _ => Reading::Sentence,
        }
    }
}

impl DraftSection {
    /// The first line of an item: bold letters tell titles from sentences; else only what has
    /// something under it can be a title.
    fn judge(&self, item: &DraftItem, first: &str, heads: bool) -> Reading {
        let of_level =
            || self.items.iter().any(|other| other.level == item.level && other.bold == Some(true));
        match item.bold {
            Some(true) if count(first) <= LONGEST => Reading::Title,
            Some(false) if of_level() => Reading::Sentence,
            _ if !heads => Reading::Sentence,
            _ => reading(first),
        }
    }
}

impl DraftItem {
    fn finish(self, titled: bool, plan: &mut Plan) -> Item {
        let DraftItem { level, mut paragraphs, mut task, table, .. } = self;
        let title = if titled && !paragraphs.is_empty() { paragraphs.remove(0) } else { String::new() };
        if let Some(last) = paragraphs.last_mut()
            && let Some((before, label, said)) = said_at_the_end(last)
            && task.as_ref().is_none_or(|task| task.detail(said.detail).is_empty())
        {
            task.get_or_insert_default().say(said.detail, &label, said.value);
            *last = before.to_owned();
        }
        let (id, text) = (plan.new_row(), paragraphs.join("\n"));
        Item { id, level, title, text, task, table, ..Item::default() }
    }
}

/// What a section is for, by its title.
fn role(title: &str) -> SectionRole {
    const ORGANISATION: [&str; 8] = [
        "to chuc thuc hien",
        "to chuc trien khai",
        "phan cong",
        "trach nhiem",
        "cong tac to chuc thuc hien",
        "phan cong nhiem vu",
        "to chuc chi dao",
        "to chuc va thuc hien",
    ];
    const PURPOSE: [&str; 4] = ["muc dich", "yeu cau", "muc tieu yeu cau", "muc dich yeu cau"];
    match () {
        () if begins(title, &ORGANISATION) => SectionRole::Organisation,
        () if begins(title, &PURPOSE) => SectionRole::Purpose,
        () => SectionRole::Content,
    }
}
