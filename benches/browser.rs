//! How long the built app takes in Chromium, on a real plan of a provincial Front.
//!
//! Prints one line a measure: name, value, unit, what it is compared with, separated by tabs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a program for developers")]

#[path = "browser/checking.rs"]
mod checking;
#[path = "../tests/browser/driving/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use the rest")]
mod driving;
#[path = "browser/keeping.rs"]
mod keeping;
#[path = "browser/plans.rs"]
mod plans;
#[path = "browser/reading.rs"]
mod reading;
#[path = "browser/typing.rs"]
mod typing;

use std::path::Path;
use std::time::Duration;

use driving::{Browser, until};
use ke_hoach::draft::Draft;
use serde_json::json;

/// How often each thing is done.
const TIMES: usize = 15;

/// From the click on "Tải Word" to the bytes of the file, in milliseconds.
const WORD_GOAL: f64 = 20.0;

/// How long a person looks at a plan just opened before taking the Word file, at least.
const LOOK: Duration = Duration::from_secs(2);

/// Measures some things and prints them.
type Bench = fn(&Browser);

/// Notes when the first field of the form stands, and each click.
const WATCH: &str = "
    window.clicks = [];
    addEventListener('click', event => clicks.push(event.timeStamp), true);
    new MutationObserver((_, observer) => {
        if (!document.querySelector('main input, main textarea')) return;
        window.usable = performance.now();
        observer.disconnect();
    }).observe(document, { childList: true, subtree: true });";

fn main() {
    let Some(dist) = std::env::var_os("KE_HOACH_DIST") else {
        eprintln!("browser times: skipped, KE_HOACH_DIST is not set");
        return;
    };
    // The group that is asked for; the first words are those of cargo.
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let is_asked = |group: &str| only.as_deref().is_none_or(|only| only == group);
    let browser = Browser::start(Path::new(&dist));
    browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": WATCH}));
    open_plan(&browser);

    if is_asked("word") {
        bench_word(&browser);
    }
    let groups: [(&str, Bench); 5] = [
        ("first", typing::bench_first),
        ("reading", reading::bench),
        ("checking", checking::bench),
        ("typing", typing::bench),
        ("keeping", keeping::bench_save),
    ];
    groups.iter().filter(|(group, _)| is_asked(group)).for_each(|(_, bench)| bench(&browser));
    drop(browser);
    if is_asked("keeping") {
        keeping::bench_start(Path::new(&dist));
    }
}

/// Prints how long it takes until a plan can be typed in, is a Word file, and its page is drawn anew.
fn bench_word(browser: &Browser) {
    browser.reload();
    browser.page().field("Số");
    let usable = browser.script("return usable", json!([])).as_f64().expect("a time");
    line("browser.field", usable, "from opening a kept plan to a field to type in; no goal");

    // Nobody takes the file before having looked at the page; the app uses that time to warm up.
    std::thread::sleep(LOOK);
    let mut word = measured(browser, "export-docx", TIMES, || browser.page().click("Tải Word"));
    let clicks = "return performance.getEntriesByName('export-docx')
        .map(it => it.startTime + it.duration - clicks.findLast(click => click <= it.startTime))";
    let from_click: Vec<f64> = serde_json::from_value(browser.script(clicks, json!([]))).expect("times");
    line("browser.word.first", from_click[0], &goal(from_click[0]));
    let median_from_click = median(from_click);
    line("browser.word", median_from_click, &goal(median_from_click));
    word.remove(0);
    line("browser.word.export", median(word), "part of browser.word: the file from the plan");

    browser.page().go("Tên kế hoạch");
    browser.page().field("Trích yếu").click();
    let preview = measured(browser, "preview", TIMES, || browser.press("a"));
    line("browser.preview", median(preview), "the page drawn anew after a key; no goal");
}

/// Opens a plan of three pages as a person does who was sent its draft.
fn open_plan(browser: &Browser) {
    let draft = Draft { plan: plans::read("mttq-tinh-nam-dinh-nq27.txt").into(), ..Draft::default() };
    let file = browser.file("nam-dinh.kehoach.json", draft.write().as_bytes());
    browser.choose_file(&file);
    browser.page().heading("Cơ quan ban hành");
}

/// How long the app says that it worked under a name, each of the times that `act` is done.
fn measured(browser: &Browser, name: &str, count: usize, act: impl Fn()) -> Vec<f64> {
    let script = "return performance.getEntriesByName(arguments[0]).map(it => it.duration)";
    let times =
        || -> Vec<f64> { serde_json::from_value(browser.script(script, json!([name]))).expect("times") };
    let before = times().len();
    for done in 1..=count {
        act();
        until(|| (times().len() >= before + done).then_some(())).expect("the app measures itself");
    }
    times().split_off(before)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn goal(time: f64) -> String {
    let met = if time < WORD_GOAL { "met" } else { "NOT met" };
    format!("goal: under {WORD_GOAL} ({met})")
}

fn line(name: &str, milliseconds: f64, compared: &str) {
    println!("{name}\t{milliseconds:.1}\tms\t{compared}");
}
