//! What the printer gets: the pages of the preview, and nothing of the app.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use ke_hoach::document::{Line, Page, paginate, typeset};
use ke_hoach::draft::Draft;
use ke_hoach::plan::{Appendix, Item, Orientation, Plan, TableSource};
use serde_json::{Value, json};

use crate::driving::{Browser, Place, until};
use crate::readers;

/// In points: what is printed stands that near to where it belongs …
pub const NEAR: f64 = 1.0;
/// … and what Word's file makes of it, by another program, within the same line.
const LEVEL: f64 = 4.0;

/// Letters on paper: a word, or a line of text.
struct Piece {
    left: f64,
    right: f64,
    baseline: f64,
    letters: String,
}

/// A sheet of paper.
pub struct Sheet {
    width: f64,
    height: f64,
    pieces: Vec<Piece>,
}

impl Sheet {
    /// A page as it was made, in lines.
    pub fn of(page: &Page) -> Sheet {
        let line = |line: &Line| Piece {
            left: line.segments.first().map_or(0.0, |segment| segment.x.into()),
            right: line.segments.last().map_or(0.0, |segment| (segment.x + segment.width).into()),
            baseline: line.baseline.into(),
            letters: letters(&line.text()),
        };
        let lines = page.number.iter().chain(&page.lines).map(line).filter(|line| !line.letters.is_empty());
        Sheet { width: page.width.into(), height: page.height.into(), pieces: lines.collect() }
    }

    /// A sheet as a reader of pages tells of it: its size, and its words with where they stand.
    pub fn read(page: &Value) -> Sheet {
        let number = |value: &Value| value.as_f64().expect("a number");
        let word = |word: &Value| Piece {
            left: number(&word["x0"]),
            right: number(&word["x1"]),
            baseline: number(&word["baseline"]),
            letters: word["text"].as_str().expect("text").to_owned(),
        };
        Sheet {
            width: number(&page["width"]),
            height: number(&page["height"]),
            pieces: page["words"].as_array().expect("words").iter().map(word).collect(),
        }
    }

    /// Its letters in an order of their own.
    fn sorted(&self) -> Vec<char> {
        let mut letters: Vec<char> = self.pieces.iter().flat_map(|piece| piece.letters.chars()).collect();
        letters.sort_unstable();
        letters
    }

    /// Which of these lines do not stand on this sheet, each where it belongs.
    fn lacks<'a>(&self, lines: &'a Sheet, near: f64) -> Vec<&'a str> {
        let stands = |line: &&Piece| {
            let here = |word: &&Piece| {
                (word.baseline - line.baseline).abs() < near
                    && word.left > line.left - near
                    && word.right < line.right + near
            };
            let mut words: Vec<&Piece> = self.pieces.iter().filter(here).collect();
            words.sort_by(|a, b| a.left.total_cmp(&b.left));
            words.iter().map(|word| &*word.letters).collect::<String>() == line.letters
        };
        lines.pieces.iter().filter(|line| !stands(line)).map(|line| &*line.letters).collect()
    }
}

/// That these are the pages, line by line, and hold nothing else.
pub fn expect(sheets: &[Sheet], pages: &[Sheet], near: f64, case: &str) {
    assert_eq!(sheets.len(), pages.len(), "{case}: pages");
    for (i, (sheet, page)) in sheets.iter().zip(pages).enumerate() {
        let (width, height) = (sheet.width, sheet.height);
        let is_like = (width - page.width).abs() < 1.0 && (height - page.height).abs() < 1.0;
        assert!(is_like, "{case}, page {}: {width} × {height} pt", i + 1);
        assert_eq!(sheet.lacks(page, near), Vec::<&str>::new(), "{case}, page {}", i + 1);
        assert_eq!(sheet.sorted(), page.sorted(), "{case}, page {}: its letters", i + 1);
    }
}

fn letters(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The sheets of a PDF.
fn sheets(pdf: &Path) -> Vec<Sheet> {
    let geometry: Value = serde_json::from_str(&readers::run("pdf-geometry", pdf)).expect("JSON");
    geometry["pages"].as_array().expect("pages").iter().map(Sheet::read).collect()
}

/// The example, with an appendix that lies on its side.
fn plan() -> Plan {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/vi-du.kehoach.json");
    let text = fs::read_to_string(file).expect("the example");
    let mut plan = Arc::unwrap_or_clone(Draft::read(&text).expect("a draft").draft.plan);
    let item = |i| Item {
        text: format!("Việc thứ {i} của Ban Công tác Mặt trận thôn."), ..Item::default()
    };
    plan.appendices.push(Appendix {
        title: "Phân công nhiệm vụ".into(),
        orientation: Orientation::Landscape,
        table: TableSource::Tasks,
        items: (1..=12).map(item).collect(),
        ..Appendix::default()
    });
    plan.repair_rows();
    plan
}

/// Opens the plan and waits until its pages are there.
fn open<'a>(browser: &'a Browser, plan: &Plan) -> Place<'a> {
    let draft = Draft { plan: plan.clone().into(), ..Draft::default() };
    browser.choose_file(&browser.file("in.kehoach.json", draft.write().as_bytes()));
    let page = browser.page();
    page.one("button", "In");
    page
}

