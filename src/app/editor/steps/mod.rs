//! The eight steps of the form.

mod appendix;
mod bases;
mod export;
mod issuer;
mod marks;
mod mentions;
mod outline;
mod pieces;
mod recipients;
mod settings;
mod table;
mod title;
mod unplaced;

use leptos::prelude::*;

use super::session::Session;
use crate::app::{Route, platform};
use crate::check::Progress;
use crate::plan::SectionRole;

pub use outline::insert;

/// A step of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Issuer,
    Title,
    Bases,
    Purpose,
    Content,
    Organisation,
    Recipients,
    Export,
}

impl Step {
    /// The steps in order.
    pub const ALL: [Step; 8] = [
        Step::Issuer,
        Step::Title,
        Step::Bases,
        Step::Purpose,
        Step::Content,
        Step::Organisation,
        Step::Recipients,
        Step::Export,
    ];

    /// The step at this place, or the first.
    pub fn at(index: usize) -> Step {
        Step::ALL.get(index).copied().unwrap_or(Step::Issuer)
    }

    fn index(self) -> usize {
        self as usize
    }

    fn name(self) -> &'static str {
        match self {
            Step::Issuer => "Cơ quan ban hành",
            Step::Title => "Tên kế hoạch",
            Step::Bases => "Căn cứ",
            Step::Purpose => "Mục đích, yêu cầu",
            Step::Content => "Nội dung, nhiệm vụ",
            Step::Organisation => "Tổ chức thực hiện",
            Step::Recipients => "Nơi nhận, ký",
            Step::Export => "Kiểm tra, xuất",
        }
    }

    /// What one does there, in a sentence.
    fn lead(self) -> &'static str {
        match self {
            Step::Issuer => "Chọn loại cơ quan và đơn vị; phần đầu trang, ký hiệu và chữ ký được điền theo.",
            Step::Title => "Kế hoạch về việc gì.",
            Step::Bases => "Kế hoạch dựa vào văn bản nào, và lời mở đầu.",
            Step::Purpose => "Làm để đạt điều gì, làm thế nào thì được.",
            Step::Content => "Những việc phải làm; việc nào giao cho ai thì ghi người chủ trì và thời hạn.",
            Step::Organisation => "Ai làm gì, báo cáo cho ai, khi nào; và lời kết.",
            Step::Recipients => "Gửi cho ai, ai ký.",
            Step::Export => "Xem còn thiếu gì rồi tải tệp Word; chỗ nên sửa ở phần Rà soát bên dưới.",
        }
    }
}

/// The list of steps: a column on a wide screen, a menu on a narrow one.
#[component]
pub fn Nav(step: Memo<Step>) -> impl IntoView {
    let session = Session::get();
    let id = session.id();
    let open = RwSignal::new(false);
    let notes = session.notes();
    let links = Step::ALL.map(|each| {
        // The last step asks for nothing of its own.
        let part = move || notes.with(|notes| notes.parts.get(each.index()).copied().unwrap_or_default());
        let face = move || match part() {
            Progress::Done => "✓".to_owned(),
            _ => (each.index() + 1).to_string(),
        };
        let said = move || match part() {
            Progress::Blank => None,
            Progress::Lacking(count) => Some(format!("Còn thiếu {count} chỗ")),
            Progress::Done => Some("Đã đủ".to_owned()),
        };
        let id = id.clone();
        let go = move |_| {
            open.set(false);
            go(&id, each);
        };
        view! {
            <li>
                <button
                    type="button"
                    class="step"
                    title=said
                    aria-current=move || (step.get() == each).then_some("step")
                    on:click=go
                >
                    <span class="step-number" class:done=move || part() == Progress::Done aria-hidden="true">{face}</span>
                    {each.name()}
                </button>
            </li>
        }
    });
    let here = move || format!("Bước {}/{}: {}", step.get().index() + 1, Step::ALL.len(), step.get().name());
    view! {
        <nav class="steps" class:open=move || open.get() aria-label="Các bước">
            <button
                type="button"
                class="button steps-menu"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {here}
            </button>
            <ol>{links}</ol>
        </nav>
    }
}

/// One step of the form, with the way on and back.
#[component]
pub fn Form(step: Step) -> impl IntoView {
    let session = Session::get();
    let id = session.id();
    if matches!(step, Step::Issuer | Step::Recipients) {
        // What is said there is whole by then.
        on_cleanup(move || session.remember());
    }
    if step != Step::Issuer {
        untrack(|| session.fill_names());
    }
    let fields = match step {
        Step::Issuer => view! { <issuer::Fields /> }.into_any(),
        Step::Title => view! { <title::Fields /> }.into_any(),
        Step::Bases => view! { <bases::Fields /> }.into_any(),
        Step::Purpose => view! { <outline::Sections role=SectionRole::Purpose /> }.into_any(),
        Step::Content => view! {
            <super::tasks::ToTasks />
            <outline::Sections role=SectionRole::Content />
            <appendix::Appendices />
        }
        .into_any(),
        Step::Organisation => view! {
            <super::tasks::ToTasks />
            <outline::Sections role=SectionRole::Organisation />
            <outline::Closing />
        }
        .into_any(),
        Step::Recipients => view! { <recipients::Fields /> }.into_any(),
        Step::Export => view! { <export::Fields /> }.into_any(),
    };
    let back = step.index().checked_sub(1).map(Step::at).map(|to| {
        let id = id.clone();
        view! { <button type="button" class="button" on:click=move |_| go(&id, to)>"Quay lại"</button> }
    });
    let on = Step::ALL.get(step.index() + 1).map(|to| {
        let id = id.clone();
        view! { <button type="button" class="button primary" on:click=move |_| go(&id, *to)>"Tiếp tục"</button> }
    });
    view! {
        <h1 id="step-title" tabindex="-1">{step.name()}</h1>
        <p class="lead">{step.lead()}</p>
        <div class="fields" inert=move || step != Step::Export && session.read_only()>
            <unplaced::Unplaced />
            {fields}
        </div>
        <div class="onward">{back} {on}</div>
    }
}

/// Goes to a step of this draft; the keyboard and the eye begin at its top.
pub fn go(draft: &str, step: Step) {
    Route::draft(draft, step.index()).go();
    platform::focus("step-title".into());
}
