//! Rows that are added, moved, taken away and brought back.

use ke_hoach::draft::Draft;
use ke_hoach::plan::{FormatKey, Item, Level, Plan};
use serde_json::json;

use crate::driving::{Browser, keys, until};

pub fn rows_are_moved_taken_away_and_brought_back_by_their_buttons(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Căn cứ");
    for (i, text) in ["một", "hai", "ba"].iter().enumerate() {
        page.click("Thêm căn cứ");
        let row = page.last_field("Căn cứ", i + 1);
        row.expect_focus();
        row.press(text);
    }
    page.expect_values("Căn cứ", &["một", "hai", "ba"]);

    let up = page.one("button", "Chuyển lên căn cứ 3");
    up.click();
    page.expect_values("Căn cứ", &["một", "ba", "hai"]);
    up.expect_focus();
    assert_eq!(browser.focused().name(), "Chuyển lên căn cứ 2", "the button says where its row is now");
    let down = page.one("button", "Chuyển xuống căn cứ 1");
    down.click();
    page.expect_values("Căn cứ", &["ba", "một", "hai"]);
    down.expect_focus();

    page.click("Xóa căn cứ 2");
    page.expect_values("Căn cứ", &["ba", "hai"]);
    page.text("alert", |text| text.contains("Đã xóa căn cứ 2."));
    page.inside("alert").click("Hoàn tác");
    page.expect_values("Căn cứ", &["ba", "một", "hai"]);

    page.click("Xóa căn cứ 1");
    page.expect_values("Căn cứ", &["một", "hai"]);
    browser.script("document.activeElement.blur()", json!([]));
    browser.press(&keys::with(&[keys::CONTROL], 'z'));
    page.expect_values("Căn cứ", &["ba", "một", "hai"]);
    page.text("alert", |text| text.contains("Đã hoàn tác: xóa căn cứ 1."));
    page.click("Làm lại");
    page.expect_values("Căn cứ", &["một", "hai"]);
    page.text("alert", |text| text.contains("Đã làm lại: xóa căn cứ 1."));
    browser.script("document.querySelector('.tools button').focus()", json!([]));
    let title = || browser.script("return document.activeElement.title", json!([]));
    until(|| (title() == "Hoàn tác: xóa căn cứ 1").then_some(())).expect("it says what it takes back");

    browser.reload();
    page.expect_values("Căn cứ", &["một", "hai"]);
}

pub fn items_are_moved_by_keys_and_keep_the_focus(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Mục đích, yêu cầu");
    let section = page.inside("Mục I.");
    section.choose("Cấp", "1. Khoản");
    section.inside("ý 1.").field("Nội dung").press("một");
    for (i, text) in ["hai", "ba"].iter().enumerate() {
        browser.press(&keys::with(&[keys::CONTROL], keys::ENTER));
        let item = section.last_field("Nội dung", i + 2);
        item.expect_focus();
        item.press(text);
    }
    section.expect_values("Nội dung", &["một", "hai", "ba"]);

    let third = section.inside("ý 3.").field("Nội dung");
    for (key, order) in [
        (keys::UP, ["một", "ba", "hai"]),
        (keys::UP, ["ba", "một", "hai"]),
        (keys::UP, ["ba", "một", "hai"]),
        (keys::DOWN, ["một", "ba", "hai"]),
    ] {
        browser.press(&keys::with(&[keys::ALT], key));
        section.expect_values("Nội dung", &order);
        third.expect_focus();
    }
    browser.press(" rưỡi");
    section.expect_values("Nội dung", &["một", "ba rưỡi", "hai"]);

    section.click("Xóa ý 2.");
    section.expect_values("Nội dung", &["một", "hai"]);
    section.inside("ý 1.").field("Nội dung").press(&keys::with(&[keys::CONTROL], 'z'));
    section.expect_values("Nội dung", &["một", "ba rưỡi", "hai"]);
}

/// Rows of a long list stand in parts on the page, which nobody is to notice.
pub fn an_item_goes_on_with_its_focus_beyond_the_part_of_a_long_list_in_which_it_stood(browser: &Browser) {
    let page = browser.page();
    let mut plan = Plan::new(FormatKey::FRONT);
    let item = |i| Item { level: Level::Clause, text: format!("việc {i}"), ..Item::default() };
    plan.sections[1].items = (1..=25).map(item).collect();
    plan.repair_rows();
    let draft = Draft { plan: plan.into(), ..Draft::default() };
    browser.choose_file(&browser.file("dai.kehoach.json", draft.write().as_bytes()));
    page.heading("Cơ quan ban hành");
    page.go("Nội dung, nhiệm vụ");
    let section = page.inside("Mục II.");
    let moved = section.inside("ý 24.").field("Nội dung");
    moved.click();
    browser.press(&keys::END.to_string());
    for place in [25, 24, 25] {
        let key = if place == 25 { keys::DOWN } else { keys::UP };
        browser.press(&keys::with(&[keys::ALT], key));
        let now = || section.inside(&format!("ý {place}.")).field("Nội dung");
        until(|| (now().value() == "việc 24").then_some(())).expect("it moves");
        now().expect_focus();
    }
    browser.press(&format!("{} đã sửa", keys::END));
    until(|| (section.inside("ý 25.").field("Nội dung").value() == "việc 24 đã sửa").then_some(()))
        .expect("what is typed goes on");

    // Alone in its part, it leaves the focus to the one before.
    section.click("Xóa ý 25.");
    let around = || browser.script("return document.activeElement.closest('.item')?.ariaLabel", json!([]));
    until(|| (around() == "ý 24.").then_some(())).expect("the focus in the row before");
}

pub fn recipients_are_written_and_ordered_by_keyboard_alone(browser: &Browser) {
    let page = browser.page();
    browser.tab_to("button", "Soạn kế hoạch mới").press(&keys::ENTER.to_string());
    page.heading("Cơ quan ban hành");
    browser.tab_to("button", "Nơi nhận, ký").press(&keys::ENTER.to_string());
    page.heading("Nơi nhận, ký");

    browser.tab_to("button", "Thêm nơi nhận").press(&keys::ENTER.to_string());
    for (i, name) in ["Ban Thường vụ", "Các chi bộ", "Lưu trữ"].iter().enumerate() {
        if i > 0 {
            browser.press(&keys::ENTER.to_string());
        }
        page.last_field("Gửi", i + 1).expect_focus();
        browser.press(name);
    }
    browser.tab_to("textbox", "Ghi chú").press("b/c");
    page.expect_values("Ghi chú", &["", "", "b/c"]);
    browser.press(&keys::with(&[keys::ALT], keys::UP));
    page.expect_values("Gửi", &["Ban Thường vụ", "Lưu trữ", "Các chi bộ"]);
    assert_eq!(browser.focused().value(), "b/c");

    browser.tab_to("button", "Xóa nơi nhận 2").press(&keys::ENTER.to_string());
    page.expect_values("Gửi", &["Ban Thường vụ", "Các chi bộ"]);
    browser.press(&keys::with(&[keys::CONTROL], 'z'));
    page.expect_values("Gửi", &["Ban Thường vụ", "Lưu trữ", "Các chi bộ"]);
    page.expect_values("Ghi chú", &["", "b/c", ""]);
}

pub fn what_was_taken_away_is_not_offered_back_in_another_place(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Căn cứ");
    page.click("Thêm căn cứ");
    page.click("Xóa căn cứ 1");
    page.inside("alert").one("button", "Hoàn tác");
    page.go_home();
    assert_eq!(page.all("button", Some("Hoàn tác")).len(), 0);
}
