//! Vietnamese as input methods type it. Unikey and EVKey send Backspace and the right letter;
//! macOS, Android and ibus compose a word before they give it.

use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use crate::driving::keys::{self, BACKSPACE};
use crate::driving::{Browser, Control, Place};

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
    let compose = |text: &str| {
        let caret = text.chars().count();
        let composition = json!({"text": text, "selectionStart": caret, "selectionEnd": caret});
        browser.chromium("Input.imeSetComposition", composition);
    };
    let give = |text: &str| browser.chromium("Input.insertText", json!({"text": text}));
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
