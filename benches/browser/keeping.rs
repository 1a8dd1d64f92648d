//! How long keeping a long plan holds the page up, and how long home takes with many drafts.

use std::path::Path;
use std::rc::Rc;

use ke_hoach::draft::Draft;
use ke_hoach::plan::Plan;
use ke_hoach::store::{Drafts, Keeper, Memory, ROOM, Storage};
use serde_json::json;

use super::driving::{Browser, Ground, Kind, until};
use super::{line, measured, median, plans};

/// How long one keep of a plan of forty pages holds the page up, in milliseconds.
const SAVE_GOAL: f64 = 4.0;

/// How often it is kept: an eighth of the histories' thinning is among them.
const KEEPS: usize = 60;

/// How much longer home takes with 200 drafts than with one.
const START_GOAL: f64 = 1.2;

/// How often home is opened with each, turn about; before, each warms up.
const STARTS: usize = 15;
const WARMING: usize = 2;

/// How long the JSON of each of the 200 drafts is at most, in UTF-16 units. It is kept twice, and
/// once more in its history, and a browser has 26 000 for each.
const UNITS: usize = 7_000;

/// How many states each of the 200 drafts had.
const STATES: usize = 12;

/// Notes when the first draft's button has been drawn.
const WATCH: &str = "
    new MutationObserver((_, observer) => {
        if (![...document.querySelectorAll('main button')].some(it => it.innerText.trim() === 'Mở')) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => window.listed = performance.now()));
    }).observe(document, { childList: true, subtree: true });";

/// Prints how long each keep of a plan of forty pages takes after a letter typed.
pub fn bench_save(browser: &Browser) {
    let plan = plans::of_pages(40);
    let text = Draft { plan: plan.into(), ..Draft::default() }.write();
    browser.page().go_home();
    browser.choose_file(&browser.file("bon-muoi-trang.kehoach.json", text.as_bytes()));
    browser.page().heading("Cơ quan ban hành");
    browser.page().go("Tên kế hoạch");
    let field = browser.page().field("Trích yếu");
    let mut times = measured(browser, "save-draft", KEEPS, || field.press("a"));
    times.sort_by(f64::total_cmp);
    let (middle, p95, longest) = (times[KEEPS / 2], times[KEEPS * 95 / 100], times[KEEPS - 1]);
    let met = |time: f64| if time < SAVE_GOAL { "met" } else { "NOT met" };
    let of = format!("{KEEPS} keeps of 40 pages ({} KB as JSON)", text.len() / 1000);
    line("save.40pages", middle, &format!("median of {of}; goal: under {SAVE_GOAL} ({})", met(middle)));
    line("save.40pages.p95", p95, &format!("of the same; goal: under {SAVE_GOAL} ({})", met(p95)));
    line("save.40pages.longest", longest, "of the same; no goal");
}

/// Prints how long home takes from navigation until a draft can be opened, with one and with 200.
pub fn bench_start(dist: &Path) {
    let ground = Rc::new(Ground::new(dist));
    let (one, _) = browser(&ground, 1);
    let (many, units) = browser(&ground, 200);
    let mut times = [Vec::new(), Vec::new()];
    for time in 0..WARMING + STARTS {
        for (browser, times) in [&one, &many].into_iter().zip(&mut times) {
            let listed = start(browser);
            if time >= WARMING {
                times.push(listed);
            }
        }
    }
    let [one, many] = times.map(median);
    let share = 100 * units / ROOM;
    line("start.1draft", one, &format!("median of {STARTS}, from navigation to home with “Mở” drawn"));
    let what = format!("the same, turn about, with 200 drafts and their histories: {share}% of the room");
    line("start.200drafts", many, &what);
    let ratio = many / one;
    let met = if ratio < START_GOAL { "met" } else { "NOT met" };
    println!(
        "start.200drafts.ratio\t{ratio:.2}\ttimes\tgoal: under {START_GOAL} times as long as with one ({met})"
    );
}

/// A browser of its own with so many drafts, and how many UTF-16 units they take.
fn browser(ground: &Rc<Ground>, count: usize) -> (Browser, usize) {
    let drafts = drafts(count);
    let browser = Browser::on(Kind::Chromium, ground, &format!("drafts-{count}"));
    browser.page().heading("Chưa có kế hoạch nào");
    let keys = drafts.keys().expect("memory");
    let kept: Vec<_> = keys.iter().map(|key| (key, drafts.get(key).expect("memory"))).collect();
    browser.script("for (const [key, text] of arguments[0]) localStorage.setItem(key, text)", json!([kept]));
    browser.chromium("Page.addScriptToEvaluateOnNewDocument", json!({"source": WATCH}));
    (browser, drafts.used().expect("memory"))
}

/// Opens home as one who comes from elsewhere; how long it took, in milliseconds.
fn start(browser: &Browser) -> f64 {
    browser.leave();
    browser.go_to_app();
    until(|| browser.script("return window.listed ?? null", json!([])).as_f64()).expect("home lists a draft")
}

/// A commune's real plan, without as much of its end as there is no room for 200 times.
fn short() -> Plan {
    let mut plan = plans::read("mttq-xa-luong-minh-hiep-thuong-2.docx");
    let units =
        |plan: &Plan| Draft { plan: plan.clone().into(), ..Draft::default() }.write().encode_utf16().count();
    while units(&plan) > UNITS {
        let items = plan.sections.last_mut().map(|section| section.items.pop());
        if items.flatten().is_none() {
            plan.sections.pop();
        }
    }
    plan
}

/// So many drafts, each with a history: 200 of them fill most of the room that a browser gives.
fn drafts(count: usize) -> Memory {
    let memory = Memory::default();
    let drafts = Drafts::new(&memory);
    let short = short();
    for number in 0..count {
        let id = format!("00000000-0000-4000-8000-{number:012}");
        let at = |minute: usize| {
            format!("2026-11-{:02}T{:02}:{minute:02}:00.000Z", 1 + number / 10, 8 + number % 10)
        };
        let mut plan = short.clone();
        plan.subject = format!("{} lần {number}", plan.subject);
        let mut draft = Draft { id, plan: plan.clone().into(), ..Draft::default() };
        drafts.save(&mut draft, &at(0)).expect("memory");
        let mut keeper = Keeper::new(draft);
        for minute in 1..STATES {
            plan.subject.push_str([" cấp", " xã", " năm 2026", " và"][minute % 4]);
            keeper.keep(&drafts, &plan, &at(minute)).expect("memory");
            keeper.tidy(&drafts);
        }
    }
    memory
}
