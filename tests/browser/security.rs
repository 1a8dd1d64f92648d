//! What the page may load and run, and that no text of a plan is ever more than text.

use std::fs;
use std::path::Path;

use ke_hoach::draft::Draft;
use ke_hoach::import;
use serde_json::{Value, json};

use crate::driving::{Browser, STEPS, until};

/// Would run in six ways if it were ever taken for a part of the page.
const HOSTILE: &str = "\"'><img src=x onerror=\"window.ran=1\"><svg onload=window.ran=2><script>window.ran=3</script>\
    <a href=\"javascript:window.ran=4\" onfocus=window.ran=5 autofocus>x</a></textarea></option><iframe srcdoc=\"<script>parent.ran=6</script>\">";

/// What of the page could load or run something.
const ABLE: &str = "[...document.querySelectorAll('script, style, link, meta, base, form, img, picture, video, audio, svg, math, iframe, object, embed')]
        .map((it) => it.localName).sort()";

/// What has come of it: what ran, what could, what was asked for beyond the app's own files.
const COME_OF_IT: &str = "return [window.ran ?? null,
    [...document.querySelectorAll('*')].flatMap((it) => it.getAttributeNames().filter((name) => name.startsWith('on'))),
    [...document.querySelectorAll('[href], [src], [action]')].map((it) => it.href ?? it.src).filter((it) => /^javascript:/i.test(it)),
    performance.getEntriesByType('resource').map((it) => it.name)
        .filter((it) => !it.startsWith('blob:') && !/\\.(js|wasm|css|json|webmanifest|svg|png)$/.test(it.split('#')[0]))]";

/// Tries what the policy is against, and gives what ran and what the policy stopped, in the order of names.
const TRIED: &str = "
    const stopped = [];
    addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective));
    const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
    // Later: what WebDriver itself asks for may do that.
    setTimeout(() => { try { (0, eval)('window.ran = 1'); } catch {} });
    add('script', { textContent: 'window.ran = 2' });
    add('script', { src: 'http://127.0.0.1:9/a.js' });
    add('style', { textContent: '* { color: red }' });
    add('img', { src: 'http://127.0.0.1:9/a.png' });
    add('iframe', { src: 'http://127.0.0.1:9/' });
    add('object', { data: 'http://127.0.0.1:9/a.swf' });
    document.head.append(Object.assign(document.createElement('base'), { href: 'http://127.0.0.1:9/' }));
    add('video', { src: 'http://127.0.0.1:9/a.mp4' });
    document.body.setAttribute('style', 'color: red');
    fetch('http://127.0.0.1:9/').catch(() => {});
    navigator.sendBeacon('http://127.0.0.1:9/', 'x');
    try { new WebSocket('ws://127.0.0.1:9/'); } catch {}
    try { new Worker('data:text/javascript,'); } catch {}
    const form = Object.assign(document.createElement('form'), { action: 'http://127.0.0.1:9/', method: 'post' });
    document.body.append(form);
    form.submit();
    return new Promise((done) => setTimeout(() => done([window.ran ?? null, [...new Set(stopped)].sort()]), 500))";