/// Does what asks for the printer, and gives what it gets.
fn printed(browser: &Browser, act: impl FnOnce()) -> Vec<Sheet> {
    ask(browser, act);
    sheets_of(browser)
}

/// Does what asks for the printer. None is at hand: what it would get stays laid out.
pub fn ask(browser: &Browser, act: impl FnOnce()) {
    browser.script("window.asked = 0; window.print = () => void window.asked++", json!([]));
    act();
    let asked = || (browser.script("return window.asked", json!([])) == json!(1)).then_some(());
    assert!(until(asked).is_some(), "the browser is asked to print");
}

/// What the printer would get now: the browser writes a PDF.
pub fn sheets_of(browser: &Browser) -> Vec<Sheet> {
    let file = browser.file("in.pdf", &[]);
    browser.print(&file);
    sheets(&file)
}

pub fn the_printer_gets_the_pages_of_the_preview_and_word_has_the_same(browser: &Browser) {
    let plan = plan();
    let pages: Vec<Sheet> = paginate(&typeset(&plan)).iter().map(Sheet::of).collect();
    let page = open(browser, &plan);
    let seen = || page.inside("Xem trước").texts("group");
    assert!(until(|| (seen().len() == pages.len()).then_some(())).is_some(), "{} pages", seen().len());

    for (page, (_, text)) in pages.iter().zip(seen()) {
        let mut letters: Vec<char> = letters(&text).chars().collect();
        letters.sort_unstable();
        assert_eq!(letters, page.sorted(), "the preview");
    }

    assert!(pages.iter().any(|page| page.width > page.height));
    let printed = printed(browser, || page.click("In"));
    expect(&printed, &pages, NEAR, "printed");
    // 30 mm to the left, as a plan has them.
    let left = printed[1].pieces.iter().map(|word| word.left).fold(f64::MAX, f64::min);
    assert!((left - 85.0).abs() < NEAR, "{left}");
    assert_eq!(browser.script("return document.querySelectorAll('.printed').length", json!([])), json!(0));

    let word = browser.download(".docx", || page.click("Tải Word"));
    expect(&sheets(&pages_of(&word)), &pages, LEVEL, "in Word");
}

/// The pages of a Word file, as a PDF.
fn pages_of(word: &Path) -> PathBuf {
    let pdf = word.with_extension("pdf");
    let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools/libreoffice-pdf");
    let status = Command::new(program).arg(word).arg(&pdf).status();
    assert!(status.is_ok_and(|status| status.success()), "LibreOffice reads {}", word.display());
    pdf
}

pub fn pages_are_printed_before_they_are_seen_and_where_they_are_not(browser: &Browser) {
    let plan = plan();
    let pages: Vec<Sheet> = paginate(&typeset(&plan)).iter().map(Sheet::of).collect();
    let expect = |sheets: &[Sheet], case: &str| expect(sheets, &pages, NEAR, case);
    let page = open(browser, &plan);
    page.click("Lịch sử");
    page.one("button", "Soạn tiếp");
    expect(&printed(browser, || page.click("In")), "beside the history");
    page.click("Soạn tiếp");
    page.inside("Xem trước").text("group", |text| text.contains("Phân công"));
    let file = browser.file("phim.pdf", &[]);
    browser.print(&file);
    expect(&sheets(&file), "by the browser's own command");

    page.go("Kiểm tra, xuất");
    browser.resize(390, 844);
    let slowly = |milliseconds: u32| {
        let network = json!({
            "offline": false, "latency": milliseconds, "downloadThroughput": -1, "uploadThroughput": -1,
        });
        browser.chromium("Network.emulateNetworkConditions", network);
    };
    browser.chromium("Network.enable", json!({}));
    slowly(500);
    browser.reload();
    expect(&printed(browser, || page.click("In")), "on a phone, before the annex is there");
    slowly(0);
}
