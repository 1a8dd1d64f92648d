//! Step 1: who issues, number, place and date.

use leptos::prelude::*;
use reactive_stores::Field;

use super::super::session::Session;
use crate::app::fields::{Choice, NumberField, TextField};
use crate::format::{BodyKind, FormatKey};
use crate::plan::{IssueDateStoreFields, IssuerStoreFields, PlanStoreFields};

#[component]
pub fn Fields() -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let issuer = plan.issuer();

    let kinds = [("", "Chọn loại cơ quan …")]
        .into_iter()
        .chain(BodyKind::all().map(|(_, kind)| (kind.key, kind.name)));
    let set_kind = move |key: String| {
        if let Some((format, _)) = BodyKind::find(&key) {
            plan.format().set(FormatKey(format.key.into()));
        }
        plan.issuer().kind().set(key);
    };
    let families = crate::format::ALL.iter().map(|format| (format.key, format.name));
    let has_standing = move || {
        let typed = !plan.issuer().standing().read().trim().is_empty();
        typed || plan.format().read().0 == FormatKey::FRONT.0
    };
    let date_wrong = move || !plan.date().get().is_possible();
    view! {
        <Choice
            id="kind"
            label="Loại cơ quan"
            options=kinds.collect()
            value=Signal::derive(move || plan.issuer().kind().get())
            set=set_kind
        />
        <Choice
            id="format"
            label="Thể thức"
            options=families.collect()
            value=Signal::derive(move || plan.format().get().0.into_owned())
            set=move |key: String| plan.format().set(FormatKey(key.into()))
            help="Tự chọn theo loại cơ quan; chỉ đổi khi cần."
        />
        <div class="pair">
            <TextField id="province" label="Tỉnh, thành phố" value=issuer.province() example="tỉnh Nghệ An" />
            <TextField id="commune" label="Xã, phường, đặc khu" value=issuer.commune() example="xã Lương Minh" />
        </div>
        <TextField
            id="superior"
            label="Cơ quan cấp trên"
            value=issuer.superior()
            derived=session.derived(|defaults| &defaults.superior)
            example="ĐẢNG BỘ TỈNH NGHỆ AN"
            rows=1
            help="Dòng trên cùng, bên trái trang đầu. Để trống nếu không có, hoặc để dùng dòng chữ mờ."
        />
        <TextField
            id="issuing"
            label="Cơ quan ban hành"
            rows=2
            value=issuer.issuing()
            derived=session.derived(|defaults| &defaults.issuing)
            example="ỦY BAN NHÂN DÂN XÃ LƯƠNG MINH"
            help="Tên đầy đủ, chính thức; mỗi dòng in một dòng. Để trống sẽ dùng dòng chữ mờ."
        />
        <Show when=has_standing>
            <TextField
                id="standing"
                label="Ban Thường trực"
                value=issuer.standing()
                derived=session.derived(|defaults| &defaults.standing)
                help="Dòng cuối, in đậm, có đường kẻ ở dưới."
            />
        </Show>
        <div class="pair">
            <TextField
                id="number"
                label="Số"
                value=plan.number()
                example="15"
                help="Văn thư cấp khi đăng ký; để trống thì chừa chỗ."
            />
            <TextField
                id="symbol"
                label="Ký hiệu"
                value=plan.symbol()
                derived=session.derived(|defaults| &defaults.symbol)
                example="KH-UBND"
                help="Nhà nước, Mặt trận: KH-UBND. Đảng: KH/ĐU."
            />
        </div>
        <TextField
            id="place"
            label="Địa danh"
            value=plan.place()
            derived=session.derived(|defaults| &defaults.place)
            example="Lương Minh"
            help="Tên đơn vị hành chính nơi cơ quan đóng trụ sở."
        />
        <fieldset class="triple">
            <legend>"Ngày ban hành"</legend>
            <NumberField id="day" label="Ngày" digits=2 value=small(plan.date().day()) set=set_small(plan.date().day()) />
            <NumberField id="month" label="Tháng" digits=2 value=small(plan.date().month()) set=set_small(plan.date().month()) />
            <NumberField
                id="year"
                label="Năm"
                digits=4
                value=Signal::derive(move || plan.date().year().get())
                set=move |year| plan.date().year().set(year)
            />
        </fieldset>
        <p class="help">"Ngày, tháng để trống thì chừa chỗ ghi tay khi ký."</p>
        <p class="wrong" role="alert">
            {move || date_wrong().then_some("Ngày, tháng này không có trong lịch: hãy sửa lại Ngày hoặc Tháng.")}
        </p>
    }
}

fn small(field: impl Into<Field<Option<u8>>>) -> Signal<Option<u16>> {
    let field = field.into();
    Signal::derive(move || field.get().map(u16::from))
}

fn set_small(field: impl Into<Field<Option<u8>>>) -> impl Fn(Option<u16>) + Copy {
    let field = field.into();
    move |number| field.set(number.and_then(|number| u8::try_from(number).ok()))
}
