//! A plan of the user's own body, made after the superior's.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::driving::{Browser, Place, STEPS, keys};

const SCREEN: &str = "Từ kế hoạch cấp trên";

const TASKS: &str = "Nhiệm vụ nhận từ cấp trên";

const NAMES: &str = "Đổi tên theo cấp mình";

const OWN_DEADLINE: &str = "Thời hạn của cơ quan mình";

/// A made-up plan of a province.
const NGHE_AN: &str = "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 152/KH-UBND\nNghệ An, ngày 05 tháng 02 năm 2026\n\
    KẾ HOẠCH\nChuyển đổi số\nI. NỘI DUNG\n\
    1. Sở Nội vụ tập huấn cho cán bộ.\n\
    2. Ủy ban nhân dân cấp xã xóa điểm lõm sóng trên địa bàn tỉnh; xong trước ngày 30/7/2026.\n";

/// The task of [`NGHE_AN`] that concerns communes.
const OURS: &str = "Ủy ban nhân dân cấp xã xóa điểm lõm sóng trên địa bàn tỉnh; xong trước ngày 30/7/2026.";

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans").join(name)
}

/// Chooses a file as after the button of this way in: the browser's own dialog cannot be driven.
fn choose(browser: &Browser, file: &Path) {
    browser.script(
        "HTMLInputElement.prototype.click = () => {};
        [...document.querySelectorAll('button')].find((button) => button.textContent === arguments[0]).click()",
        json!([SCREEN]),
    );
    browser.choose_file(file);
    browser.page().heading(SCREEN);
}

/// Says whose plan it is.
fn whose(page: &Place, kind: &str, province: &str, commune: &str) {
    page.choose("Loại cơ quan", kind);
    for (field, text) in [("Tỉnh, thành phố", province), ("Xã, phường, đặc khu", commune)] {
        page.field(field).replace(text);
        page.field(field).press(&keys::TAB.to_string());
    }
}

/// Waits until the page on the right has, or has not, these words.
fn printed(page: &Place, words: &str, there: bool) {
    let page = page.inside("Xem trước");
    page.text("group", |text| {
        let text = text.replace('\u{a0}', " ").split_whitespace().collect::<Vec<_>>().join(" ");
        text.contains(words) == there
    });
}

/// Waits until the screen says this.
fn said(page: &Place, words: &str) {
    page.text("main", |text| text.contains(words));
}

/// Which boxes of a part are ticked, in order.
fn ticked(browser: &Browser, part: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll('section')]
        .filter(it => nameOf(it) === arguments[0])
        .flatMap(it => [...it.querySelectorAll('input[type=checkbox]:checked')])
        .map(it => nameOf(it))";
    serde_json::from_value(browser.look(script, json!([part]))).expect("names")
}

pub fn a_plan_is_made_after_the_superiors_and_the_next_one_knows_whose_it_is(browser: &Browser) {
    let page = browser.page();
    let file = sample("mttq-tinh-nam-dinh-nq27.txt");
    choose(browser, &file);
    whose(&page, "Ủy ban Mặt trận Tổ quốc Việt Nam", "tỉnh Nam Định", "xã Giao Thủy");
    printed(&page, "Căn cứ Kế hoạch số 90/KH-MT-BTT ngày 22/3/2023 của Ban Thường trực", true);
    printed(&page, "XÃ GIAO THỦY", true);
    let chosen = ticked(browser, TASKS);
    assert!(!chosen.is_empty(), "what concerns the commune is chosen already");
    said(&page, &format!("Đã chọn {} trong ", chosen.len()));

    page.click("Bỏ chọn tất cả");
    said(&page, "Đã chọn 0 trong ");
    assert_eq!(ticked(browser, TASKS), [""; 0]);
    printed(&page, "Thời gian thực hiện", false);
    page.click("Hoàn tác");
    said(&page, &format!("Đã chọn {} trong ", chosen.len()));
    assert_eq!(ticked(browser, TASKS), chosen);

    page.click("Soạn tiếp");
    page.heading(STEPS[0]);
    assert_eq!(page.field("Xã, phường, đặc khu").value(), "xã Giao Thủy");
    assert_eq!(page.field("Số").value(), "", "the number is the superior's");
    page.go("Căn cứ");
    assert!(page.field("Căn cứ").value().starts_with("Căn cứ Kế hoạch số 90/KH-MT-BTT ngày 22/3/2023"));
    page.go(STEPS[7]);
    let draft = browser.download(".kehoach.json", || page.inside("Tải về").click("Tải bản nháp"));
    page.go_home();
    assert_eq!(page.all("button", Some("Mở")).len(), 1, "it is kept");

    choose(browser, &draft);
    said(&page, "Phần đầu của văn bản không cho biết: số");
    page.go_home();
    choose(browser, &file);
    assert_eq!(page.field("Xã, phường, đặc khu").value(), "xã Giao Thủy");
    page.fold("Xem lại văn bản đã đọc");
    page.heading("Từng dòng của tệp");
}

