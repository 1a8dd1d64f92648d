//! The built app in Chromium, used as a person uses it: by the names on screen, see [`driving`].
//!
//! All tests share one server and one browser, so this program runs them itself: each begins
//! with an empty store, and the page may complain of nothing while it runs. An argument picks
//! the tests whose name contains it. `KE_HOACH_SHOTS` names a folder for pictures of every step.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod driving;
mod source;
mod whole_plan;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use driving::Browser;

macro_rules! tests {
    ($($module:ident :: $name:ident),* $(,)?) => { [$((stringify!($name), $module::$name as fn(&Browser))),*] };
}

fn main() -> ExitCode {
    if std::env::var_os("KE_HOACH_BROWSER").is_none() {
        println!("browser tests: skipped, KE_HOACH_BROWSER is not set");
        return ExitCode::SUCCESS;
    }
    let dist = std::env::var("KE_HOACH_DIST").expect("KE_HOACH_DIST names the folder of the built app");
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let tests = tests![whole_plan::a_plan_typed_step_by_step_is_in_the_word_file_word_for_word];
    let chosen = tests.iter().filter(|(name, _)| name.contains(&filter));

    let browser = Browser::start(Path::new(&dist));
    let failed = chosen.filter(|(name, test)| !passes(&browser, name, *test)).count();
    match failed {
        0 => ExitCode::SUCCESS,
        _ => {
            println!("{failed} failed");
            ExitCode::FAILURE
        }
    }
}

fn passes(browser: &Browser, name: &str, test: fn(&Browser)) -> bool {
    let start = Instant::now();
    let run = catch_unwind(AssertUnwindSafe(|| {
        browser.resize(1366, 768);
        browser.begin();
        test(browser);
        let complaints = browser.complaints();
        assert!(complaints.is_empty(), "the page complains: {complaints:#?}");
    }));
    let outcome = if run.is_ok() { "ok" } else { "FAILED" };
    println!("test {name} … {outcome} ({:.1} s)", start.elapsed().as_secs_f32());
    run.is_ok()
}
