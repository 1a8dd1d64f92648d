//! Vietnamese as input methods type it. Unikey and EVKey send Backspace and the right letter;
//! macOS, Android and ibus compose a word before they give it.

use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use crate::driving::keys::{self, BACKSPACE};
use crate::driving::{Browser, Control, Place, until};

/// A field of one line and one of several.
fn fields(browser: &Browser, test: impl Fn(&Place, &Control)) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    for (step, name) in [("Cơ quan ban hành", "Địa danh"), ("Căn cứ", "Phần mở đầu")] {
        page.go(step);
        test(&page, &page.field(name));
    }
}

/// Long enough for the app to keep the draft and draw the page in the middle of a word.
fn pause(page: &Place) {
    sleep(Duration::from_millis(400));
    page.text("status", |text| text.starts_with("Đã lưu"));
}

/// Shows a word that is being composed.
fn compose(browser: &Browser, text: &str) {
    let caret = text.chars().count();
    let composition = json!({"text": text, "selectionStart": caret, "selectionEnd": caret});
    browser.chromium("Input.imeSetComposition", composition);
}

/// Gives the word that was composed.
fn give(browser: &Browser, text: &str) {
    browser.chromium("Input.insertText", json!({"text": text}));
}

/// A kind of field, and how to come to one from the page before.
type Kind = (&'static str, &'static str, fn(&Place));

fn link(page: &Place, name: &str) {
    let at = until(|| page.texts("link").iter().position(|(link, _)| link == name));
    page.all("link", None)[at.expect("a link")].click();
}

/// Every kind of field in which one writes, in the order in which one comes to them.
const KINDS: [Kind; 20] = [
    ("textbox", "Địa danh", |page| {
        page.click("Soạn kế hoạch mới");
        page.choose("Loại cơ quan", "Ủy ban nhân dân");
    }),
    ("textbox", "Cơ quan ban hành", |_| ()),
    ("textbox", "Tỉnh, thành phố", |_| ()),
    ("textbox", "Trích yếu", |page| page.go("Tên kế hoạch")),
    ("textbox", "Phần mở đầu", |page| page.go("Căn cứ")),
    ("textbox", "Căn cứ", |page| page.click("Thêm căn cứ")),
    ("textbox", "Nội dung (trích yếu)", |page| page.click("Sửa từng phần")),
    ("textbox", "Tên mục", |page| page.go("Nội dung, nhiệm vụ")),
    ("textbox", "Nội dung", |_| ()),
    ("textbox", "Hàng 1, cột 1", |page| page.inside("Mục II.").click("Thêm bảng")),
    ("searchbox", "Tìm mẫu câu", |page| page.inside("Mục II.").click("Mẫu câu")),
    ("textbox", "Nội dung 1", |page| {
        page.click("Sửa nhanh bảng nhiệm vụ");
        page.text("button", |names| names.contains("Thêm nhiệm vụ"));
        page.all("button", Some("Thêm nhiệm vụ"))[0].click();
    }),
    ("textbox", "Gửi", |page| {
        page.click("Xong");
        page.go("Nơi nhận, ký");
        page.click("Thêm nơi nhận");
    }),
    ("textbox", "Họ và tên", |_| ()),
    ("textbox", "Tên mẫu", |page| {
        page.go("Kiểm tra, xuất");
        page.click("Lưu thành mẫu");
    }),
    ("searchbox", "Tìm kế hoạch", |page| page.go_home()),
    ("textbox", "Tỉnh, thành phố", |page| link(page, "Danh bạ")),
    ("textbox", "Họ và tên", |_| ()),
    ("searchbox", "Tìm mẫu", |page| {
        page.go_home();
        link(page, "Mẫu kế hoạch");
    }),
    ("textbox", "Xã, phường, đặc khu", |page| {
        page.one("searchbox", "Tìm mẫu").replace("phan bien");
        let one = until(|| (page.all("button", Some("Xem mẫu")).len() == 1).then_some(()));
        one.expect("one template");
        page.click("Xem mẫu");
    }),
];

