//! Files that the app gives.

use leptos::prelude::GetUntracked;

use super::{App, platform};
use crate::document::typeset;
use crate::draft::{Draft, FILE_ENDING, file_stem};
use crate::export::{self, DocxOptions};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// The Word file of a draft; `embed` puts the draft into it.
pub fn word(draft: &Draft, embed: bool) -> Result<Vec<u8>, String> {
    let options = DocxOptions { draft: embed.then(|| draft.write()), created: Some(draft.saved_at.clone()) };
    export::docx(&typeset(&draft.plan), &options).map_err(|error| error.to_string())
}

/// Gives the user the Word file of a draft.
pub fn give_word(app: App, draft: &Draft) {
    let name = format!("{}.docx", file_stem(&draft.plan));
    let file = platform::stopwatch("export-docx", || word(draft, app.embed.get_untracked()));
    give(app, file, &name, DOCX)
}

/// Gives the user the draft as a file.
pub fn give_draft(app: App, draft: &Draft) {
    let name = format!("{}{FILE_ENDING}", file_stem(&draft.plan));
    give(app, Ok(draft.write().into_bytes()), &name, "application/json");
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
