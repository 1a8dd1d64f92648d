//! Every text of a plan's content, to change names or spelling all over it.

use super::{Appendix, Extra, Item, Plan, Table, Task};

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Names documents with their dates: căn cứ, opening.
    Citing,
    /// Says when something is to be done.
    When,
    /// Any other.
    Other,
}

/// Sees one text after the other and may change it.
pub type VisitText<'a> = dyn FnMut(&mut String, TextKind) + 'a;

impl Plan {
    /// Visits every text of the content, in reading order: what the plan is about, not who issues and
    /// signs it, nor what stands in its margins.
    pub fn each_text(&mut self, visit: &mut VisitText) {
        use TextKind::{Citing, Other};
        visit(&mut self.title, Other);
        visit(&mut self.title_body, Other);
        visit(&mut self.subject, Other);
        self.bases.iter_mut().for_each(|basis| visit(&mut basis.text, Citing));
        visit(&mut self.opening, Citing);
        for section in &mut self.sections {
            visit(&mut section.title, Other);
            section.items.iter_mut().for_each(|item| item_texts(item, visit));
        }
        visit(&mut self.closing, Other);
        for recipient in &mut self.recipients {
            visit(&mut recipient.name, Other);
            visit(&mut recipient.note, Other);
        }
        visit(&mut self.retention, Other);
        self.appendices.iter_mut().for_each(|appendix| appendix_texts(appendix, visit));
    }

    /// Visits the unknown fields of every row.
    pub(crate) fn each_extra(&mut self, visit: &mut dyn FnMut(&mut Extra)) {
        self.bases.iter_mut().for_each(|row| visit(&mut row.extra));
        for section in &mut self.sections {
            visit(&mut section.extra);
            section.items.iter_mut().for_each(|row| visit(&mut row.extra));
        }
        self.recipients.iter_mut().for_each(|row| visit(&mut row.extra));
        for appendix in &mut self.appendices {
            visit(&mut appendix.extra);
            appendix.rows.iter_mut().for_each(|row| visit(&mut row.extra));
            appendix.items.iter_mut().for_each(|row| visit(&mut row.extra));
        }
    }
}

fn item_texts(item: &mut Item, visit: &mut VisitText) {
    visit(&mut item.title, TextKind::Other);
    visit(&mut item.text, TextKind::Other);
    item.task.iter_mut().for_each(|task| task_texts(task, visit));
    item.table.iter_mut().for_each(|table| table_texts(table, visit));
}

fn task_texts(task: &mut Task, visit: &mut VisitText) {
    visit(&mut task.lead, TextKind::Other);
    visit(&mut task.support, TextKind::Other);
    visit(&mut task.deadline, TextKind::When);
    visit(&mut task.deliverable, TextKind::Other);
}

fn table_texts(table: &mut Table, visit: &mut VisitText) {
    let cells = table.rows.iter_mut().flatten();
    // A cell that goes on from above has no text of its own.
    cells.filter(|cell| !cell.merged).for_each(|cell| visit(&mut cell.text, TextKind::Other));
}

fn appendix_texts(appendix: &mut Appendix, visit: &mut VisitText) {
    visit(&mut appendix.title, TextKind::Other);
    visit(&mut appendix.text, TextKind::Other);
    for row in &mut appendix.rows {
        visit(&mut row.content, TextKind::Other);
        task_texts(&mut row.task, visit);
        visit(&mut row.note, TextKind::Other);
    }
    appendix.items.iter_mut().for_each(|item| item_texts(item, visit));
}
