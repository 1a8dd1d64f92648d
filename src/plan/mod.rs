//! What a plan (Kế hoạch) is: plain data and its methods.
//!
//! A [`Plan`] holds what the drafter typed, never what an official page looks like.
//! Fields are text as typed; a field of several lines holds `\n` between them.
//! A blank field means "not filled in": what can be derived then comes from
//! [`crate::format::body`], what cannot shows as a placeholder on the page.
//!
//! Rows that the user adds, moves and deletes carry a [`RowId`] that stays the same
//! for the life of the row, so that the form, history and merging can follow it.

mod appendix;
mod basis;
mod date;
mod deadline;
mod dismissed;
mod due;
mod format_key;
mod json;
mod markings;
mod outline;
mod row;
mod settings;
mod signing;
mod table;
mod task;
mod texts;

use reactive_stores::Store;

use crate::citation;

pub use appendix::{Appendix, AppendixStoreFields, Orientation, TableSource, TaskRow, TaskRowStoreFields};
pub use basis::{Basis, BasisStoreFields, Shown};
pub use date::{IssueDate, IssueDateStoreFields};
pub use deadline::{Day, Deadline};
pub(crate) use dismissed::DISMISSED;
pub use due::DeadlineFault;
pub use format_key::FormatKey;
pub use json::Misfit;
pub(crate) use json::{Json, json_text};
pub use markings::{Circulation, Markings, MarkingsStoreFields, Urgency};
pub use outline::{Item, ItemStoreFields, Level, Section, SectionRole, SectionStoreFields};
pub use row::{Extra, Row, RowEdit, RowId, insert_after};
pub use settings::Settings;
pub use signing::{Recipient, RecipientStoreFields, Signature, SignatureStoreFields, SigningForm};
pub use table::{Table, TableCell, TableEdit};
pub(crate) use task::SLOT;
pub use task::{Detail, Task, TaskStoreFields};
pub use texts::{TextKind, TextPlace, VisitText, each_text, each_text_mut};

use row::RowIds;

/// A plan: one official document of the kind "Kế hoạch", as its drafter filled it in.
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct Plan {
    /// The format family (thể thức) in which the plan is printed.
    pub format: FormatKey,
    /// Who issues the plan, and where.
    pub issuer: Issuer,
    /// Số: the register number; blank until the văn thư registers the document.
    pub number: String,
    /// Ký hiệu without the number: `KH-UBND`, `KH/ĐU`; blank takes the body's usual symbol.
    pub symbol: String,
    /// Địa danh; blank takes the issuer's commune.
    pub place: String,
    /// The date of issue.
    pub date: IssueDate,
    /// Tên loại; blank prints `KẾ HOẠCH`.
    pub title: String,
    /// An optional line of the issuing body under the title: `CỦA BAN THƯỜNG VỤ …`.
    pub title_body: String,
    /// Trích yếu, one or several lines.
    pub subject: String,
    /// Căn cứ, one document each.
    #[store(key: RowId = |row| row.id)]
    pub bases: Vec<Basis>,
    /// The opening paragraph or paragraphs ("Thực hiện …, … như sau:").
    pub opening: String,
    /// The body, section by section (I., II., III. …).
    #[store(key: RowId = |row| row.id)]
    pub sections: Vec<Section>,
    /// The closing paragraph or paragraphs ("Trên đây là Kế hoạch …").
    pub closing: String,
    /// Nơi nhận, without the retention line.
    #[store(key: RowId = |row| row.id)]
    pub recipients: Vec<Recipient>,
    /// The retention line without its dash (`Lưu: VT.`); blank takes the family's.
    pub retention: String,
    /// Who signs.
    pub signature: Signature,
    /// Phụ lục.
    #[store(key: RowId = |row| row.id)]
    pub appendices: Vec<Appendix>,
    /// Dấu chỉ, ký hiệu người soạn thảo, địa chỉ: what only some plans carry.
    pub markings: Markings,
    /// What the drafter chose where the rules leave a choice.
    pub settings: Settings,
    /// Chưa xếp vào đâu: lines of the file from which the plan was read that have no field. They
    /// are not printed, and stay until the drafter has found them a place.
    pub unplaced: String,
    /// The last [`RowId`] given out in this plan.
    pub last_row: u32,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

/// Who issues the plan. Lines of the left header, top to bottom.
#[derive(Clone, Debug, Default, PartialEq, Store)]
pub struct Issuer {
    /// Key of the kind of body in [`crate::format::body`]; blank when none was chosen.
    pub kind: String,
    /// Tỉnh, thành phố, with its common noun: `tỉnh Nghệ An`.
    pub province: String,
    /// Xã, phường, đặc khu, with its common noun: `xã Lương Minh`.
    pub commune: String,
    /// Cơ quan cấp trên (chủ quản); one or several lines.
    pub superior: String,
    /// Cơ quan ban hành; one or several lines.
    pub issuing: String,
    /// The standing body under it (Ban Thường trực), where the family shows one.
    pub standing: String,
    /// Fields of a later version of the app, kept as they came.
    pub extra: Extra,
}

macro_rules! rows {
    ($($row:ty),*) => { $(impl Row for $row {
        fn id(&self) -> RowId {
            self.id
        }
    })* };
}
rows!(Basis, Section, Item, Recipient, Appendix, TaskRow);

/// The non-blank lines of a field, trimmed.
///
/// ```
/// let lines: Vec<_> = ke_hoach::plan::lines("ỦY BAN NHÂN DÂN\n XÃ LƯƠNG MINH \n").collect();
/// assert_eq!(lines, ["ỦY BAN NHÂN DÂN", "XÃ LƯƠNG MINH"]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '\r', '\u{b}', '\u{2028}', '\u{2029}']).map(str::trim).filter(|line| !line.is_empty())
}

