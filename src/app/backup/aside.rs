//! What was damaged and set aside: to be taken as a file, and removed.

use leptos::prelude::*;

use super::{Desk, title};
use crate::app::fields::When;
use crate::app::files::give_text;
use crate::store::Damaged;

/// The texts that were set aside; nothing where there are none.
#[component]
pub fn Aside(desk: Desk) -> impl IntoView {
    let texts = Memo::new(move |_| {
        desk.changed.track();
        desk.app.ask(|drafts| drafts.damaged()).unwrap_or_default()
    });
    let rows =
        move || texts.get().into_iter().enumerate().map(|(i, text)| row(desk, i + 1, text)).collect_view();
    view! {
        <When holds=Signal::derive(move || texts.with(|texts| !texts.is_empty()))>
            <section aria-labelledby="aside-title">
                <h2 id="aside-title">"Bản hỏng được để riêng"</h2>
                <p class="help">
                    "Trình duyệt giữ không nguyên vẹn những bản này nên chúng không mở được. Tệp tải về giữ đúng những gì còn lại."
                </p>
                <ul class="drafts">{rows}</ul>
            </section>
        </When>
    }
}

fn row(desk: Desk, number: usize, damaged: Damaged) -> impl IntoView {
    let entry = desk.app.drafts.with_value(|drafts| drafts.entry(&damaged.id)).ok().flatten();
    let of = match entry {
        Some(entry) => format!("Một bản của “{}”", title(&entry.name)),
        None => "Của một bản nháp không còn trong danh sách".to_owned(),
    };
    let about = format!("{of}, {} KB.", damaged.text.len().div_ceil(1024));
    let name = format!("Bản hỏng {number}");
    let label = format!("aside-{number}");
    let (on_give, on_remove) = (label.clone(), label.clone());
    let text = damaged.text.clone();
    let give = move |_| give_text(desk.app, &format!("ban-hong-{number}"), &text);
    let called = name.clone();
    let remove = move |_| {
        if desk.app.ask(|drafts| drafts.forget(&damaged)).is_none() {
            return;
        }
        desk.changed.notify();
        let damaged = damaged.clone();
        desk.app.notices.say_undoable(format!("Đã xóa “{called}”."), move || {
            desk.app.ask(|drafts| drafts.set_back(&damaged));
            desk.changed.notify();
        });
    };
    view! {
        <li class="draft">
            <div>
                <h3 id=label>{name}</h3>
                <p>{about}</p>
            </div>
            <div class="actions">
                <button type="button" class="button" aria-describedby=on_give on:click=give>"Tải về"</button>
                <button type="button" class="button quiet" aria-describedby=on_remove on:click=remove>"Xóa"</button>
            </div>
        </li>
    }
}
