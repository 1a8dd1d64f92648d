//! The annex, see [`crate::app::annex`]: a program of its own, loaded when it is first needed, so that
//! nobody waits for it who only writes.

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

#[wasm_bindgen(module = "/src/app/platform/annex.js")]
extern "C" {
    #[wasm_bindgen(js_name = load, catch)]
    fn js_load() -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_name = loaded)]
    fn js_loaded() -> bool;
    #[wasm_bindgen(js_name = take, catch)]
    fn js_take(name: &str, source: &[u8], html: bool, purpose: u8) -> Result<(), JsValue>;
    #[wasm_bindgen(js_name = word, catch)]
    fn js_word(draft: &str, embed: bool) -> Result<Vec<u8>, JsValue>;
    #[wasm_bindgen(js_name = show, catch)]
    fn js_show(place: &Element, screen: &str, argument: &str) -> Result<bool, JsValue>;
    #[wasm_bindgen(js_name = hide)]
    fn js_hide();
    #[wasm_bindgen(js_name = answer)]
    fn js_answer(question: &str, argument: &str) -> Option<String>;
    #[wasm_bindgen(js_name = tell)]
    fn js_tell(what: &str, detail: &str);
}

// Imported by other scripts alone: named here, so that the build takes it along.
#[wasm_bindgen(module = "/src/app/platform/parts.js")]
extern "C" {
    fn worker() -> JsValue;
}

/// The screen on which one looks through what was read last.
pub const READ: &str = "read";

/// The screen on which everything becomes one file, and back.
pub const BACKUP: &str = "backup";

/// The screen of the templates.
pub const TEMPLATES: &str = "templates";

/// The panel in which a plan becomes a template.
pub const SAVE_TEMPLATE: &str = "save-template";

/// The screen of a plan to look at.
pub const EXAMPLE: &str = "example";

/// Whether the annex is here; what was read is in it.
pub fn loaded() -> bool {
    js_loaded()
}

/// Has the annex read a source; or a sentence that says why it cannot.
pub async fn take(name: &str, source: &[u8], html: bool, purpose: u8) -> Result<(), String> {
    load("Chưa tải được phần đọc tệp: hãy kiểm tra mạng rồi mở lại tệp.").await?;
    js_take(name, source, html, purpose).map_err(said)
}

/// Has the annex make the Word file of a draft, given as its text, which `embed` puts into the file;
/// or a sentence that says why it cannot.
pub async fn word(draft: &str, embed: bool) -> Result<Vec<u8>, String> {
    load("Chưa tải được phần tạo tệp Word: hãy kiểm tra mạng rồi bấm “Tải Word” lần nữa.").await?;
    js_word(draft, embed).map_err(said)
}

/// Has the annex show a screen in `place`, of what `argument` says; gives back whether there is
/// anything to show, or a sentence that says why it cannot.
pub async fn show(place: &Element, screen: &str, argument: &str) -> Result<bool, String> {
    ready().await?;
    js_show(place, screen, argument).map_err(said)
}

/// Loads the annex where it is not here yet; or a sentence that says why it cannot.
pub async fn ready() -> Result<(), String> {
    load("Chưa tải được phần này của ứng dụng: hãy kiểm tra mạng rồi thử lại.").await
}

/// Asks the annex something, see [`crate::app::annex::answer`]; nothing while it is not here.
pub fn ask(question: &str, argument: &str) -> Option<String> {
    js_answer(question, argument)
}

/// Takes that away again.
pub fn hide() {
    js_hide();
}

/// The screen of the states that a draft had.
pub const HISTORY: &str = "history";

/// The screen of the tasks as one table.
pub const TASKS: &str = "tasks";

/// Tells the app what was changed in the table of tasks, as JSON: an item in which something was typed, or
/// the whole plan where rows came, went or moved; `said` is what the app says of it, if anything. It hears
/// a [`TASKS_CHANGED`].
pub fn change_tasks(said: &str, json: &str) {
    js_tell(TASKS_CHANGED, &format!("{said}\n{json}"));
}

/// Tells the annex the plan as it stands, as JSON: it hears a [`PLAN`].
pub fn tell_plan(json: &str) {
    js_tell(PLAN, json);
}

/// Hands the text of a draft from the annex to the app, which hears a [`DRAFT`].
pub fn hand_draft(draft: &str) {
    js_tell(DRAFT, draft);
}

/// Asks the app to put a state back, given as the text of a draft: it hears a [`RESTORE`].
pub fn restore(state: &str) {
    js_tell(RESTORE, state);
}

/// Tells the annex that the app has kept the draft: it hears a [`KEPT`].
pub fn tell_kept() {
    js_tell(KEPT, "");
}

/// Tells the editor that fields were filled in by a choice of the user, and what is to be said of it; blank
/// before, so that it is a step of its own: the editor then tells the plan as it stands. What follows on a
/// second line is the plan as it is to stand, as JSON. It hears a [`CHOSEN`].
pub fn chosen(said: &str) {
    js_tell(CHOSEN, said);
}

/// Has the annex note whose plan a draft is: it hears a [`REMEMBER`]. Nobody hears it before it is here.
pub fn remember(draft: &str) {
    js_tell(REMEMBER, draft);
}

/// The event with a draft of the annex.
pub const DRAFT: &str = "draft";

/// The event with a state that is to be put back.
pub const RESTORE: &str = "restore";

/// The event with a change of the table of tasks.
pub const TASKS_CHANGED: &str = "tasks-changed";

/// The event with the plan as it stands.
pub const PLAN: &str = "plan";

/// The event that says that a draft was kept.
pub const KEPT: &str = "kept";

/// The screen of phrases for a part of the plan.
pub const PHRASES: &str = "phrases";

/// The event with a phrase that is to go into the plan, see [`put_phrase`].
pub const PHRASE: &str = "phrase";

/// Asks the app to put a phrase into the part of the plan for which phrases are shown, in a section
/// behind the row `after`: it hears a [`PHRASE`].
pub fn put_phrase(after: u32, text: &str) {
    js_tell(PHRASE, &format!("{after}\n{text}"));
}

/// Asks the app to show phrases no longer: it hears a [`PHRASE`] without any.
pub fn leave_phrases() {
    js_tell(PHRASE, "");
}

/// The event that says that fields are, or are going to be, filled in.
pub const CHOSEN: &str = "chosen";

/// The event that says which draft tells something to remember.
pub const REMEMBER: &str = "remember";

/// The screen of the bodies for which plans were made.
pub const DIRECTORY: &str = "directory";

/// Loads the annex where it is not here yet; `failed` is said when it cannot be loaded.
async fn load(failed: &str) -> Result<(), String> {
    let loaded = async { JsFuture::from(js_load()?).await };
    loaded.await.map(drop).map_err(|_| failed.to_owned())
}

/// The sentence of the annex; what is none comes from the browser, which stopped it.
fn said(error: JsValue) -> String {
    error.as_string().unwrap_or_else(|| STOPPED.to_owned())
}

const STOPPED: &str = "Ứng dụng gặp lỗi bên trong: hãy tải lại trang rồi thử lại.";
