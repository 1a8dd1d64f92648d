//! What the user hands in: a file that was chosen or dropped, or text that was pasted. Drafts are
//! opened, all else goes to the reader of files.

use leptos::prelude::*;
use web_sys::{ClipboardEvent, File};

use super::platform::{self, Pasted, pasted};
use super::review::Purpose;
use super::{App, Route};
use crate::draft::{Draft, DraftError, FILE_ENDING, LARGEST};

/// Takes a file, or says why it cannot be read.
pub fn take_file(app: App, file: File, purpose: Purpose) {
    leptos::task::spawn_local(async move {
        let name = file.name();
        app.notices.say(format!("Đang đọc {name} …"));
        if let Err(error) = take_bytes(app, &file, purpose).await {
            app.notices.warn(format!("{name}: {error}"));
        }
    });
}

async fn take_bytes(app: App, file: &File, purpose: Purpose) -> Result<(), String> {
    if file.size() > LARGEST as f64 {
        let megabytes = (file.size() / (1024.0 * 1024.0)) as usize;
        return Err(DraftError::TooLarge { megabytes }.to_string());
    }
    let bytes = platform::read_bytes(file).await.ok_or(UNREADABLE)?.to_vec();
    let begins = String::from_utf8_lossy(&bytes[..bytes.len().min(8)]).into_owned();
    let begins = begins.trim_start_matches(['\u{feff}', ' ', '\n', '\r']).to_owned();
    if begins.starts_with('{') || file.name().ends_with(FILE_ENDING) {
        return open_draft(app, &String::from_utf8_lossy(&bytes));
    }
    if begins.starts_with('<') {
        // A page that was saved as a Word file: only the browser reads all that goes for one.
        let page = platform::xhtml(&String::from_utf8_lossy(&bytes));
        return platform::hand_over(&file.name(), page.as_bytes(), true, purpose as u8).await;
    }
    platform::hand_over(&file.name(), &bytes, false, purpose as u8).await
}

/// Opens the text of a draft file as a new draft.
pub fn open_draft(app: App, text: &str) -> Result<(), String> {
    let opened = Draft::read(text).map_err(|error| error.to_string())?;
    open(app, Draft { id: platform::new_id(), rev: 0, ..opened.draft });
    if opened.altered {
        // Once the editor is there: it takes away what was said at home.
        request_animation_frame(move || app.notices.warn(ALTERED));
    }
    Ok(())
}

/// Keeps a new draft and goes there.
pub fn open(app: App, mut draft: Draft) {
    match app.drafts.with_value(|drafts| drafts.save(&mut draft, &platform::now())) {
        Ok(()) => Route::draft(&draft.id, 0).go(),
        Err(error) => app.notices.warn(error.to_string()),
    }
}

const PASTED: &str = "Văn bản đã dán";

/// Takes what was pasted or dropped.
pub fn take(app: App, pasted: Pasted) {
    let (xhtml, text) = match pasted {
        Pasted::Files(files) => {
            return files.get(0).into_iter().for_each(|file| take_file(app, file, Purpose::Open));
        }
        Pasted::Text(text) => (String::new(), text),
        Pasted::Page { xhtml, text } => (xhtml, text),
    };
    leptos::task::spawn_local(async move {
        let open = Purpose::Open as u8;
        if !xhtml.is_empty() && platform::hand_over(PASTED, xhtml.as_bytes(), true, open).await.is_ok() {
            return;
        }
        if let Err(error) = platform::hand_over(PASTED, text.as_bytes(), false, open).await {
            app.notices.warn(error);
        }
    });
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
