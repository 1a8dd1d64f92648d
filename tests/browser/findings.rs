//! Rà soát: what a review finds is told beside its field, on the page, at each step and in the last step; it is
//! mended and dismissed there.

use std::thread::sleep;
use std::time::Duration;

use ke_hoach::draft::Draft;
use ke_hoach::format::FormatKey;
use ke_hoach::plan::{Item, Level, Plan, RowId, Section, SectionRole};
use serde_json::{Value, json};

use crate::access;
use crate::driving::{Browser, Place, STEPS, keys, until};
use crate::readers::run;

/// The place of what is found, in the last step and under each field.
const REVIEWED: &str = "Rà soát";

/// What has the focus and what is selected in it.
const HERE: &str = "const field = document.activeElement;
    return [document.querySelector('h1').innerText, field.id, field.value?.slice(field.selectionStart, field.selectionEnd) ?? '']";

const SLIP: &str = "Đẩy mạnh công tác phong, chống tham nhũng trên địa bàn.";
const MIXED: [&str; 3] = [
    "Bảo đảm kinh phí, bảo đảm tiến độ và bảo đảm an toàn.",
    "Các thôn đảm bảo vật tư tại chỗ.",
    "Công an xã đảm bảo trật tự.",
];

/// A plan with these texts, an item each.
fn plan(texts: &[&str]) -> Plan {
    let mut plan = Plan::new(FormatKey::ND30);
    plan.date.year = Some(2026);
    let item = |(id, text): (u32, &&str)| Item {
        id: RowId(id),
        level: Level::Clause,
        text: (*text).into(),
        ..Item::default()
    };
    plan.sections = vec![Section {
        id: RowId(50),
        role: SectionRole::Purpose,
        title: "MỤC ĐÍCH, YÊU CẦU".into(),
        items: (100..).zip(texts).map(item).collect(),
        ..Section::default()
    }];
    plan.last_row = 200;
    plan
}

fn open<'a>(browser: &'a Browser, plan: &Plan) -> Place<'a> {
    browser.script("location.hash = '#/'", json!([]));
    let page = browser.page();
    page.heading("Kế hoạch của tôi");
    let draft = Draft { plan: plan.clone().into(), ..Draft::default() };
    browser.choose_file(&browser.file("a.kehoach.json", draft.write().as_bytes()));
    page.heading(STEPS[0]);
    page
}

/// What the buttons of the findings here say that tell of these words.
fn told(page: &Place, words: &str) -> Vec<String> {
    let buttons = page.inside(REVIEWED).texts("button").into_iter();
    buttons.map(|(_, text)| text).filter(|text| text.contains(&format!("«{words}»"))).collect()
}

fn expect_told(page: &Place, words: &str, count: usize) {
    let mut last = Vec::new();
    let is = until(|| {
        last = told(page, words);
        (last.len() == count).then_some(())
    });
    assert!(is.is_some(), "“{words}” is told {} times, not {count}: {last:?}", last.len());
}

/// Clicks on the finding of these words.
fn follow(page: &Place, words: &str) {
    expect_told(page, words, 1);
    let reviewed = page.inside(REVIEWED);
    let at = reviewed.texts("button").iter().position(|(_, text)| text.contains(&format!("«{words}»")));
    reviewed.all("button", None)[at.expect("it is told")].click();
}

fn expect_here(browser: &Browser, step: &str, field: &str, words: &str) {
    let mut here = Value::Null;
    let arrived = until(|| {
        here = browser.script(HERE, json!([]));
        (here == json!([step, field, words])).then_some(())
    });
    assert!(arrived.is_some(), "one is at {here}, not {field} with “{words}”");
}

pub fn a_slip_is_told_beside_its_field_and_in_the_last_step_once_the_typing_pauses(browser: &Browser) {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go(STEPS[3]);
    let field = page.field("Nội dung");
    let seen = "return document.querySelectorAll('.beside').length";
    let words: Vec<&str> = SLIP.split_inclusive(' ').collect();
    // As one types who looks for the keys: a pause after each word, long enough for the review.
    for word in words.iter().chain(&[" Các", " thôn", " thực", " hiện."]) {
        field.press(word);
        sleep(Duration::from_millis(350));
        assert_eq!(
            browser.script(seen, json!([])),
            json!(0),
            "told at “{word}”, in the middle of the typing"
        );
    }
    expect_told(&page, "phong, chống", 1);
    field.expect_focus();
    let described = "const field = document.activeElement;
        return [field.selectionStart === field.value.length, field.getAttribute('aria-describedby')
            .split(' ').map(id => document.getElementById(id).textContent).join(' ')]";
    let described = browser.script(described, json!([]));
    assert_eq!(described[0], true, "the caret stays where it was");
    let said = described[1].as_str().unwrap_or_default();
    assert!(said.contains("1 lỗi") && said.contains("“phòng, chống”"), "{described}");
    let count =
        "const step = [...document.querySelectorAll('nav button')].find(it => nameOf(it) === arguments[0]);
        return document.getElementById(step.getAttribute('aria-describedby') ?? '')?.innerText ?? ''";
    let mut said = Value::Null;
    let counted = until(|| {
        said = browser.look(count, json!([STEPS[3]]));
        said.as_str().is_some_and(|said| said.contains("1 lỗi")).then_some(())
    });
    assert!(counted.is_some(), "the step says {said}");
    // Mended by hand it is told no longer.
    field.replace("Đẩy mạnh công tác phòng, chống tham nhũng trên địa bàn.");
    expect_told(&page, "phong, chống", 0);
    field.replace(SLIP);
    expect_told(&page, "phong, chống", 1);
    page.go(STEPS[7]);
    expect_told(&page, "phong, chống", 1);
}

