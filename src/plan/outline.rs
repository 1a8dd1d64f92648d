//! The body of a plan: sections, the items under them, and tasks.

use reactive_stores::Store;

use super::{Extra, RowId, Table, Task};

/// A section (mục) of the body: `I. MỤC ĐÍCH, YÊU CẦU` and what stands under it.
///
/// A section without a title prints no heading and takes no number: that is how a
/// plan without Roman sections, or text before section I, is held.
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct Section {
    /// The row's identity.
    pub id: RowId,
    /// What the section is for: decides the step of the form in which it is edited.
    pub role: SectionRole,
    /// The heading without its number.
    pub title: String,
    /// Everything under the heading, in reading order.
    #[store(key: RowId = |row| row.id)]
    pub items: Vec<Item>,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// What a section is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SectionRole {
    /// Mục đích, yêu cầu.
    Purpose,
    /// Tổ chức thực hiện.
    Organisation,
    /// Nội dung, nhiệm vụ; also targets, funding and everything without a role of its own.
    #[default]
    Content,
}

/// The level of an item under a section. Numbers are not stored: they follow from
/// the order of the items (see [`crate::format::numbering`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Khoản: `1.`
    Clause,
    /// `1.1.`
    Subclause,
    /// Điểm: `a)`
    Point,
    /// Gạch đầu dòng: `- `
    Dash,
    /// A paragraph without a number or mark.
    #[default]
    Text,
}

impl Level {
    /// Every level, outermost first.
    pub const ALL: [Level; 5] = [Level::Clause, Level::Subclause, Level::Point, Level::Dash, Level::Text];
}

/// One item of the outline: its number follows from its level and place, then its
/// optional title on a line of its own, then its paragraphs and its table.
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct Item {
    /// The row's identity.
    pub id: RowId,
    /// The level of the item.
    pub level: Level,
    /// The title without its number; blank for an item that begins with its text.
    pub title: String,
    /// The paragraphs, one a line.
    pub text: String,
    /// Who does it and by when, when the item is a task (nhiệm vụ).
    pub task: Option<Task>,
    /// A table under it.
    pub table: Option<Table>,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

impl Item {
    /// Whether nothing stands there yet.
    pub fn is_blank(&self) -> bool {
        let Item { title, text, task, table, .. } = self;
        title.trim().is_empty() && text.trim().is_empty() && task.is_none() && table.is_none()
    }
}
