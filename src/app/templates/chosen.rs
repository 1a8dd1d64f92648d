//! One template: for whom, its pages, and the button that uses it.

use std::sync::Arc;

use leptos::prelude::*;
use reactive_stores::Store;

use super::list::{family_at_first, names};
use super::{Desk, Listed, begin};
use crate::app::fields::{Choice, NumberField, Opt, TextField};
use crate::app::pages::Pages;
use crate::app::platform::{self, annex};
use crate::draft::Draft;
use crate::format::BodyKind;
use crate::plan::{
    FormatKey, IssueDate, IssueDateStoreFields, Issuer, IssuerStoreFields, Plan, PlanStoreFields,
};
use crate::template::{Template, blanks};

/// What has the focus when one comes here.
pub const TITLE: &str = "template-title";

/// The template with this key.
pub fn chosen(desk: Desk, key: &str) -> AnyView {
    let found = desk.all.with_untracked(|all| all.iter().find(|listed| listed.key == key).cloned());
    match found {
        Some(Listed { template: Ok(template), .. }) => shown(desk, template),
        _ => view! {
            <main>
                <h1 id=TITLE tabindex="-1">"Không tìm thấy mẫu"</h1>
                <p class="lead">"Mẫu này không còn trong trình duyệt: có thể đã bị xóa."</p>
                {back(desk)}
            </main>
        }
        .into_any(),
    }
}

fn back(desk: Desk) -> impl IntoView {
    view! {
        <button type="button" class="button" on:click=move |_| desk.choose(None)>
            "Về danh sách mẫu"
        </button>
    }
}

fn shown(desk: Desk, template: Template) -> AnyView {
    let start = Store::new(first(desk, &template));
    let about = (template.name.clone(), template.about.clone(), names(&template.families));
    let template = StoredValue::new(template);
    let plan = Memo::new(move |_| template.with_value(|template| template.fill(start.get())));
    let count = move || plan.with(count_blanks);
    let whose = desk.is_new().then(|| whose(template, start));
    let used = move |_| {
        let plan = plan.get_untracked();
        match desk.into.get_value() {
            Some(draft) => {
                annex::restore(&Draft { plan: plan.into(), saved_at: String::new(), ..draft }.write())
            }
            None => {
                let settings = desk.app.settings(&plan.format.0);
                // The template may be of another year than the one in which the plan is issued.
                let date = IssueDate { year: Some(platform::year()), ..plan.date.clone() };
                begin(Plan { settings, date, ..plan });
            }
        }
    };
    let label = if desk.is_new() { "Dùng mẫu này" } else { "Lấy nội dung này" };
    view! {
        <div class="template">
            <main>
                <h1 id=TITLE tabindex="-1">{about.0}</h1>
                <p class="lead">{about.1}</p>
                <p class="families">{about.2}</p>
                {whose}
                <p class="remark">
                    {move || match count() {
                        0 => "Mẫu không còn chỗ nào phải điền.".to_owned(),
                        count => format!("Có {count} chỗ trong ngoặc vuông, như [điền số, ký hiệu], để điền khi soạn."),
                    }}
                </p>
                <div class="actions">
                    <button type="button" class="button primary" on:click=used>{label}</button>
                    {back(desk)}
                </div>
            </main>
            <Pages plan=Signal::derive(move || plan.get()) />
        </div>
    }
    .into_any()
}

/// How many things a plan still asks one to fill in.
fn count_blanks(plan: &Plan) -> usize {
    let mut count = 0;
    plan.clone().each_text(&mut |text, _| count += blanks(text).count());
    count
}

/// The plan before it gets the content: the one that is there, or a blank one of the body for which
/// plans were made before.
fn first(desk: Desk, template: &Template) -> Plan {
    if let Some(draft) = desk.into.get_value() {
        return Arc::unwrap_or_clone(draft.plan);
    }
    let family = FormatKey(family_at_first(desk).into());
    let family = if template.serves(&family) {
        family
    } else {
        template.families.first().cloned().unwrap_or_default()
    };
    let mut plan = Plan { format: family, ..Plan::default() };
    plan.date.year = Some(platform::year());
    if let Some((format, issuer)) = last_body(desk, template) {
        (plan.format, plan.issuer) = (format, issuer);
    }
    plan
}

/// The body for which the last plan was made that writes in a format of the template.
fn last_body(desk: Desk, template: &Template) -> Option<(FormatKey, Issuer)> {
    let directory = desk.app.drafts.with_value(|drafts| drafts.directory());
    let body = directory.bodies.into_iter().find(|body| template.serves(&body.format))?;
    Some((body.format, body.issuer))
}

/// Whose plan it is to be: its names stand in the text at once.
fn whose(template: StoredValue<Template>, start: Store<Plan>) -> impl IntoView {
    let families = template.with_value(|template| template.families.clone());
    let mut kinds = vec![Opt::from(&("", "Chọn loại cơ quan …"))];
    let serving = BodyKind::all().filter(|(format, _)| families.iter().any(|family| family.0 == format.key));
    kinds.extend(serving.map(|(_, kind)| Opt::from(&(kind.key, kind.name))));
    let set_kind = move |key: String| {
        start.update(|plan| {
            if let Some((format, _)) = BodyKind::find(&key) {
                plan.format = FormatKey(format.key.into());
            }
            // The lines of the head that were typed for another body are not this one's.
            let Issuer { province, commune, .. } = std::mem::take(&mut plan.issuer);
            plan.issuer = Issuer { kind: key.clone(), province, commune, ..Issuer::default() };
        });
    };
    let year = Signal::derive(move || start.date().year().get());
    view! {
        <section class="whose" aria-labelledby="whose-title">
            <h2 id="whose-title">"Kế hoạch của"</h2>
            <Choice
                id="kind"
                label="Loại cơ quan"
                options=kinds
                value=Signal::derive(move || start.issuer().kind().get())
                set=set_kind
            />
            <TextField
                id="province"
                label="Tỉnh, thành phố"
                value=start.issuer().province()
                example="tỉnh Nghệ An"
                suggests=true
            />
            <TextField
                id="commune"
                label="Xã, phường, đặc khu"
                value=start.issuer().commune()
                example="xã Lương Minh"
                suggests=true
            />
            <NumberField
                id="year"
                label="Kế hoạch cho năm"
                digits=4
                value=year
                set=move |year| start.date().year().set(year)
            />
            <p class="help">"Tên cơ quan và năm được điền sẵn vào nội dung. Để trống thì điền sau."</p>
        </section>
    }
}