pub fn what_is_told_moves_no_field_in_which_one_writes(browser: &Browser) {
    let page = open(browser, &plan(&["Nâng cao nhận thức.", "Thực hiện nghiêm túc.", "Kịp thời."]));
    page.go(STEPS[3]);
    page.nth("textbox", "Nội dung", 3, 0).press(&format!(" {SLIP}"));
    let last = page.nth("textbox", "Nội dung", 3, 2);
    last.press(" Hiệu quả.");
    last.scroll_to();
    let top = "return document.activeElement.getBoundingClientRect().top";
    let before = browser.script(top, json!([])).as_f64();
    expect_told(&page, "phong, chống", 1);
    sleep(Duration::from_millis(200));
    let after = browser.script(top, json!([])).as_f64();
    assert!(
        before.zip(after).is_some_and(|(before, after)| (before - after).abs() < 2.0),
        "the field moved from {before:?} to {after:?}"
    );
    last.expect_focus();
}

/// What was found came in the frame in which the button was pressed, and put the focus back to the heading.
pub fn what_is_told_takes_the_focus_from_no_button_that_is_pressed_meanwhile(browser: &Browser) {
    let page = open(browser, &plan(&["Nâng cao nhận thức.", "Kịp thời."]));
    page.go(STEPS[3]);
    let press = "const button = [...document.querySelectorAll('.form button')].find(it => nameOf(it) === 'Tiếp tục');
        button.id = '';
        new MutationObserver((_, watch) => {
            if (document.querySelector('.beside')) { watch.disconnect(); button.focus(); window.pressed = true }
        }).observe(document.querySelector('.form'), { childList: true, subtree: true });";
    browser.look(press, json!([]));
    page.nth("textbox", "Nội dung", 2, 0).press(&format!(" {SLIP}"));
    let pressed = until(|| (browser.script("return window.pressed", json!([])) == true).then_some(()));
    pressed.expect("the button has the focus as soon as something is told");
    sleep(Duration::from_millis(200));
    page.one("button", "Tiếp tục").expect_focus();
}

pub fn what_is_told_moves_no_button_that_one_is_about_to_press(browser: &Browser) {
    let page =
        open(browser, &plan(&[SLIP, MIXED[0], MIXED[1], MIXED[2], "Triễn khai thực hiện", "Báo cáo."]));
    page.go(STEPS[7]);
    // So low that there is something to scroll from the first.
    browser.resize(1366, 600);
    browser.reload();
    // Not every browser holds in place what one looks at; this one is kept from it.
    let aim = "const button = document.querySelector('[aria-labelledby=files-title] button');
        if (!button || document.querySelector('#reviewed')?.childElementCount) return null;
        button.closest('.form').style.overflowAnchor = 'none';
        button.focus();
        return button.getBoundingClientRect().top";
    let before = until(|| browser.script(aim, json!([])).as_f64()).expect("a button before anything is told");
    expect_told(&page, "phong, chống", 1);
    sleep(Duration::from_millis(200));
    let after =
        browser.script("return document.activeElement.getBoundingClientRect().top", json!([])).as_f64();
    assert!(
        after.is_some_and(|after| (before - after).abs() < 2.0),
        "the button moved from {before} to {after:?}"
    );
}

pub fn each_finding_leads_to_its_words_from_the_list_and_from_the_page(browser: &Browser) {
    let page = open(browser, &plan(&["Nâng cao nhận thức.", &format!("Kịp thời.\n{SLIP}")]));
    page.go(STEPS[7]);
    follow(&page, "phong, chống");
    expect_here(browser, STEPS[3], "item-101", "phong, chống");

    page.go(STEPS[0]);
    let marked = "for (const marks of CSS.highlights.values()) for (const range of marks) if (range.toString() === arguments[0]) {
        range.startContainer.parentElement.scrollIntoView({ block: 'center' });
        const box = range.getBoundingClientRect();
        return [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    }
    return null";
    let mut at = Value::Null;
    let found = until(|| {
        at = browser.script(marked, json!(["phong, chống"]));
        at.is_array().then_some(())
    });
    assert!(found.is_some(), "nothing is marked on the page");
    for kind in ["mousePressed", "mouseReleased"] {
        let mouse = json!({"type": kind, "x": at[0], "y": at[1], "button": "left", "clickCount": 1});
        browser.chromium("Input.dispatchMouseEvent", mouse);
    }
    expect_here(browser, STEPS[3], "item-101", "phong, chống");
}

