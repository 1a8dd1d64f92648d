//! From a first visit to a downloaded Word file, by what the app offers to one who has never seen it;
//! every field touched, every click and every key is counted as it is made.

use std::cell::Cell;
use std::path::PathBuf;

use serde_json::json;

use crate::driving::{Browser, Control, Place, keys, until};
use crate::readers;
use crate::source::{Source, words};

/// The hand of the newcomer.
struct Hand<'a> {
    browser: &'a Browser,
    page: Place<'a>,
    fields: Cell<usize>,
    clicks: Cell<usize>,
    keys: Cell<usize>,
}

fn add(count: &Cell<usize>, more: usize) {
    count.set(count.get() + more);
}

impl<'a> Hand<'a> {
    fn new(browser: &'a Browser) -> Hand<'a> {
        let page = browser.page();
        Hand { browser, page, fields: Cell::default(), clicks: Cell::default(), keys: Cell::default() }
    }

    fn click_on(&self, control: &Control) {
        add(&self.clicks, 1);
        control.scroll_to();
        control.click();
    }

    fn click(&self, name: &str) {
        self.click_on(&self.page.one("button", name));
    }

    fn next(&self, step: &str) {
        self.click("Tiếp tục");
        self.page.heading(step);
    }

    /// Goes to a field, by a click where the app has not put the focus there.
    fn touch(&self, field: &Control) {
        add(&self.fields, 1);
        if self.browser.focused() != *field {
            self.click_on(field);
        }
    }

    fn press(&self, keys: &str) {
        add(&self.keys, keys.chars().count());
        self.browser.press(keys);
    }

    fn type_in(&self, name: &str, text: &str) {
        self.touch(&self.page.field(name));
        self.press(text);
    }

    /// Only where what the app prints of itself is another.
    fn type_unless_known(&self, name: &str, text: &str) {
        let field = self.page.field(name);
        if field.placeholder() != text && field.value() != text {
            self.touch(&field);
            self.press(text);
        }
    }

    fn choose(&self, name: &str, choice: &str) {
        add(&self.fields, 1);
        // One click opens the list, one takes the choice.
        add(&self.clicks, 2);
        self.page.choose(name, choice);
    }

    /// Writes a few letters of a name and takes the first that is suggested.
    fn find(&self, name: &str, letters: &str, taken: &str) {
        self.type_in(name, letters);
        self.page.text("option", |text| text.contains(taken));
        self.press(&keys::ENTER.to_string());
    }

    /// Pastes into the field as Ctrl+V does: the page hears of it, and unless it takes the text itself
    /// the browser puts it in at once, before anything else happens.
    fn paste_in(&self, field: &Control, text: &str) {
        self.touch(field);
        add(&self.keys, 2);
        let script = "const data = new DataTransfer();
            data.setData('text/plain', arguments[0]);
            const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
            if (document.activeElement.dispatchEvent(paste))
                document.execCommand('insertText', false, arguments[0]);";
        self.browser.script(script, json!([text]));
    }

    /// Pastes a section whole into its first item.
    fn paste_section(&self, section: &str, text: &str) {
        self.paste_in(&self.page.inside(section).inside("ý 1.").field("Nội dung"), text);
        self.page.text("alert", |said| said.contains("Đã tách phần dán vào thành"));
    }

    /// Fills in what the template asks for: each line of what is missing leads to its words and marks them.
    fn fill_blanks(&self) {
        self.next("Kiểm tra, xuất");
        self.page.heading("Còn thiếu");
        // What is found in the words comes and goes below.
        let missing = self.page.inside("Còn thiếu");
        let blank = || {
            let lines = missing.texts("button");
            lines.iter().position(|(_, text)| text.starts_with("Chưa điền"))
        };
        while let Some(at) = self.page.headings().contains(&"Còn thiếu".to_owned()).then(blank).flatten() {
            self.click_on(&missing.all("button", None)[at]);
            let marked = "const it = document.activeElement;
                return it.value?.slice(it.selectionStart, it.selectionEnd) ?? ''";
            let asked = || self.browser.script(marked, json!([])).as_str().map(str::to_owned);
            let asked = until(|| asked().filter(|text| text.starts_with("[điền")));
            let focused = || self.browser.script("return document.activeElement.outerHTML", json!([]));
            let asked = asked.unwrap_or_else(|| panic!("no words are marked in {}", focused()));
            add(&self.fields, 1);
            self.press(match asked.as_str() {
                asked if asked.contains("ngày") => "15/6/2026",
                asked if asked.contains("số") => "152/KH-UBND",
                _ => "Ủy ban nhân dân tỉnh",
            });
            add(&self.clicks, 1);
            self.page.go("Kiểm tra, xuất");
        }
    }

    /// The Word file, once all that a plan must have is there.
    fn download(&self) -> PathBuf {
        if !self.page.headings().contains(&"Kiểm tra, xuất".to_owned()) {
            self.next("Kiểm tra, xuất");
        }
        self.page.text("main", |text| text.contains("Các phần bắt buộc đã có đủ."));
        let docx = self.browser.download(".docx", || {
            add(&self.clicks, 1);
            self.page.inside("Tải về").click("Tải Word");
        });
        readers::run("validate-docx", &docx);
        docx
    }

    fn report(&self, plan: &str) {
        let [fields, clicks, keys] = [&self.fields, &self.clicks, &self.keys].map(Cell::get);
        println!("newcomer: {plan} {fields} fields, {clicks} clicks, {keys} keys");
    }
}

/// The annex is loaded while one reads the first page.
fn begin<'a>(browser: &'a Browser) -> Hand<'a> {
    let hand = Hand::new(browser);
    hand.click("Soạn kế hoạch mới");
    hand.page.heading("Cơ quan ban hành");
    let loaded = || browser.script("return document.querySelector('body > .unseen') !== null", json!([]));
    assert!(until(|| (loaded() == json!(true)).then_some(())).is_some(), "the annex does not come");
    hand
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = &text[text.find(from).expect("the plan has it")..];
    &rest[..rest.find(to).expect("the plan has it")]
}

