//! What is not asked twice: units that are chosen by a few letters, the body and the signer of the
//! last plan, what follows from them.

use serde_json::json;

use crate::driving::keys::{self, BACKSPACE};
use crate::driving::{Browser, Control, Place, until};

const PROVINCE: &str = "Tỉnh, thành phố";
const COMMUNE: &str = "Xã, phường, đặc khu";
const BEGUN: &str = "Cơ quan như ở kế hoạch trước.";

/// Waits until a field holds this.
fn expect_value(field: &Control, expected: &str) {
    let held = until(|| (field.value() == expected).then_some(()));
    assert!(held.is_some(), "“{}” holds “{}”, not “{expected}”", field.name(), field.value());
}

/// Waits until this is suggested, the first first; nothing is no list.
fn expect_suggested(page: &Place, expected: &[&str]) {
    let mut shown: Vec<String> = Vec::new();
    let found = until(|| {
        shown = page.texts("option").into_iter().map(|(_, text)| text.replace('\n', ", ")).collect();
        (shown == expected).then_some(())
    });
    assert!(found.is_some(), "suggested is {shown:?}, not {expected:?}");
}

const LUONG_MINH: [&str; 2] = ["xã Lương Minh, tỉnh Quảng Ninh", "xã Lượng Minh, tỉnh Nghệ An"];

/// A finished first plan of a commune, signed by a deputy.
fn write_first(page: &Place) {
    page.click("Soạn kế hoạch mới");
    page.choose("Loại cơ quan", "Ủy ban nhân dân");
    page.field(COMMUNE).press("luong minh");
    expect_suggested(page, &LUONG_MINH);
    page.field(COMMUNE).press(&keys::ENTER.to_string());
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press("Trồng rừng năm 2026");
    page.go("Nơi nhận, ký");
    page.choose("Hình thức ký", "Cấp phó ký thay");
    page.field("Họ và tên").press("Lý Văn Hồng");
}

pub fn a_commune_is_found_by_a_few_letters_and_brings_its_province(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.choose("Loại cơ quan", "Ủy ban nhân dân");
    let (province, commune) = (page.field(PROVINCE), page.field(COMMUNE));
    commune.press("luong minh");
    expect_suggested(&page, &LUONG_MINH);
    commune.press(&keys::ENTER.to_string());
    expect_value(&commune, "xã Lương Minh");
    expect_value(&province, "tỉnh Quảng Ninh");
    expect_suggested(&page, &[]);
    assert_eq!(page.field("Địa danh").placeholder(), "Lương Minh");
    page.inside("Xem trước").text("group", |text| text.contains("XÃ LƯƠNG MINH"));

    // That of the province that stands there comes first, though another is spelt alike.
    province.replace("nghe an");
    expect_suggested(&page, &["tỉnh Nghệ An"]);
    page.one("option", "tỉnh Nghệ An").click();
    expect_value(&province, "tỉnh Nghệ An");
    commune.replace("luong minh");
    expect_suggested(&page, &[LUONG_MINH[1], LUONG_MINH[0]]);
    commune.press(&format!("{}{}", keys::DOWN, keys::ENTER));
    expect_value(&province, "tỉnh Quảng Ninh");
    page.text("alert", |text| text.contains("“Tỉnh, thành phố” đổi theo"));
    page.inside("alert").click("Hoàn tác");
    page.expect_values(PROVINCE, &["tỉnh Nghệ An"]);
    page.expect_values(COMMUNE, &["luong minh"]);
}

pub fn suggestions_go_by_escape_and_what_is_no_unit_stays_as_typed(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    let commune = page.field(COMMUNE);
    commune.press("luong");
    page.text("option", |text| text.contains("xã Lương Minh"));
    commune.press(&keys::ESCAPE.to_string());
    expect_suggested(&page, &[]);
    expect_value(&commune, "luong");
    commune.replace("Khu Kinh tế Vũng Áng");
    commune.press(&keys::TAB.to_string());
    expect_value(&commune, "Khu Kinh tế Vũng Áng");
    // All provinces for who has typed none.
    page.field(PROVINCE).press(&keys::DOWN.to_string());
    let all = until(|| Some(page.texts("option").len()).filter(|count| *count == 34));
    assert!(all.is_some(), "34 provinces are offered");
    // By names and roles as a reader of the screen is told.
    let script = "const field = document.activeElement, marked = field.getAttribute('aria-activedescendant');
        return [field.ariaExpanded, document.getElementById(field.getAttribute('aria-controls')).role,
            document.getElementById(marked).role, document.getElementById(marked).ariaSelected]";
    assert_eq!(browser.script(script, json!([])), json!(["true", "listbox", "option", "true"]));
}