pub fn tasks_and_names_go_in_as_they_are_ticked_and_a_late_deadline_is_marked(browser: &Browser) {
    let page = browser.page();
    choose(browser, &browser.file("nghe-an.txt", NGHE_AN.as_bytes()));
    whose(&page, "Ủy ban nhân dân", "tỉnh Nghệ An", "xã Lương Minh");
    assert_eq!(ticked(browser, TASKS), [OURS]);
    assert_eq!(ticked(browser, NAMES), ["trên địa bàn tỉnh"]);
    printed(&page, "xóa điểm lõm sóng trên địa bàn xã;", true);
    page.one("checkbox", "trên địa bàn tỉnh").click();
    printed(&page, "xóa điểm lõm sóng trên địa bàn tỉnh;", true);

    page.field(OWN_DEADLINE).press(&format!("tháng 9/2026{}", keys::TAB));
    page.text("alert", |text| text.contains("Muộn hơn thời hạn của cấp trên (29/7/2026)"));
    printed(&page, "tháng 9/2026", true);
    page.field(OWN_DEADLINE).replace(&format!("ngày 15/7/2026{}", keys::TAB));
    page.text("alert", |text| !text.contains("Muộn hơn"));

    page.one("checkbox", "Sở Nội vụ tập huấn cho cán bộ.").click();
    printed(&page, "Sở Nội vụ tập huấn cho cán bộ.", true);
    page.one("checkbox", "Sở Nội vụ").click();
    printed(&page, "Phòng Văn hóa - Xã hội tập huấn cho cán bộ.", true);
    page.field("Đổi thành").replace(&format!("Phòng Nội vụ{}", keys::TAB));
    printed(&page, "Phòng Nội vụ tập huấn cho cán bộ.", true);
}

pub fn a_pasted_text_without_tasks_is_cited_all_the_same(browser: &Browser) {
    let page = browser.page();
    browser.resize(390, 844);
    page.fold("Dán văn bản");
    page.field("Nội dung kế hoạch").paste("ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nKẾ HOẠCH\nChuyển đổi số");
    page.click("Soạn theo văn bản này");
    page.heading(SCREEN);
    said(&page, "Phần đầu của văn bản không cho biết: số; ký hiệu; ngày, tháng, năm.");
    said(&page, "Không tìm thấy nhiệm vụ nào trong văn bản này.");
    let wide = browser.script("return document.documentElement.scrollWidth", json!([]));
    assert!(wide.as_u64().is_some_and(|wide| wide <= 390), "{wide}");
    page.click("Soạn tiếp");
    page.heading(STEPS[0]);
}

pub fn a_pasted_page_stays_in_its_field_until_it_is_said_what_for(browser: &Browser) {
    let page = browser.page();
    let html = "<p><b>KẾ HOẠCH</b></p><p>Phòng, chống hạn</p><ol type=I><li><b>NỘI DUNG</b></ol>\
        <ol><li>Nạo vét kênh.<li>Trực ban.</ol>";
    let text = "KẾ HOẠCH\nPhòng, chống hạn\nNỘI DUNG\nNạo vét kênh.\nTrực ban.";
    page.fold("Dán văn bản");
    // The event of a script puts nothing in: its letters come after it.
    browser.script(
        "const data = new DataTransfer();
         data.setData('text/html', arguments[0]);
         data.setData('text/plain', arguments[1]);
         document.getElementById('paste').dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
        json!([html, text]),
    );
    let field = page.field("Nội dung kế hoạch");
    field.paste(text);
    assert_eq!(field.value(), text);
    page.click("Soạn theo văn bản này");
    page.heading(SCREEN);
    // The numbers stand nowhere but in the look of the page.
    page.one("checkbox", "Nạo vét kênh.");
    page.one("checkbox", "Trực ban.");
}
