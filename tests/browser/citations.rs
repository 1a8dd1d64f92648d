//! Căn cứ taken apart, mentioned in the text, and changed everywhere at once.

use serde_json::json;

use crate::driving::{Browser, Place, keys};

const PLAN: &str =
    "Căn cứ Kế hoạch số 152/KH-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh Nghệ An về chuyển đổi số";

/// Pastes as a person does: the field hears of it before it has the text.
fn paste(browser: &Browser, text: &str) {
    browser.script(
        "const data = new DataTransfer();
         data.setData('text/plain', arguments[0]);
         document.activeElement.dispatchEvent(
           new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
         document.execCommand('insertText', false, arguments[0])",
        json!([text]),
    );
}

/// Waits until the pages say it.
fn expect(page: &Place, wanted: impl Fn(&str) -> bool) {
    page.inside("Xem trước").text("group", |text| wanted(&text.replace(['\u{a0}', '\n'], " ")));
}

pub fn a_pasted_sentence_is_taken_apart_and_can_be_changed_by_pieces(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Căn cứ");
    page.click("Thêm căn cứ");
    page.field("Căn cứ").expect_focus();
    paste(
        browser,
        "Kế hoạch số 90 - KH/TU, ngày 16/1/2023 của Tỉnh ủy Nam Định về thực hiện Nghị quyết số 27-NQ/TW;",
    );
    page.text("alert", |text| text.contains("Đã tách: Kế hoạch số 90-KH/TU."));
    let whole = "Căn cứ Kế hoạch số 90-KH/TU ngày 16/01/2023 của Tỉnh ủy Nam Định về thực hiện Nghị quyết số 27-NQ/TW";
    page.expect_values("Căn cứ", &[whole]);

    page.click("Sửa từng phần");
    page.field("Tên loại").expect_focus();
    for (piece, value) in [
        ("Tên loại", "Kế hoạch"),
        ("Số, ký hiệu", "90-KH/TU"),
        ("Ngày ban hành", "16/01/2023"),
        ("Cơ quan ban hành", "Tỉnh ủy Nam Định"),
        ("Nội dung (trích yếu)", "về thực hiện Nghị quyết số 27-NQ/TW"),
        ("Tên gọi tắt (nếu có)", ""),
    ] {
        page.expect_values(piece, &[value]);
    }
    page.field("Số, ký hiệu").replace("91-KH/TU");
    page.field("Tên gọi tắt (nếu có)").press("Kế hoạch 91");
    page.click("Xong");
    let changed = whole.replace("90-KH", "91-KH") + " (sau đây gọi tắt là Kế hoạch 91)";
    page.expect_values("Căn cứ", &[&changed]);
}

pub fn several_documents_pasted_at_once_become_rows_and_can_be_put_together_again(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Căn cứ");
    page.click("Thêm căn cứ");
    page.field("Căn cứ").expect_focus();
    let pasted = "Căn cứ Luật Đất đai; Luật Mặt trận Tổ quốc Việt Nam; Căn cứ tình hình thực tế.";
    paste(browser, pasted);
    page.expect_values(
        "Căn cứ",
        &["Căn cứ Luật Đất đai", "Căn cứ Luật Mặt trận Tổ quốc Việt Nam", "Căn cứ tình hình thực tế"],
    );
    page.inside("alert").click("Hoàn tác");
    page.expect_values("Căn cứ", &[pasted]);
}

pub fn a_change_of_a_document_changes_every_mention_and_the_first_is_in_full(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Căn cứ");
    page.click("Thêm căn cứ");
    page.field("Căn cứ").press(PLAN);
    page.click("Sửa từng phần");
    page.choose("Cách dùng", "Chỉ nhắc trong lời văn");
    page.click("Xong");

    page.go("Mục đích, yêu cầu");
    let section = page.inside("Mục I.");
    section.inside("ý 1.").field("Nội dung").press("Quán triệt");
    section.inside("ý 1.").click("Viện dẫn");
    section.inside("ý 1.").click("Kế hoạch số 152/KH-UBND");
    section.expect_values("Nội dung", &["Quán triệt [[Kế hoạch số 152/KH-UBND]]"]);
    section.inside("ý 1.").field("Nội dung").expect_focus();
    section.click("Thêm ý");
    section.last_field("Nội dung", 2).press("Tuyên truyền");
    section.inside("ý 2.").click("Viện dẫn");
    section.inside("ý 2.").click("Kế hoạch số 152/KH-UBND");
    let full = |number: &str| {
        format!("Kế hoạch số {number} ngày 05/02/2026 của Ủy ban nhân dân tỉnh Nghệ An về chuyển đổi số")
    };
    let says = |first: &str, second: &str, number: &str| {
        let (first, second) = (format!("{first} {}", full(number)), format!("{second} Kế hoạch số {number}"));
        expect(&page, move |text| text.contains(&first) && text.contains(&second) && !text.contains("[["));
    };
    says("Quán triệt", "Tuyên truyền", "152/KH-UBND");
    page.click("Chuyển lên ý 2.");
    says("Tuyên truyền", "Quán triệt", "152/KH-UBND");

    page.go("Căn cứ");
    page.field("Căn cứ").replace(&PLAN.replace("152", "153"));
    page.field("Phần mở đầu").press("Như sau:");
    says("Tuyên truyền", "Quán triệt", "153/KH-UBND");
    page.go("Mục đích, yêu cầu");
    let changed = "[[Kế hoạch số 153/KH-UBND]]";
    section
        .expect_values("Nội dung", &[&format!("Tuyên truyền {changed}"), &format!("Quán triệt {changed}")]);
}

pub fn subject_and_opening_follow_from_the_document_until_they_are_typed(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.choose("Loại cơ quan", "Ủy ban nhân dân");
    page.go("Căn cứ");
    page.click("Thêm căn cứ");
    page.field("Căn cứ").press(PLAN);
    expect(&page, |text| {
        text.contains("Ủy ban nhân dân ban hành Kế hoạch thực hiện Kế hoạch số 152/KH-UBND")
    });
    let opening = page.field("Phần mở đầu");
    assert!(opening.placeholder().starts_with("Ủy ban nhân dân ban hành Kế hoạch thực hiện"));
    page.go("Tên kế hoạch");
    let subject = page.field("Trích yếu");
    assert!(subject.placeholder().starts_with("Thực hiện Kế hoạch số 152/KH-UBND ngày 05/02/2026"));
    subject.press("chuyển đổi số");
    // It came with the first letter, and was gone once the page had followed.
    assert!(page.all("button", Some("Dùng mặc định")).is_empty(), "clearing the field brings it back");
    expect(&page, |text| text.contains("Ủy ban nhân dân ban hành Kế hoạch chuyển đổi số như sau:"));
    subject.replace(&keys::BACKSPACE.to_string());
    expect(&page, |text| text.contains("ban hành Kế hoạch thực hiện Kế hoạch số 152/KH-UBND"));
}
