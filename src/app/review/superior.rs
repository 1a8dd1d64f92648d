//! A plan of the user's own body after the superior's: whose it is, what it cites, which tasks
//! and which names it takes over.

use leptos::prelude::*;

use super::{Desk, lines};
use crate::app::fields::{Choice, Opt, RowList, When, line};
use crate::app::{App, platform};
use crate::directory::Added;
use crate::format::{BodyKind, FormatKey};
use crate::intake::{Answer, Decision, Proposal, Request, Wish};
use crate::plan::{Issuer, Plan, RowId};

/// What the screen is for.
pub const LEAD: &str = "Kế hoạch mới viện dẫn văn bản vừa đọc và nhận những nhiệm vụ được chọn dưới đây. Ngoài những gì được chọn, không chữ nào của văn bản ấy vào kế hoạch mới.";

/// Asks for a plan of the body that was used last, else of the last draft's.
pub fn begin(app: App, request: &mut Request) {
    let last = app.drafts.with_value(|drafts| drafts.directory()).bodies.into_iter().next();
    let mut issuer = Issuer::default();
    if let Some(body) = last {
        (issuer, request.format) = (body.issuer, Some(body.format));
    } else {
        // A draft without a commune may be a superior's plan that was opened.
        let drafts = app.drafts.with_value(|drafts| drafts.list()).unwrap_or_default();
        let open = |id: &str| app.drafts.with_value(|drafts| drafts.open(id)).ok();
        let plans = drafts.iter().filter_map(|summary| open(&summary.id)).map(|found| found.draft.plan);
        for plan in plans.filter(|plan| !plan.issuer.commune.trim().is_empty()).take(1) {
            (issuer, request.format) = (plan.issuer.clone(), Some(plan.format.clone()));
        }
    }
    family_of(&issuer, request);
    request.superior = Some(Wish { issuer, year: Some(platform::year()), ..Wish::default() });
}

/// Remembers the body for which a plan was made.
pub fn remember(desk: Desk) {
    let Some(Wish { issuer, .. }) = desk.request.with_untracked(|request| request.superior.clone()) else {
        return;
    };
    let format = desk.request.with_untracked(|request| request.format.clone()).unwrap_or_default();
    let kept = desk.app.drafts.with_value(|drafts| {
        let mut directory = drafts.directory();
        directory.remember(&Plan { format, issuer, ..Plan::default() }, &Added::default());
        drafts.keep_directory(&directory)
    });
    if let Err(error) = kept {
        desk.app.notices.warn(error.to_string());
    }
}

/// A body of a known kind writes in the family of its kind.
fn family_of(issuer: &Issuer, request: &mut Request) {
    if let Some((format, _)) = BodyKind::find(&issuer.kind) {
        request.format = Some(FormatKey(format.key.into()));
    }
}

/// The parts of the screen.
pub fn parts(desk: Desk) -> AnyView {
    let said = move |read: fn(&Answer) -> String| move || desk.answer.with(read);
    let citation = |answer: &Answer| {
        answer.superior.as_ref().map(|offered| offered.citation.clone()).unwrap_or_default()
    };
    let gaps = |answer: &Answer| match answer.superior.as_ref().map(|offered| offered.gaps.as_str()) {
        None | Some("") => String::new(),
        Some(gaps) => format!(
            "Phần đầu của văn bản không cho biết: {gaps}. Chỗ thiếu ghi “…”: điền sau ở bước “Căn cứ”, hoặc xem lại từng dòng ở cuối trang này."
        ),
    };
    let has_lines = desk.answer.with_untracked(|answer| !answer.lines.is_empty());
    let lines = has_lines.then(|| {
        view! {
            <details class="group">
                <summary>"Xem lại văn bản đã đọc"</summary>
                <div class="group-fields">
                    <lines::Lines desk />
                </div>
            </details>
        }
    });
    view! {
        <section aria-labelledby="whose-title">
            <h2 id="whose-title">"Kế hoạch mới của"</h2>
            {whose(desk)}
        </section>
        <section aria-labelledby="cited-title">
            <h2 id="cited-title">"Văn bản được viện dẫn"</h2>
            <p>{said(citation)}</p>
            <p class="remark">{said(gaps)}</p>
        </section>
        {proposals(desk, false)}
        {proposals(desk, true)}
        {lines}
    }
    .into_any()
}

