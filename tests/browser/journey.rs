//! The whole way in each browser that the app is made for: a first visit, a plan, the files of it, the page
//! loaded again, files opened, the pages for the printer; and nothing that is asked of the network meanwhile.
//!
//! `KE_HOACH_SHOTS` names a folder for pictures.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use ke_hoach::document::{paginate, typeset};
use ke_hoach::draft::Draft;
use serde_json::json;

use crate::driving::{Browser, Control, Ground, Kind, Place, Recorder, STEPS, until};
use crate::print::{self, Sheet};
use crate::readers;

/// The page is loaded when nothing was asked for during this time. By then the app has come, and the service
/// worker has taken copies of all its files, with the annex that the form loads later. What is asked for after that
/// would tell somebody that a plan is being written here.
const SILENCE: Duration = Duration::from_secs(2);

const WORKER: &str = "/service-worker.js";

const SUBJECT: &str = "phòng, chống thiên tai năm 2026";
const TASK: &str = "Nạo vét kênh mương trước mùa mưa";

/// What browsers may lack. The app never asks where to save a file, sends it on only from a phone, and keeps a
/// draft where nobody promises to keep it: the way through these tests is the same with and without them.
const LACKS: &str = "return Object.entries({
    'Web Locks': navigator.locks,
    'file picker': window.showSaveFilePicker,
    'share': navigator.canShare,
    'persist': navigator.storage?.persist,
    'file handler': window.launchQueue,
}).filter(([, has]) => !has).map(([name]) => name)";

/// Notes what goes wrong in the page. Not every browser tells its driver.
const WATCH: &str = "window.wrong = [];
    addEventListener('error', ({ message }) => wrong.push(message));
    addEventListener('unhandledrejection', ({ reason }) => wrong.push(`${reason}`));
    addEventListener('securitypolicyviolation', ({ blockedURI }) => wrong.push(`stopped: ${blockedURI}`));";

pub fn the_whole_way_in_chromium(_: &Browser) {
    go(Kind::Chromium, &["share"]);
}

pub fn the_whole_way_in_chrome_109(_: &Browser) {
    go(Kind::Chrome109, &["share"]);
}

pub fn the_whole_way_in_firefox(_: &Browser) {
    go(Kind::Firefox, &["file picker", "share", "file handler"]);
}

pub fn the_whole_way_in_webkit(_: &Browser) {
    go(Kind::WebKit, &["file picker", "share", "persist", "file handler"]);
}

fn go(kind: Kind, lacks: &[&str]) {
    let ground = Rc::new(Ground::recorded(Path::new(&dist())));
    let browser = Browser::on(kind, &ground, "journey");
    let way =
        Way { kind, browser: &browser, page: browser.page(), recorder: ground.recorder().expect("one") };
    browser.resize(1366, 768);
    way.page.heading("Kế hoạch của tôi");
    assert_eq!(browser.script(LACKS, json!([])), json!(lacks));
    way.look("home");

    // One to have it, one to have a newer one.
    let loaded = way.loaded(2);
    let (word, draft) = way.writes_a_plan();
    way.expect_no_requests(loaded, "from the first click to the files");

    way.loads_again();
    let subject = way.page.field("Trích yếu");
    assert_eq!(subject.value(), SUBJECT, "kept");
    let loaded = way.loaded(3);
    way.opens(&word, SUBJECT);
    let text =
        "ỦY BAN NHÂN DÂN\nXÃ LƯƠNG MINH\n\nKẾ HOẠCH\nTrồng cây đầu xuân\n\nI. MỤC ĐÍCH\n1. Trồng 500 cây.\n";
    way.opens(&browser.file("trong-cay.txt", text.as_bytes()), "Trồng cây đầu xuân");
    way.opens_draft(&draft);
    way.prints(&draft);
    way.expect_no_requests(loaded, "from opening files to printing");
    way.expect_own_files_only(ground.address());
}

fn dist() -> PathBuf {
    std::env::var_os("KE_HOACH_DIST").expect("KE_HOACH_DIST names the folder of the built app").into()
}

/// A text whose spaces are all alike.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One browser on its way.
struct Way<'a> {
    kind: Kind,
    browser: &'a Browser,
    page: Place<'a>,
    recorder: &'a Recorder,
}

