//! Part of step 5: appendices.

use leptos::prelude::*;
use reactive_stores::Field;

use super::super::session::Session;
use super::outline::task_fields;
use super::table::TableFields;
use crate::app::fields::{Choice, Opt, RowList, RowTools, TextField, ViewFn, When, move_by_key};
use crate::app::platform;
use crate::plan::{
    Appendix, AppendixStoreFields, Item, ItemStoreFields, Orientation, PlanStoreFields, RowEdit, RowId,
    Table, TableSource, TaskRow, TaskRowStoreFields, insert_after,
};

#[component]
pub fn Appendices() -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let rows = session.rows(move || plan.appendices().read_untracked().iter().map(|row| row.id).collect());
    let add = move |_| {
        let id = session.new_row();
        let appendix = Appendix { id, table: TableSource::Tasks, ..Appendix::default() };
        session.reshape(|| plan.appendices().update(|rows| rows.push(appendix)));
        platform::focus(format!("appendix-{}", id.0));
    };
    let row = ViewFn::new(move |id| {
        view! { <AppendixCard id appendix=plan.appendices().at_key(id).into() /> }.into_any()
    });
    view! {
        <section aria-labelledby="appendices-title">
            <h2 id="appendices-title">"Phụ lục"</h2>
            <p class="help">"Bảng phân công nhiệm vụ hoặc nội dung kèm theo; mỗi phụ lục bắt đầu ở trang mới."</p>
            <RowList rows row />
            <button type="button" class="button" on:click=add>"Thêm phụ lục"</button>
        </section>
    }
}

const TABLES: [(&str, &str); 3] = [
    ("none", "Không có bảng"),
    ("tasks", "Các nhiệm vụ đã giao trong kế hoạch"),
    ("rows", "Bảng điền riêng"),
];

const PAGES: [(&str, &str); 2] = [("portrait", "A4 dọc"), ("landscape", "A4 ngang")];

/// The id of the line of help that the fields of an appendix share.
fn help(appendix: RowId) -> String {
    format!("appendix-{}-help", appendix.0)
}

#[component]
fn AppendixCard(id: RowId, appendix: Field<Appendix>) -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let name = Signal::derive(move || {
        session.shape();
        let at = plan.appendices().read_untracked().iter().position(|row| row.id == id).unwrap_or(0);
        format!("phụ lục {}", at + 1)
    });
    let edit = Callback::new(move |edit: RowEdit| {
        session.edit_row(edit, &name.get_untracked(), || {
            plan.appendices().update(|rows| edit.apply(rows, id, |_| true));
        });
    });
    let rows = session.rows(move || {
        let ids = appendix.rows().try_with_untracked(|rows| rows.iter().map(|row| row.id).collect());
        ids.unwrap_or_default()
    });
    let add = Callback::new(move |after: Option<RowId>| {
        let id = session.new_row();
        let row = TaskRow { id, ..TaskRow::default() };
        session.reshape(|| appendix.rows().update(|rows| insert_after(rows, row, after)));
        platform::focus(format!("task-row-{}", id.0));
    });
    let row = ViewFn::new(move |id| {
        view! { <TaskRowFields id row=appendix.rows().at_key(id).into() appendix add /> }.into_any()
    });
    let items = session.rows(move || {
        let ids = appendix.items().try_with_untracked(|rows| rows.iter().map(|row| row.id).collect());
        ids.unwrap_or_default()
    });
    let add_item = move |_| {
        let id = session.new_row();
        let item = Item { id, table: Some(Table::blank(3, 3)), ..Item::default() };
        session.reshape(|| appendix.items().update(|rows| rows.push(item)));
        platform::focus(format!("item-{}", id.0));
    };
    let item = ViewFn::new(move |id| {
        view! { <ItemFields id item=appendix.items().at_key(id).into() appendix /> }.into_any()
    });
    let lying = Signal::derive(move || appendix.orientation().try_get().unwrap_or_default().key().to_owned());
    let own_rows = Memo::new(move |_| appendix.table().try_get() == Some(TableSource::Rows));
    view! {
        <section class="card" aria-label=move || name.get() on:keydown=move |event| move_by_key(&event, edit)>
            <div class="card-head">
                <TextField
                    id=format!("appendix-{}", id.0)
                    label="Tên phụ lục"
                    value=appendix.title()
                    example="Bảng phân công nhiệm vụ"
                    help="Chữ “Phụ lục”, số thứ tự và dòng kèm theo do ứng dụng ghi."
                    clause=session.clause(|format| &format.appendix.title)
                />
                <RowTools id=format!("appendix-{}", id.0) name edit />
            </div>
            <TextField
                id=format!("appendix-text-{}", id.0)
                label="Nội dung"
                rows=2
                value=appendix.text()
                example="Các đơn vị được phân công thực hiện như sau:"
                helped_by=help(id)
            />
            <div class="pair">
                <Choice
                    id=format!("appendix-table-{}", id.0)
                    label="Bảng nhiệm vụ"
                    options=TABLES.iter().map(Opt::from).collect()
                    value=Signal::derive(move || appendix.table().try_get().unwrap_or_default().key().to_owned())
                    set=move |key: String| appendix.table().set(TableSource::from_key(&key))
                    helped_by=help(id)
                />
                <Choice
                    id=format!("appendix-page-{}", id.0)
                    label="Khổ giấy"
                    options=PAGES.iter().map(Opt::from).collect()
                    value=lying
                    set=move |key: String| appendix.orientation().set(Orientation::from_key(&key))
                    helped_by=help(id)
                />
            </div>
            <When holds=own_rows>
                <div class="rows">
                    <RowList rows row />
                </div>
                <button type="button" class="button" on:click=move |_| add.run(None)>"Thêm dòng"</button>
            </When>
            <div class="rows">
                <RowList rows=items row=item in_parts=true />
            </div>
            <button type="button" class="button" on:click=add_item>"Thêm bảng"</button>
        </section>
    }
}

