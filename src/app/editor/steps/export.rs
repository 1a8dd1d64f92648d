//! Step 8: what is still missing, and the files.

use leptos::prelude::*;

use super::super::session::Session;
use super::super::toolbar::{DownloadDraft, DownloadWord};
use super::{Step, go};
use crate::app::fields::When;
use crate::app::platform::annex::SAVE_TEMPLATE;
use crate::app::{Annexed, App, platform};
use crate::check::{Missing, missing};
use crate::plan::{RowId, SectionRole, TextPlace};

#[component]
pub fn Fields() -> impl IntoView {
    let app = App::get();
    let session = Session::get();
    let plan = session.plan_now();
    let id = session.id();
    let as_template = RwSignal::new(false);
    let found = Memo::new(move |_| missing(&plan.read()));
    let line = move |missing: Missing| {
        let id = id.clone();
        let (step, field) = place(&missing);
        let lead = move |_| {
            go(&id, step);
            platform::focus(field.clone());
        };
        view! {
            <li>
                <button type="button" class="finding" on:click=lead>
                    {missing.to_string()}
                    <span class="finding-step">{format!("Bước {}", step.index() + 1)}</span>
                </button>
            </li>
        }
    };
    view! {
        <section aria-labelledby="missing-title">
            <h2 id="missing-title">"Còn thiếu"</h2>
            <When
                holds=Signal::derive(move || found.with(|found| !found.is_empty()))
                otherwise=|| view! { <p class="done">"Các phần bắt buộc đã có đủ."</p> }
            >
                <p class="help">"Vẫn tải được tệp Word; chỗ thiếu hiện trong ngoặc hoặc để trống để điền sau."</p>
                <ul class="findings">{
                    let line = line.clone();
                    move || found.get().into_iter().map(line.clone()).collect_view()
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
                <button type="button" class="button quiet" on:click=move |_| as_template.set(true)>
                    "Lưu thành mẫu"
                </button>
            </div>
            <When holds=as_template>
                <Annexed screen=SAVE_TEMPLATE argument=session.flush().write() />
            </When>
        </section>
    }
}

/// The step and the field where what is missing is filled in.
fn place(missing: &Missing) -> (Step, String) {
    let (step, field) = match missing {
        Missing::Issuer => (Step::Issuer, "issuing"),
        Missing::Symbol => (Step::Issuer, "symbol"),
        Missing::Place => (Step::Issuer, "place"),
        Missing::Date => (Step::Issuer, "day"),
        Missing::Subject => (Step::Title, "subject"),
        Missing::Opening => (Step::Bases, "opening"),
        Missing::Body | Missing::AppendixMention => (Step::Content, "step-title"),
        Missing::Signer => (Step::Recipients, "signer-title"),
        Missing::SignerName => (Step::Recipients, "signer-name"),
        Missing::Recipients => (Step::Recipients, "retention"),
        Missing::Citation(unknown) => return at(&unknown.place),
        Missing::Unmentioned(cited) => return (Step::Bases, format!("basis-{}", cited.row.0)),
    };
    (step, field.into())
}

/// The step and the field of a text.
fn at(place: &TextPlace) -> (Step, String) {
    let step = match (place.field, place.role) {
        ("subject" | "title-body", _) => Step::Title,
        ("basis" | "opening", _) => Step::Bases,
        (_, Some(SectionRole::Purpose)) => Step::Purpose,
        ("closing", _) | (_, Some(SectionRole::Organisation)) => Step::Organisation,
        _ => Step::Content,
    };
    let field = match place.row {
        RowId(0) => place.field.to_owned(),
        RowId(id) => format!("{}-{id}", place.field),
    };
    (step, field)
}
