//! Files that the app gives.

use leptos::prelude::GetUntracked;
use leptos::task::spawn_local;

use super::App;
use super::platform::{self, Stopwatch, annex};
use crate::check::ReviewSheet;
use crate::draft::{Draft, FILE_ENDING, file_stem};
use crate::export::{self, DocxOptions};

const JSON: &str = "application/json";
const PLAIN: &str = "text/plain;charset=utf-8";
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
    match file {
        Ok(bytes) => give(app, bytes, format!("{}.docx", file_stem(draft)), DOCX, draft.write()),
        Err(sentence) => app.notices.warn(sentence),
    }
}

/// Gives the user the draft as a file.
pub fn give_draft(app: App, draft: &Draft) {
    give_text(app, &file_stem(draft), &draft.write());
}

/// Gives the user the text of a draft as it was kept, which this version of the app may not understand.
pub fn give_text(app: App, stem: &str, text: &str) {
    give(app, text.into(), format!("{stem}{FILE_ENDING}"), JSON, text.into());
}

/// Gives the user a template as a file.
pub fn give_template(app: App, name: &str, text: &str) {
    give(app, text.into(), name.into(), JSON, String::new());
}

/// Gives the user what was found in a text, as a Word file or as plain text; `stem` names the text.
pub fn give_sheet(app: App, stem: &str, sheet: &ReviewSheet, plain: bool) {
    let stem = format!("phieu-ra-soat-{stem}");
    if plain {
        return give(app, sheet.text().into(), format!("{stem}.txt"), PLAIN, String::new());
    }
    match export::docx(&sheet.document(), &DocxOptions::default()) {
        Ok(bytes) => give(app, bytes, format!("{stem}.docx"), DOCX, String::new()),
        Err(error) => app.notices.warn(error.to_string()),
    }
}

/// Gives the user a file; `draft` is the text of the draft behind it.
fn give(app: App, file: Vec<u8>, name: String, mime: &'static str, draft: String) {
    spawn_local(async move {
        match platform::give(&name, mime, &file, &draft).await {
            Ok(said) if said.is_empty() => app.notices.pass(),
            Ok(said) => app.notices.say(said),
            Err(sentence) => app.notices.warn(sentence),
        }
    });
}
