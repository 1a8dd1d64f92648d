//! Time and identities.

use js_sys::{Date, Math};
use web_sys::Performance;

/// Now, UTC: `2026-11-21T08:00:00.000Z`.
pub fn now() -> String {
    String::from(Date::new_0().to_iso_string())
}

/// This year.
pub fn year() -> u16 {
    u16::try_from(Date::new_0().get_full_year()).unwrap_or(0)
}

/// A time of [`now`]'s form on the user's clock: `10:42`.
pub fn clock_time(iso: &str) -> String {
    let date = Date::new(&iso.into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// A time of [`now`]'s form in words: `10:42 ngày 21/11/2026`.
pub fn day_and_time(iso: &str) -> String {
    format!("{} ngày {}", clock_time(iso), day(iso))
}

/// The day of such a time: `21/11/2026`.
pub fn day(iso: &str) -> String {
    let date = Date::new(&iso.into());
    let (day, month, year) = (date.get_date(), date.get_month() + 1, date.get_full_year());
    format!("{day:02}/{month:02}/{year}")
}

/// A fresh identity (UUID, version 4). Chance is good enough: it guards against accidents.
pub fn new_id() -> String {
    let mut bytes: [u8; 16] = std::array::from_fn(|_| (Math::random() * 256.0) as u8);
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = |part: &[u8]| part.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    [&bytes[..4], &bytes[4..6], &bytes[6..8], &bytes[8..10], &bytes[10..]].map(hex).join("-")
}

/// Notes in the browser's performance timeline how long it is kept.
pub struct Stopwatch {
    name: &'static str,
    mark: String,
    performance: Option<Performance>,
}

impl Stopwatch {
    /// Begins; `name` is what the time is noted under.
    pub fn start(name: &'static str) -> Stopwatch {
        let (mark, performance) = (format!("{name}:start"), leptos::prelude::window().performance());
        if let Some(performance) = &performance {
            let _ = performance.mark(&mark);
        }
        Stopwatch { name, mark, performance }
    }
}

impl Drop for Stopwatch {
    fn drop(&mut self) {
        if let Some(performance) = &self.performance {
            let _ = performance.measure_with_start_mark(self.name, &self.mark);
        }
    }
}
