//! Step 1: who issues, number, place and date.

use leptos::prelude::*;

use super::super::session::Session;
use crate::app::fields::{Choice, Help, NumberField, Opt, TextField, When, small};
use crate::app::{App, platform};
use crate::check::advice;
use crate::format::{BodyKind, FormatKey};
use crate::plan::{IssueDate, Issuer, IssuerStoreFields, PlanStoreFields};

#[component]
pub fn Fields() -> impl IntoView {
    let app = App::get();
    let session = Session::get();
    let plan = session.plan_now();
    let issuer = plan.issuer();

    let none = ("", "Chọn loại cơ quan …");
    let kinds = BodyKind::all().map(|(_, kind)| Opt::from(&(kind.key, kind.name)));
    let kinds = [Opt::from(&none)].into_iter().chain(kinds);
    let set_kind = move |key: String| {
        session.change(&|plan| {
            if let Some((format, _)) = BodyKind::find(&key) {
                // A plan is begun before its family is known: it has the habits of the wrong one.
                if plan.settings == app.settings(&plan.format.0) {
                    plan.settings = app.settings(format.key);
                }
                plan.format = FormatKey(format.key.into());
            }
            plan.issuer.kind.clone_from(&key);
        });
    };
    let families = crate::format::ALL.iter().map(|format| Opt::from(&(format.key, format.name)));
    let has_standing = move || {
        let typed = !plan.issuer().standing().read().trim().is_empty();
        typed || plan.format().read().0 == FormatKey::FRONT.0
    };
    // Functions, not closures: the three share their code.
    let date =
        |id, label, digits, read: fn(&IssueDate) -> Option<u16>, write: fn(&mut IssueDate, Option<u16>)| {
            view! {
                <NumberField
                    id
                    label
                    digits
                    value=Signal::derive(move || read(&plan.date().read()))
                    set=move |number| session.change(&|plan| write(&mut plan.date, number))
                    helped_by="date-help"
                />
            }
        };
    let day = date("day", "Ngày", 2, |date| date.day.map(u16::from), |date, day| date.day = small(day));
    let month =
        date("month", "Tháng", 2, |date| date.month.map(u16::from), |date, month| date.month = small(month));
    let year = date("year", "Năm", 4, |date| date.year, |date, year| date.year = year);
    let date_wrong = move || !plan.date().get().is_possible();
    // The annex has noted whose the last plan was.
    let begun = app.begun.with_value(|id| *id == session.id());
    let known = Signal::derive(move || begun && !plan.issuer().kind().read().is_empty());
    let forget = move |_| {
        session.step(|| {
            session.change(&|plan| {
                plan.format = FormatKey::default();
                plan.issuer = Issuer::default();
            });
        });
        platform::focus("kind".into());
    };
    view! {
        <When holds=known>
            <p class="begun">
                "Cơ quan như ở kế hoạch trước."
                <button type="button" class="button quiet" on:click=forget>
                    "Điền cơ quan khác"
                </button>
            </p>
        </When>
        <Choice
            id="kind"
            label="Loại cơ quan"
            options=kinds.collect()
            value=Signal::derive(move || plan.issuer().kind().get())
            set=set_kind
            help="Cơ quan đứng tên ban hành kế hoạch."
            clause=session.clause(|format| &format.issuing)
        />
        <Choice
            id="format"
            label="Thể thức"
            options=families.collect()
            value=Signal::derive(move || plan.format().get().0.into_owned())
            set=move |key: String| session.change(&|plan| plan.format = FormatKey(key.clone().into()))
            help="Tự chọn theo loại cơ quan; chỉ đổi khi cần."
            clause=session.authority()
        />
        <div class="pair">
            <TextField
                id="province"
                label="Tỉnh, thành phố"
                value=issuer.province()
                example="tỉnh Quảng Ninh"
                help="Tên gọi từ ngày 01/7/2025."
                clause=session.clause(|format| &format.place_date)
                suggests=true
            />
            <TextField
                id="commune"
                label="Xã, phường, đặc khu"
                value=issuer.commune()
                example="xã Lương Minh"
                help="Gõ không dấu cũng được: luong minh. Tỉnh được điền theo."
                clause=session.clause(|format| &format.place_date)
                suggests=true
            />
        </div>
        <TextField
            id="superior"
            label="Cơ quan cấp trên"
            value=issuer.superior()
            derived=session.derived(|defaults| &defaults.superior)
            example="ĐẢNG BỘ TỈNH QUẢNG NINH"
            rows=1
            help="Dòng trên cùng, bên trái trang đầu. Để trống nếu không có, hoặc để dùng dòng chữ mờ."
            clause=session.clause(|format| &format.superior)
        />
        <TextField
            id="issuing"
            label="Cơ quan ban hành"
            rows=2
            value=issuer.issuing()
            derived=session.derived(|defaults| &defaults.issuing)
            example="ỦY BAN NHÂN DÂN XÃ LƯƠNG MINH"
            help="Tên đầy đủ, chính thức; mỗi dòng in một dòng. Để trống sẽ dùng dòng chữ mờ."
            clause=session.clause(|format| &format.issuing)
        />
        <When holds=Signal::derive(has_standing)>
            <TextField
                id="standing"
                label="Ban Thường trực"
                value=issuer.standing()
                derived=session.derived(|defaults| &defaults.standing)
                example="BAN THƯỜNG TRỰC"
                help="Dòng cuối, in đậm, có đường kẻ ở dưới."
                clause=session.clause(|format| &format.issuing)
            />
        </When>
        <div class="pair">
            <TextField
                id="number"
                label="Số"
                value=plan.number()
                example="15"
                help="Văn thư cấp khi đăng ký; để trống thì chừa chỗ."
                clause=session.clause(|format| &format.number.letters)
                advice=advice::number
            />
            <TextField
                id="symbol"
                label="Ký hiệu"
                value=plan.symbol()
                derived=session.derived(|defaults| &defaults.symbol)
                example="KH-UBND"
                help="Nhà nước, Mặt trận: KH-UBND. Đảng: KH/ĐU."
                clause=session.clause(|format| &format.number.letters)
                advice=advice::symbol
            />
        </div>
        <TextField
            id="place"
            label="Địa danh"
            value=plan.place()
            derived=session.derived(|defaults| &defaults.place)
            example="Lương Minh"
            help="Tên đơn vị hành chính nơi cơ quan đóng trụ sở."
            clause=session.clause(|format| &format.place_date)
            advice=advice::place
        />
        <fieldset class="triple">
            <legend>"Ngày ban hành"</legend>
            {day} {month} {year}
        </fieldset>
        <Help
            id="date-help"
            text="Ví dụ: 5, 2, 2026 in thành “ngày 05 tháng 02 năm 2026”. Ngày, tháng để trống thì chừa chỗ ghi tay khi ký."
            clause=Some(session.clause(|format| &format.place_date))
        />
        <p class="wrong" role="alert">
            {move || date_wrong().then_some("Ngày, tháng này không có trong lịch: hãy sửa lại Ngày hoặc Tháng.")}
        </p>
        {super::marks::fields(session)}
    }
}
