//! What the rules say of many plans, told together.

use std::fmt::Write as _;
use std::thread;

use ke_hoach::document::typeset;
use ke_hoach::export::{DocxOptions, docx};
use ke_hoach::plan::Plan;

use crate::anatomy::Case;
use crate::families::Family;
use crate::package::Docx;
use crate::rules::{self, Rule};

/// The Word file of a plan.
pub fn file(plan: &Plan) -> Vec<u8> {
    docx(&typeset(plan), &DocxOptions::default()).unwrap()
}

/// A plan with its Word file, read again.
pub fn case(name: &str, plan: &Plan) -> Case {
    let file = file(plan);
    let docx = Docx::read(&file).unwrap_or_else(|why| panic!("{name}: {why}"));
    Case { name: name.into(), family: Family::of(plan), plan: plan.clone(), docx }
}

/// A rule that a plan breaks.
pub struct Breach {
    pub rule: &'static Rule,
    pub plan: String,
    pub why: String,
}

/// The rules that a plan breaks.
pub fn breaches(case: &Case) -> Vec<Breach> {
    let binding = rules::all().filter(|rule| rule.families.contains(&case.family));
    let broken = binding.filter_map(|rule| {
        let why = (rule.check)(case).err()?;
        Some(Breach { rule, plan: case.name.clone(), why })
    });
    broken.collect()
}

/// Calls `judge` on each of many things, on as many processors as there are.
pub fn side_by_side<T: Sync, R: Send>(all: &[T], judge: impl Fn(&T) -> Vec<R> + Sync) -> Vec<R> {
    let processors = thread::available_parallelism().map_or(1, |count| count.get());
    let share = all.len().div_ceil(processors).max(1);
    thread::scope(|scope| {
        let judge = &judge;
        let shares =
            all.chunks(share).map(|share| scope.spawn(move || share.iter().flat_map(judge).collect()));
        let shares: Vec<thread::ScopedJoinHandle<Vec<R>>> = shares.collect();
        shares.into_iter().flat_map(|share| share.join().unwrap()).collect()
    })
}

/// Fails with which rules are broken, by how many plans, and the first of them.
pub fn judge(breaches: &[Breach], plans: usize) {
    let mut told = String::new();
    for rule in rules::all() {
        let all: Vec<&Breach> = breaches.iter().filter(|breach| std::ptr::eq(breach.rule, rule)).collect();
        if all.is_empty() {
            continue;
        }
        let _ = writeln!(told, "{}: {}: {} of {plans} plans", rule.clause, rule.what, all.len());
        for breach in all.iter().take(3) {
            let _ = writeln!(told, "    {}\n        {}", breach.plan, breach.why);
        }
    }
    assert!(told.is_empty(), "rules are broken:\n{told}");
}
