//! How long the annex takes to look a plan over: all of it, and again after a key.

use ke_hoach::draft::Delta;
use ke_hoach::plan::Plan;
use serde_json::json;

use super::driving::Browser;
use super::{line, median, plans};

/// How often all of a plan is looked over; before that it warms up.
const TIMES: usize = 21;
const WARMING: usize = 5;

/// What is typed, letter by letter, at the end of so many paragraphs all over the plan.
const TYPED: &str = " Tổ chức thực hiện nhiệm vụ, phối hợp với Nhân dân.";
const PLACES: usize = 8;

/// The most that it may take, in milliseconds: all of a plan of 10 and of 40 pages, and 95 of 100 keys; and
/// how much more a key may with 40 pages.
const FULL_GOALS: [f64; 2] = [15.0, 60.0];
const KEY_GOAL: f64 = 2.0;
const MORE: f64 = 1.5;

/// Gives the times of looking over a plan that is new, and one that changes.
///
/// The pages are made before each, as the app does, and are not in these times.
const LOOK_OVER: &str = "
    const [plan, changes, times, warming] = arguments;
    const address = document.querySelector('meta[name=annex]').content;
    return import(new URL(address, document.baseURI)).then(async (annex) => {
        await annex.default();
        const timed = (typesetter) => {
            typesetter.make();
            const began = performance.now();
            typesetter.review();
            return performance.now() - began;
        };
        const full = [];
        for (let time = 0; time < warming + times; time++) {
            const typesetter = new annex.Typesetter(plan);
            full.push(timed(typesetter));
            typesetter.free();
        }
        const typesetter = new annex.Typesetter(plan);
        timed(typesetter);
        const keys = changes.map((change) => {
            typesetter.change(change);
            return timed(typesetter);
        });
        typesetter.free();
        return { first: full[0], full: full.slice(warming), keys };
    });";

/// Prints how long it takes with few pages and with many.
pub fn bench(browser: &Browser) {
    let [few, many] = [10, 40].map(|pages| (pages, plans::of_pages(pages)));
    let own = [&few, &many].into_iter().zip(FULL_GOALS).map(|((pages, plan), goal)| {
        let found = look_over(browser, plan, &places(plan), TIMES, WARMING);
        let what = format!("of a plan of {pages} pages in the annex, what is found written for the form too");
        line(&format!("check.{pages}pages.first"), found.first, &format!("the first look {what}; no goal"));
        let full = median(found.full);
        let met = if full <= goal { "met" } else { "NOT met" };
        line(&format!("check.{pages}pages"), full, &format!("median {what}; goal: at most {goal} ({met})"));
        let p95 = found.keys[found.keys.len() * 95 / 100];
        let met = if p95 <= KEY_GOAL { "met" } else { "NOT met" };
        let what = format!("95 of 100 of {} keys in {PLACES} places {what}", found.keys.len());
        println!("check.key.{pages}pages\t{p95:.3}\tms\t{what}; goal: at most {KEY_GOAL} ({met})");
        let middle = found.keys[found.keys.len() / 2];
        println!("check.key.{pages}pages.median\t{middle:.3}\tms\tthe median of these; no goal");
        p95
    });
    let p95: Vec<f64> = own.collect();
    // Long paragraphs take longer than short ones: the plans are compared where they say the same.
    let found = look_over(browser, &many.1, &places(&few.1), 1, 0);
    let ratio = found.keys[found.keys.len() * 95 / 100] / p95[0];
    let met = if ratio <= MORE { "met" } else { "NOT met" };
    let what = "a key with 40 pages to the same key in the same paragraph with 10";
    println!("check.key.ratio\t{ratio:.2}\ttimes\t{what}; goal: at most {MORE} ({met})");
    println!("check.key.ratio.all\t{:.2}\ttimes\tof keys all over each of them; no goal", p95[1] / p95[0]);
}

/// The times of looking a plan over, those of keys in order.
struct Times {
    first: f64,
    full: Vec<f64>,
    keys: Vec<f64>,
}

fn look_over(
    browser: &Browser,
    plan: &Plan,
    places: &[(usize, usize)],
    times: usize,
    warming: usize,
) -> Times {
    let written = serde_json::to_string(plan).expect("a plan is written");
    let found = browser.script(LOOK_OVER, json!([written, typed(plan, places), times, warming]));
    let times = |name: &str| -> Vec<f64> { serde_json::from_value(found[name].clone()).expect("times") };
    let mut keys = times("keys");
    keys.sort_by(f64::total_cmp);
    Times { first: found["first"].as_f64().expect("a time"), full: times("full"), keys }
}

/// Long lines of a plan, all over it, each by its section and its place there.
fn places(plan: &Plan) -> Vec<(usize, usize)> {
    let sections = plan.sections.iter().enumerate();
    let items = sections.flat_map(|(at, section)| (0..section.items.len()).map(move |item| (at, item)));
    let long = items.filter(|(at, item)| plan.sections[*at].items[*item].text.chars().count() > 40);
    let long: Vec<(usize, usize)> = long.collect();
    (0..PLACES).map(|place| long[place * long.len() / PLACES]).collect()
}

/// The changes of a plan by typing in some lines, each as it is told to the annex.
fn typed(plan: &Plan, places: &[(usize, usize)]) -> Vec<String> {
    let mut plan = plan.clone();
    let mut changes = Vec::new();
    for (section, item) in places {
        for letter in TYPED.chars() {
            let before = plan.clone();
            plan.sections[*section].items[*item].text.push(letter);
            changes.push(Delta::between_plans(&before, &plan).write().to_string());
        }
    }
    changes
}