/// Looks whether the policy of the page stands and stops what it is against.
pub fn expect_policy(browser: &Browser) {
    let policy = browser.script("return document.querySelector('meta[http-equiv]').content", json!([]));
    let policy = policy.as_str().expect("a policy");
    for (name, least) in [
        ("default-src", "'none'"),
        ("object-src", "'none'"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
    ] {
        assert!(policy.split(';').any(|rule| rule == format!("{name} {least}")), "{policy}");
    }
    for source in policy.split([';', ' ']) {
        let known = source.ends_with("-src") || source.starts_with("'sha256-");
        let known = known
            || ["'self'", "'none'", "'wasm-unsafe-eval'", "data:", "blob:", "base-uri", "form-action"]
                .contains(&source);
        assert!(known, "“{source}” in {policy}");
    }
    let runs = policy.split(';').find(|rule| rule.starts_with("script-src ")).expect("a rule of scripts");
    assert!(!runs.contains("blob:") && !runs.contains("data:"), "{runs}");

    browser.complaints();
    let tried = browser.script(TRIED, json!([]));
    let stopped = [
        "base-uri",
        "connect-src",
        "form-action",
        "frame-src",
        "img-src",
        "media-src",
        "object-src",
        "script-src",
        "script-src-elem",
        "style-src-attr",
        "style-src-elem",
        "worker-src",
    ];
    assert_eq!(tried, json!([null, stopped]));
    assert!(!browser.complaints().is_empty(), "what the policy stops is said in the console");
    browser.reload();
}

pub fn the_page_may_load_and_run_nothing_but_its_own(browser: &Browser) {
    expect_policy(browser);
    browser.page().heading("Kế hoạch của tôi");
    assert_eq!(browser.script("return document.cookie", json!([])), "");
}

pub fn no_text_of_a_plan_is_taken_for_a_part_of_the_page(browser: &Browser) {
    let page = browser.page();
    let begun = able(browser);
    page.text("main", |text| text.contains("Chưa có kế hoạch nào"));
    let sample =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans/mttq-xa-luong-minh-kiem-tra-giam-sat.docx");
    let plan = import::docx(&fs::read(sample).unwrap()).unwrap().into_plan();
    let draft = Draft { plan: plan.into(), ..Draft::default() };
    browser.choose_file(&browser.file("a.kehoach.json", draft.write().as_bytes()));
    page.heading(STEPS[0]);

    let mut filled = 0;
    for step in STEPS {
        page.go(step);
        match step {
            "Căn cứ" => page.click("Thêm căn cứ"),
            "Nơi nhận, ký" => page.click("Thêm nơi nhận"),
            "Nội dung, nhiệm vụ" => page.click("Thêm phụ lục"),
            _ => {}
        }
        filled += fill(browser);
        expect_text(browser, step, &begun);
    }
    assert!(filled > 40, "{filled} fields were filled in");
    page.text("status", |text| text.starts_with("Đã lưu"));

    browser.reload();
    page.inside("Xem trước").text("group", |text| text.contains("<script>window.ran=3</script>"));
    expect_text(browser, "the preview", &begun);
    page.go("Mục đích, yêu cầu");
    page.all("button", Some("Mẫu câu"))[0].click();
    page.inside("Mẫu câu").one("searchbox", "Tìm mẫu câu").paste(HOSTILE);
    expect_text(browser, "phrases", &begun);
    page.inside("Mẫu câu").click("Đóng");
    page.go("Nội dung, nhiệm vụ");
    page.click("Sửa nhanh bảng nhiệm vụ");
    page.text("main", |text| text.contains("Bảng nhiệm vụ"));
    expect_text(browser, "tasks", &begun);
    page.click("Xong");
    page.go(STEPS[0]);
    page.click("Lịch sử");
    page.heading("Lịch sử");
    expect_text(browser, "history", &begun);
    page.click("Soạn tiếp");
    page.go(STEPS[7]);
    let file = browser.download(".kehoach.json", || page.inside("Tải về").click("Tải bản nháp"));
    page.one("checkbox", "Kèm bản nháp trong tệp Word").click();
    let word = browser.download(".docx", || page.inside("Tải về").click("Tải Word"));
    expect_text(browser, STEPS[7], &begun);
    page.go_home();
    expect_text(browser, "home", &begun);
    for hash in ["#/danh-ba", "#/mau", "#/sao-luu"] {
        browser.script(&format!("location.hash = '{hash}'"), json!([]));
        page.text("heading", |text| !text.contains("Kế hoạch của tôi"));
        expect_nothing(browser, hash, &begun);
    }
    page.go_home();
    browser.choose_file(&file);
    page.heading(STEPS[0]);
    expect_text(browser, "the draft opened again", &begun);
    page.go_home();
    browser.choose_file(&word);
    page.heading("Xem lại kế hoạch vừa đọc");
    expect_text(browser, "the Word file opened again", &begun);
}

/// What a file or a page is that was copied somewhere else and pasted or opened here.
pub fn nothing_of_a_file_or_a_pasted_page_runs(browser: &Browser) {
    let page = browser.page();
    let begun = able(browser);
    let text = format!(
        "ỦY BAN NHÂN DÂN\nXÃ {HOSTILE}\n\nKẾ HOẠCH\nPhòng, chống hạn {HOSTILE}\n\nI. NỘI DUNG {HOSTILE}\n1. Nạo vét {HOSTILE}.\n"
    );
    // A slash ends a name.
    let name = "<img src=x onerror=window.ran=7>";
    browser.choose_file(&browser.file(&format!("{name}.txt"), text.as_bytes()));
    page.heading("Xem lại kế hoạch vừa đọc");
    expect_text(browser, "a text", &begun);
    page.click("Soạn tiếp");
    page.heading(STEPS[0]);
    page.go(STEPS[1]);
    expect_text(browser, "a text that became a plan", &begun);

    page.go_home();
    browser.choose_file(&browser.file(
        &format!("{name}.json"),
        b"{\"type\":\"ke-hoach-draft\",\"format\":\"<img src=x onerror=window.ran=8>\"}",
    ));
    page.text("alert", |said| said.contains(name) && !said.contains("Đang đọc"));
    expect_nothing(browser, "a file that cannot be read", &begun);

    let html = format!(
        "<html><head><link rel=stylesheet href=a.css><style>@import 'b.css'; p {{ background: url(c.png) }}</style>\
        <script>window.ran = 9</script><meta http-equiv=refresh content='0;url=d.html'></head><body onload='window.ran = 10'>\
        <p style='background: url(e.png)'>KẾ HOẠCH<img src=f.png srcset=g.png onerror='window.ran = 11'></p><p>Phòng, chống hạn</p>\
        <p>I. NỘI DUNG</p><p>1. {}</p><iframe src=h.html></iframe><object data=i.swf></object><video src=j.mp4 autoplay></video></body></html>",
        HOSTILE.replace('&', "&amp;").replace('<', "&lt;")
    );
    page.fold("Dán văn bản");
    let paste = "const data = new DataTransfer();
        data.setData('text/html', arguments[0]);
        data.setData('text/plain', arguments[1]);
        document.getElementById('paste').dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))";
    browser.script(paste, json!([html, "KẾ HOẠCH"]));
    page.field("Nội dung kế hoạch").paste("KẾ HOẠCH");
    page.click("Đọc văn bản");
    page.heading("Xem lại kế hoạch vừa đọc");
    expect_text(browser, "a pasted page", &begun);
}

