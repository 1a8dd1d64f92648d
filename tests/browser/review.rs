//! Files that are read, looked through, and taken as a plan or as a Word file.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::driving::{Browser, Place, STEPS};
use crate::readers::run;

const READ: &str = "Xem lại kế hoạch vừa đọc";

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans").join(name)
}

/// What the lines of the source are taken for, in order.
fn roles(page: &Place) -> Vec<String> {
    let lists = page.inside("Từng dòng của tệp").all("combobox", None);
    lists.iter().map(|list| list.value()).collect()
}

pub fn a_plan_is_put_right_in_three_clicks(browser: &Browser) {
    let page = browser.page();
    // The first click opens the browser's dialog, the second chooses in it.
    browser.script(
        "HTMLInputElement.prototype.click = () => {};
         [...document.querySelectorAll('button')].find((button) => button.textContent === arguments[0]).click()",
        json!(["Đưa về đúng thể thức"]),
    );
    browser.choose_file(&sample("mttq-xa-luong-minh-kiem-tra-giam-sat.docx"));
    page.heading("Đưa về đúng thể thức");
    page.heading("Trình bày");
    page.heading("Chữ và dấu");
    let word = browser.download(".docx", || page.click("Tải Word"));
    run("validate-docx", &word);
    let text = run("docx-text", &word);
    for line in ["III. NỘI DUNG VÀ THỜI GIAN THỰC HIỆN", "BAN THƯỜNG TRỰC"] {
        assert!(text.contains(line) || text.replace('\u{a0}', " ").contains(line), "{line}: {text}");
    }
    page.go_home();
    page.heading("Chưa có kế hoạch nào");
}

pub fn what_a_file_would_be_sent_back_for_is_listed_and_handed_on_as_a_sheet(browser: &Browser) {
    let page = browser.page();
    browser.choose_file(&sample("mttq-xa-luong-minh-kiem-tra-giam-sat.docx"));
    page.heading(READ);
    page.fold("Rà soát lời văn, viện dẫn, dấu câu");
    page.text("status", |said| said.contains("lỗi") && said.contains("lưu ý"));
    page.heading("Lỗi: phải sửa");
    let word = browser.download(".docx", || page.click("Tải phiếu rà soát"));
    run("validate-docx", &word);
    let text = run("docx-text", &word);
    let plain = std::fs::read_to_string(browser.download(".txt", || page.click("Tải dạng chữ"))).unwrap();
    for said in ["PHIẾU RÀ SOÁT", "NGƯỜI RÀ SOÁT", "“nhân dân”: Danh từ “Nhân dân” viết hoa."]
    {
        assert!(text.replace('\u{a0}', " ").contains(said), "{said}: {text}");
        assert!(plain.contains(said) || said.starts_with("NGƯỜI"), "{said}: {plain}");
    }
    page.go_home();
}

pub fn a_line_that_was_misread_is_chosen_to_be_something_else_and_taken_back(browser: &Browser) {
    let page = browser.page();
    let text = "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH\n\nKẾ HOẠCH\nPhòng, chống hạn\n\nI. NỘI DUNG\n1. Nạo vét kênh.\nVề kinh phí\n- Ngân sách xã.\n";
    browser.choose_file(&browser.file("han.txt", text.as_bytes()));
    page.heading(READ);
    let before = roles(&page);
    assert_eq!(before[4..], ["Mục (I.)", "Khoản (1.)", "Đoạn không đánh số", "Gạch đầu dòng (-)"]);
    page.choose("Dòng 7 là", "Mục (I.)");
    page.text("alert", |said| said.contains("Dòng 7 là “Mục (I.)”."));
    page.inside("Xem trước").text("group", |text| text.replace('\u{a0}', " ").contains("II. VỀ KINH PHÍ"));
    page.click("Hoàn tác");
    page.inside("Xem trước").text("group", |text| !text.contains("II."));
    assert_eq!(roles(&page), before);
    page.choose("Dòng 7 là", "Không đưa vào");
    page.heading("Chưa xếp vào đâu");
    page.go_home();
    browser.script("history.back()", json!([]));
    page.heading(READ);
    page.heading("Chưa xếp vào đâu");
    page.click("Soạn tiếp");
    page.heading(STEPS[0]);
    page.fold("Chưa xếp vào đâu: 1 dòng");
    assert_eq!(page.field("Dòng của tệp gốc").value(), "Về kinh phí");
}

pub fn pasted_pages_are_read_with_their_numbers_and_bold_letters(browser: &Browser) {
    let page = browser.page();
    let html = "<p><b>KẾ HOẠCH</b></p><p>Phòng, chống hạn</p><ol type=I><li><b>NỘI DUNG</b></ol>\
        <ol><li><b>Kênh mương</b><br>Nạo vét.<li>Trực ban.</ol>";
    browser.script(
        "const data = new DataTransfer();
         data.setData('text/html', arguments[0]);
         data.setData('text/plain', 'KẾ HOẠCH');
         document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))",
        json!([html]),
    );
    page.heading(READ);
    page.click("Soạn tiếp");
    page.go("Nội dung, nhiệm vụ");
    assert_eq!(page.inside("Mục I.").field("Tên mục").value(), "NỘI DUNG");
    page.expect_values("Nội dung", &["Nạo vét.", "Trực ban."]);
}

pub fn text_of_an_old_encoding_is_converted_only_when_the_user_says_so(browser: &Browser) {
    let page = browser.page();
    // TCVN3 as a Word file has it whose fonts were replaced.
    let text = "KÕ ho¹ch\nTuyªn truyÒn phßng, chèng thiªn tai n¨m 2026 trªn ®Þa bµn x·\nI. Môc ®Ých, yªu cÇu\n\
        1. N©ng cao nhËn thøc cña c¸n bé, ®¶ng viªn vµ nh©n d©n vÒ phßng, chèng thiªn tai.\n";
    browser.choose_file(&browser.file("cu.txt", text.as_bytes()));
    page.heading(READ);
    page.inside("Xem trước").text("group", |text| text.contains("nhËn"));
    page.click("Chuyển sang Unicode");
    page.inside("Xem trước").text("group", |text| text.contains("Nâng cao nhận thức của cán bộ"));
    page.click("Giữ chữ như trong tệp");
    page.inside("Xem trước").text("group", |text| text.contains("nhËn"));
}

pub fn a_screen_with_what_was_read_is_no_wider_than_a_phone(browser: &Browser) {
    let page = browser.page();
    browser.resize(390, 844);
    browser.choose_file(&sample("mttq-xa-luong-minh-hiep-thuong-2.docx"));
    page.heading(READ);
    let wide = browser.script("return document.documentElement.scrollWidth", json!([]));
    assert!(wide.as_u64().is_some_and(|wide| wide <= 390), "{wide}");
    page.click("Xem trang");
    page.one("group", "Trang 1");
    page.click("Xem từng dòng");
    page.heading("Từng dòng của tệp");
}
