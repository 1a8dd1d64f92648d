//! A whole plan through the form into Word, and what other programs read there.

use std::path::Path;

use serde_json::json;

use crate::driving::{Browser, Place, STEPS};
use crate::readers;
use crate::source::{Clause, Source, words};

pub fn a_plan_typed_step_by_step_is_in_the_word_file_word_for_word(browser: &Browser) {
    let source = Source::read();
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    issuer(&page, &source);
    next(&page, "Tên kế hoạch");
    page.field("Trích yếu").press(&source.subject());
    next(&page, "Căn cứ");
    page.field("Phần mở đầu").paste(source.opening());
    next(&page, "Mục đích, yêu cầu");
    section(&page, &source, 0);
    next(&page, "Nội dung, nhiệm vụ");
    section(&page, &source, 1);

    reload_loses_nothing(browser);

    next(&page, "Tổ chức thực hiện");
    section(&page, &source, 2);
    next(&page, "Nơi nhận, ký");
    recipients(&page, &source);
    next(&page, "Kiểm tra, xuất");
    page.heading("Còn thiếu");
    page.text("main", |text| text.contains("Các phần bắt buộc đã có đủ."));

    let docx = browser.download(".docx", || page.inside("Tải về").click("Tải Word"));
    let expected = source.words();
    for reader in ["docx-text", "libreoffice-text"] {
        assert_same_words(reader, &words(&readers::run(reader, &docx)), &expected);
    }
    readers::run("validate-docx", &docx);
    assert_nothing_was_requested(browser);

    if let Some(folder) = std::env::var_os("KE_HOACH_SHOTS") {
        pictures(browser, Path::new(&folder));
    }
}

/// What is typed stays on this machine: all that was ever loaded is the app itself, its second program
/// once the form stands.
fn assert_nothing_was_requested(browser: &Browser) {
    let script = "const folder = new URL('.', document.baseURI).href;
        return performance.getEntriesByType('resource')
        .filter(it => it.startTime > performance.timing.loadEventEnd - performance.timeOrigin + 1000)
        .map(it => it.name)
        .filter(name => !/^annex-[0-9a-f]{16}(\\.js|_bg\\.wasm)$/.test(name.slice(folder.length)))";
    assert_eq!(browser.script(script, json!([])), json!([]), "requests after loading");
}

/// A picture of every step and of home, on a laptop and on a phone.
fn pictures(browser: &Browser, folder: &Path) {
    std::fs::create_dir_all(folder).expect("KE_HOACH_SHOTS can be written");
    for (width, height) in [(1366, 768), (390, 844)] {
        browser.resize(width, height);
        let shoot = |name: &str| browser.screenshot(&folder.join(format!("{width}-{name}.png")));
        browser.page().go_home();
        shoot("home");
        browser.page().click("Mở");
        for (i, step) in STEPS.iter().enumerate() {
            browser.page().heading(step);
            shoot(&format!("step-{}", i + 1));
            if i + 1 < STEPS.len() {
                browser.page().click("Tiếp tục");
            }
        }
        if width < 800 {
            browser.page().click("Xem trang");
            shoot("page");
        }
    }
}

fn next(page: &Place, step: &str) {
    page.click("Tiếp tục");
    page.heading(step);
}

fn issuer(page: &Place, source: &Source) {
    page.choose("Loại cơ quan", "Đảng ủy");
    page.field("Cơ quan cấp trên").press(source.superior());
    page.field("Cơ quan ban hành").press(source.issuing());
    page.field("Số").press("80");
    page.field("Ký hiệu").press("KH/ĐUK");
    page.field("Địa danh").press("Bình Định");
    page.field("Ngày").press("27");
    page.field("Tháng").press("6");
    page.field("Năm").replace("2023");
}

/// Fills the section that the step has already: title, then one khoản after another.
fn section(page: &Place, source: &Source, at: usize) {
    let (title, clauses) = source.section(at);
    let section = page.inside(["Mục I.", "Mục II.", "Mục III."][at]);
    section.field("Tên mục").replace(&title);
    section.choose("Cấp", "1. Khoản");
    for (i, clause) in clauses.iter().enumerate() {
        if i > 0 {
            section.click("Thêm ý");
        }
        self::clause(&section.inside(&format!("ý {}.", i + 1)), clause);
    }
}

/// Types the title and the first paragraph, and pastes the others.
fn clause(item: &Place, clause: &Clause) {
    if let Some(title) = &clause.title {
        item.field("Tiêu đề (nếu có)").press(title);
    }
    let text = item.field("Nội dung");
    let (first, others) = clause.paragraphs.split_first().expect("a khoản has a paragraph");
    text.press(first);
    for paragraph in others {
        text.press("\n");
        text.paste(paragraph);
    }
}

fn recipients(page: &Place, source: &Source) {
    for (i, (name, note)) in source.recipients().iter().enumerate() {
        page.click("Thêm nơi nhận");
        page.last_field("Gửi", i + 1).press(name);
        page.last_field("Ghi chú", i + 1).press(note);
    }
    page.field("Dòng lưu").press(source.retention());
    page.field("Quyền hạn").press(source.authority());
    page.field("Chức vụ").press(source.signer_title());
    page.field("Họ và tên").press(source.signer());
}

/// Loads the page again in the middle of typing: right after the last key, before the app has
/// had its pause to keep anything.
fn reload_loses_nothing(browser: &Browser) {
    let page = browser.page();
    let steps = [0, 1, 2, 3, 4].map(|step| STEPS[step]);
    let contents = |step: &str| {
        page.go(step);
        page.contents()
    };
    let typed = steps.map(contents);
    page.inside("Mục II.").inside("ý 4.").field("Nội dung").press(" Phím cuối");
    browser.reload();

    page.text("status", |text| text.starts_with("Đã lưu"));
    let last = page.inside("Mục II.").inside("ý 4.").field("Nội dung");
    let text = last.value();
    let before = text.strip_suffix(" Phím cuối").expect("the last key before the reload is there");
    last.replace(before);
    for (step, typed) in steps.iter().zip(&typed) {
        assert_eq!(&contents(step), typed, "{step}");
    }
}

/// No word is missing, none is added, all are in order.
fn assert_same_words(reader: &str, found: &[String], expected: &[String]) {
    let same = found.iter().zip(expected).take_while(|(found, expected)| found == expected).count();
    let near = |words: &[String]| words[same.min(words.len())..].iter().take(12).cloned().collect::<Vec<_>>();
    assert!(
        found == expected,
        "{reader}: from word {same} on {:?}, not {:?} ({} words, not {})",
        near(found),
        near(expected),
        found.len(),
        expected.len(),
    );
}

pub fn a_plan_with_nothing_in_it_gives_a_valid_word_file_that_shows_what_is_missing(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.heading(STEPS[0]);
    let docx = browser.download(".docx", || page.click("Tải Word"));
    readers::run("validate-docx", &docx);
    let text = readers::run("docx-text", &docx);
    for place in ["(CƠ QUAN BAN HÀNH)", "(trích yếu)", "(nội dung)", "(họ và tên)"] {
        assert!(text.contains(place), "{place} is not in {text}");
    }
}
