//! The tasks as one table.

use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use crate::driving::keys::{self, ALT, CONTROL, DOWN, ENTER, LEFT, TAB, UP};
use crate::driving::{Browser, Place, until};
use crate::history::fits;
use crate::readers::run;

const ESCAPE: &str = "\u{E00C}";
const SHIFT: char = '\u{E008}';

/// A new plan at its table of tasks.
fn open(browser: &Browser) -> Place<'_> {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Nội dung, nhiệm vụ");
    page.click("Sửa nhanh bảng nhiệm vụ");
    page.heading("II. NỘI DUNG, NHIỆM VỤ");
    page
}

/// Begins the first task.
fn begin(browser: &Browser) -> Place<'_> {
    let page = open(browser);
    let add = page.all("button", Some("Thêm nhiệm vụ"));
    add[0].click();
    page.field("Nội dung 1").expect_focus();
    page
}

/// Pastes into the cell with the focus, as the clipboard has it.
fn paste(browser: &Browser, kind: &str, text: &str) {
    let script = "const data = new DataTransfer();
        data.setData(...arguments);
        document.activeElement.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
    browser.script(script, json!([kind, text]));
}

fn saved(page: &Place) {
    page.text("status", |text| text.contains("Đã lưu"));
}

pub fn tasks_are_written_by_keyboard_alone_and_stay(browser: &Browser) {
    let page = begin(browser);
    browser.press(&format!("Tuyên truyền{TAB}Văn phòng{TAB}{TAB}quý 3/2026{TAB}Báo cáo"));
    page.expect_values("Thời gian 1", &["quý III/2026"]);
    // Under the last row there is a new one.
    browser.press(&ENTER.to_string());
    page.field("Nội dung 2").expect_focus();
    browser.press(&format!("Tập huấn{TAB}"));
    browser.press(&keys::with(&[CONTROL], 'd'));
    page.expect_values("Chủ trì 2", &["Văn phòng"]);
    // One line more in the cell, and back up at the edge of the text.
    browser.press(&(keys::with(&[SHIFT], ENTER) + "Công an xã" + &keys::with(&[CONTROL], LEFT)));
    page.expect_values("Chủ trì 2", &["Văn phòng\nCông an xã"]);
    page.field("Nội dung 2").expect_focus();
    browser.press(&UP.to_string());
    page.field("Nội dung 1").expect_focus();
    browser.press(&keys::with(&[ALT], DOWN));
    page.expect_values("Nội dung 2", &["Tuyên truyền"]);
    page.field("Nội dung 2").expect_focus();
    browser.press(&keys::with(&[CONTROL], 'z'));
    page.expect_values("Nội dung 1", &["Tuyên truyền"]);
    page.field("Nội dung 1").expect_focus();
    browser.press(&(keys::with(&[CONTROL], ENTER) + "Ký cam kết"));
    page.expect_values("Nội dung 2", &["Ký cam kết"]);

    browser.press(ESCAPE);
    page.heading("Nội dung, nhiệm vụ");
    page.one("button", "Sửa nhanh bảng nhiệm vụ").expect_focus();
    page.inside("Mục II.").expect_values("Nội dung", &["Tuyên truyền", "Ký cam kết", "Tập huấn"]);
    page.inside("Mục II.").expect_values("Chủ trì", &["Văn phòng", "", "Văn phòng\nCông an xã"]);
    saved(&page);
    browser.reload();
    page.inside("Mục II.").expect_values("Thời gian", &["quý III/2026", "", ""]);
}

pub fn a_table_is_pasted_as_rows_in_one_step_that_is_taken_back(browser: &Browser) {
    let page = begin(browser);
    browser.press(&format!("Tuyên truyền{TAB}"));
    paste(browser, "text/plain", "Văn phòng\tCông an xã\t5.1.2026\nTrạm Y tế\t\tHàng tháng\n");
    page.text("alert", |text| text.contains("Đã dán 2 dòng, 3 cột."));
    page.expect_values("Thời gian 1", &["Ngày 05/01/2026"]);
    page.expect_values("Chủ trì 2", &["Trạm Y tế"]);
    page.expect_values("Thời gian 2", &["Hằng tháng"]);
    page.inside("alert").click("Hoàn tác");
    page.expect_values("Chủ trì 1", &[""]);
    assert!(page.all("textbox", Some("Chủ trì 2")).is_empty());

    // From Word, with the heads that say what is what.
    let html = "<html><body><table><tr><th>STT</th><th>Chủ trì</th><th>Nội dung công việc</th></tr>\
        <tr><td>1</td><td><p class=MsoNormal>Hội Nông dân xã</td><td>Tập huấn<br>kỹ thuật</td></tr></table>";
    page.field("Sản phẩm 1").click();
    paste(browser, "text/html", html);
    page.expect_values("Nội dung 1", &["Tập huấn\nkỹ thuật"]);
    page.expect_values("Chủ trì 1", &["Hội Nông dân xã"]);
}

pub fn the_table_is_copied_for_other_programs_and_comes_back(browser: &Browser) {
    let page = begin(browser);
    browser.press(&format!("Tuyên truyền{TAB}Văn phòng"));
    page.click("Chép bảng");
    page.text("status", |text| text.contains("Đã chép bảng"));
    page.field("Nội dung 1").click();
    browser.press(&keys::with(&[CONTROL], ENTER));
    browser.press(&keys::with(&[CONTROL], 'v'));
    page.text("alert", |text| text.contains("Đã dán 1 dòng, 2 cột."));
    page.expect_values("Nội dung 2", &["Tuyên truyền"]);
    page.expect_values("Chủ trì 2", &["Văn phòng"]);
}

