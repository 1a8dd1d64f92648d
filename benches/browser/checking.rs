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
    let p95 = [(10, FULL_GOALS[0]), (40, FULL_GOALS[1])].map(|(pages, goal)| {
        let plan = plans::of_pages(pages);
        let written = serde_json::to_string(&plan).expect("a plan is written");
        let found = browser.script(LOOK_OVER, json!([written, typed(&plan), TIMES, WARMING]));
        let times = |name: &str| -> Vec<f64> { serde_json::from_value(found[name].clone()).expect("times") };
        let what = format!("of a plan of {pages} pages in the annex, what is found written for the form too");
        let first = found["first"].as_f64().expect("a time");
        line(&format!("check.{pages}pages.first"), first, &format!("the first look {what}; no goal"));
        let full = median(times("full"));
        let met = if full <= goal { "met" } else { "NOT met" };
        line(&format!("check.{pages}pages"), full, &format!("median {what}; goal: at most {goal} ({met})"));
        let mut keys = times("keys");
        keys.sort_by(f64::total_cmp);
        let p95 = keys[keys.len() * 95 / 100];
        let met = if p95 <= KEY_GOAL { "met" } else { "NOT met" };
        let what = format!("95 of 100 of {} keys in {PLACES} places {what}", keys.len());
        println!("check.key.{pages}pages\t{p95:.2}\tms\t{what}; goal: at most {KEY_GOAL} ({met})");
        let middle = keys[keys.len() / 2];
        println!("check.key.{pages}pages.median\t{middle:.2}\tms\tthe median of these; no goal");
        p95
    });
    let ratio = p95[1] / p95[0];
    let met = if ratio <= MORE { "met" } else { "NOT met" };
    println!(
        "check.key.ratio\t{ratio:.2}\ttimes\ta key with 40 pages to one with 10; goal: at most {MORE} ({met})"
    );
}

/// The changes of a plan by typing, each as it is told to the annex.
fn typed(plan: &Plan) -> Vec<String> {
    let mut plan = plan.clone();
    let sections = plan.sections.iter().enumerate();
    let items = sections.flat_map(|(at, section)| (0..section.items.len()).map(move |item| (at, item)));
    let long = items.filter(|(at, item)| plan.sections[*at].items[*item].text.chars().count() > 40);
    let long: Vec<(usize, usize)> = long.collect();
    let mut changes = Vec::new();
    for place in 0..PLACES {
        let (section, item) = long[place * long.len() / PLACES];
        for letter in TYPED.chars() {
            let before = plan.clone();
            plan.sections[section].items[item].text.push(letter);
            changes.push(Delta::between_plans(&before, &plan).write().to_string());
        }
    }
    changes
}
