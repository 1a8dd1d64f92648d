//! The interface: it shows the pipeline and decides nothing of it.
//!
//! Four places, by the address after `#`: the list of drafts ([`home`]), one draft in
//! its [`editor`], a file that was just read ([`review`]), and all drafts as one file ([`backup`]). Everything of the browser is called through [`platform`].
//!
//! Two programs: the app itself, and the [`annex`], which it loads for all that one does not need to
//! write a plan. Only the second may link what makes Word files and what reads files.

pub mod annex;
mod answers;
mod asked;
mod backup;
mod directory;
mod editor;
mod fields;
mod files;
mod findings;
mod history;
mod home;
mod notes;
mod notice;
mod open;
mod pages;
mod pasting;
mod phrases;
mod platform;
mod review;
mod room;
mod route;
mod suggest;
mod tasks;
mod templates;

use leptos::html::Div;
use leptos::prelude::*;
use web_sys::CustomEvent;

use crate::plan::{Json, Settings, json_text};
use crate::store::{Drafts, Storage, StorageError};
use notice::{Notice, Notices};
use platform::annex::{BACKUP, DIRECTORY, DRAFT, EXAMPLE, READ, TEMPLATES};
use route::{Page, Route};

/// The drafts of this browser.
type Kept = Drafts<Box<dyn Storage>>;

/// What every part of the interface shares.
#[derive(Clone, Copy)]
struct App {
    drafts: StoredValue<Kept, LocalStorage>,
    /// Which drafts there are.
    changed: Trigger,
    notices: Notices,
    /// Whether Word files carry the draft, so that the app can open them again.
    embed: RwSignal<bool>,
    /// What was read last and is no plan yet.
    read: RwSignal<Option<review::Read>>,
    /// A backup that was read and is not put in yet.
    backup: RwSignal<Option<backup::Chosen>>,
    /// The draft that was last begun with a body of the directory.
    begun: StoredValue<String>,
}

/// The name of that choice in the store.
const EMBED: &str = "embed-draft";

/// What was chosen last.
fn embeds(drafts: &Kept) -> bool {
    drafts.choice(EMBED).as_deref() != Some("no")
}

/// The name of a family's settings in the store.
fn settings_of(family: &str) -> String {
    format!("settings-{family}")
}

impl App {
    fn new(storage: Box<dyn Storage>) -> App {
        let drafts = Drafts::new(storage);
        let embed = RwSignal::new(embeds(&drafts));
        App {
            drafts: StoredValue::new_local(drafts),
            changed: Trigger::new(),
            notices: Notices::default(),
            embed,
            read: RwSignal::new(None),
            backup: RwSignal::new(None),
            begun: StoredValue::new(String::new()),
        }
    }

    fn get() -> App {
        use_context().unwrap_or_else(|| App::new(Box::new(crate::store::Memory::default())))
    }

    /// Asks the store; where it refuses, says why.
    fn ask<T>(&self, ask: impl FnOnce(&Kept) -> Result<T, StorageError>) -> Option<T> {
        match self.drafts.with_value(ask) {
            Ok(answer) => Some(answer),
            Err(error) => {
                self.notices.warn(error.to_string());
                None
            }
        }
    }

    /// Chooses whether Word files carry the draft, from now on.
    fn set_embed(&self, embed: bool) {
        self.embed.set(embed);
        self.remember(EMBED, if embed { "yes" } else { "no" });
    }

    /// The settings that were last chosen in a family.
    fn settings(&self, family: &str) -> Settings {
        let text = self.drafts.with_value(|drafts| drafts.choice(&settings_of(family)));
        let value = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        Settings::read(value).unwrap_or_default()
    }

    /// Begins the next plans of a family with these settings.
    fn remember_settings(&self, family: &str, settings: &Settings) {
        self.remember(&settings_of(family), &json_text(&settings.write()));
    }

    fn remember(&self, name: &str, choice: &str) {
        self.ask(|drafts| drafts.remember(name, choice));
    }
}