pub fn bodies_and_deadlines_are_offered_and_a_wrong_day_is_said(browser: &Browser) {
    let page = begin(browser);
    browser.press(&format!("Tuyên truyền{TAB}cong an"));
    page.text("option", |text| text.contains("Công an xã"));
    browser.press(&format!("{DOWN}{ENTER}"));
    page.expect_values("Chủ trì 1", &["Công an xã"]);
    browser.press("; hoi nong");
    page.text("option", |text| text.contains("Hội Nông dân xã"));
    browser.press(ESCAPE);
    page.heading("Bảng nhiệm vụ");
    browser.press(&format!("{TAB}{TAB}thuong"));
    page.text("option", |text| text == "Thường xuyên");
    page.all("option", None)[0].click();
    page.expect_values("Thời gian 1", &["Thường xuyên"]);
    page.field("Thời gian 1").replace("31/4/2026");
    browser.press(&TAB.to_string());
    let said = until(|| {
        let script = "return document.querySelector('.tasks-fault').innerText";
        (browser.script(script, json!([])) == json!("Lịch không có thời gian này.")).then_some(())
    });
    assert!(said.is_some(), "nothing is said of the 31st of April");
    page.expect_values("Thời gian 1", &["31/4/2026"]);
}

pub fn tasks_move_to_another_section_and_go_and_come_back(browser: &Browser) {
    let page = begin(browser);
    browser.press(&format!("Tuyên truyền{ENTER}Tập huấn"));
    page.click("Chuyển, thêm ở dòng 1");
    page.choose("Chuyển đến mục", "III. TỔ CHỨC THỰC HIỆN");
    page.expect_values("Nội dung 2", &["Tuyên truyền"]);
    page.field("Nội dung 2").expect_focus();
    page.text("alert", |text| text.contains("Đã chuyển nhiệm vụ 1 đến “III. TỔ CHỨC THỰC HIỆN”."));
    page.click("Xóa nhiệm vụ 1");
    page.expect_values("Nội dung 1", &["Tuyên truyền"]);
    page.inside("alert").click("Hoàn tác");
    page.expect_values("Nội dung 1", &["Tập huấn"]);
    page.click("Xong");
    page.go("Tổ chức thực hiện");
    page.inside("Mục III.").expect_values("Chủ trì", &[""]);
}

pub fn tasks_are_printed_in_a_table_alone_and_in_the_text_again(browser: &Browser) {
    let page = begin(browser);
    browser.press(&format!("Tuyên truyền{TAB}Công an xã"));
    page.choose("In nhiệm vụ", "Trong bảng phụ lục");
    page.text("alert", |text| text.contains("In nhiệm vụ: trong bảng phụ lục."));
    let word = browser.download(".docx", || page.click("Tải Word"));
    run("validate-docx", &word);
    let text = run("docx-text", &word);
    assert!(text.contains("chi tiết tại Phụ lục kèm theo") && !text.contains("Đơn vị chủ trì"), "{text}");
    page.inside("alert").click("Đóng");
    page.choose("In nhiệm vụ", "Trong nội dung");
    let text = run("docx-text", &browser.download(".docx", || page.click("Tải Word")));
    assert!(text.contains("Đơn vị chủ trì: Công an xã") && !text.contains("Phụ lục"), "{text}");
}

pub fn letters_of_an_input_method_stay_in_the_table(browser: &Browser) {
    let page = begin(browser);
    let backspace = keys::BACKSPACE;
    browser.press(&format!("Nguye{backspace}ê"));
    sleep(Duration::from_millis(400));
    browser.press(&format!("{backspace}ễn Va"));
    page.expect_values("Nội dung 1", &["Nguyễn Va"]);
    saved(&page);
    for text in ["d", "di", "đi", "định"] {
        let caret = text.chars().count();
        let composition = json!({"text": text, "selectionStart": caret, "selectionEnd": caret});
        browser.chromium("Input.imeSetComposition", composition);
    }
    sleep(Duration::from_millis(400));
    page.expect_values("Nội dung 1", &["Nguyễn Vađịnh"]);
    browser.chromium("Input.insertText", json!({"text": "định"}));
    page.field("Nội dung 1").paste("Bi\u{300}nh");
    browser.press(&TAB.to_string());
    let value = page.field("Nội dung 1").value();
    assert!(value.ends_with("B\u{ec}nh"), "{value}");
}

pub fn on_a_phone_each_task_is_a_card_no_wider_than_the_screen(browser: &Browser) {
    let page = begin(browser);
    let rows: Vec<String> =
        (1..=5).map(|i| format!("Nhiệm vụ thứ {i}, dài hơn một dòng của màn hình\tVăn phòng")).collect();
    paste(browser, "text/plain", &rows.join("\n"));
    browser.resize(390, 844);
    page.expect_values("Chủ trì 5", &["Văn phòng"]);
    fits(browser);
    let small = "return [...document.querySelectorAll('.tasks :is(button, textarea, select, summary)')]
        .filter(it => it.checkVisibility() && it.getBoundingClientRect().height < 44).map(it => it.outerHTML)";
    assert_eq!(browser.script(small, json!([])), json!([]));
}