/// The user's own body.
fn whose(desk: Desk) -> AnyView {
    let issuer = Memo::new(move |_| {
        desk.request.with(|request| request.superior.clone().map(|wish| wish.issuer).unwrap_or_default())
    });
    type Part = fn(&mut Issuer) -> &mut String;
    let value = move |part: Part| Signal::derive(move || part(&mut issuer.get()).clone());
    let set = move |part: Part| {
        Callback::new(move |text: String| {
            desk.change("Đã đổi cơ quan.".into(), |request| {
                let wish = request.superior.get_or_insert_default();
                // The lines of the head that were typed for another body are not this one's.
                let Issuer { kind, province, commune, .. } = std::mem::take(&mut wish.issuer);
                wish.issuer = Issuer { kind, province, commune, ..Issuer::default() };
                *part(&mut wish.issuer) = text;
                let issuer = wish.issuer.clone();
                family_of(&issuer, request);
            });
        })
    };
    let (kind, province, commune): (Part, Part, Part) =
        (|issuer| &mut issuer.kind, |issuer| &mut issuer.province, |issuer| &mut issuer.commune);
    let mut kinds = vec![Opt::from(&("", "Chọn loại cơ quan …"))];
    kinds.extend(BodyKind::all().map(|(_, kind)| Opt::from(&(kind.key, kind.name))));
    let unit = |id: &str, label, example, part| line(id.into(), label, example, value(part), set(part), true);
    view! {
        <div class="whose">
            <p class="help">
                "Chọn trước: nhiệm vụ liên quan được chọn sẵn và tên được đề nghị đổi theo cơ quan này."
            </p>
            <Choice id="kind" label="Loại cơ quan" options=kinds value=value(kind) set=set(kind) />
            <div class="pair">
                {unit("province", "Tỉnh, thành phố", "Ví dụ: tỉnh Quảng Ninh", province)}
                {unit("commune", "Xã, phường, đặc khu", "Ví dụ: xã Lương Minh", commune)}
            </div>
        </div>
    }
    .into_any()
}

/// The tasks, or the names, that are proposed.
fn listed(answer: &Answer, names: bool) -> &[Proposal] {
    let offered = answer.superior.as_ref();
    offered.map_or(&[], |offered| if names { &offered.names } else { &offered.tasks })
}

/// Takes decisions about tasks or names.
fn decide(desk: Desk, names: bool, said: String, decisions: Vec<Decision>) {
    desk.change(said, |request| {
        let wish = request.superior.get_or_insert_default();
        let all = if names { &mut wish.names } else { &mut wish.tasks };
        all.retain(|old| decisions.iter().all(|new| new.key != old.key));
        all.extend(decisions);
    });
}

