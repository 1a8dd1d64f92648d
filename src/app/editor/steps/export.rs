//! Step 8: what is still missing, the files, and what the review finds.

use leptos::prelude::*;

use super::super::session::Session;
use super::super::toolbar::{DownloadDraft, DownloadWord, Print};
use super::{Step, go};
use crate::app::fields::When;
use crate::app::notes::Lack;
use crate::app::platform::annex::SAVE_TEMPLATE;
use crate::app::{Annexed, App, platform};

#[component]
pub fn Fields() -> impl IntoView {
    let app = App::get();
    let session = Session::get();
    let id = session.id();
    let as_template = RwSignal::new(false);
    let notes = session.notes();
    let line = move |lack: Lack| {
        let id = id.clone();
        let Lack { said, part, field, text, at } = lack;
        let lead = move |_| {
            go(&id, Step::at(part));
            if text.is_empty() {
                platform::focus(field.clone());
            } else {
                platform::select(&field, &text, at);
            }
        };
        view! {
            <li>
                <button type="button" class="finding" on:click=lead>
                    <span>{said}</span>
                    <span class="finding-step">{format!("Bước {}", part + 1)}</span>
                </button>
            </li>
        }
    };
    view! {
        <section aria-labelledby="missing-title">
            <h2 id="missing-title">"Còn thiếu"</h2>
            <When
                holds=Signal::derive(move || notes.with(|notes| !notes.lacks.is_empty()))
                otherwise=move || {
                    // Nothing is known before the first look.
                    let looked = move || !notes.with(|notes| notes.parts.is_empty());
                    view! { <p class="done">{move || looked().then_some("Các phần bắt buộc đã có đủ.")}</p> }
                }
            >
                <p class="help">"Vẫn tải được tệp Word; chỗ thiếu hiện trong ngoặc hoặc để trống để điền sau."</p>
                <ul class="findings">{
                    let line = line.clone();
                    move || notes.get().lacks.into_iter().map(line.clone()).collect_view()
                }</ul>
            </When>
        </section>
        <div class="fields" inert=move || session.read_only()>{super::settings::settings(session)}</div>
        <section aria-labelledby="files-title">
            <h2 id="files-title">"Tải về"</h2>
            <p class="help">
                "Tệp Word để in và trình ký. Bản nháp (.kehoach.json) để giữ lại hoặc gửi người khác soạn tiếp."
            </p>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || app.embed.get()
                    on:change:target=move |event| app.set_embed(event.target().checked())
                />
                "Kèm bản nháp trong tệp Word"
            </label>
            <div class="actions">
                <DownloadWord />
                <DownloadDraft />
                <Print />
                <button type="button" class="button quiet" on:click=move |_| as_template.set(true)>
                    "Lưu thành mẫu"
                </button>
            </div>
            <When holds=as_template>
                <Annexed screen=SAVE_TEMPLATE argument=session.flush().write() />
            </When>
        </section>
        // Filled by the annex, see `app::findings`: below the files, which stay where they are when it comes.
        <section id="reviewed"></section>
    }
}
