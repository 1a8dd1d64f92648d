//! Old drafts out of the browser into a file.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{Desk, title};
use crate::app::fields::When;
use crate::app::platform;
use crate::app::room::NARROW;
use crate::store::{BACKUP_ENDING, Removed, Weight, to_free};

/// So much is to be used at most once the proposed drafts are out.
const GOAL: f64 = 0.6;

/// The drafts, the oldest first, those ticked that have to go for there to be room again.
#[component]
pub fn Old(desk: Desk) -> impl IntoView {
    let drafts = Memo::new(move |_| {
        desk.changed.track();
        let mut weights = desk.app.ask(|drafts| drafts.weights()).unwrap_or_default();
        // What this version cannot read stays where a newer one finds it.
        weights.retain(|weight| weight.summary.entry.is_ok());
        weights
    });
    let used = move || desk.app.drafts.with_value(|drafts| drafts.used()).unwrap_or_default();
    let ticked = RwSignal::new(BTreeSet::new());
    Effect::new(move |_| {
        ticked.set(drafts.with(|drafts| {
            let count = to_free(drafts, used(), GOAL);
            drafts.iter().take(count).map(|weight| weight.summary.id.clone()).collect()
        }));
    });
    let open = untrack(used) >= NARROW;
    let freed = move || {
        let kilobytes = ticked.with(|ticked| {
            let ticked = |weight: &&Weight| ticked.contains(&weight.summary.id);
            drafts.with(|drafts| drafts.iter().filter(ticked).map(kilobytes).sum::<usize>())
        });
        format!("Đã chọn {} bản nháp, sẽ trống thêm khoảng {kilobytes} KB.", ticked.with(BTreeSet::len))
    };
    let row = move |weight: Weight| {
        let about = weight.summary.entry.as_ref().ok().map(|entry| {
            let saved_at = platform::day_and_time(&entry.saved_at);
            (title(&entry.name), format!("lưu lúc {saved_at} · {} KB", kilobytes(&weight)))
        });
        let (name, about) = about.unwrap_or_default();
        let id = weight.summary.id;
        let (shown, label) = (id.clone(), format!("old-{id}"));
        let tick = move |now: bool| {
            ticked.update(|ticked| {
                if now {
                    ticked.insert(id.clone())
                } else {
                    ticked.remove(&id)
                };
            });
        };
        view! {
            <li>
                <label class="check">
                    <input
                        type="checkbox"
                        aria-labelledby=label.clone()
                        prop:checked=move || ticked.with(|ticked| ticked.contains(&shown))
                        on:change:target=move |event| tick(event.target().checked())
                    />
                    <span>
                        <span class="name" id=label>{name}</span>
                        <span class="help">{about}</span>
                    </span>
                </label>
            </li>
        }
    };
    view! {
        <details class="group old" open=open>
            <summary>"Lưu bản nháp cũ thành tệp rồi xóa"</summary>
            <div class="group-fields">
                <p class="help">
                    "Các bản nháp được chọn vào một tệp sao lưu rồi ra khỏi trình duyệt. Khi cần, mở tệp đó để lấy lại, cả lịch sử."
                </p>
                <When
                    holds=Signal::derive(move || drafts.with(|drafts| !drafts.is_empty()))
                    otherwise=|| view! { <p>"Không có bản nháp nào."</p> }
                >
                    <ul>{move || drafts.get().into_iter().map(row).collect_view()}</ul>
                    <p>{freed}</p>
                    <button
                        type="button"
                        class="button"
                        disabled=move || ticked.with(BTreeSet::is_empty)
                        on:click=move |_| save_and_remove(desk, ticked.get_untracked())
                    >
                        "Lưu thành tệp rồi xóa"
                    </button>
                </When>
            </div>
        </details>
    }
}

fn kilobytes(weight: &Weight) -> usize {
    // Two bytes a unit, as browsers count.
    (weight.size * 2).div_ceil(1024)
}

/// Hands a file with these drafts to the browser, and only then removes them.
fn save_and_remove(desk: Desk, ids: BTreeSet<String>) {
    let Some(backup) = desk.app.ask(|drafts| drafts.backup_of(&ids, &platform::now())) else { return };
    let day = backup.saved_at.get(..10).unwrap_or_default();
    let name = format!("ke-hoach-cu-{day}{BACKUP_ENDING}");
    if !desk.give(&name, &backup) {
        return;
    }
    let mut removed: Vec<Removed> = Vec::new();
    for id in &ids {
        match desk.app.ask(|drafts| drafts.remove(id)) {
            Some(gone) => removed.push(gone),
            None => break,
        }
    }
    desk.changed.notify();
    if removed.len() < ids.len() {
        // Why was said; nothing is lost, as the file holds them all.
        return;
    }
    let said = format!("Đã lưu {} bản nháp vào tệp {name} và xóa khỏi trình duyệt.", removed.len());
    desk.app.notices.say_undoable(said, move || {
        for removed in &removed {
            if desk.app.ask(|drafts| drafts.put_back(removed)).is_none() {
                break;
            }
        }
        desk.changed.notify();
    });
}
