//! Sentences that a part of the plan may begin with.

use serde_json::json;

use crate::driving::{Browser, Place, keys, until};

const DOCUMENT: &str = "Kế hoạch số 90-KH/TU ngày 16/01/2026 của Tỉnh ủy Nghệ An về phòng, chống thiên tai";

/// Begins a plan of a commune's People's Committee that carries out a document.
fn begin(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.choose("Loại cơ quan", "Ủy ban nhân dân");
    browser.script(
        "for (const [label, value] of [['Tỉnh, thành phố', 'tỉnh Nghệ An'], ['Xã, phường, đặc khu', 'xã Lương Minh']]) {
            const field = [...document.querySelectorAll('label')].find(it => it.textContent.trim() === label).control;
            field.value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));
        }",
        json!([]),
    );
    page.go("Tên kế hoạch");
    page.field("Trích yếu").paste("Phòng, chống thiên tai năm 2026");
    page.go("Căn cứ");
    page.click("Thêm căn cứ");
    page.last_field("Căn cứ", 1).paste(DOCUMENT);
}

/// The phrases that are shown.
fn shown(panel: &Place) -> Vec<String> {
    let said = panel.texts("button").into_iter().map(|(_, text)| text);
    said.filter(|text| text.ends_with(['.', ':'])).collect()
}

/// Waits until the first phrase begins with these words, and gives back its place among the buttons.
fn first(panel: &Place, words: &str) -> usize {
    let found = until(|| {
        shown(panel).first().is_some_and(|text| text.starts_with(words)).then_some(())?;
        panel.texts("button").iter().position(|(_, text)| text.starts_with(words))
    });
    found.unwrap_or_else(|| panic!("“{words}” is not the first of {:?}", shown(panel)))
}

fn selected(browser: &Browser) -> String {
    let script =
        "const it = document.activeElement; return it.value?.slice(it.selectionStart, it.selectionEnd) ?? ''";
    browser.script(script, json!([])).as_str().unwrap_or_default().to_owned()
}

pub fn a_phrase_is_found_without_marks_put_in_by_a_click_edited_and_taken_back(browser: &Browser) {
    begin(browser);
    let page = browser.page();
    page.go("Nội dung, nhiệm vụ");
    page.one("button", "Mẫu câu").click();
    let panel = page.inside("Mẫu câu");
    let search = panel.one("searchbox", "Tìm mẫu câu");
    search.expect_focus();
    assert!(panel.headings().contains(&"Tuyên truyền, vận động".to_owned()), "{:?}", panel.headings());
    assert!(shown(&panel).len() >= 10);

    search.press("pho bien can bo");
    let words = "Tổ chức quán triệt, phổ biến Kế hoạch số 90-KH/TU đến cán bộ";
    let at = first(&panel, words);
    panel.text("status", |text| text == "Thấy 1 câu");
    panel.all("button", None)[at].click();
    let text = "Tổ chức quán triệt, phổ biến Kế hoạch số 90-KH/TU đến cán bộ, đảng viên, công chức, viên chức và \
                Nhân dân trước ngày [điền ngày, tháng, năm].";
    page.expect_values("Nội dung", &[text]);
    page.text("alert", |text| text.contains("Đã chèn mẫu câu."));
    let field = page.field("Nội dung");
    field.expect_focus();
    assert!(
        until(|| (selected(browser) == "[điền ngày, tháng, năm]").then_some(())).is_some(),
        "{}",
        selected(browser)
    );
    browser.press("15/6/2026");
    let edited = text.replace("[điền ngày, tháng, năm]", "15/6/2026");
    page.expect_values("Nội dung", &[&edited]);
    page.text("status", |text| text.contains("Đã lưu"));

    // The panel is still there: another one goes behind it.
    search.replace("hien dat");
    let at = first(&panel, "Vận động Nhân dân hiến đất");
    panel.all("button", None)[at].click();
    let last = page.last_field("Nội dung", 2);
    last.expect_focus();
    assert!(last.value().starts_with("Vận động Nhân dân hiến đất"), "{}", last.value());
    page.inside("alert").click("Hoàn tác");
    page.expect_values("Nội dung", &[&edited]);
    panel.one("searchbox", "Tìm mẫu câu");
    page.click("Làm lại");
    page.last_field("Nội dung", 2);
    page.click("Hoàn tác");
    page.expect_values("Nội dung", &[&edited]);

    panel.click("Đóng");
    page.one("button", "Mẫu câu").expect_focus();
    assert_eq!(page.all("searchbox", None).len(), 0);
}

