//! Step 3: căn cứ and opening.

use leptos::prelude::*;
use reactive_stores::Field;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, FocusEvent, Node};

use super::super::phrases::button;
use super::super::session::Session;
use super::mentions::mentions;
use super::pieces::pieces;
use crate::app::fields::{Help, RowList, RowTools, TextField, ViewFn, When, move_by_key};
use crate::app::notice::Notices;
use crate::app::platform::annex;
use crate::app::{App, platform};
use crate::check::advice;
use crate::plan::{Basis, BasisStoreFields, PlanStoreFields, RowEdit, RowId, Shown, insert_after};

/// The line of help that all căn cứ share.
pub const HELP: &str = "bases-help";

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
    let any = Signal::derive(move || plan.bases().read().iter().any(|row| !row.text.trim().is_empty()));
    view! {
        <section aria-labelledby="bases-title">
            <h2 id="bases-title">"Các căn cứ"</h2>
            <Help
                id=HELP
                text="Mỗi căn cứ là một văn bản: tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu. Dán cả câu cũng được. Dấu cuối dòng do ứng dụng ghi. Bấm Enter để thêm dòng."
                clause=Some(session.clause(|format| &format.basis.letters))
            />
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
            while_blank=session.noted(|notes| &notes.opening)
            example="Thực hiện Kế hoạch số 60-KH/TU ngày 24/5/2023 của Ban Thường vụ Tỉnh ủy …, Ban Thường vụ Đảng ủy xây dựng Kế hoạch thực hiện như sau:"
            help="Câu dẫn vào kế hoạch, kết thúc bằng dấu hai chấm."
            clause=session.clause(|format| &format.body.letters)
            advice=advice::opening
        />
        <div class="actions">{button("opening".into())} {mentions("opening".into(), any)}</div>
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
    let field = format!("basis-{}", id.0);
    // What mentions said when one came into the row.
    let before = StoredValue::new(None);
    let label = move || {
        basis.text().try_with_untracked(|text| annex::ask("label", text)).flatten().unwrap_or_default()
    };
    let enter = move |_| {
        before.update_value(|before| {
            before.get_or_insert_with(label);
        });
    };
    let leave = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<Node>().ok());
        let row = event.current_target().and_then(|row| row.dyn_into::<Node>().ok());
        if to.is_some() && row.is_some_and(|row| row.contains(to.as_ref())) {
            return;
        }
        if let Some(before) = before.try_update_value(Option::take).flatten() {
            // The focus has to arrive first.
            request_animation_frame(move || session.rename(&before, &label()));
        }
    };
    let notices = App::get().notices;
    let paste = move |event: ClipboardEvent| {
        let pasted =
            event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        let alone = basis.text().try_with_untracked(|text| text.trim().is_empty()).unwrap_or_default();
        if !alone {
            return;
        }
        leptos::task::spawn_local(async move {
            // Where it cannot be taken apart, it stays as it was pasted.
            let Ok(()) = annex::ready().await else { return };
            let Some(rows) = annex::ask("rows", &pasted) else { return };
            request_animation_frame(move || {
                let as_pasted = |text: &String| text.split_whitespace().eq(pasted.split_whitespace());
                if basis.text().try_with_untracked(as_pasted).unwrap_or_default() {
                    take_apart(session, notices, id, &rows);
                }
            });
        });
    };
    let by_pieces = RwSignal::new(false);
    let in_text = Signal::derive(move || {
        !by_pieces.get() && basis.shown().try_get().unwrap_or_default() == Shown::InText
    });
    let own = field.clone();
    let turn = move |_| {
        let own = own.clone();
        leptos::task::spawn_local(async move {
            // It is the annex that takes the sentence apart.
            if let Err(sentence) = annex::ready().await {
                return notices.warn(sentence);
            }
            // The row may be gone by then.
            let Some(by_pieces_now) = by_pieces.try_update(|by_pieces| {
                *by_pieces = !*by_pieces;
                *by_pieces
            }) else {
                return;
            };
            platform::focus(if by_pieces_now { format!("{own}-0") } else { own });
        });
    };
    let own = field.clone();
    let line = move || {
        view! {
            <TextField
                id=own.clone()
                label="Căn cứ"
                rows=2
                value=basis.text()
                example="Căn cứ Luật Mặt trận Tổ quốc Việt Nam"
                helped_by=HELP
                on_enter=Callback::new(move |()| add.run(Some(id)))
            />
        }
    };
    let own = field.clone();
    view! {
        <li class="row" on:keydown=move |event| move_by_key(&event, edit) on:focusin=enter on:focusout=leave on:paste=paste>
            <div class="basis">
                <When holds=by_pieces otherwise=line>{pieces(&own, basis)}</When>
                <When holds=in_text>
                    <p class="help">"Chỉ nhắc trong lời văn, không in thành dòng căn cứ."</p>
                </When>
                <button type="button" class="button quiet" aria-expanded=move || by_pieces.get().to_string() on:click=turn>
                    {move || if by_pieces.get() { "Xong" } else { "Sửa từng phần" }}
                </button>
            </div>
            <RowTools id=field name=place edit />
        </li>
    }
}

/// Makes rows of what was pasted into a blank one, one document each.
fn take_apart(session: Session, notices: Notices, id: RowId, rows: &str) {
    let Ok((rows, names)) = serde_json::from_str::<(Vec<String>, Vec<String>)>(rows) else { return };
    let [first, others @ ..] = rows.as_slice() else { return };
    let plan = session.plan_now();
    let field = |id: RowId| format!("basis-{}", id.0);
    // A field that has the focus is not written.
    platform::blur();
    let mut last = id;
    session.step(|| {
        session.reshape(|| {
            let new: Vec<Basis> = others
                .iter()
                .map(|text| Basis { id: session.new_row(), text: text.clone(), ..Basis::default() })
                .collect();
            plan.bases().update(|rows| {
                if let Some(row) = rows.iter_mut().find(|row| row.id == id) {
                    row.text.clone_from(first);
                }
                for row in new {
                    let after = std::mem::replace(&mut last, row.id);
                    insert_after(rows, row, Some(after));
                }
            });
        });
    });
    platform::focus(field(last));
    let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
    notices.say_undoable(format!("Đã tách: {}.", names.join("; ")), move || session.undo());
}
