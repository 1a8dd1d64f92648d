//! The tasks of a plan as one table that is edited quickly: what stands in it, line by line, and the
//! changes of its rows and cells.
//!
//! A task is an item of the body with who does it and by when; the table shows it under its group: the
//! section, and in it the clause above. The rest of the body stays where it is.

mod bodies;
mod copy;
mod deadlines;
mod edit;
mod paste;
mod print;

use crate::format::numbering::{Counter, roman};
use crate::plan::{Detail, Item, Level, Plan, RowId, Section, SectionRole, Task, one_line};
use crate::vietnamese::ascii;

pub use bodies::{ended_by, named, offered};
pub use copy::copied;
pub use deadlines::deadlines;
pub use edit::{add_below, add_to, carry, copy_from_above, remove, shift};
pub use paste::{Cells, Pasted, paste};
pub use print::{Printed, print_tasks, printed};

/// A column that is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Nội dung: the item's title, or its text where it has none.
    Content,
    /// One of the details of the task.
    Detail(Detail),
}

/// What the column of the content is called elsewhere, without marks.
const CONTENT: [&str; 9] = [
    "noi dung",
    "nhiem vu",
    "noi dung nhiem vu",
    "noi dung, nhiem vu",
    "noi dung cong viec",
    "noi dung thuc hien",
    "cong viec",
    "hoat dong",
    "dau viec",
];

impl Column {
    /// Every column, left to right.
    pub const ALL: [Column; 5] = [
        Column::Content,
        Column::Detail(Detail::Lead),
        Column::Detail(Detail::Support),
        Column::Detail(Detail::Deadline),
        Column::Detail(Detail::Deliverable),
    ];

    /// Its head.
    pub fn name(self) -> &'static str {
        match self {
            Column::Content => "Nội dung",
            Column::Detail(Detail::Lead) => "Chủ trì",
            Column::Detail(Detail::Support) => "Phối hợp",
            Column::Detail(Detail::Deadline) => "Thời gian",
            Column::Detail(Detail::Deliverable) => "Sản phẩm",
        }
    }

    /// The column that a head names, whatever its case and marks.
    pub fn of(head: &str) -> Option<Column> {
        let plain = ascii(&one_line(head));
        let plain = plain.trim_end_matches([':', '.']);
        match Detail::of(head) {
            Some(detail) => Some(Column::Detail(detail)),
            None => CONTENT.contains(&plain).then_some(Column::Content),
        }
    }

    /// What stands in it of a task; blank where the item is none.
    pub fn text(self, item: &Item) -> &str {
        match (self, &item.task) {
            (Column::Content, _) if item.title.trim().is_empty() => &item.text,
            (Column::Content, _) => &item.title,
            (Column::Detail(detail), Some(task)) => task.detail(detail),
            (Column::Detail(_), None) => "",
        }
    }

    /// Fills it in.
    pub fn write(self, item: &mut Item, text: String) {
        match self {
            Column::Content if item.title.trim().is_empty() => item.text = text,
            Column::Content => item.title = text,
            Column::Detail(detail) => {
                item.task.get_or_insert_with(Task::default).set(detail, text);
            }
        }
    }
}

/// Where tasks stand together: in a section, or under one of its items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The section.
    pub section: RowId,
    /// The item in it.
    pub under: Option<RowId>,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The tasks that follow stand here.
    Group {
        /// The place.
        place: Place,
        /// The section and the clause, with their numbers.
        name: String,
    },
    /// A task.
    Task {
        /// The item.
        id: RowId,
        /// Its number in the table, counted from 1 through the whole plan.
        number: usize,
    },
}

/// Letters of a heading that are shown.
const LONGEST: usize = 90;

/// The table: groups and their tasks in the order of the plan. A section that could have tasks and has
/// none is a group, too.
pub fn lines(plan: &Plan) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut number = 0;
    for (section, heading) in headed(plan) {
        let mut items = Walk::default();
        let mut here = None;
        for item in &section.items {
            let above = items.step(item);
            if item.task.is_none() {
                continue;
            }
            let place = Place { section: section.id, under: above.map(|above| above.id) };
            if here != Some(place) {
                let name = match above {
                    Some(above) => format!("{heading} › {}", above.name),
                    None => heading.clone(),
                };
                lines.push(Line::Group { place, name });
                here = Some(place);
            }
            number += 1;
            lines.push(Line::Task { id: item.id, number });
        }
        if here.is_none() && section.role != SectionRole::Purpose {
            let place = Place { section: section.id, under: None };
            lines.push(Line::Group { place, name: heading });
        }
    }
    lines
}

/// Every place to which a task could go, with its name: the sections, and in them what has a number.
pub fn places(plan: &Plan) -> Vec<(Place, String)> {
    let mut places = Vec::new();
    for (section, heading) in headed(plan) {
        places.push((Place { section: section.id, under: None }, heading));
        let mut items = Walk::default();
        for item in &section.items {
            items.step(item);
            if matches!(item.level, Level::Clause | Level::Subclause | Level::Point)
                && let Some(last) = items.open.last()
            {
                let depth = "\u{2003}".repeat(items.open.len());
                let place = Place { section: section.id, under: Some(item.id) };
                places.push((place, format!("{depth}{}", last.name)));
            }
        }
    }
    places
}

/// The sections, each with its number and title.
fn headed(plan: &Plan) -> impl Iterator<Item = (&Section, String)> {
    let mut number = 0;
    plan.sections.iter().map(move |section| {
        let title = one_line(&section.title);
        if title.is_empty() {
            return (section, "Mục không có tên".to_owned());
        }
        number += 1;
        (section, cut(&format!("{}. {title}", roman(number))))
    })
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// An item that others stand under.
struct Open {
    id: RowId,
    level: Level,
    name: String,
}

/// The items of a section, one after the other, with what each stands under.
#[derive(Default)]
struct Walk {
    counter: Counter,
    open: Vec<Open>,
}

impl Walk {
    /// Goes on to the next item; gives back what it stands under.
    fn step(&mut self, item: &Item) -> Option<&Open> {
        let mark = self.counter.mark(item.level).unwrap_or_default();
        while self.open.pop_if(|open| open.level >= item.level).is_some() {}
        let text = one_line(Column::Content.text(item));
        let name = cut(format!("{mark} {text}").trim());
        self.open.push(Open { id: item.id, level: item.level, name });
        self.open.iter().nth_back(1)
    }
}

/// The item with this identity.
pub fn item(plan: &Plan, id: RowId) -> Option<&Item> {
    plan.sections.iter().flat_map(|section| &section.items).find(|item| item.id == id)
}

/// The same, to be changed.
pub fn item_mut(plan: &mut Plan, id: RowId) -> Option<&mut Item> {
    plan.sections.iter_mut().flat_map(|section| &mut section.items).find(|item| item.id == id)
}
