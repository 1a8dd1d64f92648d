//! Everything of this browser as one file, and back; old drafts out of it; what was damaged.

mod aside;
mod old;
mod restore;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::File;

use super::fields::{Taking, file_button};
use super::open::{SNIFFED, begin};
use super::room::meter;
use super::{App, Route, platform};
use crate::store::{Backup, BackupError, LARGEST_BACKUP, is_backup};

/// A backup that was chosen to be put in.
#[derive(Clone)]
pub struct Chosen {
    name: String,
    backup: Arc<Backup>,
}

/// Takes the file of a backup and goes where it is put in.
///
/// # Errors
/// One sentence that says what is wrong with it.
pub fn take(app: App, name: String, bytes: &[u8]) -> Result<(), String> {
    let backup = Backup::read(&String::from_utf8_lossy(bytes)).map_err(|error| error.to_string())?;
    app.notices.clear();
    app.backup.set(Some(Chosen { name, backup: Arc::new(backup) }));
    Route::backup().go();
    Ok(())
}

/// What the parts of this screen share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    /// What is kept has changed.
    changed: Trigger,
}

impl Desk {
    /// Hands a backup to the browser; gives back whether it took it.
    fn give(self, name: &str, backup: &Backup) -> bool {
        let given = platform::download(name, "application/json", backup.write().as_bytes());
        if let Err(refusal) = &given {
            let sentence = "Trình duyệt không cho tải tệp: hãy mở ứng dụng bằng trình duyệt khác.";
            self.app.notices.warn(refusal.as_string().unwrap_or_else(|| sentence.to_owned()));
        }
        given.is_ok()
    }
}

/// The screen.
#[component]
pub fn Backups() -> impl IntoView {
    let app = App::get();
    let desk = Desk { app, changed: Trigger::new() };
    platform::focus("backup-title".into());
    on_cleanup(move || app.notices.clear());
    let here = move || {
        desk.changed.track();
        let list = desk.app.ask(|drafts| drafts.list()).unwrap_or_default();
        let last = list.iter().find_map(|summary| summary.entry.as_ref().ok());
        match last {
            None => "Trình duyệt này chưa giữ bản nháp nào.".to_owned(),
            Some(last) => format!(
                "Trình duyệt này đang giữ {} bản nháp, lưu lần cuối lúc {}.",
                list.len(),
                platform::day_and_time(&last.saved_at)
            ),
        }
    };
    let used = move || {
        desk.changed.track();
        meter(app.drafts.with_value(|drafts| drafts.used()).unwrap_or_default())
    };
    let save = move |_| {
        let Some(backup) = desk.app.ask(|drafts| drafts.backup(&platform::now())) else { return };
        let name = backup.file_name();
        if desk.give(&name, &backup) {
            let count = backup.count();
            app.notices
                .say(format!("Đã sao lưu {count} bản nháp vào tệp {name}: hãy cất tệp ở nơi an toàn."));
        }
    };
    view! {
        <div class="backup">
            <header class="toolbar">
                <a class="home-link" href=Route::home().hash() title="Về danh sách kế hoạch">"Kế hoạch của tôi"</a>
            </header>
            <main>
                <h1 id="backup-title" tabindex="-1">"Sao lưu và khôi phục"</h1>
                <p class="lead">
                    "Bản nháp chỉ nằm trong trình duyệt này. Tệp sao lưu giữ tất cả bản nháp, lịch sử và thiết lập: để phòng khi máy hỏng, hoặc để chuyển sang máy khác."
                </p>
                <section class="here" aria-labelledby="here-title">
                    <h2 id="here-title">"Trong trình duyệt này"</h2>
                    <p>{here}</p>
                    <p class="room">{used}</p>
                    <div class="actions">
                        <button type="button" class="button primary" on:click=save>"Sao lưu tất cả"</button>
                        {file_button("Khôi phục từ tệp sao lưu", take_file)}
                    </div>
                </section>
                {move || app.backup.get().map(|chosen| view! { <restore::Restore desk chosen /> })}
                <old::Old desk />
                <aside::Aside desk />
            </main>
        </div>
    }
}

/// Takes a backup that was chosen.
fn take_file(app: App, file: File) -> Taking {
    Box::pin(async move {
        // Something else may be as large as it likes: it is not read.
        if !is_backup(&file.name(), &begin(&file, SNIFFED).await?) {
            return Err(BackupError::NotABackup.to_string());
        }
        take(app, file.name(), &begin(&file, LARGEST_BACKUP + 1).await?)
    })
}

/// What a draft is called, here and in a backup.
fn title(name: &str) -> String {
    if name.is_empty() { "Kế hoạch chưa có trích yếu".into() } else { name.to_owned() }
}