pub fn phrases_are_chosen_by_keyboard_alone(browser: &Browser) {
    begin(browser);
    let page = browser.page();
    page.go("Tổ chức thực hiện");
    let section = page.inside("Mục III.");
    section.inside("ý 1.").field("Nội dung").press("Một.");
    browser.press(&keys::with(&[keys::CONTROL], keys::ENTER));
    section.last_field("Nội dung", 2).press("Hai.");
    section.inside("ý 1.").field("Nội dung").press(" ");
    let (back, enter) = (keys::with(&[keys::ALT], 'm'), keys::ENTER.to_string());
    browser.press(&back);
    let panel = page.inside("Mẫu câu");
    panel.one("searchbox", "Tìm mẫu câu").expect_focus();
    browser.press("cong an");
    first(&panel, "Công an xã phối hợp với Ban Chỉ huy Quân sự xã");
    browser.press(&keys::DOWN.to_string());
    browser.press(&enter);
    let texts = || -> Vec<String> {
        let fields = section.texts("textbox").into_iter().filter(|(name, _)| name == "Nội dung");
        fields.map(|(_, text)| text.trim().to_owned()).collect()
    };
    let put = until(|| (texts().len() == 3).then(texts)).expect("three items");
    assert!(put[1].starts_with("Công an xã") && put[2] == "Hai.", "behind the item one wrote in: {put:?}");
    section.nth("textbox", "Nội dung", 3, 1).expect_focus();
    browser.press(" Xong.");
    let typed = until(|| texts()[1].ends_with("tổ chức thực hiện. Xong.").then_some(()));
    assert!(typed.is_some(), "{:?}", texts());

    browser.press(&back);
    panel.one("searchbox", "Tìm mẫu câu").expect_focus();
    browser.press(ESCAPE);
    page.one("heading", "Tổ chức thực hiện");
    section.one("button", "Mẫu câu").expect_focus();
    browser.press(&enter);
    panel.one("searchbox", "Tìm mẫu câu").expect_focus();
    // One who writes stays where he writes.
    section.inside("ý 1.").field("Nội dung").click();
    browser.press(ESCAPE);
    assert!(until(|| page.all("searchbox", None).is_empty().then_some(())).is_some());
    section.inside("ý 1.").field("Nội dung").expect_focus();
}

const ESCAPE: &str = "\u{E00C}";

pub fn opening_and_closing_are_made_of_phrases_that_name_body_and_document(browser: &Browser) {
    begin(browser);
    let page = browser.page();
    page.click("Mẫu câu");
    let panel = page.inside("Mẫu câu");
    let body = "Ủy ban nhân dân xã Lương Minh ban hành Kế hoạch phòng, chống thiên tai năm 2026";
    let at = first(&panel, "Để chủ động ứng phó với thiên tai");
    panel.all("button", None)[at].click();
    let opening = page.field("Phần mở đầu");
    opening.expect_focus();
    assert!(opening.value().contains(body), "{}", opening.value());
    // The document changes, and with it what is offered.
    page.field("Căn cứ").replace("Chỉ thị số 12-CT/TU ngày 02/02/2026 của Tỉnh ủy Nghệ An");
    page.text("status", |text| text.contains("Đã lưu"));
    panel.one("searchbox", "Tìm mẫu câu").press("dong bo");
    let at = first(&panel, "Để triển khai kịp thời, đồng bộ Chỉ thị số 12-CT/TU");
    panel.all("button", None)[at].click();
    let two = until(|| (opening.value().lines().count() == 2).then_some(()));
    assert!(two.is_some(), "a paragraph of its own: {}", opening.value());

    page.go("Tổ chức thực hiện");
    assert_eq!(page.all("searchbox", None).len(), 0, "another step");
    page.nth("button", "Mẫu câu", 2, 0).click();
    panel.text("heading", |text| text.contains("Phân công thực hiện"));
    page.nth("button", "Mẫu câu", 2, 1).click();
    panel.text("heading", |text| text.contains("Lời kết") && !text.contains("Phân công"));
    assert_eq!(page.all("searchbox", None).len(), 1, "one at a time");
    let at = first(&panel, "Trên đây là Kế hoạch phòng, chống thiên tai năm 2026; yêu cầu");
    panel.all("button", None)[at].click();
    page.field("Lời kết").expect_focus();
    let printed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    page.inside("Xem trước").text("group", |text| printed(text).contains("tổ chức thực hiện./."));
}

pub fn on_a_phone_phrases_stand_under_the_form(browser: &Browser) {
    begin(browser);
    let page = browser.page();
    page.go("Nội dung, nhiệm vụ");
    browser.resize(390, 844);
    page.click("Mẫu câu");
    let panel = page.inside("Mẫu câu");
    let at = first(&panel, "Rà soát khu vực");
    let script = "return document.documentElement.scrollWidth - innerWidth";
    assert_eq!(browser.script(script, json!([])), json!(0), "something is wider than the screen");
    panel.all("button", None)[at].click();
    page.field("Nội dung").expect_focus();
    let script = "const field = document.activeElement.getBoundingClientRect();
        return field.bottom <= document.querySelector('.phrases').getBoundingClientRect().top";
    let seen = until(|| (browser.script(script, json!([])) == json!(true)).then_some(()));
    assert!(seen.is_some(), "the phrases cover the field");
    assert_eq!(
        browser.script("return document.documentElement.scrollWidth - innerWidth", json!([])),
        json!(0)
    );
}
