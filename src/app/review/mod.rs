//! A file that was read, before it becomes a plan: what the app understood beside what the file
//! says, line by line, and the page that comes of it.

mod changes;
mod lines;
mod reviewed;
mod source;
mod superior;

use leptos::prelude::*;

use super::fields::{Choice, Opt, When};
use super::files::give_word;
use super::pages::Pages;
use super::platform;
use super::{App, Route, annex, embeds};
use crate::draft::Draft;
use crate::format::{ALL, FormatKey};
use crate::import::{CHANGED, Embedded, Role};
use crate::intake::{Answer, Request};
use crate::plan::Plan;
use crate::vietnamese::Legacy;
pub use reviewed::sheet_buttons;
use source::open;
pub use source::{Purpose, Source, read};

/// A source that was read, and what was understood of it.
#[derive(Clone)]
pub struct Read {
    source: Source,
    request: Request,
    answer: Answer,
}

/// What is shown and changed on this screen.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    source: StoredValue<Source>,
    request: RwSignal<Request>,
    answer: RwSignal<Answer>,
}

impl Desk {
    /// Reads the source once more, as the user now wants it.
    fn ask(self, request: Request) {
        match self.source.with_value(|source| source.ask(&request)) {
            Ok(answer) => {
                // Who leaves this screen and comes back finds it as it was.
                self.app.read.update_untracked(|read| {
                    if let Some(read) = read {
                        (read.request, read.answer) = (request.clone(), answer.clone());
                    }
                });
                self.request.set(request);
                self.answer.set(answer);
            }
            Err(sentence) => self.app.notices.warn(sentence),
        }
    }

    /// Changes what the user wants, and says how to take it back.
    fn change(self, said: String, change: impl FnOnce(&mut Request)) {
        let before = self.request.get_untracked();
        let mut request = before.clone();
        change(&mut request);
        self.ask(request);
        self.app.notices.say_undoable(said, move || self.ask(before.clone()));
    }

    /// The plan; a new one has the user's habits, one that was read its own.
    fn plan(self) -> Plan {
        let (mut plan, new) = self.answer.with(|answer| (answer.plan.clone(), answer.superior.is_some()));
        if new {
            plan.settings = self.app.settings(&plan.format.0);
        }
        plan
    }

    fn draft(self) -> Draft {
        superior::remember(self);
        let plan = untrack(|| self.plan()).into();
        Draft { id: platform::new_id(), plan, saved_at: platform::now(), ..Draft::default() }
    }
}

/// The screen; home when nothing was read.
#[component]
pub fn Review() -> impl IntoView {
    let app = App::get();
    let Some(Read { source, request, answer }) = app.read.get_untracked() else {
        request_animation_frame(|| Route::home().go());
        return ().into_any();
    };
    platform::focus("review-title".into());
    on_cleanup(move || app.notices.clear());
    let (name, purpose) = (source.name.clone(), source.purpose);
    let desk = Desk {
        app,
        source: StoredValue::new(source),
        request: RwSignal::new(request),
        answer: RwSignal::new(answer),
    };
    let page_shown = RwSignal::new(false);
    let back = if purpose == Purpose::Superior { "Xem phần chọn" } else { "Xem từng dòng" };
    let plan = Signal::derive(move || desk.plan());
    let is_changed = desk.answer.with_untracked(|answer| answer.embedded == Embedded::Changed);
    view! {
        <div class="review" class:page-shown=move || page_shown.get()>
            <header class="toolbar">
                <a class="home-link" href=Route::home().hash() title="Về danh sách kế hoạch">"Kế hoạch của tôi"</a>
                <p class="plan-name">{name.clone()}</p>
                <div class="tools">
                    <button
                        type="button"
                        class="button show-page"
                        on:click=move |_| page_shown.update(|shown| *shown = !*shown)
                    >
                        {move || if page_shown.get() { back } else { "Xem trang" }}
                    </button>
                    <Ways desk purpose />
                </div>
            </header>
            <main class="form">
                <h1 id="review-title" tabindex="-1">{title(purpose)}</h1>
                <p class="lead">{move || desk.answer.with(summary)}</p>
                {is_changed.then(|| view! { <p class="remark">{CHANGED}</p> })}
                <OldEncoding desk />
                {match purpose {
                    Purpose::Superior => superior::parts(desk),
                    _ => {
                        view! {
                            <Family desk />
                            <changes::Changes desk open=purpose == Purpose::PutRight />
                            <reviewed::Reviewed desk />
                            <Leftover desk />
                            <lines::Lines desk />
                        }
                            .into_any()
                    }
                }}
            </main>
            <Pages plan />
        </div>
    }
    .into_any()
}

fn title(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Open => "Xem lại kế hoạch vừa đọc",
        Purpose::PutRight => "Đưa về đúng thể thức",
        Purpose::Superior => "Từ kế hoạch cấp trên",
    }
}

/// How many lines there are, and how many the user should look at.
fn summary(answer: &Answer) -> String {
    if answer.superior.is_some() {
        return superior::LEAD.into();
    }
    let all = answer.lines.len();
    match answer.lines.iter().filter(|line| !line.sure).count() {
        0 => format!("Đã đọc {all} dòng. Trang xem trước là kết quả; dòng nào hiểu sai thì chọn lại ở dưới."),
        unsure => format!(
            "Đã đọc {all} dòng, {unsure} dòng cần xem lại. Trang xem trước là kết quả; dòng nào hiểu sai thì chọn lại ở dưới."
        ),
    }
}

