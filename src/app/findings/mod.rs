//! Rà soát: what a careful văn thư would send back, shown while the plan is written: beside its field, on
//! the page, as a count on each step, and as a list in the last step.
//!
//! The review itself is made where the pages are made, see [`crate::check::told`]; here it is heard, and shown once
//! the typing pauses. The form is the app's: what is shown in it stands in elements of the annex's own,
//! and is put there again when the form is drawn anew.

mod acts;
mod beside;
mod item;
mod list;

use std::cell::{Cell, RefCell};
use std::sync::Arc;
use std::time::Duration;

use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::notice::{Notice, Notices};
use super::platform::{findings as page, pages};
use super::{App, Route, platform};
use crate::check::told::{Reviewed, Told};
use crate::check::{PARTS, Severity, is_dismissed};

/// Nothing is shown before keys have rested so long, in milliseconds.
const PAUSE: f64 = 900.0;

/// A changed plan is reviewed within this time.
const LATEST: Duration = Duration::from_secs(3);

/// The rules that are dismissed for good, by their ids, a comma between: the name of that choice in the store.
const ALWAYS: &str = "dismissed-rules";

/// What was found, as all places share it.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    /// Everything, in the order of the page.
    all: RwSignal<Vec<Arc<Told>>>,
    /// Whether the plan that is open was reviewed.
    looked: RwSignal<bool>,
    /// What is dismissed for this plan.
    dismissed: RwSignal<Vec<String>>,
    /// The rules that are dismissed for good.
    always: RwSignal<Vec<String>>,
    /// What is not dismissed.
    shown: Memo<Vec<Arc<Told>>>,
    /// Whether the draft can only be looked at here.
    read_only: RwSignal<bool>,
    /// What is open of what can be opened.
    open: RwSignal<Vec<String>>,
    /// What is said to those who do not see it.
    heard: RwSignal<String>,
}

thread_local! {
    /// What came last.
    static LAST: RefCell<Reviewed> = RefCell::new(Reviewed::default());
    /// How often something came.
    static CAME: Cell<usize> = const { Cell::new(0) };
    /// Whether what came last is still to be shown, for somebody typed when it came.
    static WAITS: Cell<bool> = const { Cell::new(false) };
    /// Whether it is looked at again, once the typing may have paused.
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    /// The draft of which it was found.
    static DRAFT: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Begins to show what is found, as long as the page lives.
pub fn start(app: App) {
    let app = App { notices: Notices::default(), ..app };
    let (all, dismissed) = (RwSignal::new(Vec::<Arc<Told>>::new()), RwSignal::new(Vec::<String>::new()));
    let always = RwSignal::new(kept(app));
    let shown = Memo::new(move |_| {
        let is_shown = |found: &Arc<Told>| is_shown(found, &dismissed.read(), &always.read());
        all.with(|all| all.iter().filter(|found| is_shown(found)).cloned().collect())
    });
    let (looked, read_only, open) = (RwSignal::new(false), RwSignal::new(false), RwSignal::default());
    let desk =
        Desk { app, all, looked, dismissed, always, shown, read_only, open, heard: RwSignal::default() };
    mount_to_body(move || {
        provide_context(app);
        view! {
            <div class="reviewed-notices">
                <p class="unseen" aria-live="polite">{move || desk.heard.get()}</p>
                <Notice />
            </div>
        }
    });
    page::dress(include_str!("../../../style/annex/findings.css"));
    page::follow_typing();
    page::follow_drawing(move || desk.draw());
    page::Marks::follow(move |id| desk.lead(id));
    window_event_listener(leptos::ev::hashchange, move |_| desk.followed());
    DRAFT.set(Route::here().draft);
    let found = Closure::<dyn Fn(String)>::new(move |text: String| desk.told(text)).into_js_value();
    pages::follow(found.unchecked_ref());
    desk.draw();
}

/// Whether a finding is dismissed neither by itself nor with its rule.
fn is_shown(found: &Told, dismissed: &[String], always: &[String]) -> bool {
    ![dismissed, always].iter().any(|keys| is_dismissed(&found.key, found.rule.id, keys))
}

/// The rules that were dismissed for good.
fn kept(app: App) -> Vec<String> {
    let kept = app.drafts.with_value(|drafts| drafts.choice(ALWAYS)).unwrap_or_default();
    kept.split(',').filter(|id| !id.is_empty()).map(str::to_owned).collect()
}

/// What a severity is called.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Lỗi",
        Severity::Warn => "Lưu ý",
        Severity::Hint => "Gợi ý",
    }
}

