//! Part of step 5: appendices.

use leptos::prelude::*;
use reactive_stores::Field;

use super::super::session::Session;
use crate::app::fields::{Choice, RowTools, TextArea, TextField, move_by_key};
use crate::app::platform;
use crate::plan::{
    Appendix, AppendixStoreFields, Orientation, PlanStoreFields, RowEdit, RowId, TableSource, TaskRow,
    TaskRowStoreFields, TaskStoreFields, insert_after,
};

#[component]
pub fn Appendices() -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let rows = move || {
        session.shape();
        untrack(|| plan.appendices().into_iter().collect::<Vec<_>>())
    };
    let add = move |_| {
        let id = session.new_row();
        let appendix = Appendix { id, table: TableSource::Tasks, ..Appendix::default() };
        session.reshape(|| plan.appendices().update(|rows| rows.push(appendix)));
        platform::focus(format!("appendix-{}", id.0));
    };
    view! {
        <section aria-labelledby="appendices-title">
            <h2 id="appendices-title">"Phụ lục"</h2>
            <p class="help">"Bảng phân công nhiệm vụ hoặc nội dung kèm theo; mỗi phụ lục bắt đầu ở trang mới."</p>
            <For each=rows key=|row| row.key() let(row)>
                <AppendixCard id=row.key() appendix=row.into() />
            </For>
            <button type="button" class="button" on:click=add>"Thêm phụ lục"</button>
        </section>
    }
}

const TABLES: [(&str, &str); 3] = [
    ("none", "Không có bảng"),
    ("tasks", "Các nhiệm vụ đã giao trong kế hoạch"),
    ("rows", "Bảng điền riêng"),
];

fn table_key(table: TableSource) -> &'static str {
    match table {
        TableSource::None => "none",
        TableSource::Tasks => "tasks",
        TableSource::Rows => "rows",
    }
}

fn table_of(key: &str) -> TableSource {
    match key {
        "tasks" => TableSource::Tasks,
        "rows" => TableSource::Rows,
        _ => TableSource::None,
    }
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
    let rows = move || {
        session.shape();
        untrack(|| appendix.rows().into_iter().collect::<Vec<_>>())
    };
    let add = Callback::new(move |after: Option<RowId>| {
        let id = session.new_row();
        let row = TaskRow { id, ..TaskRow::default() };
        session.reshape(|| appendix.rows().update(|rows| insert_after(rows, row, after)));
        platform::focus(format!("task-row-{}", id.0));
    });
    let lying = Signal::derive(move || match appendix.orientation().try_get().unwrap_or_default() {
        Orientation::Portrait => "portrait".to_owned(),
        Orientation::Landscape => "landscape".to_owned(),
    });
    let set_lying = move |key: String| {
        appendix.orientation().set(match key.as_str() {
            "landscape" => Orientation::Landscape,
            _ => Orientation::Portrait,
        });
    };
    let own_rows = Memo::new(move |_| appendix.table().try_get() == Some(TableSource::Rows));
    view! {
        <section class="card" aria-label=move || name.get() on:keydown=move |event| move_by_key(&event, edit)>
            <div class="card-head">
                <TextField id=format!("appendix-{}", id.0) label="Tên phụ lục" value=appendix.title() example="Bảng phân công nhiệm vụ" />
                <RowTools id=format!("appendix-{}", id.0) name edit />
            </div>
            <TextArea id=format!("appendix-text-{}", id.0) label="Nội dung" value=appendix.text() />
            <div class="pair">
                <Choice
                    id=format!("appendix-table-{}", id.0)
                    label="Bảng nhiệm vụ"
                    options=TABLES.to_vec()
                    value=Signal::derive(move || table_key(appendix.table().try_get().unwrap_or_default()).to_owned())
                    set=move |key: String| appendix.table().set(table_of(&key))
                />
                <Choice
                    id=format!("appendix-page-{}", id.0)
                    label="Khổ giấy"
                    options=vec![("portrait", "A4 dọc"), ("landscape", "A4 ngang")]
                    value=lying
                    set=set_lying
                />
            </div>
            <Show when=move || own_rows.get()>
                <ol class="rows">
                    <For each=rows key=|row| row.key() let(row)>
                        <TaskRowFields id=row.key() row=row.into() appendix add />
                    </For>
                </ol>
                <button type="button" class="button" on:click=move |_| add.run(None)>"Thêm dòng"</button>
            </Show>
        </section>
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
    view! {
        <li class="row item" role="group" aria-label=move || name.get() on:keydown=move |event| move_by_key(&event, edit)>
            <div class="item-head">
                <span class="grow">{move || name.get()}</span>
                <RowTools id=field("") name edit />
            </div>
            <TextArea id=field("") label="Nội dung nhiệm vụ" value=row.content() on_enter=Callback::new(move |()| add.run(Some(id))) />
            <div class="task">
                <TextField id=field("lead-") label="Chủ trì" value=row.task().lead() />
                <TextField id=field("support-") label="Phối hợp" value=row.task().support() />
                <TextField id=field("deadline-") label="Thời gian" value=row.task().deadline() />
                <TextField id=field("deliverable-") label="Sản phẩm" value=row.task().deliverable() />
                <TextField id=field("note-") label="Ghi chú" value=row.note() />
            </div>
        </li>
    }
}
