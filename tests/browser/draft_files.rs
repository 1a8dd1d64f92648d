//! Drafts as files.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::driving::{Browser, Place, STEPS};

/// A plan with something in every step.
fn write(page: &Place) {
    page.click("Soạn kế hoạch mới");
    page.choose("Loại cơ quan", "Ủy ban nhân dân");
    page.field("Xã, phường, đặc khu").press("xã Lương Minh");
    page.field("Ngày").press("5");
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press("phòng, chống thiên tai\nnăm 2026");
    page.go("Căn cứ");
    page.click("Thêm căn cứ");
    page.field("Căn cứ").press("Luật Phòng, chống thiên tai");
    page.go("Nội dung, nhiệm vụ");
    page.inside("Mục II.").field("Nội dung").press("Trực ban “24/24” <&>");
    page.one("checkbox", "Giao nhiệm vụ").click();
    page.field("Chủ trì").press("Công an xã");
    page.click("Thêm phụ lục");
    page.field("Tên phụ lục").press("Bảng phân công");
    page.go("Nơi nhận, ký");
    page.click("Thêm nơi nhận");
    page.field("Gửi").press("Ủy ban nhân dân tỉnh");
    page.field("Ghi chú").press("b/c");
    page.field("Họ và tên").press("Nguyễn Văn An");
}

fn contents(page: &Place) -> Vec<Vec<(String, String)>> {
    let of = |step: &str| {
        page.go(step);
        page.contents()
    };
    STEPS.map(of).into()
}

fn read(file: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(file).expect("a text file")).expect("JSON")
}

pub fn a_draft_that_was_opened_is_taken_back_and_put_back(browser: &Browser) {
    let page = browser.page();
    let draft =
        r#"{"type":"ke-hoach-draft","format":1,"plan":{"format":"nd30","subject":"phòng, chống hạn"}}"#;
    browser.choose_file(&browser.file("han.kehoach.json", draft.as_bytes()));
    page.heading("Cơ quan ban hành");
    page.text("alert", |text| text.contains("Đã thêm một bản nháp mới."));
    page.inside("alert").click("Hoàn tác");
    page.heading("Chưa có kế hoạch nào");
    page.text("alert", |text| text.contains("Đã bỏ bản nháp vừa thêm."));
    page.inside("alert").click("Hoàn tác");
    page.heading("phòng, chống hạn");
}

pub fn a_draft_file_opens_as_an_equal_plan(browser: &Browser) {
    let page = browser.page();
    write(&page);
    let typed = contents(&page);
    let file = browser.download(".kehoach.json", || page.inside("Tải về").click("Tải bản nháp"));
    page.go_home();
    browser.choose_file(&file);
    page.heading(STEPS[0]);
    assert_eq!(contents(&page), typed);

    let again = browser.download(".kehoach.json", || page.inside("Tải về").click("Tải bản nháp"));
    let (first, second) = (read(&file), read(&again));
    assert_eq!(first["plan"], second["plan"]);
    assert_ne!(first["id"], second["id"], "it is a draft of its own");
    page.go_home();
    assert_eq!(page.all("button", Some("Mở")).len(), 2);
}

