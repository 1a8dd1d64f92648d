//! Everything as one file and back, room in the browser, and what was damaged.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};

use crate::driving::{Browser, Place, until};

const BACKUP: &str = "Sao lưu và khôi phục";
const ENDING: &str = ".kehoach-backup.json";
const OLD: &str = "Lưu bản nháp cũ thành tệp rồi xóa";

fn write(page: &Place, subject: &str) {
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press(subject);
    page.go_home();
}

/// Goes from home to the screen of backups.
fn go(page: &Place) {
    let link = || page.texts("link").iter().position(|(name, _)| name == BACKUP);
    page.all("link", None)[until(link).expect("a link")].click();
    page.heading(BACKUP);
}

/// Every text of the drafts themselves and their histories, by key; the index is made of them.
fn kept(browser: &Browser) -> Value {
    let script = "return Object.keys(localStorage).sort()
        .filter(key => /\\/(draft|history|choice)\\//.test(key)).map(key => [key, localStorage.getItem(key)])";
    browser.script(script, json!([]))
}

/// The drafts at home, in order.
fn expect_drafts(page: &Place, expected: &[&str]) {
    let mut shown: Vec<String> = Vec::new();
    let found = until(|| {
        shown = page.headings().into_iter().skip(1).collect();
        (shown == expected).then_some(())
    });
    assert!(found.is_some(), "the list shows {shown:?}, not {expected:?}");
}

fn radio(browser: &Browser, group: &str, label: &str) {
    let script = "const group = [...document.querySelectorAll('fieldset')]
            .find(it => it.querySelector('legend').innerText === arguments[0]);
        return [...group.querySelectorAll('label')].filter(it => it.innerText.trim() === arguments[1])";
    let labels = browser.elements(script, json!([group, label]));
    let [label] = labels.as_slice() else {
        panic!("{} choices “{label}” of “{group}”", labels.len())
    };
    browser.tell(label, "click", json!({}));
}

/// Fills the browser's room from outside up to this part of it.
fn fill(browser: &Browser, part: f64) {
    let script = "let used = 0;
        localStorage.removeItem('khac');
        for (const key of Object.keys(localStorage)) used += key.length + localStorage.getItem(key).length;
        localStorage.setItem('khac', 'x'.repeat(Math.ceil(arguments[0] * 5 * 1024 * 1024) - used - 4))";
    browser.script(script, json!([part]));
}

fn back_up(browser: &Browser, page: &Place) -> PathBuf {
    go(page);
    let file = browser.download(ENDING, || page.click("Sao lưu tất cả"));
    page.text("alert", |said| said.contains("Đã sao lưu"));
    file
}

pub fn drafts_come_back_from_a_backup_with_their_histories(browser: &Browser) {
    let page = browser.page();
    write(&page, "Phòng, chống thiên tai");
    write(&page, "Chuyển đổi số");
    page.all("button", Some("Mở"))[1].click();
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press(" năm 2026");
    page.go_home();
    expect_drafts(&page, &["Phòng, chống thiên tai năm 2026", "Chuyển đổi số"]);
    let before = kept(browser);
    let file = back_up(browser, &page);
    page.go_home();
    browser.begin();
    expect_drafts(&page, &["Chưa có kế hoạch nào"]);

    browser.choose_file(&file);
    page.text("region", |text| text.contains("Sẽ thêm 2 bản nháp"));
    page.click("Khôi phục");
    page.text("alert", |said| said.contains("Đã khôi phục 2 bản nháp."));
    page.go_home();
    expect_drafts(&page, &["Phòng, chống thiên tai năm 2026", "Chuyển đổi số"]);
    let after = kept(browser);
    // The copy before the last is a state in the history; all else is the same to the letter.
    let (before, after) = (before.as_array().expect("a list"), after.as_array().expect("a list"));
    assert!(after.iter().all(|text| before.contains(text)), "{before:#?} {after:#?}");
    let of = |texts: &[Value], part: &str| {
        texts.iter().filter(|text| text[0].as_str().is_some_and(|key| key.contains(part))).count()
    };
    assert_eq!(of(before, "history"), of(after, "history"));
    assert_eq!(of(after, "/draft/"), 2);
}

pub fn each_draft_that_differs_is_asked_for_and_nothing_is_lost(browser: &Browser) {
    let page = browser.page();
    for subject in ["Một", "Hai", "Ba"] {
        write(&page, subject);
    }
    let file = back_up(browser, &page);
    page.go_home();
    for _ in 0..3 {
        // The one that was changed goes to the top of the list.
        page.all("button", Some("Mở"))[2].click();
        page.go("Tên kế hoạch");
        page.field("Trích yếu").press(" đã sửa");
        page.go_home();
    }
    expect_drafts(&page, &["Ba đã sửa", "Hai đã sửa", "Một đã sửa"]);
    go(&page);
    browser.choose_file(&file);
    page.text("region", |text| {
        ["3 bản nháp có ở cả hai nơi và khác nhau", "Trong tệp: “Một”", "Ở đây: “Một đã sửa”"]
            .iter()
            .all(|part| text.contains(part))
    });
    radio(browser, "Một đã sửa", "Lấy bản trong tệp");
    radio(browser, "Hai đã sửa", "Giữ bản ở đây");
    page.click("Khôi phục");
    page.text("alert", |said| said.contains("Đã khôi phục 2 bản nháp."));
    page.go_home();
    expect_drafts(&page, &["Một", "Ba đã sửa", "Hai đã sửa", "Ba"]);
    let states = browser.script(
        "return Object.entries(localStorage).filter(([key]) => key.includes('/history/')).map(([, text]) => text).join()",
        json!([]),
    );
    assert!(states.as_str().is_some_and(|states| states.contains("Một đã sửa")), "it is in the history");
}

pub fn what_is_no_backup_is_said_where_one_is_asked_for(browser: &Browser) {
    let page = browser.page();
    write(&page, "Một");
    let file = fs::read_to_string(back_up(browser, &page)).expect("a text file");
    let newer = file.replacen(r#""format":1"#, r#""format":2"#, 1);
    let cut = &file[..file.floor_char_boundary(file.len() / 2)];
    for (name, content, reason) in [
        ("ke-hoach.txt", "xin chào", "không phải tệp sao lưu"),
        ("cat.kehoach-backup.json", cut, "bị hỏng (dòng 1"),
        ("moi.json", &newer, "phiên bản mới hơn"),
    ] {
        browser.choose_file(&browser.file(name, content.as_bytes()));
        page.text("alert", |said| said.contains(name) && said.contains(reason));
    }
    page.go_home();
    expect_drafts(&page, &["Một"]);
}

pub fn old_drafts_go_into_a_file_when_the_room_is_narrow_and_come_back(browser: &Browser) {
    let page = browser.page();
    for subject in ["Cũ nhất", "Cũ", "Mới"] {
        write(&page, subject);
    }
    fill(browser, 0.795);
    browser.reload();
    page.text("main", |text| text.contains("Đã dùng 79 %") && !text.contains("Bộ nhớ của trình duyệt"));
    fill(browser, 0.835);
    browser.reload();
    page.text("main", |text| {
        text.contains("Bộ nhớ của trình duyệt đã dùng 83 %: hãy lưu bản nháp cũ thành tệp rồi xóa.")
    });
    go(&page);
    // As much of it as there is is proposed, and never the last.
    let old = page.inside(OLD);
    let ticked = browser
        .script("return [...document.querySelectorAll('.old input')].map(it => it.checked)", json!([]));
    assert_eq!(ticked, json!([true, true, false]), "{:?}", old.texts("checkbox"));
    let before = kept(browser);
    let file = browser.download(ENDING, || page.click("Lưu thành tệp rồi xóa"));
    page.text("alert", |said| said.contains("Đã lưu 2 bản nháp vào tệp ke-hoach-cu-"));
    page.click("Hoàn tác");
    page.text("main", |text| text.contains("đang giữ 3 bản nháp"));
    assert_eq!(kept(browser), before);

    browser.download(ENDING, || page.click("Lưu thành tệp rồi xóa"));
    page.text("main", |text| text.contains("đang giữ 1 bản nháp"));
    page.go_home();
    expect_drafts(&page, &["Mới"]);
    browser.choose_file(&file);
    page.click("Khôi phục");
    page.go_home();
    expect_drafts(&page, &["Mới", "Cũ", "Cũ nhất"]);
}

pub fn a_damaged_text_is_given_as_it_lay_there_and_removed_with_a_way_back(browser: &Browser) {
    const DAMAGED: &str = r#"{"type":"ke-hoach-draft","plan":{"subject":"Một nửa"#;
    let page = browser.page();
    write(&page, "Một");
    browser.script("localStorage.setItem('ke-hoach/damaged/x/0', arguments[0])", json!([DAMAGED]));
    browser.reload();
    page.text("main", |text| text.contains("Có 1 bản hỏng được để riêng."));
    go(&page);
    let aside = page.inside("Bản hỏng được để riêng");
    let file = browser.download(".kehoach.json", || aside.click("Tải về"));
    assert_eq!(fs::read_to_string(file).expect("a text file"), DAMAGED);
    aside.click("Xóa");
    page.text("alert", |said| said.contains("Đã xóa “Bản hỏng 1”."));
    assert!(page.all("heading", Some("Bản hỏng được để riêng")).is_empty());
    page.click("Hoàn tác");
    page.inside("Bản hỏng được để riêng").one("button", "Xóa");
    // A draft of a newer version can be had as a file, too.
    let newer = r#"{"type":"ke-hoach-draft","format":9,"id":"moi","rev":1,"plan":{}}"#;
    browser.script("localStorage.setItem('ke-hoach/draft/moi/1', arguments[0])", json!([newer]));
    page.go_home();
    let row = page.inside("Bản nháp không đọc được");
    let file = browser.download(".kehoach.json", || row.click("Tải về"));
    assert_eq!(fs::read_to_string(file).expect("a text file"), newer);
    assert!(row.all("button", Some("Xóa")).is_empty());
}

pub fn a_long_list_is_shown_in_parts_and_searched_whole(browser: &Browser) {
    let page = browser.page();
    write(&page, "Mẫu");
    let copies = "const [key] = Object.keys(localStorage).filter(key => key.includes('/index/'));
        const id = key.split('/').pop();
        for (let i = 100; i < 170; i++) for (const [key, text] of Object.entries(localStorage))
            if (key.includes(id) && /draft|index/.test(key))
                localStorage.setItem(key.replace(id, 'ban-' + i), text.replaceAll(id, 'ban-' + i).replaceAll('Mẫu', 'Mẫu ' + i))";
    browser.script(copies, json!([]));
    browser.reload();
    page.one("button", "Xem thêm");
    assert!(until(|| (page.all("button", Some("Mở")).len() == 30).then_some(())).is_some());
    page.one("searchbox", "Tìm kế hoạch").press("mau 169");
    expect_drafts(&page, &["Mẫu 169"]);
    page.one("searchbox", "Tìm kế hoạch").replace(&crate::driving::keys::BACKSPACE.to_string());
    page.click("Xem thêm");
    page.click("Xem thêm");
    assert!(until(|| (page.all("button", Some("Mở")).len() == 71).then_some(())).is_some());
    assert!(page.all("button", Some("Xem thêm")).is_empty());
}

pub fn the_screen_of_backups_is_no_wider_than_a_phone(browser: &Browser) {
    let page = browser.page();
    write(&page, "Phòng, chống thiên tai và tìm kiếm cứu nạn trên địa bàn xã năm 2026");
    let file = back_up(browser, &page);
    page.go_home();
    page.click("Mở");
    page.go("Tên kế hoạch");
    page.field("Trích yếu").press(", đã sửa");
    browser.resize(390, 844);
    page.go_home();
    go(&page);
    browser.choose_file(&file);
    page.text("region", |text| text.contains("khác nhau"));
    page.fold(OLD);
    let wide = browser.script("return document.documentElement.scrollWidth", json!([]));
    assert!(wide.as_u64().is_some_and(|wide| wide <= 390), "{wide}");
}
