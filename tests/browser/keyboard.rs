//! The way through the form without a mouse.

use crate::driving::{Browser, STEPS, keys};
use crate::readers;

pub fn every_step_is_reached_by_keyboard_alone(browser: &Browser) {
    let enter = keys::ENTER.to_string();
    browser.tab_to("button", "Soạn kế hoạch mới").press(&enter);
    browser.page().heading(STEPS[0]);
    for step in &STEPS[1..] {
        browser.tab_to("button", "Tiếp tục").press(&enter);
        browser.page().one("heading", step).expect_focus();
    }
    browser.tab_to("button", "Quay lại").press(&enter);
    browser.page().one("heading", STEPS[6]).expect_focus();
    // The fields of a step may have the name of another.
    browser.tab_to("button", STEPS[1]).press(&enter);
    browser.page().one("heading", STEPS[1]).expect_focus();
}

pub fn a_plan_is_written_by_keyboard_alone(browser: &Browser) {
    let enter = keys::ENTER.to_string();
    let down = keys::DOWN.to_string();
    let page = browser.page();
    let next = |step: &str| {
        browser.tab_to("button", "Tiếp tục").press(&enter);
        page.one("heading", step).expect_focus();
    };
    browser.tab_to("button", "Soạn kế hoạch mới").press(&enter);
    page.one("heading", STEPS[0]).expect_focus();
    let kind = browser.tab_to("combobox", "Loại cơ quan");
    let at = kind.offers().iter().position(|offer| offer == "Ủy ban nhân dân").expect("it is offered");
    kind.press(&down.repeat(at));
    let commune = browser.tab_to("combobox", "Xã, phường, đặc khu");
    commune.press("luong minh");
    page.text("option", |text| text.contains("tỉnh Nghệ An"));
    // The first is marked by then.
    commune.press(&format!("{down}{enter}"));
    page.expect_values("Tỉnh, thành phố", &["tỉnh Nghệ An"]);
    next(STEPS[1]);
    browser.tab_to("textbox", "Trích yếu").press("phòng, chống thiên tai năm 2026");
    next(STEPS[2]);
    browser.tab_to("button", "Thêm căn cứ").press(&enter);
    page.field("Căn cứ").expect_focus();
    browser.press("Căn cứ Luật Phòng, chống thiên tai");
    let opening = "Ủy ban nhân dân xã ban hành Kế hoạch như sau:";
    browser.tab_to("textbox", "Phần mở đầu").press(opening);
    next(STEPS[3]);
    browser.tab_to("textbox", "Nội dung").press("Chủ động ứng phó.");
    next(STEPS[4]);
    browser.tab_to("button", "Mẫu câu").press(&enter);
    let panel = page.inside("Mẫu câu");
    panel.one("searchbox", "Tìm mẫu câu").expect_focus();
    browser.press(&format!("{down}{enter}"));
    page.field("Nội dung").expect_focus();
    let phrase = page.field("Nội dung").value();
    assert!(phrase.ends_with('.'), "{phrase}");
    next(STEPS[5]);
    browser.tab_to("textbox", "Nội dung").press("Các thôn thực hiện.");
    next(STEPS[6]);
    browser.tab_to("button", "Thêm nơi nhận thường dùng").press(&enter);
    browser.tab_to("combobox", "Họ và tên").press("Lô Văn An");
    next(STEPS[7]);
    page.text("main", |text| text.contains("Các phần bắt buộc đã có đủ."));
    let docx = browser.download(".docx", || {
        browser.tab_to("button", "Tải Word").press(&enter);
    });
    let text = readers::run("docx-text", &docx);
    for said in ["XÃ LƯỢNG MINH", "Luật Phòng, chống thiên tai", "Chủ động ứng phó.", "Lô Văn An"]
    {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}
