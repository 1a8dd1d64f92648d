//! One draft in several windows: one of them owns it, and nothing typed in any is lost.

use std::fs;
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

use crate::driving::{Browser, Tab, keys, until};

/// Begins a plan with this subject; it is kept when this returns. Gives the address after the `#`.
fn begin(browser: &Browser, subject: &str) -> String {
    let page = browser.page();
    page.click("Soạn kế hoạch mới");
    page.go("Tên kế hoạch");
    write(browser, subject);
    hash(browser)
}

fn hash(browser: &Browser) -> String {
    browser.script("return location.hash", json!([])).as_str().unwrap().to_owned()
}

/// Types on in the subject, once it can be typed in, until it is kept.
fn write(browser: &Browser, text: &str) {
    let subject = browser.page().field("Trích yếu");
    let whole = subject.value() + text;
    subject.press(&format!("{}{text}", keys::END));
    kept(browser, &whole);
}

/// Waits until the storage holds a draft of this subject.
fn kept(browser: &Browser, subject: &str) {
    let held = || subjects(browser).contains(&subject.to_owned()).then_some(());
    assert!(until(held).is_some(), "“{subject}” is not among {:?}", subjects(browser));
}

/// What the storage holds of drafts, by key.
fn texts(browser: &Browser) -> Vec<(String, String)> {
    let script = "return Object.keys(localStorage).filter(key => key.startsWith('ke-hoach/draft/')).sort()
        .map(key => [key, localStorage[key]])";
    serde_json::from_value(browser.script(script, json!([]))).unwrap()
}

/// The subject of each draft as it was kept last.
fn subjects(browser: &Browser) -> Vec<String> {
    let mut newest = std::collections::BTreeMap::<String, (u64, String)>::new();
    for (_, text) in texts(browser) {
        let draft: Value = serde_json::from_str(&text).unwrap();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let (rev, subject) = (draft["rev"].as_u64().unwrap(), text(&draft["plan"]["subject"]));
        let slot = newest.entry(text(&draft["id"])).or_default();
        *slot = (rev, subject).max(std::mem::take(slot));
    }
    newest.into_values().map(|(_, subject)| subject).collect()
}

/// Opens the place in a window beside this one and goes there.
fn beside(browser: &Browser, hash: &str) -> Tab {
    let tab = browser.new_tab();
    go(browser, hash);
    tab
}

fn go(browser: &Browser, hash: &str) {
    browser.script("location.hash = arguments[0]", json!([hash]));
}

/// Waits until the draft can only be looked at, and its page holds the words.
fn only_seen(browser: &Browser, words: &str) {
    let page = browser.page();
    page.inside("Chỉ xem").one("button", "Tiếp quản");
    let preview = page.inside("Xem trước");
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    preview.text("group", |text| line(text).contains(words));
    assert!(!can_type(browser));
}

/// Whether the form has a field that takes keys.
fn can_type(browser: &Browser) -> bool {
    let script = "return !!document.querySelector('main :is(input, select, textarea):not([inert] *)')";
    browser.script(script, json!([])) == json!(true)
}

/// Waits until the subject can be typed, and reads so.
fn can_write(browser: &Browser, subject: &str) {
    let page = browser.page();
    assert!(until(|| can_type(browser).then_some(())).is_some());
    page.expect_values("Trích yếu", &[subject]);
    assert!(page.all("button", Some("Tiếp quản")).is_empty());
}

pub fn a_second_window_shows_the_draft_and_follows_what_is_typed_in_the_first(browser: &Browser) {
    let first = browser.tab();
    let hash = begin(browser, "một");
    let second = beside(browser, &hash);
    only_seen(browser, "một");
    let page = browser.page();
    page.text("status", |text| text.starts_with("Đã lưu") && text.ends_with("ở cửa sổ khác"));

    browser.go_to(&first);
    write(browser, " hai");
    let before = texts(browser);
    browser.go_to(&second);
    only_seen(browser, "một hai");
    browser.press(&keys::with(&[keys::CONTROL], 'z'));
    page.go("Nơi nhận, ký");
    page.go("Tên kế hoạch");
    sleep(Duration::from_millis(600));
    assert_eq!(texts(browser), before, "who looks writes nothing");
    let word = browser.download(".docx", || page.click("Tải Word"));
    assert!(fs::metadata(word).unwrap().len() > 0);

    browser.go_to(&first);
    can_write(browser, "một hai");
}

