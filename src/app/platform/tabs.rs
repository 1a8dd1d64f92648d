//! Which tab owns a draft: by the browser's locks, or where it has none (a page over http, an old
//! browser) by a [`Heartbeat`] in the storage.

use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::new_id;
use crate::app::Kept;
use crate::store::{Elsewhere, Heartbeat, Owner};

#[wasm_bindgen(module = "/src/app/platform/tabs.js")]
extern "C" {
    #[wasm_bindgen(js_name = lock)]
    fn js_lock(name: &str, told: &Closure<dyn Fn(Option<bool>)>) -> Option<Lock>;

    type Lock;
    #[wasm_bindgen(method)]
    fn wish(this: &Lock);
    #[wasm_bindgen(method)]
    fn leave(this: &Lock);
}

/// How often the heart of an owner beats.
const BEAT: Duration = Duration::from_secs(1);
/// How soon a tab that put its name down looks whether it still stands there.
const SOON: Duration = Duration::from_millis(100);

/// What this tab is told of a draft that is open in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum News {
    /// The draft is this tab's: it is the only one to write it.
    Mine,
    /// The draft is another tab's, from now on: what was typed is to be kept before this returns.
    Theirs,
    /// Another tab kept the draft.
    Kept,
    /// Another tab removed the draft.
    Removed,
}

/// This tab's claim to a draft, for as long as the place around the caller stands.
#[derive(Clone, Copy)]
pub struct Claim {
    drafts: StoredValue<Kept, LocalStorage>,
    told: Callback<News>,
    mine: StoredValue<Option<bool>>,
    lock: StoredValue<Option<Lock>, LocalStorage>,
    /// Where there is no lock.
    heartbeat: StoredValue<Option<(Heartbeat, Option<IntervalHandle>)>>,
}

impl Claim {
    /// Claims a draft; `told` hears whose it is, and what others do to it.
    pub fn new(id: String, drafts: StoredValue<Kept, LocalStorage>, told: Callback<News>) -> Claim {
        let claim = Claim {
            drafts,
            told,
            mine: StoredValue::new(None),
            lock: StoredValue::new_local(None),
            heartbeat: StoredValue::new(None),
        };
        let name = format!("ke-hoach/draft/{id}");
        let own = id.clone();
        let hear = StoredValue::new_local(Closure::<dyn Fn(Option<bool>)>::new(move |mine| match mine {
            Some(mine) => claim.tell(mine),
            None => claim.begin_to_beat(&own),
        }));
        match hear.with_value(|hear| js_lock(&name, hear)) {
            Some(lock) => claim.lock.set_value(Some(lock)),
            None => claim.begin_to_beat(&id),
        }
        let stored = window_event_listener(leptos::ev::storage, move |event| {
            match Elsewhere::of(&id, event.key().as_deref(), event.new_value().is_none()) {
                Some(Elsewhere::Kept) => told.run(News::Kept),
                Some(Elsewhere::Removed) => told.run(News::Removed),
                Some(Elsewhere::Beat) => claim.look(Heartbeat::look),
                None => {}
            }
        });
        let left = window_event_listener_untyped("pagehide", move |_| claim.leave());
        on_cleanup(move || {
            [stored, left].into_iter().for_each(|listener| listener.remove());
            claim.leave();
        });
        claim
    }

    /// Asks the tab that owns the draft for it; one that does not answer loses it.
    pub fn take_over(&self) {
        let claim = *self;
        let beating = self.heartbeat.with_value(|heartbeat| {
            let heartbeat = heartbeat.as_ref().map(|(heartbeat, _)| heartbeat);
            heartbeat.map(|heartbeat| self.drafts.with_value(|drafts| heartbeat.wish(drafts))).is_some()
        });
        if !beating {
            self.lock.with_value(|lock| lock.iter().for_each(Lock::wish));
            return;
        }
        let unanswered = move || {
            if claim.mine.try_get_value() == Some(Some(false)) {
                claim.look(Heartbeat::seize);
            }
        };
        set_timeout(unanswered, BEAT);
    }

    fn begin_to_beat(&self, id: &str) {
        let claim = *self;
        let interval = set_interval_with_handle(move || claim.look(Heartbeat::tick), BEAT).ok();
        self.heartbeat.set_value(Some((Heartbeat::new(id, &new_id()), interval)));
        self.look(Heartbeat::look);
    }

    fn look(&self, look: fn(&mut Heartbeat, &Kept) -> Owner) {
        let owner = self.heartbeat.try_update_value(|heartbeat| {
            let (heartbeat, _) = heartbeat.as_mut()?;
            Some(self.drafts.with_value(|drafts| look(heartbeat, drafts)))
        });
        match owner.flatten() {
            Some(Owner::Mine) => self.tell(true),
            Some(Owner::Theirs) => self.tell(false),
            Some(Owner::Asked) => {
                self.tell(false);
                self.look(|heartbeat, drafts| {
                    heartbeat.hand_over(drafts);
                    Owner::Theirs
                });
            }
            Some(Owner::Free) => {
                let claim = *self;
                set_timeout(move || claim.look(Heartbeat::look), SOON);
            }
            None => {}
        }
    }

    fn tell(&self, mine: bool) {
        if self.mine.try_update_value(|told| told.replace(mine) != Some(mine)) == Some(true) {
            self.told.run(if mine { News::Mine } else { News::Theirs });
        }
    }

    /// Lets go of the draft.
    fn leave(&self) {
        self.lock.with_value(|lock| lock.iter().for_each(Lock::leave));
        self.heartbeat.update_value(|heartbeat| {
            if let Some((mut heartbeat, interval)) = heartbeat.take() {
                self.drafts.with_value(|drafts| heartbeat.leave(drafts));
                interval.into_iter().for_each(|interval| interval.clear());
            }
        });
    }
}
