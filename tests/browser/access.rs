//! Every place of the app as somebody meets it who hears it, enlarges it or has it on a phone.

use std::path::{Path, PathBuf};

use ke_hoach::draft::Draft;
use ke_hoach::import;
use serde_json::{Value, json};

use crate::driving::{Browser, STEPS, until};

/// A laptop, the same enlarged to 200 %, and a phone.
const SIZES: [(u32, u32); 3] = [(1366, 768), (683, 384), (390, 844)];

/// What axe finds: the rules of WCAG 2.2 AA and its good practices.
const AXE: &str = "return axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.target + ' ' + it.html.slice(0, 120)).join(' | ')}`))";

/// What scrolls sideways, what is too small to be touched, and what is too small to be read.
const SHAPE: &str = "
    const seen = (it) => it.checkVisibility({ visibilityProperty: true }) && !it.closest('.preview, .paper, [hidden]');
    const wide = [...document.querySelectorAll('html, body, body *')].filter((it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 0)
        .filter((it) => it === document.documentElement || /auto|scroll/.test(getComputedStyle(it).overflowX))
        .filter((it) => !it.matches('input, textarea, select'));
    // A link in a sentence is as high as its line (WCAG 2.5.8).
    const small = [...document.querySelectorAll('button, select, input:not([type=file]), textarea, summary, a.button')].filter(seen)
        .map((it) => it.matches('[type=checkbox], [type=radio]') ? it.closest('label') ?? it : it)
        .filter((it) => { const box = it.getBoundingClientRect(); return box.height > 0 && (box.height < 43.5 || box.width < 43.5); });
    const tiny = [...document.querySelectorAll('body *')].filter(seen)
        .filter((it) => [...it.childNodes].some((text) => text.nodeType === 3 && text.data.trim()))
        .filter((it) => parseFloat(getComputedStyle(it).fontSize) < 16);
    const say = (what) => (it) => { const box = it.getBoundingClientRect(); return `${what}: ${it.tagName}.${it.className} “${(it.innerText || it.ariaLabel || '').slice(0, 30)}” ${box.width.toFixed()} × ${box.height.toFixed()}`; };
    return [...wide.map(say('scrolls sideways')), ...small.map(say('small to touch')), ...tiny.map(say('small to read'))]";

pub fn no_place_keeps_anybody_out(browser: &Browser) {
    let mut found = Vec::new();
    let mut look = |place: &str| found.extend(wrong(browser, place));
    let page = browser.page();
    page.heading("Chưa có kế hoạch nào");
    look("empty home");

    let address = |hash: &str| browser.script(&format!("location.hash = '{hash}'"), json!([]));
    for (hash, heading) in
        [("#/mau", "Mẫu kế hoạch"), ("#/danh-ba", "Danh bạ"), ("#/sao-luu", "Sao lưu và khôi phục")]
    {
        address(hash);
        page.heading(heading);
        look(hash);
    }
    address("#/mau");
    page.heading("Mẫu kế hoạch");
    page.text("main", |text| text.contains("Thực hiện nghị quyết"));
    page.all("button", Some("Xem mẫu"))[0].click();
    page.inside("Xem trước").one("group", "Trang 1");
    look("a template");
    address("#/vi-du");
    page.inside("Xem trước").one("group", "Trang 1");
    look("#/vi-du");

    page.go_home();
    browser.choose_file(&sample("mttq-xa-luong-minh-kiem-tra-giam-sat.docx"));
    page.heading("Xem lại kế hoạch vừa đọc");
    look("what was read");

    page.go_home();
    let plan =
        import::docx(&std::fs::read(sample("mttq-xa-luong-minh-kiem-tra-giam-sat.docx")).unwrap()).unwrap();
    let draft = Draft { plan: plan.into_plan().into(), ..Draft::default() };
    browser.choose_file(&browser.file("a.kehoach.json", draft.write().as_bytes()));
    for step in STEPS {
        page.go(step);
        look(step);
        match step {
            "Cơ quan ban hành" => {
                page.field("Xã, phường, đặc khu").replace("luong m");
                page.text("option", |text| text.contains("xã Lương Minh"));
                look("communes");
                browser.script("document.activeElement.blur()", json!([]));
            }
            "Căn cứ" => {
                page.click("Thêm căn cứ");
                look("a row of bases");
                page.all("button", Some("Sửa từng phần"))[0].click();
                page.field("Số, ký hiệu");
                look("a basis in pieces");
                page.click("Xong");
            }
            "Mục đích, yêu cầu" => {
                page.all("button", Some("Mẫu câu"))[0].click();
                page.inside("Mẫu câu").one("searchbox", "Tìm mẫu câu");
                look("phrases");
                page.inside("Mẫu câu").click("Đóng");
            }
            "Nơi nhận, ký" => {
                page.all("button", Some("Xóa nơi nhận 1"))[0].click();
                page.one("button", "Đóng");
                look("a notice");
            }
            "Kiểm tra, xuất" => {
                page.fold("Tùy chọn trình bày");
                look("choices of the page");
            }
            _ => {}
        }
    }
    page.go("Nội dung, nhiệm vụ");
    page.click("Sửa nhanh bảng nhiệm vụ");
    page.text("main", |text| text.contains("Bảng nhiệm vụ"));
    look("tasks");
    page.all("button", Some("Thêm nhiệm vụ"))[0].click();
    browser.press("Tuần tra rừng");
    look("a task");
    page.click("Xong");
    page.go(STEPS[0]);
    page.click("Lịch sử");
    page.heading("Lịch sử");
    look("history");
    let first = browser.elements(
        "return [...document.querySelectorAll('button')].filter(it => it.innerText.includes('Bản đầu tiên'))",
        json!([]),
    );
    browser.tell(first.last().expect("the first state"), "click", json!({}));
    page.click("So sánh với bản hiện tại");
    look("history compared");
    page.go_home();
    look("home");
    assert!(found.is_empty(), "{} things:\n{}", found.len(), found.join("\n"));
}

/// What is wrong with a place, at each size.
pub fn wrong(browser: &Browser, place: &str) -> Vec<String> {
    let axe = std::env::var("KE_HOACH_AXE").expect("KE_HOACH_AXE names axe-core's file");
    let axe = std::fs::read_to_string(axe).expect("axe-core is there");
    // What comes a moment later has come.
    until(|| browser.script("return document.querySelector('.waiting') === null", json!([])).as_bool())
        .unwrap();
    let mut found = Vec::new();
    for (width, height) in SIZES {
        browser.resize(width, height);
        if let Some(folder) = std::env::var_os("KE_HOACH_SHOTS") {
            std::fs::create_dir_all(&folder).expect("KE_HOACH_SHOTS can be written");
            let name = place.replace(['#', '/', ' ', ','], "-");
            browser.screenshot(&Path::new(&folder).join(format!("{width}{name}.png")));
        }
        browser.script(&format!("if (!window.axe) {{ {axe} }}"), json!([]));
        for script in [AXE, SHAPE] {
            let said = browser.script(script, json!([]));
            let said = said.as_array().expect("a list").iter().filter_map(Value::as_str);
            found.extend(said.map(|said| format!("{place} at {width}: {said}")));
        }
    }
    browser.resize(1366, 768);
    found
}

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans").join(name)
}
