//! One state: its pages or what is different now, its name, and the way back to it.

use leptos::html::Input;
use leptos::prelude::*;

use super::compared::Compared;
use super::{Entry, Past};
use crate::app::fields::When;
use crate::app::pages::Pages;
use crate::app::platform;
use crate::draft::Draft;

/// What has the focus once a state is opened in place of the list.
const TITLE: &str = "state-title";
/// The way back to the list: only there while the state is in its place.
const TO_LIST: &str = "to-list";
/// What opens the field for the name.
const TO_NAME: &str = "to-name";

/// The state that is looked at.
pub fn state(past: Past) -> impl IntoView {
    let entry = Memo::new(move |_| past.entry());
    let plan = Memo::new(move |_| entry.get().and_then(|entry| past.plan(entry.rev)).unwrap_or_default());
    let is_now = Memo::new(move |_| entry.get().is_none_or(|entry| entry.is_now));
    let title = move || match entry.get() {
        Some(Entry { is_now: true, .. }) => "Bản hiện tại".to_owned(),
        Some(entry) => format!("Bản lúc {}", platform::day_and_time(&entry.saved_at)),
        None => String::new(),
    };
    let name = move || entry.get().map(|entry| entry.name).filter(|name| !name.is_empty());
    let can_name = Signal::derive(move || {
        !past.read_only && !past.naming.get() && entry.get().is_some_and(|entry| entry.is_kept)
    });
    let compared = Signal::derive(move || past.comparing.get() && !is_now.get());
    let restore = move |_| {
        let Some(Entry { rev, saved_at, .. }) = entry.get_untracked() else { return };
        let Some(plan) = past.plan(rev) else { return };
        let state = Draft { id: past.id.get_value(), rev, saved_at, plan: plan.into(), ..Draft::default() };
        platform::annex::restore(&state.write());
    };
    view! {
        <section class="state-view" aria-labelledby=TITLE>
            <header class="state-head">
                <button type="button" class="button quiet" id=TO_LIST on:click=move |_| past.close()>
                    "Về danh sách"
                </button>
                <div class="state-title">
                    <h2 id=TITLE tabindex="-1">{title}</h2>
                    {move || name().map(|name| view! { <p class="name">{name}</p> })}
                </div>
                <div class="actions">
                    <When holds=Signal::derive(move || !is_now.get())>
                        <button
                            type="button"
                            class="button"
                            aria-pressed=move || past.comparing.get().to_string()
                            on:click=move |_| past.comparing.update(|comparing| *comparing = !*comparing)
                        >
                            "So sánh với bản hiện tại"
                        </button>
                    </When>
                    <When holds=can_name>
                        <button type="button" class="button" id=TO_NAME on:click=move |_| begin_naming(past)>
                            "Đặt tên"
                        </button>
                    </When>
                    <When holds=Signal::derive(move || !is_now.get() && !past.read_only)>
                        <button type="button" class="button primary" on:click=restore>"Khôi phục bản này"</button>
                    </When>
                </div>
                <When holds=past.naming>{move || naming(past)}</When>
            </header>
            {move || match compared.get() {
                true => view! { <Compared past plan /> }.into_any(),
                false => view! { <Pages plan=plan.into() /> }.into_any(),
            }}
        </section>
    }
}

/// Goes to the state where it stands alone.
pub fn focus_if_alone() {
    request_animation_frame(|| {
        let alone = platform::element(TO_LIST).is_some_and(|button| button.offset_parent().is_some());
        if alone {
            platform::focus(TITLE.into());
        }
    });
}

fn begin_naming(past: Past) {
    past.naming.set(true);
    platform::focus("state-name".into());
}

/// Takes the field for the name away.
pub fn leave_naming(past: Past) {
    past.naming.set(false);
    platform::focus(TO_NAME.into());
}

/// The field for the name.
fn naming(past: Past) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let entry = untrack(|| past.entry());
    let name = entry.map(|entry| entry.name).unwrap_or_default();
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        let name = platform::nfc(&field.value());
        let rev = past.chosen.get_untracked();
        let kept =
            past.app.drafts.with_value(|drafts| past.id.with_value(|id| drafts.name_state(id, rev, &name)));
        match kept {
            Ok(()) => {
                past.read();
                leave_naming(past);
            }
            Err(error) => past.app.notices.warn(error.to_string()),
        }
    };
    view! {
        <form class="naming" on:submit=keep>
            <div class="field">
                <label for="state-name">"Tên của bản này"</label>
                <input
                    type="text"
                    id="state-name"
                    node_ref=field
                    lang="vi"
                    autocomplete="off"
                    maxlength="120"
                    placeholder="Ví dụ: bản trình lãnh đạo"
                    value=name
                    aria-describedby="state-name-help"
                    // Undo is of this field, not of the plan.
                    on:keydown=|event| if event.ctrl_key() || event.meta_key() { event.stop_propagation() }
                />
                <p class="help" id="state-name-help">"Bản có tên được giữ lâu hơn các bản khác. Để trống thì bỏ tên."</p>
            </div>
            <div class="actions">
                <button type="submit" class="button primary">"Lưu tên"</button>
                <button type="button" class="button" on:click=move |_| leave_naming(past)>"Thôi"</button>
            </div>
        </form>
    }
}
