//! The list of states, day by day.

use leptos::prelude::*;

use super::{Entry, Past};
use crate::app::platform;

/// The list.
pub fn list(past: Past) -> impl IntoView {
    let days = move || {
        past.entries.with(|entries| {
            let days = entries.chunk_by(|a, b| platform::day(&a.saved_at) == platform::day(&b.saved_at));
            days.map(|entries| day(past, entries)).collect_view()
        })
    };
    let is_alone = move || past.entries.with(|entries| entries.len() < 2);
    view! {
        <main class="states">
            <h1 id="history-title" tabindex="-1">"Lịch sử"</h1>
            <p class="lead">"Ứng dụng giữ lại các bản đã lưu. Chọn một bản để xem, so sánh, đặt tên hoặc khôi phục."</p>
            {move || past.cut.get().map(cut)}
            {move || is_alone().then(|| view! { <p class="remark">{ALONE}</p> })}
            {days}
        </main>
    }
}

const ALONE: &str = "Chưa có bản nào khác bản hiện tại: từ lần sửa tới, mỗi lần lưu có một bản ở đây.";

fn cut(last: String) -> impl IntoView {
    let until = platform::day_and_time(&last);
    view! { <p class="remark">{format!("Một phần của lịch sử không đọc được: các bản từ sau {until} đến trước bản hiện tại không còn.")}</p> }
}

fn day(past: Past, entries: &[Entry]) -> impl IntoView + use<> {
    let day = entries.first().map(|entry| platform::day(&entry.saved_at)).unwrap_or_default();
    let heading = if day == platform::day(&platform::now()) { format!("Hôm nay, {day}") } else { day };
    let states = entries.iter().map(|entry| state(past, entry)).collect_view();
    view! {
        <section>
            <h2>{heading}</h2>
            <ol>{states}</ol>
        </section>
    }
}

fn state(past: Past, entry: &Entry) -> impl IntoView + use<> {
    let Entry { rev, saved_at, name, told, is_now, .. } = entry.clone();
    view! {
        <li>
            <button
                type="button"
                class="state"
                id=id(rev)
                aria-current=move || (past.chosen.get() == rev).then_some("true")
                on:click=move |_| past.choose(rev)
            >
                <span class="when">{platform::clock_time(&saved_at)}</span>
                " "
                <span class="what">
                    {is_now.then(|| view! { <span class="now">"Bản hiện tại"</span> " " })}
                    {(!name.is_empty()).then(|| view! { <span class="name">{name}</span> " " })}
                    <span class="told">{told}</span>
                </span>
            </button>
        </li>
    }
}

fn id(rev: u64) -> String {
    format!("state-{rev}")
}

/// Puts the keyboard focus on a state.
pub fn focus(rev: u64) {
    platform::focus(id(rev));
}
