//! Doing something once the user pauses.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

/// Runs some work when calls stop for a while, and at the latest a while after the first.
#[derive(Clone, Copy)]
pub struct Debounce {
    work: Callback<()>,
    pause: Duration,
    latest: f64,
    waiting: StoredValue<Option<(TimeoutHandle, f64)>>,
}

impl Debounce {
    /// `work` runs `pause` milliseconds after the last call, `latest` after the first.
    pub fn new(pause: u64, latest: u64, work: impl Fn() + Send + Sync + 'static) -> Debounce {
        let debounce = Debounce {
            work: Callback::new(move |()| work()),
            pause: Duration::from_millis(pause),
            latest: latest as f64,
            waiting: StoredValue::new(None),
        };
        on_cleanup(move || {
            debounce.cancel();
        });
        debounce
    }

    /// Asks for the work to be done soon.
    pub fn call(&self) {
        let now = js_sys::Date::now();
        let since = match self.waiting.try_get_value().flatten() {
            // A clock set back counts as a new beginning.
            Some((_, since)) if now >= since && now - since > self.latest - self.pause.as_millis() as f64 => {
                return;
            }
            Some((handle, since)) => {
                handle.clear();
                since
            }
            None => now,
        };
        let this = *self;
        let timeout = set_timeout_with_handle(move || this.flush(), self.pause);
        self.waiting.try_set_value(timeout.ok().map(|handle| (handle, since)));
    }

    /// Does the work now if it was asked for.
    pub fn flush(&self) {
        if self.cancel() {
            self.work.run(());
        }
    }

    /// Forgets what was asked for; says whether anything was.
    fn cancel(&self) -> bool {
        let waiting = self.waiting.try_get_value().flatten();
        self.waiting.try_set_value(None);
        waiting.map(|(handle, _)| handle.clear()).is_some()
    }
}
