//! The annex, a program of its own for all that one does not need to write a plan: what the app asks
//! of it, see `src/annex.rs`.
//!
//! It shares the page, its address and the browser's storage with the app. A draft that it makes
//! it hands to the app, which keeps it.

use std::cell::RefCell;

use leptos::mount::mount_to;
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

pub use super::answers::answer;
use super::backup;
use super::history::History;
use super::notes::Notes;
use super::notice::Notice;
use super::open::SNIFFED;
use super::phrases::{self, Phrases};
use super::platform::annex::{
    BACKUP, DIRECTORY, EXAMPLE, HISTORY, PHRASES, READ, SAVE_TEMPLATE, TASKS, TEMPLATES,
};
use super::review::{Purpose, Review, Source, read};
use super::tasks::Tasks;
use super::{App, asked, directory, findings, pasting, platform, report_panics, suggest, templates};
use crate::check::Reviewer;
use crate::check::told::Writer;
use crate::document::{paginate, typeset};
use crate::draft::{Delta, Draft, is_draft};
use crate::export::{self, DocxOptions};
use crate::intake::Request;
use crate::plan::{Json, Misfit, Plan};
use crate::store::is_backup;
use crate::template::is_template;

thread_local! {
    /// What lasts as long as the program.
    static PROGRAM: (Owner, App) = {
        let owner = Owner::new();
        let app = owner.with(|| App::new(platform::storage().0));
        (owner, app)
    };
    /// Takes away what is shown.
    static SHOWN: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) };
}

/// Runs once, before all else.
pub fn start() {
    report_panics();
    // A worker has no page.
    if web_sys::window().is_some() {
        phrases::follow();
        PROGRAM.with(|(owner, app)| {
            owner.with(|| {
                suggest::start(*app);
                directory::start(*app);
                asked::start();
                pasting::start();
                if cfg!(feature = "review") {
                    findings::start(*app);
                }
            });
        });
    }
}

/// Reads a source, which `html` says to be XHTML; `purpose` is the place of a [`Purpose`].
///
/// # Errors
/// One sentence that says what is wrong with the source.
pub fn take(name: String, bytes: Vec<u8>, html: bool, purpose: u8) -> Result<(), String> {
    let begins = bytes.get(..SNIFFED).unwrap_or(&bytes);
    if is_template(&name, begins) {
        return PROGRAM.with(|(owner, app)| owner.with(|| templates::take(*app, &bytes)));
    }
    if is_backup(&name, begins) {
        return PROGRAM.with(|(owner, app)| owner.with(|| backup::take(*app, name, &bytes)));
    }
    // Pasted: a file of one is opened by the app.
    if is_draft(&bytes) && Purpose::at(purpose) != Purpose::Superior {
        platform::annex::hand_draft(&String::from_utf8_lossy(&bytes));
        return Ok(());
    }
    let source = Source { name, purpose: Purpose::at(purpose), bytes };
    let request = Request { html, ..Request::default() };
    PROGRAM.with(|(owner, app)| owner.with(|| read(*app, source, request)))
}

/// The Word file of a draft, given as its text; `embed` puts that text into the file.
///
/// # Errors
/// One sentence that says what is wrong.
pub fn word(draft: String, embed: bool) -> Result<Vec<u8>, String> {
    let Draft { plan, saved_at, .. } = Draft::read(&draft).map_err(|error| error.to_string())?.draft;
    let options = DocxOptions { draft: embed.then_some(draft), created: Some(saved_at) };
    export::docx(&typeset(&plan), &options).map_err(|error| error.to_string())
}

/// The pages of a plan that changes, and what is found in its words.
pub struct Typesetter {
    plan: Value,
    /// The same as it was read for the last pages.
    read: Plan,
    reviewer: Reviewer,
    told: Writer,
}

impl Typesetter {
    /// Of this plan, given as JSON.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn new(plan: &str) -> Result<Typesetter, serde_json::Error> {
        serde_json::from_str(plan).map(|plan| Typesetter {
            plan,
            read: Plan::default(),
            reviewer: Reviewer::default(),
            told: Writer::default(),
        })
    }

    /// Makes a change, given as JSON; gives back whether it belongs to the plan.
    pub fn change(&mut self, changes: &str) -> bool {
        let delta = serde_json::from_str(changes).ok().and_then(Delta::read);
        delta.is_some_and(|delta| delta.apply(&mut self.plan).is_ok())
    }

    /// What follows from the plan for the form beside the pages, see [`super::notes`], and then the pages,
    /// as [`export::sheet`] makes them.
    ///
    /// # Errors
    /// What is wrong with the plan.
    pub fn make(&mut self) -> Result<Vec<String>, Misfit> {
        self.read = Plan::read(self.plan.clone())?;
        let mut made = vec![Notes::of(&self.read).write()];
        made.append(&mut pages(&self.read));
        Ok(made)
    }

    /// What a văn thư would send back of the plan for which the last pages were made, see [`findings`].
    pub fn review(&mut self) -> String {
        if cfg!(not(feature = "review")) {
            return String::new();
        }
        self.reviewer.review(&self.read);
        self.told.write(self.reviewer.findings(), self.reviewer.paragraphs(), &self.read.dismissed())
    }
}

/// The pages of a plan, as [`export::sheet`] makes them.
pub(super) fn pages(plan: &Plan) -> Vec<String> {
    paginate(&typeset(plan)).iter().map(export::sheet).collect()
}

/// Shows a screen in `place`, of what `argument` says; gives back whether there is anything to show.
pub fn show(place: Element, screen: &str, argument: String) -> bool {
    hide();
    let Ok(place) = place.dyn_into::<HtmlElement>() else { return false };
    let app = PROGRAM.with(|(_, app)| *app);
    let screen: fn(App, String) -> AnyView = match screen {
        BACKUP => |_, _| view! { <backup::Backups /> }.into_any(),
        DIRECTORY => |_, _| view! { <directory::Entries /> }.into_any(),
        READ if app.read.with_untracked(Option::is_some) => what_was_read,
        TEMPLATES => |_, argument| view! { <templates::Templates argument /> }.into_any(),
        SAVE_TEMPLATE => |_, argument| view! { <templates::Save argument /> }.into_any(),
        EXAMPLE => |_, _| view! { <templates::Example /> }.into_any(),
        TASKS => |_, argument| view! { <Tasks argument /> }.into_any(),
        HISTORY => |_, argument| view! { <History argument /> }.into_any(),
        PHRASES => |_, argument| view! { <Phrases argument /> }.into_any(),
        _ => return false,
    };
    let shown = mount_to(place, move || {
        provide_context(app);
        view! {
            {screen(app, argument)}
            <Notice />
        }
    });
    SHOWN.set(Some(Box::new(move || drop(shown))));
    true
}

/// Takes that away again.
pub fn hide() {
    if let Some(hide) = SHOWN.take() {
        hide();
    }
}

/// Another file is another screen.
fn what_was_read(app: App, _: String) -> AnyView {
    let screen = move || {
        app.read.track();
        view! { <Review /> }
    };
    screen.into_any()
}
