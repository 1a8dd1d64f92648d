//! What is chosen from lists: who signs, how the page is set, what only some plans carry.

use crate::driving::{Browser, Place, keys};

/// Waits until the pages read as wanted.
fn expect_page(page: &Place, wanted: impl Fn(&str) -> bool) {
    page.inside("Xem trước").text("group", |text| wanted(text));
}

/// A plan of a body of the commune, open at its first step.
fn begin(page: &Place, kind: &str) {
    page.click("Soạn kế hoạch mới");
    page.choose("Loại cơ quan", kind);
    page.field("Tỉnh, thành phố").press("tỉnh Nghệ An");
    page.field("Xã, phường, đặc khu").press("xã Lương Minh");
}

pub fn the_lines_of_the_signature_follow_who_signs(browser: &Browser) {
    let page = browser.page();
    begin(&page, "Ủy ban nhân dân");
    page.go("Nơi nhận, ký");
    assert_eq!(page.field("Quyền hạn").placeholder(), "TM. ỦY BAN NHÂN DÂN");
    assert_eq!(page.one("combobox", "Hình thức ký").offers().len(), 5);
    page.choose("Hình thức ký", "Cấp phó ký thay");
    assert_eq!(page.field("Quyền hạn").placeholder(), "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH");
    assert_eq!(page.field("Chức vụ").placeholder(), "PHÓ CHỦ TỊCH");
    expect_page(&page, |text| text.contains("KT. CHỦ TỊCH") && text.contains("PHÓ CHỦ TỊCH"));

    page.field("Người soạn thảo (viết tắt)").press("PL");
    page.field("Số bản").press("300");
    expect_page(&page, |text| text.contains("PL.(300)"));

    browser.reload();
    assert_eq!(page.one("combobox", "Hình thức ký").value(), "deputy");
    // The Party has no code for signing by written authority.
    page.go("Cơ quan ban hành");
    page.choose("Loại cơ quan", "Đảng ủy");
    page.go("Nơi nhận, ký");
    let offered = page.one("combobox", "Hình thức ký").offers();
    assert!(!offered.contains(&"Ký thừa ủy quyền".to_owned()), "{offered:?}");
    assert_eq!(page.field("Chức vụ").placeholder(), "PHÓ BÍ THƯ");
}

pub fn what_is_chosen_for_the_page_is_kept_and_goes_back_to_the_default(browser: &Browser) {
    const CHANGED: &str = "Tùy chọn trình bày: 1 chỗ khác mặc định";
    let page = browser.page();
    let tone = "Dấu thanh trong chữ do ứng dụng ghi";
    begin(&page, "Đảng ủy");
    expect_page(&page, |text| text.contains("ĐẢNG ỦY"));
    page.go("Kiểm tra, xuất");
    browser.tab_to("", "Tùy chọn trình bày").press(&keys::ENTER.to_string());
    assert_eq!(page.one("combobox", tone).offers(), ["ủy, hòa (mặc định)", "uỷ, hoà"]);
    assert!(page.all("combobox", Some("Lề trên")).is_empty(), "the Party settles its margins");
    assert!(page.all("button", Some("Về mặc định")).is_empty(), "nothing is changed yet");
    page.choose(tone, "uỷ, hoà");
    expect_page(&page, |text| text.contains("ĐẢNG UỶ"));
    page.text("main", |text| text.contains(CHANGED));

    browser.reload();
    expect_page(&page, |text| text.contains("ĐẢNG UỶ"));
    page.text("main", |text| text.contains(CHANGED));
    page.fold("Tùy chọn trình bày");
    // There and back by hand first: the list then holds more than its marks say.
    page.choose(tone, "ủy, hòa (mặc định)");
    page.text("main", |text| !text.contains(CHANGED));
    page.choose(tone, "uỷ, hoà");
    page.click("Về mặc định");
    expect_page(&page, |text| text.contains("ĐẢNG ỦY"));
    assert_eq!(page.one("combobox", tone).value(), "");

    page.inside("alert").click("Hoàn tác");
    expect_page(&page, |text| text.contains("ĐẢNG UỶ"));
    page.text("main", |text| text.contains(CHANGED));
    assert_eq!(page.one("combobox", tone).value(), "second");
}

pub fn a_new_plan_begins_with_what_was_last_chosen_in_its_family(browser: &Browser) {
    let page = browser.page();
    begin(&page, "Đảng ủy");
    page.go("Kiểm tra, xuất");
    page.fold("Tùy chọn trình bày");
    page.choose("Dấu thanh trong chữ do ứng dụng ghi", "uỷ, hoà");
    page.go_home();
    browser.reload();

    begin(&page, "Ủy ban nhân dân");
    expect_page(&page, |text| text.contains("ỦY BAN NHÂN DÂN"));
    page.choose("Loại cơ quan", "Đảng ủy");
    expect_page(&page, |text| text.contains("ĐẢNG UỶ"));
    page.choose("Loại cơ quan", "Ủy ban nhân dân");
    expect_page(&page, |text| text.contains("ỦY BAN NHÂN DÂN"));
}

pub fn marks_stand_on_the_page_and_are_said_on_the_closed_line(browser: &Browser) {
    let page = browser.page();
    begin(&page, "Ủy ban nhân dân");
    page.fold("Dấu chỉ và địa chỉ");
    page.choose("Mức độ khẩn", "Hỏa tốc");
    page.choose("Phạm vi lưu hành", "Lưu hành nội bộ");
    page.field("Dự thảo lần").press("2");
    page.field("Địa chỉ cơ quan").press("Thôn Minh Tiến; ĐT: 0238 123456");
    let shown = ["HỎA TỐC", "LƯU HÀNH NỘI BỘ", "Dự thảo lần 2", "Thôn Minh Tiến; ĐT: 0238 123456"];
    expect_page(&page, |text| shown.iter().all(|mark| text.contains(mark)));

    browser.reload();
    page.text("main", |text| text.contains("dự thảo lần 2, hỏa tốc, lưu hành nội bộ, địa chỉ"));
    page.fold("Dấu chỉ và địa chỉ");
    page.choose("Mức độ khẩn", "Không ghi");
    page.field("Dự thảo lần").replace("0");
    expect_page(&page, |text| !text.contains("HỎA TỐC") && !text.contains("Dự thảo"));
}