/// Text and a table that follow in an appendix.
#[component]
fn ItemFields(id: RowId, item: Field<Item>, appendix: Field<Appendix>) -> impl IntoView {
    let session = Session::get();
    let name = Signal::derive(move || {
        session.shape();
        let at = appendix.items().try_with_untracked(|rows| rows.iter().position(|other| other.id == id));
        format!("phần {}", at.flatten().unwrap_or(0) + 1)
    });
    let edit = Callback::new(move |edit: RowEdit| {
        session.edit_row(edit, &name.get_untracked(), || {
            appendix.items().update(|rows| edit.apply(rows, id, |_| true));
        });
    });
    view! {
        <div class="row item" role="group" aria-label=move || name.get() on:keydown=move |event| move_by_key(&event, edit)>
            <div class="item-head">
                <span class="grow">{move || name.get()}</span>
                <RowTools id=format!("item-{}", id.0) name edit />
            </div>
            <TextField
                id=format!("item-{}", id.0)
                label="Nội dung trên bảng"
                rows=2
                value=item.text()
                example="Chỉ tiêu giao cho từng thôn"
                helped_by=help(appendix.id().get_untracked())
            />
            <TableFields id item />
        </div>
    }
}

#[component]
fn TaskRowFields(
    id: RowId,
    row: Field<TaskRow>,
    appendix: Field<Appendix>,
    add: Callback<Option<RowId>>,
) -> impl IntoView {
    let session = Session::get();
    let name = Signal::derive(move || {
        session.shape();
        let at = appendix.rows().try_with_untracked(|rows| rows.iter().position(|other| other.id == id));
        format!("dòng {}", at.flatten().unwrap_or(0) + 1)
    });
    let edit = Callback::new(move |edit: RowEdit| {
        session.edit_row(edit, &name.get_untracked(), || {
            appendix.rows().update(|rows| edit.apply(rows, id, |_| true));
        });
    });
    let field = |part: &str| format!("task-row-{part}{}", id.0);
    let help = help(appendix.id().get_untracked());
    view! {
        <div class="row item" role="group" aria-label=move || name.get() on:keydown=move |event| move_by_key(&event, edit)>
            <div class="item-head">
                <span class="grow">{move || name.get()}</span>
                <RowTools id=field("") name edit />
            </div>
            <TextField
                id=field("")
                label="Nội dung nhiệm vụ"
                rows=2
                value=row.content()
                example="Tuyên truyền trên hệ thống loa truyền thanh của xã"
                helped_by=help.clone()
                on_enter=Callback::new(move |()| add.run(Some(id)))
            />
            <div class="task">
                {task_fields("task-row-", id, row.task().into(), &help)}
                <TextField
                    id=field("note-")
                    label="Ghi chú"
                    value=row.note()
                    rows=1
                    example="Gửi qua Văn phòng Đảng ủy"
                    helped_by=help
                />
            </div>
        </div>
    }
}
