//! The states that a draft had.

use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

use crate::driving::{Browser, Place, until};
use crate::source::words;

const ESCAPE: &str = "\u{E00C}";

/// Types a subject in three goes, each of which is kept.
fn write(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    for words in ["Phòng, chống hạn", " và xâm nhập mặn", " năm 2026"] {
        page.field("Trích yếu").paste(words);
        // Longer than the app waits for another letter.
        sleep(Duration::from_millis(700));
        page.text("status", |text| text.starts_with("Đã lưu"));
    }
}

/// What the list says of the states, without their times, once there are so many.
fn states(page: &Place, count: usize) -> Vec<String> {
    let mut told = Vec::new();
    let found = until(|| {
        let said = page
            .texts("button")
            .into_iter()
            .map(|(_, text)| text.split_whitespace().collect::<Vec<_>>().join(" "));
        // A state's name begins with its time.
        told =
            said.filter(|text| text.get(2..3) == Some(":")).map(|text| text[5..].trim().to_owned()).collect();
        (told.len() == count).then_some(())
    });
    assert!(found.is_some(), "{told:?}");
    told
}

/// Chooses the state with these words.
fn choose(page: &Place, words: &str) {
    let at = until(|| page.texts("button").iter().position(|(_, text)| text.contains(words)));
    page.all("button", None)[at.expect("such a state")].click();
}

pub fn states_are_told_looked_at_compared_named_put_back_and_taken_back(browser: &Browser) {
    write(browser);
    let page = browser.page();
    page.click("Lịch sử");
    page.heading("Lịch sử");
    let told = states(&page, 4);
    assert!(told[0].starts_with("Bản hiện tại"), "{told:?}");
    assert!(told[0].ends_with("Sửa trích yếu: thêm “năm 2026”"), "{told:?}");
    assert_eq!(
        told[1..],
        ["Sửa trích yếu: thêm “và xâm nhập mặn”", "Điền trích yếu: “Phòng, chống hạn”", "Bản đầu tiên"]
    );

    choose(&page, "thêm “và xâm nhập mặn”");
    let shown = |wanted: fn(&str) -> bool| {
        page.inside("Xem trước").text("group", |text| wanted(&words(text).join(" ")));
    };
    shown(|text| text.contains("chống hạn và xâm nhập mặn") && !text.contains("mặn năm"));
    page.click("So sánh với bản hiện tại");
    expect_compared(browser, "và xâm nhập mặn", "năm 2026");
    page.click("So sánh với bản hiện tại");
    shown(|text| text.contains("chống hạn và xâm nhập mặn") && !text.contains("mặn năm"));

    page.click("Đặt tên");
    page.field("Tên của bản này").press("bản trình lãnh đạo");
    page.click("Lưu tên");
    let told = until(|| Some(states(&page, 4)).filter(|told| told[1].starts_with("bản trình lãnh đạo")));
    assert!(told.is_some(), "the list does not show the name");

    page.click("Khôi phục bản này");
    page.heading("Tên kế hoạch");
    page.expect_values("Trích yếu", &["Phòng, chống hạn và xâm nhập mặn"]);
    page.text("alert", |text| text.contains("Đã khôi phục bản lúc"));
    page.inside("alert").click("Hoàn tác");
    page.expect_values("Trích yếu", &["Phòng, chống hạn và xâm nhập mặn năm 2026"]);
    page.text("status", |text| text.starts_with("Đã lưu"));

    browser.reload();
    page.expect_values("Trích yếu", &["Phòng, chống hạn và xâm nhập mặn năm 2026"]);
    page.click("Lịch sử");
    let told = states(&page, 6);
    assert!(told[0].ends_with("Sửa trích yếu: thêm “năm 2026”"), "{told:?}");
    assert_eq!(told[1], "Sửa trích yếu: bớt “năm 2026”");
    assert!(told[3].starts_with("bản trình lãnh đạo"), "{told:?}");
    page.click("Soạn tiếp");
    page.heading("Tên kế hoạch");
}

pub fn the_history_is_left_by_escape_and_by_the_browsers_way_back(browser: &Browser) {
    browser.page().click("Soạn kế hoạch mới");
    let page = browser.page();
    page.go("Căn cứ");
    for leave in [
        |browser: &Browser| browser.press(ESCAPE),
        |browser: &Browser| {
            browser.script("history.back()", json!([]));
        },
    ] {
        page.click("Lịch sử");
        page.text("main", |text| text.contains("Chưa có bản nào khác bản hiện tại"));
        leave(browser);
        page.heading("Căn cứ");
    }
}

pub fn on_a_phone_a_state_stands_in_place_of_the_list(browser: &Browser) {
    write(browser);
    browser.resize(390, 844);
    let page = browser.page();
    page.click("Lịch sử");
    states(&page, 4);
    fits(browser);
    choose(&page, "thêm “và xâm nhập mặn”");
    page.one("button", "Khôi phục bản này");
    fits(browser);
    page.click("So sánh với bản hiện tại");
    expect_compared(browser, "và xâm nhập mặn", "năm 2026");
    page.click("Đặt tên");
    page.field("Tên của bản này");
    fits(browser);
    page.click("Về danh sách");
    states(&page, 4);
    let back = until(|| browser.focused().name().contains("thêm “và xâm nhập mặn”").then_some(()));
    assert!(back.is_some(), "“{}” has the focus, not the state", browser.focused().name());
}

/// Waits until only these words are marked as come, and those stand before them on the line.
fn expect_compared(browser: &Browser, before: &str, come: &str) {
    let script = "return [...document.querySelectorAll('.different')]
        .map(line => [line.innerText, [...line.querySelectorAll('ins')].map(it => it.innerText).join(), line.querySelector('del')])";
    let mut lines = Value::Null;
    let compared = until(|| {
        lines = browser.script(script, json!([]));
        let line = lines.as_array().filter(|lines| lines.len() == 1)?.first()?;
        let text = |value: &Value| words(value.as_str().unwrap_or_default()).join(" ");
        let same = text(&line[0]).contains(before) && text(&line[1]).ends_with(come) && line[2].is_null();
        same.then_some(())
    });
    assert!(compared.is_some(), "{lines:#}");
}

/// Nothing is wider than the screen.
pub fn fits(browser: &Browser) {
    let script = "return document.documentElement.scrollWidth - innerWidth";
    assert_eq!(browser.script(script, json!([])), json!(0), "something is wider than the screen");
}
