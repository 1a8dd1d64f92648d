//! Where in the app one is: `#/` is home, `#/<draft>/<step>` a step of a draft, `#/<draft>/lich-su` its
//! history, `#/<draft>/nhiem-vu` its tasks as one table.

use leptos::prelude::*;

/// Stands where the identity of a draft does; no draft has one without digits.
const REVIEW: &str = "tep";

/// So does this: everything as one file.
const BACKUP: &str = "sao-luu";

/// So does this: the templates. Behind a draft, those that it can take its content from.
const TEMPLATES: &str = "mau";

/// So does this: a plan to look at.
const EXAMPLE: &str = "vi-du";

/// The address of the templates.
pub const TO_TEMPLATES: &str = "#/mau";

/// The address of a plan to look at.
pub const TO_EXAMPLE: &str = "#/vi-du";

/// So does this: the bodies for which plans were made.
const DIRECTORY: &str = "danh-ba";

/// Stands where the number of a step does.
const HISTORY: &str = "lich-su";

/// So does this: the table of tasks.
const TASKS: &str = "nhiem-vu";

/// A place in the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Route {
    /// The open draft; none is home.
    pub draft: Option<String>,
    /// Where in the draft.
    pub page: Page,
}

/// A place in a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// A step of the form, counted from 0.
    Step(usize),
    /// The states that the draft had.
    History,
    /// Its tasks as one table.
    Tasks,
    /// The templates from which it can take its content.
    Templates,
}

impl Default for Page {
    fn default() -> Page {
        Page::Step(0)
    }
}

impl Route {
    /// The place that the address names, followed as the address changes.
    pub fn follow() -> ReadSignal<Route> {
        let (route, set_route) = signal(Route::here());
        let handle = window_event_listener(leptos::ev::hashchange, move |_| set_route.set(Route::here()));
        on_cleanup(move || handle.remove());
        route
    }

    /// Goes to this place.
    pub fn go(&self) {
        // The browser refuses only what is no address; ours is letters, digits and hyphens.
        let _ = window().location().set_hash(&self.hash());
        // The browser says so some time later, perhaps after the next frame: whoever asked for the focus
        // in the place gone to would find the one left. So it is said at once.
        if let Ok(event) = web_sys::Event::new("hashchange") {
            let _ = window().dispatch_event(&event);
        }
    }

    /// Home.
    pub fn home() -> Route {
        Route::default()
    }

    /// A step of a draft.
    pub fn draft(id: &str, step: usize) -> Route {
        Route { draft: Some(id.to_owned()), page: Page::Step(step) }
    }

    /// The history of a draft.
    pub fn history(id: &str) -> Route {
        Route { draft: Some(id.to_owned()), page: Page::History }
    }

    /// The table of tasks of a draft.
    pub fn tasks(id: &str) -> Route {
        Route { draft: Some(id.to_owned()), page: Page::Tasks }
    }

    /// The templates from which a draft can take its content.
    pub fn templates(id: &str) -> Route {
        Route { draft: Some(id.to_owned()), page: Page::Templates }
    }

    /// What was read of a file.
    pub fn review() -> Route {
        Route { draft: Some(REVIEW.to_owned()), ..Route::default() }
    }

    /// Whether this is that place.
    pub fn is_review(&self) -> bool {
        self.draft.as_deref() == Some(REVIEW)
    }

    /// Everything as one file, and back.
    pub fn backup() -> Route {
        Route { draft: Some(BACKUP.to_owned()), ..Route::default() }
    }

    /// Whether this is that place.
    pub fn is_backup(&self) -> bool {
        self.draft.as_deref() == Some(BACKUP)
    }

    /// Whether these are the templates.
    pub fn is_templates(&self) -> bool {
        self.draft.as_deref() == Some(TEMPLATES)
    }

    /// Whether this is the plan to look at.
    pub fn is_example(&self) -> bool {
        self.draft.as_deref() == Some(EXAMPLE)
    }

    /// The bodies for which plans were made.
    pub fn directory() -> Route {
        Route { draft: Some(DIRECTORY.to_owned()), ..Route::default() }
    }

    /// Whether this is that place.
    pub fn is_directory(&self) -> bool {
        self.draft.as_deref() == Some(DIRECTORY)
    }

    /// The address of this place.
    pub fn hash(&self) -> String {
        match (self.draft.as_deref(), self.page) {
            (None, _) => "#/".to_owned(),
            (Some(place @ (BACKUP | DIRECTORY)), _) => format!("#/{place}"),
            (Some(id), Page::Step(step)) => format!("#/{id}/{}", step + 1),
            (Some(id), Page::History) => format!("#/{id}/{HISTORY}"),
            (Some(id), Page::Tasks) => format!("#/{id}/{TASKS}"),
            (Some(id), Page::Templates) => format!("#/{id}/{TEMPLATES}"),
        }
    }

    /// The place that the address names now.
    pub fn here() -> Route {
        let hash = window().location().hash().unwrap_or_default();
        let mut parts = hash.trim_start_matches('#').split('/').filter(|part| !part.is_empty());
        let draft = parts.next().map(str::to_owned);
        let page = match parts.next() {
            Some(HISTORY) => Page::History,
            Some(TASKS) => Page::Tasks,
            Some(TEMPLATES) => Page::Templates,
            step => Page::Step(step.and_then(|step| step.parse().ok()).unwrap_or(1_usize).saturating_sub(1)),
        };
        Route { draft, page }
    }
}
