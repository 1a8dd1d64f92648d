//! Step 2: title and subject.

use leptos::prelude::*;

use super::super::session::Session;
use crate::app::fields::TextField;
use crate::plan::PlanStoreFields;

#[component]
pub fn Fields() -> impl IntoView {
    let plan = Session::get().plan_now();
    view! {
        <TextField
            id="subject"
            label="Trích yếu"
            value=plan.subject()
            rows=3
            example="thực hiện Nghị quyết số 27-NQ/TW ngày 09/11/2022 của Ban Chấp hành Trung ương Đảng"
            help="Một câu ngắn gọn nói kế hoạch về việc gì. Muốn ngắt dòng ở đâu thì xuống dòng ở đó."
        />
        <TextField
            id="title"
            label="Tên loại"
            value=plan.title()
            derived=Signal::derive(|| "KẾ HOẠCH".to_owned())
            help="Để trống sẽ ghi KẾ HOẠCH."
        />
        <TextField
            id="title-body"
            label="Dòng cơ quan dưới tên loại"
            value=plan.title_body()
            example="CỦA BAN THƯỜNG VỤ ĐẢNG ỦY"
            help="Thường để trống; văn bản của Đảng có thể ghi thêm."
        />
    }
}
