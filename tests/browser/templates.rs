//! Templates: found, looked at, used for a new plan and for one that has no text yet; a plan made one.

use std::fs;

use serde_json::{Value, json};

use crate::driving::{Browser, Place, until};

const LIST: &str = "Mẫu kế hoạch";

fn link(page: &Place, name: &str) {
    let at = || page.texts("link").iter().position(|(link, _)| link == name);
    page.all("link", None)[until(at).expect("a link")].click();
}

fn go(page: &Place) {
    link(page, LIST);
    page.heading(LIST);
}

/// The templates in the list, in order.
fn listed(browser: &Browser) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.templates h3')].map(it => it.innerText)";
    serde_json::from_value(browser.script(script, json!([]))).expect("names")
}

fn expect_listed(browser: &Browser, expected: &[&str]) {
    let found = until(|| (listed(browser) == expected).then_some(()));
    assert!(found.is_some(), "the list shows {:?}, not {expected:?}", listed(browser));
}

/// Waits until the pages have these words.
fn printed(page: &Place, words: &str) {
    let page = page.inside("Xem trước");
    page.text("group", |text| {
        let text = text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        text.contains(words)
    });
}

fn type_body(page: &Place) {
    page.choose("Loại cơ quan", "Ủy ban Mặt trận Tổ quốc Việt Nam");
    page.field("Tỉnh, thành phố").press("tỉnh Nghệ An");
    page.field("Xã, phường, đặc khu").press("xã Lương Minh");
}

/// Finds the one template of these words and looks at it.
fn look_at(page: &Place, words: &str, name: &str) {
    page.one("searchbox", "Tìm mẫu").press(words);
    page.text("main", |text| text.contains(name));
    let one = until(|| (page.all("button", Some("Xem mẫu")).len() == 1).then_some(()));
    assert!(one.is_some(), "more than one template of “{words}”");
    page.click("Xem mẫu");
    page.heading(name);
}

pub fn templates_are_found_without_marks_and_by_format(browser: &Browser) {
    let page = browser.page();
    go(&page);
    let all = until(|| Some(listed(browser)).filter(|all| all.len() >= 12)).expect("twelve templates");
    let search = page.one("searchbox", "Tìm mẫu");
    search.press("nguoi NGHEO");
    expect_listed(browser, &["Vận động Quỹ “Vì người nghèo”"]);
    search.replace("không có");
    page.text("main", |text| text.contains("Không có mẫu nào khớp"));
    search.replace("giám sát");
    page.choose("Thể thức", "Đảng");
    // What only other formats have is not shown.
    until(|| (!listed(browser).contains(&"Giám sát".to_owned())).then_some(()))
        .expect("only those of the Party");
    // The format is remembered.
    browser.reload();
    page.heading(LIST);
    assert_eq!(page.one("combobox", "Thể thức").value(), "party");
    let fewer = until(|| Some(listed(browser).len()).filter(|count| *count > 0)).expect("some");
    assert!(fewer < all.len());
}

pub fn a_template_used_is_a_plan_with_the_names_of_its_body(browser: &Browser) {
    let page = browser.page();
    go(&page);
    look_at(&page, "phan bien", "Phản biện xã hội");
    type_body(&page);
    printed(&page, "Ban Thường trực Ủy ban MTTQ Việt Nam xã Lương Minh ban hành Kế hoạch phản biện");
    page.click("Dùng mẫu này");
    page.heading("Cơ quan ban hành");
    page.expect_values("Xã, phường, đặc khu", &["xã Lương Minh"]);
    page.go("Tên kế hoạch");
    page.expect_values("Trích yếu", &["Phản biện xã hội đối với dự thảo [điền tên dự thảo văn bản]"]);
    page.go("Kiểm tra, xuất");
    // Only who signs it is not known.
    let missing = page.text("main", |text| text.contains("Còn thiếu"));
    assert!(
        missing.contains("Chưa có họ và tên người ký.") && !missing.contains("Chưa có căn cứ"),
        "{missing}"
    );
    let file = browser.download(".docx", || page.all("button", Some("Tải Word"))[0].click());
    assert!(fs::read(file).expect("a file").starts_with(b"PK"));
}

pub fn a_plan_without_text_takes_its_content_from_a_template_in_one_step(browser: &Browser) {
    const OFFER: &str = "Lấy nội dung từ mẫu";
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    type_body(&page);
    page.go("Tên kế hoạch");
    link(&page, OFFER);
    page.heading(LIST);
    look_at(&page, "ngay hoi", "Ngày hội Đại đoàn kết toàn dân tộc");
    page.click("Lấy nội dung này");
    page.heading("Tên kế hoạch");
    let year = browser.script("return new Date().getFullYear()", json!([]));
    let subject = format!("Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm {year}");
    page.expect_values("Trích yếu", &[subject.as_str()]);
    assert!(page.texts("link").iter().all(|(name, _)| name != OFFER), "offered though there is text");
    page.go("Cơ quan ban hành");
    page.expect_values("Xã, phường, đặc khu", &["xã Lương Minh"]);
    // What was said of it has gone with the step.
    page.click("Hoàn tác");
    page.go("Tên kế hoạch");
    page.expect_values("Trích yếu", &[""]);
    page.go("Cơ quan ban hành");
    page.expect_values("Xã, phường, đặc khu", &["xã Lương Minh"]);
}