pub fn a_file_that_cannot_be_read_changes_nothing_and_says_why(browser: &Browser) {
    let page = browser.page();
    write(&page);
    page.go(STEPS[7]);
    let file = browser.download(".kehoach.json", || page.inside("Tải về").click("Tải bản nháp"));
    let draft = fs::read(&file).expect("a file");
    let mut newer = read(&file);
    newer["format"] = 99.into();
    page.go_home();
    let list = page.headings();
    let kept = browser.script("return JSON.stringify(localStorage)", serde_json::json!([]));

    for (name, content, reason) in [
        ("anh.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "Tệp là ảnh"),
        ("cu.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(80), "dạng Word cũ"),
        ("quet.pdf", b"%PDF-1.7 xref".to_vec(), "Tệp là PDF"),
        ("hong.docx", b"PK\x03\x04 khong phai".to_vec(), "Tệp Word"),
        ("danh-sach.json", b"{\"type\":\"khac\"}".to_vec(), "không phải bản nháp kế hoạch"),
        ("rong.kehoach.json", Vec::new(), "không có nội dung"),
        ("cat-doi.kehoach.json", draft[..draft.len() / 2].to_vec(), "bị hỏng"),
        ("moi-hon.kehoach.json", newer.to_string().into(), "phiên bản mới hơn"),
    ] {
        browser.choose_file(&browser.file(name, &content));
        let said = page.text("alert", |text| text.contains(name) && !text.contains("Đang đọc"));
        let sentence = said.lines().next().unwrap_or_default();
        let rest = sentence.strip_prefix(name).unwrap_or_default();
        assert!(rest.contains(reason) && rest.ends_with('.'), "{name}: {said}");
        assert!(!rest.trim_end_matches('.').contains(". "), "one sentence: {said}");
        assert_eq!(page.headings(), list);
        let now = browser.script("return JSON.stringify(localStorage)", serde_json::json!([]));
        assert_eq!(now, kept, "what is kept has changed by {name}");
    }
}

pub fn a_word_file_or_a_dropped_text_opens_as_a_plan_and_says_what_it_found_no_place_for(browser: &Browser) {
    let page = browser.page();
    write(&page);
    page.go(STEPS[6]);
    let typed = page.contents();
    page.go(STEPS[7]);
    page.one("checkbox", "Kèm bản nháp trong tệp Word").click();
    let word = browser.download(".docx", || page.inside("Tải về").click("Tải Word"));
    page.one("checkbox", "Kèm bản nháp trong tệp Word").click();
    page.go_home();
    browser.choose_file(&word);
    page.heading("Xem lại kế hoạch vừa đọc");
    page.click("Soạn tiếp");
    page.heading(STEPS[0]);
    page.go("Căn cứ");
    assert_eq!(page.field("Căn cứ").value(), "Căn cứ Luật Phòng, chống thiên tai.");
    page.go(STEPS[6]);
    assert_eq!(page.field("Gửi").value(), "Ủy ban nhân dân tỉnh");
    assert!(typed.contains(&("Họ và tên".into(), page.field("Họ và tên").value())));

    page.go_home();
    let text = "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH\nMật\n\nKẾ HOẠCH\nPhòng, chống hạn\n\nI. NỘI DUNG\n1. Nạo vét kênh.\n";
    let drop = "const data = new DataTransfer();
        data.items.add(new File([arguments[0]], 'han.txt'));
        const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true });
        return document.querySelector('main').dispatchEvent(event)";
    assert_eq!(
        browser.script(drop, serde_json::json!([text])),
        false,
        "the browser does not open the file itself"
    );
    page.heading("Chưa xếp vào đâu");
    page.click("Soạn tiếp");
    page.heading(STEPS[0]);
    page.go("Tên kế hoạch");
    page.fold("Chưa xếp vào đâu: 1 dòng");
    let (unplaced, subject) = (page.field("Dòng của tệp gốc"), page.field("Trích yếu"));
    assert_eq!((unplaced.value(), subject.value()), ("Mật".into(), "Phòng, chống hạn".into()));
}

pub fn a_draft_file_changed_by_others_opens_with_a_warning(browser: &Browser) {
    let page = browser.page();
    write(&page);
    page.go(STEPS[7]);
    let file = browser.download(".kehoach.json", || page.inside("Tải về").click("Tải bản nháp"));
    let changed = fs::read_to_string(&file).expect("a text file").replace("Nguyễn Văn An", "Nguyễn Văn Bình");
    page.go_home();
    browser.choose_file(&browser.file("sua.kehoach.json", changed.as_bytes()));
    page.heading(STEPS[0]);
    page.text("alert", |text| text.contains("đã bị sửa bên ngoài ứng dụng"));
    page.go("Nơi nhận, ký");
    page.expect_values("Họ và tên", &["Nguyễn Văn Bình"]);
}