pub fn a_fix_changes_the_quoted_words_alone_and_is_taken_back(browser: &Browser) {
    let texts = [MIXED[0], MIXED[1], MIXED[2], SLIP];
    let page = open(browser, &plan(&texts));
    page.go(STEPS[3]);
    expect_told(&page, "phong, chống", 1);
    let last = page.inside("ý 4.").inside(REVIEWED);
    last.click("Sửa");
    let mended = SLIP.replace("phong, chống", "phòng, chống");
    page.expect_values("Nội dung", &[texts[0], texts[1], texts[2], &mended]);
    expect_told(&page, "phong, chống", 0);
    page.text("alert", |text| text.contains("Đã sửa “phong, chống” thành “phòng, chống”."));
    page.nth("textbox", "Nội dung", 4, 3).expect_focus();
    browser.press(&keys::with(&[keys::CONTROL], 'z'));
    page.expect_values("Nội dung", &texts);
    expect_told(&page, "phong, chống", 1);

    page.go(STEPS[7]);
    expect_told(&page, "đảm bảo", 2);
    page.inside(REVIEWED).nth("button", "Sửa tất cả cùng loại (2)", 2, 0).click();
    expect_told(&page, "đảm bảo", 0);
    expect_told(&page, "phong, chống", 1);
    page.go(STEPS[3]);
    let both = texts.map(|text| text.replace("đảm bảo", "bảo đảm"));
    page.expect_values("Nội dung", &both.each_ref().map(String::as_str));
    browser.press(&keys::with(&[keys::CONTROL], 'z'));
    page.expect_values("Nội dung", &texts);
}

pub fn what_is_dismissed_stays_so_after_edits_elsewhere_and_is_shown_again(browser: &Browser) {
    let page = open(browser, &plan(&[SLIP, "Kịp thời."]));
    page.go(STEPS[7]);
    expect_told(&page, "phong, chống", 1);
    let reviewed = page.inside(REVIEWED);
    let dismiss = |what: &str| {
        let at = reviewed.texts("button").iter().position(|(_, text)| text.contains("«phong, chống»"));
        let at = at.expect("it is told");
        let rest = reviewed.texts("button").iter().skip(at).position(|(name, _)| name == "Bỏ qua");
        reviewed.all("button", None)[at + rest.expect("it can be dismissed")].click();
        reviewed.click(what);
    };
    dismiss("Bỏ qua chỗ này");
    expect_told(&page, "phong, chống", 0);
    browser.press(&keys::with(&[keys::CONTROL], 'z'));
    expect_told(&page, "phong, chống", 1);
    dismiss("Bỏ qua chỗ này");
    expect_told(&page, "phong, chống", 0);

    page.go(STEPS[3]);
    page.nth("textbox", "Nội dung", 2, 1).press(" Các các thôn thực hiện.");
    expect_told(&page, "Các các", 1);
    expect_told(&page, "phong, chống", 0);
    page.text("status", |text| text.contains("Đã lưu"));
    browser.reload();
    page.heading(STEPS[3]);
    expect_told(&page, "Các các", 1);
    expect_told(&page, "phong, chống", 0);

    page.go(STEPS[7]);
    page.fold("Đã bỏ qua 1 chỗ");
    reviewed.click("Hiện lại");
    expect_told(&page, "phong, chống", 1);
    dismiss("Bỏ qua loại này trong kế hoạch này");
    expect_told(&page, "phong, chống", 0);
    page.heading(REVIEWED);
    page.text("region", |text| text.contains("Đã bỏ qua 1 chỗ"));
}

pub fn what_is_found_and_not_dismissed_is_handed_on_as_a_sheet(browser: &Browser) {
    let page = open(browser, &plan(&["Phục vụ nhân dân.", SLIP]));
    page.go(STEPS[7]);
    expect_told(&page, "nhân dân", 1);
    let list = page.inside(REVIEWED);
    let plain = std::fs::read_to_string(browser.download(".txt", || list.click("Tải dạng chữ"))).unwrap();
    let word = browser.download(".docx", || list.click("Tải phiếu rà soát"));
    run("validate-docx", &word);
    let text = run("docx-text", &word).replace('\u{a0}', " ");
    for said in ["“nhân dân”: Danh từ “Nhân dân” viết hoa.", "“phòng, chống”"] {
        assert!(text.contains(said), "{said}: {text}");
        assert!(plain.contains(said), "{said}: {plain}");
    }
}

