//! "Lưu thành mẫu": a plan as a template, kept in the browser and given as a file.

use leptos::html::Input;
use leptos::prelude::*;

use super::{address, keep};
use crate::app::files::give_template;
use crate::app::{App, platform};
use crate::draft::Draft;
use crate::template::Template;

/// The panel; `argument` is the text of the draft.
#[component]
pub fn Save(argument: String) -> impl IntoView {
    let app = App::get();
    let plan = Draft::read(&argument).map(|opened| opened.draft.plan).unwrap_or_default();
    let template = StoredValue::new(Template::of(&plan));
    let (name, about) = (NodeRef::<Input>::new(), NodeRef::<Input>::new());
    let saved = RwSignal::new(None::<String>);
    platform::focus("template-name".into());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = |field: NodeRef<Input>| {
            let text = field.get_untracked().map(|field| field.value()).unwrap_or_default();
            platform::nfc(text.trim())
        };
        let mut template = template.get_value();
        (template.name, template.about) = (text(name), text(about));
        if template.name.is_empty() {
            app.notices.warn("Chưa có tên mẫu: hãy ghi tên để tìm lại được.");
            return platform::focus("template-name".into());
        }
        let text = template.write();
        match keep(app, &text) {
            Ok((id, _)) => {
                saved.set(Some(id));
                give_template(app, &template.file_name(), &text);
            }
            Err(error) => app.notices.warn(error.to_string()),
        }
    };
    let first = template.with_value(|template| template.name.clone());
    let link = move || {
        saved.get().map(|id| {
            view! {
                <p class="done">
                    "Đã lưu vào “Mẫu của tôi”. " <a href=address(Some(&id))>"Xem mẫu vừa lưu"</a>
                </p>
            }
        })
    };
    view! {
        <form class="save-template" on:submit=save>
            <div class="field">
                <label for="template-name">"Tên mẫu"</label>
                <input
                    type="text"
                    id="template-name"
                    node_ref=name
                    lang="vi"
                    autocomplete="off"
                    maxlength="200"
                    value=first
                    on:keydown=own_undo
                />
            </div>
            <div class="field">
                <label for="template-about">"Dùng khi nào"</label>
                <input
                    type="text"
                    id="template-about"
                    node_ref=about
                    lang="vi"
                    autocomplete="off"
                    maxlength="300"
                    placeholder="Ví dụ: kế hoạch tiếp công dân hằng năm"
                    on:keydown=own_undo
                />
                <p class="help">
                    "Số, ngày, người ký được bỏ ra; tên xã, tỉnh và năm thành chỗ điền sẵn cho lần dùng sau."
                </p>
            </div>
            <div class="actions">
                <button type="submit" class="button primary">"Lưu mẫu"</button>
            </div>
            <div aria-live="polite">{link}</div>
        </form>
    }
}

/// Undo is of this field, not of the plan.
fn own_undo(event: leptos::ev::KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() {
        event.stop_propagation();
    }
}