pub fn a_window_takes_over_and_the_other_has_kept_its_last_letter(browser: &Browser) {
    let first = browser.tab();
    let hash = begin(browser, "a");
    let second = beside(browser, &hash);
    only_seen(browser, "a");
    // Types on for as long as it may, faster than drafts are kept.
    browser.go_to(&first);
    let typing = "const field = document.getElementById('subject');
        const typing = setInterval(() => {
            if (field.closest('[inert]')) return clearInterval(typing);
            field.value += 'x';
            field.dispatchEvent(new InputEvent('input', {bubbles: true}));
        }, 20);";
    browser.script(typing, json!([]));

    browser.go_to(&second);
    let page = browser.page();
    page.click("Tiếp quản");
    page.text("alert", |text| text.starts_with("Đã tiếp quản"));
    let value = page.field("Trích yếu").value();
    assert!(value.starts_with("ax"), "{value}");
    browser.go_to(&first);
    only_seen(browser, &value);
    let typed = browser.script("return document.getElementById('subject').value", json!([]));
    assert_eq!(typed, json!(value), "no letter of the first window is lost");

    browser.go_to(&second);
    page.field("Trích yếu").press(&format!("{}yz", keys::END));
    browser.go_to(&first);
    page.click("Tiếp quản");
    can_write(browser, &format!("{value}yz"));
    browser.go_to(&second);
    only_seen(browser, &format!("{value}yz"));
}

pub fn a_window_goes_on_when_the_one_with_the_draft_is_closed(browser: &Browser) {
    let first = browser.tab();
    let hash = begin(browser, "một");
    let second = beside(browser, &hash);
    only_seen(browser, "một");
    browser.go_to(&first);
    browser.page().field("Trích yếu").press("x");
    browser.leave();
    browser.go_to(&second);
    can_write(browser, "mộtx");
    write(browser, " hai");
}

pub fn a_window_that_does_not_answer_loses_the_draft(browser: &Browser) {
    let first = browser.tab();
    let hash = begin(browser, "một");
    browser.script("BroadcastChannel.prototype.postMessage = () => {}", json!([]));
    let second = beside(browser, &hash);
    only_seen(browser, "một");
    browser.go_to(&first);
    browser.page().field("Trích yếu").press("x");
    browser.go_to(&second);
    browser.page().click("Tiếp quản");
    can_write(browser, "mộtx");
    write(browser, " hai");
    browser.go_to(&first);
    only_seen(browser, "mộtx hai");
}

/// Writes what another program would: a later revision of the draft that is open.
const BEHIND: &str = "
    const [id] = location.hash.slice(2).split('/');
    const slots = [0, 1].map(slot => JSON.parse(localStorage[`ke-hoach/draft/${id}/${slot}`] ?? '{\"rev\":0}'));
    const newest = slots[0].rev > slots[1].rev ? slots[0] : slots[1];
    const [change] = arguments;
    const later = {...newest, rev: newest.rev + 1, sum: '', ...change};
    later.plan = {...newest.plan, ...change.plan};
    const text = JSON.stringify(later);
    localStorage[`ke-hoach/draft/${id}/${later.rev % 2}`] = text;
    const entry = JSON.parse(localStorage[`ke-hoach/index/${id}`]);
    localStorage[`ke-hoach/index/${id}`] = JSON.stringify({...entry, rev: later.rev, name: later.plan.subject});
    return text;";

pub fn of_two_who_kept_one_draft_both_are_kept(browser: &Browser) {
    let hash = begin(browser, "một");
    browser.script(BEHIND, json!([{"plan": {"subject": "của người khác"}}]));
    let page = browser.page();
    page.field("Trích yếu").press(" hai");
    page.text("alert", |text| text.starts_with("Bản nháp này vừa được sửa ở một cửa sổ khác"));
    page.text("status", |text| text.starts_with("Đã lưu"));
    assert_ne!(self::hash(browser), hash);
    assert!(self::hash(browser).ends_with("/2"), "at the same step");
    can_write(browser, "một hai");
    write(browser, " ba");
    page.go_home();
    let mut names = page.headings().split_off(1);
    names.sort();
    assert_eq!(names, ["của người khác", "một hai ba"]);
}

