//! The hosted app: without a network after the first visit, and from one build to the next.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use serde_json::{Value, json};

use crate::driving::{Browser, Ground, Kind, until};

/// A browser that keeps the app for when there is no network, and its server.
struct Visitor {
    browser: Browser,
    ground: Rc<Ground>,
}

impl Visitor {
    /// Visits what `folder` holds in this place, until it is kept.
    fn new(folder: &Path, place: &str) -> Visitor {
        let ground = Rc::new(Ground::new(folder));
        let browser = Browser::on(Kind::Chromium, &ground, "visitor");
        browser.resize(1366, 768);
        browser.go_to_place(place);
        browser.page().heading("Kế hoạch của tôi");
        let visitor = Visitor { browser, ground };
        assert!(until(|| visitor.is(KEPT)).is_some(), "the app is kept");
        // The browser's own start was elsewhere.
        visitor.browser.complaints();
        visitor
    }

    fn is(&self, script: &str) -> Option<()> {
        (self.browser.script(script, json!([])) == json!(true)).then_some(())
    }

    /// The version that the page of this tab is of.
    fn version(&self) -> Value {
        self.browser.script("return document.querySelector('meta[name=version]').content", json!([]))
    }

    /// Whether it is said that there is a new version.
    fn is_told(&self) -> Option<()> {
        let said = self.browser.page().texts("status");
        said.iter().any(|(_, text)| text.contains("Có bản mới của ứng dụng")).then_some(())
    }

    /// Opens the app again and waits until it is said. Chromium looks for a new service worker when it has finished
    /// with the one before, which takes it ten seconds and more where much is going on: until then it has asked the
    /// server for nothing, and whoever loads the page again waits anew.
    fn opens_and_is_told(&self) {
        self.browser.reload();
        let told = (0..12).any(|_| until(|| self.is_told()).is_some());
        assert!(told, "a new version is told of");
    }

    /// Waits until the page is of another version than this. The new worker first lets the one before finish what
    /// that does: the app gives it half a minute.
    fn renewed(&self, old: &Value) {
        let renewed = (0..4).any(|_| until(|| (self.version() != *old).then_some(())).is_some());
        assert!(
            renewed,
            "a page of the new version, where is said {:?}",
            self.browser.page().texts("status")
        );
    }

    /// Waits until a draft of this subject is kept.
    fn kept(&self, subject: &str) {
        let script = "return Object.values(localStorage).some(text => text.includes(arguments[0]))";
        let subject = format!("\"subject\":\"{subject}\"");
        let kept = || (self.browser.script(script, json!([subject])) == json!(true)).then_some(());
        assert!(until(kept).is_some(), "{subject} is kept");
    }

    fn begin(&self, subject: &str) {
        let page = self.browser.page();
        page.click("Soạn kế hoạch mới");
        page.go("Tên kế hoạch");
        page.field("Trích yếu").press(subject);
    }

    /// Waits until the page beside the form and its Word file are there.
    fn can_all(&self, words: &str) {
        let page = self.browser.page();
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        page.inside("Xem trước").text("group", |text| line(text).contains(words));
        self.browser.download(".docx", || page.click("Tải Word"));
    }

    /// Ends the visit: nothing was complained of.
    fn end(self) {
        let complaints = self.browser.complaints();
        assert!(complaints.is_empty(), "{complaints:#?}");
    }
}

/// The worker answers for the page: it has all files.
const KEPT: &str = "return !!navigator.serviceWorker.controller";

/// As many builds are kept.
const BUILDS: &str = "return caches.keys().then(names => names.length)";

fn dist() -> PathBuf {
    PathBuf::from(std::env::var_os("KE_HOACH_DIST").expect("KE_HOACH_DIST names the folder of the built app"))
}

/// A folder of this run's own with nothing in it.
fn folder(name: &str) -> PathBuf {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("offline-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder can be written");
    for entry in fs::read_dir(from).expect("the folder can be read").flatten() {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).expect("the file can be copied");
        }
    }
}

/// A build that comes after the one in `dist`: its annex differs, and so has another name.
fn next_build(name: &str) -> PathBuf {
    let next = folder(name);
    copy(&dist(), &next);
    let is_annex = |name: &String| name.starts_with("annex-") && name.ends_with(".js");
    let names = fs::read_dir(&next).expect("the folder can be read").flatten();
    let annex = names.filter_map(|entry| entry.file_name().into_string().ok()).find(is_annex);
    let (annex, renamed) = (annex.expect("the build has an annex"), "annex-fedcba9876543210.js");
    let text = fs::read_to_string(next.join(&annex)).expect("the annex is text");
    fs::remove_file(next.join(&annex)).expect("the folder can be written");
    fs::write(next.join(renamed), text + "\n// The next.\n").expect("the folder can be written");
    let page = fs::read_to_string(next.join("index.html")).expect("the build has a page");
    fs::write(next.join("index.html"), page.replace(&annex, renamed)).expect("the folder can be written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/service-worker.mjs");
    let status = Command::new("node").arg(script).arg(&next).status();
    assert!(status.is_ok_and(|status| status.success()), "tools/service-worker.mjs makes a build of it");
    next
}

