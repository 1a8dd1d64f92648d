//! A whole plan through the form into Word, and what other programs read there.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::driving::{Browser, Place};
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
        let text = tool(reader, &docx).unwrap_or_else(|error| panic!("{reader}: {error}"));
        assert_same_words(reader, &words(&text), &expected);
    }
    tool("validate-docx", &docx).unwrap_or_else(|error| panic!("not valid: {error}"));
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
    section.inside("ý").choose("Cấp", "1. Khoản");
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
    let steps = ["Cơ quan ban hành", "Tên kế hoạch", "Căn cứ", "Mục đích, yêu cầu", "Nội dung, nhiệm vụ"];
    let typed = steps.map(|step| contents(&page, step));
    page.inside("Mục II.").inside("ý 4.").field("Nội dung").press(" Phím cuối");
    browser.reload();

    page.text("status", |text| text.starts_with("Đã lưu"));
    let last = page.inside("Mục II.").inside("ý 4.").field("Nội dung");
    let text = last.value();
    let before = text.strip_suffix(" Phím cuối").expect("the last key before the reload is there");
    last.replace(before);
    for (step, typed) in steps.iter().zip(&typed) {
        assert_eq!(&contents(&page, step), typed, "{step}");
    }
}

/// What the fields of a step hold.
fn contents(page: &Place, step: &str) -> Vec<(String, String)> {
    page.inside("Các bước").click(step);
    page.heading(step);
    page.contents()
}

/// What one of the independent readers of Word files says; an error is what it complains of.
fn tool(name: &str, file: &Path) -> Result<String, String> {
    let tool = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tools").join(name);
    let output = Command::new(tool).arg(file).output().map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    match output.status.success() {
        true => Ok(text),
        false => Err(text + &String::from_utf8_lossy(&output.stderr)),
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
