//! A căn cứ entered piece by piece.

use leptos::prelude::*;
use reactive_stores::{Field, Store};
use serde_json::json;

use super::bases::HELP;
use crate::app::fields::{Choice, Opt, TextField};
use crate::app::platform::annex;
use crate::plan::{Basis, BasisStoreFields, Shown, json_text};

/// The pieces: what each is called and an example.
const PIECES: [(&str, &str); 6] = [
    ("Tên loại", "Nghị quyết"),
    ("Số, ký hiệu", "27-NQ/TW"),
    ("Ngày ban hành", "09/11/2022"),
    ("Cơ quan ban hành", "Ban Chấp hành Trung ương Đảng"),
    ("Nội dung (trích yếu)", "về tiếp tục xây dựng và hoàn thiện Nhà nước pháp quyền"),
    ("Tên gọi tắt (nếu có)", "Nghị quyết 27"),
];

/// Those that take a line of their own.
const LONG: [usize; 2] = [3, 4];

const SHOWN: [(&str, &str); 2] = [("", "In thành một dòng căn cứ"), ("text", "Chỉ nhắc trong lời văn")];

/// Fields for the pieces of a căn cứ; `id` begins their ids. The sentence follows what is typed in them.
pub fn pieces(id: &str, basis: Field<Basis>) -> AnyView {
    let text = basis.text().try_get_untracked().unwrap_or_default();
    let pieces = annex::ask("pieces", &text).and_then(|pieces| serde_json::from_str(&pieces).ok());
    let values = pieces.unwrap_or_else(|| PIECES.map(|_| String::new())).map(Store::new);
    Effect::new(move |before: Option<()>| {
        let mut argument = vec![text.clone()];
        argument.extend(values.iter().map(|value| value.get()));
        if before.is_some()
            && let Some(sentence) = annex::ask("basis", &json_text(&json!(argument)))
            && let Some(mut text) = basis.text().try_write()
        {
            *text = sentence;
        }
    });
    let fields = PIECES.iter().zip(values).enumerate().map(|(at, ((label, example), value))| {
        let id = format!("{id}-{at}");
        match LONG.contains(&at) {
            true => view! { <TextField id label=*label value example=*example rows=1 helped_by=HELP /> }
                .into_any(),
            false => view! { <TextField id label=*label value example=*example helped_by=HELP /> }.into_any(),
        }
    });
    view! {
        <div class="task pieces">
            {fields.collect_view()}
            <Choice
                id=format!("{id}-shown")
                label="Cách dùng"
                options=SHOWN.iter().map(Opt::from).collect()
                value=Signal::derive(move || basis.shown().try_get().unwrap_or_default().key().to_owned())
                set=move |key: String| basis.shown().set(Shown::from_key(&key))
                helped_by=HELP
            />
        </div>
    }
    .into_any()
}
