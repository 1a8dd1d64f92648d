//! Step 2: title and subject.

use leptos::prelude::*;

use super::super::session::Session;
use crate::app::Route;
use crate::app::fields::TextField;
use crate::check::advice;
use crate::plan::{Item, PlanStoreFields};

#[component]
pub fn Fields() -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let text = |item: &Item| !item.text.is_empty() || !item.title.is_empty();
    let blank = plan
        .sections()
        .with_untracked(|sections| !sections.iter().flat_map(|section| &section.items).any(text));
    let offer = (blank && !untrack(|| session.read_only())).then(|| {
        view! {
            <p class="first-links">
                <a href=Route::templates(&session.id()).hash()>"Lấy nội dung từ mẫu"</a>
            </p>
        }
    });
    view! {
        {offer}
        <TextField
            id="subject"
            label="Trích yếu"
            value=plan.subject()
            rows=3
            while_blank=session.noted(|notes| &notes.subject)
            example="thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng"
            help="Một câu ngắn gọn nói kế hoạch về việc gì. Muốn ngắt dòng ở đâu thì xuống dòng ở đó."
            clause=session.clause(|format| &format.subject)
            advice=advice::subject
        />
        <TextField
            id="title"
            label="Tên loại"
            value=plan.title()
            derived=Signal::derive(|| "KẾ HOẠCH".to_owned())
            help="Để trống sẽ ghi KẾ HOẠCH."
            clause=session.clause(|format| &format.title)
        />
        <TextField
            id="title-body"
            label="Dòng cơ quan dưới tên loại"
            value=plan.title_body()
            example="CỦA BAN THƯỜNG VỤ ĐẢNG ỦY"
            help="Thường để trống; văn bản của Đảng có thể ghi thêm."
            clause=session.clause(|format| &format.title)
        />
    }
}
