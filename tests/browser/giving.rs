//! How the user gets a file where a download is not the best way, or none.

use serde_json::json;

use crate::driving::{Browser, keys, until};

fn begin(browser: &Browser, subject: &str) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press(subject);
}

pub fn on_a_phone_a_file_is_sent_on_where_the_browser_takes_it(browser: &Browser) {
    // A phone that sends on what ends so, and whose user changes his mind the first time.
    let phone = "const matches = window.matchMedia;
        window.matchMedia = query => query.includes('pointer: coarse') ? { matches: true } : matches(query);
        window.sent = [];
        window.times = 0;
        navigator.canShare = ({ files }) => files.every(file => file.name.endsWith('.docx'));
        navigator.share = async ({ files: [file] }) => {
            if (window.times++ === 0) throw new DOMException('', 'AbortError');
            window.sent.push([file.name, file.type, file.size > 1000]);
        }";
    let script = browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": phone}));
    browser.reload();
    begin(browser, "phòng, chống hạn");
    let page = browser.page();
    page.click("Tải Word");
    let asked = || (browser.script("return window.times", json!([])) == json!(1)).then_some(());
    assert!(until(asked).is_some(), "the share sheet is there");
    assert!(!page.texts("alert").iter().any(|(_, text)| text.contains("tệp")), "nothing was done");
    page.click("Tải Word");
    page.text("alert", |text| text.contains("Đã chuyển tệp"));
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let sent = browser.script("return window.sent", json!([]));
    assert!(sent[0][0].as_str().is_some_and(|name| name.ends_with(".docx")), "{sent}");
    assert_eq!((&sent[0][1], &sent[0][2]), (&json!(word), &json!(true)));
    // What the share sheet does not take is a download.
    browser.download(".kehoach.json", || page.click("Tải bản nháp"));
    page.text("alert", |text| text.contains("Đã tải về tệp"));
    browser.chromium("Page.removeScriptToEvaluateOnNewDocument", script);
    browser.reload();
}

pub fn inside_another_app_one_is_told_what_to_do_and_takes_the_draft_along(browser: &Browser) {
    let call = |name: &str| {
        browser.chromium("Emulation.setUserAgentOverride", json!({"userAgent": name}));
        browser.reload();
    };
    call(
        "Mozilla/5.0 (Linux; Android 13; SM-A145F Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) \
         Version/4.0 Chrome/120.0.0.0 Mobile Safari/537.36 Zalo android/23110532 ZaloTheme/light",
    );
    let page = browser.page();
    let said = page.text("status", |text| text.contains("trong Zalo"));
    assert!(said.contains("“Mở bằng trình duyệt”"), "{said}");
    page.click("Đã hiểu");
    browser.reload();
    begin(browser, "phòng, chống hạn");
    page.click("Tải bản nháp");
    let said = page.text("alert", |text| text.contains("Không lưu được tệp khi mở trang trong Zalo"));
    assert!(said.contains("“Mở bằng trình duyệt”") && said.contains("“Dán văn bản”"), "{said}");
    page.click("Tải Word");
    page.text("alert", |text| text.contains("Không lưu được tệp"));
    page.go_home();
    assert!(!page.texts("status").iter().any(|(_, text)| text.contains("Zalo")), "it is said once");

    // In a browser, where no draft of that app is.
    call("");
    browser.begin();
    page.fold("Dán văn bản");
    page.field("Nội dung kế hoạch").press(&keys::with(&[keys::CONTROL], 'v'));
    page.click("Đọc văn bản");
    page.go("Tên kế hoạch");
    page.expect_values("Trích yếu", &["phòng, chống hạn"]);
}
