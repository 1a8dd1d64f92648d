//! "Mẫu kế hoạch": the templates of the app and of the user, looked at and used: for a new plan, or for
//! one that has no text yet.

mod chosen;
mod example;
mod list;
mod save;

use leptos::prelude::*;

use super::platform::annex;
use super::route::TO_TEMPLATES;
use super::{App, Route, platform};
use crate::draft::Draft;
use crate::order;
use crate::store::StorageError;
use crate::template::{self, Template, TemplateError};
pub use example::Example;
pub use save::Save;

/// A template of the list.
#[derive(Clone, PartialEq)]
struct Listed {
    /// By which it is found again.
    key: String,
    /// The text of one that the user keeps.
    own: Option<String>,
    /// The template, or why it cannot be read.
    template: Result<Template, TemplateError>,
}

impl Listed {
    fn name(&self) -> String {
        self.template.as_ref().map_or_else(|_| "Mẫu không đọc được".into(), |template| template.name.clone())
    }
}

/// What is shown and chosen on this screen.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    /// The draft that takes the content; none begins a new one.
    into: StoredValue<Option<Draft>>,
    /// The user's own first.
    all: RwSignal<Vec<Listed>>,
    /// What is looked at.
    chosen: RwSignal<Option<String>>,
}

impl Desk {
    /// Reads what there is.
    fn read(self) {
        let own = self.app.ask(|drafts| drafts.templates()).unwrap_or_default();
        let own =
            own.into_iter().map(|own| Listed { key: own.id, own: Some(own.text), template: own.template });
        let mut all: Vec<Listed> = own.collect();
        order::sort_by_key(&mut all, |listed| crate::vietnamese::ascii(&listed.name()));
        all.extend(template::all().map(|built_in| Listed {
            key: built_in.key.into(),
            own: None,
            template: Ok(built_in.template),
        }));
        self.all.set(all);
    }

    /// Looks at a template, or at the list again.
    fn choose(self, key: Option<String>) {
        if self.is_new() {
            go(key.as_deref());
        } else {
            self.look(key);
        }
    }

    fn look(self, key: Option<String>) {
        self.app.notices.clear();
        let id = if key.is_some() { chosen::TITLE } else { list::TITLE };
        self.chosen.set(key);
        platform::focus(id.into());
    }

    /// Follows the address.
    fn follow(self) {
        self.read();
        let key = key_in(&window().location().hash().unwrap_or_default());
        self.look(key);
    }

    fn is_new(self) -> bool {
        self.into.with_value(Option::is_none)
    }
}

/// The template that an address names.
fn key_in(hash: &str) -> Option<String> {
    let key = hash.strip_prefix(TO_TEMPLATES)?.strip_prefix('/')?;
    (!key.is_empty()).then(|| key.to_owned())
}

/// The address of a template, behind that of the list, or of the list.
fn address(key: Option<&str>) -> String {
    key.map_or_else(|| TO_TEMPLATES.to_owned(), |key| format!("{TO_TEMPLATES}/{key}"))
}

fn go(key: Option<&str>) {
    // The browser refuses only what is no address.
    let _ = window().location().set_hash(&address(key));
}

/// The screen; `argument` is the text of the draft that takes the content, blank for a new one.
#[component]
pub fn Templates(argument: String) -> impl IntoView {
    let app = App::get();
    let into = Draft::read(&argument).ok().map(|opened| opened.draft);
    let desk = Desk {
        app,
        into: StoredValue::new(into),
        all: RwSignal::new(Vec::new()),
        chosen: RwSignal::new(None),
    };
    if desk.is_new() {
        desk.follow();
        let followed = window_event_listener(leptos::ev::hashchange, move |_| {
            if window().location().hash().is_ok_and(|hash| hash.starts_with(TO_TEMPLATES)) {
                desk.follow();
            }
        });
        on_cleanup(move || followed.remove());
    } else {
        desk.read();
        desk.look(None);
    }
    on_cleanup(move || app.notices.clear());
    let chosen = Memo::new(move |_| desk.chosen.get());
    let screen = move || match chosen.get() {
        Some(key) => chosen::chosen(desk, &key),
        None => list::list(desk),
    };
    let head = desk.is_new().then(|| {
        view! {
            <header class="toolbar">
                <a class="home-link" href=Route::home().hash() title="Về danh sách kế hoạch">"Kế hoạch của tôi"</a>
            </header>
        }
    });
    view! {
        <div class="templates" class:within=move || !desk.is_new()>
            {head} {screen}
        </div>
    }
}

/// Keeps a template that comes as a file, and goes there.
///
/// # Errors
/// One sentence that says what is wrong with it.
pub fn take(app: App, bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    let name = Template::read(&text).map_err(|error| error.to_string())?.name;
    let (id, new) = keep(app, &text).map_err(|error| error.to_string())?;
    go(Some(&id));
    let said = match new {
        true => format!("Đã thêm mẫu “{name}” vào “Mẫu của tôi”."),
        false => format!("Mẫu “{name}” đã có trong “Mẫu của tôi”."),
    };
    // Once the screen is there: it takes away what was said before.
    request_animation_frame(move || app.notices.say(said));
    Ok(())
}

/// Keeps the text of a template; gives back by which it is found again, and whether it was not there.
fn keep(app: App, text: &str) -> Result<(String, bool), StorageError> {
    let there = app.drafts.with_value(|drafts| drafts.templates())?;
    if let Some(same) = there.into_iter().find(|own| own.text == text) {
        return Ok((same.id, false));
    }
    let id = platform::new_id();
    app.drafts.with_value(|drafts| drafts.keep_template(&id, text))?;
    Ok((id, true))
}

/// Hands a plan to the app as a new draft.
fn begin(plan: crate::plan::Plan) {
    annex::hand_draft(&Draft { id: platform::new_id(), plan: plan.into(), ..Draft::default() }.write());
}
