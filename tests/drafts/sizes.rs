//! What a history costs.

use ke_hoach::document::{paginate, typeset};
use ke_hoach::draft::Draft;
use ke_hoach::import;
use ke_hoach::plan::{Basis, Plan};
use ke_hoach::store::{Drafts, Keeper, Memory};

/// A plan of at least so many pages, of the sections of a real one again and again.
fn long(pages: usize) -> Plan {
    let mut plan = import::text(include_str!("../plans/mttq-tinh-ninh-binh-de-an.txt")).plan;
    let sections = plan.sections.clone();
    while paginate(&typeset(&plan)).len() < pages {
        plan.sections.extend(sections.clone());
    }
    plan.last_row = 0;
    plan.repair_rows();
    plan
}

/// The plan after one more edit of the kind that comes about.
fn edit(plan: &mut Plan, step: usize) {
    let section = step / 40 % plan.sections.len();
    let id = plan.new_row();
    let items = &mut plan.sections[section].items;
    let at = step / 12 % items.len();
    match step % 25 {
        // Rows come, go and move …
        7 => plan
            .bases
            .push(Basis { id, text: format!("Căn cứ văn bản số {step}"), ..Basis::default() }),
        13 if items.len() > 4 => drop(items.remove(at)),
        19 => {
            let moved = items.remove(at);
            items.insert(0, moved);
        }
        // … and mostly somebody types.
        _ => items[at].text.push_str([" nhân dân", " và cán bộ", " xã", " theo quy định"][step % 4]),
    }
}

/// How many bytes of a browser's room the history of a plan takes after so many edits over four
/// days, and how many of its states can be read.
fn history(mut plan: Plan, edits: usize) -> (usize, Vec<u64>) {
    let drafts = Drafts::new(Memory::default());
    let mut draft = Draft { id: "a".into(), plan: plan.clone().into(), ..Draft::default() };
    drafts.save(&mut draft, "2026-11-01T08:00:00.000Z").unwrap();
    let mut keeper = Keeper::new(draft);
    for step in 0..edits {
        edit(&mut plan, step);
        let minutes = step * 2;
        let at = format!(
            "2026-11-{:02}T{:02}:{:02}:00.000Z",
            1 + minutes / 300,
            8 + minutes / 60 % 5,
            minutes % 60
        );
        keeper.keep(&drafts, &plan, &at).unwrap();
        keeper.tidy(&drafts);
    }
    let history = drafts.history("a").unwrap().unwrap();
    assert_eq!(history.plans().last(), Some(serde_json::to_value(&plan).unwrap()));
    let (base, steps) = history.write();
    let bytes = 2 * (base + &steps).encode_utf16().count();
    (bytes, history.states().iter().map(|state| state.rev).collect())
}

/// The same of a plan of at least so many pages, said aloud.
fn told(pages: usize, edits: usize) -> (usize, Vec<u64>) {
    let plan = long(pages);
    let pages = paginate(&typeset(&plan)).len();
    let draft = 2 * Draft { plan: plan.clone().into(), ..Draft::default() }.write().encode_utf16().count();
    let (bytes, revs) = history(plan, edits);
    println!("{pages} pages, a draft of {draft} bytes: a history of {bytes} bytes, {} states", revs.len());
    (bytes, revs)
}

#[test]
fn the_history_of_ten_pages_takes_less_than_150_kb_with_the_last_twenty_states() {
    let (bytes, revs) = told(10, 500);
    assert!(revs.ends_with(&(482..=501).collect::<Vec<_>>()), "{revs:?}");
    assert!(bytes < 150_000, "{bytes}");
}

#[test]
fn the_history_of_forty_pages_keeps_the_last_twenty_states_too() {
    let (_, revs) = told(40, 120);
    assert!(revs.ends_with(&(102..=121).collect::<Vec<_>>()), "{revs:?}");
}
