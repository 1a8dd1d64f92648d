//! Drafts that cannot be lost: whatever a storage does, whatever a draft holds, whichever version wrote it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod any;
#[path = "../any/plan.rs"]
mod any_plan;
mod faults;
mod faulty;
mod formats;
mod regressions;
mod session;
mod sizes;
mod weak;
mod whole;