/// What is proposed, each with a box to accept it.
fn proposals(desk: Desk, names: bool) -> AnyView {
    let counts = Memo::new(move |_| {
        let count = |all: &[Proposal]| (all.iter().filter(|one| one.yes).count(), all.len());
        desk.answer.with(|answer| count(listed(answer, names)))
    });
    let said = move || {
        match (names, counts.get()) {
        (false, (_, 0)) => "Không tìm thấy nhiệm vụ nào trong văn bản này. Vẫn soạn tiếp được: kế hoạch mới viện dẫn văn bản, nội dung tự viết.".to_owned(),
        (false, (chosen, all)) => format!("Đã chọn {chosen} trong {all} nhiệm vụ. Những việc liên quan đến cơ quan mình đứng trước và được chọn sẵn."),
        (true, (_, 0)) => "Không có tên cơ quan, địa bàn nào của cấp trên cần đổi trong những nhiệm vụ đã chọn.".to_owned(),
        (true, (chosen, all)) => format!("Đổi {chosen} trong {all} tên. Tên chưa chắc chắn thì để nguyên: xem rồi tự chọn."),
    }
    };
    let all = move |label: &'static str, yes: bool| {
        let act = move |_| {
            let decision = |one: &Proposal| Decision { key: one.key.clone(), own: one.own.clone(), yes };
            let decisions =
                desk.answer.with_untracked(|answer| listed(answer, names).iter().map(decision).collect());
            decide(desk, names, format!("Đã {}.", label.to_lowercase()), decisions);
        };
        view! { <button type="button" class="button" on:click=act>{label}</button> }
    };
    let buttons = move || {
        let some = !names && counts.get().1 > 0;
        some.then(
            || view! { <div class="actions">{all("Chọn tất cả", true)} {all("Bỏ chọn tất cả", false)}</div> },
        )
    };
    let rows = Signal::derive(move || (0..).take(counts.get().1).map(RowId).collect());
    let row = Callback::new(move |id: RowId| proposal(desk, names, id.0));
    let (title, heading) = if names {
        ("names-title", "Đổi tên theo cấp mình")
    } else {
        ("tasks-title", "Nhiệm vụ nhận từ cấp trên")
    };
    view! {
        <section class="proposals" aria-labelledby=title>
            <h2 id=title>{heading}</h2>
            <p class="help">{said}</p>
            {buttons}
            <ul>
                <RowList rows row />
            </ul>
        </section>
    }
    .into_any()
}

/// The task, or name, at a place of the list.
fn proposal(desk: Desk, names: bool, at: u32) -> AnyView {
    let it = Memo::new(move |_| {
        let at = usize::try_from(at).unwrap_or_default();
        desk.answer.with(|answer| listed(answer, names).get(at).cloned().unwrap_or_default())
    });
    let decide = move |said: &str, decision: Decision| decide(desk, names, said.into(), vec![decision]);
    let accept = move |yes: bool| {
        let Proposal { key, own, .. } = it.get_untracked();
        let said = match (names, yes) {
            (false, true) => "Đã chọn nhiệm vụ.",
            (false, false) => "Đã bỏ chọn nhiệm vụ.",
            (true, true) => "Đã đổi tên.",
            (true, false) => "Đã giữ tên như của cấp trên.",
        };
        decide(said, Decision { key, yes, own });
    };
    let set = Callback::new(move |own: String| {
        let Proposal { key, yes, .. } = it.get_untracked();
        decide(if names { "Đã sửa tên." } else { "Đã ghi thời hạn." }, Decision { key, yes, own });
    });
    let say = move |read: fn(&Proposal) -> &String| move || it.with(|it| read(it).clone());
    let yes = move || it.with(|it| it.yes);
    let own = Signal::derive(move || it.with(|it| if names { &it.after } else { &it.own }.clone()));
    let field = move || {
        let (id, label, hint) = match names {
            true => (format!("name-{at}"), "Đổi thành", ""),
            false => (format!("task-{at}"), "Thời hạn của cơ quan mình", "Để trống thì theo cấp trên"),
        };
        line(id, label, hint, own, set, false)
    };
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=yes on:change:target=move |event| accept(event.target().checked()) />
                <span>{say(|it| &it.before)}</span>
            </label>
            <p><ins>{say(|it| &it.after)}</ins></p>
            <p>{say(|it| &it.details)}</p>
            <p class="clause">{say(|it| &it.place)}</p>
            <p class="clause">{say(|it| &it.why)}</p>
            <When holds=Signal::derive(yes)>{field}</When>
            <p class="wrong" role="alert">{say(|it| &it.late)}</p>
        </li>
    }
    .into_any()
}
