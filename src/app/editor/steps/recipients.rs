//! Step 7: recipients and signature.

use leptos::prelude::*;
use reactive_stores::Field;

use super::super::session::Session;
use crate::app::fields::{Choice, Help, NumberField, Opt, RowList, RowTools, TextField, ViewFn, move_by_key};
use crate::app::{App, platform};
use crate::check::advice;
use crate::format::{Format, usual_recipients};
use crate::plan::{
    MarkingsStoreFields, PlanStoreFields, Recipient, RecipientStoreFields, RowEdit, RowId,
    SignatureStoreFields, SigningForm, insert_after,
};

/// The forms of signing that a family has, and the one that the plan has whatever its family.
fn forms(format: &Format, chosen: SigningForm) -> Vec<Opt> {
    let codes = &format.signature.codes;
    let named = |form| match form {
        SigningForm::Head => ("Cấp trưởng ký", "TM."),
        SigningForm::Deputy => ("Cấp phó ký thay", codes.deputy),
        SigningForm::ByOrder => ("Ký thừa lệnh", codes.by_order),
        SigningForm::Authorised => ("Ký thừa ủy quyền", codes.authorised),
        SigningForm::Acting => ("Quyền cấp trưởng ký", codes.acting),
    };
    let offered = SigningForm::ALL.into_iter().filter_map(|form| {
        let (name, code) = named(form);
        (!code.is_empty() || form == chosen).then(|| Opt::from(&(form.key(), name)))
    });
    offered.collect()
}

/// The line of help that all recipients share, and the one of the drafter's mark.
const HELP: &str = "recipients-help";
const DRAFTER_HELP: &str = "drafter-help";

