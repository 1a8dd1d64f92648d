//! Whether what is typed is kept, and what the app says of it.

use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use crate::driving::Browser;
use crate::driving::keys::BACKSPACE;

pub fn what_a_full_storage_did_not_keep_is_said_and_tried_again(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    let subject = page.field("Trích yếu");
    subject.press("mot");
    page.text("status", |text| text.starts_with("Đã lưu"));

    let full = "window.keep = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };";
    browser.script(full, json!([]));
    subject.press("x");
    page.text("status", |text| text.starts_with("Chưa lưu. Bộ nhớ của trình duyệt đã đầy"));
    // Typed and taken back at once: still what was not kept.
    subject.press(&format!("y{BACKSPACE}"));
    sleep(Duration::from_millis(700));
    page.text("status", |text| text.starts_with("Chưa lưu. "));

    browser.script(
        "Storage.prototype.setItem = window.keep; window.dispatchEvent(new Event('blur'));",
        json!([]),
    );
    page.text("status", |text| text.starts_with("Đã lưu"));
    browser.reload();
    assert_eq!(browser.page().field("Trích yếu").value(), "motx");
}
