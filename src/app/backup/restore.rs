//! What a backup holds beside what is here, and putting it in.

use leptos::prelude::*;

use super::{Chosen, Desk, title};
use crate::app::platform;
use crate::store::{Compared, Comparison, Decision, Decisions, Entry, Restored, Standing, StorageError};

/// The backup that was chosen: what it holds, what is to become of each draft that is here and not the same.
#[component]
pub fn Restore(desk: Desk, chosen: Chosen) -> impl IntoView {
    platform::focus("restore-title".into());
    let Chosen { name, backup } = chosen;
    let decisions = RwSignal::new(Decisions::default());
    let compared = {
        let backup = backup.clone();
        Memo::new(move |_| {
            desk.changed.track();
            desk.app.ask(|drafts| drafts.compare(&backup))
        })
    };
    let about = format!(
        "Được sao lưu lúc {}, có {} bản nháp.",
        platform::day_and_time(&backup.saved_at),
        backup.count()
    );
    let restore = move |_| {
        let wanted = decisions.get_untracked();
        let now = platform::now();
        let Some(restored) = desk.app.ask(|drafts| drafts.restore(&backup, &wanted, &now, platform::new_id))
        else {
            return;
        };
        match said(&restored) {
            Ok(said) => {
                desk.app.backup.set(None);
                desk.app.notices.say(said);
                platform::focus("backup-title".into());
            }
            Err(said) => desk.app.notices.warn(said),
        }
        desk.changed.notify();
    };
    let cancel = move |_| {
        desk.app.backup.set(None);
        platform::focus("backup-title".into());
    };
    view! {
        <section class="restore" aria-labelledby="restore-title">
            <h2 id="restore-title" tabindex="-1">{format!("Khôi phục từ {name}")}</h2>
            <p>{about}</p>
            {move || compared.get().map(|compared| contents(compared, decisions))}
            <div class="actions">
                <button type="button" class="button primary" on:click=restore>"Khôi phục"</button>
                <button type="button" class="button" on:click=cancel>"Thôi"</button>
            </div>
        </section>
    }
}