/// What can be done with the plan.
#[component]
fn Ways(desk: Desk, purpose: Purpose) -> impl IntoView {
    let right = purpose == Purpose::PutRight;
    let keep = move |_| open(&desk.draft());
    let word = move |_| {
        let draft = desk.draft();
        // The choice is made in the app, which is another program.
        let embed = desk.app.drafts.with_value(embeds);
        give_word(desk.app, &draft, annex::word(draft.write(), embed));
    };
    view! {
        <button type="button" class="button" class:primary=!right on:click=keep>"Soạn tiếp"</button>
        <button type="button" class="button" class:primary=right on:click=word>"Tải Word"</button>
    }
}

/// Offers to convert text of an old encoding; says so where that was done.
#[component]
fn OldEncoding(desk: Desk) -> impl IntoView {
    let suspect = Memo::new(move |_| desk.answer.with(|answer| answer.suspect.clone()));
    let chosen = Memo::new(move |_| desk.request.with(|request| request.encoding));
    let set = move |encoding: Option<Legacy>| {
        let said = if encoding.is_some() {
            "Đã chuyển chữ sang Unicode."
        } else {
            "Đã giữ chữ như trong tệp."
        };
        desk.change(said.into(), |request| request.encoding = encoding);
    };
    move || {
        match (chosen.get(), suspect.get()) {
        (Some(_), _) => Some(
            view! {
                <div class="remark">
                    <p>"Chữ của tệp đã được chuyển từ bảng mã cũ sang Unicode."</p>
                    <button type="button" class="button" on:click=move |_| set(None)>"Giữ chữ như trong tệp"</button>
                </div>
            }
            .into_any(),
        ),
        (None, Some((encoding, before, after))) => Some(
            view! {
                <div class="remark">
                    <p>{format!("Chữ của tệp có vẻ dùng bảng mã cũ ({}): “{before}” có lẽ là “{after}”.", name(encoding))}</p>
                    <button type="button" class="button" on:click=move |_| set(Some(encoding))>
                        "Chuyển sang Unicode"
                    </button>
                </div>
            }
            .into_any(),
        ),
        (None, None) => None,
    }
    }
}

fn name(encoding: Legacy) -> &'static str {
    match encoding {
        Legacy::Tcvn3 | Legacy::Tcvn3Capitals => "TCVN3, phông .Vn",
        Legacy::Vni => "VNI",
    }
}

/// The family in which the plan is printed.
#[component]
fn Family(desk: Desk) -> impl IntoView {
    let options = ALL.iter().map(|format| Opt { key: format.key.into(), name: format.name.into() }).collect();
    let value = Signal::derive(move || desk.answer.with(|answer| answer.plan.format.0.to_string()));
    let set = Callback::new(move |key: String| {
        desk.change("Đã đổi thể thức.".into(), |request| {
            request.format = Some(FormatKey(key.into()))
        });
    });
    view! { <Choice id="review-family" label="Thể thức" options value set /> }
}

/// Chưa xếp vào đâu.
#[component]
fn Leftover(desk: Desk) -> impl IntoView {
    let leftover = Memo::new(move |_| desk.answer.with(|answer| answer.leftover.clone()));
    view! {
        <When holds=Signal::derive(move || leftover.with(|lines| !lines.is_empty()))>
            <section class="leftover" aria-labelledby="leftover-title">
                <h2 id="leftover-title">"Chưa xếp vào đâu"</h2>
                <p>"Những dòng này của tệp không in ra. Bản nháp giữ chúng ở đầu mỗi bước để chép sang đúng chỗ."</p>
                <ul>{move || leftover.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </section>
        </When>
    }
}

/// What a role is called.
fn role_name(role: Role) -> &'static str {
    match role {
        Role::Head => "Phần đầu, nhiều mục",
        Role::Emblem => "Quốc hiệu, tiêu ngữ",
        Role::Body => "Tên cơ quan",
        Role::Number => "Số, ký hiệu",
        Role::PlaceDate => "Địa danh, ngày tháng",
        Role::Title => "Tên loại",
        Role::Subject => "Trích yếu",
        Role::Basis => "Căn cứ",
        Role::Opening => "Đoạn mở đầu",
        Role::Section => "Mục (I.)",
        Role::Clause => "Khoản (1.)",
        Role::Subclause => "Khoản nhỏ (1.1.)",
        Role::Point => "Điểm (a)",
        Role::Dash => "Gạch đầu dòng (-)",
        Role::Text => "Đoạn không đánh số",
        Role::Detail => "Chủ trì, thời gian …",
        Role::Table => "Bảng",
        Role::Closing => "Đoạn kết",
        Role::Ending => "Phần cuối, nhiều mục",
        Role::Recipient => "Nơi nhận",
        Role::Authority => "Quyền hạn ký",
        Role::SignerTitle => "Chức vụ người ký",
        Role::SignerName => "Họ và tên người ký",
        Role::Appendix => "Phụ lục",
        Role::Continued => "Nối vào dòng trên",
        Role::Unplaced => "Không đưa vào",
    }
}
