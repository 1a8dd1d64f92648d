//! Time and identities.

use js_sys::{Date, Math, Object, Reflect};
use wasm_bindgen::prelude::*;

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

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn ticks() -> f64;
    /// From a time, not from a mark: to set one takes a fifth of a millisecond of what is measured.
    #[wasm_bindgen(js_namespace = performance, catch)]
    fn measure(name: &str, options: &Object) -> Result<JsValue, JsValue>;
}

/// Notes in the browser's performance timeline how long it is kept.
pub struct Stopwatch {
    name: &'static str,
    start: f64,
}

impl Stopwatch {
    /// Begins; `name` is what the time is noted under.
    pub fn start(name: &'static str) -> Stopwatch {
        Stopwatch { name, start: ticks() }
    }
}

impl Drop for Stopwatch {
    fn drop(&mut self) {
        let options = Object::new();
        let _ = Reflect::set(&options, &"start".into(), &self.start.into());
        let _ = measure(self.name, &options);
    }
}