pub fn a_visit_later_needs_no_server_wherever_the_app_lies(_: &Browser) {
    let host = folder("host");
    let place = "don-vi/ke-hoach/";
    copy(&dist(), &host.join(place));
    let visitor = Visitor::new(&host, place);
    visitor.ground.close();

    visitor.browser.reload();
    visitor.begin("phòng, chống hạn");
    visitor.can_all("KẾ HOẠCH phòng, chống hạn");
    visitor.browser.go_to_place(&format!("{place}index.html?tu=zalo"));
    let page = visitor.browser.page();
    page.click("Mở");
    page.go("Tên kế hoạch");
    page.expect_values("Trích yếu", &["phòng, chống hạn"]);
    visitor.end();
    let _ = fs::remove_dir_all(host);
}

pub fn an_update_waits_for_the_user_and_no_window_loses_anything(_: &Browser) {
    let visitor = Visitor::new(&dist(), "");
    let Visitor { browser, ground } = &visitor;
    let (old, first) = (visitor.version(), browser.tab());
    visitor.begin("một");
    visitor.kept("một");
    // One window with a draft at work, and one that has not needed the annex yet.
    let second = browser.new_tab();
    visitor.begin("hai");
    let third = browser.new_tab();
    browser.page().heading("Kế hoạch của tôi");

    let next = next_build("next");
    ground.serve(&next);
    browser.go_to(&first);
    visitor.opens_and_is_told();
    assert_eq!(visitor.version(), old, "nothing changes by itself");
    browser.page().go("Tên kế hoạch");
    browser.page().field("Trích yếu").press(" năm 2026");
    // At once: before the draft is kept by itself.
    browser.page().click("Cập nhật");
    visitor.renewed(&old);
    browser.page().expect_values("Trích yếu", &["một năm 2026"]);
    assert!(browser.page().all("button", Some("Cập nhật")).is_empty());

    browser.go_to(&second);
    assert!(until(|| visitor.is_told()).is_some(), "the other windows are told, too");
    assert_eq!(visitor.version(), old, "they stay as they are");
    let subject = browser.page().field("Trích yếu");
    subject.press(" ba");
    assert_eq!(subject.value(), "hai ba");
    visitor.kept("hai ba");
    // The old annex is on no server any more.
    browser.go_to(&third);
    assert_eq!(visitor.version(), old);
    visitor.begin("bốn");
    visitor.can_all("KẾ HOẠCH bốn");
    // What was just done is said first.
    browser.page().inside("alert").click("Đóng");
    browser.page().click("Cập nhật");
    visitor.renewed(&old);
    browser.page().expect_values("Trích yếu", &["bốn"]);
    assert_eq!(browser.script(BUILDS, json!([])), json!(2), "the second window is still of the old version");

    browser.go_to(&second);
    browser.reload();
    browser.page().expect_values("Trích yếu", &["hai ba"]);
    let one = || (browser.script(BUILDS, json!([])) == json!(1)).then_some(());
    assert!(until(one).is_some(), "what no window needs is forgotten");
    visitor.end();
    let _ = fs::remove_dir_all(next);
}

pub fn an_update_is_not_taken_while_a_draft_is_not_kept(_: &Browser) {
    let visitor = Visitor::new(&dist(), "");
    let Visitor { browser, ground } = &visitor;
    let old = visitor.version();
    visitor.begin("một");
    let next = next_build("unkept");
    ground.serve(&next);
    visitor.opens_and_is_told();
    browser.page().go("Tên kế hoạch");
    browser.script(
        "window.keep = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };",
        json!([]),
    );
    browser.page().field("Trích yếu").press(" hai");
    browser.page().click("Cập nhật");
    browser.page().text("status", |text| text.contains("hãy bấm “Tải bản nháp”"));
    assert_eq!(visitor.version(), old);
    assert_eq!(browser.page().field("Trích yếu").value(), "một hai");
    browser.script("Storage.prototype.setItem = window.keep", json!([]));
    browser.page().click("Cập nhật");
    visitor.renewed(&old);
    browser.page().expect_values("Trích yếu", &["một hai"]);
    visitor.end();
    let _ = fs::remove_dir_all(next);
}

pub fn a_host_that_is_half_filled_changes_nothing(_: &Browser) {
    let visitor = Visitor::new(&dist(), "");
    let next = next_build("half");
    fs::copy(dist().join("index.html"), next.join("index.html")).expect("the folder can be written");
    visitor.ground.serve(&next);
    let tried = "return navigator.serviceWorker.getRegistration()
        .then(it => it.update()).then(it => new Promise(done => {
            it.installing?.addEventListener('statechange', ({ target }) => done(target.state));
        }))";
    assert_eq!(visitor.browser.script(tried, json!([])), json!("redundant"));
    assert_eq!(visitor.browser.script(BUILDS, json!([])), json!(1));
    visitor.ground.close();
    visitor.browser.reload();
    visitor.begin("một");
    visitor.can_all("KẾ HOẠCH một");
    visitor.end();
    let _ = fs::remove_dir_all(next);
}

pub fn a_file_of_the_system_is_opened(browser: &Browser) {
    // As the system hands it over once the app is installed.
    let launch = "const file = new File(['KẾ HOẠCH\\nPhòng, chống hạn\\n'], 'ke-hoach.txt');
        const handle = { getFile: async () => file };
        Object.defineProperty(window, 'launchQueue', { value: {
            setConsumer: consume => consume({ files: [handle] }),
        } })";
    let script = browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": launch}));
    browser.reload();
    browser.page().heading("Xem lại kế hoạch vừa đọc");
    browser.chromium("Page.removeScriptToEvaluateOnNewDocument", script);
}
