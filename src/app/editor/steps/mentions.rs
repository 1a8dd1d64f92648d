//! Mentions of the documents that the plan cites, put where the cursor is.

use leptos::prelude::*;
use web_sys::KeyboardEvent;

use super::super::session::Session;
use crate::app::fields::When;
use crate::app::platform::{self, annex};
use crate::plan::{Json, PlanStoreFields};

/// Whether there may be anything to mention. Not tracked: nothing of the căn cứ changes on other steps.
pub fn any() -> Signal<bool> {
    let plan = Session::get().plan_now();
    let any = plan.bases().read_untracked().iter().any(|row| !row.text.trim().is_empty());
    Signal::derive(move || any)
}

/// A button that lists the documents cited; the one that is chosen is mentioned in the field with this id.
pub fn mentions(field: String, holds: Signal<bool>) -> AnyView {
    let session = Session::get();
    let open = RwSignal::new(false);
    let field = StoredValue::new(field);
    let close = move || {
        open.set(false);
        platform::focus(field.get_value());
    };
    let keys = move |event: KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            close();
        }
    };
    let list = move || {
        let plan = session.plan_now().with_untracked(Json::write).to_string();
        let cited = annex::ask("cited", &plan).unwrap_or_default();
        if cited.is_empty() {
            return view! { <p class="help">"Chưa có căn cứ nào ghi tên loại và số hoặc tên văn bản."</p> }
                .into_any();
        }
        let choices = cited.split('\n').map(|label| {
            let put = format!("[[{label}]]");
            let choose = move |_| {
                open.set(false);
                field.with_value(|field| platform::insert(field, &put));
            };
            view! { <li><button type="button" class="button quiet" on:click=choose>{label.to_owned()}</button></li> }
        });
        view! {
            <p class="help">
                "Chỗ viện dẫn nằm trong [[ ]]: khi in, lần đầu ghi đầy đủ, các lần sau ghi gọn, và đổi theo căn cứ."
            </p>
            <ul class="mentions" aria-label="Văn bản viện dẫn">{choices.collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        <When holds=holds>
            <div class="mention" on:keydown=keys>
                <button
                    type="button"
                    class="button quiet"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    "Viện dẫn"
                </button>
                <When holds=open>{list()}</When>
            </div>
        </When>
    }
    .into_any()
}