/// Writes what went wrong inside the program to the browser's console, for whoever reports it, and
/// leaves the user a page with his draft: nothing of the program runs after that.
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        web_sys::console::error_1(&panic.to_string().into());
        platform::journal::fail();
    }));
}

/// Mounts the app and takes away the frame that stood while it was loading.
pub fn mount() {
    report_panics();
    wasm_bindgen_futures::spawn_local(async {
        // Nothing is read before it, nor written.
        platform::journal::recover(&Drafts::new(platform::storage().0)).await;
        if let Some(frame) = document().get_element_by_id("loading") {
            frame.remove();
        }
        leptos::mount::mount_to_body(Root);
    });
}

/// Where the annex shows a screen, of what `argument` says; home when there is nothing to show.
#[component]
fn Annexed(screen: &'static str, #[prop(optional)] argument: String) -> impl IntoView {
    let app = App::get();
    app.notices.clear();
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let argument = argument.clone();
        leptos::task::spawn_local(async move {
            match platform::annex::show(&place, screen, &argument).await {
                Ok(true) => {}
                Ok(false) => Route::home().go(),
                Err(sentence) => app.notices.warn(sentence),
            }
        });
    });
    on_cleanup(move || {
        platform::annex::hide();
        // It may have put back what was chosen elsewhere.
        app.embed.set(app.drafts.with_value(embeds));
    });
    view! { <div node_ref=place></div> }
}

/// What was read last: it is in the annex, or nothing was.
fn what_was_read() -> AnyView {
    if !platform::annex::loaded() {
        request_animation_frame(|| Route::home().go());
        return ().into_any();
    }
    view! { <Annexed screen=READ /> }.into_any()
}

#[component]
fn Root() -> impl IntoView {
    let (storage, kept) = platform::storage();
    let app = App::new(storage);
    provide_context(app);
    if let Err(error) = kept {
        app.notices.warn(error.to_string());
    }
    let route = Route::follow();
    // The page is the editor's own matter: changing it must not open the draft again.
    let place = Memo::new(move |_| Route { page: Page::default(), ..route.get() });
    let dragged = window_event_listener(leptos::ev::dragover, |event| event.prevent_default());
    let dropped = window_event_listener(leptos::ev::drop, move |event| {
        // Else the browser leaves the app to show the file.
        event.prevent_default();
        if let Some(data) = event.data_transfer() {
            open::take(app, platform::pasted(&data), review::Purpose::Open);
        }
    });
    let pasted = window_event_listener(leptos::ev::paste, move |event| {
        // Into a field goes what is pasted there; a draft is not left for it either.
        let typing = document().active_element().is_some_and(|element| element.tag_name() != "BODY");
        if let (None, false, Some(data)) = (place.get_untracked().draft, typing, event.clipboard_data()) {
            open::take(app, platform::pasted(&data), review::Purpose::Open);
        }
    });
    let made = window_event_listener(leptos::ev::Custom::<CustomEvent>::new(DRAFT), move |event| {
        let draft = event.detail().as_string().unwrap_or_default();
        if let Err(error) = open::open_draft(app, &draft) {
            app.notices.warn(error);
        }
    });
    on_cleanup(move || [dragged, dropped, pasted, made].into_iter().for_each(|listener| listener.remove()));
    view! {
        {move || match place.get() {
            place if place.is_review() => what_was_read(),
            place if place.is_backup() => view! { <Annexed screen=BACKUP /> }.into_any(),
            place if place.is_templates() => view! { <Annexed screen=TEMPLATES /> }.into_any(),
            place if place.is_example() => view! { <Annexed screen=EXAMPLE /> }.into_any(),
            place if place.is_directory() => view! { <Annexed screen=DIRECTORY /> }.into_any(),
            Route { draft: None, .. } => view! { <home::Home /> }.into_any(),
            Route { draft: Some(id), .. } => view! { <editor::Editor id route /> }.into_any(),
        }}
        <Notice />
    }
}