pub fn a_kind_that_is_dismissed_for_good_is_told_in_no_plan_until_it_is_shown_again(browser: &Browser) {
    let page = open(browser, &plan(&[MIXED[0], MIXED[1]]));
    page.go(STEPS[7]);
    expect_told(&page, "đảm bảo", 1);
    let reviewed = page.inside(REVIEWED);
    let dismiss = || {
        let texts = reviewed.texts("button");
        let at = texts.iter().position(|(_, text)| text.contains("«đảm bảo»")).expect("it is told");
        let rest = texts.iter().skip(at).position(|(name, _)| name == "Bỏ qua").expect("a way to dismiss it");
        reviewed.all("button", None)[at + rest].click();
        reviewed.click("Luôn bỏ qua loại này");
    };
    dismiss();
    expect_told(&page, "đảm bảo", 0);
    page.inside("alert").click("Hoàn tác");
    expect_told(&page, "đảm bảo", 1);
    dismiss();
    expect_told(&page, "đảm bảo", 0);

    let page = open(browser, &plan(&[MIXED[0], MIXED[2], SLIP]));
    browser.reload();
    page.go(STEPS[7]);
    expect_told(&page, "phong, chống", 1);
    expect_told(&page, "đảm bảo", 0);
    page.fold("Đã bỏ qua 1 chỗ");
    reviewed.click("Hiện lại");
    expect_told(&page, "đảm bảo", 1);
}

pub fn findings_are_gone_through_by_keyboard_alone(browser: &Browser) {
    let page = open(browser, &plan(&[SLIP, "Các các thôn thực hiện."]));
    page.go(STEPS[7]);
    expect_told(&page, "phong, chống", 1);
    let enter = keys::ENTER.to_string();
    browser.tab_to("button", "Sửa").press(&enter);
    expect_told(&page, "phong, chống", 0);
    // The next finding has the focus.
    let next = until(|| browser.focused().name().contains("«Các các»").then_some(()));
    assert!(next.is_some(), "“{}” has the focus", browser.focused().name());
    browser.tab_to("button", "Bỏ qua").press(&enter);
    browser.tab_to("button", "Bỏ qua chỗ này").press(&enter);
    expect_told(&page, "Các các", 0);
    page.one("heading", REVIEWED).expect_focus();
}

pub fn without_a_worker_findings_are_told_all_the_same(browser: &Browser) {
    let none = "window.Worker = class { constructor() { throw new Error('none'); } }";
    let script = browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": none}));
    browser.reload();
    let page = open(browser, &plan(&[SLIP]));
    page.go(STEPS[7]);
    expect_told(&page, "phong, chống", 1);
    page.go_home();
    browser.chromium("Page.removeScriptToEvaluateOnNewDocument", script);
    browser.reload();
}

pub fn in_a_window_that_only_shows_the_draft_findings_are_read_and_nothing_is_mended(browser: &Browser) {
    let page = open(browser, &plan(&[SLIP]));
    page.go(STEPS[7]);
    expect_told(&page, "phong, chống", 1);
    page.inside(REVIEWED).one("button", "Sửa");
    browser.in_another_tab(|| {
        page.click("Mở");
        page.go(STEPS[7]);
        expect_told(&page, "phong, chống", 1);
        let buttons = || page.inside(REVIEWED).texts("button").into_iter().map(|(name, _)| name);
        let none = until(|| (!buttons().any(|name| name == "Sửa" || name == "Bỏ qua")).then_some(()));
        assert!(none.is_some(), "{:?}", buttons().collect::<Vec<_>>());
        follow(&page, "phong, chống");
        page.heading(STEPS[3]);
    });
}

pub fn no_finding_keeps_anybody_out(browser: &Browser) {
    let mut found = Vec::new();
    let page = open(browser, &plan(&[MIXED[0], MIXED[1], SLIP, "Các các thôn thôn thực hiện  ngay ."]));
    page.go(STEPS[3]);
    expect_told(&page, "phong, chống", 1);
    found.extend(access::wrong(browser, "findings beside their fields"));
    page.go(STEPS[7]);
    expect_told(&page, "phong, chống", 1);
    page.inside(REVIEWED).all("button", Some("Bỏ qua"))[0].click();
    found.extend(access::wrong(browser, "findings in the last step"));
    page.inside(REVIEWED).click("Bỏ qua chỗ này");
    page.click("Đóng");
    page.fold("Đã bỏ qua 1 chỗ");
    page.inside(REVIEWED).one("button", "Hiện lại");
    found.extend(access::wrong(browser, "what is dismissed"));
    assert!(found.is_empty(), "{} things:\n{}", found.len(), found.join("\n"));
}