#[component]
pub fn Fields() -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let notices = App::get().notices;
    let marks = plan.markings();
    // The family is chosen in another step.
    let forms = forms(plan.format().get_untracked().format(), plan.signature().form().get_untracked());
    let rows = session.rows(move || plan.recipients().read_untracked().iter().map(|row| row.id).collect());
    let add = move |after: Option<RowId>| {
        let id = session.new_row();
        let row = Recipient { id, ..Recipient::default() };
        session.reshape(|| plan.recipients().update(|rows| insert_after(rows, row, after)));
        platform::focus(format!("recipient-{}", id.0));
    };
    let add_usual = move |_| {
        let usual = usual_recipients(&plan.get_untracked());
        let said = match usual.len() {
            0 => return notices.say(
                "Không còn nơi nhận thường dùng nào để thêm. Nếu chưa chọn loại cơ quan, hãy chọn ở bước 1.",
            ),
            count => format!("Đã thêm {count} nơi nhận."),
        };
        session.step(|| {
            for (name, note) in usual {
                let row = Recipient { id: session.new_row(), name, note, ..Recipient::default() };
                session.reshape(|| plan.recipients().update(|rows| insert_after(rows, row, None)));
            }
        });
        notices.say_undoable(said, move || session.undo());
    };
    let row = ViewFn::new(move |id| {
        view! { <RecipientRow id recipient=plan.recipients().at_key(id).into() add=Callback::new(add) /> }
            .into_any()
    });
    view! {
        <section aria-labelledby="recipients-title">
            <h2 id="recipients-title">"Nơi nhận"</h2>
            <Help
                id=HELP
                text="Mỗi nơi một dòng; gạch đầu dòng và dấu cuối dòng do ứng dụng ghi. Bấm Enter để thêm dòng; dán cả danh sách cũng được."
                clause=Some(session.clause(|format| &format.recipients.list))
            />
            <ol class="rows">
                <RowList rows row />
            </ol>
            <div class="actions">
                <button type="button" class="button" id="recipient" on:click=move |_| add(None)>"Thêm nơi nhận"</button>
                <button type="button" class="button" on:click=add_usual>"Thêm nơi nhận thường dùng"</button>
            </div>
            <TextField
                id="retention"
                label="Dòng lưu"
                value=plan.retention()
                derived=session.derived(|defaults| &defaults.retention)
                help="Dòng cuối của Nơi nhận. Nhà nước, Mặt trận: “Lưu: VT, …”; Đảng: “Lưu Văn phòng Đảng ủy”."
                clause=session.clause(|format| &format.recipients.list)
            />
            <div class="pair">
                <TextField
                    id="drafter"
                    label="Người soạn thảo (viết tắt)"
                    value=marks.drafter()
                    example="PL"
                    helped_by=DRAFTER_HELP
                />
                <NumberField
                    id="copies"
                    label="Số bản"
                    digits=4
                    value=Signal::derive(move || marks.read().copies)
                    set=move |copies| session.change(&|plan| plan.markings.copies = copies)
                    helped_by=DRAFTER_HELP
                />
            </div>
            <Help
                id=DRAFTER_HELP
                text="Ví dụ: PL, 300 in thành dòng PL.(300) dưới nơi nhận."
                clause=Some(session.clause(|format| &format.markings.drafter))
            />
        </section>
        <section aria-labelledby="signature-title">
            <h2 id="signature-title">"Chữ ký"</h2>
            <Choice
                id="signing-form"
                label="Hình thức ký"
                options=forms
                value=Signal::derive(move || plan.signature().form().get().key().to_owned())
                set=move |key: String| session.change(&|plan| plan.signature.form = SigningForm::from_key(&key))
                help="Quyền hạn và chức vụ được điền theo."
                clause=session.clause(|format| &format.signature.authority)
            />
            <TextField
                id="authority"
                label="Quyền hạn"
                value=plan.signature().authority()
                derived=session.derived(|defaults| &defaults.authority)
                rows=2
                example="TM. ỦY BAN NHÂN DÂN"
                help="Nhà nước, Mặt trận: TM., KT., TL., TUQ., Q.; Đảng: T/M, K/T, T/L."
                clause=session.clause(|format| &format.signature.authority)
            />
            <TextField
                id="signer-title"
                label="Chức vụ"
                value=plan.signature().title()
                derived=session.derived(|defaults| &defaults.signer_title)
                rows=1
                example="CHỦ TỊCH"
                help="Chức vụ ghi trên văn bản do người ký giữ."
                clause=session.clause(|format| &format.signature.title)
            />
            <TextField
                id="signer-name"
                label="Họ và tên"
                value=plan.signature().name()
                example="Nguyễn Văn An"
                help="Không ghi học hàm, học vị."
                clause=session.clause(|format| &format.signature.name)
                advice=advice::signer
                suggests=true
            />
        </section>
    }
}

#[component]
fn RecipientRow(id: RowId, recipient: Field<Recipient>, add: Callback<Option<RowId>>) -> impl IntoView {
    let session = Session::get();
    let plan = session.plan_now();
    let place = Signal::derive(move || {
        session.shape();
        let at = plan.recipients().read_untracked().iter().position(|row| row.id == id).unwrap_or(0);
        format!("nơi nhận {}", at + 1)
    });
    let edit = Callback::new(move |edit: RowEdit| {
        session.edit_row(edit, &place.get_untracked(), || {
            plan.recipients().update(|rows| edit.apply(rows, id, |_| true));
        });
    });
    let enter = Callback::new(move |()| add.run(Some(id)));
    view! {
        <li class="row recipient" on:keydown=move |event| move_by_key(&event, edit)>
            <TextField
                id=format!("recipient-{}", id.0)
                label="Gửi"
                value=recipient.name()
                rows=1
                example="Ban Thường vụ Đảng ủy"
                helped_by=HELP
                advice=advice::recipient
                on_enter=enter
            />
            <TextField
                id=format!("recipient-note-{}", id.0)
                label="Ghi chú"
                value=recipient.note()
                example="b/c"
                helped_by=HELP
                on_enter=enter
            />
            <RowTools id=format!("recipient-{}", id.0) name=place edit />
        </li>
    }
}
