//! Files that the app gives.

use leptos::prelude::GetUntracked;
use leptos::task::spawn_local;

use super::App;
use super::platform::{self, Stopwatch, annex};
use crate::draft::{Draft, FILE_ENDING, file_stem};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Has the annex make the Word file of a draft, and gives it to the user; `kept` is whether the
/// store has the draft as it is.
pub fn make_word(app: App, draft: Draft, kept: bool) {
    let watch = Stopwatch::start("export-docx");
    if !annex::loaded() {
        app.notices.say("Đang tạo tệp Word …");
    }
    spawn_local(async move {
        let file = annex::word(&draft.write(), app.embed.get_untracked()).await;
        drop(watch);
        let safe = if kept { " Kế hoạch vẫn được lưu trên máy này." } else { "" };
        give_word(app, &draft, file.map_err(|sentence| sentence + safe));
    });
}

/// Prints the pages of a draft: made anew, for what is beside the form may not be there, or not be up to date.
pub fn print(app: App, draft: Draft) {
    spawn_local(async move {
        match annex::ready().await {
            Ok(()) if annex::ask("print", &draft.write()).is_none() => {}
            Ok(()) => app.notices.warn("Trình duyệt này không in được: hãy bấm “Tải Word” rồi in từ tệp đó."),
            Err(sentence) => app.notices.warn(sentence),
        }
    });
}

/// Makes the Word file of a draft for nobody: what takes time at the first is done before the click.
pub fn warm_up(draft: Draft) {
    spawn_local(async move {
        // The click tries again, and says so where it fails.
        let _ = annex::word(&draft.write(), true).await;
    });
}

/// Gives the user the Word file of a draft.
pub fn give_word(app: App, draft: &Draft, file: Result<Vec<u8>, String>) {
    let name = format!("{}.docx", file_stem(draft));
    give(app, file, &name, DOCX)
}

/// Gives the user the draft as a file.
pub fn give_draft(app: App, draft: &Draft) {
    let name = format!("{}{FILE_ENDING}", file_stem(draft));
    give(app, Ok(draft.write().into_bytes()), &name, "application/json");
}

/// Gives the user the text of a draft as it was kept, which this version of the app may not understand.
pub fn give_text(app: App, stem: &str, text: &str) {
    give(app, Ok(text.as_bytes().to_vec()), &format!("{stem}{FILE_ENDING}"), "application/json");
}

/// Gives the user a template as a file.
pub fn give_template(app: App, name: &str, text: &str) {
    give(app, Ok(text.as_bytes().to_vec()), name, "application/json");
}

fn give(app: App, file: Result<Vec<u8>, String>, name: &str, mime: &str) {
    let given = file.and_then(|bytes| {
        platform::download(name, mime, &bytes)
            .map_err(|_| "Trình duyệt không cho tải tệp: hãy mở ứng dụng bằng trình duyệt khác.".to_owned())
    });
    match given {
        Ok(()) => app.notices.say(format!("Đã tải về tệp {name}.")),
        Err(sentence) => app.notices.warn(sentence),
    }
}
