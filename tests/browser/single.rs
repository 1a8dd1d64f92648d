//! The app as one file, opened as by a double click: `KE_HOACH_SINGLE` names it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::driving::{Browser, Kind, STEPS};
use crate::{readers, security};

const NOTICE: &str = "Bản nháp nằm trong trình duyệt này, không nằm trong tệp ứng dụng.";

/// Opens the file in a browser that keeps nothing of it yet.
fn open(browser: &Browser) {
    open_file(browser, &file());
    browser.page().heading("Kế hoạch của tôi");
    browser.script("localStorage.clear(); indexedDB.deleteDatabase('ke-hoach')", json!([]));
    browser.reload();
    browser.page().heading("Kế hoạch của tôi");
}

fn file() -> PathBuf {
    std::env::var_os("KE_HOACH_SINGLE").expect("KE_HOACH_SINGLE names the app in one file").into()
}

fn open_file(browser: &Browser, file: &Path) {
    browser.open(&format!("file://{}", file.display()));
}

pub fn the_app_in_one_file_writes_a_plan_keeps_it_and_reads_word(browser: &Browser) {
    works(browser);
}

pub fn the_app_in_one_file_does_the_same_in_firefox(browser: &Browser) {
    works(&browser.beside(Kind::Firefox, "single"));
}

pub fn the_app_in_one_file_does_the_same_in_chrome_109_and_in_older_ones(browser: &Browser) {
    let browser = browser.beside(Kind::Chrome109, "single-109");
    browser.resize(1366, 768);
    works(&browser);
    // What browsers before it did not have: each has its plain replacement.
    let older =
        "for (const name of ['locks', 'storage', 'share', 'canShare']) delete Navigator.prototype[name];
        delete window.showSaveFilePicker;
        delete window.requestIdleCallback;";
    browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": older}));
    browser.reload();
    let has = "return [navigator.locks, navigator.storage, navigator.share, window.showSaveFilePicker].filter(Boolean).length";
    assert_eq!(browser.script(has, json!([])), json!(0));
    works(&browser);
    let complaints = browser.complaints();
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// The main job.
fn works(browser: &Browser) {
    open(browser);
    let page = browser.page();
    page.text("status", |text| text.contains(NOTICE));
    page.click("Đã hiểu");
    page.click("Soạn kế hoạch mới");
    page.field("Xã, phường, đặc khu").press("xã Lương Minh");
    page.go(STEPS[1]);
    page.field("Trích yếu").press("phòng, chống thiên tai");
    page.text("status", |text| text.starts_with("Đã lưu"));
    page.inside("Xem trước").text("group", |text| text.contains("phòng, chống thiên tai"));

    browser.reload();
    assert_eq!(page.field("Trích yếu").value(), "phòng, chống thiên tai");
    assert!(page.texts("status").iter().all(|(_, text)| !text.contains(NOTICE)), "it is said once");

    page.go(STEPS[7]);
    // What is found comes above the buttons and pushes them down: a person clicks where they stay.
    page.inside("Rà soát").text("status", |text| text.starts_with("Thấy ") || text.starts_with("Chưa thấy "));
    page.one("checkbox", "Kèm bản nháp trong tệp Word").click();
    let word = browser.download(".docx", || page.inside("Tải về").click("Tải Word"));
    readers::run("validate-docx", &word);
    assert!(readers::run("docx-text", &word).contains("phòng, chống thiên tai"));
    page.one("link", "Kế hoạch của tôi").click();
    page.one("button", "Mở tệp");
    browser.choose_file(&word);
    page.heading("Xem lại kế hoạch vừa đọc");
    page.click("Soạn tiếp");
    page.heading(STEPS[0]);
    page.go(STEPS[1]);
    assert_eq!(page.field("Trích yếu").value(), "phòng, chống thiên tai");

    // The page makes its workers itself, of its own text.
    let asked = "return performance.getEntriesByType('resource').map((it) => it.name).filter((it) => !it.startsWith('blob:'))";
    assert_eq!(browser.script(asked, json!([])), json!([]));
}

pub fn the_app_in_one_file_makes_pages_where_it_gets_no_worker(browser: &Browser) {
    let broken = "window.Worker = class extends Worker { constructor() { super('blob:null/none'); } }";
    for change in ["delete window.Worker", broken] {
        let added = browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": change}));
        open(browser);
        let page = browser.page();
        page.click("Soạn kế hoạch mới");
        page.inside("Xem trước").one("group", "Trang 1");
        let word = browser.download(".docx", || page.click("Tải Word"));
        readers::run("validate-docx", &word);
        browser
            .chromium("Page.removeScriptToEvaluateOnNewDocument", json!({"identifier": added["identifier"]}));
    }
    browser.complaints();
}

pub fn the_app_in_one_file_may_load_nothing(browser: &Browser) {
    open(browser);
    let policy = browser.script("return document.querySelector('meta[http-equiv]').content", json!([]));
    let policy = policy.as_str().expect("a policy");
    assert!(policy.contains(";connect-src 'none';"), "{policy}");
    assert!(!policy.contains("'self'"), "{policy}");
    security::expect_policy(browser);
    browser.page().heading("Kế hoạch của tôi");
}

pub fn a_file_that_is_cut_off_says_so(browser: &Browser) {
    let whole = fs::read(file()).expect("the file is there");
    for part in [whole.len() / 2, whole.len() - 2000] {
        let cut = browser.file("cat-doi.html", &whole[..part]);
        open_file(browser, &cut);
        browser.page().text("status", |text| text.contains("Chưa mở được ứng dụng. Hãy chép lại tệp"));
    }
    browser.complaints();
}
