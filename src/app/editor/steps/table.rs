//! The table of an item: a field a cell.

use std::fmt::Write as _;

use leptos::prelude::*;
use reactive_stores::Field;
use web_sys::{Element, Event, FocusEvent, MouseEvent};

use super::super::session::Session;
use crate::app::fields::composed;
use crate::app::platform;
use crate::export::escape;
use crate::plan::{Item, ItemStoreFields, RowEdit, RowId, Table, TableEdit};

/// Where an element of the table says which cell or which change it is for.
const CELL: &str = "data-cell";
const EDIT: &str = "data-edit";

/// Makes a change of the row or column at a place.
type Edit = fn(usize) -> TableEdit;

/// The changes by the letters that name them on a button.
const EDITS: [(&str, Edit); 4] = [
    ("r+", TableEdit::AddRow),
    ("r-", TableEdit::RemoveRow),
    ("c+", TableEdit::AddColumn),
    ("c-", TableEdit::RemoveColumn),
];

/// The table of the item, or the button that gives it one. What is typed in a cell wakes nothing;
/// what changes the rows and columns draws the table anew: as one text, since a view a cell would
/// be kilobytes of code.
#[component]
pub fn TableFields(id: RowId, item: Field<Item>) -> impl IntoView {
    let session = Session::get();
    let table: Field<Option<Table>> = item.table().into();
    let id = id.0;
    let cells = move || {
        session.shape();
        table.try_with_untracked(|table| table.as_ref().map(|table| html(id, table))).flatten()
    };
    let there = Memo::new(move |_| cells().is_some());
    let add = move |_| {
        session.step(|| session.reshape(|| table.set(Some(Table::blank(3, 3)))));
        platform::focus(format!("cell-{id}-0-0"));
    };
    let remove = move |_| {
        session.edit_row(RowEdit::Remove, "bảng", || table.set(None));
        platform::focus(format!("table-{id}"));
    };
    let edit = move |change: TableEdit| {
        if let Some(table) = table.write().as_mut() {
            table.edit(change);
        }
    };
    let click = move |event: MouseEvent| {
        let button: Element = event_target(&event);
        let Some(change) = button.get_attribute(EDIT) else { return };
        let Some((name, change)) =
            EDITS.iter().find(|(name, _)| change.starts_with(name)).and_then(|(name, made)| {
                let at = change[name.len()..].parse::<usize>().ok()?;
                Some((*name, made(at)))
            })
        else {
            return;
        };
        let (row, column) = match change {
            TableEdit::AddRow(at) => (at + 1, 0),
            TableEdit::AddColumn(at) => (0, at + 1),
            TableEdit::RemoveRow(at) => (at.saturating_sub(1), 0),
            TableEdit::RemoveColumn(at) => (0, at.saturating_sub(1)),
        };
        match name {
            "r-" => session.edit_row(RowEdit::Remove, "hàng của bảng", || edit(change)),
            "c-" => session.edit_row(RowEdit::Remove, "cột của bảng", || edit(change)),
            _ => session.step(|| session.reshape(|| edit(change))),
        }
        platform::focus(format!("cell-{id}-{row}-{column}"));
    };
    let set = move |field: &Element, text: String| {
        let at = field.get_attribute(CELL).unwrap_or_default();
        let Some((row, cell)) = at.split_once(',') else { return };
        if let (Ok(row), Ok(cell)) = (row.parse(), cell.parse())
            && let Some(mut now) = table.try_write()
            && let Some(table) = now.as_mut()
        {
            table.set_text(row, cell, text);
        }
    };
    let typed = move |event: Event| set(&event_target(&event), event_target_value(&event));
    let left = move |event: FocusEvent| {
        if let Some(text) = composed(&event) {
            set(&event_target(&event), text);
        }
    };
    let heads =
        move || table.try_with_untracked(|table| table.as_ref().map(Table::heads)).flatten().unwrap_or(0);
    let toggle = move |_| {
        session.step(|| {
            session.reshape(|| {
                if let Some(table) = table.write().as_mut() {
                    table.set_heads(u32::from(table.heads() == 0));
                }
            });
        });
    };
    move || {
        if there.get() {
            view! {
                <div
                    class="cells"
                    role="group"
                    aria-label="Bảng"
                    inner_html=move || cells().unwrap_or_default()
                    on:click=click
                    on:input=typed
                    on:focusout=left
                ></div>
                <div class="item-foot">
                    <label class="check">
                        <input type="checkbox" checked=heads() != 0 on:change=toggle />
                        "Hàng đầu là tiêu đề cột"
                    </label>
                    <button type="button" class="button quiet" on:click=remove>"Xóa bảng"</button>
                </div>
            }
            .into_any()
        } else {
            view! {
                <button type="button" class="button quiet" id=format!("table-{id}") on:click=add>"Thêm bảng"</button>
            }
            .into_any()
        }
    }
}

/// The table as HTML.
fn html(id: u32, table: &Table) -> String {
    let mut out = "<table><tr>".to_owned();
    for at in 0..table.columns() {
        tools(&mut out, 'c', "Thêm cột sau", "cột", at, table.columns() == 1);
    }
    out.push_str("</tr>");
    for (row, cells) in table.rows().iter().enumerate() {
        out.push_str("<tr>");
        let head = if row < table.heads() { " bold" } else { "" };
        for (at, (column, cell)) in Table::placed(cells).enumerate().filter(|(_, (_, cell))| !cell.merged) {
            let (span, height) = (cell.span, table.height(row, column));
            let (number, name) = (row + 1, column + 1);
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                "<td class=\"field{head}\" colspan={span} rowspan={height}><textarea id=cell-{id}-{row}-{column} \
                 {CELL}={row},{at} aria-label=\"Hàng {number}, cột {name}\" lang=vi autocomplete=off spellcheck=false \
                 rows=1>"
            );
            // What a browser drops; a line break of the text would be the one it drops.
            out.push('\n');
            out.push_str(&escape(&cell.text));
            out.push_str("</textarea></td>");
        }
        tools(&mut out, 'r', "Thêm hàng dưới", "hàng", row, table.rows().len() == 1);
        out.push_str("</tr>");
    }
    out + "</table>"
}

/// The buttons of a row or column.
fn tools(out: &mut String, of: char, add: &str, what: &str, at: usize, only: bool) {
    out.push_str("<td class=tools>");
    for (face, sign, verb) in [("+", '+', add), ("✕", '-', "Xóa")] {
        if sign == '+' || !only {
            let number = at + 1;
            let _ = write!(
                out,
                "<button type=button class=row-tool {EDIT}={of}{sign}{at} title=\"{verb}\" \
                 aria-label=\"{verb} {what} {number}\">{face}</button>"
            );
        }
    }
    out.push_str("</td>");
}
