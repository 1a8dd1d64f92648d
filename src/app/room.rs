//! How much of the browser's room for drafts is used.

use leptos::prelude::*;

/// From here on the app proposes to save old drafts to a file and remove them.
pub const NARROW: f64 = 0.8;

/// The part in words: `12 %`. Rounded down, so that 80 % is never said too early.
pub fn percent(used: f64) -> String {
    match percentage(used) {
        0 => "chưa đến 1 %".to_owned(),
        percent => format!("{percent} %"),
    }
}

/// A meter, and the same in words.
pub fn meter(used: f64) -> AnyView {
    let words = format!("Đã dùng {} chỗ lưu của trình duyệt.", percent(used));
    view! {
        <meter aria-label="Chỗ lưu đã dùng" max="100" high=percentage(NARROW) value=percentage(used)></meter>
        <span>{words}</span>
    }
    .into_any()
}

/// In whole numbers: to print others takes kilobytes of code.
fn percentage(part: f64) -> u32 {
    (part * 100.0) as u32
}
