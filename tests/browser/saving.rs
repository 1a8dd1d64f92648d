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

/// Types into the subject and does something else, all before any timer can run; gives back what
/// is kept then.
const TYPE: &str = "const field = document.activeElement;
    const type = (text) => {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    const kept = (text) => Object.keys(localStorage).some((key) => key.includes('/draft/') && localStorage[key].includes(text));";

pub fn what_was_typed_is_kept_at_once_when_the_page_may_go_away(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press("mot");
    page.text("status", |text| text.starts_with("Đã lưu"));
    let script = format!(
        "{TYPE}
        return ['blur', 'pagehide', 'visibilitychange', 'a download'].map((event) => {{
            type('truoc ' + event);
            if (event === 'a download') [...document.querySelectorAll('button')].find((it) => it.textContent === 'Tải bản nháp').click();
            else window.dispatchEvent(new Event(event, {{ bubbles: true }}));
            return kept('truoc ' + event);
        }})"
    );
    let file = browser.download(".kehoach.json", || {
        assert_eq!(browser.script(&script, json!([])), json!([true, true, true, true]));
    });
    assert!(std::fs::read_to_string(file).unwrap().contains("truoc a download"));
}

pub fn a_draft_that_is_only_looked_at_is_not_written(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press("mot");
    page.text("status", |text| text.starts_with("Đã lưu"));
    let all = || browser.script("return Object.entries(localStorage).sort()", json!([]));
    let before = all();
    browser.reload();
    for step in ["Căn cứ", "Nơi nhận, ký", "Tên kế hoạch"] {
        browser.page().go(step);
    }
    browser.page().go_home();
    assert_eq!(all(), before);
}

pub fn after_edits_the_browser_is_asked_to_keep_them_and_after_many_the_user(browser: &Browser) {
    browser.script(
        "window.asked = 0; StorageManager.prototype.persist = async () => { window.asked++; return true; }",
        json!([]),
    );
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    assert_eq!(browser.script("return window.asked", json!([])), json!(0), "nothing was typed yet");
    page.field("Trích yếu").press("mot");
    page.text("status", |text| text.starts_with("Đã lưu"));
    let many = format!(
        "{TYPE} for (let n = 0; n < 300; n++) {{ type('lan ' + n); window.dispatchEvent(new Event('blur')); }}"
    );
    browser.script(&many, json!([]));
    page.text("alert", |text| text.contains("hãy bấm “Tải bản nháp” để giữ thêm một bản thành tệp"));
    assert_eq!(browser.script("return window.asked", json!([])), json!(1), "once");
}