pub fn names_that_were_not_known_are_filled_in_once_and_can_be_taken_back(browser: &Browser) {
    let page = browser.page();
    go(&page);
    look_at(&page, "phan bien", "Phản biện xã hội");
    page.click("Dùng mẫu này");
    page.heading("Cơ quan ban hành");
    printed(&page, "[tên cơ quan] ban hành Kế hoạch phản biện");
    type_body(&page);
    page.go("Tên kế hoạch");
    page.text("alert", |said| said.contains("Đã điền tên cơ quan"));
    printed(&page, "xã Lương Minh ban hành Kế hoạch phản biện");
    page.inside("alert").click("Hoàn tác");
    printed(&page, "[tên cơ quan] ban hành Kế hoạch phản biện");
    page.go("Cơ quan ban hành");
    page.expect_values("Xã, phường, đặc khu", &["xã Lương Minh"]);
}

pub fn a_plan_saved_as_a_template_is_a_file_and_in_the_list_until_it_is_removed(browser: &Browser) {
    const NAME: &str = "Trực ban mùa mưa bão";
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.choose("Loại cơ quan", "Ủy ban nhân dân");
    page.field("Xã, phường, đặc khu").press("xã Lương Minh");
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press("Trực ban trên địa bàn xã Lương Minh");
    page.go("Nơi nhận, ký");
    page.field("Họ và tên").press("Lô Văn An");
    page.go("Kiểm tra, xuất");
    page.click("Lưu thành mẫu");
    page.field("Tên mẫu").replace(NAME);
    let file = browser.download(".kehoach-mau.json", || page.click("Lưu mẫu"));
    let text = fs::read_to_string(&file).expect("a text file");
    let template: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(template["plan"]["subject"], "Trực ban trên địa bàn {xã}");
    assert!(!text.contains("Lô Văn An") && !text.contains("Lương Minh"), "{text}");

    page.go_home();
    go(&page);
    until(|| (listed(browser).first().map(String::as_str) == Some(NAME)).then_some(()))
        .expect("the own first");
    page.click("Xóa");
    until(|| (!listed(browser).contains(&NAME.to_owned())).then_some(())).expect("it to go");
    page.inside("alert").click("Hoàn tác");
    until(|| listed(browser).contains(&NAME.to_owned()).then_some(())).expect("it to come back");

    // Another commune opens the file.
    browser.begin();
    browser.page().heading("Chưa có kế hoạch nào");
    browser.choose_file(&file);
    page.heading(NAME);
    page.field("Xã, phường, đặc khu").press("xã Nậm Cắn");
    printed(&page, "Trực ban trên địa bàn xã Nậm Cắn");
    page.click("Về danh sách mẫu");
    page.heading(LIST);
    assert_eq!(listed(browser).first().map(String::as_str), Some(NAME));
    browser
        .choose_file(&browser.file("hong.kehoach-mau.json", br#"{"type":"ke-hoach-template","format":1}"#));
    page.text("alert", |said| said.contains("thiếu tên mẫu"));
}

pub fn the_example_is_looked_at_and_written_from(browser: &Browser) {
    let page = browser.page();
    link(&page, "Xem ví dụ");
    page.heading("Ví dụ");
    printed(&page, "TM. BAN THƯỜNG TRỰC");
    page.click("Soạn từ ví dụ này");
    page.heading("Cơ quan ban hành");
    page.go("Kiểm tra, xuất");
    page.text("main", |text| text.contains("Các phần bắt buộc đã có đủ."));
    page.go_home();
    page.heading("Tổ chức Ngày hội Đại đoàn kết toàn dân tộc năm 2026");
}

pub fn no_screen_of_templates_is_wider_than_a_phone(browser: &Browser) {
    const WIDTH: u32 = 390;
    browser.resize(WIDTH, 844);
    let page = browser.page();
    let expect_fits = |place: &str| {
        let width = browser.script("return document.documentElement.scrollWidth", json!([]));
        assert!(width.as_u64() <= Some(WIDTH.into()), "{place} is {width} wide");
    };
    go(&page);
    expect_fits("the list");
    look_at(&page, "tiep cong dan", "Tiếp công dân");
    expect_fits("a template");
    page.go_home();
    link(&page, "Xem ví dụ");
    page.heading("Ví dụ");
    expect_fits("the example");
}
