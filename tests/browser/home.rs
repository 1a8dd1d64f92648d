//! The drafts of this browser.

use crate::driving::{Browser, keys, until};

/// Waits until the list shows these drafts.
fn expect_drafts(browser: &Browser, expected: &[&str]) {
    let mut shown = Vec::new();
    let found = until(|| {
        // None at all while the page is loading.
        shown = browser.page().headings().into_iter().skip(1).collect();
        (shown == expected).then_some(())
    });
    assert!(found.is_some(), "the list shows {shown:?}, not {expected:?}");
}

fn write(browser: &Browser, subject: &str) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press(subject);
    page.go_home();
}

pub fn drafts_are_found_copied_removed_and_brought_back(browser: &Browser) {
    const NONE: &str = "Kế hoạch chưa có trích yếu";
    let page = browser.page();
    page.heading("Chưa có kế hoạch nào");
    for subject in ["Phòng, chống thiên tai", "Chuyển đổi số", ""] {
        write(browser, subject);
    }
    expect_drafts(browser, &[NONE, "Chuyển đổi số", "Phòng, chống thiên tai"]);

    let search = page.one("searchbox", "Tìm kế hoạch");
    search.press("phong, CHONG");
    expect_drafts(browser, &["Phòng, chống thiên tai"]);
    search.replace("không có");
    page.text("main", |text| text.contains("Không có kế hoạch nào khớp"));
    search.replace("đổi số");
    expect_drafts(browser, &["Chuyển đổi số"]);
    search.replace(&keys::BACKSPACE.to_string());

    page.inside("Chuyển đổi số").click("Nhân bản");
    expect_drafts(browser, &["Chuyển đổi số", NONE, "Chuyển đổi số", "Phòng, chống thiên tai"]);
    page.all("button", Some("Mở"))[0].click();
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press(" cấp xã");
    page.go_home();
    expect_drafts(browser, &["Chuyển đổi số cấp xã", NONE, "Chuyển đổi số", "Phòng, chống thiên tai"]);

    page.inside(NONE).click("Xóa");
    expect_drafts(browser, &["Chuyển đổi số cấp xã", "Chuyển đổi số", "Phòng, chống thiên tai"]);
    page.inside("alert").click("Hoàn tác");
    expect_drafts(browser, &["Chuyển đổi số cấp xã", NONE, "Chuyển đổi số", "Phòng, chống thiên tai"]);
    browser.reload();
    expect_drafts(browser, &["Chuyển đổi số cấp xã", NONE, "Chuyển đổi số", "Phòng, chống thiên tai"]);

    page.inside("Phòng, chống thiên tai").click("Mở");
    page.go("Tên kế hoạch");
    page.expect_values("Trích yếu", &["Phòng, chống thiên tai"]);
}