fn lower(words: Vec<String>) -> Vec<String> {
    words.into_iter().map(|word| word.to_lowercase()).collect()
}

fn sorted(mut words: Vec<String>) -> Vec<String> {
    words.sort_unstable();
    words
}

pub fn a_newcomer_has_the_plan_of_a_front_in_word(browser: &Browser) {
    let source = include_str!("../plans/mttq-tinh-nam-dinh-nq27.txt");
    let hand = begin(browser);
    hand.choose("Loại cơ quan", "Ủy ban Mặt trận Tổ quốc Việt Nam");
    hand.type_in("Tỉnh, thành phố", "tỉnh Nam Định");
    hand.type_unless_known("Cơ quan ban hành", "ỦY BAN MTTQ VIỆT NAM\nTỈNH NAM ĐỊNH");
    hand.type_unless_known("Ban Thường trực", "BAN THƯỜNG TRỰC");
    hand.type_in("Số", "90");
    hand.type_unless_known("Ký hiệu", "KH-MT-BTT");
    hand.type_unless_known("Địa danh", "Nam Định");
    hand.type_in("Ngày", "22");
    hand.type_in("Tháng", "3");
    hand.touch(&hand.page.field("Năm"));
    hand.press(&(keys::with(&[keys::CONTROL], 'a') + "2023"));
    hand.next("Tên kế hoạch");
    let subject = between(source, "thực hiện Nghị quyết Hội nghị", "-----");
    hand.paste_in(
        &hand.page.field("Trích yếu"),
        &subject.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"),
    );
    hand.next("Căn cứ");
    hand.paste_in(
        &hand.page.field("Phần mở đầu"),
        between(source, "Thực hiện Nghị quyết số 27", "\nI. MỤC").trim(),
    );
    hand.next("Mục đích, yêu cầu");
    hand.paste_section("Mục I.", between(source, "I. MỤC ĐÍCH", "II.  NHIỆM VỤ"));
    hand.next("Nội dung, nhiệm vụ");
    hand.paste_section("Mục II.", between(source, "II.  NHIỆM VỤ", "III. TỔ CHỨC"));
    hand.next("Tổ chức thực hiện");
    // The closing is selected with the section above it.
    hand.paste_section("Mục III.", between(source, "III. TỔ CHỨC", "\tTM. BAN"));
    hand.next("Nơi nhận, ký");
    hand.click("Thêm nơi nhận");
    let recipients = [
        "- Ban TT UBTWMTTQVN (để b/c);\n",
        between(source, "- Thường trực Tỉnh ủy", "        Đoàn"),
        "\n- Lưu: VP, Ban DC-PL.",
    ]
    .concat();
    hand.paste_in(&hand.page.field("Gửi"), &recipients);
    hand.page.text("alert", |said| said.contains("Đã tách thành 8 nơi nhận."));
    hand.type_unless_known("Dòng lưu", "Lưu: VP, Ban DC-PL");
    hand.type_unless_known("Quyền hạn", "TM. BAN THƯỜNG TRỰC");
    hand.type_in("Họ và tên", "Đoàn Văn Hùng");
    let docx = hand.download();
    hand.report("Front");
    assert!(hand.fields.get() <= 60, "{} fields", hand.fields.get());

    let text = lower(words(&readers::run("docx-text", &docx)));
    let expected = lower(words(source));
    let lost = |from: &[String], to: &[String]| {
        let mut to = sorted(to.to_vec());
        from.iter()
            .filter(|word| match to.binary_search(word) {
                Ok(at) => {
                    to.remove(at);
                    false
                }
                Err(_) => true,
            })
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(lost(&expected, &text), [""; 0]);
    // The published text has lost the heading of the recipients, and what its signer is.
    assert_eq!(lost(&text, &expected), ["nơi", "nhận", "chủ", "tịch"]);
    let order = |words: &[String]| {
        let begin = words.windows(3).position(|words| words == ["i", "mục", "đích"]).expect("section I");
        let end = words.windows(3).rposition(|words| words == ["bảo", "đảm", "hiệu"]).expect("the closing");
        words[begin..end].to_vec()
    };
    assert_eq!(order(&text), order(&expected), "in order");
}

pub fn a_newcomer_has_the_plan_of_a_party_committee_in_word(browser: &Browser) {
    let source = Source::read();
    let hand = begin(browser);
    hand.choose("Loại cơ quan", "Đảng ủy");
    hand.type_in("Tỉnh, thành phố", "tỉnh Bình Định");
    hand.type_unless_known("Cơ quan cấp trên", source.superior());
    hand.type_unless_known("Cơ quan ban hành", source.issuing());
    hand.type_in("Số", "80");
    hand.type_unless_known("Ký hiệu", "KH/ĐUK");
    hand.type_unless_known("Địa danh", "Bình Định");
    hand.type_in("Ngày", "27");
    hand.type_in("Tháng", "6");
    hand.touch(&hand.page.field("Năm"));
    hand.press(&(keys::with(&[keys::CONTROL], 'a') + "2023"));
    hand.next("Tên kế hoạch");
    hand.paste_in(&hand.page.field("Trích yếu"), &source.subject());
    hand.next("Căn cứ");
    hand.paste_in(&hand.page.field("Phần mở đầu"), source.opening());
    for (at, (step, section)) in [
        ("Mục đích, yêu cầu", "Mục I."),
        ("Nội dung, nhiệm vụ", "Mục II."),
        ("Tổ chức thực hiện", "Mục III."),
    ]
    .into_iter()
    .enumerate()
    {
        hand.next(step);
        hand.paste_section(section, &source.section_as_it_stands(at));
    }
    hand.next("Nơi nhận, ký");
    hand.click("Thêm nơi nhận");
    hand.paste_in(&hand.page.field("Gửi"), &source.recipients_as_they_stand());
    hand.page.text("alert", |said| said.contains("Đã tách thành 5 nơi nhận."));
    hand.type_unless_known("Dòng lưu", source.retention());
    hand.type_unless_known("Quyền hạn", source.authority());
    hand.type_unless_known("Chức vụ", source.signer_title());
    hand.type_in("Họ và tên", source.signer());
    let docx = hand.download();
    hand.report("Party");
    assert_eq!(words(&readers::run("docx-text", &docx)), source.words());
}

/// Not copied from anywhere: with units, templates, citations, phrases and recipients that the app has.
pub fn a_newcomer_has_the_plan_of_a_commune_in_word(browser: &Browser) {
    let hand = begin(browser);
    hand.choose("Loại cơ quan", "Ủy ban nhân dân");
    hand.find("Xã, phường, đặc khu", "luong minh", "xã Lương Minh");
    hand.page.expect_values("Tỉnh, thành phố", &["tỉnh Quảng Ninh"]);
    hand.next("Tên kế hoạch");
    let link = |name: &str| {
        let at = until(|| hand.page.texts("link").iter().position(|(link, _)| link == name));
        hand.click_on(&hand.page.all("link", None)[at.expect("a link")]);
    };
    link("Lấy nội dung từ mẫu");
    hand.page.heading("Mẫu kế hoạch");
    hand.touch(&hand.page.one("searchbox", "Tìm mẫu"));
    hand.press("thien tai");
    until(|| (hand.page.all("button", Some("Xem mẫu")).len() == 1).then_some(())).expect("one template");
    hand.click("Xem mẫu");
    hand.click("Lấy nội dung này");
    hand.page.heading("Tên kế hoạch");
    hand.next("Căn cứ");
    hand.click("Thêm căn cứ");
    // The heading has the same name and the focus before.
    let tag = || browser.script("return document.activeElement.tagName", json!([]));
    until(|| (tag() == "TEXTAREA").then_some(())).expect("the new row has the focus");
    let basis = browser.focused();
    assert_eq!(basis.name(), "Căn cứ");
    hand.paste_in(
        &basis,
        "Kế hoạch số 152/KH-UBND, ngày 5/2/2026 của UBND tỉnh Quảng Ninh về phòng, chống thiên tai năm 2026",
    );
    hand.page.text("alert", |said| said.contains("Đã tách: Kế hoạch số 152/KH-UBND."));
    hand.next("Mục đích, yêu cầu");
    hand.next("Nội dung, nhiệm vụ");
    let sections = hand.page.all("button", Some("Mẫu câu"));
    hand.click_on(&sections[0]);
    let panel = hand.page.inside("Mẫu câu");
    let phrase = until(|| panel.texts("button").iter().position(|(_, text)| text.ends_with('.')));
    hand.click_on(&panel.all("button", None)[phrase.expect("phrases")]);
    hand.page.text("alert", |said| said.contains("Đã chèn mẫu câu."));
    hand.next("Tổ chức thực hiện");
    hand.next("Nơi nhận, ký");
    hand.type_in("Họ và tên", "Lý Văn Hồng");
    hand.fill_blanks();
    let docx = hand.download();
    hand.report("State");
    let text = readers::run("docx-text", &docx);
    for said in ["XÃ LƯƠNG MINH", "TM. ỦY BAN NHÂN DÂN", "Lý Văn Hồng", "152/KH-UBND"] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}

pub fn a_section_pasted_whole_is_one_step_that_is_taken_back(browser: &Browser) {
    let hand = begin(browser);
    let page = &hand.page;
    page.go("Nội dung, nhiệm vụ");
    let section = page.inside("Mục II.");
    let ideas = || {
        section
            .texts("textbox")
            .into_iter()
            .filter(|(name, _)| name == "Nội dung")
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
    };
    let text = "II. NHIỆM VỤ TRỌNG TÂM\n1. Tuyên truyền\n- Mở hội nghị;\n- Phát tờ rơi.\nViệc khác.";
    section.inside("ý 1.").field("Nội dung").press("x");
    hand.paste_in(&section.inside("ý 1.").field("Nội dung"), text);
    // Behind what was typed it is text.
    assert_eq!(ideas(), [format!("x{text}")]);
    section.inside("ý 1.").field("Nội dung").press(&keys::with(&[keys::CONTROL], 'a'));
    hand.paste_section("Mục II.", text);
    page.expect_values("Tên mục", &["NHIỆM VỤ TRỌNG TÂM"]);
    page.expect_values("Tiêu đề (nếu có)", &["Tuyên truyền"]);
    assert_eq!(ideas(), ["", "Mở hội nghị;", "Phát tờ rơi.", "Việc khác."]);
    page.inside("alert").click("Hoàn tác");
    page.expect_values("Tên mục", &["NỘI DUNG, NHIỆM VỤ"]);
    assert_eq!(ideas(), [format!("x{text}")]);

    // A heading alone is the title without its number; paragraphs without marks stay one item.
    section.field("Tên mục").press(&keys::with(&[keys::CONTROL], 'a'));
    hand.paste_in(&section.field("Tên mục"), "II. VIỆC CẦN LÀM");
    page.expect_values("Tên mục", &["VIỆC CẦN LÀM"]);
    section.click("Thêm ý");
    hand.paste_in(&section.last_field("Nội dung", 2), "Một.\nHai.");
    assert_eq!(ideas(), [format!("x{text}"), "Một.\nHai.".to_owned()]);
}
