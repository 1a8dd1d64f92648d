//! What the user hands in to be read: a file that was chosen or dropped, or text that was pasted.

use leptos::prelude::*;
use web_sys::{ClipboardEvent, File};

use super::Read;
use crate::app::platform::{Pasted, pasted};
use crate::app::{App, Route, platform};
use crate::draft::{Draft, DraftError, FILE_ENDING, LARGEST};
use crate::import::Embedded;
use crate::intake::{Answer, Request};

/// What a source is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To go on working on it.
    Open,
    /// To get it back in the official format.
    PutRight,
}

/// Something to be read.
#[derive(Clone)]
pub struct Source {
    /// The name of the file, or what it is.
    pub name: String,
    /// What it is read for.
    pub purpose: Purpose,
    /// The file, or the text.
    pub bytes: Vec<u8>,
}

impl Source {
    /// What the reader makes of it.
    pub async fn ask(&self, request: &Request) -> Result<Answer, String> {
        platform::ask_reader(&self.bytes, request).await
    }
}

/// Reads a file: a draft is opened, anything else shown first; or says why it cannot be read.
pub fn take_file(app: App, file: File, purpose: Purpose) {
    leptos::task::spawn_local(async move {
        let name = file.name();
        app.notices.say(format!("Đang đọc {name} …"));
        if let Err(error) = take_opened(app, &file, purpose).await {
            app.notices.warn(format!("{name}: {error}"));
        }
    });
}

async fn take_opened(app: App, file: &File, purpose: Purpose) -> Result<(), String> {
    if file.size() > LARGEST as f64 {
        let megabytes = (file.size() / (1024.0 * 1024.0)) as usize;
        return Err(DraftError::TooLarge { megabytes }.to_string());
    }
    let bytes = platform::read_bytes(file).await.ok_or(UNREADABLE)?.to_vec();
    let begins = String::from_utf8_lossy(&bytes[..bytes.len().min(8)]).into_owned();
    let is_draft = begins.trim_start_matches(['\u{feff}', ' ', '\n', '\r']).starts_with('{');
    if is_draft || file.name().ends_with(FILE_ENDING) {
        let opened = Draft::read(&String::from_utf8_lossy(&bytes)).map_err(|error| error.to_string())?;
        open(app, Draft { id: platform::new_id(), rev: 0, ..opened.draft });
        if opened.altered {
            // Once the editor is there: it takes away what was said at home.
            request_animation_frame(move || app.notices.warn(ALTERED));
        }
        return Ok(());
    }
    read(app, Source { name: file.name(), purpose, bytes }, Request::default()).await
}

/// Reads what was pasted or dropped.
pub fn take(app: App, pasted: Pasted) {
    let name = "Văn bản đã dán".to_owned();
    let source =
        move |text: String| Source { name: name.clone(), purpose: Purpose::Open, bytes: text.into_bytes() };
    match pasted {
        Pasted::Files(files) => {
            if let Some(file) = files.get(0) {
                take_file(app, file, Purpose::Open);
            }
        }
        Pasted::Text(text) if text.trim().is_empty() => {}
        Pasted::Text(text) => leptos::task::spawn_local(async move {
            if let Err(error) = read(app, source(text), Request::default()).await {
                app.notices.warn(error);
            }
        }),
        Pasted::Page { xhtml, text } => leptos::task::spawn_local(async move {
            let request = Request { html: true, ..Request::default() };
            if read(app, source(xhtml), request).await.is_err() {
                take(app, Pasted::Text(text));
            }
        }),
    }
}

async fn read(app: App, source: Source, request: Request) -> Result<(), String> {
    let answer = source.ask(&request).await?;
    if answer.embedded == Embedded::Same && source.purpose == Purpose::Open {
        // It is a plan of the app itself, word by word: there is nothing to look through.
        open(app, Draft { id: platform::new_id(), plan: answer.plan, ..Draft::default() });
        return Ok(());
    }
    app.notices.clear();
    app.read.set(Some(Read { source, request, answer }));
    Route::review().go();
    Ok(())
}

/// Keeps a new draft and goes there.
pub fn open(app: App, mut draft: Draft) {
    match app.drafts.with_value(|drafts| drafts.save(&mut draft, &platform::now())) {
        Ok(()) => Route::draft(&draft.id, 0).go(),
        Err(error) => app.notices.warn(error.to_string()),
    }
}

/// A field that takes what is pasted.
#[component]
pub fn Paste() -> impl IntoView {
    let app = App::get();
    let text = RwSignal::new(String::new());
    let go = move |_| take(app, Pasted::Text(text.get_untracked()));
    // Its look says more than its letters: bold, tables, numbers that Word counts.
    let paste = move |event: ClipboardEvent| {
        if let Some(data) = event.clipboard_data() {
            event.prevent_default();
            take(app, pasted(&data));
        }
    };
    view! {
        <details class="group paste">
            <summary>"Dán văn bản"</summary>
            <div class="group-fields">
                <div class="field">
                    <label for="paste">"Nội dung kế hoạch"</label>
                    <textarea
                        id="paste"
                        rows="6"
                        lang="vi"
                        aria-describedby="paste-help"
                        on:paste=paste
                        on:input:target=move |event| text.set(event.target().value())
                    ></textarea>
                    <p class="help" id="paste-help">
                        "Chép toàn bộ kế hoạch trong Word, PDF hay trang web rồi dán vào đây."
                    </p>
                </div>
                <button type="button" class="button" disabled=move || text.with(|text| text.trim().is_empty()) on:click=go>
                    "Đọc văn bản"
                </button>
            </div>
        </details>
    }
}

const ALTERED: &str = "Tệp đã bị sửa bên ngoài ứng dụng: hãy đọc lại toàn bộ nội dung trước khi dùng.";

const UNREADABLE: &str = "Trình duyệt không đọc được tệp: hãy chép tệp về máy rồi mở lại.";
