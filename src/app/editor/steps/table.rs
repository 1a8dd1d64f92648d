//! The table of an item: a field a cell.

use leptos::prelude::*;
use reactive_stores::Field;

use super::super::session::Session;
use crate::app::fields::BareField;
use crate::app::platform;
use crate::plan::{Item, ItemStoreFields, RowEdit, RowId, Table, TableEdit};

/// A cell as the form draws it: where it stands, counted from 0, and over how much it goes.
#[derive(Clone, Copy, PartialEq)]
struct Place {
    row: usize,
    /// Among the cells of its row.
    cell: usize,
    column: usize,
    span: usize,
    height: usize,
}

/// Rows of cells, how many rows are heads, how many columns there are.
type Shape = (Vec<Vec<Place>>, usize, usize);

fn shape(table: &Table) -> Shape {
    let row = |(row, cells): (usize, &Vec<crate::plan::TableCell>)| {
        let placed = Table::placed(cells).enumerate().filter(|(_, (_, cell))| !cell.merged);
        let place = |(at, (column, cell)): (usize, (usize, &crate::plan::TableCell))| Place {
            row,
            cell: at,
            column,
            span: cell.span as usize,
            height: table.height(row, column),
        };
        placed.map(place).collect()
    };
    (table.rows().iter().enumerate().map(row).collect(), table.heads(), table.columns())
}

/// The table of the item, or the button that gives it one. What is typed in a cell wakes nothing;
/// what changes the rows and columns draws the table anew.
#[component]
pub fn TableFields(id: RowId, item: Field<Item>) -> impl IntoView {
    let session = Session::get();
    let table: Field<Option<Table>> = item.table().into();
    let id = id.0;
    let shape = Memo::new(move |_| {
        session.shape();
        table.try_with_untracked(|table| table.as_ref().map(shape)).flatten()
    });
    let add = move |_| {
        session.reshape(|| table.set(Some(Table::blank(3, 3))));
        platform::focus(format!("cell-{id}-0-0"));
    };
    let remove = move |_| {
        session.edit_row(RowEdit::Remove, "bảng", || table.set(None));
        platform::focus(format!("table-{id}"));
    };
    let change = Callback::new(move |edit: TableEdit| {
        let make = || {
            if let Some(table) = table.write().as_mut() {
                table.edit(edit);
            }
        };
        let (row, column) = match edit {
            TableEdit::AddRow(at) => (at + 1, 0),
            TableEdit::AddColumn(at) => (0, at + 1),
            TableEdit::RemoveRow(at) => {
                session.edit_row(RowEdit::Remove, &format!("hàng {}", at + 1), make);
                return platform::focus(format!("cell-{id}-{}-0", at.saturating_sub(1)));
            }
            TableEdit::RemoveColumn(at) => {
                session.edit_row(RowEdit::Remove, &format!("cột {}", at + 1), make);
                return platform::focus(format!("cell-{id}-0-{}", at.saturating_sub(1)));
            }
        };
        session.step(|| session.reshape(make));
        platform::focus(format!("cell-{id}-{row}-{column}"));
    });
    move || {
        match shape.get() {
        None => view! {
            <button type="button" class="button quiet" id=format!("table-{id}") on:click=add>"Thêm bảng"</button>
        }
        .into_any(),
        Some((rows, heads, columns)) => {
            let count = rows.len();
            let cell = move |place: Place| cell(id, table, place, place.row < heads);
            let tools = move |end: &'static str, what: &'static str, at: usize, edits: [TableEdit; 2], only: bool| {
                let button = |face: &'static str, verb: &'static str, edit: TableEdit| {
                    let name = format!("{verb} {what} {}", at + 1);
                    view! {
                        <button
                            type="button"
                            class="row-tool"
                            title=verb
                            aria-label=name
                            on:click=move |_| change.run(edit)
                        >
                            {face}
                        </button>
                    }
                };
                let [add, remove] = edits;
                view! { <td class="tools">{button("+", end, add)} {(!only).then(|| button("✕", "Xóa", remove))}</td> }
            };
            let columns = (0..columns).map(|at| {
                let edits = [TableEdit::AddColumn(at), TableEdit::RemoveColumn(at)];
                tools("Thêm cột sau", "cột", at, edits, columns == 1)
            });
            let columns = columns.collect_view();
            let rows = rows.into_iter().enumerate().map(|(at, cells)| {
                let edits = [TableEdit::AddRow(at), TableEdit::RemoveRow(at)];
                let cells = cells.into_iter().map(cell).collect_view();
                view! { <tr>{cells} {tools("Thêm hàng dưới", "hàng", at, edits, count == 1)}</tr> }
            });
            let rows = rows.collect_view();
            let headed = heads > 0;
            let toggle = move |_| session.step(|| {
                session.reshape(|| {
                    if let Some(table) = table.write().as_mut() {
                        table.set_heads(u32::from(heads == 0));
                    }
                });
            });
            view! {
                <div class="cells" role="group" aria-label="Bảng">
                    <table>
                        <tr>{columns}</tr>
                        {rows}
                    </table>
                </div>
                <div class="item-foot">
                    <label class="check">
                        <input type="checkbox" prop:checked=headed on:change=toggle />
                        "Hàng đầu là tiêu đề cột"
                    </label>
                    <button type="button" class="button quiet" on:click=remove>"Xóa bảng"</button>
                </div>
            }
            .into_any()
        }
    }
    }
}

/// The field of a cell.
fn cell(id: u32, table: Field<Option<Table>>, place: Place, head: bool) -> impl IntoView {
    let Place { row, cell, column, span, height } = place;
    let text = table.try_with_untracked(|table| {
        let row = table.as_ref().and_then(|table| table.rows().get(row))?;
        Some(row.get(cell)?.text.clone())
    });
    let set = Callback::new(move |text| {
        if let Some(mut now) = table.try_write()
            && let Some(table) = now.as_mut()
        {
            table.set_text(row, cell, text);
        }
    });
    view! {
        <td class="field" class:bold=head colspan=span rowspan=height>
            <BareField
                id=format!("cell-{id}-{row}-{column}")
                label=format!("Hàng {}, cột {}", row + 1, column + 1)
                text=text.flatten().unwrap_or_default()
                set
            />
        </td>
    }
}