pub fn input_methods_type_in_fields_with_suggestions_as_in_others(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    let commune = page.field(COMMUNE);
    commune.press(&format!("Lu{BACKSPACE}ưo{BACKSPACE}ơng"));
    expect_value(&commune, "Lương");
    page.text("option", |text| text.contains("xã Lương Minh"));
    for text in ["M", "Mi", "Min", "Minh"] {
        let caret = text.chars().count();
        let composition = json!({"text": text, "selectionStart": caret, "selectionEnd": caret});
        browser.chromium("Input.imeSetComposition", composition);
    }
    // This Enter only takes the word.
    let enter = json!({"type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229});
    browser.chromium("Input.dispatchKeyEvent", enter);
    expect_value(&commune, "LươngMinh");
    browser.chromium("Input.insertText", json!({"text": "Minh"}));
    commune.replace("Lương Minh");
    expect_suggested(&page, &LUONG_MINH);
    commune.press(&keys::ENTER.to_string());
    expect_value(&commune, "xã Lương Minh");
}

pub fn a_value_typed_over_what_follows_goes_back_to_it(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.choose("Loại cơ quan", "Ủy ban nhân dân");
    let symbol = page.field("Ký hiệu");
    assert!(page.all("button", Some("Dùng mặc định")).is_empty(), "nothing is typed over");
    symbol.press("KH-UB");
    page.click("Dùng mặc định");
    expect_value(&symbol, "");
    symbol.expect_focus();
    assert_eq!(symbol.placeholder(), "KH-UBND");
    page.text("status", |text| text.starts_with("Đã lưu"));
    symbol.press(&keys::with(&[keys::CONTROL], 'z'));
    page.expect_values("Ký hiệu", &["KH-UB"]);
}

pub fn usual_recipients_are_added_once_and_taken_back(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.choose("Loại cơ quan", "Chi bộ");
    page.go("Nơi nhận, ký");
    page.click("Thêm nơi nhận");
    page.last_field("Gửi", 1).press("Thường trực Đảng ủy xã");
    page.click("Thêm nơi nhận thường dùng");
    page.expect_values("Gửi", &["Thường trực Đảng ủy xã", "Đảng viên trong chi bộ"]);
    page.expect_values("Ghi chú", &["", "để thực hiện"]);
    page.inside("alert").click("Hoàn tác");
    page.expect_values("Gửi", &["Thường trực Đảng ủy xã"]);
    page.click("Thêm nơi nhận thường dùng");
    page.text("alert", |text| text.contains("Đã thêm 1 nơi nhận."));
    page.click("Thêm nơi nhận thường dùng");
    page.text("alert", |text| text.contains("Không còn nơi nhận thường dùng nào để thêm."));
}

pub fn the_next_plan_knows_whose_it_is_and_who_signs(browser: &Browser) {
    let page = browser.page();
    write_first(&page);
    let word = browser.download(".docx", || page.click("Tải Word"));
    assert!(word.ends_with("KH-UBND-trong-rung-nam-2026.docx"), "{}", word.display());
    page.go_home();

    page.click("Soạn kế hoạch mới");
    page.text("main", |text| text.contains(BEGUN));
    page.expect_values(COMMUNE, &["xã Lương Minh"]);
    page.expect_values(PROVINCE, &["tỉnh Quảng Ninh"]);
    assert_eq!(page.one("combobox", "Loại cơ quan").value(), "ubnd");
    page.click("Điền cơ quan khác");
    page.expect_values(COMMUNE, &[""]);
    page.text("main", |text| !text.contains(BEGUN));
    page.one("combobox", "Loại cơ quan").expect_focus();
    page.click("Hoàn tác");
    page.expect_values(COMMUNE, &["xã Lương Minh"]);

    page.go("Nơi nhận, ký");
    let signer = page.field("Họ và tên");
    assert_eq!(signer.value(), "", "who signs is offered, not taken for granted");
    signer.press("hong");
    expect_suggested(&page, &["Lý Văn Hồng, PHÓ CHỦ TỊCH"]);
    signer.press(&keys::ENTER.to_string());
    expect_value(&signer, "Lý Văn Hồng");
    assert_eq!(page.one("combobox", "Hình thức ký").value(), "deputy");
    page.inside("Xem trước")
        .text("group", |text| text.contains("KT. CHỦ TỊCH") && text.contains("Lý Văn Hồng"));
}

pub fn the_directory_is_looked_at_corrected_and_thinned(browser: &Browser) {
    let page = browser.page();
    write_first(&page);
    page.go_home();
    page.one("link", "Danh bạ").click();
    page.heading("Danh bạ");
    let entry = page.inside("Ủy ban nhân dân xã Lương Minh");
    expect_value(&entry.field("Họ và tên"), "Lý Văn Hồng");
    entry.field("Họ và tên").replace(&format!("Lý Thị Hồng{}", keys::TAB));
    entry.click("Xóa Lý Thị Hồng");
    page.text("alert", |text| text.contains("Đã xóa “Lý Thị Hồng” khỏi danh bạ."));
    page.inside("alert").click("Hoàn tác");
    expect_value(&entry.field("Họ và tên"), "Lý Thị Hồng");
    entry.field(COMMUNE).replace("luong minh nghe an");
    expect_suggested(&page, &[LUONG_MINH[1]]);
    entry.field(COMMUNE).press(&keys::ENTER.to_string());
    let renamed = page.inside("Ủy ban nhân dân xã Lượng Minh");
    expect_value(&renamed.field(PROVINCE), "tỉnh Nghệ An");

    browser.resize(390, 844);
    let wide = browser.script("return document.documentElement.scrollWidth", json!([]));
    assert!(wide.as_u64().is_some_and(|wide| wide <= 390), "{wide}");
    browser.resize(1366, 768);
    page.go_home();
    page.click("Soạn kế hoạch mới");
    page.expect_values(COMMUNE, &["xã Lượng Minh"]);
    page.go_home();

    page.one("link", "Danh bạ").click();
    page.inside("Ủy ban nhân dân xã Lượng Minh").click("Xóa cơ quan");
    page.text("main", |text| text.contains("Chưa có cơ quan nào trong danh bạ."));
    page.go_home();
    page.click("Soạn kế hoạch mới");
    page.heading("Cơ quan ban hành");
    page.expect_values(COMMUNE, &[""]);
    assert_eq!(page.one("combobox", "Loại cơ quan").value(), "");
}