/// A field as one line: its non-blank lines, a space between them.
///
/// ```
/// assert_eq!(ke_hoach::plan::one_line("ỦY BAN NHÂN DÂN\n XÃ LƯƠNG MINH \n"), "ỦY BAN NHÂN DÂN XÃ LƯƠNG MINH");
/// ```
pub fn one_line(text: &str) -> String {
    lines(text).collect::<Vec<_>>().join(" ")
}

impl Plan {
    /// A new plan in `format` with the three sections that nearly every plan has
    /// (the-thuc.md, section 5), their paragraphs still empty.
    pub fn new(format: FormatKey) -> Plan {
        let mut plan = Plan { format, ..Plan::default() };
        for (role, title) in [
            (SectionRole::Purpose, "MỤC ĐÍCH, YÊU CẦU"),
            (SectionRole::Content, "NỘI DUNG, NHIỆM VỤ"),
            (SectionRole::Organisation, "TỔ CHỨC THỰC HIỆN"),
        ] {
            let id = plan.new_row();
            let first = plan.new_row();
            plan.sections.push(Section {
                id,
                role,
                title: title.into(),
                items: vec![Item { id: first, level: Level::Clause, ..Item::default() }],
                ..Section::default()
            });
        }
        plan
    }

    /// Gives out an identity for a new row of this plan.
    pub fn new_row(&mut self) -> RowId {
        self.last_row += 1;
        RowId(self.last_row)
    }

    /// Makes every row identity present and unique, whatever the file said, and
    /// `last_row` at least the largest of them. Rows keep the identity they have
    /// unless an earlier row has it.
    pub fn repair_rows(&mut self) {
        let mut ids = RowIds::default();
        self.each_row(&mut |id| ids.claim(id));
        let mut missing = ids.finish(self.last_row);
        self.each_row(&mut |id| missing.fill(id));
        self.last_row = missing.last();
    }

    /// Visits the identity of every row.
    pub(crate) fn each_row(&mut self, visit: &mut dyn FnMut(&mut RowId)) {
        self.bases.iter_mut().for_each(|row| visit(&mut row.id));
        for section in &mut self.sections {
            visit(&mut section.id);
            section.items.iter_mut().for_each(|row| visit(&mut row.id));
        }
        self.recipients.iter_mut().for_each(|row| visit(&mut row.id));
        for appendix in &mut self.appendices {
            visit(&mut appendix.id);
            appendix.rows.iter_mut().for_each(|row| visit(&mut row.id));
            appendix.items.iter_mut().for_each(|row| visit(&mut row.id));
        }
    }

    /// The tasks of the body in order: each item that has task details, with its
    /// text as the task's content. What a task table derived from the body shows.
    pub fn tasks(&self) -> impl Iterator<Item = (&Item, &Task)> {
        self.sections
            .iter()
            .flat_map(|section| &section.items)
            .filter_map(|item| item.task.as_ref().map(|task| (item, task)))
    }

    /// The name by which lists of drafts show the plan: its subject on one line, or `None` while that
    /// is blank. What then follows from the documents that it cites, [`crate::citation::Composed`] knows.
    pub fn name(&self) -> Option<String> {
        let name = one_line(&citation::plain(&self.subject));
        (!name.is_empty()).then_some(name)
    }
}

#[cfg(test)]
mod tests;
