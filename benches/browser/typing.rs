//! What a keystroke costs the page on a slow machine, with few tasks and with many.

use std::time::Duration;

use ke_hoach::draft::Draft;
use ke_hoach::plan::{FormatKey, Item, Level, Plan, Task};
use serde_json::json;

use super::driving::{Browser, until};
use super::{line, median};

/// How much slower than this machine the page is made.
const SLOWER: u32 = 4;

/// How many letters are typed, each so long before the next that the draft is kept in between.
const LETTERS: usize = 60;
const PAUSE: Duration = Duration::from_millis(500);

/// The most that 95 of 100 letters may take, in milliseconds, and how much more with many tasks.
const GOAL: f64 = 8.0;
const MORE: f64 = 1.5;

/// Done once the browser has laid out and drawn the letter. It is waited for, not slept over: what the app
/// does once one pauses begins a tenth of a second later, and is measured apart.
const DRAWN: &str = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))";

/// What of the page's time is the app's doing: its code, and laying out what it has put there. Painting
/// takes more than either in a browser without a screen, on a page with nothing but a field, too.
const OURS: [&str; 3] = ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"];

/// The longest until the first field can be typed in, in milliseconds.
const FIRST_GOAL: f64 = 1_500.0;

/// Prints how long the page's main thread works for a letter, and for what follows once one pauses: the
/// pages drawn anew and the draft kept.
pub fn bench(browser: &Browser) {
    // The thread's own time: what other programs of the machine do meanwhile is not in it.
    browser.chromium("Performance.enable", json!({"timeDomain": "threadTicks"}));
    let [few, many] = [5, 500].map(|tasks| {
        let (keys, pauses) = type_letters(browser, tasks);
        let what = format!("of {LETTERS} letters with {tasks} tasks, the page {SLOWER} times slower");
        let p95 = share(&keys, 95);
        let met = if p95 <= GOAL { "met" } else { "NOT met" };
        line(&format!("key.{tasks}tasks"), share(&keys, 50), &format!("median {what}; no goal"));
        line(&format!("key.{tasks}tasks.p95"), p95, &format!("{what}; goal: at most {GOAL} ({met})"));
        let after = "once one pauses: the pages drawn anew and the draft kept; no goal";
        line(&format!("key.{tasks}tasks.pause"), share(&pauses, 50), &format!("median {what}, {after}"));
        p95
    });
    let ratio = many / few;
    let met = if ratio <= MORE { "met" } else { "NOT met" };
    println!("key.ratio\t{ratio:.2}\ttimes\tp95 with 500 tasks to that with 5; goal: at most {MORE} ({met})");
    let bare = share(&type_in_bare_page(browser), 95);
    let what =
        format!("of {LETTERS} letters in a page that is one empty field, the page {SLOWER} times slower");
    line("key.bare.p95", bare, &format!("{what}: the browser's own part on this machine; no goal"));
}

/// The time below which so many of 100 are.
fn share(times: &[f64], percent: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times[times.len() * percent / 100]
}

/// Prints how long a visit takes until one can type.
pub fn bench_first(browser: &Browser) {
    slow(browser, SLOWER);
    let mut times: Vec<f64> = (0..7)
        .map(|_| {
            browser.reload();
            until(|| browser.script("return window.usable ?? null", json!([])).as_f64()).expect("a field")
        })
        .collect();
    slow(browser, 1);
    times.remove(0);
    let first = median(times);
    let met = if first <= FIRST_GOAL { "met" } else { "NOT met" };
    let what = "from opening a kept plan to a field to type in, the page 4 times slower";
    line("first.input", first, &format!("{what}; goal: at most {FIRST_GOAL} ({met})"));
}

fn slow(browser: &Browser, times: u32) {
    browser.chromium("Emulation.setCPUThrottlingRate", json!({"rate": times}));
}

/// How long the page worked for each of the letters typed into the first task of so many, and after each.
fn type_letters(browser: &Browser, tasks: usize) -> (Vec<f64>, Vec<f64>) {
    let text = Draft { plan: with_tasks(tasks).into(), ..Draft::default() }.write();
    browser.page().go_home();
    browser.choose_file(&browser.file(&format!("{tasks}.kehoach.json"), text.as_bytes()));
    browser.page().heading("Cơ quan ban hành");
    browser.page().go("Nội dung, nhiệm vụ");
    let field = "const field = [...document.querySelectorAll('main textarea')]
            .find(it => it.value.startsWith('Nhiệm vụ 1.'));
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);";
    browser.script(field, json!([]));
    // The annex, the pages and the first keep are of the opening.
    std::thread::sleep(Duration::from_secs(3));
    strike_letters(browser)
}

/// How long a page worked for each of the letters that has nothing but a field, without any app.
fn type_in_bare_page(browser: &Browser) -> Vec<f64> {
    let here = browser.script("return location.href", json!([]));
    browser.open("data:text/html,<textarea rows=4 cols=60></textarea>");
    browser.script("document.querySelector('textarea').focus()", json!([]));
    let (keys, _) = strike_letters(browser);
    browser.open(here.as_str().expect("an address"));
    keys
}

/// How long the page works for each of the letters typed where the focus is, and after each.
fn strike_letters(browser: &Browser) -> (Vec<f64>, Vec<f64>) {
    slow(browser, SLOWER);
    let times = (0..LETTERS).map(|_| {
        let before = worked(browser);
        browser.chromium("Input.dispatchKeyEvent", json!({"type": "keyDown", "key": "a", "text": "a"}));
        browser.chromium("Input.dispatchKeyEvent", json!({"type": "keyUp", "key": "a"}));
        browser.chromium("Runtime.evaluate", json!({"expression": DRAWN, "awaitPromise": true}));
        let drawn = worked(browser);
        std::thread::sleep(PAUSE);
        (drawn - before, worked(browser) - drawn)
    });
    let times = times.unzip();
    slow(browser, 1);
    times
}

/// How long the page's main thread has worked so far, in milliseconds.
fn worked(browser: &Browser) -> f64 {
    let metrics = browser.chromium("Performance.getMetrics", json!({}));
    let metrics = metrics["metrics"].as_array().expect("Chromium measures itself");
    let ours = metrics.iter().filter(|metric| OURS.iter().any(|name| metric["name"] == *name));
    ours.filter_map(|metric| metric["value"].as_f64()).sum::<f64>() * 1_000.0
}

fn with_tasks(count: usize) -> Plan {
    let mut plan = Plan::new(FormatKey::FRONT);
    plan.subject = "thực hiện phong trào thi đua năm 2026".into();
    plan.sections[1].items.clear();
    for number in 1..=count {
        let id = plan.new_row();
        let task = Task {
            lead: "Ban Thường trực Ủy ban MTTQ Việt Nam xã".into(),
            support: "Các tổ chức chính trị - xã hội xã".into(),
            deadline: "Quý III năm 2026".into(),
            deliverable: "Báo cáo".into(),
            ..Task::default()
        };
        let text = format!("Nhiệm vụ {number}. Tuyên truyền, vận động Nhân dân tham gia phong trào thi đua");
        let item = Item { id, level: Level::Clause, text, task: Some(task), ..Item::default() };
        plan.sections[1].items.push(item);
    }
    plan
}
