//! Tables in the form.

use crate::driving::Browser;
use crate::readers::run;

pub fn a_table_is_typed_changed_brought_back_and_printed(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Nội dung, nhiệm vụ");
    page.inside("Mục II.").click("Thêm bảng");
    page.field("Hàng 1, cột 1").expect_focus();
    page.field("Hàng 1, cột 1").press("Chỉ tiêu <A & B>");
    page.field("Hàng 2, cột 3").press("95,5 %");
    page.click("Thêm hàng dưới hàng 3");
    assert_eq!(page.field("Hàng 4, cột 1").value(), "");
    page.click("Xóa cột 2");
    assert_eq!(page.field("Hàng 2, cột 2").value(), "95,5 %");
    page.inside("alert").click("Hoàn tác");
    page.expect_values("Hàng 2, cột 3", &["95,5 %"]);
    page.inside("Xem trước").text("group", |text| {
        let text = text.replace('\u{a0}', " ");
        text.contains("Chỉ tiêu <A & B>") && text.contains("95,5 %")
    });
    let word = browser.download(".docx", || page.click("Tải Word"));
    run("validate-docx", &word);
    let text = run("docx-text", &word);
    assert!(text.contains("Chỉ tiêu <A & B>") && text.contains("95,5"), "{text}");
    page.click("Xóa bảng");
    assert!(page.all("textbox", Some("Hàng 1, cột 1")).is_empty());
    page.inside("alert").click("Hoàn tác");
    page.expect_values("Hàng 1, cột 1", &["Chỉ tiêu <A & B>"]);
}
