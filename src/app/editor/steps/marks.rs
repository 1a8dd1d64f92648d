//! Part of step 1: what only some plans carry on page 1.

use leptos::prelude::*;

use super::super::session::Session;
use crate::app::fields::{Choice, NumberField, Opt, TextField, group, small};
use crate::plan::{Circulation, Markings, MarkingsStoreFields, PlanStoreFields, Urgency};
use crate::vietnamese::lower;

const URGENCIES: [(&str, &str); 4] =
    [("", NOTHING), ("urgent", "Khẩn"), ("very-urgent", "Thượng khẩn"), ("immediate", "Hỏa tốc")];
const CIRCULATIONS: [(&str, &str); 3] =
    [("", NOTHING), ("return", "Xem xong trả lại"), ("internal", "Lưu hành nội bộ")];
const NOTHING: &str = "Không ghi";

/// How the key of a choice is read and written. Functions, not closures: their choices share their code.
type Access = (fn(&Markings) -> &'static str, fn(&mut Markings, &str));

/// Dấu chỉ mức độ khẩn, phạm vi lưu hành, dự thảo; địa chỉ cơ quan.
pub fn fields(session: Session) -> AnyView {
    let marks = session.plan_now().markings();
    let said = Memo::new(move |_| said(&marks.read()));
    let choice = |id: &str,
                  label: &str,
                  options: &[(&'static str, &'static str)],
                  (read, write): Access,
                  help: &str,
                  clause: Signal<String>| {
        view! {
            <Choice
                id
                label
                options=options.iter().map(Opt::from).collect()
                value=Signal::derive(move || read(&marks.read()).to_owned())
                set=move |key: String| session.change(&|plan| write(&mut plan.markings, &key))
                help
                clause
            />
        }
    };
    let urgency: Access = (|marks| marks.urgency.key(), |marks, key| marks.urgency = Urgency::from_key(key));
    let clause = session.clause(|format| &format.markings.urgency.letters);
    let urgency =
        choice("urgency", "Mức độ khẩn", &URGENCIES, urgency, "In trong khung, dưới số và ký hiệu.", clause);
    let circulation: Access =
        (|marks| marks.circulation.key(), |marks, key| marks.circulation = Circulation::from_key(key));
    let clause = session.clause(|format| &format.markings.circulation.letters);
    let help = "In trong khung, dưới số và ký hiệu.";
    let circulation = choice("circulation", "Phạm vi lưu hành", &CIRCULATIONS, circulation, help, clause);
    let set_draft = move |round: Option<u16>| {
        session.change(&|plan| plan.markings.draft = small(round).filter(|round| *round != 0));
    };
    let fields = view! {
        <div class="pair">{urgency} {circulation}</div>
        <NumberField
            id="draft"
            label="Dự thảo lần"
            digits=2
            value=Signal::derive(move || marks.read().draft.map(u16::from))
            set=set_draft
            help="Ví dụ: 2. Để trống nếu không phải dự thảo."
            clause=session.clause(|format| &format.markings.draft)
        />
        <TextField
            id="address"
            label="Địa chỉ cơ quan"
            value=marks.address()
            rows=2
            example="Thôn Minh Tiến, xã Lương Minh; ĐT: 0238 …"
            help="In ở chân trang đầu, dưới một đường kẻ."
            clause=session.clause(|format| &format.markings.address)
        />
    };
    group("marks", "Dấu chỉ và địa chỉ ở trang đầu", said, fields.into_any())
}

/// What is set of these marks, in a few words.
fn said(marks: &Markings) -> String {
    let name = |options: &[(&str, &str)], key: &str| {
        let chosen = options.iter().find(|option| option.0 == key && !key.is_empty());
        chosen.map(|option| lower(option.1))
    };
    let said = [
        marks.draft.map(|round| format!("dự thảo lần {round}")),
        name(&URGENCIES, marks.urgency.key()),
        name(&CIRCULATIONS, marks.circulation.key()),
        (!marks.address.trim().is_empty()).then(|| "địa chỉ".to_owned()),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