/// How much of each severity there is, in words: `2 lỗi, 3 lưu ý`.
fn counted<'a>(found: impl Iterator<Item = &'a Told>) -> String {
    Severity::counted(found.map(|found| found.rule.severity))
}

impl Desk {
    /// Takes what was found; it is shown once nobody types.
    fn told(self, text: String) {
        LAST.with_borrow_mut(|last| *last = Reviewed::read(&text, &last.found));
        CAME.set(CAME.get() + 1);
        WAITS.set(true);
        self.settle();
    }

    /// Shows what is to be found of a plan that was just changed here, before it is reviewed. Where no review
    /// follows, the change was taken back before anybody looked: then that is shown which was found before.
    fn foresee(self, found: Vec<Arc<Told>>, dismissed: Vec<String>) {
        WAITS.set(false);
        self.show(found, dismissed);
        let (came, draft) = (CAME.get(), Route::here().draft);
        let look = move || {
            if CAME.get() == came && draft == Route::here().draft {
                WAITS.set(true);
                self.settle();
            }
        };
        set_timeout(look, LATEST);
    }

    /// Shows what waits, now or later.
    fn settle(self) {
        if WATCHED.get() || !WAITS.get() {
            return;
        }
        let rest = PAUSE - page::quiet();
        if rest > 0.0 {
            WATCHED.set(true);
            let again = move || {
                WATCHED.set(false);
                self.settle();
            };
            return set_timeout(again, Duration::from_millis(rest as u64 + 1));
        }
        WAITS.set(false);
        DRAFT.set(Route::here().draft);
        let Reviewed { found, dismissed } = LAST.with_borrow(Clone::clone);
        self.show(found, dismissed);
        self.looked.set(true);
    }

    /// Shows what is found now.
    fn show(self, found: Vec<Arc<Told>>, dismissed: Vec<String>) {
        let focused = platform::focused();
        platform::steady(|| {
            if self.dismissed.with_untracked(|before| *before != dismissed) {
                self.dismissed.set(dismissed);
            }
            if self.all.with_untracked(|before| *before != found) {
                self.all.set(found);
            }
            self.fill();
        });
        self.mark();
        // What had the focus may be drawn anew. At once, and only where it is nowhere: since then one may have
        // gone elsewhere.
        request_animation_frame(move || {
            if platform::nothing_focused()
                && let Some(own) = focused.as_deref().and_then(platform::element)
            {
                // Refused by what cannot have it.
                let _ = own.focus();
            }
        });
    }

    /// Another place of the app is shown.
    fn followed(self) {
        let here = Route::here().draft;
        if DRAFT.with_borrow(|draft| *draft != here) {
            DRAFT.set(here);
            WAITS.set(false);
            self.looked.set(false);
            self.open.set(Vec::new());
            self.show(Vec::new(), Vec::new());
        }
        self.app.notices.pass();
    }

    /// Puts what is shown into its places in the form, as far as it is not there, and moves nothing there.
    fn draw(self) {
        platform::steady(|| self.fill());
    }

    fn fill(self) {
        let read_only = page::is_read_only();
        if self.read_only.get_untracked() != read_only {
            self.read_only.set(read_only);
        }
        let shown = self.shown.get_untracked();
        list::fill(self);
        beside::fill(self, &shown);
        for at in 0..PARTS {
            let of_part = || shown.iter().map(Arc::as_ref).filter(move |found| found.part == at);
            let count = |severity| of_part().filter(|found| found.rule.severity == severity).count();
            let told = of_part().filter(|found| found.rule.severity != Severity::Hint);
            page::count(at, count(Severity::Error), count(Severity::Warn), &counted(told));
        }
    }

    /// Marks on the paper what is shown.
    fn mark(self) {
        let shown = self.shown.get_untracked();
        let marked =
            shown.iter().filter(|found| found.rule.severity != Severity::Hint).map(|found| page::Words {
                id: &found.id,
                kind: found.rule.severity.key(),
                before: &found.before,
                quote: &found.quote,
                after: &found.after,
            });
        page::Marks::show(&marked.collect::<Vec<_>>());
    }

    /// Goes to the words of a finding.
    fn lead(self, id: &str) {
        let all = self.all.get_untracked();
        let Some(found) = all.iter().find(|found| found.id == id) else { return };
        page::leave_page();
        if let Some(draft) = Route::here().draft {
            Route::draft(&draft, found.part).go();
        }
        platform::select(&found.field, &found.quote, found.at);
    }
}
