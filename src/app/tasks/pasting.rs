//! Pasting a table into the table.

use leptos::prelude::{GetValue, event_target};
use web_sys::{ClipboardEvent, Element};

use super::{Cell, Desk};
use crate::app::platform;
use crate::grid::{Cells, Pasted, paste};

/// Something was pasted: a table is put in as rows, anything else goes into the field.
pub fn pasted(desk: Desk, event: &ClipboardEvent) {
    let target: Element = event_target(event);
    let (Some(cell), Some(data)) = (Cell::of(&target), event.clipboard_data()) else { return };
    let cells = match platform::pasted(&data) {
        platform::Pasted::Page { xhtml, text } => Cells::copied(&xhtml, &text),
        platform::Pasted::Text(text) => Cells::tabbed(&text),
        platform::Pasted::Files(_) => None,
    };
    let Some(cells) = cells else { return };
    event.prevent_default();
    // How much it is one knows once it is in.
    let mut plan = desk.plan.get_value();
    let Some(done) = paste(&mut plan, cell.row, cell.what(), &cells) else { return };
    let said = sentence(&done);
    desk.change(&said, &mut |now| {
        *now = plan.clone();
        Some(Cell { row: done.last, ..cell })
    });
}

fn sentence(done: &Pasted) -> String {
    let Pasted { rows, columns, left_out, .. } = done;
    match left_out {
        0 => format!("Đã dán {rows} dòng, {columns} cột."),
        _ => format!("Đã dán {rows} dòng, {columns} cột; {left_out} cột bên phải không có chỗ."),
    }
}
