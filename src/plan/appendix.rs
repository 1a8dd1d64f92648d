//! Appendices (phụ lục).

use reactive_stores::Store;

use super::{Extra, Item, RowId, Task};

/// An appendix: a title, paragraphs, a table of tasks and items, each optional and in this order.
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct Appendix {
    /// The row's identity.
    pub id: RowId,
    /// The title under "Phụ lục".
    pub title: String,
    /// Paragraphs before the table, one a line.
    pub text: String,
    /// Which way the page lies.
    pub orientation: Orientation,
    /// Where the rows of the table come from.
    pub table: TableSource,
    /// The rows, when the table has its own.
    #[store(key: RowId = |row| row.id)]
    pub rows: Vec<TaskRow>,
    /// What follows: paragraphs and tables in reading order.
    #[store(key: RowId = |row| row.id)]
    pub items: Vec<Item>,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// Which way the page of an appendix lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// On its side, for a wide table.
    Landscape,
    /// Upright.
    #[default]
    Portrait,
}

/// Where the rows of an appendix's task table come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableSource {
    /// The tasks of the body; they follow it as it changes.
    Tasks,
    /// The appendix's own rows.
    Rows,
    /// No table.
    #[default]
    None,
}

/// A row of a task table: TT | Nội dung nhiệm vụ | Chủ trì | Phối hợp | Thời gian | Sản phẩm | Ghi chú.
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct TaskRow {
    /// The row's identity.
    pub id: RowId,
    /// Nội dung nhiệm vụ.
    pub content: String,
    /// Who does it and by when.
    pub task: Task,
    /// Ghi chú.
    pub note: String,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}
