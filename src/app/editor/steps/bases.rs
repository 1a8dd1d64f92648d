//! Step 3: căn cứ and opening.

use leptos::prelude::*;
use reactive_stores::Field;

use super::super::phrases::button;
use super::super::session::Session;
use crate::app::fields::{RowList, RowTools, TextField, ViewFn, move_by_key};
use crate::app::platform;
use crate::plan::{Basis, BasisStoreFields, PlanStoreFields, RowEdit, RowId, insert_after};

#[component]
pub fn Fields() -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let rows = session.rows(move || plan.bases().read_untracked().iter().map(|row| row.id).collect());
    let add = move |after: Option<RowId>| {
        let id = session.new_row();
        session.reshape(|| {
            plan.bases().update(|rows| insert_after(rows, Basis { id, ..Basis::default() }, after))
        });
        platform::focus(format!("basis-{}", id.0));
    };
    let row = ViewFn::new(move |id| {
        view! { <BasisRow id basis=plan.bases().at_key(id).into() add=Callback::new(add) /> }.into_any()
    });
    view! {
        <section aria-labelledby="bases-title">
            <h2 id="bases-title">"Các căn cứ"</h2>
            <p class="help">
                "Mỗi căn cứ là một văn bản: tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu. Dấu cuối dòng do ứng dụng ghi. Bấm Enter để thêm dòng."
            </p>
            <ol class="rows">
                <RowList rows row />
            </ol>
            <button type="button" class="button" on:click=move |_| add(None)>"Thêm căn cứ"</button>
        </section>
        <TextField
            id="opening"
            label="Phần mở đầu"
            value=plan.opening()
            rows=4
            example="Thực hiện Kế hoạch số 60-KH/TU ngày 24/5/2023 của Ban Thường vụ Tỉnh ủy …, Ban Thường vụ Đảng ủy xây dựng Kế hoạch thực hiện như sau:"
            help="Câu dẫn vào kế hoạch, kết thúc bằng dấu hai chấm."
        />
        {button("opening".into())}
    }
}

#[component]
fn BasisRow(id: RowId, basis: Field<Basis>, add: Callback<Option<RowId>>) -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let place = Signal::derive(move || {
        session.shape();
        let at = plan.bases().read_untracked().iter().position(|row| row.id == id).unwrap_or(0);
        format!("căn cứ {}", at + 1)
    });
    let edit = Callback::new(move |edit: RowEdit| {
        session.edit_row(edit, &place.get_untracked(), || {
            plan.bases().update(|rows| edit.apply(rows, id, |_| true));
        });
    });
    view! {
        <li class="row" on:keydown=move |event| move_by_key(&event, edit)>
            <TextField
                id=format!("basis-{}", id.0)
                label="Căn cứ"
                rows=2
                value=basis.text()
                example="Căn cứ Luật Mặt trận Tổ quốc Việt Nam"
                on_enter=Callback::new(move |()| add.run(Some(id)))
            />
            <RowTools id=format!("basis-{}", id.0) name=place edit />
        </li>
    }
}