/// What the backup holds, in groups: what it adds, what is asked, what is here.
fn contents(compared: Comparison, decisions: RwSignal<Decisions>) -> impl IntoView {
    let Comparison { drafts, settings, damaged } = compared;
    let count = |standing: Standing| drafts.iter().filter(|draft| draft.standing == standing).count();
    let (new, same, conflicts) = (count(Standing::New), count(Standing::Same), count(Standing::Conflict));
    let added: Vec<_> = drafts
        .iter()
        .filter(|draft| draft.standing == Standing::New)
        .map(|draft| line(draft.theirs.as_ref()))
        .collect();
    let asked = drafts.into_iter().filter(|draft| draft.standing == Standing::Conflict).enumerate();
    let asked = asked.map(|(i, draft)| conflict(i, draft, decisions)).collect_view();
    let settings = (settings == Standing::Conflict).then(|| {
        let choices = vec![("Giữ thiết lập ở đây", false), ("Lấy thiết lập trong tệp", true)];
        let choose = move |chosen| decisions.update(|decisions| decisions.settings = chosen);
        let chosen = decisions.with_untracked(|decisions| decisions.settings);
        view! {
            <fieldset class="conflict">
                <legend>"Thiết lập"</legend>
                {radios("settings".into(), choices, chosen, choose)}
            </fieldset>
        }
    });
    view! {
        {(new > 0)
            .then(|| {
                view! {
                    <h3>{format!("Sẽ thêm {new} bản nháp")}</h3>
                    <ul class="added">{added.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                }
            })}
        {(conflicts > 0)
            .then(|| {
                view! {
                    <h3>{format!("{conflicts} bản nháp có ở cả hai nơi và khác nhau")}</h3>
                    <p class="help">
                        "Nếu lấy bản trong tệp, bản ở đây vẫn được giữ trong lịch sử của bản nháp."
                    </p>
                }
            })} {asked} {settings}
        {(same > 0).then(|| view! { <p>{format!("{same} bản nháp đã có ở đây, giống hệt: không thay đổi.")}</p> })}
        {(damaged > 0)
            .then(|| view! { <p>{format!("{damaged} bản hỏng sẽ được để riêng như trong tệp.")}</p> })}
    }
}

/// One draft that is here and not the same.
fn conflict(i: usize, draft: Compared, decisions: RwSignal<Decisions>) -> impl IntoView {
    let saved_at = |entry: &Option<Entry>| entry.as_ref().map(|entry| entry.saved_at.clone());
    let (here, there) = (saved_at(&draft.mine), saved_at(&draft.theirs));
    let newer = |is: bool| if is && here.is_some() && there.is_some() { ", mới hơn" } else { "" };
    let own = format!("Ở đây: {}{}.", line(draft.mine.as_ref()), newer(here > there));
    let theirs = format!("Trong tệp: {}{}.", line(draft.theirs.as_ref()), newer(there > here));
    let name = draft.mine.as_ref().or(draft.theirs.as_ref()).map(|entry| title(&entry.name));
    let mut choices = vec![("Giữ cả hai", Decision::Both), ("Giữ bản ở đây", Decision::Mine)];
    if draft.can_take() {
        choices.push(("Lấy bản trong tệp", Decision::Theirs));
    }
    let id = draft.id;
    let chosen = decisions.with_untracked(|decisions| decisions.drafts.get(&id).copied().unwrap_or_default());
    let choose = move |decision| {
        decisions.update(|decisions| {
            decisions.drafts.insert(id.clone(), decision);
        });
    };
    view! {
        <fieldset class="conflict">
            <legend>{name.unwrap_or_else(|| UNREAD.into())}</legend>
            <p>{own}</p>
            <p>{theirs}</p>
            {radios(format!("conflict-{i}"), choices, chosen, choose)}
        </fieldset>
    }
}

/// A choice of one, beside each other.
fn radios<T: Copy + PartialEq + 'static>(
    name: String,
    choices: Vec<(&'static str, T)>,
    chosen: T,
    choose: impl Fn(T) + Clone + 'static,
) -> impl IntoView {
    let radio = |(label, value): (&'static str, T)| {
        let choose = choose.clone();
        view! {
            <label class="check">
                <input type="radio" name=name.clone() checked=value == chosen on:change=move |_| choose(value) />
                {label}
            </label>
        }
    };
    view! { <div class="radios">{choices.into_iter().map(radio).collect_view()}</div> }
}

fn line(entry: Option<&Entry>) -> String {
    match entry {
        Some(entry) => {
            format!("“{}”, lưu lúc {}", title(&entry.name), platform::day_and_time(&entry.saved_at))
        }
        None => UNREAD.to_owned(),
    }
}

const UNREAD: &str = "bản nháp mà phiên bản này không đọc được";

/// What became of it; an error where something is not in.
fn said(restored: &Restored) -> Result<String, String> {
    let done = match restored.drafts {
        0 => "Không có bản nháp nào phải thêm".to_owned(),
        count => format!("Đã khôi phục {count} bản nháp"),
    };
    let names: Vec<String> = restored.refused.iter().map(|(name, _)| format!("“{}”", title(name))).collect();
    match restored.refused.first().map(|(_, error)| error).or(restored.besides.as_ref()) {
        None => Ok(done + "."),
        Some(error) => {
            let what = if names.is_empty() {
                "lịch sử hoặc thiết lập".to_owned()
            } else {
                names.join(", ")
            };
            Err(format!("{done}; chưa khôi phục được {what}: {}", why(error)))
        }
    }
}

fn why(error: &StorageError) -> String {
    match error {
        StorageError::Full => {
            "bộ nhớ của trình duyệt đã đầy, hãy lưu bản nháp cũ thành tệp rồi xóa và bấm “Khôi phục” lần nữa."
                .into()
        }
        error => error.to_string(),
    }
}
