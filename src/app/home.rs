//! Home: the drafts of this browser, and the ways to begin.

use std::time::Duration;

use leptos::html::Input;
use leptos::prelude::*;

use super::fields::When;
use super::files::give_text;
use super::open::{Paste, keep, open, remove, take_file};
use super::platform;
use super::review::Purpose;
use super::room::{NARROW, meter, percent};
use super::route::{TO_EXAMPLE, TO_TEMPLATES};
use super::{App, Route};
use crate::directory::last_body;
use crate::draft::{Draft, DraftError};
use crate::plan::{IssueDate, Plan};
use crate::store::{Entry, Summary};
use crate::vietnamese::ascii;

/// So many drafts are drawn at once, a screenful …
const FIRST: usize = 4;
/// … and so many soon after: a long list is as quick as a short one.
const SHOWN: usize = 30;

#[component]
pub fn Home() -> impl IntoView {
    let app = App::get();
    let changed = app.changed;
    let drafts = Memo::new(move |_| {
        changed.track();
        app.ask(|drafts| drafts.list()).unwrap_or_default()
    });
    let query = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let query = ascii(query.get().trim());
        drafts.get().into_iter().filter(|summary| ascii(&title(summary)).contains(&query)).collect::<Vec<_>>()
    });
    let count = RwSignal::new(FIRST);
    request_animation_frame(move || {
        let all = move || {
            // Home may have been left.
            let _ = count.try_update(|count| *count = SHOWN.max(*count));
        };
        set_timeout(all, Duration::ZERO);
    });
    let shown = move || found.with(|found| found.iter().take(count.get()).cloned().collect::<Vec<_>>());
    let none = move || drafts.with(Vec::is_empty);
    let usage = usage(app, drafts);
    view! {
        <main class="home">
            <header>
                <h1>"Kế hoạch của tôi"</h1>
                <p class="lead">
                    "Điền từng bước, nhận tệp Word đúng thể thức của Nhà nước, Đảng hoặc Mặt trận; mọi thứ ở lại trên máy này."
                </p>
                <div class="ways">
                    <div class="way">
                        <button
                            type="button"
                            class="button primary"
                            aria-describedby="way-new"
                            on:click=move |_| begin(app)
                        >
                            "Soạn kế hoạch mới"
                        </button>
                        <p class="help" id="way-new">"Điền từng bước, có mẫu và ví dụ."</p>
                    </div>
                    <OpenFile />
                </div>
                <p class="first-links">
                    <a href=TO_TEMPLATES>"Mẫu kế hoạch"</a>
                    <a href=TO_EXAMPLE>"Xem ví dụ"</a>
                </p>
                <Paste />
            </header>
            {move || usage.get().filter(|usage| usage.used >= NARROW).map(narrow)}
            <When holds=Signal::derive(move || !none()) otherwise=|| view! { <Empty /> }>
                <div class="search">
                    <label for="search">"Tìm kế hoạch"</label>
                    <input
                        id="search"
                        type="search"
                        lang="vi"
                        autocomplete="off"
                        on:input:target=move |event| query.set(event.target().value())
                    />
                </div>
                <ul class="drafts">
                    <For each=shown key=|summary| (summary.id.clone(), rev(summary)) let(summary)>
                        <Row summary changed />
                    </For>
                </ul>
                <When holds=Signal::derive(move || found.with(Vec::len) > SHOWN.max(count.get()))>
                    <button type="button" class="button more" on:click=move |_| count.update(|count| *count += SHOWN)>
                        "Xem thêm"
                    </button>
                </When>
                <When holds=Signal::derive(move || found.with(Vec::is_empty))>
                    <p class="empty">"Không có kế hoạch nào khớp với từ cần tìm."</p>
                </When>
            </When>
            <p class="room">
                {move || usage.get().map(line)} <a href=Route::backup().hash()>"Sao lưu và khôi phục"</a>
                <a href=Route::directory().hash()>"Danh bạ"</a>
            </p>
        </main>
    }
}

/// What is kept, beside the list.
#[derive(Clone, Copy)]
struct Usage {
    used: f64,
    damaged: usize,
}

/// Looks how much is kept, once the list is on screen: that reads everything.
fn usage(app: App, drafts: Memo<Vec<Summary>>) -> RwSignal<Option<Usage>> {
    let usage = RwSignal::new(None);
    let look = move || {
        let look = app.drafts.with_value(|drafts| {
            drafts.used().ok().map(|used| Usage { used, damaged: drafts.damaged_count() })
        });
        usage.try_set(look);
    };
    Effect::new(move |_| {
        drafts.track();
        request_animation_frame(move || set_timeout(look, Duration::ZERO));
    });
    usage
}

fn line(usage: Usage) -> AnyView {
    let damaged = (usage.damaged > 0).then(|| format!("Có {} bản hỏng được để riêng.", usage.damaged));
    view! {
        {meter(usage.used)}
        <span>{damaged}</span>
    }
    .into_any()
}

fn narrow(usage: Usage) -> AnyView {
    let said = format!("Bộ nhớ của trình duyệt đã dùng {}: hãy ", percent(usage.used));
    view! {
        <p class="narrow">
            {said} <a href=Route::backup().hash()>"lưu bản nháp cũ thành tệp rồi xóa"</a> "."
        </p>
    }
    .into_any()
}

#[component]
fn Empty() -> impl IntoView {
    view! {
        <section class="empty">
            <h2>"Chưa có kế hoạch nào"</h2>
            <p>"Bắt đầu bằng một nút ở trên, hoặc kéo tệp thả vào đây: tệp Word (.docx), văn bản (.txt) hay bản nháp (.kehoach.json)."</p>
        </section>
    }
}

