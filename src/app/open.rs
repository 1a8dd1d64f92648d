//! What the user hands in: a file that was chosen or dropped, or text that was pasted. Drafts are
//! opened, all else goes to the annex.

use leptos::prelude::*;
use web_sys::{ClipboardEvent, File};

use super::platform::{self, Pasted, annex, pasted};
use super::review::Purpose;
use super::{App, Route};
use crate::draft::{Draft, DraftError, FILE_ENDING, LARGEST, first_letter, is_draft};
use crate::store::{LARGEST_BACKUP, is_backup};
use crate::template::is_template;

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
    let (name, begins) = (file.name(), begin(file, SNIFFED).await?);
    let is_backup = is_backup(&name, &begins);
    if file.size() > LARGEST as f64 && !is_backup {
        let megabytes = (file.size() / (1024.0 * 1024.0)) as usize;
        return Err(DraftError::TooLarge { megabytes }.to_string());
    }
    let bytes = begin(file, LARGEST_BACKUP + 1).await?;
    if is_backup || is_template(&name, &begins) {
        annex::take(&file.name(), &bytes, false, purpose as u8).await?;
        // Whoever is where it is shown stays there.
        app.notices.clear();
        return Ok(());
    }
    let is_draft = is_draft(&bytes) || file.name().ends_with(FILE_ENDING);
    if is_draft && purpose != Purpose::Superior {
        return open_draft(app, &String::from_utf8_lossy(&bytes));
    }
    if first_letter(&bytes) == Some('<') {
        // A page that was saved as a Word file: only the browser reads all that goes for one.
        let page = platform::xhtml(&String::from_utf8_lossy(&bytes));
        return annex::take(&file.name(), page.as_bytes(), true, purpose as u8).await;
    }
    annex::take(&file.name(), &bytes, false, purpose as u8).await
}

/// So many bytes tell what a file is.
pub const SNIFFED: usize = 64;

/// The first `count` bytes of a file, or all.
pub async fn begin(file: &File, count: usize) -> Result<Vec<u8>, String> {
    let part = file.slice_with_f64_and_f64(0.0, count as f64).map_err(|_| UNREADABLE)?;
    Ok(platform::read_bytes(&part).await.ok_or(UNREADABLE)?.to_vec())
}

/// Opens the text of a draft file as a new draft.
pub fn open_draft(app: App, text: &str) -> Result<(), String> {
    let opened = Draft::read(text).map_err(|error| error.to_string())?;
    let draft = Draft { id: platform::new_id(), rev: 0, ..opened.draft };
    let id = draft.id.clone();
    if !open(app, draft) {
        return Ok(());
    }
    // Once the editor is there: it takes away what was said at home.
    request_animation_frame(move || match opened.altered {
        true => app.notices.warn(ALTERED),
        false => app.notices.say_undoable("Đã thêm một bản nháp mới.", move || {
            Route::home().go();
            let id = id.clone();
            // Once the editor has left it.
            request_animation_frame(move || remove(app, &id, "Đã bỏ bản nháp vừa thêm.".into()));
        }),
    });
    Ok(())
}

/// Removes a draft, says so, and offers to put it back.
pub fn remove(app: App, id: &str, said: String) {
    let Some(removed) = app.ask(|drafts| drafts.remove(id)) else { return };
    app.changed.notify();
    app.notices.say_undoable(said, move || {
        if app.ask(|drafts| drafts.put_back(&removed)).is_some() {
            app.changed.notify();
        }
    });
}

/// Keeps a draft; says so if it cannot be kept.
pub fn keep(app: App, draft: &mut Draft) -> bool {
    app.ask(|drafts| drafts.save(draft, &platform::now())).is_some()
}

/// Keeps a new draft and goes there; gives back whether it could be kept.
pub fn open(app: App, mut draft: Draft) -> bool {
    let kept = keep(app, &mut draft);
    if kept {
        Route::draft(&draft.id, 0).go();
    }
    kept
}

const PASTED: &str = "Văn bản đã dán";

/// Takes what was pasted or dropped.
pub fn take(app: App, pasted: Pasted, purpose: Purpose) {
    let (xhtml, text) = match pasted {
        Pasted::Files(files) => {
            return files.get(0).into_iter().for_each(|file| take_file(app, file, purpose));
        }
        Pasted::Text(text) => (String::new(), text),
        Pasted::Page { xhtml, text } => (xhtml, text),
    };
    leptos::task::spawn_local(async move {
        let purpose = purpose as u8;
        if !xhtml.is_empty() && annex::take(PASTED, xhtml.as_bytes(), true, purpose).await.is_ok() {
            return;
        }
        if let Err(error) = annex::take(PASTED, text.as_bytes(), false, purpose).await {
            app.notices.warn(error);
        }
    });
}

/// A field that takes what is pasted.
#[component]
pub fn Paste() -> impl IntoView {
    let app = App::get();
    let text = RwSignal::new(String::new());
    // Its look says more than its letters: bold, tables, numbers that Word counts. So the page that
    // was pasted is read, as long as its letters are all that stands in the field.
    let page = StoredValue::new((String::new(), String::new()));
    let paste = move |event: ClipboardEvent| match event.clipboard_data().map(|data| pasted(&data)) {
        Some(Pasted::Page { xhtml, text }) => page.set_value((letters(&text), xhtml)),
        Some(files @ Pasted::Files(_)) => take(app, files, Purpose::Open),
        _ => {}
    };
    let go = move |purpose: Purpose| {
        let text = text.get_untracked();
        let (pasted, xhtml) = page.get_value();
        let xhtml = if pasted == letters(&text) { xhtml } else { String::new() };
        take(app, Pasted::Page { xhtml, text }, purpose);
    };
    let button = move |label: &'static str, purpose: Purpose| {
        let blank = move || text.with(|text| text.trim().is_empty());
        view! {
            <button type="button" class="button" disabled=blank on:click=move |_| go(purpose)>
                {label}
            </button>
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
                <div class="actions">
                    {button("Đọc văn bản", Purpose::Open)} {button("Soạn theo văn bản này", Purpose::Superior)}
                </div>
            </div>
        </details>
    }
}

fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

const ALTERED: &str = "Tệp đã bị sửa bên ngoài ứng dụng: hãy đọc lại toàn bộ nội dung trước khi dùng.";

const UNREADABLE: &str = "Trình duyệt không đọc được tệp: hãy chép tệp về máy rồi mở lại.";
