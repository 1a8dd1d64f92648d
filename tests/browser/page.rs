//! The page beside the form, and the form on a phone.

use serde_json::json;

use crate::driving::{Browser, Place, STEPS, until};
use crate::source::words;

/// The words on the pages of the preview, page after page.
fn pages(page: &Place) -> Vec<Vec<String>> {
    let sheets = page.inside("Xem trước").texts("group");
    for (i, (name, _)) in sheets.iter().enumerate() {
        assert_eq!(name, &format!("Trang {}", i + 1));
    }
    sheets.iter().map(|(_, text)| words(text)).collect()
}

/// Waits until the pages are as wanted.
fn expect_pages(page: &Place, wanted: impl Fn(&[Vec<String>]) -> bool) {
    let mut last = Vec::new();
    let shown = until(|| {
        last = pages(page);
        wanted(&last).then_some(())
    });
    assert!(shown.is_some(), "the pages read {last:#?}");
}

fn has(words: &[String], text: &str) -> bool {
    let text = crate::source::words(text);
    words.windows(text.len()).any(|part| part == text)
}

pub fn the_page_follows_what_is_typed(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    let subject = page.field("Trích yếu");
    subject.press("phòng, chống thiên tai");
    expect_pages(&page, |pages| pages.len() == 1 && has(&pages[0], "KẾ HOẠCH phòng chống thiên tai"));
    subject.press(" năm 2026");
    expect_pages(&page, |pages| has(&pages[0], "thiên tai năm 2026"));
    subject.replace("chuyển đổi số");
    expect_pages(&page, |pages| has(&pages[0], "chuyển đổi số") && !has(&pages[0], "thiên tai"));

    page.go("Mục đích, yêu cầu");
    let paragraphs: Vec<String> = (1..=60).map(|i| format!("Đoạn thứ {i} của kế hoạch.")).collect();
    let text = page.inside("Mục I.").field("Nội dung");
    text.paste(&paragraphs.join("\n"));
    let expected = words(&paragraphs.join(" "));
    expect_pages(&page, |pages| {
        // The second page begins with its number.
        let all: Vec<_> =
            pages.iter().enumerate().flat_map(|(i, page)| &page[usize::from(i > 0)..]).cloned().collect();
        pages.len() > 1 && all.windows(expected.len()).any(|part| part == expected)
    });
    text.replace("Một đoạn.");
    expect_pages(&page, |pages| pages.len() == 1);
}

pub fn without_a_worker_the_pages_are_made_all_the_same(browser: &Browser) {
    let none = "window.Worker = class { constructor() { throw new Error('none'); } }";
    // As in a browser that has workers, but none of modules.
    let fails = "window.Worker = class {
        constructor() { setTimeout(() => this.onerror(new Event('error'))); }
        postMessage() {}
        terminate() {}
    }";
    for source in [none, fails] {
        let script = browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": source}));
        browser.reload();
        let page = browser.page();
        page.click("Soạn kế hoạch mới");
        page.go("Tên kế hoạch");
        page.field("Trích yếu").press("phòng, chống hạn");
        expect_pages(&page, |pages| pages.len() == 1 && has(&pages[0], "KẾ HOẠCH phòng chống hạn"));
        page.go_home();
        browser.chromium("Page.removeScriptToEvaluateOnNewDocument", script);
    }
    browser.reload();
}

pub fn no_step_is_wider_than_a_phone(browser: &Browser) {
    const WIDTH: u32 = 390;
    browser.resize(WIDTH, 844);
    let page = browser.page();
    // Neither the page nor a part of it that scrolls by itself.
    let wide = "return [...document.querySelectorAll('html, body, body *')]
        .filter(it => it.scrollWidth > it.clientWidth && it.clientWidth > 0)
        .filter(it => it === document.documentElement || /auto|scroll/.test(getComputedStyle(it).overflowX))
        .filter(it => !it.matches('input, textarea, select'))
        .map(it => `${it.tagName} ${it.className}: ${it.scrollWidth} in ${it.clientWidth}`)";
    let expect_fits = |place: &str| {
        assert_eq!(browser.script(wide, json!([])), json!([]), "{place} scrolls sideways");
        let width = browser.script("return document.documentElement.scrollWidth", json!([]));
        assert!(width.as_u64() <= Some(WIDTH.into()), "{place} is {width} wide");
    };
    expect_fits("home");
    page.click("Soạn kế hoạch mới");
    for (i, step) in STEPS.iter().enumerate() {
        page.heading(step);
        // Rows are what is widest.
        match *step {
            "Cơ quan ban hành" => page.fold("Dấu chỉ và địa chỉ"),
            "Kiểm tra, xuất" => page.fold("Tùy chọn trình bày"),
            "Căn cứ" => page.click("Thêm căn cứ"),
            "Nội dung, nhiệm vụ" => {
                page.one("checkbox", "Giao nhiệm vụ").click();
                page.click("Thêm phụ lục");
                page.choose("Bảng nhiệm vụ", "Bảng điền riêng");
                page.click("Thêm dòng");
                page.one("group", "dòng 1");
            }
            "Nơi nhận, ký" => page.click("Thêm nơi nhận"),
            _ => {}
        }
        expect_fits(step);
        if i + 1 < STEPS.len() {
            page.click("Tiếp tục");
        }
    }
    page.click("Xem trang");
    page.inside("Xem trước").one("group", "Trang 1");
    expect_fits("the page");
    page.click("Soạn tiếp");
    page.heading("Kiểm tra, xuất");
}