/// One draft of the list.
#[component]
fn Row(summary: Summary, changed: Trigger) -> impl IntoView {
    let app = App::get();
    let id = summary.id.clone();
    let label = format!("draft-{id}");
    let name = title(&summary);
    let (about, readable) = match &summary.entry {
        Ok(entry) => (about(entry), true),
        Err(error) => (error.to_string(), false),
    };
    let (given, removed, called) = (id.clone(), id.clone(), name.clone());
    let take_away = move |_| {
        remove(app, &removed, format!("Đã xóa “{called}”."));
    };
    // What a newer version wrote is not for this one to remove.
    let removable = !matches!(summary.entry, Err(DraftError::Newer { .. }));
    let give = move |_| {
        let text = app.drafts.with_value(|drafts| drafts.texts(&given)).into_iter().next();
        give_text(app, &given, &text.unwrap_or_default());
    };
    let opened = readable.then(|| {
        let copied = id.clone();
        let copy = move |_| {
            let copied = app.drafts.with_value(|drafts| drafts.open(&copied));
            match copied {
                Ok(found) => {
                    let mut copy = Draft { id: platform::new_id(), rev: 0, ..found.draft };
                    if keep(app, &mut copy) {
                        changed.notify();
                        app.notices.say("Đã nhân bản kế hoạch.");
                    }
                }
                Err(error) => app.notices.warn(error.to_string()),
            }
        };
        let (on_open, on_copy) = (label.clone(), label.clone());
        view! {
            <button type="button" class="button" aria-describedby=on_open on:click=move |_| Route::draft(&id, 0).go()>
                "Mở"
            </button>
            <button type="button" class="button quiet" aria-describedby=on_copy on:click=copy>
                "Nhân bản"
            </button>
        }
    });
    let (on_give, on_remove) = (label.clone(), label.clone());
    let taken = (!readable).then(|| {
        view! {
            <button type="button" class="button" aria-describedby=on_give on:click=give>
                "Tải về"
            </button>
        }
    });
    let gone = removable.then(|| {
        view! {
            <button type="button" class="button quiet" aria-describedby=on_remove on:click=take_away>
                "Xóa"
            </button>
        }
    });
    view! {
        <li class="draft" class:damaged=!readable>
            <div>
                <h2 id=label>{name}</h2>
                <p>{about}</p>
            </div>
            <div class="actions">{opened} {taken} {gone}</div>
        </li>
    }
}

fn rev(summary: &Summary) -> u64 {
    summary.entry.as_ref().map_or(0, |entry| entry.rev)
}

fn title(summary: &Summary) -> String {
    match &summary.entry {
        Ok(entry) if entry.name.is_empty() => "Kế hoạch chưa có trích yếu".into(),
        Ok(entry) => entry.name.clone(),
        Err(_) => "Bản nháp không đọc được".into(),
    }
}

fn about(entry: &Entry) -> String {
    let family = entry.format.format().name;
    format!("Thể thức {family} · lưu lúc {}", platform::day_and_time(&entry.saved_at))
}

fn begin(app: App) {
    let last = app.drafts.with_value(|drafts| drafts.directory_text()).and_then(|text| last_body(&text));
    let id = platform::new_id();
    if last.is_some() {
        app.begun.set_value(id.clone());
    }
    let (format, issuer) = last.unwrap_or_default();
    let mut plan = Plan::new(format);
    plan.issuer = issuer;
    plan.settings = app.settings(&plan.format.0);
    plan.date = IssueDate { year: Some(platform::year()), ..IssueDate::default() };
    open(app, Draft { id, plan: plan.into(), ..Draft::default() });
    platform::focus("step-title".into());
}

/// The buttons that ask for a file. One field takes it for all of them; what is not asked for by
/// a button is opened.
#[component]
fn OpenFile() -> impl IntoView {
    let app = App::get();
    let input = NodeRef::<Input>::new();
    let purpose = StoredValue::new(Purpose::Open);
    let button = move |label: &'static str, about: &'static str, wanted: Purpose| {
        let choose = move |_| {
            purpose.set_value(wanted);
            if let Some(input) = input.get_untracked() {
                input.click();
            }
        };
        // What it is for describes the button: its name is the one on it.
        let id = format!("way-{}", wanted as u8);
        view! {
            <div class="way">
                <button type="button" class="button" aria-describedby=id.clone() on:click=choose>{label}</button>
                <p class="help" id=id>{about}</p>
            </div>
        }
    };
    let chosen = move |_| {
        let Some(input) = input.get_untracked() else { return };
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file can be chosen again after it was mended.
        input.set_value("");
        take_file(app, file, purpose.get_value());
        purpose.set_value(Purpose::Open);
    };
    view! {
        {button("Từ kế hoạch cấp trên", "Từ tệp Word của tỉnh, của cấp trên dựng kế hoạch của xã.", Purpose::Superior)}
        {button("Đưa về đúng thể thức", "Từ tệp Word đã có nhận lại tệp đúng thể thức.", Purpose::PutRight)}
        {button("Mở tệp", "Bản nháp, tệp Word hay văn bản để soạn tiếp.", Purpose::Open)}
        // No `accept`: iOS greys out endings of its own accord, and content is looked at anyway.
        <input type="file" hidden node_ref=input on:change=chosen aria-hidden="true" tabindex="-1" />
    }
}