pub fn every_kind_of_field_takes_what_input_methods_send(browser: &Browser) {
    let page = browser.page();
    for (role, name, go) in KINDS {
        go(&page);
        let field = page.one(role, name);
        let expect = |expected: &str| assert_eq!(field.value(), expected, "“{name}”");
        let rest = || sleep(Duration::from_millis(400));
        field.replace(&BACKSPACE.to_string());
        // As Unikey: the letter is taken back and written anew.
        browser.press(&format!("Nguye{BACKSPACE}ê"));
        rest();
        browser.press(&format!("{BACKSPACE}ễn Va{BACKSPACE}ă"));
        expect("Nguyễn Vă");
        browser.press("n ");
        for word in ["d", "di", "đi", "đin", "đinh", "định"] {
            compose(browser, word);
            expect(&format!("Nguyễn Văn {word}"));
        }
        rest();
        expect("Nguyễn Văn định");
        give(browser, "Định");
        expect("Nguyễn Văn Định");
        field.expect_focus();
        browser.press(&BACKSPACE.to_string().repeat("Nguyễn Văn Định".chars().count() - 1));
        expect("N");
    }
}

pub fn a_field_of_a_number_takes_digits_whatever_an_input_method_sends(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    let day = page.field("Ngày");
    day.press(&format!("1{BACKSPACE}2"));
    assert_eq!(day.value(), "2");
    day.press(&format!("d{BACKSPACE}"));
    assert_eq!(day.value(), "", "the letter was not taken, so a digit is taken back");
    for text in ["2", "27"] {
        compose(browser, text);
    }
    give(browser, "27");
    assert_eq!(day.value(), "27");
}

pub fn letters_corrected_by_an_input_method_stay_as_typed(browser: &Browser) {
    fields(browser, |page, field| {
        // Nguyeenx Vawn, as it comes from the keyboard.
        field.press(&format!("Nguye{BACKSPACE}ê"));
        pause(page);
        field.press(&format!("{BACKSPACE}ễn Va"));
        assert_eq!(field.value(), "Nguyễn Va");
        field.press(&format!("{BACKSPACE}ăn"));
        pause(page);
        assert_eq!(field.value(), "Nguyễn Văn");

        // In the middle of the text: before the last word.
        field.press(&keys::LEFT.to_string().repeat(3));
        field.press(&format!("Thi{BACKSPACE}ị"));
        pause(page);
        field.press(" ");
        assert_eq!(field.value(), "Nguyễn Thị Văn");
        field.press(&format!("d{BACKSPACE}đ"));
        assert_eq!(field.value(), "Nguyễn Thị đVăn", "the caret stays where it was");
    });
}

pub fn composed_words_stay_as_typed(browser: &Browser) {
    let compose = |text: &str| compose(browser, text);
    let give = |text: &str| give(browser, text);
    fields(browser, |page, field| {
        field.press("Bình ");
        for word in ["d", "di", "đi", "đin", "đinh", "định"] {
            compose(word);
            assert_eq!(field.value(), format!("Bình {word}"));
        }
        pause(page);
        assert_eq!(field.value(), "Bình định", "while the word is not given yet");
        give("Định");
        compose("ho");
        compose("hoà");
        give("hòa");
        assert_eq!(field.value(), "Bình Địnhhòa");
        browser.press(&keys::TAB.to_string());
        assert_eq!(field.value(), "Bình Địnhhòa");
    });

    // The Enter that only takes a word begins no new row.
    let page = browser.page();
    page.click("Thêm căn cứ");
    let basis = page.field("Căn cứ");
    basis.expect_focus();
    compose("Luật");
    let enter = json!({"type": "rawKeyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229});
    browser.chromium("Input.dispatchKeyEvent", enter);
    give("Luật");
    page.expect_values("Căn cứ", &["Luật"]);
    basis.press(&keys::ENTER.to_string());
    page.expect_values("Căn cứ", &["Luật", ""]);
}

pub fn decomposed_letters_are_composed_when_the_field_is_left(browser: &Browser) {
    fields(browser, |page, field| {
        let (decomposed, composed) = ("Bi\u{300}nh \u{110}i\u{323}nh", "B\u{ec}nh \u{110}\u{1ecb}nh");
        field.paste(decomposed);
        pause(page);
        assert_eq!(field.value(), decomposed, "nothing is written while one types");
        browser.press(&keys::TAB.to_string());
        assert_eq!(field.value(), composed);
        page.text("status", |text| text.starts_with("Đã lưu"));
        browser.reload();
    });
    browser.page().expect_values("Phần mở đầu", &["B\u{ec}nh \u{110}\u{1ecb}nh"]);
}
