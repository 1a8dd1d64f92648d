//! The second program of the app, loaded when it is needed.

use serde_json::json;

use crate::driving::Browser;

pub fn what_could_not_be_loaded_is_said_and_loaded_once_the_network_is_back(browser: &Browser) {
    let block = |addresses: &[&str]| {
        browser.chromium("Network.setBlockedURLs", json!({"urls": addresses}));
    };
    browser.chromium("Network.enable", json!({}));
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    for part in ["*/annex-*.js", "*/annex-*.wasm"] {
        block(&[part]);
        browser.reload();
        page.click("Tải Word");
        let said = page.text("alert", |text| text.contains("Chưa tải được"));
        assert!(said.contains("hãy kiểm tra mạng rồi bấm “Tải Word” lần nữa."), "{said}");
        assert!(said.contains("Kế hoạch vẫn được lưu trên máy này."), "{said}");
        block(&[]);
        browser.download(".docx", || page.click("Tải Word"));
        page.text("alert", |text| text.contains("Đã tải về tệp"));
    }
}

pub fn where_a_read_file_was_shown_is_home_after_a_reload(browser: &Browser) {
    browser.choose_file(&browser.file("ke-hoach.txt", "KẾ HOẠCH\nPhòng, chống hạn\n".as_bytes()));
    browser.page().heading("Xem lại kế hoạch vừa đọc");
    browser.reload();
    browser.page().heading("Kế hoạch của tôi");
}

pub fn a_word_file_asked_for_before_the_annex_is_there_is_announced_and_comes(browser: &Browser) {
    let slowly = |milliseconds: u32| {
        let network = json!({
            "offline": false, "latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        browser.chromium("Network.emulateNetworkConditions", network);
    };
    browser.chromium("Network.enable", json!({}));
    let page = browser.page();
    slowly(1_000);
    page.click("Soạn kế hoạch mới");
    browser.download(".docx", || {
        page.click("Tải Word");
        page.text("alert", |text| text.contains("Đang tạo tệp Word …"));
    });
    slowly(0);
}