pub fn what_is_written_over_an_owner_stays_beside_what_the_owner_kept(browser: &Browser) {
    let first = browser.tab();
    let hash = begin(browser, "một");
    beside(browser, &hash);
    only_seen(browser, "một");
    browser.script(BEHIND, json!([{"plan": {"subject": "của người khác"}}]));
    browser.go_to(&first);
    let page = browser.page();
    page.text("alert", |text| text.starts_with("Bản nháp này vừa được sửa ở một cửa sổ khác"));
    can_write(browser, "một");
    assert_ne!(self::hash(browser), hash);
    page.go_home();
    let mut names = page.headings().split_off(1);
    names.sort();
    assert_eq!(names, ["của người khác", "một"]);
}

pub fn windows_of_a_browser_without_locks_know_of_each_other(browser: &Browser) {
    let without_locks = |date: i64| {
        let script = "Object.defineProperty(navigator, 'locks', {value: undefined});
            Date.now = () => arguments[0];";
        browser.script(script, json!([date]));
    };
    let first = browser.tab();
    without_locks(4_000_000_000_000);
    let hash = begin(browser, "một");
    let second = browser.new_tab();
    // The clock was set back by half a century.
    without_locks(1_000_000_000);
    go(browser, &hash);
    only_seen(browser, "một");
    browser.go_to(&first);
    write(browser, " hai");
    browser.go_to(&second);
    only_seen(browser, "một hai");
    // For longer than an owner may be silent.
    sleep(Duration::from_secs(5));
    only_seen(browser, "một hai");

    browser.page().click("Tiếp quản");
    can_write(browser, "một hai");
    write(browser, " ba");
    browser.go_to(&first);
    only_seen(browser, "một hai ba");
    browser.go_to(&second);
    browser.leave();
    browser.go_to(&first);
    can_write(browser, "một hai ba");
    write(browser, " bốn");
}

pub fn a_draft_of_a_newer_version_is_seen_and_stays_as_it_is(browser: &Browser) {
    let hash = begin(browser, "một");
    browser.page().go_home();
    browser.script("location.hash = arguments[0]", json!([hash]));
    let page = browser.page();
    page.field("Trích yếu");
    let text =
        browser.script(BEHIND, json!([{"format": 2, "plan": {"subject": "của bản mới", "mới": [1, 2]}}]));
    browser.reload();
    page.text("region", |text| text.contains("do phiên bản mới hơn của ứng dụng ghi"));
    let before = texts(browser);
    page.inside("Xem trước").text("group", |text| text.contains("của bản mới"));
    assert!(!can_type(browser));
    assert!(page.all("button", Some("Tiếp quản")).is_empty());
    let file = browser.download(".kehoach.json", || page.click("Tải bản nháp"));
    assert_eq!(json!(fs::read_to_string(file).unwrap()), text);
    page.go_home();
    assert_eq!(texts(browser), before);

    // One in which nothing can be understood.
    let script =
        "const key = Object.keys(localStorage).find(key => localStorage[key].includes('\"format\":2'));
        return localStorage[key] = '{\"type\":\"ke-hoach-draft\",\"format\":3,\"kế hoạch\":true}';";
    let text = browser.script(script, json!([]));
    go(browser, &hash);
    page.heading("Không mở được bản nháp");
    let one = page.all("button", Some("Tải bản lưu 1"));
    let file = browser.download(".kehoach.json", || one[0].click());
    let other = browser.download(".kehoach.json", || page.click("Tải bản lưu 2"));
    let files = [file, other].map(|file| json!(fs::read_to_string(file).unwrap()));
    assert!(files.contains(&text), "{files:?}");
}

pub fn a_draft_that_was_removed_elsewhere_is_kept_anew_as_one_types_on(browser: &Browser) {
    let first = browser.tab();
    begin(browser, "một");
    let second = browser.new_tab();
    let page = browser.page();
    page.inside("một").click("Xóa");
    browser.go_to(&first);
    page.text("alert", |text| text.starts_with("Bản nháp này vừa bị xóa ở một cửa sổ khác"));
    page.text("status", |text| text.starts_with("Chưa lưu"));
    write(browser, " hai");
    page.text("status", |text| text.starts_with("Đã lưu"));
    page.inside("alert").click("Đóng");

    browser.go_to(&second);
    browser.script("localStorage.clear()", json!([]));
    browser.go_to(&first);
    page.text("alert", |text| text.starts_with("Bản nháp này vừa bị xóa ở một cửa sổ khác"));
    write(browser, " ba");
    page.go_home();
    assert_eq!(page.headings().split_off(1), ["một hai ba"]);
}
