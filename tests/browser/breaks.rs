//! When it breaks: each way has its sentence, and its way to get the text out.

use serde_json::{Value, json};

use crate::driving::Browser;

/// A draft with this subject, kept.
fn draft(browser: &Browser, subject: &str) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press(subject);
    page.text("status", |text| text.starts_with("Đã lưu"));
}

/// Lets the second copy be forgotten, as it is some time after a draft was kept.
fn forget_journal(browser: &Browser) {
    let script = "window.forgotten = false;
        indexedDB.open('ke-hoach').onsuccess = (event) => {
            const clearing = event.target.result.transaction('journal', 'readwrite');
            clearing.objectStore('journal').clear();
            clearing.oncomplete = () => { window.forgotten = true; };
        }";
    browser.script(script, json!([]));
    let forgotten = || browser.script("return window.forgotten", json!([])).as_bool().filter(|done| *done);
    assert!(crate::driving::until(forgotten).is_some());
}

pub fn a_browser_that_keeps_nothing_is_said_to_and_the_draft_is_had_as_a_file(browser: &Browser) {
    let blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })";
    let script = browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({ "source": blocked }));
    browser.reload();
    let page = browser.page();
    page.text("alert", |text| text.contains("Trình duyệt không cho lưu dữ liệu"));
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press("khong luu");
    page.text("status", |text| text.starts_with("Chưa lưu. Trình duyệt không cho lưu dữ liệu"));
    let file = browser.download(".kehoach.json", || page.click("Tải bản nháp"));
    assert!(std::fs::read_to_string(file).unwrap().contains("khong luu"));
    browser
        .chromium("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": script["identifier"] }));
}

pub fn what_is_typed_after_the_storage_was_cleared_is_kept_with_all_before_it(browser: &Browser) {
    draft(browser, "truoc ");
    browser.script("localStorage.clear()", json!([]));
    let page = browser.page();
    page.field("Trích yếu").press("sau");
    page.text("status", |text| text.starts_with("Đã lưu"));
    let kept =
        "return Object.keys(localStorage).filter((key) => localStorage[key].includes('truoc sau')).length";
    assert!(browser.script(kept, json!([])).as_u64() > Some(0));
    browser.reload();
    assert_eq!(browser.page().field("Trích yếu").value(), "truoc sau");
}

pub fn a_quota_that_others_filled_is_said_and_what_was_typed_is_had_as_a_file(browser: &Browser) {
    draft(browser, "truoc ");
    // Without a history to make room of.
    let fill = "for (const key of Object.keys(localStorage)) if (key.includes('/history/')) localStorage.removeItem(key);
        for (let size = 1 << 22; size; size >>= 1)
            try { for (let n = 0; ; n++) localStorage.setItem('khac' + size + n, 'x'.repeat(size)); } catch {}";
    browser.script(fill, json!([]));
    let page = browser.page();
    page.field("Trích yếu").press(&"dai ".repeat(40));
    page.text("status", |text| text.starts_with("Chưa lưu. Bộ nhớ của trình duyệt đã đầy"));
    let file = browser.download(".kehoach.json", || page.click("Tải bản nháp"));
    assert!(std::fs::read_to_string(file).unwrap().contains("truoc dai dai"));
    let free = "for (const key of Object.keys(localStorage)) if (key.startsWith('khac')) localStorage.removeItem(key);
        dispatchEvent(new Event('blur'))";
    browser.script(free, json!([]));
    page.text("status", |text| text.starts_with("Đã lưu"));
}

pub fn a_draft_damaged_by_hand_comes_back_from_its_history_and_says_so(browser: &Browser) {
    draft(browser, "con nguyen");
    // A page that has kept nothing yet has no second copy at hand.
    browser.reload();
    browser.page().field("Trích yếu");
    let cut = "for (const key of Object.keys(localStorage)) if (key.includes('/draft/')) localStorage[key] = localStorage[key].slice(0, 300)";
    browser.script(cut, json!([]));
    forget_journal(browser);
    browser.reload();
    let page = browser.page();
    page.text("alert", |text| text.contains("đây là bản cuối cùng trong lịch sử"));
    assert_eq!(page.field("Trích yếu").value(), "con nguyen");
}

pub fn what_reached_no_disk_before_a_crash_is_there_at_the_next_start(browser: &Browser) {
    draft(browser, "mot");
    let before: Value = browser.script("return { ...localStorage }", json!([]));
    browser.page().field("Trích yếu").press(" hai");
    let kept = "return Object.keys(localStorage).some((key) => localStorage[key].includes('mot hai'))";
    assert!(
        crate::driving::until(|| browser.script(kept, json!([])).as_bool().filter(|kept| *kept)).is_some()
    );
    // As the disk would have it after a crash.
    browser.script("localStorage.clear(); Object.assign(localStorage, arguments[0])", json!([before]));
    browser.reload();
    assert_eq!(browser.page().field("Trích yếu").value(), "mot hai");
}

pub fn a_program_that_fails_leaves_a_page_with_the_draft(browser: &Browser) {
    draft(browser, "da luu");
    let page = browser.page();
    // The next thing that it draws makes the program fail; the annex, loaded meanwhile, draws on.
    let spoil = "const clone = Node.prototype.cloneNode;
        Node.prototype.cloneNode = function (deep) {
            const error = new Error('hỏng');
            if (error.stack.includes('/annex-')) return clone.call(this, deep);
            throw error;
        }";
    browser.script(spoil, json!([]));
    // What follows from the plan may be drawn first: then there is nothing left to be clicked.
    let step =
        "[...document.querySelectorAll('.step')].find(it => it.textContent.includes('Căn cứ'))?.click()";
    browser.script(step, json!([]));
    page.heading("Ứng dụng gặp lỗi và đã dừng lại");
    let file = browser.download(".kehoach.json", || page.one("link", "Tải bản nháp").click());
    assert!(std::fs::read_to_string(file).unwrap().contains("da luu"));
    assert!(!browser.complaints().is_empty(), "whoever reports it finds why");
    page.click("Mở lại ứng dụng");
    browser.page().go("Tên kế hoạch");
    assert_eq!(browser.page().field("Trích yếu").value(), "da luu");
}
