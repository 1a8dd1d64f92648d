//! Where the tasks are printed: in the text, in a table of an appendix, or in both.

use crate::format::TaskDetails;
use crate::plan::{Appendix, Orientation, Plan, TableSource};

/// Where the tasks are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// In the text.
    Text,
    /// Who does what and by when only in the table of an appendix.
    Table,
    /// In both.
    Both,
}

impl Printed {
    /// Every choice with its name.
    pub const ALL: [(Printed, &str); 3] = [
        (Printed::Text, "Trong nội dung"),
        (Printed::Table, "Trong bảng phụ lục"),
        (Printed::Both, "Cả hai"),
    ];
}

/// Where a plan prints its tasks.
pub fn printed(plan: &Plan) -> Printed {
    let table = plan.appendices.iter().any(|appendix| appendix.table == TableSource::Tasks);
    match (table, plan.settings.get(TaskDetails::KEY) == Some(TaskDetails::TABLE)) {
        (false, _) => Printed::Text,
        (true, true) => Printed::Table,
        (true, false) => Printed::Both,
    }
}

/// The title of the appendix that the choice makes.
const TITLE: &str = "Bảng phân công nhiệm vụ";

/// Has a plan print its tasks there: makes the appendix, or takes its table away, and with it an
/// appendix in which nothing else stands.
pub fn print_tasks(plan: &mut Plan, printed: Printed) {
    let key = if printed == Printed::Table { TaskDetails::TABLE } else { "" };
    plan.settings.set(TaskDetails::KEY, key);
    let has = plan.appendices.iter().any(|appendix| appendix.table == TableSource::Tasks);
    match printed {
        Printed::Text => {
            let only = |appendix: &Appendix| {
                let title = appendix.title.trim();
                appendix.table == TableSource::Tasks
                    && (title.is_empty() || title == TITLE)
                    && appendix.text.trim().is_empty()
                    && appendix.rows.is_empty()
                    && appendix.items.is_empty()
            };
            plan.appendices.retain(|appendix| !only(appendix));
            let others = plan.appendices.iter_mut().filter(|appendix| appendix.table == TableSource::Tasks);
            others.for_each(|appendix| appendix.table = TableSource::None);
        }
        Printed::Table | Printed::Both if !has => {
            let appendix = Appendix {
                id: plan.new_row(),
                title: TITLE.into(),
                orientation: Orientation::Landscape,
                table: TableSource::Tasks,
                ..Appendix::default()
            };
            plan.appendices.push(appendix);
        }
        Printed::Table | Printed::Both => {}
    }
}