impl Way<'_> {
    /// Waits until the page is loaded: the service worker answers for it and has looked whether there is a newer
    /// one, and nothing more is asked for. Gives how many requests there were.
    fn loaded(&self, looks: usize) -> usize {
        let kept =
            || self.browser.script("return !!navigator.serviceWorker.controller", json!([])) == json!(true);
        let asked = || self.recorder.requests().iter().filter(|request| request.ends_with(WORKER)).count();
        let ready = until(|| (kept() && asked() >= looks).then_some(()));
        assert!(ready.is_some(), "the app is kept: {}; service workers looked for: {}", kept(), asked());
        self.recorder.wait_for_silence(SILENCE);
        self.browser.script(WATCH, json!([]));
        self.recorder.requests().len()
    }

    /// Loads the page again, as its user does: the driver of Firefox would go past the service worker.
    fn loads_again(&self) {
        self.browser.script("window.left = true; location.reload()", json!([]));
        let stands = || self.browser.script("return !window.left", json!([])) == json!(true);
        assert!(until(|| stands().then_some(())).is_some(), "the page is loaded again");
    }

    fn expect_no_requests(&self, loaded: usize, when: &str) {
        self.recorder.wait_for_silence(SILENCE);
        let requests = self.recorder.requests();
        let others: Vec<&String> =
            requests[loaded..].iter().filter(|asked| !self.is_of_the_browser(asked)).collect();
        assert!(others.is_empty(), "{when}: {others:#?}");
        assert_eq!(self.browser.script("return wrong", json!([])), json!([]), "{when}");
    }

    /// What a browser asks for of itself, whatever page is open, and cannot all be told not to: Chromium and Firefox
    /// ask their makers, who is signed in and what is new; Firefox asks the host whether there is a newer service
    /// worker, a second after that has answered the page. Chrome 109 and WebKit ask for nothing.
    fn is_of_the_browser(&self, request: &str) -> bool {
        let host = request.split(' ').nth(1).unwrap_or_default().trim_start_matches("http://");
        let host = host.split([':', '/']).next().unwrap_or_default();
        let makers: &[&str] = match self.kind {
            Kind::Chromium => &[".google.com", ".googleapis.com", ".duckduckgo.com"],
            Kind::Firefox => &[".mozilla.org", ".mozilla.com", ".mozilla.net", ".googleapis.com"],
            Kind::Chrome109 | Kind::WebKit => &[],
        };
        makers.iter().any(|maker| host.ends_with(maker))
            || self.kind == Kind::Firefox && request.starts_with("GET ") && request.ends_with(WORKER)
    }

    /// Whatever else was asked for since the browser began, the app asked its own host for its own files.
    fn expect_own_files_only(&self, address: &str) {
        let requests = self.recorder.requests();
        let is_own = |request: &&String| {
            let place = request.strip_prefix("GET ").and_then(|asked| asked.strip_prefix(address));
            place.is_some_and(|place| place.is_empty() || Path::new(&dist()).join(place).is_file())
        };
        let (own, others): (Vec<&String>, Vec<&String>) = requests.iter().partition(is_own);
        let (browsers, others): (Vec<&String>, Vec<&String>) =
            others.into_iter().partition(|request| self.is_of_the_browser(request));
        assert!(others.is_empty(), "{others:#?}");
        println!(
            "journey: {:?}: {} requests to load the page twice, none after; {} of the browser's own",
            self.kind,
            own.len(),
            browsers.len()
        );
    }

    /// Goes to a step; the app then puts the focus on its heading.
    fn step(&self, step: &str) {
        self.page.go(step);
        let there = || self.browser.script("return document.activeElement.tagName === 'H1'", json!([]));
        assert!(until(|| (there() == json!(true)).then_some(())).is_some(), "the heading has the focus");
    }

    /// Types into a field, until that holds it: not every driver waits for the last letter.
    fn types(&self, field: &Control, text: &str) {
        field.press(text);
        let held = until(|| (field.value() == text).then_some(()));
        assert!(held.is_some(), "“{}” holds “{}”, not “{text}”", field.name(), field.value());
    }

    /// A small plan, its Word file, and its draft.
    fn writes_a_plan(&self) -> (PathBuf, PathBuf) {
        let Way { page, browser, .. } = self;
        page.click("Soạn kế hoạch mới");
        page.choose("Loại cơ quan", "Ủy ban nhân dân");
        self.types(&page.field("Xã, phường, đặc khu"), "xã Lương Minh");
        self.step(STEPS[4]);
        self.types(&page.inside("Mục II.").inside("ý 1.").field("Nội dung"), TASK);
        self.step(STEPS[6]);
        self.types(&page.field("Họ và tên"), "Lý Văn Hồng");
        self.step(STEPS[1]);
        self.types(&page.field("Trích yếu"), SUBJECT);
        page.text("status", |text| text.starts_with("Đã lưu"));
        page.inside("Xem trước").text("group", |text| {
            [SUBJECT, TASK, "Lý Văn Hồng"].iter().all(|words| line(text).contains(words))
        });
        self.look("form");
        self.step(STEPS[7]);
        self.look("export");
        page.one("checkbox", "Kèm bản nháp trong tệp Word").click();
        let word = browser.download(".docx", || page.inside("Tải về").click("Tải Word"));
        readers::run("validate-docx", &word);
        let words = line(&readers::run("docx-text", &word));
        for said in [SUBJECT, TASK, "Lý Văn Hồng", "XÃ LƯƠNG MINH"] {
            assert!(words.contains(said), "{said} is not in {words}");
        }
        let draft = browser.download(".kehoach.json", || page.inside("Tải về").click("Tải bản nháp"));
        self.step(STEPS[1]);
        (word, draft)
    }

    /// Opens a file that is read, and shown before it is taken.
    fn opens(&self, file: &Path, subject: &str) {
        self.page.go_home();
        self.browser.choose_file(file);
        self.page.heading("Xem lại kế hoạch vừa đọc");
        self.page.click("Soạn tiếp");
        self.page.heading(STEPS[0]);
        self.page.go(STEPS[1]);
        assert_eq!(self.page.field("Trích yếu").value(), subject);
    }

    fn opens_draft(&self, draft: &Path) {
        self.page.go_home();
        self.browser.choose_file(draft);
        self.page.go(STEPS[1]);
        assert_eq!(self.page.field("Trích yếu").value(), SUBJECT);
    }

    /// The printer gets the pages as the library makes them.
    fn prints(&self, draft: &Path) {
        let text = fs::read_to_string(draft).expect("the draft is text");
        let plan = Draft::read(&text).expect("a draft").draft.plan;
        let pages: Vec<Sheet> = paginate(&typeset(&plan)).iter().map(Sheet::of).collect();
        print::ask(self.browser, || self.page.click("In"));
        self.look("print");
        let sheets = match self.kind {
            Kind::WebKit => self.sheets_laid_out(),
            _ => print::sheets_of(self.browser),
        };
        print::expect(&sheets, &pages, print::NEAR, &format!("{:?}", self.kind));
    }

    /// What WebKit would print, as it lays it out: its driver cannot print.
    fn sheets_laid_out(&self) -> Vec<Sheet> {
        self.in_print(|| {
            let seen = self.browser.script(
                "return [...document.body.children].filter(it => it.checkVisibility()).map(it => it.className)",
                json!([]),
            );
            assert_eq!(seen, json!(["printed"]), "nothing of the app");
            let sheets = self.browser.script(SHEETS, json!([]));
            sheets.as_array().into_iter().flatten().map(Sheet::read).collect()
        })
    }

    /// Does something while the page looks as it does to the printer.
    fn in_print<T>(&self, act: impl FnOnce() -> T) -> T {
        let swap = "const [from, to, event] = arguments;
            for (const sheet of document.styleSheets) for (const rule of sheet.cssRules)
                if (rule.media?.mediaText === from) rule.media.mediaText = to;
            dispatchEvent(new Event(event));
            const place = document.querySelector('.printed');
            if (place) place.style.width = to === 'print' ? '' : '210mm'";
        self.browser.script(swap, json!(["print", "(min-width: 1px)", "beforeprint"]));
        let done = act();
        self.browser.script(swap, json!(["(min-width: 1px)", "print", "none"]));
        done
    }

    /// Leaves pictures of what is on screen.
    fn look(&self, place: &str) {
        let Some(folder) = std::env::var_os("KE_HOACH_SHOTS").map(PathBuf::from) else { return };
        fs::create_dir_all(&folder).expect("KE_HOACH_SHOTS can be written");
        let shoot = || {
            for (width, height) in [(1366, 768), (390, 844)] {
                self.browser.resize(width, height);
                std::thread::sleep(Duration::from_millis(400));
                let name = format!("{:?}-{place}-{width}.png", self.kind).to_lowercase();
                self.browser.screenshot(&folder.join(name));
            }
            self.browser.resize(1366, 768);
        };
        if place == "print" { self.in_print(shoot) } else { shoot() }
    }
}

/// The sheets in points: the words of each, with where they stand. Their letters are made a hundred times as large for that:
/// WebKit rounds the width of each to whole points of the screen, which on paper are small. Letters of Liberation
/// Serif reach 0.891 em above the line and 0.216 below, and a range of them as far.
const SHEETS: &str = "
    const points = 0.75;
    const words = (node, { left, top }) => [...node.data.matchAll(/\\S+/g)].map((word) => {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const box = range.getBoundingClientRect();
        const [x0, x1, baseline] =
            [box.left - left, box.right - left, box.top - top + box.height * 0.891 / 1.107].map((it) => it * points / 100);
        return { text: word[0], x0, x1, baseline };
    });
    return [...document.querySelectorAll('.printed .sheet')].map((sheet) => {
        const box = sheet.getBoundingClientRect();
        sheet.firstElementChild.style.setProperty('--pt', '100pt');
        const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        const found = nodes.flatMap((node) => words(node, box));
        sheet.firstElementChild.style.setProperty('--pt', '');
        // The sheet is a hair lower than the paper.
        return { width: box.width * points, height: box.height * points + 1, words: found };
    })";
