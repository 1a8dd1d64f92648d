//! The outline: paragraphs into sections and items.
//!
//! The rule for paragraphs without a mark, so that the plan prints in reading order: right
//! behind a numbered or lettered item they are further paragraphs of that item; behind a
//! dash, or right under a heading, each is an item of its own.
//!
//! The plan has one style of mark at each level. A mark for which it has no level
//! (`1.1.1.`, `(1)` under `a)`, `+` under `-`) stays in the text as it was typed.

use super::front_matter::is_heading;
use super::marks::{Mark, Style};
use super::paragraphs::Paragraph;
use super::placeholders::filled_in;
use super::titles::{LONGEST, Reading, reading, split_heading};
use super::words::{begins, count};
use crate::plan::{Item, Level, Plan, Section, SectionRole, Task, TaskRow, lines};

/// Appends the sections that the paragraphs make to the plan.
pub fn sections(paragraphs: &[Paragraph], numbered: bool, plan: &mut Plan) {
    let dashes = paragraphs.iter().any(|paragraph| paragraph.mark == Some(Mark::Dash));
    let mut outline = Outline { dashes, ..Outline::default() };
    for paragraph in paragraphs {
        match paragraph.mark {
            Some(Mark::Section) => outline.open(&paragraph.text),
            None if is_heading(paragraph, numbered) => outline.open(&paragraph.text),
            Some(Mark::Part) => {
                outline.open("");
                outline.push(Level::Text, paragraph.whole());
            }
            _ => outline.take(paragraph),
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
    /// Whether the text has dashes, so that `+` stands under them.
    dashes: bool,
    /// The style of clauses in this section.
    clause: Option<Style>,
    /// The mark of points under this clause or subclause.
    point: Option<Mark>,
}

#[derive(Default)]
struct DraftSection {
    title: String,
    items: Vec<DraftItem>,
}

/// An item before it is known whether its first paragraph is a title.
struct DraftItem {
    level: Level,
    paragraphs: Vec<String>,
    /// Whether all of the first is bold, or none.
    bold: Option<bool>,
    task: Option<Task>,
}

impl Outline {
    fn open(&mut self, heading: &str) {
        let (title, text) = split_heading(heading);
        self.sections.push(DraftSection { title: title.to_owned(), items: Vec::new() });
        (self.clause, self.point) = (None, None);
        if !text.is_empty() {
            self.push(Level::Text, text.to_owned());
        }
    }

    fn push(&mut self, level: Level, text: String) {
        self.push_item(DraftItem { level, paragraphs: vec![text], bold: None, task: None });
    }

    fn push_item(&mut self, item: DraftItem) {
        if self.sections.is_empty() {
            self.sections.push(DraftSection::default());
        }
        if let Some(section) = self.sections.last_mut() {
            section.items.push(item);
        }
    }

    /// A row of a table of tasks: an item under the last that is numbered.
    fn push_task(&mut self, row: &TaskRow) {
        let section = self.sections.last();
        let above = section.and_then(|section| {
            section.items.iter().rev().find(|item| item.task.is_none() && item.level <= Level::Point)
        });
        let level = match above.map(|item| item.level) {
            None => Level::Clause,
            Some(Level::Clause) => Level::Subclause,
            Some(Level::Subclause) => Level::Point,
            Some(_) => Level::Dash,
        };
        let paragraphs = lines(&row.content).chain(lines(&row.note)).map(str::to_owned).collect();
        let task = Some(row.task.clone()).filter(|task| *task != Task::default());
        self.push_item(DraftItem { level, paragraphs, bold: None, task });
    }

    fn take(&mut self, paragraph: &Paragraph) {
        if let Some(row) = &paragraph.row {
            return self.push_task(row);
        }
        let text = filled_in(paragraph.text.clone());
        if text.is_empty() && paragraph.mark.is_none() {
            return;
        }
        if let Some(mark) = paragraph.mark {
            if text.is_empty() && matches!(mark, Mark::Dash | Mark::InnerDash) {
                return;
            }
            return match self.level(mark) {
                Some(level) => {
                    let paragraphs = vec![text];
                    self.push_item(DraftItem { level, paragraphs, bold: paragraph.bold, task: None });
                }
                None => self.push(Level::Text, paragraph.whole()),
            };
        }
        let last = self.sections.last_mut().and_then(|section| section.items.last_mut());
        match last {
            Some(item)
                if matches!(item.level, Level::Clause | Level::Subclause | Level::Point)
                    && item.task.is_none() =>
            {
                item.paragraphs.push(text);
            }
            _ => self.push(Level::Text, text),
        }
    }

    /// The level at which a mark puts its line; `None` where the plan has none for it.
    fn level(&mut self, mark: Mark) -> Option<Level> {
        match mark {
            Mark::Number(1, style)
                if style != Style::Brackets && *self.clause.get_or_insert(style) == style =>
            {
                self.point = None;
                Some(Level::Clause)
            }
            Mark::Number(2, _) => {
                self.point = None;
                Some(Level::Subclause)
            }
            Mark::Number(1, _) | Mark::Letter(_) => {
                (*self.point.get_or_insert(mark) == mark).then_some(Level::Point)
            }
            Mark::Dash => Some(Level::Dash),
            Mark::InnerDash => (!self.dashes).then_some(Level::Dash),
            Mark::Number(..) | Mark::Part | Mark::Section => None,
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
        let heads = item.paragraphs.len() > 1 || next.is_some_and(|next| next > item.level);
        match item.paragraphs.first() {
            Some(_) if item.task.is_some() => Reading::Sentence,
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
        let mut paragraphs = self.paragraphs;
        let title = if titled && !paragraphs.is_empty() { paragraphs.remove(0) } else { String::new() };
        let (id, text) = (plan.new_row(), paragraphs.join("\n"));
        Item { id, level: self.level, title, text, task: self.task, ..Item::default() }
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
