//! How much typing is lost when the browser is killed while someone types.
//!
//! Rounds of typing in the built app, each ended by `kill -9` of the whole browser at a random moment;
//! then the browser is started again on the same profile and the draft opened from the list. Every key
//! of the text is known by its place, so what the draft then holds tells which key was the last to
//! survive. An argument picks the browsers whose name contains it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod chance;
mod desk;
mod distribution;
#[path = "../browser/driving/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the browser tests use the rest")]
mod driving;
mod killer;
mod round;
mod typist;

use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;
use std::time::Duration;

use chance::Chance;
use desk::Desk;
use distribution::Distribution;
use driving::{Ground, Kind};

/// What may be lost, by the promise of the app.
const PROMISE: Duration = Duration::from_secs(2);

/// What measuring adds to it. The time lost counts from the last key that survived; nothing was typed
/// between it and the next, which is a gap of up to 200 ms. And it counts to the end of the killing, which
/// takes some 10 ms, and on a busy machine more.
const SLACK: Duration = Duration::from_millis(250);

/// Rounds for each browser when no number is given, and how long they type at most: for every day.
const EVERY_DAY: (usize, Duration) = (4, Duration::from_secs(5));

/// How long a round types at most when a number is given.
const LONG: Duration = Duration::from_secs(12);

fn main() -> ExitCode {
    if std::env::var_os("KE_HOACH_BROWSER").is_none() {
        println!("killed browsers: skipped, KE_HOACH_BROWSER is not set");
        return ExitCode::SUCCESS;
    }
    let dist = std::env::var("KE_HOACH_DIST").expect("KE_HOACH_DIST names the folder of the built app");
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().expect("a number"));
    let (rounds, longest) = match number("KE_HOACH_KILL_ROUNDS") {
        Some(rounds) => (usize::try_from(rounds).expect("a number of rounds"), LONG),
        None => EVERY_DAY,
    };
    let seed = number("KE_HOACH_KILL_SEED").unwrap_or(1);
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let kinds = [Kind::Chromium, Kind::Firefox];
    let kinds = kinds.into_iter().filter(|kind| format!("{kind:?}").to_lowercase().contains(&filter));

    let ground = Rc::new(Ground::new(Path::new(&dist)));
    let mut kept = 0;
    let mut failed = 0;
    for kind in kinds {
        let mut chance = Chance::new(seed);
        let mut desk = Desk::new(kind, &ground);
        let mut distribution = Distribution::new();
        for round in round::rounds(rounds, longest, &mut chance) {
            let outcome = desk.play(&round, &mut chance);
            distribution.add(&round, outcome);
        }
        println!("{kind:?}, seed {seed}\n{distribution}");
        let good = distribution.all_within(PROMISE + SLACK);
        *if good { &mut kept } else { &mut failed } += 1;
    }
    let outcome = if failed == 0 { "ok" } else { "FAILED" };
    println!("test result: {outcome}. {kept} passed; {failed} failed");
    ExitCode::from(u8::from(failed > 0))
}