/// Puts the text into every field of the step, and gives how many there are.
fn fill(browser: &Browser) -> u64 {
    let script = "const set = (it, text) => {
            it.focus();
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(it), 'value').set.call(it, text);
            it.dispatchEvent(new InputEvent('input', { bubbles: true }));
            it.blur();
        };
        document.querySelectorAll('main details').forEach((it) => { it.open = true; });
        const fields = [...document.querySelectorAll('main textarea, main input:not([type])')].filter((it) => it.checkVisibility());
        fields.forEach((it) => set(it, arguments[0]));
        return fields.length";
    browser.script(script, json!([HOSTILE])).as_u64().unwrap_or_default()
}

fn able(browser: &Browser) -> Value {
    browser.script(&format!("return {ABLE}"), json!([]))
}

/// The text is there to be read, and nothing has come of it.
fn expect_text(browser: &Browser, place: &str, begun: &Value) {
    let script = "const texts = [document.body.innerText, ...[...document.querySelectorAll('input, textarea')].map((it) => it.value)];
        return texts.some((text) => text.includes('onerror=') && text.includes('<script>window.ran=3'))";
    let read = || browser.script(script, json!([])).as_bool().filter(|read| *read);
    assert!(until(read).is_some(), "{place} does not show the text");
    expect_nothing(browser, place, begun);
}

/// Nothing has come of it.
fn expect_nothing(browser: &Browser, place: &str, begun: &Value) {
    assert_eq!(browser.script(COME_OF_IT, json!([])), json!([null, [], [], []]), "{place}");
    assert_eq!(able(browser), *begun, "{place}");
}
